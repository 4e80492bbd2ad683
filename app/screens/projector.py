"""What the room sees: one figure and its finding, nothing else, in type for the last row."""

import streamlit as st

from app import state
from app.look import PROJECTOR
from app.widgets.figures import FIGURES, draw, figure_title, has_figure
from app.widgets.title import asked_about
from app.words import literal

PX = PROJECTOR + 2  # its smallest notes are then 20 points
TALL = 540  # px that the title leaves of a screen of 720

_ = state.reader()
asked = st.query_params.get("figure", "")
name = asked if asked in FIGURES else "calendar"
about = asked_about()
st.space(20)
st.title(literal(figure_title(name, about)), anchor=False)
if has_figure(name, about):
    draw(name, px=PX, height=TALL, note=False, about=about)
else:
    st.header(f":gray[{_('Pending')}]", anchor=False)
