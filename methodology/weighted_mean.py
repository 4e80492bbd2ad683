"""The weighted mean that scores come to, exact where they are."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

Number = TypeVar("Number", Decimal, Fraction, float)


def weighted_mean(parts: Iterable[tuple[Number | None, Number]]) -> Number | None:
    """Return Σw·v / Σw of values and their weights; parts without a value are left out of both.

    None when nothing that weighs has a value.
    """
    known = [(value, weight) for value, weight in parts if value is not None]
    whole = sum(weight for _value, weight in known)
    return sum(value * weight for value, weight in known) / whole if whole else None
