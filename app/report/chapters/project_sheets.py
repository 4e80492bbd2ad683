"""The sheets of the projects: all that is known of each, in compact tables under one caption."""

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from app.report.chapters.opening import own_source
from app.report.chapters.plan_time import months_told
from app.report.markup import run
from app.report.material import Material
from app.report.pen import Pen
from app.report.records import record_grid
from app.report.table import KEEP, Column, Grid, Row
from app.report.values import CENTS
from methodology.action import PlanProject
from methodology.chain import areas_of
from methodology.code_order import titled
from methodology.cofinancing import ProjectMoney, money
from methodology.plan_rules import rules_of
from methodology.portfolio import leadership, orientation_of, projects
from methodology.priority_matrix import Priority, priorities
from methodology.project_sheet import (
    Activity,
    BudgetItem,
    Commitment,
    MoneySource,
    ProjectIndicator,
    ProjectRisk,
)
from methodology.record import Record, attribute
from methodology.text import N_
from methodology.timetable import timetable_or_none

MOST_YEARS = 4  # that stand side by side in a budget
PARTS: tuple[tuple[type[Record], str, tuple[str, ...]], ...] = (
    (
        ProjectIndicator,
        N_("Indicators of the project"),
        ("name", "unit", "baseline", "baseline_on", "target", "target_on"),
    ),
    (ProjectRisk, N_("Risks of the project"), ("name", "likelihood", "damage", "watched_by")),
    (Commitment, Commitment.title, ("actor", "contribution", "amount", "hours", "committed_on")),
)
# between the parts of a sheet: a page may end here
APART = '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>'


class _Known:
    """What the sheets need of the whole plan, gathered once."""

    def __init__(self, material: Material) -> None:
        snapshot = material.snapshot
        self.material = material
        self.rules = rules_of(snapshot)
        self.money = {row.project.id: row for row in money(snapshot)}
        self.priorities = {one.project.id: one for one in priorities(snapshot)}
        found = timetable_or_none(snapshot)
        self.time = {row.project.id: row for row in found.rows} if found else {}
        self._held: dict[type[Record], dict[UUID, list[Record]]] = {}
        for cls in (Activity, BudgetItem, ProjectIndicator, ProjectRisk, Commitment):
            held = self._held.setdefault(cls, {})
            for record in snapshot.all(cls):
                held.setdefault(record.project, []).append(record)  # type: ignore[attr-defined]

    def of(self, cls: type[Record], project: PlanProject) -> Sequence[Record]:
        """Return the records of a type that belong to a project."""
        return self._held[cls].get(project.id, [])


def project_sheets(pen: Pen, material: Material) -> None:
    """Write one sheet for each project, in the order of their codes."""
    known = _Known(material)
    for project in projects(material.snapshot):
        pen.heading(3, titled(project))
        _sheet(pen, known, project)


def _sheet(pen: Pen, known: _Known, project: PlanProject) -> None:
    _ = pen._
    share = pen.room * 27 // 100
    rows = tuple(Row(pair) for pair in _facts(pen, known, project) if pair[1])
    pen.caption(pen.label("Table"), _("Sheet of project {project}").format(project=titled(project)))
    pen.plain_table(
        Grid(
            (Column(_("Item")), Column(_("Content"))),
            rows,
            titled(project),
            widths=(share, pen.room - share),
        )
    )
    _part(pen, _("Activities"), _activities(pen, known, project))
    _part(pen, f"{_('Budget')} ({_.currency_sign})", _budget(pen, known, project))
    for cls, title, names in PARTS:
        rows_of = known.of(cls, project)
        if rows_of:
            grid = record_grid(
                known.material,
                cls,
                columns=names,
                rows=rows_of,
                name=f"{_(title)}: {titled(project)}",
                leaving=("project",),
            )
            _part(pen, _(title), grid)
    pen.source(own_source(pen))


def _part(pen: Pen, title: str, grid: Grid) -> None:
    """Write a table of a sheet under its name, where a page may end before it; nothing if empty."""
    if grid.rows:
        pen.put("", "", APART)
        pen.put(run(title, bold=True), "", KEEP)
        pen.plain_table(grid)


def _facts(pen: Pen, known: _Known, project: PlanProject) -> Iterator[tuple[str, str]]:
    """Yield what the head of a sheet says, each with its label."""
    _, say = pen._, known.material.speaker
    label = _orientation(pen, known, project)
    side = leadership(known.material.snapshot, project)
    leader = say.name(project.leader)
    yield _("Objective"), project.objective
    yield _("Description"), project.description
    yield _("Deliverables"), project.deliverables
    yield _("Beneficiaries"), project.beneficiaries
    yield _("Action line"), say.name(project.line)
    yield _("Improvement areas"), _names(known, areas_of(known.material.snapshot, project))
    yield _("Gaps it closes"), _names(known, project.gaps)
    yield _("Key success factors"), _names(known, project.success_factors)
    yield _("Category"), " · ".join(filter(None, (_called(pen, project.category), label)))
    yield _("Typology"), _typology(pen, project)
    yield _("Leader"), f"{leader} ({_(side.label)})" if leader and side else leader
    yield _("Actors"), _names(known, project.actors)
    yield _("Readiness"), _readiness(pen, project)
    row = known.time.get(project.id)
    yield _("Months"), months_told(row.start, row.finish) if row else ""
    yield _("Amount"), _amount(pen, known, known.money[project.id])
    if project.estimate is not None and not known.money[project.id].is_estimate:
        yield _("Estimated amount"), say.money(project.estimate)
    yield _("Instrument or fund targeted"), project.fund
    yield _("Priority"), _priority(pen, known.priorities.get(project.id))


