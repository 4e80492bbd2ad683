"""The process on screen: its figures and its finding."""

from collections.abc import Mapping

from app import charts, state
from app.i18n import Reader
from app.widgets.figure import Figure
from methodology.attendance import attendance
from methodology.calendar import calendar
from methodology.gates import progress
from methodology.project import Project
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_

MEETINGS = 8  # meetings in one figure: more cannot be read from the last row


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
    ),
}
