"""Scores of one item in numbers: centre, spread, and how far the voters agree."""

import math
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from methodology.scale import Scale
from methodology.spread import Spread, spread

MOST_COPIES = 100_000  # scores that a weighted median may spread out into


@dataclass(frozen=True)
class Rated:
    """What scores on one scale come to; quartiles by linear interpolation.

    `variation` is the coefficient of variation (s / mean, s of a sample): on a scale that begins
    at 1 it depends on where zero is, so the range of quartiles is preferred. `agreement` is that
    of Tastle & Wierman (2007): 1 all alike, 0 half at each end; one score agrees with nobody.
    """

    spread: Spread
    mean: float
    deviation: float | None
    variation: float | None
    top_two: float
    bottom_two: float
    within_one: float
    agreement: float | None
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Shift:
    """How scores moved from the first round to the second (Delphi)."""

    median: float
    width: float
    variation: float | None
    agreement: float | None


def rated(scores: Sequence[float], scale: Scale) -> Rated | None:
    """Return what the scores come to; None without any."""
    found = spread(scores)
    if found is None:
        return None
    count, mean = len(scores), statistics.fmean(scores)
    deviation = statistics.stdev(scores) if count > 1 else None
    return Rated(
        spread=found,
        mean=mean,
        deviation=deviation,
        variation=deviation / mean if deviation is not None and mean > 0 else None,
        top_two=sum(score >= scale.most - 1 for score in scores) / count,
        bottom_two=sum(score <= scale.least + 1 for score in scores) / count,
        within_one=sum(abs(score - found.median) <= 1 for score in scores) / count,
        agreement=agreement(scores, scale.least, scale.most) if count > 1 else None,
        counts=tuple(Counter(scores)[step] for step in range(scale.least, scale.most + 1)),
    )


def agreement(scores: Sequence[float], least: int, most: int) -> float:
    """Return Tastle & Wierman's consensus: 1 + Σ p·log2(1 − |x − μ| / d)."""
    mean = statistics.fmean(scores)
    parts = (
        count / len(scores) * math.log2(1 - abs(score - mean) / (most - least))
        for score, count in Counter(scores).items()
    )
    return 1 + math.fsum(parts)


def shift(first: Rated, second: Rated) -> Shift:
    """Return how the scores moved between two rounds: second less first."""
    return Shift(
        median=second.spread.median - first.spread.median,
        width=second.spread.width - first.spread.width,
        variation=_moved(first.variation, second.variation),
        agreement=_moved(first.agreement, second.agreement),
    )


def one_each(
    scores: Iterable[tuple[float, UUID | None, Fraction]],
) -> list[tuple[float, Fraction]]:
    """Return one score for each firm, the median of its people's; others stay as they are.

    It weighs what their cards weigh on average.
    """
    alone: list[tuple[float, Fraction]] = []
    shared: dict[UUID, list[tuple[float, Fraction]]] = {}
    for score, firm, weight in scores:
        own = alone if firm is None else shared.setdefault(firm, [])
        own.append((score, weight))
    return [*alone, *map(_one, shared.values())]


def spread_out(scores: Iterable[tuple[float, Fraction]]) -> list[float]:
    """Return each score as often as it weighs, so that medians follow the weights."""
    given = [(score, weight) for score, weight in scores if weight > 0]
    unit = math.lcm(*(weight.denominator for _, weight in given)) if given else 1
    copies = [(score, int(weight * unit)) for score, weight in given]
    common = math.gcd(*(times for _, times in copies)) if copies else 1
    if sum(times for _, times in copies) // common > MOST_COPIES:
        return [score for score, _ in given]
    return [score for score, times in copies for _ in range(times // common)]


def _one(own: Sequence[tuple[float, Fraction]]) -> tuple[float, Fraction]:
    scores, weights = zip(*own, strict=True)
    return float(statistics.median(scores)), sum(weights, Fraction(0)) / len(weights)


def _moved(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else after - before
