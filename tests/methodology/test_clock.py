"""Times of the day: read as people write them, kept as 09:30."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.clock import DAY, NotATime, clock_time, minute_of, time_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9:30", "09:30"),
        ("09.30", "09:30"),
        ("9h30", "09:30"),
        ("9 h", "09:00"),
        ("17 hrs.", "17:00"),
        ("17:00:00", "17:00"),
        ("5:15 p. m.", "17:15"),
        ("5 PM", "17:00"),
        ("12:00 am", "00:00"),
        ("12 pm", "12:00"),
        ("0:05", "00:05"),
        ("  ", "  "),
        ("", ""),
    ],
)
def test_times_are_read_as_people_write_them(text, expected):
    assert clock_time(text) == expected


@pytest.mark.parametrize("text", ["24:00", "9:60", "13 pm", "0 am", "mañana", "9:5", "-1:00"])
def test_what_is_no_time_of_the_day_is_refused_with_an_example(text):
    with pytest.raises(NotATime, match="09:30"):
        clock_time(text)


@given(st.integers(0, DAY - 1))
def test_every_minute_of_the_day_has_its_time_and_back(minute):
    assert minute_of(time_of(minute)) == minute
    assert clock_time(time_of(minute)) == time_of(minute)


def test_past_midnight_the_clock_begins_again_and_nothing_has_no_minute():
    assert time_of(DAY + 5) == "00:05"
    assert minute_of("") is None
