"""Where the arithmetic of clusters misleads: ties, zeros, samples of one, ranks that turn round."""

import ast
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import ceil
from pathlib import Path
from statistics import fmean, median

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from methodology.characterization import Indicator, Perimeter, ReferenceCluster, Statistic
from methodology.concentration import (
    FLOOR,
    SPECIALISED,
    above_expectation,
    gini,
    growth,
    hhi,
    krugman_index,
    location_quotient,
    locational_gini,
    normalised_hhi,
    stars,
    symmetric_quotient,
    top_share,
    weighted_scores,
)
from methodology.firms import concentrations, link_counts, ratios
from methodology.mapping import ActorKind, Inclusion
from methodology.profile import comparisons, headlines, link_tables, tyings, wider_shares
from methodology.snapshot import Snapshot
from tests.cluster import actor, link, made

counts = st.integers(1, 10**7)
sizes = st.lists(st.integers(0, 10**6), min_size=1, max_size=25)
MILK, CHEESE = link("Milk", 1), link("Cheese", 2)


def stat(indicator, value, year=2025, **values):
    return made(Statistic, "", indicator=indicator, value=Decimal(str(value)), year=year, **values)


@given(counts, counts, counts, counts)
def test_quotient_is_the_same_read_by_region_or_by_activity(local, region, wide, country):
    by_region = location_quotient(local, region, wide, country)
    by_activity = location_quotient(local, wide, region, country)

    assert by_region == pytest.approx(by_activity)
    assert by_region == pytest.approx(float(Fraction(local * country, region * wide)))


@given(counts, counts, counts, counts)
def test_symmetric_quotient_and_surplus_have_the_sign_of_specialisation(
    local, region, wide, country
):
    quotient = location_quotient(local, region, wide, country)
    surplus = above_expectation(local, region, wide, country)

    assert -1 < symmetric_quotient(quotient) < 1
    if abs(quotient - 1) > 1e-9:
        assert (quotient > 1) == (symmetric_quotient(quotient) > 0) == (surplus > 0)


@given(counts, counts)
def test_symmetric_quotients_of_a_region_and_its_mirror_cancel(one, other):
    quotient = one / other

    assert symmetric_quotient(quotient) == pytest.approx(-symmetric_quotient(1 / quotient))


@pytest.mark.parametrize(
    ("regions", "starred"), [(2, 1), (9, 1), (10, 1), (11, 2), (20, 2), (21, 3)]
)
def test_top_tenth_is_by_rank_and_never_nobody(regions, starred):
    jobs = [(FLOOR + number, 10**6) for number in range(regions)]

    found = stars(jobs, 10**7, 10**9)

    assert sum(one.size for one in found) == sum(one.focus for one in found) == starred
    assert starred == ceil(regions / 10)


def test_regions_of_the_same_size_share_the_star():
    found = stars([(5_000, 10**6), (5_000, 10**6), (4_000, 10**6)], 10**6, 10**8)

    assert [one.size for one in found] == [True, True, False]


def test_floor_and_threshold_are_reached_by_meeting_them():
    at_floor, under = (FLOOR, FLOOR * 50), (FLOOR - 1, (FLOOR - 1) * 50)
    found = stars([at_floor, under], 1, 100)

    assert location_quotient(*at_floor, 1, 100) == SPECIALISED
    assert [one.specialisation for one in found] == [True, False]


def test_region_without_jobs_at_all_has_no_focus_and_no_quotient():
    found = stars([(0, 0), (2_000, 10_000)], 10**5, 10**7)

    assert (found[0].specialisation, found[0].focus) == (None, False)
    assert (found[0].earned, found[0].assessable) == (0, 2)


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=20))
def test_hhi_is_ten_thousand_over_the_number_of_equal_firms_that_would_give_it(values):
    equals = 10_000 / hhi(values)

    assert 1 - 1e-9 <= equals <= len(values) + 1e-6


@given(st.integers(1, 10**6), st.integers(1, 40))
def test_equal_firms_share_alike(size, count):
    firms = [size] * count

    assert hhi(firms) == pytest.approx(10_000 / count)
    assert gini(firms) == pytest.approx(0, abs=1e-9)
    assert top_share(firms, 1) == pytest.approx(1 / count)


