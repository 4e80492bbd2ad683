"""Headline figures, parts that tie, shares of region and country, comparison."""

from decimal import Decimal

import pytest
from hypothesis import given, settings

from methodology.characterization import Indicator, Perimeter, ReferenceCluster, Statistic
from methodology.profile import (
    comparisons,
    headlines,
    link_tables,
    tyings,
    wider_shares,
)
from methodology.snapshot import Snapshot
from tests.cluster import link, made
from tests.samples import snapshots

MILK, CHEESE = link("Milk", 1), link("Cheese", 2)
ROQUEFORT = made(ReferenceCluster, "Roquefort", name="Roquefort")


def stat(indicator, value, year=2025, **values):
    return made(Statistic, "", indicator=indicator, value=Decimal(str(value)), year=year, **values)


def test_headline_is_the_latest_total_with_its_growth():
    snapshot = Snapshot(
        [
            stat(Indicator.FIRMS, 434, 2019, source="Navarra"),
            stat(Indicator.FIRMS, 364, 2018),
            stat(Indicator.FIRMS, 99, 2020, link=CHEESE.id),
            stat(Indicator.FIRMS, 9999, 2020, perimeter=Perimeter.REGION),
        ]
    )

    (found,) = headlines(snapshot)

    assert (found.statistic.value, found.statistic.year) == (434, 2019)
    assert (round(found.growth, 4), found.since) == (0.1923, 2018)
    assert found.is_sourced


def test_headline_of_a_single_year_has_no_growth():
    (found,) = headlines(Snapshot([stat(Indicator.FIRMS, 434)]))

    assert (found.growth, found.since, found.is_sourced) == (None, None, False)


def test_headlines_come_in_the_order_of_the_indicators():
    snapshot = Snapshot([stat(Indicator.TURNOVER, 5), stat(Indicator.FIRMS, 1)])

    assert [one.statistic.indicator for one in headlines(snapshot)] == [
        Indicator.FIRMS,
        Indicator.TURNOVER,
    ]


@pytest.mark.parametrize(
    ("total", "ties"),
    [("100", True), ("100.5", True), ("101", False), ("99", False), (None, False)],
)
def test_parts_tie_with_their_total_within_rounding(total, ties):
    parts = [
        stat(Indicator.EMPLOYMENT, 60, link=MILK.id),
        stat(Indicator.EMPLOYMENT, 40, link=CHEESE.id),
    ]
    whole = [stat(Indicator.EMPLOYMENT, total)] if total else []

    (found,) = tyings(Snapshot([*parts, *whole]))

    assert (found.parts, found.ties) == (100, ties)
    assert found.difference == (100 - Decimal(total) if total else None)


def test_each_year_ties_for_itself():
    snapshot = Snapshot(
        [
            stat(Indicator.FIRMS, 5, 2024),
            stat(Indicator.FIRMS, 5, 2024, link=MILK.id),
            stat(Indicator.FIRMS, 6, 2025, link=MILK.id),
        ]
    )

    assert [(one.year, one.ties) for one in tyings(snapshot)] == [(2024, True), (2025, False)]


def test_nothing_ties_with_nothing():
    found = tyings(Snapshot([stat(Indicator.FIRMS, 0), stat(Indicator.FIRMS, 0, link=MILK.id)]))

    assert found[0].ties


def test_table_by_link_follows_the_chain_and_says_the_shares():
    snapshot = Snapshot(
        [
            CHEESE,
            MILK,
            stat(Indicator.FIRMS, 30, link=CHEESE.id),
            stat(Indicator.FIRMS, 10, link=MILK.id),
            stat(Indicator.FIRMS, 7, 2020, link=MILK.id),
        ]
    )

    (table,) = link_tables(snapshot)

    assert (table.indicator, table.year) == (Indicator.FIRMS, 2025)
    assert [(row.link.name, row.value, row.share) for row in table.rows] == [
        ("Milk", 10, 0.25),
        ("Cheese", 30, 0.75),
    ]


def test_shares_are_of_the_latest_year_that_both_have():
    snapshot = Snapshot(
        [
            stat(Indicator.EMPLOYMENT, 10, 2023),
            stat(Indicator.EMPLOYMENT, 50, 2024),
            stat(Indicator.EMPLOYMENT, 60, 2025),
            stat(Indicator.EMPLOYMENT, 1000, 2023, perimeter=Perimeter.REGION),
            stat(Indicator.EMPLOYMENT, 1000, 2024, perimeter=Perimeter.REGION),
            stat(Indicator.VALUE_ADDED, 3, 2025),
            stat(Indicator.GDP, 150, 2025, perimeter=Perimeter.COUNTRY),
        ]
    )

    assert [
        (one.indicator, one.perimeter, one.year, one.share) for one in wider_shares(snapshot)
    ] == [
        (Indicator.EMPLOYMENT, Perimeter.REGION, 2024, 0.05),
        (Indicator.GDP, Perimeter.COUNTRY, 2025, 0.02),
    ]


def test_share_of_nothing_is_left_out():
    snapshot = Snapshot(
        [stat(Indicator.FIRMS, 5), stat(Indicator.FIRMS, 0, perimeter=Perimeter.REGION)]
    )

    assert wider_shares(snapshot) == ()


def test_reference_is_compared_with_the_nearest_year():
    theirs = {"perimeter": Perimeter.REFERENCE, "reference": ROQUEFORT.id}
    snapshot = Snapshot(
        [
            ROQUEFORT,
            stat(Indicator.FIRMS, 10, 2015),
            stat(Indicator.FIRMS, 20, 2020),
            stat(Indicator.FIRMS, 80, 2021, **theirs),
            stat(Indicator.EXPORTS, 5, 2021, **theirs),
        ]
    )

    firms, exports = comparisons(snapshot)

    assert (firms.own.year, firms.theirs.year, firms.ratio) == (2020, 2021, 0.25)
    assert (exports.own, exports.ratio) == (None, None)


@settings(max_examples=30)
@given(snapshots())
def test_any_project_has_a_profile(snapshot):
    assert len(headlines(snapshot)) <= len(Indicator)
    for table in link_tables(snapshot):
        shares = [row.share for row in table.rows if row.share is not None]
        assert all(row.value is not None for row in table.rows)
        assert shares == [] or len(shares) == len(table.rows)
    assert all(one.share is not None for one in wider_shares(snapshot))
    for one in comparisons(snapshot):
        assert one.theirs.reference == one.reference.id
