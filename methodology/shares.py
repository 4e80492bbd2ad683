"""Shares of a whole: exact ones, and whole percentages that add up to the whole."""

from collections.abc import Sequence
from fractions import Fraction

WHOLE = 100


def exact_shares(amounts: Sequence[int]) -> tuple[Fraction, ...]:
    """Return each amount's share of all, from 0 to 1 and without rounding; all 0 of nothing."""
    total = sum(amounts)
    return tuple(Fraction(amount, total) if total else Fraction(0) for amount in amounts)


def largest_remainder(amounts: Sequence[int], whole: int = WHOLE) -> tuple[int, ...]:
    """Return whole shares that add up to `whole`: what rounding down leaves goes by remainders.

    Hamilton's method. Equal remainders go to the larger amount, then to the one that stands first.
    """
    quotas = [share * whole for share in exact_shares(amounts)]
    shares = [int(quota) for quota in quotas]
    left = whole - sum(shares) if sum(amounts) else 0
    order = sorted(
        range(len(amounts)),
        key=lambda place: (shares[place] - quotas[place], -amounts[place], place),
    )
    for place in order[:left]:
        shares[place] += 1
    return tuple(shares)
