"""The run sheet: blocks in order, each with the clock time it begins and ends at."""

from uuid import UUID

import pytest

from methodology.agenda import AgendaBlock, AgendaRound, agenda, minutes_of
from methodology.process import Meeting, MeetingKind
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.validation import Invalid, check
from tests.cluster import made

MEETING = made(
    Meeting,
    name="T4",
    kind=MeetingKind.WORKSHOP,
    about_stage=Stage.OPTIONS,
    starts_at="8h45",
)


def block(order, minutes, meeting=MEETING):
    return made(
        AgendaBlock, meeting=meeting.id, order=order, name=f"Block {order}", minutes=minutes
    )


def test_blocks_follow_each_other_by_the_clock_whatever_the_order_they_were_typed_in():
    found = agenda(Snapshot([MEETING, block(3, 45), block(1, 15), block(2, 60)]), MEETING)

    assert [(slot.minute, slot.begins, slot.ends) for slot in found] == [
        (0, "08:45", "09:00"),
        (15, "09:00", "10:00"),
        (75, "10:00", "10:45"),
    ]
    assert minutes_of(found) == 120


def test_without_a_start_there_are_minutes_and_no_clock():
    undated = MEETING.model_copy(update={"starts_at": ""})

    [first, second] = agenda(Snapshot([undated, block(1, 20), block(2, 10)]), undated)

    assert (first.minute, first.begins, second.minute, second.ends) == (0, "", 20, "")


def test_blocks_of_other_meetings_stay_theirs():
    other = made(Meeting, name="T5", kind=MeetingKind.WORKSHOP, about_stage=Stage.DIAMOND)

    assert agenda(Snapshot([MEETING, other, block(1, 20)]), other) == ()


def test_a_block_knows_the_round_it_runs():
    talk, vote = block(1, 20), block(2, 10)
    run = made(AgendaRound, block=vote.id, round_id=UUID(int=7))

    found = agenda(Snapshot([MEETING, talk, vote, run]), MEETING)

    assert [slot.round_id for slot in found] == [None, UUID(int=7)]


def test_a_start_that_is_no_time_is_refused_in_words():
    with pytest.raises(Invalid, match="not a time of the day"):
        check(Meeting, {**MEETING.model_dump(), "starts_at": "después del café"})
