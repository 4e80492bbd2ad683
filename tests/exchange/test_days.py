"""Dates as people write them, in the order of their country and the words of their language."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.days import (
    NotADate,
    day_of_serial,
    day_pattern,
    parse_day,
    parse_moment,
    show_day,
)
from app.i18n import Reader
from methodology.project import Country, Currency, Language

READERS = [Reader(language, country, Currency.PEN) for country in Country for language in Language]
PERU = Reader(Language.SPANISH, Country.PERU, Currency.PEN)
STATES = Reader(Language.ENGLISH, Country.UNITED_STATES, Currency.USD)


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(READERS))
def test_a_day_shown_is_the_same_day_read_whatever_the_language(day, reader):
    others = [other for other in READERS if other.country == reader.country]

    assert {parse_day(show_day(day, reader), other) for other in others} == {day}


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(READERS))
def test_iso_days_are_read_everywhere(day, reader):
    assert parse_day(day.isoformat(), reader) == day


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)), st.sampled_from(["medium", "long", "full"]))
def test_days_in_words_are_read_in_three_languages(day, style):
    for locale in ("es_PE", "es_ES", "pt_BR", "pt_PT", "en_US", "en_GB"):
        assert parse_day(format_date(day, style, locale=locale), PERU) == day


@pytest.mark.parametrize(
    ("country", "pattern"),
    [
        (Country.PERU, "dd/MM/yyyy"),
        (Country.CHILE, "dd-MM-yyyy"),
        (Country.BRAZIL, "dd/MM/yyyy"),
        (Country.UNITED_STATES, "MM/dd/yyyy"),
        (Country.UNITED_KINGDOM, "dd/MM/yyyy"),
    ],
)
def test_the_country_decides_the_order(country, pattern):
    assert day_pattern(Reader(Language.SPANISH, country, Currency.PEN)) == pattern


def test_every_country_has_a_pattern_that_a_spreadsheet_understands():
    for reader in READERS:
        assert sorted(day_pattern(reader).replace("/", "").replace("-", "").replace(".", "")) == (
            sorted("ddMMyyyy")
        )


@pytest.mark.parametrize(
    ("text", "peru", "states"),
    [
        ("3/4/2026", date(2026, 4, 3), date(2026, 3, 4)),
        ("13/4/2026", date(2026, 4, 13), date(2026, 4, 13)),
        ("4/13/2026", date(2026, 4, 13), date(2026, 4, 13)),
        ("3.4.26", date(2026, 4, 3), date(2026, 3, 4)),
        ("3/4/2026 10:30", date(2026, 4, 3), date(2026, 3, 4)),
    ],
)
def test_an_order_that_cannot_be_meant_is_turned_round(text, peru, states):
    assert (parse_day(text, PERU), parse_day(text, STATES)) == (peru, states)


@pytest.mark.parametrize("text", ["", "0/0/2026", "2026", "12 de brumario de 2026", "1/2", "x"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(NotADate):
        parse_day(text, PERU)


def test_a_serial_number_counts_as_spreadsheets_do():
    assert day_of_serial(1) == date(1899, 12, 31)
    assert day_of_serial(61) == date(1900, 3, 1)
    assert day_of_serial(46_185) == date(2026, 6, 12)


def test_moments_are_kept_in_universal_time():
    lima = timezone(timedelta(hours=-5))
    noon = datetime(2026, 6, 12, 12, tzinfo=lima)

    assert parse_moment(noon.isoformat(sep=" "), PERU) == noon
    assert parse_moment("2026-06-12 17:00", PERU) == datetime(2026, 6, 12, 17, tzinfo=UTC)
    with pytest.raises(NotADate):
        parse_moment("mediodía", PERU)


@pytest.mark.parametrize(
    "text", ["lunes 2 de marzo de 2026", "Mon, March 2, 2026", "segunda-feira, 2 de março de 2026"]
)
def test_the_name_of_the_weekday_is_passed_over(text):
    assert parse_day(text, PERU) == date(2026, 3, 2)
