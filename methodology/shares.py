"""Shares of a whole: exact ones, and whole percentages that add up to the whole."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

WHOLE = 100
NEARLY = Fraction(1, 10**9)  # how exact a sum of shares is


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


def adding_up(parts: Sequence[float | Fraction | Decimal], digits: int = 0) -> tuple[Fraction, ...]:
    """Return shares of a whole, rounded so that they add up to 1 as percentages of so many digits.

    Parts of something else, which do not add up to 1, are returned as they are.
    """
    exact = [Fraction(part) for part in parts]
    if abs(sum(exact, Fraction(0)) - 1) > NEARLY:
        return tuple(exact)
    fine = [round(part / NEARLY) for part in exact]
    whole = WHOLE * 10**digits
    return tuple(Fraction(share, whole) for share in largest_remainder(fine, whole))
