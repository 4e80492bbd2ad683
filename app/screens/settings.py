"""Settings: the project, the language of the screens, who is at the keyboard, the folder."""

import streamlit as st

from app import state
from app.widgets.folder_state import folder_state
from app.widgets.form import record_form
from app.widgets.language_choice import choose_language
from app.widgets.purge import purge_form
from app.widgets.title import title_row
from app.widgets.views import choose_view
from methodology.project import Project

PROJECT, DESK, FOLDER, PERSONS = "project", "desk", "folder", "persons"

_ = state.reader()


def desk() -> None:
    """Draw what belongs to this computer and this browser."""
    st.markdown(f"**{_('Language of the screens')}**")
    choose_language("settings")
    st.caption(
        _("The plan is written in its own language, which is set under “{view}”.").format(
            view=_("Project")
        )
    )
    name = st.text_input(
        _("Your name"),
        value=state.person(),
        key="settings_person",
        help=_("The history says who did what."),
        max_chars=100,
    )
    if st.button(_("Save name"), type="primary", icon=":material/save:") and name.strip():
        state.name_person(name)
        state.tell_done(_("Saved"))


views = {
    PROJECT: _("Project"),
    DESK: _("This computer"),
    FOLDER: _("Folder"),
    PERSONS: _("Persons"),
}
with title_row(_("Settings")):
    view = choose_view(views, key="settings_view")
if view == PROJECT:
    record_form(Project, state.snapshot().one(Project), key="settings_project")
elif view == DESK:
    desk()
elif view == FOLDER:
    folder_state()
else:
    purge_form()
