"""Numbers as people write them, whatever stands around them."""

from contextlib import suppress
from decimal import Decimal

import pytest
from babel.numbers import format_currency, format_decimal
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.numerals import NotANumber, parse_number
from app.i18n import Reader
from methodology.project import Country, Currency, Language

READERS = [Reader(Language.SPANISH, country, Currency.PEN) for country in Country]
PERU = Reader(Language.SPANISH, Country.PERU, Currency.PEN)
SPAIN = Reader(Language.SPANISH, Country.SPAIN, Currency.EUR)

amounts = st.decimals(
    allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9
)


@given(amounts, st.sampled_from(READERS))
def test_what_babel_writes_for_a_country_is_read_there(value, reader):
    text = format_decimal(value, "#,##0.00", locale=reader.signs)

    assert parse_number(text, reader) == value


@given(amounts, st.sampled_from(Currency), st.sampled_from(READERS))
def test_an_amount_in_any_currency_is_read(value, currency, reader):
    text = format_currency(value, currency, locale=reader.signs, currency_digits=False)

    assert abs(parse_number(text, reader) - value) < 1


@given(st.integers(-(10**12), 10**12), st.sampled_from(READERS))
def test_whole_numbers_grouped_either_way_are_read_everywhere(value, reader):
    for group in (",", ".", " ", "\u00a0", "\u202f", "'", "’"):
        assert parse_number(f"{value:,}".replace(",", group), reader, whole=True) == value


@given(st.text(max_size=12), st.sampled_from(READERS))
def test_any_text_is_a_number_or_refused(text, reader):
    with suppress(NotANumber):
        assert parse_number(text, reader).is_finite()


@pytest.mark.parametrize(
    "text", ["١٢", "²", "1,2.3,4", "1..2", "1,,2", "1 2 3", "$", "%", "1/2", "5 kg", "e5", "0x1F"]
)
def test_what_only_resembles_a_number_is_refused(text):
    with pytest.raises(NotANumber):
        parse_number(text, PERU)


@pytest.mark.parametrize(
    ("text", "peru", "spain"),
    [("1.234", "1.234", "1234"), ("1,234", "1234", "1.234"), ("0.123", "0.123", "0.123")],
)
def test_three_decimals_are_a_matter_of_the_country(text, peru, spain):
    assert parse_number(text, PERU) == Decimal(peru)
    assert parse_number(text, SPAIN) == Decimal(spain)


@pytest.mark.parametrize("text", ["+5", "5+", "S/5", "S/. 5", "5 S/", "PEN 5", "5.00 soles"])
def test_signs_around_a_number_are_known_or_refused(text):
    if "soles" in text:
        with pytest.raises(NotANumber):
            parse_number(text, PERU)
    else:
        assert parse_number(text, PERU) == 5


@pytest.mark.parametrize("text", ["-5", "−5", "(5)", "5-", "-S/ 5", "-5 %"])
def test_negatives_are_known_however_they_are_marked(text):
    assert parse_number(text, PERU) == -5
