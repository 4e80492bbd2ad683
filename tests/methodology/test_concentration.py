"""Specialisation, concentration and growth, on published and hand-worked values."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.concentration import (
    Stars,
    above_expectation,
    gini,
    growth,
    hhi,
    krugman_index,
    location_quotient,
    locational_gini,
    normalised_hhi,
    ratio,
    stars,
    symmetric_quotient,
    top_share,
    weighted_scores,
)

sizes = st.lists(st.integers(1, 10**9), min_size=1, max_size=40)
REGIONS = (
    (12000, 900000), (9500, 250000), (7000, 400000), (4200, 120000), (3900, 60000),
    (2500, 300000), (1800, 20000), (1500, 150000), (1200, 30000), (900, 45000),
)  # fmt: skip
CLUSTER, COUNTRY = 60_000, 5_000_000


def test_location_quotient_of_a_specialised_region():
    quotient = location_quotient(4_200, 120_000, CLUSTER, COUNTRY)

    assert quotient == pytest.approx(2.9166667)
    assert symmetric_quotient(quotient) == pytest.approx(0.4894, abs=1e-4)
    assert above_expectation(4_200, 120_000, CLUSTER, COUNTRY) == pytest.approx(2_760)


def test_trap_12_location_quotient_without_a_denominator_is_not_defined():
    assert location_quotient(4_200, 0, CLUSTER, COUNTRY) is None
    assert location_quotient(4_200, 120_000, 0, COUNTRY) is None
    assert location_quotient(4_200, 120_000, CLUSTER, 0) is None
    assert above_expectation(4_200, 120_000, CLUSTER, 0) is None
    assert symmetric_quotient(None) is None


def test_region_without_the_activity_has_a_quotient_of_zero():
    assert location_quotient(0, 120_000, CLUSTER, COUNTRY) == 0
    assert symmetric_quotient(0) == -1


def test_quotients_of_ten_regions():
    found = [location_quotient(own, whole, CLUSTER, COUNTRY) for own, whole in REGIONS]

    assert [round(value, 4) for value in found] == [
        1.1111, 3.1667, 1.4583, 2.9167, 5.4167, 0.6944, 7.5, 0.8333, 3.3333, 1.6667,
    ]  # fmt: skip


def test_stars_of_ten_regions():
    found = stars(REGIONS, CLUSTER, COUNTRY)

    assert [one.earned for one in found] == [1, 1, 0, 1, 1, 0, 2, 0, 1, 0]
    assert found[0] == Stars(size=True, specialisation=False, focus=False)
    assert found[6] == Stars(size=False, specialisation=True, focus=True)
    assert {one.assessable for one in found} == {3}


def test_trap_12_top_tenth_of_ten_is_one_region():
    assert sum(one.size is True for one in stars(REGIONS, CLUSTER, COUNTRY)) == 1


def test_region_below_a_thousand_jobs_gets_no_star():
    assert stars([*REGIONS, (999, 1000)], CLUSTER, COUNTRY)[-1].earned == 0


def test_single_region_has_one_assessable_star():
    (only,) = stars(REGIONS[3:4], CLUSTER, COUNTRY)

    assert (only.earned, only.assessable) == (1, 1)
    assert only == Stars(size=None, specialisation=True, focus=None)


def test_nothing_to_compare_with_leaves_no_star_assessable():
    assert stars([(5_000, 9_000)], 0, 0)[0].assessable == 0


@pytest.mark.parametrize(
    ("shares", "index", "normalised"),
    [
        ([60, 30, 10], 4600, 0.19),
        ([40, 30, 20, 10], 3000, 0.0667),
        ([25, 25, 25, 25], 2500, 0.0),
        ([50, 30, 20], 3800, 0.07),
    ],
)
def test_hhi_of_published_shares(shares, index, normalised):
    assert hhi(shares) == pytest.approx(index)
    assert normalised_hhi(shares) == pytest.approx(normalised, abs=5e-5)


def test_hhi_of_the_seed_portfolio():
    amounts = [23_983, 477_692, 579_857, 838_259, 1_039_072, 2_825_786]

    assert hhi(amounts) == pytest.approx(3087.79, abs=0.005)


def test_monopoly_is_wholly_concentrated_and_cannot_be_normalised():
    assert hhi([7]) == 10_000
    assert normalised_hhi([7]) is None
    assert normalised_hhi([7, 0]) == 1


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1, 2, 3, 4, 5], 0.266667),
        ([4, 4, 4], 0),
        ([0, 0, 0, 100], 0.75),
        ([5, 15, 30, 50], 0.375),
        ([50, 5, 30, 15], 0.375),
    ],
)
def test_gini_of_hand_worked_values(values, expected):
    assert gini(values) == pytest.approx(expected, abs=1e-6)


def test_corrected_gini_of_a_small_sample_reaches_one():
    assert gini([0, 0, 0, 100], corrected=True) == pytest.approx(1)
    assert gini([100], corrected=True) is None


@pytest.mark.parametrize("measure", [hhi, normalised_hhi, gini])
@pytest.mark.parametrize("values", [[], [0], [0, 0, 0]])
def test_concentration_of_nothing_is_not_defined(measure, values):
    assert measure(values) is None


def test_locational_indices_of_four_regions():
    jobs, all_jobs = [300, 500, 1200, 2000], [40_000, 30_000, 20_000, 10_000]

    assert locational_gini(jobs, all_jobs) == pytest.approx(0.5975)
    assert krugman_index(jobs, all_jobs) == pytest.approx(1.0)


def test_activity_spread_like_everything_is_not_localised():
    assert locational_gini([4, 3, 2], [8, 6, 4]) == pytest.approx(0)
    assert krugman_index([4, 3, 2], [8, 6, 4]) == pytest.approx(0)


def test_region_without_jobs_leaves_the_locational_gini_undefined():
    assert locational_gini([1, 2], [0, 3]) is None
    assert locational_gini([0, 0], [1, 3]) is None
    assert krugman_index([0, 0], [1, 3]) is None


def test_weighted_scores_of_three_candidates():
    found = weighted_scores(
        {
            "Café": (120, 35, 0.62, 3.1, 4),
            "Quesos": (60, 12, 0.20, 1.8, 5),
            "Turismo": (210, 28, 0.45, 2.2, 3),
        },
        (0.25, 0.20, 0.20, 0.20, 0.15),
    )

    assert {name: round(value, 4) for name, value in found.items()} == {
        "Café": 0.7750,
        "Quesos": 0.1500,
        "Turismo": 0.5697,
    }


def test_criterion_that_tells_nobody_apart_gives_a_half_to_each():
    assert weighted_scores({"a": (3, 1), "b": (3, 2)}, (1, 1)) == {"a": 0.25, "b": 0.75}


def test_top_share_counts_the_largest():
    assert top_share([10, 60, 30], 1) == pytest.approx(0.6)
    assert top_share([10, 60, 30], 2) == pytest.approx(0.9)
    assert top_share([10, 60, 30], 9) == pytest.approx(1)
    assert top_share([], 3) is None


def test_growth_is_compound():
    assert growth(100, 121, 2) == pytest.approx(0.10)
    assert growth(Decimal(100), Decimal(50), 1) == pytest.approx(-0.5)


def test_navarra_grew_by_a_fifth_in_a_year():
    assert round(100 * growth(364, 434, 1), 2) == 19.23


@pytest.mark.parametrize(("first", "last", "years"), [(0, 5, 1), (-1, 5, 1), (5, 6, 0), (5, -6, 1)])
def test_growth_from_nothing_or_in_no_time_is_not_defined(first, last, years):
    assert growth(first, last, years) is None


def test_catalan_clusters_per_firm():
    assert round(ratio(102_500, 537), 2) == 190.88
    assert round(ratio(65_200, 1_780), 3) == 36.629


def test_ratio_to_nothing_is_not_defined():
    assert ratio(5, 0) is None
    assert ratio(None, 5) is None
    assert ratio(5, None) is None


@given(sizes)
def test_concentration_stays_in_its_bounds(values):
    assert 10_000 / len(values) - 1e-6 <= hhi(values) <= 10_000 + 1e-6
    assert -1e-9 <= gini(values) < 1
    if len(values) > 1:
        assert -1e-9 <= normalised_hhi(values) <= 1 + 1e-9
        assert -1e-9 <= gini(values, corrected=True) <= 1 + 1e-9


@given(sizes, st.integers(2, 1000))
def test_concentration_does_not_depend_on_the_unit_or_the_order(values, unit):
    scaled = [unit * value for value in reversed(values)]

    assert hhi(scaled) == pytest.approx(hhi(values))
    assert gini(scaled) == pytest.approx(gini(values), abs=1e-9)


@given(sizes)
def test_top_shares_grow_with_their_number(values):
    found = [top_share(values, count) for count in range(1, len(values) + 1)]

    assert found == sorted(found)
    assert found[-1] == pytest.approx(1)


@given(st.lists(st.tuples(st.integers(0, 9999), st.integers(1, 9999)), max_size=30))
def test_stars_never_exceed_what_can_be_assessed(regions):
    for one in stars(regions, CLUSTER, COUNTRY):
        assert 0 <= one.earned <= one.assessable <= 3


@pytest.mark.parametrize("measure", [hhi, normalised_hhi, gini, lambda sizes: top_share(sizes, 1)])
@pytest.mark.parametrize("wrong", [(-1, 5, 6), (-1, 1), (0, 0), (-3, -4), ()])
def test_sizes_below_nothing_have_no_concentration(measure, wrong):
    assert measure(wrong) is None


@pytest.mark.parametrize("quotient", [-1.0, -0.5])
def test_a_quotient_is_never_below_nothing(quotient):
    assert symmetric_quotient(quotient) is None


def test_without_any_weight_no_criterion_tells_candidates_apart():
    assert weighted_scores({"a": (3, 1), "b": (5, 2)}, (0, 0)) == {"a": 0.5, "b": 0.5}
