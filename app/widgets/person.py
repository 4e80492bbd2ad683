"""Who is at the keyboard: asked once on this computer, changed in the settings."""

import streamlit as st

from app import state


def person_field(key: str) -> None:
    """Ask for the name while nobody gave one."""
    _ = state.reader()
    if state.is_person_known():
        return
    given = st.text_input(
        _("Your name"), key=f"{key}_person", help=_("The history says who did what.")
    )
    if given.strip():
        state.name_person(given)


def person_question(key: str) -> None:
    """Ask for the name from a small button that goes once there is one."""
    _ = state.reader()
    if state.is_person_known():
        return
    with st.popover(
        _("Who is working?"),
        icon=":material/person:",
        type="tertiary",
        key=f"{key}_question",
    ):
        person_field(key)
        st.caption(_("Until then changes bear the name {name}.").format(name=state.person()))
