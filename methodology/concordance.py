"""Kendall's W: how far several orders of the same items agree."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

Rank = Fraction | float | int


@dataclass(frozen=True)
class Concordance:
    """Kendall's W with its test: 0 no agreement, 1 the same order on every ballot."""

    w: float
    chi_square: float
    freedom: int
    probability: float
    judges: int


def kendall(ranks: Sequence[Sequence[Rank]]) -> Concordance | None:
    """Return W of the judges' ranks, corrected for ties (Kendall & Babington Smith 1939).

    A row for each judge, with the rank of every item in the same order; ties share a mean rank.
    None with a single ballot, which would agree with itself, and when every ballot ties all its
    items: there is then nothing to agree on.
    """
    judges, items = len(ranks), len(ranks[0]) if ranks else 0
    if judges < 2 or items < 2:
        return None
    totals = [sum(Fraction(rank) for rank in column) for column in zip(*ranks, strict=True)]
    mean = sum(totals) / items
    spread = sum((total - mean) ** 2 for total in totals)
    ties = sum(size**3 - size for row in ranks for size in Counter(row).values())
    divisor = judges**2 * (items**3 - items) - judges * ties
    if divisor == 0:
        return None
    w = float(12 * spread / divisor)
    chi_square, freedom = judges * (items - 1) * w, items - 1
    return Concordance(w, chi_square, freedom, chi_square_tail(chi_square, freedom), judges)


def chi_square_tail(value: float, freedom: int) -> float:
    """Return the probability of a χ² at least this large, by the closed form for whole degrees."""
    half = value / 2
    if half <= 0:  # the smallest numbers there are vanish when they are halved
        return 1.0
    odd = freedom % 2
    powers = [place + odd / 2 for place in range(freedom // 2)]
    parts = (math.exp(one * math.log(half) - half - math.lgamma(one + 1)) for one in powers)
    return min(1.0, sum(parts) + (math.erfc(math.sqrt(half)) if odd else 0.0))
