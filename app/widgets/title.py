"""The first row of every page: what was found, in words, and at most two ways on."""

from urllib.parse import urlencode
from uuid import UUID

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app import state
from app.i18n import Reader
from app.words import literal

ABOUT = "about"


def title_row(
    text: str, note: str = "", *, figure: str = "", about: UUID | None = None
) -> DeltaGenerator:
    """Draw the title with its grey note; return the container at its right.

    `figure` is what the link to the projector opens, `about` the record that it shows.
    """
    _ = state.reader()
    with st.container(
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
        gap="xsmall",
    ):
        heading = f"{literal(text)} :gray[{literal(note)}]" if note else literal(text)
        with st.container(horizontal=True):  # shrinks: a long title wraps beside the ways on
            st.title(heading, anchor=False)
        with st.container(
            horizontal=True,
            horizontal_alignment="right",
            vertical_alignment="center",
            width="content",
            gap="xsmall",
        ):
            right = st.container(
                horizontal=True, vertical_alignment="center", width="content", gap="small"
            )
            if figure:
                project_link(_, figure, about)
    return right


def project_link(_: Reader, figure: str, about: UUID | None = None) -> None:
    """Draw the link that opens a figure in a window for the projector."""
    address = projector_address(figure, about)
    st.link_button(_("Present"), address, icon=":material/cast:")


def projector_address(figure: str, about: UUID | None = None) -> str:
    """Return the address that shows a figure and nothing else, always light.

    `about` is the record that the figure shows, where it shows one at a time.
    """
    asked = {
        state.PROJECT: state.key(),
        state.LANGUAGE: str(state.language()),
        "figure": figure,
        **({ABOUT: str(about)} if about else {}),
        "embed": "true",
        "embed_options": "light_theme",
    }
    return f"projector?{urlencode(asked)}"


def asked_about() -> UUID | None:
    """Return the record that the address of the projector asks for; None without a usable one."""
    try:
        return UUID(st.query_params.get(ABOUT, ""))
    except ValueError:
        return None
