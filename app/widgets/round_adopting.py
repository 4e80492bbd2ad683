"""Taking a result over into its stage: before and after, as one act that can be undone."""

from dataclasses import replace
from uuid import uuid4

import pandas as pd
import streamlit as st

from app import state
from app.exchange.adopting import adoption_changes, is_adopted
from app.i18n import Reader
from app.store import Change, ChangeSet, Edit, Put
from app.widgets.adopting import rows
from app.widgets.table import table_height
from methodology.adopting_rounds import priority_vote, round_proposals
from methodology.adoption import Proposal
from methodology.options import PriorityVote
from methodology.process import Meeting
from methodology.record import fields
from methodology.rounds import Round, State
from methodology.snapshot import Snapshot
from methodology.text import N_

TALLEST, ROW = 330, 38


def adopting(asked: Round) -> None:
    """Draw what the round would change in its stage, and the button that changes it."""
    _, snapshot = state.reader(), state.snapshot()
    proposals = round_proposals(snapshot, asked)
    open_ones = [one for one in proposals if not is_adopted(snapshot, one)]
    if not proposals:
        st.caption(_("The items of this round stand for no records: nothing to adopt."))
        return
    if not open_ones:
        said = _.many("{count} value is adopted", "{count} values are adopted", len(proposals))
        st.markdown(f":material/task_alt: {said}")
        return
    st.dataframe(
        pd.DataFrame(rows(open_ones, snapshot, _)),
        hide_index=True,
        height=table_height(len(open_ones), TALLEST, ROW),
        row_height=ROW,
        key="round_adopting",
        alt=_("Values that can be adopted"),
    )
    if asked.state not in (State.REVEALED, State.ADOPTED):
        st.caption(_("A result is adopted once the room has seen it."))
        return
    label = _.many("Adopt {count} value", "Adopt {count} values", len(open_ones))
    is_sent = st.button(label, type="primary", icon=":material/task_alt:", key="round_adopt")
    if is_sent and state.apply(adoption(_, snapshot, asked, open_ones)):
        st.rerun()


def adoption(_: Reader, snapshot: Snapshot, asked: Round, proposals: list[Proposal]) -> ChangeSet:
    """Return the act that adopts a result: its values, where they come from, the round's state."""
    made = adoption_changes(snapshot, proposals, state.today())
    more: list[Change] = []
    if asked.state is State.REVEALED:
        more.append(Edit(Round, asked.id, {"state": State.ADOPTED}))
    meeting = snapshot.get(Meeting, asked.meeting)
    held_on = meeting.held_on if meeting else None
    vote = priority_vote(snapshot, asked, uuid4(), held_on or state.today(), _)
    if vote and snapshot.get(PriorityVote, vote.id):
        values = {each.name: getattr(vote, each.name) for each in fields(PriorityVote)}
        more.append(Edit(PriorityVote, vote.id, values))
    elif vote:
        more.append(Put(vote))
    title = N_("Adopt the result of “{round}”")
    return replace(made, title=title, values={"round": asked.name}, changes=(*made.changes, *more))
