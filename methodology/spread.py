"""What several people's scores come to: median, quartiles, and whether they should be discussed.

Quartiles by linear interpolation (R's type 7, a spreadsheet's QUARTILE.INC), stated wherever they
are printed: other methods give other ranges for the same scores.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median, quantiles

from methodology.text import N_

RANGE = N_("Interquartile range")
DISCUSS_ABOVE = 1.0  # interquartile range on a five-point scale from which people disagree


@dataclass(frozen=True)
class Spread:
    """Scores in numbers: how many, the median, first and third quartile."""

    count: int
    median: float
    first: float
    third: float

    @property
    def width(self) -> float:
        """The interquartile range."""
        return self.third - self.first

    @property
    def is_disputed(self) -> bool:
        """Say whether the scores lie so far apart that people should talk first."""
        return self.width > DISCUSS_ABOVE


def spread(scores: Iterable[float | None]) -> Spread | None:
    """Return what the scores come to, those not given left out; None when there is none."""
    given = sorted(score for score in scores if score is not None)
    if not given:
        return None
    if len(given) == 1:
        return Spread(1, given[0], given[0], given[0])
    first, _middle, third = quantiles(given, n=4, method="inclusive")
    return Spread(len(given), float(median(given)), first, third)
