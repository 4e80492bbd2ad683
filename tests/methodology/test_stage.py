"""The order of the process and of the plan."""

from itertools import pairwise

import pytest

from methodology.choice import Choice
from methodology.plan import Section
from methodology.stage import WEEKS, Phase, Stage


def test_stages_are_numbered_in_their_order():
    assert [stage.number for stage in Stage] == [*range(12)]


def test_phases_follow_each_other():
    phases = [*Phase]
    order = [phases.index(stage.phase) for stage in Stage]

    assert order == sorted(order)
    assert {stage.phase for stage in Stage} == {*Phase}


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_lies_in_the_26_weeks(stage):
    first, last = stage.weeks

    assert 1 <= first <= last <= WEEKS


def test_stages_begin_in_their_order():
    for one, other in pairwise([stage for stage in Stage if stage.number]):
        assert one.weeks[0] <= other.weeks[0]


def test_stage_is_stored_by_its_value_and_shown_by_its_label():
    assert Stage("diamond") is Stage.DIAMOND
    assert str(Stage.DIAMOND) == "diamond"
    assert Stage.DIAMOND.label == "Key success factors and diamond"


def test_chapters_of_the_plan_are_numbered_in_their_order():
    chapters = [section.number for section in Section if section.number.isdigit()]

    assert chapters == [str(number) for number in range(1, 17)]


def test_annexes_come_last():
    flags = [section.is_annex for section in Section]

    assert flags == sorted(flags)
    assert [one.number for one in Section if one.is_annex] == ["A1", "A2", "A3", "A4", "A5"]


def test_every_stage_of_the_process_has_a_chapter():
    assert {section.stage for section in Section} == {*Stage}


def test_choice_is_its_value_with_a_label():
    class Cheese(Choice):
        FRESH = "fresh", "Fresh cheese"

    assert (Cheese.FRESH, Cheese.FRESH.label) == ("fresh", "Fresh cheese")
    assert Cheese("fresh") is Cheese.FRESH
