"""First page: the projects of this computer, and every way a project comes to it."""

import streamlit as st

from app import recent, state
from app.widgets.empty import empty_state
from app.widgets.folder_choice import spoken
from app.widgets.language_choice import choose_language
from app.widgets.project_forms import (
    NOTHING_OPENED,
    create_form,
    hand_over,
    open_example,
    open_form,
    open_project,
    receive_form,
)
from app.widgets.title import title_row
from app.words import literal

_ = state.reader()
projects = recent.recent()
state.tell_left()


def row(place: int, found: recent.RecentProject) -> None:
    """Draw one project of the list."""
    about, act = st.columns([5, 4], vertical_alignment="center")
    with about, st.container(gap=None):
        st.markdown(f"**{literal(found.name)}**")
        st.caption(
            _("{path} · opened {moment}").format(
                path=literal(spoken(found.path)), moment=_.moment(found.opened_at)
            )
        )
    with act, st.container(horizontal=True, horizontal_alignment="right"):
        hand_over(found.path, found.name, key=f"projects_pack_{found.key}", is_aside=True)
        if st.button(
            _("Remove from list"),
            icon=":material/close:",
            type="tertiary",
            key=f"projects_forget_{found.key}",
            help=_("The folder stays where it is"),
        ):
            recent.forget(found.key)
            st.rerun()
        if st.button(
            _("Open"),
            type="secondary" if place else "primary",
            icon=":material/arrow_forward:",
            key=f"projects_open_{found.key}",
        ):
            open_project(found.path)


def listing() -> None:
    """Draw the projects of this computer, or how to get the first one."""
    if projects:
        with st.container(height=470, border=False):
            for place, found in enumerate(projects):
                row(place, found)
        return
    empty_state(
        _("No project has been opened on this computer yet"),
        _("A project is a folder. Create one, or open one that exists."),
        icon="folder_open",
    )


with title_row(_("Projects"), _("on this computer")):
    if st.button(
        _("See the example"), type="tertiary", icon=":material/school:", key="projects_example"
    ):
        open_example()
    choose_language("projects")
if problem := state.trouble():
    state.tell(problem, NOTHING_OPENED)
ways = {
    _("Recent"): listing,
    _("New project"): create_form,
    _("Open a folder"): open_form,
    _("Receive or restore"): receive_form,
}
tabs = st.tabs(
    [*ways], key="projects_way", on_change="rerun", default=[*ways][0 if projects else 1]
)
for tab, draw in zip(tabs, ways.values(), strict=True):
    if tab.open:
        with tab:
            draw()
