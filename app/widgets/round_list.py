"""The rounds of a project: the open ones first, each with its state and the way to its desk."""

import streamlit as st

from app import state
from app.i18n import Reader
from app.widgets.empty import empty_state
from app.widgets.round_state import START, choose_round, go_to
from app.words import literal
from methodology.process import Meeting
from methodology.rounds import Round, State

ICONS = {
    State.DRAFT: "edit",
    State.OPEN: "lock_open",
    State.SEALING: "hourglass_empty",
    State.CLOSED: "lock",
    State.REVEALED: "visibility",
    State.ADOPTED: "check_circle",
    State.VOID: "block",
}
_FIRST = (State.OPEN, State.SEALING, State.CLOSED, State.DRAFT)


def round_list() -> None:
    """Draw every round with its state; those under way first, then the last ones made."""
    _, rounds = state.reader(), state.snapshot().all(Round)
    if not rounds:
        _empty(_)
        return
    _offer_new(_)
    latest = {asked.id: -place for place, asked in enumerate(rounds)}
    for asked in sorted(rounds, key=lambda one: (_place(one), latest[one.id])):
        _row(_, asked)


def state_badge(_: Reader, asked: Round) -> str:
    """Return the state of a round as Markdown: icon and words, copper while it is open."""
    words = f":material/{ICONS[asked.state]}: {_(asked.state.label)}"
    if asked.turns > 1:
        words += f" · {_('round {turn} of {turns}').format(turn=asked.turn, turns=asked.turns)}"
    if asked.is_running:
        return f":orange[**{words}**]"
    return words if asked.state is State.CLOSED else f":gray[{words}]"


def _row(_: Reader, asked: Round) -> None:
    with st.container(border=True):
        about, act = st.columns([5, 1], vertical_alignment="center")
        with about, st.container(gap=None):
            st.markdown(f"**{literal(asked.name)}**")
            meeting = state.snapshot().get(Meeting, asked.meeting)
            place = f" · {literal(meeting.name)}" if meeting else ""
            kind = literal(_(asked.instrument.label).split(":")[0])
            st.markdown(f"{state_badge(_, asked)} :gray[· {kind}{place}]")
        with act:
            st.button(
                _("Go to it"),
                icon=":material/arrow_forward:",
                key=f"votes_go_{asked.id}",
                on_click=choose_round,
                args=(asked.id,),
            )


def _empty(_: Reader) -> None:
    with empty_state(
        _("No round of votes yet"),
        _("Rounds are made ready from the records of a stage; phones need no account and no app."),
        icon="how_to_vote",
    ):
        _offer_new(_)


def _offer_new(_: Reader) -> None:
    st.button(
        _("New round"),
        type="primary",
        icon=":material/add:",
        key="votes_new",
        on_click=go_to,
        args=(START,),
    )


def _place(asked: Round) -> int:
    return _FIRST.index(asked.state) if asked.state in _FIRST else len(_FIRST)
