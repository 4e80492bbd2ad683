"""When success factors and diamond are done: people, ideals, decisions, weak factors answered."""

import pytest

from methodology.action import PlanProject
from methodology.diamond import Decision, GapDecision
from methodology.gates import verdicts
from methodology.levels import RATERS
from methodology.options import OptionStatus
from methodology.raters import Side
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.success import Relevance, SuccessFactor, SuccessLevel, SuccessNeed
from methodology.success_matrix import success_matrix
from tests.cluster import made
from tests.diamonds import factor, ideal, option, published, rater, score

O1, O2 = option("O1"), option("O2", OptionStatus.PARALLEL)
FC1 = factor("FC1", actual=2)
FE1 = made(
    SuccessFactor, "FE1", code="FE1", name="Steady taste", level=SuccessLevel.CLUSTER,
    present=2, subfactors=(FC1.id,),
)  # fmt: skip


def judged(key, *records):
    """Return whether a check is met, and the sentence behind it."""
    found = verdicts(Snapshot(records), Stage.DIAMOND)
    (one,) = [each for each in found if each.check.key == f"diamond.{key}"]
    return one.is_met, str(one.detail)


def needs(one, option, relevance=Relevance.NECESSARY):
    return made(
        SuccessNeed, f"{one.code}-{option.code}", factor=one.id, option=option.id,
        relevance=relevance,
    )  # fmt: skip


def project(*factors):
    return made(PlanProject, "p", name="P01", success_factors=tuple(one.id for one in factors))


@pytest.mark.parametrize(("people", "is_met"), [(RATERS - 1, False), (RATERS, True)])
def test_every_sub_factor_needs_eight_people(people, is_met):
    rows = [
        row for place in range(people) if (who := rater(f"F{place}"))
        for row in (who, score(who, FC1, 3))
    ]  # fmt: skip

    met, said = judged("actual", FC1, *rows)

    assert met == is_met
    assert said == (
        "Sub-factors scored by 8 people or more, or settled by a table with an expert: "
        f"{int(is_met)} of 1."
    )


def test_people_of_all_sides_count_although_their_scores_are_never_pooled():
    people = [rater(f"F{place}") for place in range(6)]
    people += [rater(f"I{place}", Side.INSTITUTION) for place in (1, 2)]

    met, _ = judged("actual", FC1, *people, *(score(who, FC1, 3) for who in people))

    assert met


def test_chance_needs_no_eight_people():
    storm = factor("CH1")

    assert judged("actual", storm) == (False, "There are no sub-factors yet.")


def test_chosen_option_needs_all_four_axes():
    rows = published(O1)
    without_rivalry = [row for row in rows if not getattr(row, "code", "").startswith("FS")]

    assert judged("ideal", *rows) == (
        True, "Sub-factors with ideal and actual level: O1 13 of 13.",
    )  # fmt: skip
    assert not judged("ideal", *without_rivalry)[0]
    assert judged("ideal", O2, FC1, ideal(FC1, O2, 5)) == (
        False, "No option has been chosen yet.",
    )  # fmt: skip


def test_the_ideal_of_one_chosen_option_is_not_that_of_another():
    assert judged("ideal", *published(O1), option("O3")) == (
        False, "Sub-factors with ideal and actual level: O1 13 of 13, O3 0 of 13.",
    )  # fmt: skip


def test_each_wide_gap_of_a_chosen_option_needs_a_decision():
    rows = [O1, O2, FC1, ideal(FC1, O1, 5), ideal(FC1, O2, 5)]
    decision = made(
        GapDecision, "d", factor=FC1.id, option=O1.id, decision=Decision.TAKE_ON, reason="Milk",
    )  # fmt: skip

    assert judged("decided", *rows) == (
        False, "Gaps of 2 or more with a decision and its reason: 0 of 1.",
    )  # fmt: skip
    assert judged("decided", *rows, decision)[0]
    assert judged("decided", O1, FC1, ideal(FC1, O1, 3))[0]
    assert not judged("decided", O1, FC1)[0]


@pytest.mark.parametrize("key", ["placed", "answered"])
def test_success_factors_wait_for_an_option_to_be_chosen(key):
    assert judged(key, O2, FC1, FE1, needs(FE1, O2), project(FE1)) == (
        False, "No option has been chosen yet.",
    )  # fmt: skip


def test_success_factor_is_placed_in_every_chosen_option():
    assert judged("placed", O1, O2, FC1, FE1, needs(FE1, O1)) == (
        True, "Success factors complete: 1 of 1.",
    )  # fmt: skip
    assert not judged("placed", O1, O2, FC1, FE1, needs(FE1, O2))[0]
    unscored = FE1.model_copy(update={"present": None})
    assert not judged("placed", O1, FC1, unscored, needs(FE1, O1))[0]
    loose = FE1.model_copy(update={"subfactors": ()})
    assert not judged("placed", O1, FC1, loose, needs(FE1, O1))[0]


def test_necessary_and_weak_success_factor_is_in_a_project_or_says_why_not():
    rows = [O1, FC1, needs(FE1, O1)]
    explained = FE1.model_copy(update={"waiver": "Each firm does it"})

    assert judged("answered", *rows, FE1) == (
        False, "Necessary, of level 2 or less and in no project: FE1.",
    )  # fmt: skip
    assert judged("answered", *rows, FE1, project(FE1))[0]
    assert judged("answered", *rows, explained)[0]
    assert not judged("answered", *rows, FE1, project())[0]


@pytest.mark.parametrize(
    ("present", "relevance", "status", "is_critical"),
    [
        (2, Relevance.NECESSARY, OptionStatus.CHOSEN, True),
        (3, Relevance.NECESSARY, OptionStatus.CHOSEN, False),
        (2, Relevance.IMPORTANT, OptionStatus.CHOSEN, False),
        (1, Relevance.NECESSARY, OptionStatus.DISCARDED, False),
        (None, Relevance.NECESSARY, OptionStatus.CHOSEN, False),
    ],
)
def test_only_weak_factors_that_a_chosen_option_cannot_do_without_are_critical(
    present, relevance, status, is_critical
):
    one, weak = option("O3", status), FE1.model_copy(update={"present": present})
    snapshot = Snapshot([one, weak, needs(weak, one, relevance)])

    assert bool(success_matrix(snapshot).critical) == is_critical


@pytest.mark.parametrize("key", ["actual", "ideal", "decided", "placed", "answered"])
def test_nothing_is_met_before_anything_is_there(key):
    met, said = judged(key)

    assert not met
    assert said
