"""Source lines of the challenges: who was heard, how many, when, how far adopted, which scale."""

from datetime import date
from decimal import Decimal

import pytest

from methodology.adoption import Basis, Proposal
from methodology.forces import Business, ForceScore
from methodology.panel import Opinion
from methodology.purchase import segment_reading
from methodology.raters import Side
from methodology.snapshot import Snapshot
from methodology.sources_of_challenges import (
    forces_source,
    importance_scale,
    meeting_of,
    performance_scale,
    rounded,
    scale_line,
    segment_source,
    standing,
    value_line,
)
from methodology.spread import Spread
from tests.challenges import (
    BUSINESS,
    BUYERS,
    EVERYTHING,
    FIRMS,
    LABEL,
    PRICE,
    SHOPS,
    STORY,
    T1,
    TASTE,
    TOURISTS,
    VARIETY,
    VISIT,
)

MEDIAN = Opinion(None, Side.FIRM, {Side.FIRM: Spread(2, 3.0, 3.0, 3.0)})


def reading(*records, segment=SHOPS):
    return segment_reading(Snapshot(records or EVERYTHING), segment.id)


def test_forces_name_raters_firms_others_meeting_and_scale():
    said = forces_source(Snapshot(BUSINESS), str)

    assert said.startswith(
        "Scores of 2 raters of 2 firms; others beside: 1. T1, 2026-07-15. Adopted values: 10. "
    )
    assert said.endswith("5 very strong pressure.")


def test_two_raters_of_one_firm_are_one_firm():
    second = FIRMS[1].model_copy(update={"actor": FIRMS[0].actor})
    records = [second if one.id == second.id else one for one in BUSINESS]

    assert forces_source(Snapshot(records), str).startswith("Scores of 2 raters of 1 firms;")


def test_raters_of_no_firm_are_no_firm_more():
    alone = [one.model_copy(update={"actor": None}) for one in FIRMS]
    gone = {one.id for one in FIRMS}
    records = [*alone, *(one for one in BUSINESS if one.id not in gone)]

    assert forces_source(Snapshot(records), str).startswith("Scores of 2 raters of 0 firms;")


def test_an_unscored_business_has_a_line_all_the_same():
    said = forces_source(Snapshot([]), str)

    assert said == (
        "Scores of 0 raters of 0 firms; others beside: 0. Adopted values: 0. " + scale_line(str)
    )


def test_without_a_meeting_none_is_named():
    records = [one for one in BUSINESS if not isinstance(one, Business)]

    assert "T1" not in forces_source(Snapshot(records), str)


def test_scores_without_adopted_values_are_medians():
    bare = [
        one.model_copy(update={"today": None, "later": None})
        if not isinstance(one, ForceScore) and hasattr(one, "later")
        else one
        for one in BUSINESS
    ]

    said = forces_source(Snapshot(bare), str)

    assert "Adopted values: 0; medians not yet adopted: 10." in said


@pytest.mark.parametrize(
    ("opinions", "words"),
    [
        ([], "Adopted values: 0."),
        ([Opinion()], "Adopted values: 0."),
        ([Opinion(Decimal(3))], "Adopted values: 1."),
        ([Opinion(Decimal(0))], "Adopted values: 1."),
        ([MEDIAN], "Adopted values: 0; medians not yet adopted: 1."),
        (
            [Opinion(Decimal(3)), MEDIAN, MEDIAN, Opinion()],
            "Adopted values: 1; medians not yet adopted: 2.",
        ),
    ],
)
def test_what_is_adopted_is_told_from_what_stands_in(opinions, words):
    assert str(standing(opinions)) == words


def test_a_segment_says_who_was_heard_side_by_side():
    said = segment_source(Snapshot(), reading(), str, fields=("own",))

    assert said == "Heard of “Shops”: Firm of the cluster: 1, Buyer: 1. Adopted values: 5."


def test_a_segment_that_only_stand_ins_spoke_of_says_so():
    said = segment_source(Snapshot(), reading(segment=TOURISTS), str, fields=("own", "rival"))

    assert said == (
        "Heard of “Tourists”: Expert standing in for a buyer: 1. "
        "Where buyers have not spoken, experts stand in for them. "
        "Adopted values: 0; medians not yet adopted: 2."
    )


def test_a_segment_nobody_was_heard_of_says_what_is_adopted():
    said = segment_source(Snapshot(), reading(SHOPS, TASTE, PRICE), str, fields=("own",))

    assert said == "Adopted values: 2."


def test_values_of_a_segment_are_compared_with_the_best_rival_in_two_decimals():
    said = value_line(reading(SHOPS, TASTE, PRICE, LABEL, STORY, VARIETY), str)

    assert said == (
        "Weight: the share of a factor in the importance of all today. "
        "Gap: weight × (best rival − cluster); below zero the cluster is ahead and the "
        "priority is none. "
        "Weighted means: cluster 3.32, best rival 4.00. Relative value 89.9 (Gale; 100: equal): "
        "the mean of the ratios factor by factor, which may lie off 100 at equal means."
    )


def test_without_values_only_the_formula_is_told():
    said = value_line(reading(TOURISTS, VISIT, segment=TOURISTS), str)

    assert said == (
        "Weight: the share of a factor in the importance of all today. "
        "Gap: weight × (best rival − cluster); below zero the cluster is ahead and the "
        "priority is none."
    )


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [("0.125", 2, "0.13"), ("0.124", 2, "0.12"), ("-0.125", 2, "-0.13"), ("84.45", 1, "84.5")],
)
def test_printed_numbers_are_rounded_half_up(value, digits, expected):
    assert str(rounded(Decimal(value), digits)) == expected


def test_a_meeting_has_its_name_and_its_day_where_it_has_one():
    undated = T1.model_copy(update={"held_on": None})

    assert str(meeting_of(Snapshot([T1]), T1.id)) == "T1, 2026-07-15"
    assert str(meeting_of(Snapshot([undated]), T1.id)) == "T1"
    assert meeting_of(Snapshot([]), T1.id) is None
    assert meeting_of(Snapshot([T1]), None) is None


@pytest.mark.parametrize("line", [scale_line, importance_scale, performance_scale])
def test_every_scale_says_its_direction_and_ends_with_a_full_stop(line):
    said = line(str)

    assert said.startswith("High means")
    assert said.endswith(".")
    assert "1 " in said
    assert "5 " in said


def test_the_tests_own_records_are_what_they_say():
    assert len({one.id for one in EVERYTHING}) == len(BUSINESS) + len(BUYERS)


@pytest.mark.parametrize(
    ("provenance", "words"),
    [
        ({"unit": Side.PROXY.label}, "Where buyers have not spoken, experts stand in for them."),
        ({"basis": Basis.ROUND}, "Voted in a round, values stand in for what buyers say."),
    ],
)
def test_adopted_values_say_who_stood_in_for_buyers(provenance, words):
    given = {"basis": Basis.RATERS, "rule": "Median", "count": 5, **provenance}
    made_of = Proposal(TASTE, "own", TASTE.own, **given).adoption(date(2026, 7, 15))
    found = reading(SHOPS, TASTE, made_of)

    said = segment_source(Snapshot([SHOPS, TASTE, made_of]), found, str, fields=("own",))

    assert words in said
    assert "stand in" not in segment_source(Snapshot([]), found, str, fields=("rival",))
