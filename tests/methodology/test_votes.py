"""What ballots weigh, and groups too small to be shown."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.rounds import Unit
from methodology.votes import (
    default_dots,
    hides_firms,
    hides_shares,
    hides_weights,
    is_enough,
    weighed,
    without,
)
from tests.voting import key, vote


def x_or_y():
    """Return the ballots of four firms, the first with four people: methodology.md 3.2."""
    return [
        *(vote(firm=1, chosen=(1,)) for _ in range(3)),
        vote(firm=1, chosen=(2,)),
        vote(firm=2, chosen=(2,)),
        vote(firm=3, chosen=(2,)),
        vote(firm=4, chosen=(1,)),
    ]


def sums(votes):
    return [sum(one.weight for one in votes if item in one.answer.chosen) for item in (1, 2)]


def test_trap_6_the_unit_changes_the_winner():
    assert sums(weighed(x_or_y(), Unit.PERSON, is_weighted=False)) == [4, 3]
    assert sums(weighed(x_or_y(), Unit.FIRM, is_weighted=False)) == [1.75, 2.25]


def test_weights_of_cards_count_only_where_the_round_says_so():
    votes = [vote(weight=3), vote()]

    assert [v.weight for v in weighed(votes, Unit.PERSON, is_weighted=True)] == [3, 1]
    assert [v.weight for v in weighed(votes, Unit.PERSON, is_weighted=False)] == [1, 1]


def test_a_ballot_of_no_known_firm_counts_as_one():
    votes = weighed([vote(firm=1), vote(firm=1), vote()], Unit.FIRM, is_weighted=False)

    assert [one.weight for one in votes] == [Fraction(1, 2), Fraction(1, 2), 1]


def test_all_others_are_left_without_a_firm():
    assert len(without(x_or_y(), key(9001))) == 3


@pytest.mark.parametrize(("items", "dots"), [(2, 3), (9, 3), (12, 4), (24, 8), (60, 8)])
def test_a_third_of_the_items_in_dots(items, dots):
    assert default_dots(items) == dots


def test_groups_under_four_are_not_shown():
    assert [is_enough(size) for size in (0, 3, 4)] == [False, False, True]


def test_two_ways_of_counting_must_not_differ_by_one_firm_alone():
    one_large = [*(vote(firm=1) for _ in range(4)), *(vote(firm=n) for n in range(2, 8))]
    two_large = [*one_large, vote(firm=2)]
    few_single = [*(vote(firm=1) for _ in range(4)), vote(firm=2), vote(firm=2), vote(firm=3)]

    assert [hides_firms(votes) for votes in (one_large, two_large, few_single)] == [
        False,
        True,
        False,
    ]
    assert hides_shares([vote(firm=n) for n in range(1, 6)])
    assert hides_shares([vote()])  # whose it is nobody knows
    assert not hides_shares(one_large)


def test_two_sums_tell_what_firms_of_two_sizes_voted():
    two_and_three = [vote(firm=n) for n in (1, 1, 2, 2, 2)]
    twice_two_and_three = [vote(firm=n) for n in (1, 1, 2, 2, 2, 3, 3, 4, 4, 4)]

    assert not hides_firms(two_and_three)
    assert hides_firms(twice_two_and_three)


def test_a_rare_weight_gives_its_voter_away():
    assert hides_weights([1, 1, 1])
    assert hides_weights([1] * 4 + [2] * 4)
    assert not hides_weights([1] * 9 + [7])


@given(st.lists(st.integers(1, 5), min_size=1, max_size=30))
def test_each_firm_has_one_vote_whatever_its_size(owners):
    votes = weighed([vote(firm=one) for one in owners], Unit.FIRM, is_weighted=False)

    assert sum(one.weight for one in votes) == len(set(owners))
