"""The first row of every page: what was found, in words, and at most two ways on."""

from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app import state
from app.i18n import Reader
from app.widgets.words import literal


def title_row(text: str, note: str = "", *, figure: str = "") -> DeltaGenerator:
    """Draw the title with its grey note; return the container at its right.

    `figure` is what the link to the projector opens.
    """
    _ = state.reader()
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        heading = f"{literal(text)} :gray[{literal(note)}]" if note else literal(text)
        st.title(heading, anchor=False, width="content")
        with st.container(
            horizontal=True,
            horizontal_alignment="right",
            vertical_alignment="center",
            width="content",
        ):
            right = st.container(
                horizontal=True, vertical_alignment="center", width="content", gap="small"
            )
            if figure:
                project_link(_, figure)
    return right


def project_link(_: Reader, figure: str) -> None:
    """Draw the link that opens a figure in a window for the projector."""
    st.link_button(_("Project on screen"), projector_address(figure), icon=":material/cast:")


def projector_address(figure: str) -> str:
    """Return the address that shows a figure and nothing else, always light."""
    asked = {
        state.PROJECT: state.key(),
        state.LANGUAGE: str(state.language()),
        "figure": figure,
        "embed": "true",
        "embed_options": "light_theme",
    }
    return f"projector?{urlencode(asked)}"
