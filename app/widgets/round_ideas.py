"""What voters wrote: put together, named as groups, left out where it has to be; then voted on."""

from uuid import uuid4

import pandas as pd
import streamlit as st

from app import charts, state
from app.i18n import Reader
from app.store import Change, ChangeSet, Edit, Put
from app.widgets.round_state import choose_round, round_name, tidy
from methodology.outcomes import outcome
from methodology.round_results import RoundText
from methodology.rounds import RULES, Instrument, Round, RoundItem
from methodology.text import N_
from methodology.votes import default_dots

TEXT, GROUP, HIDDEN = "text", "group", "hidden"


def idea_desk(asked: Round) -> None:
    """Draw the ideas as a table with their groups, and the way to a vote on the groups."""
    _ = state.reader()
    found = outcome(state.snapshot(), asked)
    texts = found.texts if found else ()
    if not texts:
        st.caption(_("Nobody wrote anything."))
        return
    ordered = sorted(texts, key=lambda one: (one.group or "\uffff", -one.count, one.text))
    st.caption(_("Ideas with the same group are one; hidden ones are neither shown nor printed."))
    edited = st.data_editor(
        pd.DataFrame(
            {
                TEXT: [one.text for one in ordered],
                GROUP: [one.group for one in ordered],
                HIDDEN: [one.is_hidden for one in ordered],
            }
        ),
        column_config={
            TEXT: st.column_config.TextColumn(_("Idea"), disabled=True, width="large"),
            GROUP: st.column_config.TextColumn(_("Group"), max_chars=250),
            HIDDEN: st.column_config.CheckboxColumn(_("Hidden")),
        },
        hide_index=True,
        height=360,
        row_height=38,
        key=f"ideas_{asked.id}_{state.snapshot().revision}",
    )
    with st.container(horizontal=True):
        if st.button(_("Save groups"), type="primary", icon=":material/save:", key="ideas_save"):
            _save(asked, ordered, edited)
        if st.button(_("Vote on the groups"), icon=":material/how_to_vote:", key="ideas_vote"):
            _vote(_, asked, texts)


def grouped(asked: Round, texts: list[RoundText], rows: list[tuple[str, bool]]) -> ChangeSet:
    """Return the act that puts texts into groups and hides some, in the order of the rows."""
    changes: list[Change] = []
    for one, (group, is_hidden) in zip(texts, rows, strict=True):
        values = {"group": tidy(group), "is_hidden": is_hidden}
        if (one.group, one.is_hidden) != (values["group"], is_hidden):
            changes.append(Edit(RoundText, one.id, values))
    return ChangeSet(N_("Group the ideas of “{round}”"), tuple(changes), {"round": asked.name})


def _save(asked: Round, texts: list[RoundText], edited: pd.DataFrame) -> None:
    rows = [
        (str(group or ""), bool(hidden))
        for group, hidden in zip(edited[GROUP], edited[HIDDEN], strict=True)
    ]
    if state.apply(grouped(asked, texts, rows)):
        st.rerun()


def _vote(_: Reader, asked: Round, texts: tuple[RoundText, ...]) -> None:
    """Prepare a round of dots on the groups: what nobody grouped stands for itself."""
    groups = [one for one in charts.clusters(texts, "") if one.name]
    alone = [one for one in texts if not one.group and not one.is_hidden]
    names = [*((one.name, "; ".join(one.texts)) for one in groups), *((o.text, "") for o in alone)]
    made = Round(
        id=uuid4(),
        name=round_name(state.snapshot(), _("Vote: {round}").format(round=asked.name)),
        question=_("Which of these should come first?"),
        about_stage=asked.about_stage,
        meeting=asked.meeting,
        instrument=Instrument.MULTIVOTE,
        rule=RULES[Instrument.MULTIVOTE][0],
        unit=asked.unit,
        roll=asked.roll,
        amount=min(default_dots(len(names)), max(1, len(names) - 1)),
    )
    items = (
        RoundItem(id=uuid4(), round=made.id, position=place, name=name, note=note[:250])
        for place, (name, note) in enumerate(names, 1)
    )
    changes = (Put(made), *(Put(item) for item in items))
    if state.apply(ChangeSet(N_("Prepare round “{round}”"), changes, {"round": made.name})):
        choose_round(made.id)
        st.rerun()
