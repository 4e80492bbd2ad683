"""Scores of one item in numbers: centre, spread, and how far the voters agree."""

import math
import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from methodology.scale import Scale
from methodology.spread import Spread, spread_of


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


def rated(scores: Iterable[float] | Mapping[float, int], scale: Scale) -> Rated | None:
    """Return what scores come to, one by one or each with its number; None without any."""
    told = Counter(scores)
    found = spread_of(told)
    if found is None:
        return None
    count, mean = told.total(), _mean(told)
    deviation = _deviation(told) if count > 1 else None

    def part(is_meant: Callable[[float], bool]) -> float:
        return sum(times for score, times in told.items() if is_meant(score)) / count

    return Rated(
        spread=found,
        mean=mean,
        deviation=deviation,
        variation=deviation / mean if deviation is not None and mean > 0 else None,
        top_two=part(lambda score: score >= scale.most - 1),
        bottom_two=part(lambda score: score <= scale.least + 1),
        within_one=part(lambda score: abs(score - found.median) <= 1),
        agreement=agreement(told, scale.least, scale.most) if count > 1 else None,
        counts=tuple(told[step] for step in range(scale.least, scale.most + 1)),
    )


def agreement(scores: Iterable[float] | Mapping[float, int], least: int, most: int) -> float:
    """Return Tastle & Wierman's consensus: 1 + Σ p·log2(1 − |x − μ| / d)."""
    told = Counter(scores)
    mean = _mean(told)
    parts = (
        times / told.total() * math.log2(1 - abs(score - mean) / (most - least))
        for score, times in told.items()
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


def spread_out(scores: Iterable[tuple[float, Fraction]]) -> Counter[float]:
    """Return how often each score stands, in the fewest whole numbers that keep the weights."""
    weights: dict[float, Fraction] = {}
    given = [(score, weight) for score, weight in scores if weight > 0]
    for score, weight in given:
        weights[score] = weights.get(score, Fraction(0)) + weight
    unit = math.lcm(*(weight.denominator for _score, weight in given))
    common = math.gcd(*(int(weight * unit) for _score, weight in given)) or 1
    return Counter({score: int(weight * unit) // common for score, weight in weights.items()})


def _one(own: Sequence[tuple[float, Fraction]]) -> tuple[float, Fraction]:
    scores, weights = zip(*own, strict=True)
    return float(statistics.median(scores)), sum(weights, Fraction(0)) / len(weights)


def _moved(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else after - before


def _mean(told: Counter[float]) -> float:
    return math.fsum(score * times for score, times in told.items()) / told.total()


def _deviation(told: Counter[float]) -> float:
    """Return the standard deviation of a sample."""
    mean = _mean(told)
    squares = math.fsum(times * (score - mean) ** 2 for score, times in told.items())
    return math.sqrt(squares / (told.total() - 1))
