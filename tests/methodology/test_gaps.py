"""Ideal against actual diamond: the published numbers, ties, missing scores, what never offsets."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.diamond import (
    AXES,
    Cost,
    Decision,
    Determinant,
    DiamondFactor,
    GapCost,
    GapDecision,
)
from methodology.gaps import (
    chosen_diamonds,
    costs,
    option_diamonds,
    rank,
    undecided,
)
from methodology.options import OptionStatus
from methodology.snapshot import Snapshot
from tests.cluster import made
from tests.diamonds import diamond_of, factor, ideal, option, published

scores = st.integers(1, 5)
triples = st.lists(st.tuples(scores, scores, scores), min_size=1, max_size=7)
EXACT = 5e-5  # published to four decimals


@pytest.fixture
def found():
    return diamond_of(*published())


def diamond(rows):
    """Return a diamond of (actual, ideal, weight), coded FC1, FC2… in that order."""
    one, records = option(), []
    for place, (actual, need, weight) in enumerate(rows, 1):
        part = factor(f"FC{place}", actual=actual)
        records += [part, ideal(part, one, need, weight)]
    return diamond_of(one, *records)


def test_published_priorities(found):
    assert [gap.priority for gap in found.gaps] == [5, 12, 0, 2, 6, 12, 2, 10, 3, 8, 0, 10, 4]


def test_published_gap_index_and_coverage(found):
    assert found.index == 74 / 201
    assert found.index == pytest.approx(0.3682, abs=EXACT)
    assert found.coverage == pytest.approx(0.6318, abs=EXACT)


def test_published_mean_and_root_mean_square_gap(found):
    assert found.mean_gap == pytest.approx(1.4615, abs=EXACT)
    assert found.rms_gap == pytest.approx(1.7321, abs=EXACT) == sqrt(3)


def test_published_means_of_the_determinants(found):
    means = [found.determinants[axis] for axis in AXES]

    actual, need = [one.actual for one in means], [one.need for one in means]
    assert actual == pytest.approx([3, 2.3333, 2.6667, 3], abs=EXACT)
    assert need == pytest.approx([4.25, 4.3333, 4.3333, 4], abs=EXACT)
    assert [one.shortfall for one in means] == pytest.approx([1.25, 2, 1.6667, 1], abs=EXACT)
    covered = [one.coverage for one in means]
    assert covered == pytest.approx([0.7059, 0.5385, 0.6154, 0.75], abs=EXACT)
    assert sum(covered) / 4 == pytest.approx(0.6524, abs=1e-4)


def test_trap_4_the_area_of_the_polygon_depends_on_the_order_of_the_axes_and_coverage_does_not(
    found,
):
    """The drawn area is half the product of the diagonals; it is no index of this program."""
    factors, demand, related, strategy = (found.determinants[axis] for axis in AXES)

    def area(first, second, third, fourth, field):
        value = [getattr(one, field) for one in (first, second, third, fourth)]
        return (value[0] + value[2]) * (value[1] + value[3]) / 2

    usual, other = (factors, demand, related, strategy), (factors, demand, strategy, related)
    assert area(*usual, "actual") == pytest.approx(15.1111, abs=EXACT)
    assert area(*usual, "need") == pytest.approx(35.7639, abs=EXACT)
    assert area(*other, "actual") == pytest.approx(15.0)
    assert area(*other, "need") == pytest.approx(35.75)
    shares = [area(*order, "actual") / area(*order, "need") for order in (usual, other)]
    assert shares == pytest.approx([0.4225, 0.4196], abs=EXACT)
    turned = diamond_of(*reversed(published()))
    assert turned.coverage == found.coverage != pytest.approx(shares[0], abs=0.1)


def test_trap_17_an_ideal_belongs_to_its_option():
    one, other = option("O1"), option("O2")
    part = factor("FC1", actual=2)
    snapshot = Snapshot([one, other, part, ideal(part, one, 5), ideal(part, other, 3)])

    gaps = {found.option.code: found.gaps[0].width for found in option_diamonds(snapshot)}

    assert gaps == {"O1": 3, "O2": 1}


def test_trap_19_a_strength_never_makes_up_for_what_is_missing_elsewhere():
    lacking = diamond([(2, 5, 3)])
    with_strength = diamond([(2, 5, 3), (5, 1, 3)])

    assert with_strength.strengths[0].factor.code == "FC2"
    assert with_strength.index == 9 / 18
    assert diamond([(3, 3, 3)]).strengths == ()  # as much as is needed is none
    assert lacking.index == 9 / 15
    assert with_strength.determinants[Determinant.FACTORS].shortfall == 1.5
    assert with_strength.determinants[Determinant.FACTORS].coverage == 0.5
    assert with_strength.mean_gap == 1.5
    assert [gap.factor.code for gap in with_strength.ranked] == ["FC1"]


def test_equal_priorities_go_to_the_larger_gap_then_to_the_code(found):
    ranked = [(gap.factor.code, gap.priority) for gap in found.ranked]

    assert ranked[:6] == [
        ("DC2", 12), ("FC2", 12), ("FS2", 10), ("RS1", 10), ("RS4", 8), ("DC1", 6),
    ]  # fmt: skip


def test_larger_gap_comes_before_larger_weight():
    found = diamond([(3, 5, 3), (2, 5, 2), (4, 5, 5), (4, 5, 5)])

    assert [gap.factor.code for gap in found.ranked] == ["FC2", "FC1", "FC3", "FC4"]


def test_codes_are_in_the_order_people_count_in():
    one = option()
    group = Determinant.FACTORS
    rows = [
        made(DiamondFactor, code, code=code, name=code, determinant=group, actual=1)
        for code in ("FC10", "FC2", "FC1", "FC02a")
    ]

    found = diamond_of(one, *rows, *(ideal(part, one, 2) for part in rows))

    assert [gap.factor.code for gap in found.ranked] == ["FC1", "FC2", "FC02a", "FC10"]
    assert [gap.factor.code for gap in found.gaps] == ["FC1", "FC2", "FC02a", "FC10"]


def test_missing_scores_are_left_out_of_both_sums_and_the_number_used_is_known():
    rows = published()
    one = rows[0]
    without_actual, without_ideal = factor("FC5"), factor("FC6", actual=1)

    found = diamond_of(*rows, without_actual, ideal(without_actual, one, 5, 5), without_ideal)

    assert (len(found.used), len(found.gaps)) == (13, 15)
    assert found.index == 74 / 201
    assert found.determinants[Determinant.FACTORS].count == 4


def test_nothing_scored_gives_nothing_rather_than_zero():
    found = diamond_of(option())

    assert (found.index, found.coverage, found.mean_gap, found.rms_gap) == (None,) * 4
    assert (found.worst, found.determinants, found.is_drawable) == (None, {}, False)


def test_chance_is_never_averaged_with_the_rest():
    rows = published()
    storm = factor("CH1", exposure=-2, actual=1)

    found = diamond_of(*rows, storm, ideal(storm, rows[0], 5, 5))

    assert found.index == 74 / 201
    assert Determinant.CHANCE not in found.determinants


def test_government_counts_in_the_index_and_is_no_axis():
    rows = published()
    law = factor("GOV1", actual=1)

    found = diamond_of(*rows, law, ideal(law, rows[0], 5, 1))

    assert found.index == 78 / 206
    assert found.determinants[Determinant.GOVERNMENT].shortfall == 4
    assert Determinant.GOVERNMENT not in AXES


def test_worst_determinant_is_the_one_that_lacks_most(found):
    assert found.worst.determinant == Determinant.DEMAND
    assert diamond([(5, 3, 3)]).worst is None


def test_wide_gaps_need_a_decision_with_its_reason(found):
    wide = [gap.factor.code for gap in found.wide]
    assert wide == ["DC2", "FC2", "FS2", "RS1", "RS4", "DC1"]
    decided = [
        made(
            GapDecision, code, factor=factor(code).id, option=found.option.id,
            decision=Decision.NOT_NOW, reason=reason,
        )
        for code, reason in (("DC2", "Too far away"), ("FC2", ""))
    ]  # fmt: skip

    left = undecided(Snapshot(decided), found)

    assert [gap.factor.code for gap in left] == ["FC2", "FS2", "RS1", "RS4", "DC1"]


def test_options_come_in_the_order_of_their_codes_and_those_chosen_can_be_picked_out():
    rows = [option("O10"), option("O2", OptionStatus.PARALLEL), option("O1")]
    snapshot = Snapshot(rows)

    assert [one.option.code for one in option_diamonds(snapshot)] == ["O1", "O2", "O10"]
    assert [one.option.code for one in chosen_diamonds(snapshot)] == ["O1", "O10"]


def test_cost_class_is_kept_by_option():
    one = option()
    snapshot = Snapshot([one, made(GapCost, "c", option=one.id, cost=Cost.HIGH)])

    assert costs(snapshot) == {one.id: Cost.HIGH}


@given(triples)
def test_index_stays_between_nothing_missing_and_everything_missing(rows):
    found = diamond(rows)

    assert 0 <= found.index < 1
    assert found.index + found.coverage == pytest.approx(1)
    covered = sum(weight * min(actual, need) for actual, need, weight in rows)
    assert found.coverage == pytest.approx(covered / sum(need * w for _, need, w in rows))
    assert found.mean_gap <= found.rms_gap + 1e-9


@given(triples, scores)
def test_a_better_environment_never_widens_a_gap(rows, better):
    actual, need, weight = rows[0]
    before = diamond(rows)
    after = diamond([(max(actual, better), need, weight), *rows[1:]])

    assert after.index <= before.index
    assert len(after.wide) <= len(before.wide)


@given(triples)
def test_all_that_is_missing_is_ranked_once_and_priorities_only_fall(rows):
    found = diamond(rows)

    priorities = [gap.priority for gap in found.ranked]
    assert priorities == sorted(priorities, reverse=True)
    assert {gap.factor.code for gap in found.ranked} == {
        f"FC{place}" for place, (actual, need, _) in enumerate(rows, 1) if need > actual
    }
    assert rank(reversed(found.ranked)) == [*found.ranked]
