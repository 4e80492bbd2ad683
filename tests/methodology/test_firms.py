"""The firms as they describe themselves: counts by link, sizes, ratios, concentration."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from methodology.characterization import Indicator, Statistic
from methodology.firms import concentrations, firms, link_counts, ratios
from methodology.mapping import ActorKind, Inclusion
from methodology.sizes import SizeClass, pyramid, size_of
from methodology.snapshot import Snapshot
from tests.cluster import actor, link, made
from tests.samples import snapshots

CHEESE = link("Cheese")


def stat(indicator, value, year=2025):
    return made(Statistic, "", indicator=indicator, value=Decimal(value), year=year)


def test_firms_are_those_that_do_business_are_not_outside_and_do_not_only_buy():
    snapshot = Snapshot(
        [
            actor("Dairy"),
            actor("Bank", ActorKind.FINANCE),
            actor("Unknown", None),
            actor("Far", inclusion=Inclusion.OUTSIDE),
            actor("Buyer", ActorKind.BUYER),
        ]
    )

    assert [one.name for one in firms(snapshot)] == ["Dairy"]


def test_a_buyer_stays_in_its_link_and_out_of_every_figure_of_the_firms():
    shops = link("Shops")
    market = actor("Market", ActorKind.BUYER, link=shops.id, employees=640, turnover=1_000_000)
    snapshot = Snapshot([shops, market, actor("Dairy", employees=4, turnover=100)])

    assert market.kind.is_in_chain
    assert [row.firms for row in link_counts(snapshot)] == [0, 1]
    assert [(one.label, one.median) for one in ratios(snapshot)] == [
        ("Employees per firm", 4),
        ("Turnover per firm", 1),
        ("Turnover per employee", 0.25),
    ]
    assert {one.firms for one in concentrations(snapshot)} == {1}


def test_links_count_their_firms_and_sum_what_they_know():
    snapshot = Snapshot(
        [
            CHEESE,
            actor("A", link=CHEESE.id, employees=4, turnover=100),
            actor("B", link=CHEESE.id, employees=6),
            actor("C"),
        ]
    )

    placed, unplaced = link_counts(snapshot)

    assert (placed.link, placed.firms, placed.employees, placed.turnover) == (CHEESE, 2, 10, 100)
    assert (unplaced.link, unplaced.firms, unplaced.employees) == (None, 1, None)


def test_link_without_firms_counts_none():
    (row,) = link_counts(Snapshot([CHEESE]))

    assert (row.firms, row.employees, row.turnover) == (0, None, None)


@pytest.mark.parametrize(
    ("employees", "size"),
    [
        (0, SizeClass.MICRO),
        (9, SizeClass.MICRO),
        (10, SizeClass.SMALL),
        (49, SizeClass.SMALL),
        (50, SizeClass.MEDIUM),
        (249, SizeClass.MEDIUM),
        (250, SizeClass.LARGE),
        (10_000, SizeClass.LARGE),
    ],
)
def test_size_follows_the_employees(employees, size):
    assert size_of(employees) is size


def test_classes_leave_no_gap():
    for one, other in zip(SizeClass, [*SizeClass][1:], strict=False):
        assert one.most + 1 == other.least
    assert SizeClass.LARGE.most is None


def test_pyramid_counts_firms_and_their_people():
    found = pyramid(
        [actor("A", employees=3), actor("B", employees=40), actor("C", employees=5), actor("D")]
    )

    assert [(band.size, band.firms, band.employees) for band in found.bands] == [
        (SizeClass.MICRO, 2, 8),
        (SizeClass.SMALL, 1, 40),
        (SizeClass.MEDIUM, 0, 0),
        (SizeClass.LARGE, 0, 0),
    ]
    assert (found.firms, found.unknown) == (3, 1)


@given(st.lists(st.none() | st.integers(0, 5000), max_size=40))
def test_no_firm_is_lost_in_the_pyramid(staff):
    found = pyramid([actor(f"A{number}", employees=one) for number, one in enumerate(staff)])

    assert found.firms + found.unknown == len(staff)
    assert sum(band.employees for band in found.bands) == sum(filter(None, staff))


def test_catalan_averages_hide_the_median():
    snapshot = Snapshot(
        [
            stat(Indicator.EMPLOYMENT, 102_500),
            stat(Indicator.FIRMS, 537),
            *(actor(f"A{number}", employees=5) for number in range(4)),
            actor("Tractor", employees=980),
        ]
    )

    (found,) = ratios(snapshot)

    assert found.label == "Employees per firm"
    assert round(found.overall, 2) == 190.88
    assert (found.mean, found.median, found.firms) == (200, 5, 5)


def test_ratios_of_money_are_in_major_units():
    snapshot = Snapshot(
        [
            stat(Indicator.TURNOVER, 65_200_000_000),
            stat(Indicator.FIRMS, 1_780),
            actor("A", turnover=300_00, employees=3, export_share=20),
        ]
    )
    found = {one.label: one for one in ratios(snapshot)}

    assert round(found["Turnover per firm"].overall / 1e6, 3) == 36.629
    assert found["Turnover per firm"].median == 300
    assert found["Turnover per employee"].median == 100
    assert found["Turnover per employee"].is_money
    assert (found["Exports over turnover"].median, found["Exports over turnover"].is_money) == (
        0.2,
        False,
    )


def test_turnover_is_stored_in_hundredths_and_told_in_units():
    (found, _) = ratios(Snapshot([actor("A", turnover=30_000, employees=3)]))[1:]

    assert found.median == 300


def test_ratio_needs_two_totals_of_the_same_year():
    snapshot = Snapshot([stat(Indicator.TURNOVER, 100, 2024), stat(Indicator.FIRMS, 10, 2025)])

    assert ratios(snapshot) == ()


def test_concentration_says_over_how_many_firms():
    snapshot = Snapshot(
        [*(actor(f"A{number}", employees=25) for number in range(4)), actor("Silent")]
    )

    (found,) = concentrations(snapshot)

    assert (found.label, found.firms) == ("Employees", 4)
    assert (found.hhi, found.normalised_hhi, found.gini) == (2500, 0, 0)
    assert found.top == ((3, 0.75), (5, 1.0), (10, 1.0))


def test_firms_that_all_said_zero_have_no_concentration():
    (found,) = concentrations(Snapshot([actor("A", employees=0)]))

    assert (found.hhi, found.gini, found.top) == (None, None, ())


def test_project_without_firms_has_no_ratios():
    assert (ratios(Snapshot()), concentrations(Snapshot())) == ((), ())


@settings(max_examples=30)
@given(snapshots())
def test_every_firm_is_counted_once_by_link(snapshot):
    links = {one.link.id for one in link_counts(snapshot) if one.link}
    known = [one for one in firms(snapshot) if one.link is None or one.link in links]

    assert sum(one.firms for one in link_counts(snapshot)) == len(known)


def test_value_added_per_employee_comes_from_the_totals_of_one_year():
    snapshot = Snapshot([stat(Indicator.VALUE_ADDED, 96_000), stat(Indicator.EMPLOYMENT, 8)])

    (found,) = ratios(snapshot)

    assert (found.label, found.overall, found.is_money) == (
        "Value added per employee",
        12_000,
        True,
    )
    assert (found.mean, found.median, found.firms) == (None, None, 0)
