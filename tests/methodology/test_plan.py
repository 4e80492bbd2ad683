"""The sections of the plan: numbers in order, annexes behind, every stage with its chapter."""

import pytest

from methodology.plan import Section, first_section, printed_number
from methodology.stage import Stage


def test_chapters_are_numbered_one_to_sixteen_in_their_order():
    numbers = [one.number for one in Section if one.number and not one.is_annex]

    assert numbers == [str(number) for number in range(1, 17)]


def test_annexes_come_last_and_are_numbered_on_their_own():
    annexes = [one for one in Section if one.is_annex]

    assert [one.number for one in annexes] == ["A1", "A2", "A3", "A4", "A5"]
    assert [*Section][-5:] == annexes
    assert printed_number(Section.BALLOTS, str) == "Annex A2"
    assert printed_number(Section.OPTIONS, str) == "7"


def test_only_the_summary_has_no_number():
    assert [one for one in Section if not one.number] == [Section.SUMMARY]
    assert not Section.SUMMARY.is_annex


@pytest.mark.parametrize("stage", [*Stage])
def test_every_stage_has_a_section_of_the_plan(stage):
    assert [one for one in Section if one.stage is stage]


def test_values_labels_and_numbers_are_never_twice_the_same():
    numbered = [one.number for one in Section if one.number]

    assert len({one.label for one in Section}) == len(Section)
    assert len(set(numbered)) == len(numbered)


def test_stages_come_in_the_order_of_the_method_up_to_the_vision():
    analysis = [one.stage for one in Section if one.number.isdigit() and int(one.number) <= 10]
    places = [[*Stage].index(stage) for stage in analysis]

    assert places == sorted(places)


@pytest.mark.parametrize(
    ("section", "number"),
    [
        (Section.MAPPING, "3"),
        (Section.OPTIONS, "7"),
        (Section.DIAMOND, "8"),
        (Section.ACTION_PLAN, "11"),
        (Section.PROJECT_ZERO, "12"),
        (Section.GOVERNANCE, "13"),
        (Section.BALLOTS, "A2"),
    ],
)
def test_sections_keep_the_numbers_that_the_method_recommends(section, number):
    assert section.number == number


def test_the_first_section_of_a_stage_is_the_first_that_has_a_number():
    assert first_section(Stage.VISION) is Section.VISION
    assert first_section(Stage.PROCESS) is Section.PROCESS
