"""The window for the projector: it follows what the facilitator does, second by second."""

import streamlit as st

from app.widgets.room import room_scene

is_joining = bool(st.query_params.get("join"))


@st.fragment(run_every="1s")
def show() -> None:
    """Draw the scene anew: nothing else on the page moves."""
    room_scene(is_joining=is_joining)


show()
