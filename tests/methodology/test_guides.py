"""The guides: one for each stage that can be worked on, short enough to read while walking in."""

import pytest

from methodology.gates import checks
from methodology.guides import GUIDES
from methodology.stage import Stage

WORKED_ON = [stage for stage in Stage if checks(stage)]
LONGEST_PURPOSE, LONGEST_STEP = 260, 70


def test_every_stage_with_checks_has_a_guide():
    assert [*GUIDES] == WORKED_ON


@pytest.mark.parametrize("stage", WORKED_ON)
def test_a_guide_says_what_goes_in_and_what_comes_out(stage):
    guide = GUIDES[stage]

    assert guide.inputs
    assert guide.outputs
    assert guide.workshop


@pytest.mark.parametrize("stage", WORKED_ON)
def test_a_guide_is_short(stage):
    guide = GUIDES[stage]

    assert len(guide.purpose) <= LONGEST_PURPOSE
    assert max(len(step.what) for step in guide.agenda) <= LONGEST_STEP


@pytest.mark.parametrize("stage", WORKED_ON)
def test_steps_take_five_minutes_or_more_and_add_up(stage):
    guide = GUIDES[stage]

    assert all(step.minutes >= 5 and step.minutes % 5 == 0 for step in guide.agenda)
    assert guide.minutes == sum(step.minutes for step in guide.agenda)


def test_the_scope_workshop_is_half_a_day_with_a_break():
    guide = GUIDES[Stage.SCOPE]

    assert guide.minutes == 240
    assert "Break" in [step.what for step in guide.agenda]


@pytest.mark.parametrize("stage", WORKED_ON)
def test_no_guide_shouts_or_begs(stage):
    guide = GUIDES[stage]
    said = " ".join([guide.purpose, guide.workshop, *(step.what for step in guide.agenda)])

    assert "!" not in said
    assert "please" not in said.casefold()
