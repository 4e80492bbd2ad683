"""The checks of the action plan: areas served, projects with actors, leader and money."""

from collections.abc import Callable, Iterable

from methodology.action import ActionLine, Leadership, PlanProject, Readiness
from methodology.areas import ImprovementArea
from methodology.chain import areas_of
from methodology.check import Check, Checks, Judgement
from methodology.code_order import code_order
from methodology.cofinancing import ProjectMoney, money
from methodology.mapping import Actor
from methodology.needs import Outcome, outcome
from methodology.plan_rules import rules_of
from methodology.portfolio import (
    LEAST_ACTORS,
    MOST_LED,
    by_line,
    is_project_zero,
    leadership,
    led,
    mix,
    orientation_of,
    projects,
    taking_part,
)
from methodology.project_sheet import Activity, BudgetItem
from methodology.project_zero import ManagerTask
from methodology.published import renumbered
from methodology.schedule import CircularDependency
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_, Remark
from methodology.timetable import early_trust, timetable

PRIVATELY_LED = 0.6  # house convention: share of projects with a named private leader
NAMED = 6  # of a list that is too long to be read
NONE_YET = N_("There are no projects yet.")


def _short(names: Iterable[str]) -> tuple[str, ...]:
    found = [*names]
    more = (f"… (+{len(found) - NAMED})",) if len(found) > NAMED else ()
    return (*found[:NAMED], *more)


def _codes(found: Iterable[PlanProject]) -> tuple[str, ...]:
    return _short(project.code or project.name for project in found)


def _each(
    snapshot: Snapshot, is_good: Callable[[PlanProject], bool], lacking: str, total: str
) -> Judgement:
    """Judge whether every project is good; `lacking` names the others, `total` counts all."""
    found = projects(snapshot)
    if not found:
        return False, Remark(NONE_YET)
    bad = [project for project in found if not is_good(project)]
    if bad:
        return False, Remark(lacking, {"projects": _codes(bad)})
    return True, Remark(total, {"count": len(found)})


def areas(snapshot: Snapshot) -> Judgement:
    """Judge whether each improvement area has a project; one that stays with firms needs none."""
    wanted = sorted(snapshot.all(ImprovementArea), key=code_order)
    if not wanted:
        return False, Remark(N_("There are no improvement areas yet."))
    served = {key for one in snapshot.all(PlanProject) for key in areas_of(snapshot, one)}
    bare = [area for area in wanted if area.id not in served]
    lacking = [area for area in bare if outcome(area) is not Outcome.INDIVIDUAL]
    if lacking:
        names = _short(area.code or area.name for area in lacking)
        return False, Remark(N_("Areas without a project: {areas}."), {"areas": names})
    count = len(wanted) - len(bare)
    return True, Remark(N_("Improvement areas with projects: {count}."), {"count": count})


def actors(snapshot: Snapshot) -> Judgement:
    """Judge whether each project has its three actors, the leader among them."""
    return _each(
        snapshot,
        lambda project: len(taking_part(project)) >= LEAST_ACTORS,
        N_("With fewer than three actors: {projects}."),
        N_("Projects with three actors or more: {count}."),
    )


def leaders(snapshot: Snapshot) -> Judgement:
    """Judge whether each project has a leader."""
    return _each(
        snapshot,
        lambda project: snapshot.get(Actor, project.leader) is not None,
        N_("Without a leader: {projects}."),
        N_("Projects with a leader: {count}."),
    )


def cofinanced(snapshot: Snapshot) -> Judgement:
    """Judge whether somebody beside the public side pays for each project."""
    rows = _money_by_project(snapshot)
    return _each(
        snapshot,
        lambda project: rows[project.id].is_cofinanced,
        N_("Without money of firms or others: {projects}."),
        N_("Projects with co-financing: {count}."),
    )


def rated(snapshot: Snapshot) -> Judgement:
    """Judge whether no project asks more of the public side than its typology grants."""
    rows = _money_by_project(snapshot)
    return _each(
        snapshot,
        lambda project: rows[project.id].allowed is not None and not rows[project.id].is_over,
        N_("Without typology, or above its public share: {projects}."),
        N_("Projects within the public share of their typology: {count}."),
    )


def scheduled(snapshot: Snapshot) -> Judgement:
    """Judge whether the activities can be put in order."""
    try:
        found = timetable(snapshot)
    except CircularDependency as circle:
        return False, Remark(circle.message, circle.values)
    if not found.rows:
        return False, Remark(N_("There are no activities yet."))
    bare = [project for project in projects(snapshot) if not found.row(project)]
    if bare:
        return False, Remark(N_("Without activities: {projects}."), {"projects": _codes(bare)})
    return True, Remark(
        N_("Activities: {count}; the plan takes {months} months."),
        {"count": sum(len(row.activities) for row in found.rows), "months": found.months},
    )


def ready(snapshot: Snapshot) -> Judgement:
    """Judge whether each line has a project that could apply tomorrow."""
    rows = [row for row in by_line(snapshot) if row.line]
    if not rows:
        return False, Remark(N_("There are no action lines yet."))
    bare = [
        row.line.code or row.line.name
        for row in rows
        if row.line and not any(one.readiness is Readiness.READY for one in row.projects)
    ]
    if bare:
        return False, Remark(N_("Lines without a ready project: {lines}."), {"lines": tuple(bare)})
    return True, Remark(N_("Lines with a ready project: {count}."), {"count": len(rows)})


