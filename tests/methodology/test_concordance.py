"""Kendall's W against published tables and against scipy."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import chi2, friedmanchisquare

from methodology.concordance import chi_square_tail, kendall
from methodology.rankings import ranks
from tests.methodology.test_rankings import five

TEN = (  # ten projects, four judges: methodology.md 3.2
    (1, 3, 4, 5, 2, 8, 6, 7, 10, 9),
    (2, 1, 4, 5, 6, 3, 8, 7, 10, 9),
    (3, 2, 1, 5, 7, 4, 6, 8, 9, 10),
    (4, 2, 3, 1, 6, 7, 5, 9, 8, 10),
)


def test_four_judges_and_three_competitors():
    found = kendall([(1, 2, 3), (2, 3, 1), (3, 1, 2), (1, 3, 2)])

    assert found.w == pytest.approx(1 / 16)


def test_ten_projects_and_four_judges():
    found = kendall(TEN)

    assert [sum(column) for column in zip(*TEN, strict=True)] == [
        10, 8, 12, 16, 21, 22, 25, 31, 37, 38,
    ]  # fmt: skip
    assert found.w == pytest.approx(0.793939, abs=1e-6)
    assert found.chi_square == pytest.approx(28.5818, abs=1e-4)
    assert found.probability == pytest.approx(0.000762, abs=1e-6)
    assert friedmanchisquare(*zip(*TEN, strict=True)).statistic == pytest.approx(found.chi_square)


def test_trap_7_ties_are_corrected_for():
    found = kendall([(1, 2.5, 2.5, 4, 5), (1.5, 1.5, 3, 4, 5), (2, 1, 3.5, 3.5, 5)])

    assert found.w == pytest.approx(0.918129, abs=1e-6)
    assert found.chi_square == pytest.approx(11.0175, abs=1e-4)


def test_five_voters_and_ten_projects_do_not_agree_at_all():
    found = kendall([ranks(order, range(10)) for order, _ in five()])

    assert found.w == pytest.approx(0.0768, abs=5e-5)
    assert found.chi_square == pytest.approx(3.46, abs=5e-3)
    assert found.probability == pytest.approx(0.94, abs=5e-3)


@pytest.mark.parametrize(
    ("second", "w", "chi_square", "probability"),
    [((1, 2), 1, 2, 0.1573), ((2, 1), 0, 0, 1)],  # χ² = 2·1·W with one degree of freedom
)
def test_two_judges_of_two_items_are_enough(second, w, chi_square, probability):
    found = kendall([(1, 2), second])

    assert (found.w, found.chi_square, found.freedom) == (w, chi_square, 1)
    assert found.probability == pytest.approx(probability, abs=5e-5)


def test_trap_7_all_tied_is_not_defined():
    assert kendall([(2, 2, 2), (2, 2, 2)]) is None


def test_trap_7_a_single_ballot_shows_no_agreement():
    assert kendall([(1, 2, 3)]) is None
    assert kendall([]) is None
    assert kendall([(1,), (1,)]) is None


@given(st.lists(st.permutations(range(1, 6)), min_size=2, max_size=9))
def test_agreement_lies_between_nothing_and_all_and_no_judge_is_special(found):
    one, other = kendall(found), kendall([*reversed(found)])

    assert 0 <= one.w <= 1
    assert one == other
    assert kendall([found[0]] * 3).w == 1


@given(st.lists(st.permutations(range(1, 6)), min_size=3, max_size=9))
def test_the_test_is_that_of_friedman(found):
    expected = friedmanchisquare(*zip(*found, strict=True))
    assume(expected.statistic == expected.statistic)

    assert kendall(found).chi_square == pytest.approx(expected.statistic)
    assert kendall(found).probability == pytest.approx(expected.pvalue)


@given(st.floats(0, 200), st.integers(1, 40))
def test_the_tail_is_that_of_the_distribution(value, freedom):
    assert chi_square_tail(value, freedom) == pytest.approx(chi2.sf(value, freedom), abs=1e-12)


def test_half_ranks_may_be_fractions():
    half = Fraction(3, 2)

    assert kendall([(half, half, 3), (1, 2, 3)]).w == kendall([(1.5, 1.5, 3), (1, 2, 3)]).w
