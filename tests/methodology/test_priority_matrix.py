"""The priority matrix: cut at three, ties to the high side, adopted values before medians."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.plan_rules import PlanRules
from methodology.priority import ProjectRating
from methodology.priority_matrix import (
    EFFORTS,
    IMPACTS,
    Quadrant,
    leading_side,
    place,
    priorities,
    proposals,
)
from methodology.raters import Rater, Side
from methodology.snapshot import Snapshot
from methodology.weighted_mean import weighted_mean
from tests.cluster import made
from tests.plans import BRAND, SCHOOL, project

ALL = (*IMPACTS, *EFFORTS)
scores = st.integers(1, 5)
weights = st.integers(0, 100)


def rater(name, side=Side.FIRM):
    return made(Rater, name, name=name, side=side)


RATERS = [rater(f"R{place}") for place in range(6)]


def rating(owner, name, **values):
    key = f"{owner.code} {name}"
    return made(ProjectRating, key, project=owner.id, rater=rater(name).id, **values)


def all_at(impact, effort):
    return {**dict.fromkeys(IMPACTS, impact), **dict.fromkeys(EFFORTS, effort)}


@pytest.mark.parametrize(
    ("impact", "effort", "quadrant"),
    [
        (3, 2.9, Quadrant.QUICK_WIN),
        (5, 1, Quadrant.QUICK_WIN),
        (3, 3, Quadrant.MAJOR),
        (2.9, 2.9, Quadrant.FILL_IN),
        (2.9, 3, Quadrant.DROP),
    ],
)
def test_exactly_three_counts_as_high(impact, effort, quadrant):
    assert place(Fraction(impact), Fraction(effort)) is quadrant


def test_weights_that_meet_the_cut_exactly_stay_on_the_high_side():
    found = weighted_mean((Fraction(value), Fraction(1)) for value in (1, 4, 4))

    assert found == 3
    assert place(found, Fraction(1)) is Quadrant.QUICK_WIN


def test_weights_of_the_team_count():
    rules = made(PlanRules, "r", contribution=100, gap_closed=0, reach=0, externality=0)
    one = project("P1", **{**all_at(1, 2), "contribution": 5})

    (plain,), (weighed,) = priorities(Snapshot([one])), priorities(Snapshot([one, rules]))

    assert (plain.impact, weighed.impact) == (2, 5)
    assert plain.effort == weighed.effort == 2


def test_median_of_the_raters_stands_in_until_a_value_is_adopted():
    rows = [rating(BRAND, f"R{score}", **all_at(score, 2)) for score in (2, 4, 5)]
    adopted = BRAND.model_copy(update=all_at(1, 1))

    (open_one,) = priorities(Snapshot([BRAND, *RATERS, *rows]))
    (settled,) = priorities(Snapshot([adopted, *RATERS, *rows]))

    assert (open_one.impact, open_one.is_adopted, open_one.raters) == (4, False, 3)
    assert (settled.impact, settled.is_adopted) == (1, True)
    assert open_one.quadrant is Quadrant.QUICK_WIN
    assert settled.quadrant is Quadrant.FILL_IN


def test_raters_that_lie_apart_are_told_until_the_value_is_settled():
    rows = [
        rating(BRAND, f"R{place}", **all_at(score, 2)) for place, score in enumerate((1, 1, 5, 5))
    ]
    adopted = BRAND.model_copy(update=all_at(3, 2))

    assert priorities(Snapshot([BRAND, *RATERS, *rows]))[0].is_disputed
    assert not priorities(Snapshot([adopted, *RATERS, *rows]))[0].is_disputed


def test_trap_18_sides_are_never_pooled():
    experts = [rater(f"E{place}", Side.EXPERT) for place in range(2)]
    rows = [rating(BRAND, one.name, **all_at(1, 5)) for one in experts]
    firms = [rating(BRAND, f"R{place}", **all_at(4, 2)) for place in range(3)]

    snapshot = Snapshot([BRAND, *RATERS, *experts, *rows, *firms])
    (found,) = priorities(snapshot)

    assert leading_side(snapshot) is Side.FIRM
    assert (found.impact, found.effort, found.raters) == (4, 2, 3)


def test_medians_can_be_adopted_halves_up():
    rows = [rating(BRAND, f"R{place}", contribution=score) for place, score in enumerate((3, 4))]
    efforts = [rating(BRAND, "R2", cost=2)]

    found = proposals(Snapshot([BRAND, *RATERS, *rows, *efforts]))

    assert [(one.field, one.value, one.count) for one in found] == [
        ("contribution", 4, 2),
        ("cost", 2, 1),
    ]
    assert proposals(Snapshot([BRAND])) == ()


def test_a_project_without_effort_is_not_placed():
    assert priorities(Snapshot([project("P1", contribution=4)])) == ()


def test_projects_stand_in_the_order_of_their_codes():
    rows = [owner.model_copy(update=all_at(4, 2)) for owner in (BRAND, SCHOOL)]

    assert [one.project.code for one in priorities(Snapshot(rows))] == ["P02", "P10"]


@given(st.fixed_dictionaries(dict.fromkeys(ALL, scores)), st.lists(weights, min_size=4, max_size=4))
def test_every_place_is_on_the_scale(values, given_weights):
    rules = made(PlanRules, "r", **dict(zip(IMPACTS, given_weights, strict=True)))
    found = priorities(Snapshot([project("P1", **values), rules]))

    assert bool(found) is any(given_weights)
    for one in found:
        assert 1 <= one.impact <= 5
        assert 1 <= one.effort <= 5


@given(scores, scores)
def test_agreement_on_a_score_is_the_result(impact, effort):
    rows = [rating(BRAND, f"R{place}", **all_at(impact, effort)) for place in range(3)]
    (found,) = priorities(Snapshot([BRAND, *RATERS, *rows]))

    assert (found.impact, found.effort) == (impact, effort)