def oriented(snapshot: Snapshot) -> Judgement:
    """Judge whether it is known what all the money goes to, and say it."""
    rules, found = rules_of(snapshot), mix(snapshot)
    if not found.total:
        return False, Remark(N_("There are no amounts yet."))
    bare = [
        row.project
        for row in money(snapshot)
        if row.total and orientation_of(row.project, rules) is None
    ]
    if bare:
        return False, Remark(
            N_("Without category or orientation: {projects}."), {"projects": _codes(bare)}
        )
    shares = tuple(
        Remark("{orientation} {percent}%", {"orientation": one.orientation, "percent": one.percent})
        for one in reversed(found.slices)
    )
    return True, Remark(N_("Money by orientation: {shares}."), {"shares": shares})


def trust(snapshot: Snapshot) -> Judgement:
    """Judge whether a project that builds trust begins in the first six months."""
    found = early_trust(snapshot)
    if not found:
        return False, Remark(N_("No trust project begins in the first six months."))
    return True, Remark(
        N_("Trust projects in the first six months: {projects}."), {"projects": _codes(found)}
    )


def shared_lead(snapshot: Snapshot) -> Judgement:
    """Judge whether nobody leads more than three projects; project 0 does not count."""
    found = led(snapshot)
    if not found:
        return False, Remark(N_("No project has a leader yet."))
    names = ((snapshot.get(Actor, key), count) for key, count in found.most_common())
    busy = [f"{actor.name} ({count})" for actor, count in names if actor and count > MOST_LED]
    if busy:
        return False, Remark(
            N_("They lead more than three projects: {actors}."), {"actors": _short(busy)}
        )
    return True, Remark(
        N_("Most projects led by one actor: {count}."), {"count": max(found.values())}
    )


def privately_led(snapshot: Snapshot) -> Judgement:
    """Judge whether most projects have a private leader; project 0 does not count."""
    found = [one for one in snapshot.all(PlanProject) if not is_project_zero(one)]
    if not found:
        return False, Remark(NONE_YET)
    count = sum(leadership(snapshot, one) is Leadership.PRIVATE for one in found)
    return count >= PRIVATELY_LED * len(found), Remark(
        N_("Projects with a private leader: {count} of {total}."),
        {"count": count, "total": len(found)},
    )


def project_zero(snapshot: Snapshot) -> Judgement:
    """Judge whether the manager's work plan says how much of each activity a month."""
    found = snapshot.all(ManagerTask)
    if not found:
        return False, Remark(N_("Project 0 has no activities yet."))
    count = sum(task.monthly_target is not None for task in found)
    return count == len(found), Remark(
        N_("Activities of project 0 with a monthly target: {count} of {total}."),
        {"count": count, "total": len(found)},
    )


def codes_kept(snapshot: Snapshot) -> Judgement:
    """Judge whether every project has a code, and published ones are as they were."""
    moved = renumbered(snapshot)
    if moved:
        return False, Remark(N_("Renumbered after publication: {codes}."), {"codes": moved})
    return _each(
        snapshot,
        lambda project: bool(project.code),
        N_("Without a code: {projects}."),
        N_("Projects with a code: {count}."),
    )


def _money_by_project(snapshot: Snapshot) -> dict[object, ProjectMoney]:
    return {row.project.id: row for row in money(snapshot)}


def _check(key: str, label: str, action: str, where: type) -> Check:
    return Check(f"action_plan.{key}", Stage.ACTION_PLAN, label, action, where)


CHECKS: Checks = {
    _check(
        "areas",
        N_("Each improvement area has a project"),
        N_("Give each improvement area a project"),
        PlanProject,
    ): areas,
    _check(
        "actors",
        N_("Each project has three actors or more"),
        N_("Find three actors for each project"),
        PlanProject,
    ): actors,
    _check(
        "leaders",
        N_("Each project has a leader"),
        N_("Name a leader for each project"),
        PlanProject,
    ): leaders,
    _check(
        "cofinanced",
        N_("Each project is co-financed"),
        N_("Enter who pays for each project"),
        BudgetItem,
    ): cofinanced,
    _check(
        "rates",
        N_("Public money stays within the share of each typology"),
        N_("Bring typology and public money of each project together"),
        BudgetItem,
    ): rated,
    _check(
        "no_cycles",
        N_("Activities have an order without circles"),
        N_("Enter the activities of each project and what they wait for"),
        Activity,
    ): scheduled,
    _check(
        "ready",
        N_("Each line has a project that is ready to apply"),
        N_("Work out one project of each line"),
        ActionLine,
    ): ready,
    _check(
        "oriented",
        N_("All the money has an orientation"),
        N_("Give each project its category"),
        PlanProject,
    ): oriented,
    _check(
        "trust",
        N_("A project that builds trust begins in the first six months"),
        N_("Choose a first project that builds trust"),
        PlanProject,
    ): trust,
    _check(
        "shared_lead",
        N_("Nobody leads more than three projects"),
        N_("Spread the lead of the projects"),
        PlanProject,
    ): shared_lead,
    _check(
        "privately_led",
        N_("Three of five projects have a private leader"),
        N_("Find private leaders"),
        PlanProject,
    ): privately_led,
    _check(
        "project_zero",
        N_("Project 0 has monthly targets"),
        N_("Write the work plan of the cluster manager"),
        ManagerTask,
    ): project_zero,
    _check(
        "codes",
        N_("Projects have codes, and published ones keep theirs"),
        N_("Give each project its code, and back the one it was published with"),
        PlanProject,
    ): codes_kept,
}
