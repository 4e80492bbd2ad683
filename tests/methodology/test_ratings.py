"""Scores in numbers, against the worked two-round example of the method's sources."""

from collections import Counter
from fractions import Fraction
from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.ratings import agreement, one_each, rated, shift, spread_out
from methodology.scale import EXPOSURE, LEVEL
from methodology.spread import spread
from tests.voting import key

FIRST = (5, 4, 4, 3, 5, 2, 4, 4, 3, 5, 4, 1)
SECOND = (4, 4, 4, 4, 5, 3, 4, 4, 4, 5, 4, 3)


def test_the_first_round():
    found = rated(FIRST, LEVEL)

    assert (found.spread.first, found.spread.median, found.spread.third) == (3, 4, 4.25)
    assert found.spread.width == 1.25
    assert (found.mean, found.deviation) == pytest.approx((3.6667, 1.2309), abs=1e-4)
    assert found.variation == pytest.approx(0.3357, abs=1e-4)
    assert found.top_two == pytest.approx(0.667, abs=5e-4)
    assert found.within_one == pytest.approx(0.833, abs=5e-4)
    assert found.agreement == pytest.approx(0.5607, abs=1e-4)
    assert found.counts == (1, 1, 2, 5, 3)


def test_the_second_round():
    found = rated(SECOND, LEVEL)

    assert found.spread.width == 0
    assert (found.mean, found.deviation) == pytest.approx((4.0, 0.6030), abs=1e-4)
    assert found.variation == pytest.approx(0.1508, abs=1e-4)
    assert (found.top_two, found.within_one) == pytest.approx((10 / 12, 1))
    assert found.agreement == pytest.approx(0.8617, abs=1e-4)


def test_the_shift_between_rounds():
    found = shift(rated(FIRST, LEVEL), rated(SECOND, LEVEL))

    assert (found.median, found.width) == (0, -1.25)
    assert found.variation == pytest.approx(-0.1849, abs=1e-4)
    assert found.agreement == pytest.approx(0.3010, abs=1e-4)


def test_the_method_of_quartiles_is_the_linear_one():
    found = spread(FIRST)
    weibull = quantiles(sorted(FIRST), n=4, method="exclusive")

    assert (found.width, weibull[2] - weibull[0]) == (1.25, 1.75)


def test_ten_scores_on_a_likert_scale():
    found = rated((1, 2, 4, 5, 5, 4, 3, 4, 5, 2), LEVEL)

    assert (found.mean, found.spread.median) == (3.5, 4)
    assert found.deviation == pytest.approx(1.4337, abs=1e-4)
    assert (found.top_two, found.bottom_two) == (0.6, 0.3)


def test_all_alike_agree_and_two_camps_do_not():
    assert agreement([3, 3, 3], 1, 5) == 1
    assert agreement([1, 1, 5, 5], 1, 5) == pytest.approx(0)


def test_a_single_score_has_no_spread_and_nobody_no_result():
    assert rated([4], LEVEL).deviation is None
    assert rated([4], LEVEL).variation is None
    assert rated([4], LEVEL).agreement is None
    assert rated([], LEVEL) is None
    assert shift(rated([4], LEVEL), rated([5], LEVEL)).variation is None


def test_a_mean_of_zero_has_no_coefficient_of_variation():
    assert rated([-1, 0, 1], EXPOSURE).variation is None
    assert rated([0, 1], EXPOSURE).variation == pytest.approx(2**0.5)  # s √½, mean ½


def test_a_firm_s_score_is_the_median_of_its_people_s():
    given_scores = [
        (1, key(1), Fraction(1)),
        (1, key(1), Fraction(2)),
        (5, key(1), Fraction(6)),
        (4, key(2), Fraction(1, 2)),
        (3, None, Fraction(2)),
    ]

    assert sorted(one_each(given_scores)) == [(1, 3), (3, 2), (4, Fraction(1, 2))]


def test_weights_repeat_scores():
    found = spread_out([(1, Fraction(1, 2)), (5, Fraction(3, 2))])

    assert found == {1: 1, 5: 3}
    assert spread_out([]) == {}


def test_weights_of_many_digits_count_as_any_others():
    """By hand: 2 weighs 40 × 25.001, 4 the same and 1.003 more, so that more than half is 4."""
    fine = [(2, Fraction("25.001"))] * 40 + [(4, Fraction("25.001"))] * 40

    even, uneven = (
        rated(spread_out(fine), LEVEL),
        rated(spread_out([*fine, (4, Fraction("1.003"))]), LEVEL),
    )

    assert (even.spread.median, uneven.spread.median) == (3, 4)
    assert uneven.mean == pytest.approx((2 * 1000.04 + 4 * 1001.043) / 2001.083)


scores = st.lists(st.integers(1, 5), min_size=1, max_size=30)


@given(scores)
def test_no_voter_is_lost_and_nothing_leaves_its_bounds(given_scores):
    found = rated(given_scores, LEVEL)

    assert sum(found.counts) == len(given_scores)
    assert -1e-9 <= (found.agreement or 0) <= 1 + 1e-9
    assert (found.agreement is None) == (len(given_scores) == 1)
    assert 0 <= found.within_one <= 1
    assert found == rated(sorted(given_scores), LEVEL)


@given(scores, st.fractions(min_value="1/9", max_value=9))
def test_equal_weights_change_nothing(given_scores, weight):
    assert spread_out([(one, weight) for one in given_scores]) == Counter(given_scores)
