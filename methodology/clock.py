"""Times of the day as people write them: 9:30, 09.30, 9h30, 5 p. m.; kept as 09:30."""

import re
from typing import Annotated

from pydantic import BeforeValidator, Field

from methodology.record import clean_line
from methodology.text import N_, Problem

DAY = 24 * 60  # minutes
_WRITTEN = re.compile(
    r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})?)?(?::\d{2})?\s*(?:h|hrs?|([ap])\.?\s?m)?\.?", re.IGNORECASE
)
NOON = 12


class NotATime(Problem):
    """Text where a time of the day should be."""


def clock_time(value: object) -> object:
    """Return a time of the day as 09:30, empty for nothing; NotATime when it is none."""
    text = clean_line(value)
    if not isinstance(text, str) or not text.strip():
        return text
    found = _WRITTEN.fullmatch(text.strip())
    hours, minutes = (_hours(found), int(found[2] or 0)) if found else (24, 0)
    if hours > 23 or minutes > 59:
        raise NotATime(N_("“{text}” is not a time of the day. Write it like 09:30."), text=text)
    return f"{hours:02d}:{minutes:02d}"


def minute_of(time: str) -> int | None:
    """Return the minute of the day of a time as records keep it; None for an empty one."""
    hours, colon, minutes = time.partition(":")
    return 60 * int(hours) + int(minutes) if colon else None


def time_of(minute: int) -> str:
    """Return the time of a minute of the day; what runs past midnight begins again at 00:00."""
    return f"{minute % DAY // 60:02d}:{minute % 60:02d}"


def _hours(found: re.Match[str]) -> int:
    """Return the hours out of 24; 24 where there are no such ones."""
    hours, half = int(found[1]), (found[3] or "").lower()
    if not half:
        return hours
    return hours % NOON + NOON * (half == "p") if 1 <= hours <= NOON else 24


ClockTime = Annotated[str, BeforeValidator(clock_time), Field(max_length=5)]
