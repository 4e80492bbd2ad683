"""The 26 weeks: what was planned, where the project stands, and how far stages slip."""

from dataclasses import dataclass
from datetime import date, timedelta

from methodology.process import Meeting, MeetingKind, StageWindow
from methodology.project import Project
from methodology.snapshot import Snapshot
from methodology.stage import WEEKS, Phase, Stage
from methodology.text import N_, Remark

WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class StageWeeks:
    """The planned weeks of a stage, both included; `slippage` in weeks behind the plan."""

    stage: Stage
    first_week: int
    last_week: int
    closed_on: date | None
    closed_week: int | None
    slippage: int


@dataclass(frozen=True)
class Milestone:
    """One of the three public presentations; `week` is the planned one until it has a date."""

    number: int
    label: str
    week: int
    on: date | None
    is_held: bool


@dataclass(frozen=True)
class Session:
    """A dated meeting on the row of its stage."""

    stage: Stage
    name: str
    kind: MeetingKind
    week: int
    on: date
    is_held: bool


@dataclass(frozen=True)
class Calendar:
    """The project's weeks; `week` is today's, None before a first day is set.

    Week 1 begins on the first day; before it weeks are 0 and less.
    """

    starts_on: date | None
    week: int | None
    stages: tuple[StageWeeks, ...]
    milestones: tuple[Milestone, ...]

    @property
    def weeks(self) -> int:
        """How many weeks the calendar shows: 26, or more when the plan runs longer."""
        planned = [row.last_week for row in self.stages]
        return max([WEEKS, *planned, *(milestone.week for milestone in self.milestones)])

    def day(self, week: int) -> date | None:
        """Return the first day of a week."""
        return self.starts_on + (week - 1) * WEEK if self.starts_on else None


_MILESTONES = (
    (Phase.CHALLENGES, 10, N_("Milestone 1: challenges")),
    (Phase.STRATEGY, 20, N_("Milestone 2: strategy")),
    (Phase.ACTION, 26, N_("Milestone 3: actions")),
)


def calendar(snapshot: Snapshot, today: date) -> Calendar:
    """Return the calendar of the project as of `today`; deadlines are soft, slippage is shown."""
    project = snapshot.one(Project)
    starts_on = project.starts_on if project else None
    week = week_of(starts_on, today)
    windows = {window.planned_stage: window for window in snapshot.all(StageWindow)}
    stages = tuple(
        _stage_weeks(stage, windows.get(stage), starts_on, week)
        for stage in Stage
        if stage.number > 0
    )
    return Calendar(starts_on, week, stages, _milestones(snapshot, starts_on, today))


def against_plan(row: StageWeeks) -> Remark | None:
    """Return in words how a stage stands against its planned weeks; None for one still in time."""
    if row.slippage:
        return Remark(N_("Weeks late: {count}"), {"count": row.slippage})
    if row.closed_week is None:
        return None
    if row.closed_week < row.last_week:
        return Remark(N_("Weeks early: {count}"), {"count": row.last_week - row.closed_week})
    return Remark(N_("In time"))


def week_of(starts_on: date | None, day: date | None) -> int | None:
    """Return the week of the project that a day falls in, 1 being the first."""
    return (day - starts_on).days // 7 + 1 if starts_on and day else None


def sessions(snapshot: Snapshot, today: date) -> tuple[Session, ...]:
    """Return the dated meetings by date; none before week 1 has a date."""
    project = snapshot.one(Project)
    starts_on = project.starts_on if project else None
    found = []
    for meeting in snapshot.all(Meeting):
        week = week_of(starts_on, meeting.held_on)
        if week is not None and meeting.held_on:
            stage, on = meeting.about_stage, meeting.held_on
            found.append(Session(stage, meeting.name, meeting.kind, week, on, on <= today))
    return tuple(sorted(found, key=lambda one: (one.on, one.name)))


def _stage_weeks(
    stage: Stage, window: StageWindow | None, starts_on: date | None, week: int | None
) -> StageWeeks:
    first, last = (window.first_week, window.last_week) if window else stage.weeks
    closed_on = window.closed_on if window else None
    closed_week = week_of(starts_on, closed_on)
    reached = closed_week if closed_on else week
    slippage = max(0, reached - last) if reached is not None else 0
    return StageWeeks(stage, first, last, closed_on, closed_week, slippage)


def _milestones(snapshot: Snapshot, starts_on: date | None, today: date) -> tuple[Milestone, ...]:
    events = [
        meeting for meeting in snapshot.all(Meeting) if meeting.kind == MeetingKind.PUBLIC_EVENT
    ]
    found = []
    for number, (phase, planned, label) in enumerate(_MILESTONES, start=1):
        days = [
            event.held_on for event in events if event.held_on and event.about_stage.phase == phase
        ]
        on = max(days, default=None)
        week = week_of(starts_on, on)
        is_held = on is not None and on <= today
        found.append(Milestone(number, label, planned if week is None else week, on, is_held))
    return tuple(found)
