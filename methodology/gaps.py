"""Ideal against actual diamond: gaps, priorities, coverage, and the options side by side.

Porter (1990) draws the diamond without numbers; scale, weights and index are a house convention.
The area of the drawn polygon is no measure: it squares the gaps and changes with the order of the
axes, so nothing here computes it. What an option has in excess is a strength and never makes up
for what it lacks elsewhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from uuid import UUID

from methodology.code_order import Place, code_order
from methodology.diamond import AXES, Cost, Determinant, DiamondFactor, GapCost, GapDecision, Ideal
from methodology.levels import in_order, levels
from methodology.options import OptionStatus, StrategicOption
from methodology.snapshot import Snapshot, derived

WIDE = 2.0  # points from which a gap needs a decision


@dataclass(frozen=True)
class Gap:
    """One sub-factor in one option: the level today, the level needed and how much it weighs."""

    factor: DiamondFactor
    actual: float | None
    need: int | None
    weight: int = 0

    @property
    def width(self) -> float | None:
        """Needed minus actual level; None unless both are known."""
        return None if self.actual is None or self.need is None else self.need - self.actual

    @property
    def shortfall(self) -> float:
        """What is missing: the gap where it is positive, else 0."""
        return max(0.0, self.width or 0.0)

    @property
    def priority(self) -> float:
        """Weight times what is missing."""
        return self.weight * self.shortfall  # a float, as shortfall is

    @property
    def is_strength(self) -> bool:
        """Say whether there is more of it than the option needs."""
        return self.width is not None and self.width < 0

    @property
    def is_wide(self) -> bool:
        """Say whether the gap needs a decision."""
        return self.shortfall >= WIDE


@dataclass(frozen=True)
class DeterminantMeans:
    """One determinant in one option, its sub-factors unweighted: means, and what of it is covered.

    `shortfall` is the mean of what is missing, which strengths do not reduce.
    """

    determinant: Determinant
    count: int
    actual: float
    need: float
    shortfall: float
    coverage: float


@dataclass(frozen=True)
class OptionDiamond:
    """The gaps of one option, in the order of the method; chance is no part of it.

    Sub-factors without a level or without an ideal are left out of every sum: `used` says how many
    count.
    """

    option: StrategicOption
    gaps: tuple[Gap, ...]

    @cached_property
    def used(self) -> tuple[Gap, ...]:
        """The sub-factors that have both scores."""
        return tuple(gap for gap in self.gaps if gap.width is not None)

    @cached_property
    def index(self) -> float | None:
        """The gap index: weighted shortfalls over weighted ideals; None without any."""
        whole = sum(gap.weight * (gap.need or 0) for gap in self.used)
        return sum(gap.priority for gap in self.used) / whole if whole else None

    @property
    def coverage(self) -> float | None:
        """The share of what the option needs that is there: 1 minus the gap index."""
        return None if self.index is None else 1 - self.index

    @property
    def mean_gap(self) -> float | None:
        """The mean of what is missing, unweighted."""
        return _mean([gap.shortfall for gap in self.used])

    @property
    def rms_gap(self) -> float | None:
        """The root of the mean square of what is missing: wide gaps count more."""
        mean = _mean([gap.shortfall**2 for gap in self.used])
        return None if mean is None else sqrt(mean)

    @cached_property
    def ranked(self) -> tuple[Gap, ...]:
        """What is missing, the first priority first: see `gap_order`."""
        return tuple(rank(gap for gap in self.used if gap.shortfall))

    @property
    def strengths(self) -> tuple[Gap, ...]:
        """Where there is more than the option needs."""
        return tuple(gap for gap in self.used if gap.is_strength)

    @property
    def wide(self) -> tuple[Gap, ...]:
        """The gaps that need a decision, the first priority first."""
        return tuple(gap for gap in self.ranked if gap.is_wide)

    @cached_property
    def determinants(self) -> Mapping[Determinant, DeterminantMeans]:
        """The means of every determinant with scores, government included."""
        found = (_means(group, self.used) for group in Determinant)
        return {one.determinant: one for one in found if one}

    @property
    def is_drawable(self) -> bool:
        """Say whether each of the four axes has an ideal beside an actual level."""
        return all(axis in self.determinants for axis in AXES)

    @property
    def worst(self) -> DeterminantMeans | None:
        """The determinant that lacks most, then covers least; None when nothing is missing."""
        lacking = [one for one in self.determinants.values() if one.shortfall]
        return max(lacking, key=lambda one: (one.shortfall, -one.coverage), default=None)


def rank(gaps: Iterable[Gap]) -> list[Gap]:
    """Return gaps in their order: see `gap_order`."""
    return sorted(gaps, key=gap_order)


def gap_order(gap: Gap) -> tuple[float, float, int, Place]:
    """Return where a gap stands: by priority; ties by the larger gap, the larger weight, the code.

    Needs stand by the gap that leads each of them.
    """
    return -gap.priority, -gap.shortfall, -gap.weight, code_order(gap.factor)


def option_diamond(
    option: StrategicOption,
    factors: Iterable[DiamondFactor],
    actual: Mapping[UUID, float],
    ideals: Iterable[Ideal],
) -> OptionDiamond:
    """Return the diamond of one option: `actual` is the same for all, `ideals` its own."""
    own = {one.factor: one for one in ideals if one.option == option.id}
    found = []
    for factor in factors:
        ideal = own.get(factor.id)
        if not factor.is_chance:
            need, weight = (ideal.need, ideal.weight) if ideal else (None, 0)
            found.append(Gap(factor, actual.get(factor.id), need, weight))
    return OptionDiamond(option, tuple(found))


@derived
def option_diamonds(snapshot: Snapshot) -> tuple[OptionDiamond, ...]:
    """Return the diamonds of all options, by their codes."""
    factors, actual, ideals = in_order(snapshot), levels(snapshot), snapshot.all(Ideal)
    options = sorted(snapshot.all(StrategicOption), key=code_order)
    return tuple(option_diamond(option, factors, actual, ideals) for option in options)


@derived
def chosen_diamonds(snapshot: Snapshot) -> tuple[OptionDiamond, ...]:
    """Return the diamonds of the options that the cluster builds for."""
    return tuple(
        one for one in option_diamonds(snapshot) if one.option.status == OptionStatus.CHOSEN
    )


@derived
def decisions(snapshot: Snapshot) -> Mapping[tuple[UUID, UUID], GapDecision]:
    """Return what was decided, by option and sub-factor."""
    return {(one.option, one.factor): one for one in snapshot.all(GapDecision)}


def undecided(snapshot: Snapshot, diamond: OptionDiamond) -> tuple[Gap, ...]:
    """Return the wide gaps of an option that have no decision, or one without a reason."""
    made = decisions(snapshot)
    found = [(gap, made.get((diamond.option.id, gap.factor.id))) for gap in diamond.wide]
    return tuple(gap for gap, decision in found if decision is None or not decision.reason)


def costs(snapshot: Snapshot) -> dict[UUID, Cost]:
    """Return the class of cost of closing the gaps, by option."""
    return {one.option: one.cost for one in snapshot.all(GapCost)}


def _means(determinant: Determinant, used: Sequence[Gap]) -> DeterminantMeans | None:
    own = [gap for gap in used if gap.factor.determinant == determinant]
    if not own:
        return None
    needed = sum(gap.need or 0 for gap in own)
    missing = sum(gap.shortfall for gap in own)
    return DeterminantMeans(
        determinant,
        len(own),
        sum(gap.actual or 0 for gap in own) / len(own),
        needed / len(own),
        missing / len(own),
        1 - missing / needed,
    )


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
