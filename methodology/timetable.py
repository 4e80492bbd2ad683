"""The timetable of the plan: its activities scheduled, project by project."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from methodology.action import FirstTag, PlanProject
from methodology.plan_rules import rules_of
from methodology.portfolio import projects
from methodology.project_sheet import Activity
from methodology.schedule import CircularDependency, Schedule, Task, Timing, schedule
from methodology.snapshot import Snapshot, derived

SOON = 6  # months in which the first trust project begins


@dataclass(frozen=True)
class Placed:
    """An activity with its place in time."""

    activity: Activity
    timing: Timing


@dataclass(frozen=True)
class Row:
    """A project in time, from the start of its first activity to the end of its last."""

    project: PlanProject
    activities: tuple[Placed, ...]

    @property
    def start(self) -> int:
        """The month, from 0, in which the project begins."""
        return min(one.timing.start for one in self.activities)

    @property
    def finish(self) -> int:
        """The month in which the project ends."""
        return max(one.timing.finish for one in self.activities)

    @property
    def is_critical(self) -> bool:
        """Say whether the end of the plan hangs on an activity of the project."""
        return any(one.timing.is_critical for one in self.activities)


@dataclass(frozen=True)
class Timetable:
    """The projects that have activities, in the order of their codes, and the critical path."""

    rows: tuple[Row, ...]
    months: int
    critical_path: tuple[Activity, ...]

    def row(self, project: PlanProject) -> Row | None:
        """Return a project in time; None when it has no activities."""
        return next((row for row in self.rows if row.project.id == project.id), None)


def named(activity: Activity) -> str:
    """Return how an activity is called for short: its code, else its name."""
    return activity.code or activity.name


@derived
def timetable(snapshot: Snapshot) -> Timetable:
    """Return when each activity of the plan begins; CircularDependency names those in a circle."""
    activities = {str(one.id): one for one in snapshot.all(Activity)}
    try:
        found = schedule(map(_task, activities.values()))
    except CircularDependency as problem:
        cycles = [tuple(named(activities[one]) for one in cycle) for cycle in problem.cycles]
        raise CircularDependency(cycles) from problem
    return Timetable(
        tuple(_rows(snapshot, activities.values(), found)),
        found.months,
        tuple(activities[name] for name in found.critical_path),
    )


@derived
def timetable_or_none(snapshot: Snapshot) -> Timetable | None:
    """Return the timetable; None without activities, or while some wait for each other."""
    try:
        found = timetable(snapshot)
    except CircularDependency:
        return None
    return found if found.rows else None


def last_years(snapshot: Snapshot) -> Mapping[UUID, int]:
    """Return the calendar year in which each project ends; empty while no day opens the plan.

    Months of a plan that opens after the first of a month end in the next one.
    """
    begins, found = rules_of(snapshot).begins_on, timetable_or_none(snapshot)
    if begins is None or found is None:
        return {}
    months = begins.month - 1 - (begins.day == 1)
    return {row.project.id: begins.year + (months + row.finish) // 12 for row in found.rows}


def is_soon(row: Row | None, project: PlanProject) -> bool:
    """Say whether a project begins early: during the planning, or in the first six months."""
    return project.is_early or (row is not None and row.start < SOON)


def early_trust(snapshot: Snapshot) -> list[PlanProject]:
    """Return the projects that build trust and begin early."""
    found = timetable_or_none(snapshot)
    return [
        project
        for project in projects(snapshot)
        if FirstTag.TRUST in project.tags
        and is_soon(found.row(project) if found else None, project)
    ]


def _task(activity: Activity) -> Task:
    earliest = (activity.start_month or 1) - 1
    return Task(str(activity.id), activity.months, tuple(map(str, activity.after)), earliest)


def _rows(snapshot: Snapshot, activities: Iterable[Activity], found: Schedule) -> Iterable[Row]:
    held: Mapping[UUID, list[Placed]] = {one.id: [] for one in snapshot.all(PlanProject)}
    for activity in activities:
        if activity.project in held:
            held[activity.project].append(Placed(activity, found.timings[str(activity.id)]))
    for project in projects(snapshot):
        if placed := held[project.id]:
            placed.sort(key=lambda one: (one.timing.start, one.timing.finish, named(one.activity)))
            yield Row(project, tuple(placed))
