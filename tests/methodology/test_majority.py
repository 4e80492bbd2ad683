"""Majorities as formulas: trap 9, «mitad más uno», and what follows from any number of members."""

from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.majority import Majority, needed

SHARES = {
    Majority.TWO_THIRDS: Fraction(2, 3),
    Majority.THREE_QUARTERS: Fraction(3, 4),
    Majority.ONE_THIRD: Fraction(1, 3),
    Majority.UNANIMITY: Fraction(1),
}
members = st.integers(1, 10_000)


@pytest.mark.parametrize(("count", "votes"), [(7, 4), (22, 12), (35, 18), (1, 1), (2, 2), (8, 5)])
def test_trap_9_half_plus_one_is_the_smallest_whole_number_above_the_half(count, votes):
    assert needed(Majority.HALF_PLUS_ONE, count) == votes


@pytest.mark.parametrize(
    ("majority", "count", "votes"),
    [
        (Majority.LITERAL_HALF, 7, 5),
        (Majority.LITERAL_HALF, 22, 12),
        (Majority.LITERAL_HALF, 35, 19),
        (Majority.LITERAL_HALF, 1, 1),
        (Majority.TWO_THIRDS, 9, 6),
        (Majority.TWO_THIRDS, 10, 7),
        (Majority.TWO_THIRDS, 35, 24),
        (Majority.THREE_QUARTERS, 8, 6),
        (Majority.THREE_QUARTERS, 9, 7),
        (Majority.ONE_THIRD, 10, 4),
        (Majority.UNANIMITY, 12, 12),
    ],
)
def test_trap_9_read_literally_it_asks_one_more_and_other_majorities_round_up(
    majority, count, votes
):
    assert needed(majority, count) == votes


@given(members)
def test_half_plus_one_is_more_than_half_and_one_less_is_not(count):
    votes = needed(Majority.HALF_PLUS_ONE, count)

    assert 2 * votes > count
    assert 2 * (votes - 1) <= count


@given(members, st.sampled_from(sorted(SHARES)))
def test_a_share_is_reached_exactly_with_the_votes_needed(count, majority):
    assert needed(majority, count) == ceil(SHARES[majority] * count)


@given(members, st.sampled_from([*Majority]))
def test_nobody_needs_more_votes_than_there_are_and_one_more_member_never_asks_fewer(
    count, majority
):
    assert 1 <= needed(majority, count) <= count
    assert needed(majority, count) <= needed(majority, count + 1)


def test_of_nobody_nothing_is_needed_and_every_majority_has_its_formula():
    assert {needed(majority, 0) for majority in Majority} == {0}
    assert all(majority.formula for majority in Majority)
