"""The checks of options, vision and areas, at their thresholds."""

from datetime import date
from decimal import Decimal

import pytest

from methodology.areas import Failure, ImprovementArea
from methodology.buyers import BuyerSegment, PurchaseFactor
from methodology.diamond import Decision, GapDecision
from methodology.gates import verdicts
from methodology.options import Intention, OptionStatus, PriorityVote
from methodology.process import Meeting, MeetingKind
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.success import SuccessFactor, SuccessLevel
from methodology.vision import Consent, Objective, VisionVersion
from tests.cluster import actor, made
from tests.diamonds import factor
from tests.diamonds import published as diamond
from tests.options import option, published

DAY = date(2026, 9, 30)
SHOPS = made(BuyerSegment, "s", name="Shops")
FACTORS = [
    made(PurchaseFactor, name, code=f"F{n}", name=name, segment=SHOPS.id)
    for n, name in enumerate(("Price", "Origin", "Variety", "Service"), 1)
]
SHEET = {
    "definition": "Sell", "segments": (SHOPS.id,), "purchase_factors": (FACTORS[0].id,),
    "proposition": "Good", "chain": "All", "stops": "Bulk",
}  # fmt: skip
OBJECTIVE = {
    "indicator": "Sales", "baseline": Decimal(1), "baseline_on": DAY,
    "target": Decimal(2), "target_on": DAY, "source": "Survey",
}  # fmt: skip
NEEDED = made(SuccessFactor, "k", name="Lab", level=SuccessLevel.CLUSTER)
AREA = {
    "need": "Missing", "gaps": (factor("FC2").id,), "options": (option().id,),
    "success_factors": (NEEDED.id,), "failure": Failure.CLUB_GOOD, "failure_reason": "Too dear",
    "indicator": "Labs", "baseline": Decimal(0), "baseline_on": DAY,
}  # fmt: skip


def judged(key, *records):
    """Return whether a check is met, and the sentence behind it."""
    found = verdicts(Snapshot(records), Stage(key.split(".")[0]))
    [one] = [verdict for verdict in found if verdict.check.key == key]
    return one.is_met, str(one.detail)


def options(count, **values):
    return [option(f"O{n}", **values) for n in range(1, count + 1)]


def vote(**values):
    return made(PriorityVote, "v", **values)


def vision(text="O1 in 2031: 200 shops.", **values):
    return made(VisionVersion, "A", name="A", text=text, **values)


def objectives(count, **values):
    return [
        made(Objective, str(n), statement=f"Grow {n}", **{**OBJECTIVE, **values})
        for n in range(count)
    ]


def areas(count, **values):
    return [
        made(ImprovementArea, str(n), name=f"Need {n}", **{**AREA, **values}) for n in range(count)
    ]


@pytest.mark.parametrize(("count", "met"), [(2, False), (3, True), (5, True), (6, False)])
def test_three_to_five_options(count, met):
    assert judged("options.number", *options(count)) == (met, f"Options: {count}.")


@pytest.mark.parametrize("field", [None, *SHEET])
def test_a_sheet_says_what_for_whom_how_and_instead_of_what(field):
    values = {key: value for key, value in SHEET.items() if key != field}

    met, said = judged("options.sheets", SHOPS, *FACTORS, option(**values))

    assert met is (field is None)
    assert met or "Option O1" in said


def test_a_pair_that_wins_on_the_same_is_named():
    one = option("O1", purchase_factors=(FACTORS[0].id,))
    other = option("O2", purchase_factors=(FACTORS[0].id, FACTORS[1].id))

    met, said = judged("options.distinct", SHOPS, *FACTORS, one, other)

    assert not met
    assert said == "Merge or sharpen: Option O1 and Option O2."


def test_distinct_options_pass_and_one_option_is_not_enough_to_tell():
    one = option("O1", purchase_factors=(FACTORS[0].id,))
    other = option("O2", purchase_factors=(FACTORS[1].id,))

    assert judged("options.distinct", SHOPS, *FACTORS, one, other)[0]
    assert not judged("options.distinct", SHOPS, *FACTORS, one)[0]


def test_every_option_needs_both_axes():
    assert judged("options.matrix", *published("Ana"))[0]
    assert judged("options.matrix", *published("Ana"), option("O4")) == (
        False,
        "Options with both axes scored: 3 of 4.",
    )


def test_intentions_are_wanted():
    firm, of = actor("Dairy"), option()
    will = made(Intention, "i", firm=firm.id, option=of.id)

    assert judged("options.intentions", firm, of) == (
        False,
        "Firms that said what they will pursue: 0 of 1.",
    )
    assert judged("options.intentions", firm, of, will)[0]


@pytest.mark.parametrize(("voted", "met"), [(17, False), (18, True)])
def test_quorum_is_more_than_half_of_thirty_five(voted, met):
    said = f"Ballots cast: {voted}; needed: 18."

    assert judged("options.quorum", vote(eligible=35, voted=voted)) == (met, said)


def test_a_vote_without_numbers_has_no_quorum():
    assert not judged("options.quorum", vote())[0]
    assert not judged("options.quorum", option())[0]