@given(sizes)
def test_merging_two_firms_never_lowers_the_concentration(values):
    assume(sum(values) > 0 and len(values) > 1)
    merged = [values[0] + values[1], *values[2:]]

    assert hhi(merged) >= hhi(values) - 1e-6


@given(sizes, st.integers(1, 10**6))
def test_firm_of_size_zero_leaves_hhi_alone_and_raises_the_gini(values, last):
    values = [*values, last]

    assert hhi([*values, 0]) == pytest.approx(hhi(values))
    assert gini([*values, 0]) >= gini(values) - 1e-9


@given(sizes)
def test_gini_is_half_the_mean_difference_over_the_mean(values):
    assume(sum(values) > 0)
    count = len(values)
    differences = sum(abs(one - other) for one in values for other in values)
    expected = differences / (2 * count * sum(values))

    assert gini(values) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("count", [2, 3, 10, 100])
def test_uncorrected_gini_of_a_monopoly_stays_under_one_and_says_how_many_there_were(count):
    monopoly = [0] * (count - 1) + [7]

    assert gini(monopoly) == pytest.approx(1 - 1 / count)
    assert gini(monopoly, corrected=True) == pytest.approx(1)
    assert normalised_hhi(monopoly) == pytest.approx(1)


@given(st.lists(st.tuples(st.integers(0, 10**5), st.integers(1, 10**6)), min_size=1, max_size=12))
def test_local_concentration_is_that_of_the_lorenz_curve(regions):
    local, total = zip(*regions, strict=True)
    assume(sum(local) > 0)
    ordered = sorted(regions, key=lambda pair: pair[0] / pair[1])
    own, every = sum(local), sum(total)
    area = height = Fraction(0)
    for jobs, whole in ordered:
        share = Fraction(jobs, own)
        area += Fraction(whole, every) * (height + share / 2)
        height += share

    assert locational_gini(local, total) == pytest.approx(float(1 - 2 * area), abs=1e-9)
    assert -1e-9 <= krugman_index(local, total) <= 2 + 1e-9


def test_activity_in_one_region_of_two_is_half_way_to_the_end_of_the_krugman_scale():
    assert krugman_index([5, 0], [10, 10]) == pytest.approx(1)
    assert krugman_index([0, 5], [10**9, 1]) == pytest.approx(2)


def test_trap_13_adding_a_candidate_can_turn_the_order_of_two_others_round():
    weights = (0.5, 0.5)
    two = weighted_scores({"A": (10, 1), "B": (9, 2), "C": (0, 0)}, weights)
    three = weighted_scores({"A": (10, 1), "B": (9, 2), "C": (0, 0), "D": (0, 40)}, weights)

    assert two["B"] > two["A"]
    assert three["A"] > three["B"]


@given(
    st.dictionaries(st.text(min_size=1), st.tuples(counts, counts), min_size=1, max_size=6),
    st.tuples(st.integers(1, 9), st.integers(1, 9)),
    st.integers(2, 50),
)
def test_scores_lie_between_nothing_and_one_whatever_the_scale_of_the_weights(
    candidates, weights, factor
):
    found = weighted_scores(candidates, weights)

    assert all(-1e-9 <= score <= 1 + 1e-9 for score in found.values())
    assert weighted_scores(candidates, [factor * one for one in weights]) == pytest.approx(found)


def test_score_of_a_single_candidate_says_nothing():
    assert weighted_scores({"Only": (120, 35)}, (0.7, 0.3)) == {"Only": 0.5}


@given(st.integers(1, 10**9), st.integers(1, 10**9), st.integers(1, 30))
def test_growth_leads_from_the_first_value_to_the_last(first, last, years):
    rate = growth(first, last, years)

    assert first * (1 + rate) ** years == pytest.approx(last, rel=1e-6)


def test_growth_to_nothing_is_the_loss_of_everything():
    assert growth(500, 0, 3) == -1


