"""The language of the screens, chosen for this browser session."""

import streamlit as st

from app import state
from methodology.project import Language


def choose_language(key: str) -> None:
    """Draw the choice among the languages, each by its own name."""
    _ = state.reader()
    name = f"{key}_language"
    languages = {str(language): language for language in Language}
    st.segmented_control(
        _("Language of the screens"),
        [*languages],
        default=str(state.language()),
        required=True,
        format_func=lambda found: languages[found].label,
        key=name,
        label_visibility="collapsed",
        on_change=lambda: state.choose_language(languages[st.session_state[name]]),
    )
