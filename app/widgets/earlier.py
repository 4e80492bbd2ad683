"""Going back: undoing an act, and giving a record the values it had before one."""

from collections.abc import Callable

import streamlit as st

from app import state
from app.store import Act, Alteration, act_detail, restore_values, undo, undo_adoption
from methodology.project import Draft
from methodology.rounds import Round, State
from methodology.text import N_, Problem

REFUSED = N_("It was not undone; everything is as it was")


def undo_act(act: Act, *, is_main: bool = True) -> None:
    """Offer to undo an act, or say that it is undone; `is_main` where that is what people want."""
    _ = state.reader()
    if act.undone_by:
        st.caption(
            _("Undone by change {number}; undoing that one brings it back.").format(
                number=act.undone_by
            )
        )
        return
    if st.button(
        _("Undo this change"),
        type="primary" if is_main else "secondary",
        icon=":material/undo:",
        key=f"undo_{act.revision}",
    ):
        _go_back(lambda session: undo(session, act.revision, by=state.person()))


def undo_adopting(asked: Round, key: str) -> None:
    """Offer to take back the adoption of a round's result, values and state as one act."""
    _ = state.reader()
    if asked.state is State.ADOPTED and st.button(
        _("Undo the adoption"),
        type="tertiary",
        icon=":material/undo:",
        key=key,
        help=_("The values go back to what they were, and the round to shown"),
    ):
        _go_back(lambda session: undo_adoption(session, asked, by=state.person()))


def restore_record(revision: int, called: Callable[[Alteration], str]) -> None:
    """Offer to give one record of an act the values it had just after it."""
    _ = state.reader()
    with st.popover(
        _("Restore one record"), icon=":material/restore_page:", key="restore", on_change="rerun"
    ) as popover:
        if not popover.open:
            return
        with state.folder().read() as session:
            altered = [one for one in act_detail(session, revision) if one.cls is not Draft]
        found = st.selectbox(
            _("Record"), altered, format_func=called, key=f"restore_record_{revision}"
        )
        st.caption(
            _("It gets the values it had after this change; other records stay as they are.")
        )
        if found and st.button(_("Restore these values"), key=f"restore_go_{revision}"):
            _go_back(
                lambda session: restore_values(
                    session, found.cls, found.id, revision, by=state.person()
                )
            )


def _go_back(act: Callable[..., Act]) -> None:
    try:
        with state.folder().begin() as session:
            act(session)
    except Problem as problem:
        state.tell(problem, REFUSED)
    else:
        state.say(state.reader()(N_("Saved")))
        st.rerun()
