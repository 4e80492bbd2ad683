"""The action plan on screen: its figures and its finding."""

from collections.abc import Mapping
from uuid import UUID

from app import charts
from app.i18n import Reader
from app.widgets.figure import WHOLE, Figure, Subjects, drawing
from methodology.action import PlanProject, Readiness
from methodology.code_order import titled
from methodology.cofinancing import estimated, money, together
from methodology.mapping import Actor
from methodology.plan_rules import rules_of
from methodology.portfolio import by_line, by_year, line_money, mix
from methodology.priority_matrix import leading_side, marks_taken, priorities
from methodology.project_sheet import BudgetItem
from methodology.record import Record
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_
from methodology.timetable import timetable_or_none


def finding(snapshot: Snapshot, _: Reader) -> str:
    """Return what the stage found so far, in the few words of a title; empty while nothing."""
    projects = snapshot.all(PlanProject)
    if not projects:
        return ""
    said = [_.many("{count} project", "{count} projects", len(projects))]
    if total := together(money(snapshot)).total:
        said.append(_.money(total))
    return ", ".join(said)


def _tree(snapshot: Snapshot, style: charts.Style) -> object:
    found = by_line(snapshot)
    return charts.project_tree(found, _notes(snapshot, style.reader), style) if found else None


def _notes(snapshot: Snapshot, _: Reader) -> dict[UUID, str]:
    """Return who leads each project and what it costs."""
    leaders = {actor.id: actor.name for actor in snapshot.all(Actor)}
    return {
        row.project.id: " · ".join(
            filter(
                None,
                (
                    leaders.get(row.project.leader or row.project.id, ""),
                    _.money(row.total) if row.total else "",
                ),
            )
        )
        for row in money(snapshot)
    }


def _tree_source(snapshot: Snapshot, _: Reader) -> str:
    projects = snapshot.all(PlanProject)
    ready = sum(one.readiness is Readiness.READY for one in projects)
    return _("Project sheets of the team; ready to apply: {ready} of {total}.").format(
        ready=_.number(ready), total=_.number(len(projects))
    )


def _gantt(snapshot: Snapshot, style: charts.Style) -> object:
    found = timetable_or_none(snapshot)
    return charts.plan_gantt(found, by_line(snapshot), style) if found else None


def _gantt_source(snapshot: Snapshot, _: Reader) -> str:
    found = timetable_or_none(snapshot)
    if found is None:
        return ""
    begins = rules_of(snapshot).begins_on
    day = _.date(begins) if begins else _("the day after the 26 weeks")
    return _(
        "Activities: {count}, scheduled by the critical path method; month 1 begins on {day}. "
        "Critical path: {path}."
    ).format(
        count=_.number(sum(len(row.activities) for row in found.rows)),
        day=day,
        path=" → ".join(one.code or one.name for one in found.critical_path),
    )


def _of_project(project: PlanProject) -> Figure:
    def make(snapshot: Snapshot, style: charts.Style) -> object:
        found = timetable_or_none(snapshot)
        row = found.row(project) if found else None
        return charts.project_gantt(row, found.months, style) if found and row else None

    return Figure(Stage.ACTION_PLAN, titled(project), make, _gantt_source)


def _with_activities(snapshot: Snapshot) -> list[Record]:
    found = timetable_or_none(snapshot)
    return [row.project for row in found.rows] if found else []


def _about(record: Record) -> Figure:
    return _of_project(record) if isinstance(record, PlanProject) else FIGURES["plan_time"]


def _matrix_source(snapshot: Snapshot, _: Reader) -> str:
    found, side = priorities(snapshot), leading_side(snapshot)
    adopted = sum(one.is_adopted for one in found)
    scale = _("Weighted means of 1 to 5, cut at 3, ties to the high side.")
    values = _("Adopted values: {adopted} of {total} projects").format(
        adopted=_.number(adopted), total=_.number(len(found))
    )
    if adopted < len(found) and side:
        raters = _.many(
            "the others are medians of {count} rater",
            "the others are medians of {count} raters",
            max(one.raters for one in found),
        )
        values = f"{values}; {raters} ({_(side.label)})"
    return f"{values}. {scale} {marks_taken(snapshot).text(_)}".strip()


def _ring_source(snapshot: Snapshot, _: Reader) -> str:
    found = mix(snapshot)
    return _(
        "Budgets of {count} projects; percentages by largest remainder. HHI of the mix: {hhi}."
    ).format(
        count=_.number(sum(1 for row in money(snapshot) if row.total)),
        hhi=_.number_if_known(found.hhi),
    )


def _money_source(snapshot: Snapshot, _: Reader) -> str:
    found = together(money(snapshot))
    leverage = _("n/d") if found.leverage is None else _.number(found.leverage, 2)
    return _(
        "Lines of the budgets: {count}. Public {public}; each unit of it brings {leverage} of "
        "others."
    ).format(
        count=_.number(len(snapshot.all(BudgetItem))),
        public=_.money(found.public),
        leverage=leverage,
    )


def _year_source(snapshot: Snapshot, _: Reader) -> str:
    told = _money_source(snapshot, _)
    if left_out := estimated(snapshot):
        told += " " + _("Estimates, which have no years yet, are not drawn: {amount}.").format(
            amount=_.money(left_out)
        )
    return told


FIGURES: Mapping[str, Figure] = {
    "plan_tree": Figure(
        Stage.ACTION_PLAN,
        N_("Lines and projects"),
        _tree,
        _tree_source,
        short=N_("Tree"),
        least=WHOLE,
    ),
    "plan_time": Figure(
        Stage.ACTION_PLAN,
        N_("The projects in time"),
        _gantt,
        _gantt_source,
        short=N_("Timetable"),
        subjects=Subjects(_with_activities, _about, begin_together=True),
    ),
    "plan_priority": Figure(
        Stage.ACTION_PLAN,
        N_("Priority of the projects"),
        drawing(priorities, charts.priority_matrix),
        _matrix_source,
        short=N_("Priority"),
    ),
    "plan_orientation": Figure(
        Stage.ACTION_PLAN,
        N_("Money by orientation"),
        drawing(mix, charts.orientation_ring, lambda found: found.total),
        _ring_source,
        short=N_("Orientation"),
        least=720,
    ),
    "plan_years": Figure(
        Stage.ACTION_PLAN,
        N_("Budget by year and source"),
        drawing(by_year, charts.year_stacks),
        _year_source,
        short=N_("By year"),
    ),
    "plan_lines": Figure(
        Stage.ACTION_PLAN,
        N_("Budget by line and source"),
        drawing(line_money, charts.line_stacks),
        _money_source,
        short=N_("By line"),
    ),
}
