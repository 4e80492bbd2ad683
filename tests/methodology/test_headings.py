"""Titles of lanes side by side: lines, tiers and the widths they ask for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.boxes import Side
from methodology.headings import (
    CLEAR,
    EDGE,
    LINE,
    LINES,
    TITLED,
    Heading,
    headings,
    side_by_side,
    title_lines,
    title_needs,
)
from methodology.lettering import ems, narrowest

OTHER = next(side for side in Side if side != Side.CHAIN)
widths = st.lists(st.floats(10, 400), min_size=1, max_size=8)


def test_one_tier_has_nothing_under_the_lanes():
    one = Heading(1, 2)

    assert one.above(10) == pytest.approx(10 * (2 * LINE + CLEAR))
    assert one.under(10) == 0
    assert one.height(10) == one.above(10)


def test_two_tiers_are_as_high_under_as_above():
    two = Heading(2, 1)

    assert two.under(10) == two.above(10)
    assert two.height(10) == pytest.approx(2 * two.above(10))


def test_the_chain_may_set_its_titles_in_one_or_two_tiers_the_lowest_first():
    found = headings(Side.CHAIN, is_cutting=False)
    heights = [one.height(1) for one in found]

    assert len(found) == 2 * LINES
    assert heights == sorted(heights)
    assert found[0] == Heading(1, 1)


def test_any_other_side_has_one_tier():
    found = headings(OTHER, is_cutting=False)

    assert found == tuple(Heading(1, lines) for lines in range(1, LINES + 1))


@pytest.mark.parametrize(("side", "lines"), [(Side.CHAIN, 2), (OTHER, 1)])
def test_where_titles_are_cut_there_is_one_way(side, lines):
    assert headings(side, is_cutting=True) == (Heading(1, lines, is_cutting=True),)


def test_titles_that_may_be_cut_take_their_even_share_up_to_a_limit():
    cutting = Heading(1, 1, is_cutting=True)

    assert title_needs(["A", "Transformación"], cutting, 12, 80) == [80, 80]
    assert title_needs(["A"], cutting, 12, 500) == [TITLED]


def test_a_title_that_stands_whole_asks_for_its_narrowest_width():
    found = title_needs(["Leche cruda de altura"], Heading(1, 2), 12, 1)

    assert found == [EDGE * 12 * narrowest("Leche cruda de altura", 2)]


def test_no_titles_need_nothing():
    assert title_needs([], Heading(1, 1), 12, 100) == []
    assert side_by_side([], [], 1, 5) == []


def test_a_lane_is_as_wide_as_its_actors_or_its_title():
    assert side_by_side([50, 120], [80, 90], 1, 10) == [80, 120]


def test_with_two_tiers_a_title_reaches_over_the_next_lane():
    found = side_by_side([50, 50], [100, 40], 2, 10)

    assert found == [50, 50]
    assert sum(found) + 10 >= 100


def test_the_last_title_has_no_neighbour_to_reach_over():
    assert side_by_side([50, 50], [40, 100], 2, 10) == [50, 100]


@given(widths, st.integers(1, 2), st.floats(0, 20), st.data())
def test_no_lane_is_narrower_than_its_actors_and_every_title_has_room(needs, tiers, gap, data):
    titles = data.draw(st.lists(st.floats(10, 400), min_size=len(needs), max_size=len(needs)))

    found = side_by_side(needs, titles, tiers, gap)

    assert all(width >= need for width, need in zip(found, needs, strict=True))
    for place, title in enumerate(titles):
        reach = found[place : place + tiers]
        assert sum(reach) + gap * (len(reach) - 1) >= title - 1e-6


def test_a_title_that_fits_stands_whole():
    assert title_lines("Leche cruda", 40, 2) == ("Leche cruda",)


def test_what_does_not_fit_in_its_lines_is_cut_in_the_last():
    found = title_lines("Distribución y venta en la capital", ems("Distribución"), 2)

    assert found[0] == "Distribución"
    assert len(found) == 2
    assert found[1].endswith("…")


@given(st.text(alphabet="abc ñé", max_size=40), st.floats(2, 20), st.integers(1, 4))
def test_a_title_never_takes_more_lines_than_it_has_nor_more_width(title, width, lines):
    found = title_lines(title, width, lines)

    assert len(found) <= lines
    assert all(ems(line) <= width + 1e-9 for line in found)
