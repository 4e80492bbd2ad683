"""A run sheet against the clock."""

import itertools
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.agenda import AgendaBlock, Slot
from methodology.clock import time_of
from methodology.run_sheet import Running, run_sheet

START = 9 * 60


def slots(*minutes: int, start: int | None = START) -> list[Slot]:
    made, at = [], 0
    for place, length in enumerate(minutes, 1):
        block = AgendaBlock(
            id=UUID(int=place), meeting=UUID(int=99), order=place, name=f"B{place}", minutes=length
        )
        begins, ends = (
            ("", "") if start is None else (time_of(start + at), time_of(start + at + length))
        )
        made.append(Slot(block, at, begins, ends, None))
        at += length
    return made


def times(sheet):
    return [(line.begins, line.ends) for line in sheet.lines]


def test_before_it_begins_the_run_sheet_is_the_plan():
    sheet = run_sheet(slots(30, 45), None, START)

    assert times(sheet) == [("09:00", "09:30"), ("09:30", "10:15")]
    assert (sheet.late, sheet.ends) == (None, "10:15")


def test_a_late_beginning_pushes_everything_back():
    sheet = run_sheet(slots(30, 45), Running(0, START + 10), START + 12)

    assert times(sheet) == [("09:10", "09:40"), ("09:40", "10:25")]
    assert (sheet.late, sheet.ends) == (10, "10:25")
    assert (sheet.lines[0].is_now, sheet.lines[0].left) == (True, 28)


def test_a_block_that_takes_too_long_pushes_the_rest_back_minute_by_minute():
    sheet = run_sheet(slots(30, 45), Running(0, START), START + 42)

    assert sheet.lines[0].left == -12
    assert times(sheet)[1] == ("09:42", "10:27")
    assert sheet.late == 12


def test_what_is_over_is_past_and_time_can_be_won_back():
    sheet = run_sheet(slots(30, 45, 15), Running(1, START + 20), START + 20)

    assert [line.is_past for line in sheet.lines] == [True, False, False]
    assert sheet.late == -10


def test_without_a_clock_time_there_is_no_lateness():
    sheet = run_sheet(slots(30, 45, start=None), Running(0, START), START)

    assert (sheet.late, times(sheet)[1]) == (None, ("09:30", "10:15"))


@pytest.mark.parametrize("running", [None, Running(5, START)])
def test_no_blocks_no_sheet(running):
    sheet = run_sheet([], running, START)

    assert (sheet.lines, sheet.ends) == ((), "")


@given(st.lists(st.integers(1, 90), min_size=1, max_size=8), st.integers(0, 7), st.integers(0, 120))
def test_blocks_follow_each_other_without_holes(minutes, place, after):
    made = slots(*minutes)
    running = Running(min(place, len(made) - 1), START)

    sheet = run_sheet(made, running, START + after)

    coming = [line for line in sheet.lines if not line.is_past]
    assert all(one.ends == other.begins for one, other in itertools.pairwise(coming))
    assert sum(line.is_now for line in sheet.lines) == 1
