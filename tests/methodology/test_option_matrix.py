"""The matrix of the options: the oracle of the method, bands, medians, sides, coverage, bubbles."""

from dataclasses import replace
from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.option_matrix import (
    OUT_OF_TEN,
    Band,
    Origin,
    band,
    diameters,
    in_order,
    leading_side,
    on_the_scale,
    positions,
    raters,
)
from methodology.options import Axis
from methodology.raters import Side
from methodology.snapshot import Snapshot
from tests.diamonds import published as diamond
from tests.options import axes, criterion, merit, option, published, rater, score

PLACES = {
    "O1": (2.45, 4.10, Band.MEDIUM, Band.HIGH),
    "O2": (4.25, 2.75, Band.HIGH, Band.MEDIUM),
    "O3": (4.05, 3.70, Band.HIGH, Band.HIGH),
}
scores = st.integers(1, 5)


def placed(*records, **given):
    return {one.option.code: one for one in positions(Snapshot(records), **given)}


@pytest.mark.parametrize("names", [(), ("Ana",), ("Ana", "Eva", "Luz")])
@pytest.mark.parametrize(("code", "wanted"), PLACES.items())
def test_published_options_stand_where_the_method_puts_them(names, code, wanted):
    found = placed(*published(*names))[code]

    assert (found.attractiveness, found.capacity) == pytest.approx(wanted[:2])
    assert found.bands == wanted[2:]


@pytest.mark.parametrize(
    ("value", "cuts", "wanted"),
    [
        (3.2, OUT_OF_TEN, Band.LOW),
        (3.3, OUT_OF_TEN, Band.MEDIUM),
        (6.69, OUT_OF_TEN, Band.MEDIUM),
        (6.7, OUT_OF_TEN, Band.HIGH),
    ],
)
def test_bands_out_of_ten_begin_at_their_cuts(value, cuts, wanted):
    assert band(value, cuts) == wanted


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (1, Band.LOW),
        (2.33, Band.LOW),
        (7 / 3, Band.MEDIUM),
        ((2 + 2 + 3) / 3, Band.MEDIUM),
        (0.1 * 3 + 0.2 * 3 + 0.7 * 43 / 21, Band.MEDIUM),
        (3.66, Band.MEDIUM),
        (11 / 3, Band.HIGH),
        (5, Band.HIGH),
    ],
)
def test_bands_of_the_house_scale_are_thirds_a_cut_belonging_to_the_band_above(value, wanted):
    assert band(value) == wanted


@given(st.floats(1, 5), st.floats(1, 5))
def test_a_higher_value_never_lies_in_a_lower_band(one, other):
    order = [*Band]

    low, high = sorted((one, other))

    assert order.index(band(low)) <= order.index(band(high))


def test_median_of_the_raters_stands_until_a_score_is_adopted():
    by, of = criterion("A1", Axis.ATTRACTIVENESS), option()
    given = [
        score(rater(name), of, by, value) for name, value in zip("abc", (1, 4, 5), strict=True)
    ]
    people = [rater(name) for name in "abc"]

    free = placed(by, of, *people, *given)["O1"].of(by)
    agreed = placed(by, of, *people, *given, merit(of, by, "2.5"))["O1"].of(by)

    assert (free.value, free.origin) == (4, Origin.RATERS)
    assert (agreed.value, agreed.origin, agreed.spread) == (2.5, Origin.ADOPTED, free.spread)


def test_sides_are_never_pooled():
    by, of = criterion("A1", Axis.ATTRACTIVENESS), option()
    firms = [rater(f"F{n}") for n in range(3)]
    experts = [rater(f"E{n}", Side.EXPERT) for n in range(2)]
    snapshot = Snapshot(
        [by, of, *firms, *experts]
        + [score(one, of, by, 2) for one in firms]
        + [score(one, of, by, 5) for one in experts]
    )

    [found] = positions(snapshot)

    assert leading_side(snapshot) == Side.FIRM
    assert {one.id for one in raters(snapshot)} == {one.id for one in firms}
    assert (found.attractiveness, found.merits[0].spread.count) == (2, 3)


def test_scores_far_apart_are_to_be_discussed_until_somebody_settles_them():
    by, of = criterion("A1", Axis.ATTRACTIVENESS), option()
    people = [rater(name) for name in "abcd"]
    rows = [by, of, *people]
    rows += [score(one, of, by, value) for one, value in zip(people, (1, 1, 5, 5), strict=True)]

    assert placed(*rows)["O1"].is_disputed
    assert not placed(*rows, merit(of, by, "3"))["O1"].is_disputed


def test_capacity_may_take_the_coverage_of_the_diamond():
    by = criterion("C1", Axis.CAPACITY, is_coverage=True)

    [found] = positions(Snapshot([by, *diamond()]))

    assert found.of(by).origin == Origin.COVERAGE
    assert found.capacity == pytest.approx(1 + 4 * (1 - 74 / 201))


def test_without_a_diamond_the_coverage_is_no_score():
    [found] = positions(Snapshot([criterion("C1", Axis.CAPACITY, is_coverage=True), option()]))

    assert found.capacity is None
    assert found.bands == (None, None)


@pytest.mark.parametrize(("share", "wanted"), [(0, 1), (0.5, 3), (1, 5)])
def test_a_share_is_set_on_the_scale_from_end_to_end(share, wanted):
    assert on_the_scale(share) == wanted


@given(st.lists(st.floats(0.01, 1e9), min_size=2))
def test_area_and_not_radius_of_a_bubble_goes_with_the_market(sizes):
    found = diameters(sizes, 60)
    areas = [pi * (each / 2) ** 2 for each in found]

    assert max(found) == pytest.approx(60)
    assert areas[0] * sizes[1] == pytest.approx(areas[1] * sizes[0], rel=1e-6)


def test_a_market_of_unknown_size_has_no_bubble():
    assert diameters([None, 4, 1], 10) == [None, 10, 5]
    assert diameters([None, 0], 10) == [None, None]


def test_options_are_in_order_by_the_mean_of_both_axes_those_half_scored_left_out():
    found = in_order(positions(Snapshot([*published("Ana"), option("O4")])))

    assert [one.option.code for one in found] == ["O3", "O2", "O1"]
    assert [one.overall for one in found] == pytest.approx([3.875, 3.5, 3.275])


def test_leaving_a_rater_out_takes_their_scores_alone():
    by, of = axes()[0][0], option()
    ana, eva = rater("Ana"), rater("Eva")
    rows = [by, of, ana, eva, score(ana, of, by, 1), score(eva, of, by, 5)]

    assert placed(*rows)["O1"].attractiveness == 3
    assert placed(*rows, without=ana.id)["O1"].attractiveness == 5


def test_position_is_a_plain_value():
    [one, *_] = positions(Snapshot(published()))

    assert replace(one) == one