@given(st.dictionaries(st.integers(1990, 2030), st.integers(1, 10**6), min_size=1, max_size=8))
def test_headline_is_the_latest_year_and_grows_since_the_first(values):
    records = [stat(Indicator.FIRMS, value, year) for year, value in values.items()]

    (found,) = headlines(Snapshot(records))

    first, last = min(values), max(values)
    assert (found.statistic.year, found.statistic.value) == (last, values[last])
    if first == last:
        assert (found.growth, found.since) == (None, None)
    else:
        assert found.since == first
        grown = values[first] * (1 + found.growth) ** (last - first)
        assert grown == pytest.approx(values[last], rel=1e-6)


def test_cluster_that_began_with_nothing_has_no_rate_of_growth():
    (found,) = headlines(Snapshot([stat(Indicator.EXPORTS, 0, 2020), stat(Indicator.EXPORTS, 5)]))

    assert (found.statistic.value, found.growth, found.since) == (5, None, None)


@given(
    st.lists(
        st.tuples(st.none() | st.integers(0, 5_000), st.none() | st.integers(0, 10**10)),
        min_size=1,
        max_size=20,
    )
)
@example([(4, 0), (2, 600)])  # sales of nothing are a number like any
def test_ratios_of_firms_are_over_those_that_gave_both_numbers(told):
    firms = [
        actor(f"F{number}", employees=staff, turnover=sales)
        for number, (staff, sales) in enumerate(told)
    ]
    each = [sales / 100 / staff for staff, sales in told if sales is not None and staff]

    found = {one.label: one for one in ratios(Snapshot(firms))}

    assert ("Turnover per employee" in found) == bool(each)
    if each:
        row = found["Turnover per employee"]
        assert row.firms == len(each)
        assert row.mean == pytest.approx(fmean(each))
        assert row.median == pytest.approx(median(each))
        assert (row.is_money, row.is_share, row.overall) == (True, False, None)


def test_ratio_of_totals_uses_the_latest_year_that_both_have():
    snapshot = Snapshot(
        [
            stat(Indicator.TURNOVER, 900, 2025),
            stat(Indicator.TURNOVER, 600, 2023),
            stat(Indicator.FIRMS, 3, 2023),
            stat(Indicator.FIRMS, 2, 2022),
        ]
    )

    (found,) = ratios(snapshot)

    assert (found.label, found.overall, found.mean, found.firms) == (
        "Turnover per firm",
        200,
        None,
        0,
    )


def test_exports_over_turnover_of_totals_and_of_firms_stand_side_by_side():
    snapshot = Snapshot(
        [
            stat(Indicator.EXPORTS, 25),
            stat(Indicator.TURNOVER, 100),
            actor("A", export_share=0),
            actor("B", export_share=80),
            actor("Bank", ActorKind.FINANCE, export_share=100),
            actor("Far", inclusion=Inclusion.OUTSIDE, export_share=100),
        ]
    )

    (found,) = ratios(snapshot)

    assert (found.overall, found.mean, found.median, found.firms, found.is_share) == (
        0.25,
        0.4,
        0.4,
        2,
        True,
    )


@given(st.lists(st.none() | st.integers(0, 10**5), min_size=1, max_size=15))
def test_concentration_of_a_project_is_that_of_the_numbers_its_firms_gave(told):
    snapshot = Snapshot([actor(f"F{n}", employees=staff) for n, staff in enumerate(told)])
    known = [staff for staff in told if staff is not None]

    found = concentrations(snapshot)

    if not known:
        assert found == ()
        return
    (row,) = found
    assert (row.label, row.firms) == ("Employees", len(known))
    assert (row.hhi, row.gini) == pytest.approx((hhi(known), gini(known)))
    assert all(one <= other + 1e-9 for (_, one), (_, other) in pairwise(row.top))


def test_firms_of_each_link_are_counted_and_strangers_last():
    snapshot = Snapshot(
        [
            CHEESE,
            MILK,
            actor("A", link=CHEESE.id, employees=0),
            actor("B", link=MILK.id, turnover=500),
            actor("C", link=MILK.id, turnover=700),
            actor("Bank", ActorKind.FINANCE, link=MILK.id, turnover=9_999),
            actor("D", employees=3),
        ]
    )

    assert [
        (row.link and row.link.name, row.firms, row.employees, row.turnover)
        for row in link_counts(snapshot)
    ] == [
        ("Milk", 2, None, 1200),
        ("Cheese", 1, 0, None),
        (None, 1, 3, None),
    ]


