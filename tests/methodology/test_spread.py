"""Median and quartiles of several people's scores, by linear interpolation (trap 8)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.spread import DISCUSS_ABOVE, Spread, spread

FIRST_ROUND = (5, 4, 4, 3, 5, 2, 4, 4, 3, 5, 4, 1)
SECOND_ROUND = (4, 4, 4, 4, 5, 3, 4, 4, 4, 5, 4, 3)
scores = st.lists(st.integers(1, 5), min_size=1, max_size=30)


def test_round_one_of_the_method_by_linear_quartiles():
    found = spread(FIRST_ROUND)

    assert found == Spread(12, 4.0, 3.0, 4.25)
    assert found.width == 1.25
    assert found.is_disputed


def test_round_two_of_the_method_agrees():
    found = spread(SECOND_ROUND)

    assert found == Spread(12, 4.0, 4.0, 4.0)
    assert not found.is_disputed


@pytest.mark.parametrize(
    ("method", "third", "width"),
    [
        ("linear", 4.25, 1.25),
        ("hazen", 4.5, 1.5),
        ("median_unbiased", 4.5833, 1.58),
        ("weibull", 4.75, 1.75),
    ],
)
def test_trap_8_another_method_gives_another_range_for_the_same_scores(method, third, width):
    first, last = np.quantile(FIRST_ROUND, [0.25, 0.75], method=method)

    assert (first, last) == (3, pytest.approx(third, abs=1e-4))
    assert last - first == pytest.approx(width, abs=5e-3)
    assert bool(spread(FIRST_ROUND).third == last) is (method == "linear")


def test_nobody_has_no_spread():
    assert spread([]) is None
    assert spread([None, None]) is None


def test_one_score_is_its_own_median_and_quartiles():
    assert spread([3]) == Spread(1, 3, 3, 3)
    assert spread([3]).width == 0


def test_a_score_not_given_is_not_a_nought():
    assert spread([None, 4, None, 2]) == spread([4, 2]) == Spread(2, 3.0, 2.5, 3.5)


@pytest.mark.parametrize(
    ("given_", "is_disputed"),
    [((3, 4), False), ((2, 4), False), ((1, 4), True), ((1, 5), True), ((3, 3, 3, 5), False)],
)
def test_exactly_one_point_between_the_quartiles_is_no_dispute(given_, is_disputed):
    assert spread(given_).is_disputed is is_disputed


def test_the_threshold_is_one_point():
    assert DISCUSS_ABOVE == 1.0
    assert not Spread(4, 3, 2.5, 3.5).is_disputed
    assert Spread(4, 3, 2.5, 3.51).is_disputed


@given(scores)
def test_quartiles_lie_in_order_between_the_extremes(given_):
    found = spread(given_)

    assert min(given_) <= found.first <= found.median <= found.third <= max(given_)
    assert found.count == len(given_)


@given(scores, st.randoms(use_true_random=False))
def test_the_order_of_the_raters_changes_nothing(given_, random):
    shuffled = [*given_]
    random.shuffle(shuffled)

    assert spread(shuffled) == spread(given_)


@given(scores)
def test_a_mirrored_scale_mirrors_the_spread(given_):
    found, mirrored = spread(given_), spread([6 - score for score in given_])

    assert mirrored.median == 6 - found.median
    assert mirrored.width == pytest.approx(found.width)


@given(st.integers(1, 5), st.integers(1, 40))
def test_people_who_all_say_the_same_never_disagree(score, count):
    assert spread([score] * count) == Spread(count, score, score, score)
