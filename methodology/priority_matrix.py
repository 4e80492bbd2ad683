"""The priority matrix: impact against effort, cut at 3, ties to the high side (house scale).

The sides that scores come from are never pooled: while nothing is adopted, the median of the side
with most raters stands in.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from methodology.action import PlanProject
from methodology.adoption import Basis, Proposal, taken_from
from methodology.choice import Choice
from methodology.plan_rules import PlanRules, rules_of
from methodology.portfolio import projects
from methodology.priority import PriorityScores, ProjectRating
from methodology.raters import Rater, Side
from methodology.record import fields
from methodology.scale import EFFORT, IMPACT
from methodology.snapshot import Snapshot, derived
from methodology.spread import Spread, spread
from methodology.text import N_, Remark
from methodology.weighted_mean import weighted_mean

CUT = 3
IMPACTS, EFFORTS = (
    tuple(one.name for one in fields(PriorityScores) if one.scale is scale)
    for scale in (IMPACT, EFFORT)
)


class Quadrant(Choice):
    """What impact and effort together say about a project."""

    QUICK_WIN = "quick_win", N_("Quick win")
    MAJOR = "major", N_("Major project")
    FILL_IN = "fill_in", N_("Fill-in")
    DROP = "drop", N_("Low priority: review")


@dataclass(frozen=True)
class Mark:
    """What counts for one criterion: the value adopted, else the median of the raters."""

    criterion: str
    adopted: int | None
    raters: Spread | None

    @property
    def value(self) -> Fraction | None:
        """The value that counts; None while nobody gave any."""
        if self.adopted is not None:
            return Fraction(self.adopted)
        return Fraction(self.raters.median) if self.raters else None


@dataclass(frozen=True)
class Priority:
    """A project in the matrix; `raters` is the largest number that scored any criterion."""

    project: PlanProject
    impact: Fraction
    effort: Fraction
    marks: tuple[Mark, ...]

    @property
    def quadrant(self) -> Quadrant:
        """What the project's place says."""
        return place(self.impact, self.effort)

    @property
    def raters(self) -> int:
        """How many people scored it."""
        return max((mark.raters.count for mark in self.marks if mark.raters), default=0)

    @property
    def is_adopted(self) -> bool:
        """Say whether every criterion has an adopted value, rather than a median."""
        return all(mark.adopted is not None for mark in self.marks)

    @property
    def is_disputed(self) -> bool:
        """Say whether the raters lie far apart on a criterion that is not settled."""
        return any(
            mark.adopted is None and mark.raters is not None and mark.raters.is_disputed
            for mark in self.marks
        )


def place(impact: Fraction, effort: Fraction) -> Quadrant:
    """Return the quadrant of an impact and an effort; exactly 3 counts as high."""
    if impact >= CUT:
        return Quadrant.MAJOR if effort >= CUT else Quadrant.QUICK_WIN
    return Quadrant.DROP if effort >= CUT else Quadrant.FILL_IN


def marks(project: PlanProject, ratings: Iterable[ProjectRating]) -> tuple[Mark, ...]:
    """Return what counts for each criterion of a project."""
    rows = [*ratings]
    return tuple(
        Mark(name, getattr(project, name), spread(getattr(row, name) for row in rows))
        for name in (*IMPACTS, *EFFORTS)
    )


@derived
def leading_side(snapshot: Snapshot) -> Side | None:
    """Return the side that most raters of projects speak for; None while nobody scored any."""
    sides = {rater.id: rater.side for rater in snapshot.all(Rater)}
    voices = {row.rater for row in snapshot.all(ProjectRating)}
    counts = Counter(sides[rater] for rater in voices if rater in sides)
    return max(Side, key=lambda side: counts[side]) if counts else None


def low_priority(snapshot: Snapshot) -> tuple[PlanProject, ...]:
    """Return the projects of little impact and much effort that the plan keeps all the same."""
    return tuple(one.project for one in priorities(snapshot) if one.quadrant is Quadrant.DROP)


def unplaced(snapshot: Snapshot) -> tuple[PlanProject, ...]:
    """Return the projects that lack an impact or an effort, and so a place in the matrix."""
    placed = {one.project.id for one in priorities(snapshot)}
    return tuple(one for one in projects(snapshot) if one.id not in placed)


@derived
def priorities(snapshot: Snapshot) -> tuple[Priority, ...]:
    """Return the projects that have impact and effort, in the order of their codes."""
    leading = leading_side(snapshot)
    heard = {rater.id for rater in snapshot.all(Rater) if rater.side is leading}
    rated: dict[UUID, list[ProjectRating]] = {}
    for rating in snapshot.all(ProjectRating):
        if rating.rater in heard:
            rated.setdefault(rating.project, []).append(rating)
    rules = rules_of(snapshot)
    found = (_priority(one, rated.get(one.id, []), rules) for one in projects(snapshot))
    return tuple(one for one in found if one)


def marks_taken(snapshot: Snapshot) -> Remark:
    """Return where the adopted impacts and efforts come from; empty where none was adopted."""
    names = (*IMPACTS, *EFFORTS)
    return taken_from(snapshot, ((one, name) for one in projects(snapshot) for name in names))


def proposals(snapshot: Snapshot) -> tuple[Proposal, ...]:
    """Return the medians that the stage could adopt, rounded half up to a step of the scale."""
    return tuple(
        Proposal(
            one.project,
            mark.criterion,
            int(Fraction(mark.raters.median) + Fraction(1, 2)),
            Basis.RATERS,
            rule=N_("median, halves up"),
            count=mark.raters.count,
        )
        for one in priorities(snapshot)
        for mark in one.marks
        if mark.raters
    )


def _priority(
    project: PlanProject, ratings: Iterable[ProjectRating], rules: PlanRules
) -> Priority | None:
    found = marks(project, ratings)
    values = {mark.criterion: mark.value for mark in found}
    impact, effort = (
        weighted_mean((values[name], Fraction(getattr(rules, name))) for name in names)
        for names in (IMPACTS, EFFORTS)
    )
    if impact is None or effort is None:
        return None
    return Priority(project, impact, effort, found)
