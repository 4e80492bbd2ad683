"""The state of monitoring: indicators with what they follow, last values, ageing, risks, dates."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from methodology.action import PlanProject
from methodology.code_order import code_order
from methodology.monitoring import (
    FollowUp,
    Frequency,
    Level,
    Measurement,
    MonitoringIndicator,
    Risk,
)
from methodology.progress import Course, Light, elapsed_share, light, progress_of
from methodology.project_sheet import ProjectIndicator
from methodology.snapshot import Snapshot
from methodology.vision import Objective

T = TypeVar("T")
OLD = timedelta(days=365)  # a baseline older than this is said to be old: a house convention


@dataclass(frozen=True)
class Standing:
    """An indicator as of a day: its course, last value, progress and light."""

    indicator: MonitoringIndicator
    course: Course
    unit: str
    source: str
    last: Measurement | None
    progress: Decimal | None
    elapsed: Decimal | None
    light: Light
    due_on: date | None
    is_overdue: bool
    is_old: bool


@dataclass(frozen=True)
class RiskScore:
    """A risk with the product of likelihood and damage, 1 to 9; None while one is missing."""

    risk: Risk
    score: int | None


def standings(snapshot: Snapshot, today: date) -> tuple[Standing, ...]:
    """Return how every indicator stands, level by level, by code."""
    levels = [*Level]
    found = [_standing(snapshot, one, today) for one in snapshot.all(MonitoringIndicator)]
    return tuple(
        sorted(
            found,
            key=lambda one: (levels.index(one.indicator.level), code_order(one.indicator)),
        )
    )


def course_of(snapshot: Snapshot, indicator: MonitoringIndicator) -> Course:
    """Return baseline and target; what is empty follows the objective or the project's sheet."""
    sources = (indicator, *_followed(snapshot, indicator))
    return Course(
        _first(source.baseline for source in sources),
        _first(source.target for source in sources),
        _first(source.baseline_on for source in sources),
        _first(source.target_on for source in sources),
    )


def measured(snapshot: Snapshot, indicator: MonitoringIndicator) -> tuple[Measurement, ...]:
    """Return the values of an indicator by day."""
    rows = [row for row in snapshot.all(Measurement) if row.indicator == indicator.id]
    return tuple(sorted(rows, key=lambda row: row.measured_on))


def risk_scores(snapshot: Snapshot) -> tuple[RiskScore, ...]:
    """Return the risks of the plan, the gravest first, those not judged last."""
    found = [RiskScore(one, _score(one)) for one in snapshot.all(Risk)]
    return tuple(sorted(found, key=lambda one: (-(one.score or 0), code_order(one.risk))))


def next_dates(snapshot: Snapshot, today: date) -> tuple[FollowUp, ...]:
    """Return the dates of the calendar that are still open, the most urgent first."""
    open_ones = [one for one in snapshot.all(FollowUp) if one.done_on is None]
    return tuple(sorted(open_ones, key=lambda one: (one.due_on >= today, one.due_on)))


def first_projects(snapshot: Snapshot) -> tuple[PlanProject, ...]:
    """Return the projects marked as first or early."""
    return tuple(one for one in snapshot.all(PlanProject) if one.tags or one.is_early)


def unmeasured_objectives(snapshot: Snapshot) -> tuple[Objective, ...]:
    """Return the objectives without an indicator that has a dated baseline."""
    return tuple(
        one
        for one in snapshot.all(Objective)
        if not (one.indicator and one.baseline is not None and one.baseline_on)
        and not any(
            _is_dated(snapshot, indicator)
            for indicator in snapshot.all(MonitoringIndicator)
            if indicator.objective == one.id
        )
    )


def unmeasured_projects(snapshot: Snapshot) -> tuple[PlanProject, ...]:
    """Return the first projects without an indicator that has a dated baseline."""
    dated = {
        row.project
        for row in snapshot.all(ProjectIndicator)
        if row.baseline is not None and row.baseline_on
    }
    for indicator in snapshot.all(MonitoringIndicator):
        row = snapshot.get(ProjectIndicator, indicator.project_indicator)
        if row and _is_dated(snapshot, indicator):
            dated.add(row.project)
    return tuple(one for one in first_projects(snapshot) if one.id not in dated)


def _standing(snapshot: Snapshot, indicator: MonitoringIndicator, today: date) -> Standing:
    course, values = course_of(snapshot, indicator), measured(snapshot, indicator)
    last = next((row for row in reversed(values) if row.measured_on <= today), None)
    elapsed = elapsed_share(course, today)
    due_on = _due(indicator.frequency, last.measured_on if last else course.baseline_on)
    return Standing(
        indicator=indicator,
        course=course,
        unit=_followed_text(snapshot, indicator, "unit"),
        source=_followed_text(snapshot, indicator, "source"),
        last=last,
        progress=progress_of(last.value, course) if last else None,
        elapsed=elapsed,
        light=light(last.value if last else None, course, elapsed),
        due_on=due_on,
        is_overdue=due_on is not None and due_on < today,
        is_old=course.baseline_on is not None and today - course.baseline_on > OLD and not last,
    )


def _followed(
    snapshot: Snapshot, indicator: MonitoringIndicator
) -> tuple[Objective | ProjectIndicator, ...]:
    found = (
        snapshot.get(Objective, indicator.objective),
        snapshot.get(ProjectIndicator, indicator.project_indicator),
    )
    return tuple(one for one in found if one is not None)


def _followed_text(snapshot: Snapshot, indicator: MonitoringIndicator, name: str) -> str:
    own = str(getattr(indicator, name))
    for one in _followed(snapshot, indicator):
        is_sheet = name == "source" and isinstance(one, ProjectIndicator)
        own = own or str(getattr(one, "verification" if is_sheet else name))
    return own


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def _is_dated(snapshot: Snapshot, indicator: MonitoringIndicator) -> bool:
    course = course_of(snapshot, indicator)
    return course.baseline is not None and course.baseline_on is not None


def _due(frequency: Frequency | None, since: date | None) -> date | None:
    return _later(since, frequency.months) if frequency and since else None


def _later(day: date, months: int) -> date:
    """Return the same day some months later, the last of a month that is too short for it."""
    years, place = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, place + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _score(risk: Risk) -> int | None:
    if risk.likelihood is None or risk.damage is None:
        return None
    return risk.likelihood.points * risk.damage.points
