"""Project 0 on screen: the manager's work plan, begun with what every manager does."""

import streamlit as st

from app import state
from app.i18n import reader
from app.store import ChangeSet, Put
from app.widgets.empty import empty_state
from app.widgets.grid import grid
from app.widgets.ways import choose_data
from methodology.project_zero import ManagerProfile, ManagerTask
from methodology.standard_project_zero import monthly_hours, standard_tasks
from methodology.text import N_


def project_zero_plan() -> None:
    """Draw the manager's activities with their hours, and the offer of the usual ones."""
    _, snapshot = state.reader(), state.snapshot()
    tasks = snapshot.all(ManagerTask)
    if not tasks:
        with empty_state(
            _("Project 0 has no activities yet"),
            _("It is the work plan of the cluster manager: visits, governance, networks, watch."),
            icon="badge",
        ):
            _offer(_("Begin with the usual activities"), is_first=True)
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        count = _.many("{count} activity", "{count} activities", len(tasks))
        hours = _("{hours} h a month").format(hours=_.number(monthly_hours(tasks)))
        st.markdown(f"**{count} · {hours}**")
        missing = len(standard_tasks(snapshot, _))
        if missing:
            label = _.many("Add {count} usual activity", "Add {count} usual activities", missing)
            _offer(label, is_first=False)
        st.button(
            _(ManagerProfile.title),
            icon=":material/badge:",
            key="project_zero_profile",
            on_click=choose_data,
            args=(ManagerProfile,),
        )
    grid(ManagerTask, key="project_zero")


def _offer(label: str, *, is_first: bool) -> None:
    """Draw the button that takes over what every manager does, in the language of the project."""
    st.button(
        label,
        type="primary" if is_first else "secondary",
        icon=":material/playlist_add:",
        key="project_zero_begin",
        on_click=_take_over,
    )


def _take_over() -> None:
    found = standard_tasks(state.snapshot(), reader(state.project()))
    state.apply(ChangeSet(N_("Begin project 0 with the usual activities"), tuple(map(Put, found))))
