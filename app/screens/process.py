"""Stage 0: who drives the process, who was heard, when and where, and what changed in people."""

import streamlit as st

from app import state
from app.widgets.agenda_view import agenda_view
from app.widgets.begin import begin_with
from app.widgets.figures import FIGURES, draw, has_figure
from app.widgets.findings import finding
from app.widgets.process_tables import decision_rows, moved_rows, quiet_rows, slippage_rows
from app.widgets.stage_page import stage_page
from app.widgets.table import show_rows
from app.widgets.views import choose_view, chosen_before
from methodology.action import PlanProject
from methodology.agreements import ChangeNote, Decision
from methodology.attendance import recurrence, recurrent_share
from methodology.calendar import calendar
from methodology.involvement import LAST
from methodology.mapping import Actor
from methodology.process import Attendance, Interview, Meeting, TeamMember
from methodology.record import Record
from methodology.stage import Stage

AGENDA, MOVED, DECIDED = "agenda", "moved", "decided"
FIRST_PROJECTS = 2  # week from which projects that build trust may begin
SHOWN = ("attendance", "weeks", "arrivals")

_ = state.reader()
snapshot = state.snapshot()


def figures() -> None:
    """Draw one view of the process at a time, as chosen."""
    names = {name: _(FIGURES[name].short) for name in SHOWN}
    names |= {AGENDA: _("Agenda"), MOVED: _("People moved"), DECIDED: _("Decisions")}
    match choose_view(names, key="process_figure"):
        case "weeks":
            weeks()
        case "agenda":
            agenda_view()
        case "moved":
            moved()
        case "decided":
            listed(*decision_rows(_, snapshot), Decision, "decisions")
        case chosen:
            people(chosen)


def weeks() -> None:
    """Draw the calendar with its meetings, the slippage, and the early lane of projects."""
    draw("weeks")
    found = calendar(snapshot, state.today())
    begun = sum(one.is_early or bool(one.tags) for one in snapshot.all(PlanProject))
    if found.week is None or found.week >= FIRST_PROJECTS:
        st.caption(
            _(
                "Early lane: projects that build trust may begin from week {week}, before any gap "
                "is known; {count} are marked as first or early so far."
            ).format(week=FIRST_PROJECTS, count=_.number(begun))
        )
    rows, note = slippage_rows(_, snapshot, state.today())
    show_rows(rows, key="process_slippage", row=38, most=600, note=note)


def people(chosen: str) -> None:
    """Draw a figure on who came, and the numbers of the process."""
    if not has_figure(chosen):
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
    draw(chosen)


def moved() -> None:
    """Draw what changed in people, stage by stage, and who has gone quiet since they came."""
    listed(*moved_rows(_, snapshot), ChangeNote, "moved")
    if not snapshot.all(Attendance):
        return
    last = st.segmented_control(
        _("Came to none of the last"), (2, LAST, 5), default=LAST, required=True, key="process_last"
    )
    rows, note = quiet_rows(_, snapshot, state.today(), last or LAST)
    st.markdown(
        f"**{_.many('{count} actor has gone quiet', '{count} actors have gone quiet', len(rows))}**"
    )
    if rows:
        show_rows(rows, key="process_quiet")
    st.caption(note)


def listed(rows: list[dict[str, str]], note: str, cls: type[Record], name: str) -> None:
    """Draw a table with its source line, or what is missing."""
    if not rows:
        begin_with(cls, _("Nothing is noted yet"), _(cls.about), icon="groups")
        return
    show_rows(rows, key=f"process_{name}", note=note)


shown = chosen_before("process_figure", SHOWN[0])
stage_page(
    Stage.PROCESS,
    finding(Stage.PROCESS),
    figures,
    figure=shown if shown in SHOWN and has_figure(shown) else "calendar",
)
