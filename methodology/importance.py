"""Importance and performance of purchase factors: quadrants, gaps, and the value customers get.

Quadrants after Martilla and James (1977): «greater or equal» is high. The lines between high and
low are a stored choice, because they move factors from one quadrant to another: medians can send
the widest gap to low priority. Relative value after Gale (1994): Σw·(own ÷ rival).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import mean, median

from methodology.buyers import Crosshair
from methodology.choice import Choice
from methodology.text import N_


class Quadrant(Choice):
    """What importance and performance together ask for."""

    CONCENTRATE = "concentrate", N_("Concentrate here")
    KEEP = "keep", N_("Keep it up")
    LOW = "low", N_("Low priority")
    OVERKILL = "overkill", N_("Possible overkill")


@dataclass(frozen=True)
class Lines:
    """Where high begins: on the axis of importance and on that of performance."""

    importance: Decimal
    performance: Decimal

    def quadrant(self, importance: Decimal, performance: Decimal) -> Quadrant:
        """Return the quadrant of a factor; a value on the line is high."""
        if importance >= self.importance:
            return Quadrant.KEEP if performance >= self.performance else Quadrant.CONCENTRATE
        return Quadrant.OVERKILL if performance >= self.performance else Quadrant.LOW


@dataclass(frozen=True)
class Rated:
    """One factor in numbers: importance, own performance and the best rival's."""

    importance: Decimal
    own: Decimal
    best: Decimal


@dataclass(frozen=True)
class Value:
    """All factors together, each weighing as its importance does among them.

    `weights` and `gaps` (w·(best − own)) in the order of the factors; `relative` is Gale's ratio.
    """

    weights: tuple[Decimal, ...]
    gaps: tuple[Decimal, ...]
    own: Decimal
    best: Decimal
    relative: Decimal | None

    @property
    def ratio(self) -> Decimal | None:
        """Own score as a part of the best rival's."""
        return self.own / self.best if self.best else None

    @property
    def reciprocal(self) -> Decimal | None:
        """The best rival's relative value, seen from its side."""
        return 1 / self.relative if self.relative else None

    @property
    def priorities(self) -> tuple[Decimal, ...]:
        """Weighted gaps where the rival is better; being better somewhere makes up for nothing."""
        return tuple(max(Decimal(0), gap) for gap in self.gaps)


def lines(
    points: Sequence[tuple[Decimal, Decimal]],
    mode: Crosshair = Crosshair.MEANS,
    fixed: tuple[Decimal | None, Decimal | None] = (None, None),
) -> Lines | None:
    """Return the lines between high and low of points, each (importance, performance).

    Means stand in for a fixed line that is not set; None without points.
    """
    if not points:
        return None
    middle = median if mode is Crosshair.MEDIANS else mean
    first, second = (middle(one[axis] for one in points) for axis in (0, 1))
    if mode is Crosshair.FIXED:
        first = first if fixed[0] is None else fixed[0]
        second = second if fixed[1] is None else fixed[1]
    return Lines(first, second)


def value(rated: Sequence[Rated]) -> Value | None:
    """Return weights, weighted gaps, scores and Gale's ratio; None while nothing has importance."""
    whole = sum((one.importance for one in rated), Decimal(0))
    if not whole:
        return None
    weights = tuple(one.importance / whole for one in rated)
    pairs = tuple(zip(weights, rated, strict=True))
    is_divisible = all(one.best for one in rated)
    return Value(
        weights,
        tuple(weight * (one.best - one.own) for weight, one in pairs),
        sum((weight * one.own for weight, one in pairs), Decimal(0)),
        sum((weight * one.best for weight, one in pairs), Decimal(0)),
        sum((weight * one.own / one.best for weight, one in pairs), Decimal(0))
        if is_divisible
        else None,
    )
