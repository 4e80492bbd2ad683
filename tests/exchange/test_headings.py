"""Headings: the field, the unit and the currency they speak of."""

import pytest

from app.exchange.guessing import importable_types
from app.exchange.headings import (
    ID,
    field_called,
    heading_of,
    id_heading,
    is_continued,
    names_table,
    nearness,
)
from app.i18n import reader
from methodology.areas import ImprovementArea
from methodology.mapping import Actor, ChainLink, Contact, Tie
from methodology.options import OptionScore
from methodology.project import Language
from methodology.record import attribute, fields


@pytest.mark.parametrize(
    ("cls", "heading", "field"),
    [
        (Actor, "Name", "name"),
        (Actor, "NOMBRE", "name"),
        (Actor, "Razon social *", "name"),
        (Actor, "export_share", "export_share"),
        (Actor, "Export share (% of sales)", "export_share"),
        (Actor, "Ventas [S/ 2024]", "turnover"),
        (Actor, "RUC", "tax_id"),
        (Tie, " From ", "source"),
        (Tie, "HACIA:", "target"),
        (Contact, "E-mail", "email"),
        (ChainLink, "elo", "name"),
        (OptionScore, "Avaliador", "rater"),
        (OptionScore, "Opção", "option"),
        (ImprovementArea, "Lacunas", "gaps"),
        (Actor, "Facturación en miles de US$", "turnover"),
        (Actor, "Ventas USD 2023", "turnover"),
        (Actor, "Marca", None),
        (Actor, "Pesos", None),
        (Actor, "", None),
    ],
)
def test_a_heading_names_a_field_exactly_or_not_at_all(cls, heading, field):
    assert field_called(cls, heading) == field


def test_the_column_of_ids_names_its_table():
    assert field_called(Actor, id_heading(Actor)) == ID
    assert field_called(Actor, id_heading(Tie)) is None


@pytest.mark.parametrize("language", Language)
def test_what_an_export_writes_is_read_back_in_any_language(language):
    _ = reader(None, language)
    for cls in importable_types():
        labels = [_(found.label) for found in fields(cls)]
        for found in fields(cls):
            if labels.count(_(found.label)) == 1:
                assert field_called(cls, heading_of(found, _(found.label), _(found.unit))) == (
                    found.name
                )


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("cls", importable_types())
def test_no_two_fields_of_a_type_share_a_label(cls, language):
    labels = [reader(None, language)(found.label) for found in fields(cls)]

    assert len({*labels}) == len(labels)


def test_needed_columns_have_a_star_and_units_stand_in_brackets():
    assert heading_of(attribute(Actor, "name"), "Nombre", "") == "Nombre *"
    assert heading_of(attribute(Actor, "turnover"), "Ventas", "PEN") == "Ventas (PEN)"


@pytest.mark.parametrize(
    ("heading", "continued"),
    [("Text (2)", True), ("Text (10)", True), ("Text (1)", False), ("Text", False), ("(2)", False)],
)
def test_a_continued_column_is_known_by_its_number(heading, continued):
    assert is_continued(heading) is continued


@pytest.mark.parametrize("language", Language)
def test_a_sheet_is_named_after_its_type_in_any_language_and_cut_short(language):
    title = reader(None, language)(ChainLink.title)

    assert names_table(ChainLink, title.upper())
    assert names_table(ChainLink, title[:31])
    assert not names_table(ChainLink, "Hoja1")
    assert not names_table(ChainLink, "")


@pytest.mark.parametrize(
    ("field", "near", "far"),
    [
        ("employees", "Nº de trabajadores", "Trabajos"),
        ("turnover", "Facturacion anual", "Factura"),
        ("notes", "Breve descripción", "Transcripción"),
        ("founded", "Año de fundacion", "Fundido"),
    ],
)
def test_near_headings_are_nearer_than_far_ones(field, near, far):
    assert nearness(Actor, field, near) >= 84 > nearness(Actor, field, far)
