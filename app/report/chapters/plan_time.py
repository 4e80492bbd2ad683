"""The plan in time: a native Gantt of the projects and the critical path in words."""

from app.report.chapters.opening import Subheading
from app.report.chapters.process import UNNAMED
from app.report.graph import Figure, Series, Shape, where
from app.report.material import Material
from app.report.pen import Pen
from app.report.table import Column, Grid, Row
from methodology.action import PlanProject
from methodology.code_order import titled
from methodology.plan_rules import rules_of
from methodology.project_sheet import Activity
from methodology.timetable import Timetable, timetable_or_none

ROW, AROUND = 0.62, 2.2  # centimetres


def months_of(material: Material, project: PlanProject) -> str:
    """Return the first and the last month of a project; empty while it has no activities."""
    found = timetable_or_none(material.snapshot)
    row = found.row(project) if found else None
    return months_told(row.start, row.finish) if row else ""


def months_told(start: int, finish: int) -> str:
    """Return the months from one moment to another, counted from 0: 1–4, or 1 alone."""
    return f"{start + 1}–{finish}" if finish > start + 1 else f"{start + 1}"


def timetable_pages(pen: Pen, material: Material, subheading: Subheading) -> None:
    """Write when each project happens and which activities decide the end."""
    _ = pen._
    found = timetable_or_none(material.snapshot)
    if found is None:
        return
    subheading(_("Timetable"))
    table, figure = pen.label("Table"), pen.label("Figure")
    pen.sentence(
        _(
            "The plan takes {months} months. {figure} draws the projects; {table} names the "
            "activities on which the end depends."
        ),
        months=_.number(found.months),
        figure=figure,
        table=table,
    )
    source = timetable_source(pen, material, found)
    height = AROUND + ROW * len(found.rows)
    pen.chart(_gantt(pen, found), _("The projects in time"), source, height=height, label=figure)
    pen.table(_critical(pen, material, found), source, table)


def timetable_source(pen: Pen, material: Material, found: Timetable) -> str:
    """Return the source line of what is scheduled: how many activities, how, from which day."""
    _, begins = pen._, rules_of(material.snapshot).begins_on
    return _(
        "{count} activities of the project sheets, by the critical path method; month 1 "
        "begins on {day}."
    ).format(
        count=_.number(sum(len(row.activities) for row in found.rows)),
        day=_.date(begins) if begins else _("the day after the 26 weeks"),
    )


def _gantt(pen: Pen, found: Timetable) -> Figure:
    _ = pen._
    starts = [float(row.start) for row in found.rows]
    lengths = [row.finish - row.start for row in found.rows]
    critical = [row.is_critical for row in found.rows]
    shown = (
        Series(_("Other projects"), where([not one for one in critical], lengths), 0),
        Series(_("With activities of the critical path"), where(critical, lengths), 1),
    )
    return Figure(
        Shape.STACKED,
        [titled(row.project) for row in found.rows],
        [Series(UNNAMED, starts, is_hidden=True), *(one for one in shown if any(one.values))],
        number_format="0",
        axis_title=_("Months of the plan"),
        has_axis=True,
        gap=40,
    )


def _critical(pen: Pen, material: Material, found: Timetable) -> Grid:
    _ = pen._
    timings = {one.activity.id: one.timing for row in found.rows for one in row.activities}
    columns = (
        Column(_("Code"), is_unbroken=True),
        Column(_("Activity")),
        Column(_("Project")),
        Column(_("Begins in month"), True),
        Column(_("Ends in month"), True),
    )
    rows = tuple(
        Row(
            (
                one.code,
                one.name,
                _called(material, one),
                _.number(timings[one.id].start + 1),
                _.number(timings[one.id].finish),
            )
        )
        for one in found.critical_path
        if one.id in timings
    )
    return Grid(columns, rows, _("Critical path"))


def _called(material: Material, activity: Activity) -> str:
    project = material.snapshot.get(PlanProject, activity.project)
    return titled(project) if project else ""
