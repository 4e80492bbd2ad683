"""Stage 0: who drives the process, who was heard, when and where."""

import streamlit as st

from app import state
from app.widgets.begin import begin_with
from app.widgets.figures import draw, has_figure
from app.widgets.findings import finding
from app.widgets.stage_page import stage_page
from methodology.attendance import recurrence, recurrent_share
from methodology.mapping import Actor
from methodology.process import Attendance, Interview, Meeting, TeamMember
from methodology.stage import Stage

_ = state.reader()
snapshot = state.snapshot()


def figures() -> None:
    """Draw attendance by type of actor and the numbers of the process."""
    if not has_figure("attendance"):
        is_listed = bool(snapshot.all(Meeting)) and bool(snapshot.all(Actor))
        begin_with(
            Attendance if is_listed else Meeting,
            _("No meeting with a list of attendance yet"),
            _("Record each workshop with its date, place and who came: the plan prints it."),
            icon="groups",
        )
        return
    share = recurrent_share(snapshot)
    numbers = (
        (_("Team"), _.number(len(snapshot.all(TeamMember)))),
        (_("Interviews"), _.number(len(snapshot.all(Interview)))),
        (_("Actors that came"), _.number(len(recurrence(snapshot)))),
        (_("Came twice or more"), _("n/d") if share is None else _.percent(share)),
    )
    with st.grid(4, min_column_width=150):
        for label, value in numbers:
            st.metric(label, value)
    draw("attendance")


stage_page(Stage.PROCESS, finding(Stage.PROCESS), figures, figure="calendar")
