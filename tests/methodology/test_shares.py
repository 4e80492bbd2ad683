"""Shares of a whole: the amounts of the source, and percentages that add up."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.concentration import hhi
from methodology.shares import adding_up, exact_shares, largest_remainder

SEED = (23_983, 477_692, 579_857, 838_259, 1_039_072, 2_825_786)
amounts = st.lists(st.integers(0, 10**12), max_size=9)


def test_the_seed_amounts_print_as_hundred_percent():
    """Methodology 4.1: TICs, Producción, I+D+i, RRHH, Organización, Mercados."""
    assert largest_remainder(SEED) == (0, 8, 10, 15, 18, 49)
    assert sum(largest_remainder(SEED)) == 100


def test_the_seed_amounts_have_their_exact_shares():
    shares = [round(100 * float(share), 4) for share in exact_shares(SEED)]

    assert sum(SEED) == 5_784_649
    assert shares == [0.4146, 8.2579, 10.0241, 14.4911, 17.9626, 48.8497]


def test_trap_1_neither_the_slide_nor_independent_rounding_adds_up():
    printed = (0, 8, 10, 14, 18, 48)
    rounded = tuple(round(100 * float(share)) for share in exact_shares(SEED))

    assert sum(printed) == 98
    assert rounded == (0, 8, 10, 14, 18, 49)
    assert sum(rounded) == 99


def test_the_seed_mix_is_as_concentrated_as_published():
    assert hhi(SEED) == pytest.approx(3087.79, abs=0.005)


def test_nothing_has_no_shares():
    assert largest_remainder(()) == ()
    assert largest_remainder((0, 0)) == (0, 0)
    assert exact_shares((0, 0)) == (0, 0)


@pytest.mark.parametrize(
    ("given_amounts", "shares"),
    [((1, 1, 1), (34, 33, 33)), ((1,), (100,)), ((0, 5), (0, 100)), ((1, 2), (33, 67))],
)
def test_equal_remainders_go_to_the_larger_and_then_to_the_first(given_amounts, shares):
    assert largest_remainder(given_amounts) == shares


@given(amounts)
def test_whole_shares_add_up_and_stay_within_one_of_the_exact_ones(given_amounts):
    shares = largest_remainder(given_amounts)

    assert sum(shares) == (100 if sum(given_amounts) else 0)
    for whole, exact in zip(shares, exact_shares(given_amounts), strict=True):
        assert abs(whole - 100 * exact) < 1


@given(amounts)
def test_exact_shares_lose_nothing(given_amounts):
    assert sum(exact_shares(given_amounts)) == (1 if sum(given_amounts) else 0)


@given(st.lists(st.integers(1, 10**9), min_size=2, max_size=9, unique=True))
def test_a_larger_amount_never_gets_a_smaller_share(given_amounts):
    shares = largest_remainder(sorted(given_amounts))

    assert [*shares] == sorted(shares)


def test_shares_are_rounded_so_that_they_add_up():
    third = Fraction(1, 3)

    assert sum(adding_up([third, third, third])) == 1
    assert adding_up([0.625, 0.375]) == (Fraction(63, 100), Fraction(37, 100))
    assert adding_up([0.5, 0.2]) == (Fraction(0.5), Fraction(0.2))
