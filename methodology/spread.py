"""What several people's scores come to: median, quartiles, and whether they should be discussed.

Quartiles by linear interpolation (R's type 7, a spreadsheet's QUARTILE.INC), stated wherever they
are printed: other methods give other ranges for the same scores.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

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
    return spread_of(Counter(score for score in scores if score is not None))


def spread_of(told: Mapping[float, int]) -> Spread | None:
    """Return what scores come to, each given so many times; None when there is none."""
    count, ordered = sum(told.values()), sorted(told.items())
    if not count:
        return None
    ends = [*accumulate(times for _score, times in ordered)]

    def at(quarter: int) -> float:
        place, rest = divmod((count - 1) * quarter, 4)
        low = ordered[bisect_right(ends, place)][0]
        return low + (ordered[bisect_right(ends, place + 1)][0] - low) * rest / 4 if rest else low

    return Spread(count, at(2), at(1), at(3))
