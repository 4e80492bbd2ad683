"""Quorums and majorities as formulas: how many votes a rule asks for, whatever the number.

«Half plus one» is taken as the smallest whole number above the half, floor(n/2) + 1: 4 of 7, 12 of
22, 18 of 35. The literal n/2 + 1, rounded up, asks one more of an odd number: 5 of 7, 12 of 22, 19
of 35. Which of the two holds is for the assembly to say: both are there, each with its formula.
"""

from methodology.choice import Choice
from methodology.text import N_


class Majority(Choice):
    """The part of those who count that a rule asks for."""

    HALF_PLUS_ONE = "half_plus_one", N_("Half plus one"), "⌊n ÷ 2⌋ + 1"
    LITERAL_HALF = "literal_half", N_("Half plus one, read literally"), "⌈n ÷ 2 + 1⌉"
    TWO_THIRDS = "two_thirds", N_("Two thirds"), "⌈2n ÷ 3⌉"
    THREE_QUARTERS = "three_quarters", N_("Three quarters"), "⌈3n ÷ 4⌉"
    ONE_THIRD = "one_third", N_("One third"), "⌈n ÷ 3⌉"
    UNANIMITY = "unanimity", N_("All of them"), "n"

    formula: str


class Counted(Choice):
    """Whom the part is taken of."""

    MEMBERS = "members", N_("Of the members")
    PRESENT = "present", N_("Of those present")
    CAST = "cast", N_("Of the votes cast")


def needed(majority: Majority, count: int) -> int:
    """Return how many of `count` a majority asks for; 0 of nobody."""
    if count < 1:
        return 0
    match majority:
        case Majority.HALF_PLUS_ONE:
            return count // 2 + 1
        case Majority.LITERAL_HALF:
            return min(count, -(-count // 2) + 1)
        case Majority.TWO_THIRDS:
            return -(-2 * count // 3)
        case Majority.THREE_QUARTERS:
            return -(-3 * count // 4)
        case Majority.ONE_THIRD:
            return -(-count // 3)
        case _:
            return count
