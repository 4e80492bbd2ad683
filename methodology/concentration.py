"""Specialisation, concentration and growth: the plain arithmetic of industrial statistics.

Every function returns None where the measure is not defined; shares are from 0 to 1.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

Value = float | int | Decimal
SPECIALISED = 2.0  # European Cluster Observatory (about 2007): quotient above which a star is given
TOP_SHARE = 0.10  # and the share of clusters that get the stars for size and for focus
FLOOR = 1_000  # and the employees below which a cluster gets none
MOST_CONCENTRATED = 10_000  # the index of Herfindahl and Hirschman of a monopoly


@dataclass(frozen=True)
class Stars:
    """Stars of a regional cluster, one for each of size, specialisation and focus.

    None is a star that cannot be assessed: there is nothing to compare with.
    """

    size: bool | None
    specialisation: bool | None
    focus: bool | None

    @property
    def earned(self) -> int:
        """How many stars the cluster has."""
        return sum(star is True for star in (self.size, self.specialisation, self.focus))

    @property
    def assessable(self) -> int:
        """Out of how many."""
        return sum(star is not None for star in (self.size, self.specialisation, self.focus))


def location_quotient(
    local: Value, local_total: Value, wide: Value, wide_total: Value
) -> float | None:
    """Return (x_ir / x_r) / (x_in / x_n): 1 is the same share as the reference area.

    `wide` is the same activity in the reference area, with the same ownership and coverage.
    """
    if not local_total or not wide or not wide_total:
        return None
    return float(local) / float(local_total) / (float(wide) / float(wide_total))


def symmetric_quotient(quotient: float | None) -> float | None:
    """Return (LQ − 1) / (LQ + 1), from −1 to 1."""
    return None if quotient is None or quotient < 0 else (quotient - 1) / (quotient + 1)


def above_expectation(
    local: Value, local_total: Value, wide: Value, wide_total: Value
) -> float | None:
    """Return how much of the activity stands above what the reference area's share would give."""
    if not wide_total:
        return None
    return float(local) - float(local_total) * float(wide) / float(wide_total)


def stars(jobs: Sequence[tuple[float, float]], wide: float, wide_total: float) -> tuple[Stars, ...]:
    """Return the stars of each region from (jobs in the cluster, jobs in the region).

    `wide` are the jobs of the activity in the reference area, `wide_total` all jobs there.
    A star for size and for focus goes to the top tenth by rank, ceil(0.1 · n) regions; with one
    region alone only specialisation can be assessed. Below the floor there are no stars.
    """
    sizes = [own for own, _ in jobs]
    focuses = [own / total if total else 0.0 for own, total in jobs]
    places = ceil(TOP_SHARE * len(jobs))
    alone = len(jobs) < 2
    found = []
    for (own, total), focus in zip(jobs, focuses, strict=True):
        enough = own >= FLOOR
        quotient = location_quotient(own, total, wide, wide_total)
        found.append(
            Stars(
                size=None if alone else enough and _rank(own, sizes) <= places,
                specialisation=None if quotient is None else enough and quotient >= SPECIALISED,
                focus=None if alone else enough and _rank(focus, focuses) <= places,
            )
        )
    return tuple(found)


def hhi(values: Sequence[Value]) -> float | None:
    """Return the Herfindahl–Hirschman index of some sizes, from 0 to 10 000."""
    shares = _shares(values)
    return None if shares is None else MOST_CONCENTRATED * sum(share**2 for share in shares)


def normalised_hhi(values: Sequence[Value]) -> float | None:
    """Return (H − 1/n) / (1 − 1/n) with H from 0 to 1: 0 when all are equal, 1 for a monopoly."""
    index, count = hhi(values), len(values)
    if index is None or count < 2:
        return None
    return (index / MOST_CONCENTRATED - 1 / count) / (1 - 1 / count)


def gini(values: Sequence[Value], *, corrected: bool = False) -> float | None:
    """Return 2·Σ(i·x) / (n·Σx) − (n+1)/n over ascending values.

    `corrected` multiplies by n/(n−1), so that a small sample can reach 1.
    """
    ordered = sorted(map(float, values))
    count, total = len(ordered), sum(ordered)
    if not total or ordered[0] < 0 or (corrected and count < 2):
        return None
    ranked = sum(place * value for place, value in enumerate(ordered, start=1))
    index = 2 * ranked / (count * total) - (count + 1) / count
    return index * count / (count - 1) if corrected else index


def top_share(values: Sequence[Value], count: int) -> float | None:
    """Return the share of the `count` largest in the whole."""
    shares = _shares(values)
    return None if shares is None else sum(sorted(shares, reverse=True)[:count])


def growth(first: Value, last: Value, years: float) -> float | None:
    """Return the compound annual growth rate, (V_t / V_0)^(1/t) − 1."""
    if years <= 0 or first <= 0 or last < 0:
        return None
    return float((float(last) / float(first)) ** (1 / years) - 1)


def ratio(part: Value | None, whole: Value | None) -> float | None:
    """Return `part / whole`, None when one is not known or there is nothing to divide by."""
    return None if part is None or not whole else float(part) / float(whole)


def locational_gini(local: Sequence[Value], total: Sequence[Value]) -> float | None:
    """Return the Gini coefficient of an activity over regions, against all activity there."""
    own, every = _shares(local), _shares(total)
    if own is None or every is None or not all(every):
        return None
    regions = sorted(zip(own, every, strict=True), key=lambda pair: pair[0] / pair[1])
    area = height = 0.0
    for share, width in regions:
        area += width * (2 * height + share)
        height += share
    return 1 - area


def krugman_index(local: Sequence[Value], total: Sequence[Value]) -> float | None:
    """Return Σ|s − x| over regions: 0 when the activity is spread like all activity, 2 at most."""
    own, every = _shares(local), _shares(total)
    if own is None or every is None:
        return None
    return sum(abs(share - width) for share, width in zip(own, every, strict=True))


def weighted_scores(
    candidates: Mapping[str, Sequence[float]], weights: Sequence[float]
) -> dict[str, float]:
    """Return Σ w·(v − min)/(max − min) for each candidate; weights are made to sum to 1.

    A criterion on which all are equal gives 0.5 to each, and so do criteria without any weight.
    Ranks can turn round when a candidate is added or taken out: say so beside the figure.
    """
    total = sum(weights)
    if total <= 0:
        return dict.fromkeys(candidates, 0.5)
    columns = [*zip(*candidates.values(), strict=True)]
    return {
        name: sum(
            weight / total * _scaled(value, column)
            for value, weight, column in zip(values, weights, columns, strict=True)
        )
        for name, values in candidates.items()
    }


def _scaled(value: float, column: Sequence[float]) -> float:
    least, most = min(column), max(column)
    return 0.5 if least == most else (value - least) / (most - least)


def _shares(values: Sequence[Value]) -> list[float] | None:
    total = float(sum(values))
    if total <= 0 or min(values) < 0:
        return None
    return [float(value) / total for value in values]


def _rank(value: float, values: Sequence[float]) -> int:
    return 1 + sum(other > value for other in values)