@pytest.mark.parametrize(
    ("ranked", "values", "met"),
    [
        (True, {"consensus": Decimal("0.6"), "consensus_measure": "W"}, True),
        (True, {"consensus": Decimal(0), "consensus_measure": "W"}, True),
        (True, {"consensus": Decimal("0.6")}, False),
        (True, {}, False),
        (False, {"consensus": Decimal("0.6"), "consensus_measure": "W"}, False),
    ],
)
def test_result_and_consensus_are_both_stored(ranked, values, met):
    of = option(rank=1) if ranked else option()

    assert judged("options.result", of, vote(**values))[0] is met


def test_dissent_is_noted():
    assert not judged("options.dissent", vote())[0]
    assert judged("options.dissent", vote(dissent="None."))[0]


@pytest.mark.parametrize(
    ("status", "reason", "met"),
    [
        (OptionStatus.CHOSEN, "Voted first", True),
        (OptionStatus.CHOSEN, "", False),
        (OptionStatus.CANDIDATE, "Later", False),
        (OptionStatus.DISCARDED, "Too dear", False),
    ],
)
def test_every_option_has_a_status_with_reason_and_one_is_chosen(status, reason, met):
    assert judged("options.status", option(status=status, status_reason=reason))[0] is met


def test_the_vision_is_held_to_its_rules():
    chosen = option(status=OptionStatus.CHOSEN)

    assert judged("vision.written", chosen, vision())[0]
    met, said = judged("vision.written", chosen, vision("Be good"))
    assert not met
    assert said == (
        "Not yet: Names every chosen option, Says by which year, "
        "Says something that can be measured."
    )


@pytest.mark.parametrize(
    ("consent", "met"), [(None, False), (Consent.OBJECTIONS, False), (Consent.CONSENT, True)]
)
def test_consent_is_asked_of_the_vision(consent, met):
    assert judged("vision.consent", vision(consent=consent))[0] is met


def test_adoption_has_a_date_and_names_its_meeting():
    table = made(
        Meeting, "t", name="T6", kind=MeetingKind.WORKSHOP, about_stage=Stage.VISION, held_on=DAY
    )

    assert not judged("vision.adopted", vision())[0]
    assert judged("vision.adopted", vision(adopted_on=DAY))[0]
    assert judged("vision.adopted", table, vision(adopted_on=DAY, adopted_in=table.id)) == (
        True,
        "“A”, adopted on 2026-09-30 in “T6”.",
    )


@pytest.mark.parametrize(("count", "met"), [(1, False), (2, True), (4, True), (5, False)])
def test_two_to_four_objectives(count, met):
    assert judged("vision.objectives", *objectives(count))[0] is met


def test_what_an_objective_lacks_is_named():
    met, said = judged("vision.measured", *objectives(1, target=None, source=""))

    assert not met
    assert said == "Still lacking: Grow 0 (Target, Source)."
    assert judged("vision.measured", *objectives(2))[0]
    assert not judged("vision.measured")[0]


@pytest.mark.parametrize(("count", "met"), [(3, False), (4, True), (7, True), (8, False)])
def test_four_to_seven_areas(count, met):
    assert judged("vision.areas", *areas(count))[0] is met


def test_every_kept_gap_is_taken_up():
    taken = tuple(factor(code).id for code in ("FC2", "DC1", "DC2", "RS1", "RS4", "FS2"))

    assert judged("vision.gaps", *diamond(), *areas(1, gaps=taken))[0]
    assert judged("vision.gaps", *diamond(), *areas(1, gaps=taken[1:])) == (
        False,
        "In no area yet: FC2.",
    )
    assert not judged("vision.gaps", *areas(1))[0]


def test_what_was_set_aside_is_not_said_to_be_taken_up():
    kept = ("FC2", "DC1", "DC2", "RS1", "RS4", "FS2")
    taken = tuple(factor(code).id for code in kept[1:])
    later = made(
        GapDecision, "d", option=option().id, factor=factor("FC2").id, decision=Decision.NOT_NOW
    )

    assert judged("vision.gaps", *diamond(), later, *areas(1, gaps=taken)) == (
        True,
        "Gaps of the chosen options, in an area or set aside: 6.",
    )


@pytest.mark.parametrize(
    ("values", "met"),
    [
        ({}, True),
        ({"failure": None}, False),
        ({"failure_reason": ""}, False),
        ({"failure": Failure.PRIVATE}, False),
    ],
)
def test_areas_pass_the_test_of_the_collective(values, met):
    assert judged("vision.collective", *areas(1, **values))[0] is met


@pytest.mark.parametrize("name", ["need", "gaps", "options", "success_factors"])
def test_every_tie_of_an_area_is_wanted(name):
    empty = "" if name == "need" else ()

    assert judged("vision.linked", *areas(1))[0]
    assert judged("vision.linked", *areas(1, **{name: empty})) == (
        False,
        "Without need, gaps, options or success factors: Need 0.",
    )


@pytest.mark.parametrize("name", ["indicator", "baseline", "baseline_on"])
def test_every_area_has_a_baseline(name):
    assert judged("vision.baselines", *areas(1))[0]
    assert not judged("vision.baselines", *areas(1, **{name: "" if name == "indicator" else None}))[
        0
    ]


@pytest.mark.parametrize("stage", [Stage.OPTIONS, Stage.VISION])
def test_an_empty_project_meets_none_of_them(stage):
    assert not any(one.is_met for one in verdicts(Snapshot(), stage))