def test_every_indicator_of_a_region_gives_its_share_and_gross_product_none_of_itself():
    records = [
        one
        for indicator in Indicator
        for one in (
            stat(indicator, 10),
            stat(indicator, 40, perimeter=Perimeter.REGION),
            stat(indicator, 1000, perimeter=Perimeter.COUNTRY),
        )
    ]

    found = wider_shares(Snapshot(records))

    assert len(found) == 2 * len(Indicator)
    assert {one.share for one in found if one.perimeter == Perimeter.REGION} == {0.25}
    assert {one.share for one in found if one.perimeter == Perimeter.COUNTRY} == {0.01}


def test_parts_of_one_link_and_year_add_up_whatever_their_order():
    records = [
        stat(Indicator.FIRMS, "10.5", link=CHEESE.id),
        stat(Indicator.FIRMS, 100),
        stat(Indicator.FIRMS, "89.5", link=MILK.id),
    ]

    (one,), (other,) = tyings(Snapshot(records)), tyings(Snapshot(records[::-1]))

    assert one == other
    assert (one.parts, one.total, one.difference, one.ties) == (100, 100, 0, True)


def test_table_of_links_without_any_firm_has_no_shares():
    snapshot = Snapshot([MILK, stat(Indicator.FIRMS, 0, link=MILK.id)])

    (table,) = link_tables(snapshot)

    assert [(row.link.name, row.value, row.share) for row in table.rows] == [("Milk", 0, None)]


def test_part_of_a_link_that_was_deleted_weighs_in_the_whole_and_has_no_row():
    snapshot = Snapshot(
        [MILK, stat(Indicator.FIRMS, 30, link=MILK.id), stat(Indicator.FIRMS, 10, link=CHEESE.id)]
    )

    (table,) = link_tables(snapshot)

    assert [(row.link.name, row.share) for row in table.rows] == [("Milk", 0.75)]


@pytest.mark.parametrize(
    ("years", "nearest"),
    [((2019, 2023), 2023), ((2020, 2022), 2022), ((2018, 2021, 2025), 2021), ((2015,), 2015)],
)
def test_reference_of_2021_is_set_beside_the_nearest_year_and_the_later_of_two(years, nearest):
    there = made(ReferenceCluster, "r", name="Roquefort")
    theirs = stat(Indicator.FIRMS, 80, 2021, perimeter=Perimeter.REFERENCE, reference=there.id)
    own = [stat(Indicator.FIRMS, year, year) for year in years]

    (found,) = comparisons(Snapshot([there, theirs, *own]))

    assert (found.own.year, found.ratio) == (nearest, nearest / 80)


def test_figures_of_one_reference_are_not_taken_for_those_of_another():
    one, other = (made(ReferenceCluster, name, name=name) for name in ("One", "Other"))
    figures = [
        stat(Indicator.FIRMS, 10, perimeter=Perimeter.REFERENCE, reference=one.id),
        stat(Indicator.FIRMS, 20, 2020, perimeter=Perimeter.REFERENCE, reference=other.id),
        stat(Indicator.FIRMS, 30, 2024, perimeter=Perimeter.REFERENCE, reference=other.id),
    ]

    found = comparisons(Snapshot([one, other, *figures]))

    assert [(row.reference.name, row.theirs.value, row.own) for row in found] == [
        ("One", 10, None),
        ("Other", 30, None),
    ]


BANDS = {1_500, 1_800, 2_500}  # «moderately» and «highly» concentrated, by source and by year
ROOT = Path(__file__).parents[2]


def test_trap_15_concentration_is_a_number_and_no_band_is_written_into_the_code():
    """Guidelines moved theirs in 2010 and back in 2023: the index is told without a verdict."""
    telling = [
        path
        for folder in ("methodology", "app")
        for path in (ROOT / folder).rglob("*.py")
        if "hhi" in (source := path.read_text("utf-8")) or "concentrations" in source
    ]
    written = {
        node.value
        for path in telling
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float)
    }
    (found,) = concentrations(Snapshot([actor(f"F{n}", turnover=n) for n in (50, 30, 20)]))

    assert len(telling) >= 4
    assert written.isdisjoint(BANDS)
    assert found.hhi == pytest.approx(3_800)
