"""Thousands and millions that headings tell of."""

import pytest

from app.exchange.guessing import importable_types
from app.exchange.scales import scale_of, without_scales
from app.i18n import reader
from methodology.project import Language
from methodology.record import fields


@pytest.mark.parametrize(
    ("heading", "scale"),
    [
        ("Ventas", 1),
        ("Ventas (miles S/)", 1_000),
        ("Sales [thousand USD]", 1_000),
        ("Faturamento (R$ milhões)", 1_000_000),
        ("Ventas (MM$)", 1_000_000),
        ("Ventas (MM $)", 1_000_000),
        ("Miles de ventas", 1),
        ("Ventas (familiares)", 1),
    ],
)
def test_thousands_and_millions_are_known_in_brackets(heading, scale):
    assert scale_of(heading) == scale


@pytest.mark.parametrize(
    ("heading", "scale"),
    [
        ("Facturación en miles", 1_000),
        ("Ventas miles S/", 1_000),
        ("Ventas en miles de soles", 1_000),
        ("Faturamento em mil R$", 1_000),
        ("Turnover in thousand EUR", 1_000),
        ("Facturación millones", 1_000_000),
        ("Ventas en millones de pesos", 1_000_000),
        ("Ventas (miles de millones COP)", 1_000_000_000),
        ("Empleados por mil habitantes", 1),
        ("Ventas a cada mil clientes", 1),
    ],
)
def test_they_are_known_outside_brackets_after_what_is_counted(heading, scale):
    assert scale_of(heading) == scale


@pytest.mark.parametrize(
    ("heading", "scale"),
    [
        ("Facturación (k€)", 1_000),
        ("Turnover (kEUR)", 1_000),
        ("Facturación (M€)", 1_000_000),
        ("Facturación (MUSD)", 1_000_000),
        ("Ventas (M$)", 1_000),
        ("Producción (m)", 1),
        ("Distancia (km)", 1),
    ],
)
def test_letters_before_a_currency_are_short_for_them(heading, scale):
    assert scale_of(heading) == scale


@pytest.mark.parametrize("language", Language)
def test_no_label_of_our_own_seems_to_count_in_thousands(language):
    _ = reader(None, language)

    labels = [
        f"{_(one.label)} ({_(one.unit)})" for cls in importable_types() for one in fields(cls)
    ]

    assert {scale_of(label) for label in labels} == {1}


@pytest.mark.parametrize(
    ("folded", "bare"),
    [
        ("ventas en miles de soles", "ventas"),
        ("facturacion anual us$", "facturacion anual"),
        ("turnover in thousand eur", "turnover"),
        ("pesos", ""),
        ("miles de ventas", "miles de ventas"),
    ],
)
def test_what_is_counted_remains(folded, bare):
    assert without_scales(folded) == bare
