"""The process on screen: its figures and its finding."""

from collections.abc import Mapping

from app import charts, state
from app.i18n import Reader
from app.widgets.figure import WHOLE, Figure
from methodology.attendance import attendance
from methodology.calendar import calendar, sessions
from methodology.gates import progress
from methodology.involvement import OPEN_TO_ALL, arrivals
from methodology.project import Project
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_

MEETINGS = 8  # meetings in one figure: more cannot be read from the last row
SHOWN = 14  # meetings in the figure of newcomers


def finding(snapshot: Snapshot, _: Reader) -> str:
    """Return what the stage found so far, in the few words of a title; empty while nothing."""
    rows = [row for row in attendance(snapshot) if row.people]
    if not rows:
        return ""
    people = sum(row.people for row in rows)
    return ", ".join(
        (
            _.many("{count} meeting", "{count} meetings", len(rows)),
            _.many("{count} attendance", "{count} attendances", people),
        )
    )


def _calendar(snapshot: Snapshot, style: charts.Style) -> object:
    found = calendar(snapshot, state.today())
    return charts.stage_calendar(found, progress(snapshot), style)


def _weeks(snapshot: Snapshot, style: charts.Style) -> object:
    today = state.today()
    found = calendar(snapshot, today)
    return charts.stage_calendar(
        found, progress(snapshot), style, sessions=sessions(snapshot, today)
    )


def _weeks_source(snapshot: Snapshot, _: Reader) -> str:
    if undated := _plan_of_weeks(snapshot, _):
        return undated
    held = sum(one.is_held for one in sessions(snapshot, state.today()))
    return _(
        "Planned weeks of each stage; dotted: weeks behind the plan. Points are meetings: {held} "
        "held so far."
    ).format(held=_.number(held))


def _arrivals(snapshot: Snapshot, style: charts.Style) -> object:
    rows = [row for row in arrivals(snapshot) if row.meeting.kind in OPEN_TO_ALL]
    return charts.arrival_bars(rows[-SHOWN:], style) if rows else None


def _arrivals_source(snapshot: Snapshot, _: Reader) -> str:
    rows = [row for row in arrivals(snapshot) if row.meeting.kind in OPEN_TO_ALL]
    total = _.number(len(rows))
    if len(rows) <= SHOWN:
        return _("Actors on the lists of attendance of meetings open to all: {total}.").format(
            total=total
        )
    return _(
        "Actors on the lists of attendance of the last {count} meetings open to all, of {total}."
    ).format(count=_.number(SHOWN), total=total)


def _attendance(snapshot: Snapshot, style: charts.Style) -> object:
    rows = [row for row in attendance(snapshot) if row.by_kind]
    return charts.attendance_matrix(rows[-MEETINGS:], style) if rows else None


def _plan_of_weeks(snapshot: Snapshot, _: Reader) -> str:
    project = snapshot.one(Project)
    if project is None or project.starts_on is None:
        return _("Weeks of the method; they get dates once the first day is set.")
    return ""


def _meetings_source(snapshot: Snapshot, _: Reader) -> str:
    rows = [row for row in attendance(snapshot) if row.by_kind]
    if len(rows) > MEETINGS:
        return _("Last {count} meetings with a list of attendance, of {total}.").format(
            count=MEETINGS, total=_.number(len(rows))
        )
    return _("Lists of attendance of the meetings; actors not on a list are left out.")


FIGURES: Mapping[str, Figure] = {
    "calendar": Figure(Stage.PROCESS, N_("Calendar of the 26 weeks"), _calendar, _plan_of_weeks),
    "attendance": Figure(
        Stage.PROCESS,
        N_("Attendance by type of actor"),
        _attendance,
        _meetings_source,
        is_finding=True,
        short=N_("Attendance"),
        least=WHOLE,
    ),
    "weeks": Figure(
        Stage.PROCESS, N_("Calendar and meetings"), _weeks, _weeks_source, short=N_("Calendar")
    ),
    "arrivals": Figure(
        Stage.PROCESS,
        N_("Who comes for the first time"),
        _arrivals,
        _arrivals_source,
        short=N_("Newcomers"),
    ),
}
