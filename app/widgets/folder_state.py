"""The open project's folder: where it is, what is wrong with it, how it goes to a colleague."""

import streamlit as st

from app import state
from app.store.checking import Severity, check_folder
from app.store.synchronised import safer_place
from app.widgets.folder_choice import choose_folder, spoken
from app.widgets.project_forms import (
    hand_over,
    move_project,
    usual_place,
    warn_of_synchronisation,
)
from app.words import literal
from methodology.text import N_, Problem


def folder_state() -> None:
    """Draw the place of the folder, its check and the way to hand it over."""
    _ = state.reader()
    folder = state.folder()
    st.markdown(f"**{_('Folder of the project')}**")
    st.text(spoken(folder.path))
    for notice in folder.notices():
        state.warn(notice)
    with st.container(horizontal=True):
        is_asked = st.button(
            _("Check folder"), type="primary", icon=":material/health_and_safety:", key="check_go"
        )
        hand_over(folder.path, folder.path.name, key="folder_pack")
        _moving()
        if st.button(_("Close project"), icon=":material/logout:", key="folder_close"):
            state.leave()
            st.rerun()
    if is_asked:
        _check()


def _moving() -> None:
    """Offer to move the project to another folder: off a synchronised drive, for instance."""
    _ = state.reader()
    with st.popover(
        _("Move to another folder"),
        icon=":material/drive_file_move:",
        key="move",
        on_change="rerun",
    ) as popover:
        if not popover.open:
            return
        source = state.folder().path
        safer = safer_place(source)
        around = choose_folder(
            _("Keep it in"), key="move", start=safer.parent if safer else usual_place()
        )
        target = around / source.name
        st.caption(_("Its folder will be {path}").format(path=literal(spoken(target))))
        warn_of_synchronisation(around)
        st.caption(_("Everything is copied and compared before anything is taken away here."))
        if st.button(_("Move project"), key="move_go"):
            move_project(target)


def _check() -> None:
    """Check the folder and say what was found, evidence included."""
    _ = state.reader()
    folder = state.folder()
    try:
        with st.spinner(_("Checking the folder")):
            found = check_folder(folder.path)
    except Problem as problem:
        state.tell(problem, N_("The folder could not be checked; nothing was changed"))
        return
    for finding in found:
        show = st.error if finding.severity is Severity.ERROR else st.warning
        show(literal(finding.remark.text(_)), icon=f":material/{finding.severity}:")
    if not found:
        st.success(
            _("Database, backups, evidence and documents are whole."),
            title=_("Nothing is wrong with this folder"),
            icon=":material/check_circle:",
        )
