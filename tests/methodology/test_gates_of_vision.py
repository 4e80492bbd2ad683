"""The gate of vision and areas: few objectives, all measured, in the words of its remarks."""

from datetime import date
from decimal import Decimal

import pytest

from methodology import gates_of_areas, gates_of_vision
from methodology.areas import Failure, ImprovementArea
from methodology.process import Meeting, MeetingKind
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.vision import Consent, Objective, VisionVersion
from tests.cluster import made

DAY = date(2026, 9, 30)
WHOLE = {
    "indicator": "Sales", "baseline": Decimal(0), "baseline_on": DAY,
    "target": Decimal(2), "target_on": DAY, "source": "Survey",
}  # fmt: skip


def objective(code, **values):
    return made(Objective, code, code=code, statement=f"Aim {code}", **{**WHOLE, **values})


def area(name, **values):
    return made(ImprovementArea, name, name=name, **values)


def told(judge, *records):
    is_met, remark = judge(Snapshot(records))
    return is_met, str(remark)


@pytest.mark.parametrize(
    ("count", "is_met"), [(0, False), (1, False), (2, True), (4, True), (5, False)]
)
def test_two_objectives_are_enough_and_five_too_many(count, is_met):
    aims = [objective(f"OE{number}") for number in range(count)]

    assert told(gates_of_vision.number, *aims) == (is_met, f"Objectives: {count}.")


@pytest.mark.parametrize(
    ("count", "is_met"), [(0, False), (3, False), (4, True), (7, True), (8, False)]
)
def test_four_areas_are_enough_and_eight_too_many(count, is_met):
    areas = [area(f"Area {number}") for number in range(count)]

    assert told(gates_of_areas.number, *areas) == (is_met, f"Improvement areas: {count}.")


def test_an_objective_that_starts_from_nothing_is_measured():
    assert told(gates_of_vision.measured, objective("OE1")) == (
        True,
        "Objectives that can be measured: 1.",
    )


def test_what_each_objective_lacks_is_said_behind_its_code():
    lame = objective("OE2", target=None, source="")
    nameless = made(Objective, "n", statement="Sell more", **{**WHOLE, "indicator": ""})

    is_met, said = told(gates_of_vision.measured, objective("OE1"), lame, nameless)

    assert not is_met
    assert said == "Still lacking: OE2 (Target, Source), Sell more (Indicator)."


@pytest.mark.parametrize(
    ("consent", "is_met", "words"),
    [
        (Consent.CONSENT, True, "Nobody objected with a reason."),
        (Consent.OBJECTIONS, False, "There are reasoned objections to meet."),
        (None, False, "It has not been asked yet."),
    ],
)
def test_silence_is_no_consent(consent, is_met, words):
    draft = made(VisionVersion, "a", name="Draft A", text="By 2030…", consent=consent)

    assert told(gates_of_vision.consented, draft) == (is_met, words)


def test_consent_to_a_version_without_a_text_is_consent_to_nothing():
    draft = made(VisionVersion, "a", name="Draft A", consent=Consent.CONSENT)

    assert told(gates_of_vision.consented, draft) == (False, "No version has a text yet.")


def test_an_adopted_text_names_its_day_and_where_it_is_known_its_meeting():
    table = made(
        Meeting, "t", name="T6", kind=MeetingKind.WORKSHOP, about_stage=Stage.VISION, held_on=DAY
    )
    draft = made(VisionVersion, "a", name="Draft A", text="…", adopted_on=DAY, adopted_in=table.id)

    assert told(gates_of_vision.in_force, draft) == (True, "“Draft A”, adopted on 2026-09-30.")
    assert told(gates_of_vision.in_force, draft, table) == (
        True,
        "“Draft A”, adopted on 2026-09-30 in “T6”.",
    )


@pytest.mark.parametrize(
    ("values", "is_met", "words"),
    [
        ({}, False, "Without type of failure or reason: Milk."),
        (
            {"failure": Failure.CLUB_GOOD},
            False,
            "Without type of failure or reason: Milk.",
        ),
        (
            {"failure": Failure.PRIVATE, "failure_reason": "Each can pay"},
            False,
            "Firms can do it each on its own: Milk.",
        ),
        (
            {"failure": Failure.CLUB_GOOD, "failure_reason": "Too dear"},
            True,
            "Collective areas: 1.",
        ),
    ],
)
def test_an_area_is_collective_by_its_failure_and_the_reason_for_it(values, is_met, words):
    assert told(gates_of_areas.collective, area("Milk", **values)) == (is_met, words)


def test_what_firms_can_do_alone_is_said_before_what_is_not_answered():
    alone = area("Vans", failure=Failure.PRIVATE)

    assert told(gates_of_areas.collective, area("Milk"), alone)[1] == (
        "Firms can do it each on its own: Vans."
    )


def test_a_baseline_of_nothing_is_a_baseline():
    whole = area("Milk", indicator="Lots", baseline=Decimal(0), baseline_on=DAY)

    assert told(gates_of_areas.measured, whole) == (True, "Areas with a baseline: 1.")
    assert told(gates_of_areas.measured, whole, area("Cold"))[1] == (
        "Without indicator, value or date: Cold."
    )


@pytest.mark.parametrize(
    "judge", [gates_of_areas.collective, gates_of_areas.linked, gates_of_areas.measured]
)
def test_before_there_are_areas_nothing_is_asked_of_them(judge):
    assert told(judge) == (False, "There are no improvement areas yet.")


def test_gaps_come_from_the_diamond():
    assert told(gates_of_areas.covered) == (
        False,
        "No gap is kept yet: the diamond comes first.",
    )
