"""Sections 11, 12 and 14: lines, projects and what comes first; project 0; policies."""

from collections.abc import Sequence

from app.report.chapters.opening import close_section, open_section, own_source, write_lacks
from app.report.chapters.plan_money import money_pages
from app.report.chapters.plan_time import months_of, timetable_pages
from app.report.chapters.process import facts
from app.report.chapters.project_sheets import project_sheets
from app.report.graph import Figure, Point, Shape
from app.report.material import Material
from app.report.pen import Pen
from app.report.records import record_grid
from app.report.table import Column, Grid, Row
from methodology.action import ActionLine, PlanProject
from methodology.cofinancing import money
from methodology.plan import Section
from methodology.policies import PolicyKind, PolicyRequest
from methodology.portfolio import by_line, first_projects
from methodology.priority_matrix import (
    CUT,
    Priority,
    Quadrant,
    leading_side,
    low_priority,
    marks_taken,
    priorities,
    unplaced,
)
from methodology.project_zero import ManagerProfile, ManagerTask
from methodology.record import Kind, fields
from methodology.standard_project_zero import monthly_hours

SCALE = (1.0, 5.0)  # of both axes of the matrix: its steps stand at the scores themselves


def action_plan(pen: Pen, material: Material) -> None:
    """Write the section on lines and projects."""
    _, snapshot = pen._, material.snapshot
    begun = bool(material.rows(ActionLine) or material.rows(PlanProject))
    subheading = open_section(pen, material, Section.ACTION_PLAN, new_page=begun)
    if material.rows(ActionLine):
        subheading(_("Lines of action"))
        columns = ("code", "name", "areas")
        rows = [one.line for one in by_line(snapshot) if one.line]
        grid = record_grid(material, ActionLine, columns=columns, rows=rows)
        pen.table(grid, own_source(pen))
    if material.rows(PlanProject):
        subheading(_("Projects"))
        _portfolio(pen, material)
        if first_projects(snapshot):
            subheading(_("First projects"))
            _first(pen, material)
        if priorities(snapshot):
            subheading(_("Priority of the projects"))
            _priority(pen, material)
        timetable_pages(pen, material, subheading)
        money_pages(pen, material, subheading)
        subheading(_("Project sheets"))
        project_sheets(pen, material)
    close_section(pen, material, Section.ACTION_PLAN, subheading)


def project_zero(pen: Pen, material: Material) -> None:
    """Write the section on the work plan of the cluster manager."""
    _ = pen._
    tasks, profile = material.snapshot.all(ManagerTask), material.snapshot.one(ManagerProfile)
    subheading = open_section(pen, material, Section.PROJECT_ZERO, new_page=bool(tasks or profile))
    if tasks:
        subheading(_("Work plan of the manager"))
        _tasks(pen, material)
    if profile:
        subheading(_(ManagerProfile.title))
        facts(pen, material, profile, _("Conditions of the post"))
        for one in fields(ManagerProfile):
            words = material.speaker.say(profile, one)
            if one.kind is Kind.LONG_TEXT and words:
                pen.heading(3, _(one.label))
                pen.text(words)
    close_section(pen, material, Section.PROJECT_ZERO, subheading)


def policies(pen: Pen, material: Material) -> None:
    """Write the section on what the cluster asks of the public sector."""
    _ = pen._
    found = material.snapshot.all(PolicyRequest)
    subheading = open_section(pen, material, Section.POLICIES, new_page=bool(found))
    for kind in PolicyKind:
        rows = [one for one in found if one.kind is kind]
        if rows:
            subheading(_(kind.label))
            columns = ("code", "name", "addressee", "asked_on", "state")
            grid = record_grid(
                material,
                PolicyRequest,
                columns=columns,
                rows=rows,
                name=f"{_(PolicyRequest.title)}: {_(kind.label)}",
                leaving=("kind",),
            )
            pen.table(grid, own_source(pen))
    write_lacks(pen, material, Section.POLICIES)


def _portfolio(pen: Pen, material: Material) -> None:
    _, snapshot = pen._, material.snapshot
    amounts = {row.project.id: row for row in money(snapshot)}
    label = pen.label("Table")
    pen.sentence(
        _("{table} lists the projects line by line; each has a sheet at the end of the section."),
        table=label,
    )
    columns = (
        Column(_("Code"), is_unbroken=True),
        Column(_("Project")),
        Column(_("Line")),
        Column(_("Typology")),
        Column(_("Readiness")),
        Column(_("Leader")),
        Column(_("Amount"), True),
    )
    rows = tuple(
        Row(
            (
                project.code,
                project.name,
                (found.line.code or found.line.name) if found.line else "",
                _(project.typology.label) if project.typology else material.pending,
                _(project.readiness.label),
                material.speaker.name(project.leader) or material.pending,
                _.money(amounts[project.id].total),
            )
        )
        for found in by_line(snapshot)
        for project in found.projects
    )
    total = sum(row.total for row in amounts.values())
    last = Row(("", _("Total"), "", "", "", "", _.money(total)), is_total=True)
    pen.table(Grid(columns, (*rows, last), _("Projects of the plan")), own_source(pen), label)


