"""Importance and performance: the published data, weighted gaps, Gale's ratio."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.buyers import Crosshair
from methodology.importance import Lines, Quadrant, Rated, lines, value

MARTILLA = (
    "3.83/2.63 3.63/2.73 3.60/3.15 3.56/3.00 3.41/3.05 3.41/3.29 3.38/3.03 3.37/3.11 "
    "3.29/2.00 3.27/3.02 2.52/2.25 2.43/2.49 2.37/2.35 2.05/3.33"
)
CARS = [tuple(map(Decimal, pair.split("/"))) for pair in MARTILLA.split()]
FIVE = [
    Rated(Decimal(importance), Decimal(own), Decimal(best))
    for importance, own, best in ((5, 3, 4), (4, 4, 4), (5, 2, 5), (3, 4, 3), (2, 5, 3))
]
LUXURY = [
    Rated(Decimal(weight), Decimal(own), Decimal(other))
    for weight, own, other in ((60, 9, 7), (20, 6, 6), (10, 9, 8), (10, 7, 7))
]
numbers = st.decimals(1, 5, places=2)
places = st.lists(st.tuples(numbers, numbers), min_size=1, max_size=14)
rows = st.lists(st.builds(Rated, numbers, numbers, numbers), min_size=1, max_size=12)


def quadrants(mode):
    """Return the numbers of the attributes in each quadrant, from 1."""
    found = lines(CARS, mode)
    return {
        kind: {at for at, one in enumerate(CARS, 1) if found.quadrant(*one) == kind}
        for kind in Quadrant
    }


def test_lines_of_the_original_case_are_its_means_by_default():
    found = lines(CARS)

    assert round(found.importance, 4) == Decimal("3.1514")
    assert round(found.performance, 4) == Decimal("2.8164")


def test_medians_of_the_original_case():
    assert lines(CARS, Crosshair.MEDIANS) == Lines(Decimal("3.375"), Decimal("3.01"))


def test_gaps_of_the_original_case():
    gaps = [performance - importance for importance, performance in CARS]

    assert round(sum(gaps) / len(gaps), 3) == Decimal("-0.335")
    assert (min(gaps), gaps.index(min(gaps)) + 1) == (Decimal("-1.29"), 9)
    assert (max(gaps), gaps.index(max(gaps)) + 1) == (Decimal("1.28"), 14)


def test_quadrants_of_the_original_case_by_means():
    assert quadrants(Crosshair.MEANS) == {
        Quadrant.CONCENTRATE: {1, 2, 9},
        Quadrant.KEEP: {3, 4, 5, 6, 7, 8, 10},
        Quadrant.LOW: {11, 12, 13},
        Quadrant.OVERKILL: {14},
    }


def test_trap_3_medians_send_the_widest_gap_to_low_priority():
    """The trap of the crosshair: attribute 9 has the widest gap and would be put aside."""
    found = quadrants(Crosshair.MEDIANS)

    assert found == {
        Quadrant.CONCENTRATE: {1, 2, 4},
        Quadrant.KEEP: {3, 5, 6, 7},
        Quadrant.LOW: {9, 11, 12, 13},
        Quadrant.OVERKILL: {8, 10, 14},
    }


def test_a_value_on_the_line_is_high():
    found = Lines(Decimal(3), Decimal(3))

    assert found.quadrant(Decimal(3), Decimal(3)) == Quadrant.KEEP
    assert found.quadrant(Decimal(3), Decimal("2.99")) == Quadrant.CONCENTRATE
    assert found.quadrant(Decimal("2.99"), Decimal(3)) == Quadrant.OVERKILL


def test_equal_values_lie_on_their_own_mean():
    """Binary fractions would put three times 3.6 below a mean of 3.6000000000000005."""
    same = [(Decimal("3.6"), Decimal("3.6"))] * 3

    assert lines(same).quadrant(*same[0]) == Quadrant.KEEP


def test_fixed_lines_are_used_as_stored_and_means_stand_in_for_what_is_not():
    assert lines(CARS, Crosshair.FIXED, (Decimal(3), Decimal(2))) == Lines(Decimal(3), Decimal(2))
    assert lines(CARS, Crosshair.FIXED, (None, Decimal(2))).importance == lines(CARS).importance
    assert lines(CARS, Crosshair.MEANS, (Decimal(1), Decimal(1))) == lines(CARS)


def test_no_factors_have_no_lines_and_no_value():
    assert lines([]) is None
    assert value([]) is None


def test_there_is_no_ratio_to_a_rival_that_has_nothing_in_some_factor():
    one, nothing = (Rated(Decimal(1), Decimal(3), Decimal(best)) for best in (3, 0))

    assert value([one, nothing]).relative is value([one, nothing]).reciprocal is None
    assert value([one, one]).relative == 1


def test_weighted_gaps_of_the_worked_example():
    found = value(FIVE)

    assert [f"{one:.4f}" for one in found.weights] == [
        "0.2632", "0.2105", "0.2632", "0.1579", "0.1053",
    ]  # fmt: skip
    assert [f"{one:.4f}" for one in found.gaps] == [
        "0.2632", "0.0000", "0.7895", "-0.1579", "-0.2105",
    ]  # fmt: skip
    assert (f"{found.own:.4f}", f"{found.best:.1f}", f"{found.ratio:.4f}") == (
        "3.3158", "4.0", "0.8289",
    )  # fmt: skip


def test_being_better_somewhere_makes_up_for_nothing():
    assert [f"{one:.4f}" for one in value(FIVE).priorities] == [
        "0.2632", "0.0000", "0.7895", "0.0000", "0.0000",
    ]  # fmt: skip


def test_trap_14_relative_value_is_not_rounded_on_the_way():
    """Published with ratios of two decimals: 118.7 and 84.2, within half a point of ours."""
    found = value(LUXURY)

    assert f"{100 * found.relative:.4f}" == "118.3929"
    assert f"{100 * found.reciprocal:.1f}" == "84.5"
    assert 100 * found.relative == pytest.approx(Decimal("118.7"), abs=Decimal("0.5"))
    assert 100 * found.reciprocal == pytest.approx(Decimal("84.2"), abs=Decimal("0.5"))


@given(places, st.sampled_from(Crosshair))
def test_every_factor_has_one_quadrant_and_some_factor_is_important(told, mode):
    found = lines(told, mode)
    kinds = [found.quadrant(*one) for one in told]

    assert len(kinds) == len(told)
    assert {*kinds} & {Quadrant.CONCENTRATE, Quadrant.KEEP}


@given(rows)
def test_weights_add_up_and_gaps_are_the_difference_of_the_scores(told):
    found = value(told)

    assert float(sum(found.weights)) == pytest.approx(1)
    assert float(sum(found.gaps)) == pytest.approx(float(found.best - found.own), abs=1e-9)
    assert found.relative > 0


@given(rows)
def test_two_equal_rivals_are_worth_the_same(told):
    mirrored = [Rated(one.importance, one.own, one.own) for one in told]

    assert float(value(mirrored).relative) == pytest.approx(1)
    assert float(value(mirrored).ratio) == pytest.approx(1)
