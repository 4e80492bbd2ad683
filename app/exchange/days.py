"""Dates as people write them: by the country's order, in words of three languages, or ISO."""

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache

from babel import Locale
from babel.dates import format_date, get_date_format, get_day_names, get_month_names

from app.exchange.folding import fold
from app.exchange.problems import CellProblem
from app.i18n import Reader
from methodology.project import Country, Language
from methodology.text import N_

SHEET_EPOCH = date(1899, 12, 30)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_NUMERIC = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?: \d{1,2}:\d{2}.*)?")


class NotADate(CellProblem):
    """Text where a date should be."""


def day_pattern(_: Reader) -> str:
    """Return the country's short pattern with a four-digit year: `dd/MM/yyyy`."""
    short = get_date_format("short", locale=_.signs).pattern
    spelled = re.sub("y+", "yyyy", re.sub("M+", "MM", re.sub("d+", "dd", short)))
    return re.sub(r"[^dMy./-]", "", spelled)


def show_day(day: date, _: Reader) -> str:
    """Write a date in digits, in the country's order."""
    return format_date(day, day_pattern(_), locale=_.signs)


def parse_day(text: str, _: Reader) -> date:
    """Return the day that `text` means to a reader; NotADate when it means none."""
    bare = text.strip()
    for made in (_from_iso(bare), _from_digits(bare, _), _from_words(bare)):
        if made:
            return made
    raise NotADate(
        N_("“{text}” is not a date. Write it like {example}."),
        text=text,
        example=show_day(date(2026, 6, 30), _),
    )


def day_of_serial(serial: int) -> date:
    """Return the day that a spreadsheet counts as `serial` days since its epoch."""
    return SHEET_EPOCH + timedelta(days=serial)


def parse_moment(text: str, _: Reader) -> datetime:
    """Return the ISO moment in `text`, UTC where it names no zone."""
    try:
        made = datetime.fromisoformat(text.strip())
    except ValueError:
        raise NotADate(
            N_("“{text}” is not a date. Write it like {example}."),
            text=text,
            example="2026-06-30 09:00+00:00",
        ) from None
    return made.replace(tzinfo=UTC) if made.tzinfo is None else made.astimezone(UTC)


def _from_iso(text: str) -> date | None:
    found = _ISO.fullmatch(text)
    return _day(*map(int, found.groups())) if found else None


def is_in_other_order(text: str, _: Reader) -> bool:
    """Say whether day and month stand as in no date of the country: 04/15/2025 in Peru."""
    own, other = _orders(text.strip(), _)
    return own is None and other is not None


def _from_digits(text: str, _: Reader) -> date | None:
    own, other = _orders(text, _)
    return own or other


def _orders(text: str, _: Reader) -> tuple[date | None, date | None]:
    """Return the day that digits mean in the country's order, and in the other."""
    found = _NUMERIC.fullmatch(text)
    if not found:
        return None, None
    first, second, year = int(found[1]), int(found[2]), _century(found[3])
    if day_pattern(_).startswith("M"):
        first, second = second, first
    return _day(year, second, first), _day(year, first, second)


def _from_words(text: str) -> date | None:
    """Read «12 de junio de 2026», «12-jun-26», «June 12, 2026», after a weekday or not."""
    parts = [part for part in re.split(r"[\s,./-]+", fold(text)) if part not in {"de", "do", "of"}]
    parts = [part for part in parts if part not in _weekdays()]
    parts = [re.sub(r"^(\d{1,2})(?:st|nd|rd|th|º|o)$", r"\1", part) for part in parts if part]
    months = [part for part in parts if part in _months()]
    digits = [part for part in parts if part.isdecimal()]
    if len(parts) != 3 or len(months) != 1 or len(digits) != 2:
        return None
    day, year = (digits[1], digits[0]) if len(digits[0]) == 4 else digits
    return _day(_century(year), _months()[months[0]], int(day))


@cache
def _weekdays() -> frozenset[str]:
    """Return the names of weekdays: «lunes 2 de marzo», «seg., 2 de março»."""
    found = {
        word
        for locale in (*Language, *Country)
        for width in ("wide", "abbreviated")
        for name in get_day_names(width, locale=Locale.parse(locale, sep="-")).values()
        for word in re.split(r"[\s,./-]+", fold(name))
    }
    return frozenset(found - {*_months(), ""})


@cache
def _months() -> dict[str, int]:
    """Return the names of months in every language and country: in Peru September is setiembre."""
    return {
        fold(name).strip("."): number
        for locale in (*Language, *Country)
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=Locale.parse(locale, sep="-")).items()
    }


def _century(year: str) -> int:
    """Read two digits as 1970 to 2069."""
    number = int(year)
    return number if len(year) > 2 else number + (1900 if number >= 70 else 2000)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