def _first(pen: Pen, material: Material) -> None:
    _ = pen._
    columns = (
        Column(_("Code"), is_unbroken=True),
        Column(_("Project")),
        Column(_("First project because")),
        Column(_("Readiness")),
        Column(_("Months"), is_unbroken=True),
        Column(_("Leader")),
        Column(_("Instrument or fund targeted")),
    )
    rows = tuple(
        Row(
            (
                project.code,
                project.name,
                ", ".join(_(tag.label) for tag in project.tags),
                _(project.readiness.label) + (f", {_('Early lane')}" if project.is_early else ""),
                months_of(material, project) or material.pending,
                material.speaker.name(project.leader) or material.pending,
                project.fund,
            )
        )
        for project in first_projects(material.snapshot)
    )
    pen.table(Grid(columns, rows, _("First projects")), own_source(pen))


def _priority(pen: Pen, material: Material) -> None:
    _, found = pen._, priorities(material.snapshot)
    table, figure = pen.label("Table"), pen.label("Figure")
    pen.sentence(
        _("{figure} sets impact against effort, cut at 3; {table} has the values behind it."),
        figure=figure,
        table=table,
    )
    source = priority_source(pen, material)
    pen.chart(
        Figure(
            Shape.POINTS,
            points=[_point(one) for one in found],
            x_title=_("Effort"),
            y_title=_("Impact"),
            x_range=SCALE,
            y_range=SCALE,
            crosshair=(CUT, CUT),
            number_format="0",
        ),
        _("Priority of the projects"),
        f"{source} {_quadrants(pen)}",
        height=9,
        label=figure,
    )
    pen.table(_priority_grid(pen, found), f"{source} {_unplaced(pen, material)}".strip(), table)
    if low := low_priority(material.snapshot):
        pen.text(
            _(
                "The plan keeps projects whose impact is low for their effort; whether they stay "
                "is to be looked at again: {projects}."
            ).format(projects=_.join([one.code or one.name for one in low]))
        )


def _quadrants(pen: Pen) -> str:
    """Say what each quarter of the figure is called."""
    _ = pen._
    said = _("Above left: {quick}; above right: {major}; below left: {fill}; below right: {drop}.")
    return said.format(
        quick=_(Quadrant.QUICK_WIN.label),
        major=_(Quadrant.MAJOR.label),
        fill=_(Quadrant.FILL_IN.label),
        drop=_(Quadrant.DROP.label),
    )


def _unplaced(pen: Pen, material: Material) -> str:
    """Name the projects without a place in the matrix; empty where every one has its own."""
    _, found = pen._, unplaced(material.snapshot)
    if not found:
        return ""
    said = _("Without scores of impact and effort, and so not in the table: {projects}.")
    return said.format(projects=_.join([one.code or one.name for one in found]))


def _priority_grid(pen: Pen, found: Sequence[Priority]) -> Grid:
    _ = pen._
    columns = (
        Column(_("Code"), is_unbroken=True),
        Column(_("Project")),
        Column(_("Impact"), True),
        Column(_("Effort"), True),
        Column(_("Verdict")),
        Column(_("Value")),
    )
    rows = tuple(
        Row(
            (
                one.project.code,
                one.project.name,
                _.number(float(one.impact), 2),
                _.number(float(one.effort), 2),
                _(one.quadrant.label),
                _("Adopted") if one.is_adopted else _("Median"),
            )
        )
        for one in found
    )
    return Grid(columns, rows, _("Impact and effort of the projects"))


def _point(one: Priority) -> Point:
    first = one.quadrant is Quadrant.QUICK_WIN
    name = one.project.code or one.project.name
    return Point(name, float(one.effort), float(one.impact), accent=1 if first else 0)


def priority_source(pen: Pen, material: Material) -> str:
    """Return the source line of the priorities: whose values, of how many raters, which scale."""
    _, side = pen._, leading_side(material.snapshot)
    found = priorities(material.snapshot)
    raters = max((one.raters for one in found), default=0)
    told = _.many("{count} rater", "{count} raters", raters)
    who = f"{told} ({_(side.label)})" if side else told
    said = (
        _("adopted values; scale of 1 to 5, weighted means, ties to the high side.")
        if all(one.is_adopted for one in found)
        else _(
            "adopted values, else medians of {who}; scale of 1 to 5, weighted means, ties to "
            "the high side."
        )
    )
    told = said.format(who=who)
    return f"{told} {marks_taken(material.snapshot).text(_)}".strip()


def _tasks(pen: Pen, material: Material) -> None:
    _, tasks = pen._, material.snapshot.all(ManagerTask)
    columns = (
        Column(_("Activity")),
        Column(_("Monthly target"), True),
        Column(_("Counted in")),
        Column(_("Hours a month"), True),
        Column(_("Product")),
        Column(_("Indicator")),
    )
    rows = tuple(
        Row(
            (
                task.name,
                material.pending
                if task.monthly_target is None
                else _.number(task.monthly_target, 2, fixed=False),
                task.counted_in,
                "" if task.hours is None else _.number(task.hours),
                task.product,
                task.indicator,
            )
        )
        for task in tasks
    )
    last = Row((_("Total"), "", "", _.number(monthly_hours(tasks)), "", ""), is_total=True)
    name = _("Work plan of the manager, month by month")
    pen.table(Grid(columns, (*rows, last), name), own_source(pen))
