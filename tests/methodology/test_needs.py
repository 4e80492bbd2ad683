"""From gaps to areas: the keep rule, grouping, what no area takes up, collective or individual."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.areas import AreaRule, Failure, ImprovementArea
from methodology.diamond import Decision, Determinant, GapDecision
from methodology.gaps import Gap
from methodology.needs import (
    Outcome,
    is_kept,
    left_open,
    needs,
    needs_of,
    outcome,
    proposals,
    rule,
)
from methodology.options import OptionStatus
from methodology.snapshot import Snapshot
from methodology.success import SuccessFactor, SuccessLevel
from tests.cluster import made
from tests.diamonds import factor, ideal, option, published

# priorities of the published diamond: 5,12,0,2,6,12,2,10,3,8,0,10,4
KEPT = ["DC2", "FC2", "FS2", "RS1", "RS4", "DC1"]


def area(code, *factors, **values):
    given = {"code": code, "name": f"Area {code}", "gaps": tuple(one.id for one in factors)}
    return made(ImprovementArea, code, **{**given, **values})


def decided(one, of, decision, reason="So it was agreed."):
    return made(
        GapDecision, f"{one.code}-{of.code}",
        factor=one.id, option=of.id, decision=decision, reason=reason,
    )  # fmt: skip


def codes(found):
    return [one.factor.code for one in found]


def test_published_gaps_of_priority_six_and_more_are_kept_in_order():
    assert codes(needs(Snapshot(published()))) == ["DC2", "FC2", "FS2", "RS1", "RS4", "DC1"]
    assert sorted(codes(needs(Snapshot(published())))) == sorted(KEPT)


def test_the_rule_of_the_project_replaces_that_of_the_method():
    strict = made(AreaRule, "r", least_gap=3, least_priority=10)

    assert codes(needs(Snapshot([*published(), strict]))) == ["DC2", "FC2"]
    assert (rule(Snapshot()).least_gap, rule(Snapshot()).least_priority) == (1, 6)


@pytest.mark.parametrize(
    ("actual", "need", "weight", "kept"),
    [(3, 4, 6, True), (3, 4, 5, False), (3.5, 4, 5, False), (1, 3, 3, True), (5, 1, 5, False)],
)
def test_a_gap_is_kept_from_one_step_and_priority_six(actual, need, weight, kept):
    assert is_kept(Gap(factor("FC1"), actual, need, weight), rule(Snapshot())) is kept


@given(
    st.integers(1, 5), st.integers(1, 5), st.integers(1, 5), st.integers(1, 4), st.integers(1, 20)
)
def test_a_stricter_rule_never_keeps_more(actual, need, weight, width, priority):
    gap = Gap(factor("FC1"), actual, need, weight)
    mild = made(AreaRule, "m", least_gap=1, least_priority=1)
    strict = made(AreaRule, "s", least_gap=width, least_priority=priority)

    assert is_kept(gap, mild) or not is_kept(gap, strict)


@pytest.mark.parametrize(
    ("status", "count"),
    [
        (OptionStatus.CHOSEN, 6),
        (OptionStatus.PARALLEL, 6),
        (OptionStatus.CANDIDATE, 0),
        (OptionStatus.DISCARDED, 0),
    ],
)
def test_only_options_that_the_plan_serves_have_needs(status, count):
    assert len(needs(Snapshot(published(option(status=status))))) == count


def test_a_need_of_two_options_is_one_need_with_the_higher_priority():
    one, other = option("O1"), option("O2")
    weak = factor("FC2", actual=2)
    rows = [one, other, weak, ideal(weak, one, 4, 3), ideal(weak, other, 5, 4)]

    [found] = needs(Snapshot(rows))

    assert (found.priority, found.width) == (12, 3)
    assert [each.code for each in found.options] == ["O1", "O2"]


def test_needs_of_equal_priority_stand_by_the_gap_that_leads_them():
    """Both miss 12 points; what another option misses besides must not change who is first."""
    one, other = option("O1"), option("O2")
    wide, heavy = factor("FC2", actual=1), factor("DC1", actual=1)
    rows = [
        *(one, other, wide, heavy),
        ideal(wide, one, 5, 3),  # 3 × 4
        ideal(heavy, one, 4, 4),  # 4 × 3
        ideal(heavy, other, 5, 2),  # 2 × 4
    ]

    assert codes(needs(Snapshot(rows))) == ["FC2", "DC1"]


def test_proposals_group_by_determinant_and_bring_what_hangs_together():
    rows = published()
    lab = made(
        SuccessFactor, "k", code="FE1", name="Lab", level=SuccessLevel.CLUSTER,
        subfactors=(factor("FC2").id,),
    )  # fmt: skip

    found = {one.determinant: one for one in proposals(Snapshot([*rows, lab]))}

    assert {group: codes(one.needs) for group, one in found.items()} == {
        Determinant.FACTORS: ["FC2"],
        Determinant.DEMAND: ["DC2", "DC1"],
        Determinant.RELATED: ["RS1", "RS4"],
        Determinant.STRATEGY: ["FS2"],
    }
    assert found[Determinant.FACTORS].success_factors == (lab,)
    assert [one.code for one in found[Determinant.DEMAND].options] == ["O1"]


def test_a_proposal_is_taken_up_when_areas_have_all_its_needs():
    half = Snapshot([*published(), area("A1", factor("DC1"))])
    whole = Snapshot([*published(), area("A1", factor("DC1")), area("A2", factor("DC2"))])

    def demand(snapshot):
        return next(one for one in proposals(snapshot) if one.determinant == Determinant.DEMAND)

    assert (demand(half).is_taken_up, demand(whole).is_taken_up) == (False, True)
    assert [one.code for one in demand(whole).areas] == ["A1", "A2"]


def test_what_no_area_takes_up_stays_open_until_it_is_set_aside():
    rows = [*published(), area("A1", *(factor(code) for code in KEPT[:4]))]
    aside = [
        decided(factor("RS4"), option(), Decision.INDIVIDUAL),
        decided(factor("DC1"), option(), Decision.NOT_NOW),
    ]

    assert codes(left_open(Snapshot(rows))) == ["RS4", "DC1"]
    assert codes(left_open(Snapshot([*rows, aside[0]]))) == ["DC1"]
    assert left_open(Snapshot([*rows, *aside])) == ()


def test_a_need_set_aside_for_one_chosen_option_stays_open_for_the_other():
    one, other = option("O1"), option("O2")
    weak = factor("FC2", actual=2)
    rows = [one, other, weak, ideal(weak, one, 5, 4), ideal(weak, other, 5, 4)]
    aside = [decided(weak, each, Decision.NOT_NOW) for each in (one, other)]

    assert codes(left_open(Snapshot([*rows, aside[0]]))) == ["FC2"]
    assert left_open(Snapshot([*rows, *aside])) == ()


def test_a_gap_taken_on_together_stays_open_without_an_area():
    taken_on = decided(factor("FC2"), option(), Decision.TAKE_ON)

    assert "FC2" in codes(left_open(Snapshot([*published(), taken_on])))


def test_needs_of_parallel_options_alone_do_not_have_to_be_taken_up():
    snapshot = Snapshot(published(option(status=OptionStatus.PARALLEL)))

    assert needs(snapshot)
    assert left_open(snapshot) == ()


def test_an_area_takes_up_the_kept_needs_among_its_gaps():
    taking = area("A1", factor("DC1"), factor("DC2"), factor("FC3"))

    assert codes(needs_of(Snapshot([*published(), taking]), taking)) == ["DC2", "DC1"]


@pytest.mark.parametrize(
    ("failure", "reason", "wanted"),
    [
        (None, "", Outcome.OPEN),
        (Failure.CLUB_GOOD, "", Outcome.OPEN),
        (Failure.CLUB_GOOD, "Too dear for one.", Outcome.COLLECTIVE),
        (Failure.PRIVATE, "", Outcome.INDIVIDUAL),
        (Failure.PRIVATE, "Each has its own.", Outcome.INDIVIDUAL),
    ],
)
def test_collective_is_what_has_a_failure_and_its_reason(failure, reason, wanted):
    assert outcome(area("A1", failure=failure, failure_reason=reason)) == wanted


def test_every_failure_says_what_it_means():
    assert all(one.meaning for one in Failure)
    assert len({one.meaning for one in Failure}) == len(Failure)
