"""Currencies that headings and amounts tell of."""

import pytest
from babel.numbers import format_currency
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.currencies import told_in_amount, told_in_heading
from app.exchange.guessing import importable_types
from app.i18n import reader
from methodology.project import Country, Currency, Language
from methodology.record import Kind, fields


@pytest.mark.parametrize(
    ("heading", "currency"),
    [
        ("Ventas (USD)", Currency.USD),
        ("Ventas [miles PEN]", Currency.PEN),
        ("Ventas USD", Currency.USD),
        ("Ventas (US$)", Currency.USD),
        ("Facturación en dólares", Currency.USD),
        ("Facturación (MUSD)", Currency.USD),
        ("Facturación (k€)", Currency.EUR),
        ("Turnover in thousand euros", Currency.EUR),
        ("Faturamento (R$ milhões)", Currency.BRL),
        ("Ventas S/", Currency.PEN),
        ("Ventas en soles", Currency.PEN),
    ],
)
def test_a_currency_is_known_by_code_sign_or_word_anywhere(heading, currency):
    told = told_in_heading(heading)

    assert told
    assert told.name is currency


@pytest.mark.parametrize(
    "heading", ["Ventas", "Ventas (RUC)", "Ventas s/IVA", "Ventas reales", "Peso", "Producción (L)"]
)
def test_what_only_resembles_a_currency_is_none(heading):
    assert told_in_heading(heading) is None


@pytest.mark.parametrize("heading", ["Ventas ($)", "Ventas en pesos"])
def test_what_several_currencies_are_called_is_any_of_them(heading):
    told = told_in_heading(heading)

    assert told
    assert {Currency.CLP, Currency.UYU} <= told.currencies
    assert Currency.PEN not in told.currencies
    assert str(told.name) in heading


@given(st.integers(0, 10**9), st.sampled_from(Currency), st.sampled_from(Country))
def test_an_amount_as_a_country_writes_it_tells_its_currency(value, currency, country):
    text = format_currency(value, currency, locale=country.replace("-", "_"))

    told = told_in_amount(text)

    assert told
    assert currency in told.currencies


@pytest.mark.parametrize("text", ["1200", "-5", "12 %", "", "-", "(300)"])
def test_an_amount_alone_tells_none(text):
    assert told_in_amount(text) is None


@pytest.mark.parametrize("language", Language)
def test_no_label_of_an_amount_names_a_currency(language):
    _ = reader(None, language)
    every = (one for cls in importable_types() for one in fields(cls))
    labels = [_(one.label) for one in every if one.kind is Kind.MONEY]

    assert labels
    assert not [label for label in labels if told_in_heading(label)]
