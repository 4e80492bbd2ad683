"""What a place shows before there is anything in it: what is missing and how it comes about."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app.words import literal

AIR = 40  # px above and below what is said


def empty_state(missing: str, how: str, *, icon: str) -> DeltaGenerator:
    """Draw the empty place; return the container for the buttons that start it."""
    with st.container(border=True, horizontal_alignment="center"):
        st.space(AIR)
        st.markdown(f"## :gray[:material/{icon}:]", width="content", text_alignment="center")
        st.markdown(f"**{literal(missing)}**", width="content", text_alignment="center")
        st.markdown(f":gray[{literal(how)}]", width="content", text_alignment="center")
        ways = st.container(horizontal=True, horizontal_alignment="center")
        st.space(AIR)
    return ways
