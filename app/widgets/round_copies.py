"""A round made anew, or taken away while it is in preparation: with its items and criteria."""

from uuid import uuid4

import streamlit as st

from app import state
from app.i18n import Reader
from app.store import ChangeSet, Put, Remove
from app.widgets.round_state import choose_round, round_name
from methodology.outcomes import criteria_of, items_of, outcome
from methodology.record import Record
from methodology.rounds import Round, State
from methodology.runoffs import among_tied, is_due, second_vote
from methodology.snapshot import Snapshot
from methodology.text import N_


def copies(_: Reader, asked: Round) -> None:
    """Offer to prepare a round again, and to take one in preparation away."""
    if asked.state is State.DRAFT:
        is_sent = st.button(
            _("Take this round away"), type="tertiary", icon=":material/delete:", key="round_remove"
        )
        if is_sent and state.apply(removal(state.snapshot(), asked)):
            choose_round(None)
            st.rerun()
        return
    if asked.is_running:
        return
    _second_vote(_, asked)
    if st.button(
        _("Prepare it again"), type="tertiary", icon=":material/content_copy:", key="round_again"
    ):
        _prepare(*again(state.snapshot(), asked))


def _second_vote(_: Reader, asked: Round) -> None:
    """Offer the second vote among those tied, where the rules say that it decides."""
    snapshot = state.snapshot()
    found = outcome(snapshot, asked)
    if found is None or not is_due(asked, is_tied=found.summary.is_tied):
        return
    known = second_vote(snapshot, asked)
    label = _("Go to the second vote") if known else _("Prepare the second vote")
    if not st.button(label, icon=":material/how_to_vote:", key="round_second"):
        return
    if known:
        choose_round(known.id)
        st.rerun()
    made, parts = among_tied(snapshot, asked, found.tied(), found.criteria, uuid4, _)
    _prepare(made.model_copy(update={"name": round_name(snapshot, made.name)}), parts)


def _prepare(made: Round, parts: tuple[Record, ...]) -> None:
    """Keep a round in preparation with what goes with it, and go there."""
    title, changes = N_("Prepare round “{round}”"), tuple(map(Put, (made, *parts)))
    if state.apply(ChangeSet(title, changes, {"round": made.name})):
        choose_round(made.id)
        st.rerun()


def again(snapshot: Snapshot, asked: Round) -> tuple[Round, tuple[Record, ...]]:
    """Return the same round in preparation under a name of its own, and what goes with it."""
    made = asked.model_copy(
        update={
            "id": uuid4(),
            "name": round_name(snapshot, asked.name),
            "state": State.DRAFT,
            "turn": 1,
            "opened_at": None,
            "ends_at": None,
            "closed_at": None,
            "void_reason": "",
        }
    )
    parts = (*items_of(snapshot, asked), *criteria_of(snapshot, asked))
    own = {"round": made.id}
    return made, tuple(one.model_copy(update={"id": uuid4(), **own}) for one in parts)


def removal(snapshot: Snapshot, asked: Round) -> ChangeSet:
    """Return the act that takes a round in preparation away, with its items and criteria."""
    parts = (*items_of(snapshot, asked), *criteria_of(snapshot, asked))
    changes = tuple(Remove(type(one), one.id) for one in (*parts, asked))
    return ChangeSet(N_("Take round “{round}” away"), changes, {"round": asked.name})
