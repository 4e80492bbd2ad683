"""How attractive the business is: forces from their sub-factors, today and at the horizon.

Intensity runs from 1 (weak pressure) to 5 (very strong pressure), so a high number is bad news.
Force = Σw·p over its sub-factors, pressure P = ΣW·force over the forces, attractiveness A = 6 − P
(1 to 5, high is attractive), with weights brought to a sum of one. The forces are Porter's (1979);
scale and formula are a house convention, as published scorecards disagree on the direction.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from methodology.code_order import code_order
from methodology.forces import Business, Force, ForceFactor, ForceScore, ForceWeight
from methodology.panel import Opinion, opinion, raters_by_id
from methodology.raters import Side
from methodology.snapshot import Snapshot, derived
from methodology.weighted_mean import weighted_mean

MIRROR = Decimal(6)  # turns pressure from 1 to 5 into attractiveness from 5 to 1
SPEAKERS = (Side.FIRM, Side.EXPERT, Side.INSTITUTION)


@dataclass(frozen=True)
class FactorReading:
    """One sub-factor: what is known of its pressure today and at the horizon."""

    factor: ForceFactor
    today: Opinion
    later: Opinion

    @property
    def is_disputed(self) -> bool:
        """Say whether its scores of one of the dates should be discussed."""
        return self.today.is_disputed or self.later.is_disputed


@dataclass(frozen=True)
class ForceReading:
    """One force with its sub-factors; `weight` in proportion to the other forces."""

    force: Force
    weight: Decimal
    factors: tuple[FactorReading, ...]

    @property
    def today(self) -> Decimal | None:
        """The pressure of the force today."""
        return weighted_mean((one.today.value, one.factor.weight) for one in self.factors)

    @property
    def later(self) -> Decimal | None:
        """The pressure of the force at the horizon."""
        return weighted_mean((one.later.value, one.factor.weight) for one in self.factors)

    @property
    def change(self) -> Decimal | None:
        """How much the pressure grows until the horizon."""
        return difference(self.later, self.today)


@dataclass(frozen=True)
class Outlook:
    """The business as a whole: its five forces, its attractiveness and where that goes."""

    forces: tuple[ForceReading, ...]
    year: int | None = None
    horizon: int | None = None

    @property
    def pressure_today(self) -> Decimal | None:
        """The pressure of all forces today, None until each of them is known."""
        return overall((one.today, one.weight) for one in self.forces)

    @property
    def pressure_later(self) -> Decimal | None:
        """The pressure of all forces at the horizon, None until each of them is known."""
        return overall((one.later, one.weight) for one in self.forces)

    @property
    def today(self) -> Decimal | None:
        """The attractiveness today: 1 is the least, 5 the most."""
        return attractiveness(self.pressure_today)

    @property
    def later(self) -> Decimal | None:
        """The attractiveness at the horizon: 1 is the least, 5 the most."""
        return attractiveness(self.pressure_later)

    @property
    def change(self) -> Decimal | None:
        """How much attractiveness the business gains until the horizon; negative when it loses."""
        return difference(self.later, self.today)

    @property
    def factors(self) -> tuple[FactorReading, ...]:
        """All sub-factors, force by force."""
        return tuple(factor for force in self.forces for factor in force.factors)

    @property
    def is_begun(self) -> bool:
        """Say whether any force has a value yet."""
        return any(one.today is not None or one.later is not None for one in self.forces)


def overall(parts: Iterable[tuple[Decimal | None, Decimal]]) -> Decimal | None:
    """Return the weighted mean where every part that weighs has a value, else None."""
    found = [(value, weight) for value, weight in parts if weight]
    return None if any(value is None for value, _weight in found) else weighted_mean(found)


def attractiveness(pressure: Decimal | None) -> Decimal | None:
    """Return A = 6 − P: little pressure makes an attractive business."""
    return None if pressure is None else MIRROR - pressure


def difference(after: Decimal | None, before: Decimal | None) -> Decimal | None:
    """Return after minus before, None while one of them is unknown."""
    return None if after is None or before is None else after - before


@derived
def outlook(snapshot: Snapshot) -> Outlook:
    """Return the business as it has been scored so far."""
    about = snapshot.one(Business)
    weights = {one.force: one.weight for one in snapshot.all(ForceWeight)}
    readings = _readings(snapshot)
    return Outlook(
        tuple(
            ForceReading(force, weights.get(force, Decimal(1)), tuple(readings.get(force, ())))
            for force in Force
        ),
        about.year if about else None,
        about.horizon if about else None,
    )


@derived
def _readings(snapshot: Snapshot) -> Mapping[Force, list[FactorReading]]:
    raters, scores = raters_by_id(snapshot), _scores(snapshot)
    found: dict[Force, list[FactorReading]] = defaultdict(list)
    for factor in sorted(snapshot.all(ForceFactor), key=code_order):
        given = [(raters[one.rater].side, one) for one in scores.get(factor.id, ())]
        today = ((side, one.today) for side, one in given)
        later = ((side, one.later) for side, one in given)
        found[factor.force].append(
            FactorReading(
                factor,
                opinion(factor.today, today, SPEAKERS),
                opinion(factor.later, later, SPEAKERS),
            )
        )
    return found


def _scores(snapshot: Snapshot) -> Mapping[UUID, list[ForceScore]]:
    found: dict[UUID, list[ForceScore]] = defaultdict(list)
    for score in snapshot.all(ForceScore):
        found[score.factor].append(score)
    return found