def _names(known: _Known, keys: Iterable[UUID | None]) -> str:
    return known.material.reader.join([*filter(None, map(known.material.speaker.name, keys))])


def _called(pen: Pen, choice: object) -> str:
    return pen._(getattr(choice, "label", "")) if choice else ""


def _orientation(pen: Pen, known: _Known, project: PlanProject) -> str:
    found = orientation_of(project, known.rules)
    return f"{pen._('Orientation')}: {_called(pen, found)}" if found else ""


def _typology(pen: Pen, project: PlanProject) -> str:
    if project.typology is None:
        return pen.pending_word
    return f"{pen._(project.typology.label)} ({pen._(project.typology.appropriability)})"


def _readiness(pen: Pen, project: PlanProject) -> str:
    _ = pen._
    tags = ", ".join(_(tag.label) for tag in project.tags)
    first = f"{_(attribute(PlanProject, 'tags').label)}: {tags}" if tags else ""
    early = _("Early lane") if project.is_early else ""
    return " · ".join(filter(None, (_(project.readiness.label), first, early)))


def _amount(pen: Pen, known: _Known, row: ProjectMoney) -> str:
    _ = pen._
    if not row.total:
        return pen.pending_word
    share = _("{share} public").format(share=_.percent(row.public / row.total))
    kind = [_("Estimated amount")] if row.is_estimate else []
    return ", ".join([known.material.speaker.money(row.total), share, *kind])


def _priority(pen: Pen, found: Priority | None) -> str:
    _ = pen._
    if found is None:
        return ""
    return _("{verdict} (impact {impact}, effort {effort})").format(
        verdict=_(found.quadrant.label),
        impact=_.number(float(found.impact), 2),
        effort=_.number(float(found.effort), 2),
    )


def _activities(pen: Pen, known: _Known, project: PlanProject) -> Grid:
    _, row = pen._, known.time.get(project.id)
    codes = {one.id: one.code or one.name for one in known.material.snapshot.all(Activity)}
    timings = {one.activity.id: one.timing for one in row.activities} if row else {}
    found = [one.activity for one in row.activities] if row else known.of(Activity, project)
    rows = []
    for one in found:
        assert isinstance(one, Activity)
        timing = timings.get(one.id)
        rows.append(
            Row(
                (
                    one.code,
                    one.name,
                    months_told(timing.start, timing.finish) if timing else _.number(one.months),
                    ", ".join(codes[key] for key in one.after if key in codes),
                    "" if timing is None else _.number(timing.slack),
                )
            )
        )
    columns = (
        Column(_("Code"), is_unbroken=True),
        Column(_("Activity")),
        Column(_("Months"), is_unbroken=True),
        Column(_("Waits for")),
        Column(_("Slack"), True),
    )
    return Grid(columns, tuple(rows), f"{_('Activities')}: {titled(project)}")


def _budget(pen: Pen, known: _Known, project: PlanProject) -> Grid:
    """Return the budget of a project: an item a row, by year where they fit, and by source."""
    _ = pen._
    items = [one for one in known.of(BudgetItem, project) if isinstance(one, BudgetItem)]
    years = sorted({one.year for one in items})
    shown = years if len(years) <= MOST_YEARS else []
    columns = (
        Column(_("Budget item")),
        *(Column(str(year), True) for year in shown),
        *(Column(_(source.label), True) for source in MoneySource),
        Column(_("Total"), True),
    )
    names = list(dict.fromkeys(one.item for one in items))
    groups = [(name, [one for one in items if one.item == name]) for name in names]
    rows = [Row(_budget_cells(pen, name, group, shown)) for name, group in groups]
    if rows:
        rows.append(Row(_budget_cells(pen, _("Total"), items, shown), is_total=True))
    name = f"{_('Budget')} ({_.currency_sign}): {titled(project)}"
    return Grid(columns, tuple(rows), name)


def _budget_cells(
    pen: Pen, name: str, items: Sequence[BudgetItem], years: Sequence[int]
) -> tuple[str, ...]:
    _ = pen._
    by_year = (sum(one.amount for one in items if one.year == year) for year in years)
    by_source = (sum(one.amount for one in items if one.source is source) for source in MoneySource)
    total = sum(one.amount for one in items)
    return (name, *(_plain(pen, amount) for amount in (*by_year, *by_source, total)))


def _plain(pen: Pen, amount: int) -> str:
    """Return an amount without its currency, which the name of the table says."""
    major = pen._.major(amount)
    digits = 0 if major == major.to_integral_value() else CENTS
    return pen._.number(major, digits) if amount else "–"
