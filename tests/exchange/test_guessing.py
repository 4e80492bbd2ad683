"""Guesses about people's sheets: header, record type, columns."""

from dataclasses import replace
from random import Random

import pytest

from app.exchange.book import Sheet
from app.exchange.cells import Names
from app.exchange.folding import fold_title
from app.exchange.guessing import guess_sheet, importable_types, remembered
from app.exchange.headings import field_called, nearness, title_index
from app.i18n import reader
from methodology.characterization import Statistic
from methodology.forces import Business
from methodology.governance import Governance
from methodology.mapping import Actor, ChainLink, Contact, Tie
from methodology.process import Meeting, TeamMember
from methodology.project import ColumnMemory, Currency, Language
from methodology.record import fields
from methodology.snapshot import Snapshot
from tests.samples import new_id

SPANISH = reader(None, Language.SPANISH)
NAMES = Names(Snapshot(), SPANISH)


def guessed(*rows, name="Hoja1", memory=None, **given):
    return guess_sheet(Sheet(name, rows), NAMES, memory or {}, **given)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("cls", importable_types())
def test_every_label_in_every_language_is_known(cls, language):
    speak = reader(None, language)

    for found in fields(cls):
        if sum(speak(other.label) == speak(found.label) for other in fields(cls)) == 1:
            assert field_called(cls, speak(found.label).upper()) == found.name
            assert field_called(cls, f" {speak(found.label)} (S/) *") == found.name


def test_headings_are_read_without_case_accents_punctuation_and_asides():
    for heading in ("RAZÓN SOCIAL", "razon social:", "Razón_Social", "Razón social (completa)"):
        assert field_called(Actor, heading) == "name"


def test_an_english_directory_of_firms_is_read():
    headings = ("Company name", "City", "Revenue (USD)", "Number of employees")
    names = Names(Snapshot(), replace(SPANISH, currency=Currency.USD))

    sheet = Sheet("List", (headings, ("A", "Lima", "1,250,000", "12")))
    found = guess_sheet(sheet, names, {})

    assert list(found.columns.values()) == ["name", "place", "turnover", "employees"]


def test_a_year_in_a_heading_is_left_out_and_the_last_one_counts():
    headings = ("Empresa", "Ventas 2022", "Ventas 2024", "Ventas 2023")

    yearly = guessed(headings, ("A", "1", "3", "2"), cls=Actor)

    assert yearly.columns == {0: "name", 2: "turnover"}
    assert set(yearly.left_out) == {1, 3}


def test_near_headings_come_near_and_far_ones_do_not():
    assert nearness(Actor, "employees", "Nº de trabajadores") > 84
    assert nearness(Actor, "employees", "Trabajdores") > 84
    assert nearness(Actor, "place", "Municipalidad del acta") < 84
    assert nearness(Actor, "name", "Member State") < 84


def test_a_sheet_of_actors_is_known_below_its_merged_title():
    guess = guessed(
        ("Directorio de la cadena láctea", None, None),
        (),
        ("N°", "Razón social", "Tipo", "Facturación (S/)", "Gerente"),
        (1, "A", "Proveedor", "1.200,50", "Ana"),
    )

    assert (guess.cls, guess.header) == (Actor, 3)
    assert guess.columns == {1: "name", 2: "kind", 3: "turnover"}
    assert str(guess.left_out[4]) == "No field is called like this."


@pytest.mark.parametrize(
    ("headings", "cls"),
    [
        (("from", "to"), Tie),
        (("Origen", "Destino", "Tipo", "Peso"), Tie),
        (("Contacto", "Empresa", "Correo", "Celular"), Contact),
        (("Eslabón", "Orden"), ChainLink),
        (("Indicador", "Año", "Valor", "Fuente"), Statistic),
        (("Reunião", "Tipo", "Etapa", "Data"), Meeting),
        (("Empresa", "RUC", "Distrito"), Actor),
        (("Nombre",), Actor),
    ],
)
def test_the_record_type_is_known_by_its_headings(headings, cls):
    assert guessed(headings).cls is cls


def test_the_sheet_s_name_decides_between_types_with_the_same_headings():
    assert guessed(("Nombre",), name="Links of the chain").cls is ChainLink


def test_nothing_is_guessed_about_strange_tables():
    guess = guessed(("alfa", "beta"), ("1", "2"))

    assert guess.cls is None
    assert not guess.columns


def test_a_type_given_by_hand_keeps_the_best_header():
    guess = guessed(("Lista",), ("Empresa", "Tipo"), ("A", "Proveedor"), cls=Actor)

    assert (guess.cls, guess.header) == (Actor, 2)


def test_values_that_do_not_fit_leave_a_column_out_and_say_so():
    guess = guessed(("Nombre", "Empleados"), ("A", "muchos"), ("B", "pocos"), cls=Actor)

    assert guess.columns == {0: "name"}
    assert "values do not fit" in str(guess.left_out[1])


def test_long_texts_do_not_go_where_short_ones_belong():
    guess = guessed(("Nombre", "Lugar o municipio"), ("A", "x" * 900), cls=Actor)

    assert 1 not in guess.columns


def test_people_s_own_categories_stay_under_their_heading_to_be_given_a_meaning():
    guess = guessed(("Nombre", "Tipo"), ("A", "Quesería"), ("B", "Quesería"), cls=Actor)

    assert guess.columns == {0: "name", 1: "kind"}


def test_one_field_is_read_from_one_column_unless_it_is_continued():
    headings = ("Nombre", "Empresa", "Descripción", "Descripción (2)")

    twice = guessed(headings, ("A", "B"), cls=Actor)

    assert twice.columns == {0: "name", 2: "notes", 3: "notes"}


def test_what_was_corrected_by_hand_is_remembered():
    memory = remembered(
        Snapshot(
            [
                ColumnMemory(
                    id=new_id(Random(1)),
                    of_table="actor",
                    heading=fold_title("Casa matriz"),
                    field="place",
                ),
                ColumnMemory(
                    id=new_id(Random(2)),
                    of_table="actor",
                    heading=fold_title("Notas"),
                    field="",
                ),
            ]
        )
    )

    guess = guessed(("Nombre", "CASA MATRIZ", "Notas"), ("A", "Lima", "x"), memory=memory)

    assert guess.columns == {0: "name", 1: "place"}
    assert "earlier import" in str(guess.left_out[2])


def test_no_two_fields_of_a_type_share_all_their_titles():
    for cls in importable_types():
        assert {*title_index(cls).values()} == {found.name for found in fields(cls)}


def test_a_second_column_of_one_heading_is_left_out_and_says_why():
    guess = guessed(["Nombre", "Tipo", "nombre"], ["A", "Proveedor", "B"])

    assert guess.columns == {0: "name", 1: "kind"}
    assert str(guess.left_out[2]) == "“Name” is read from another column already."


def test_the_ids_of_a_plain_table_are_no_codes():
    keys = [str(new_id(Random(seed))) for seed in range(3)]

    guess = guessed(
        ["id", "name", "code"],
        *([key, f"A{key}", f"C-{key[:3]}"] for key in keys),
        cls=Actor,
    )

    assert guess.columns == {1: "name", 2: "code"}
    assert "do not fit" in str(guess.left_out[0])


@pytest.mark.parametrize(
    ("heading", "cell", "named"),
    [
        ("Ventas en dólares", "5", "United States dollar"),
        ("Ventas (US$)", "5", "United States dollar"),
        ("Ventas (M€)", "5", "Euro"),
        ("Ventas ($)", "5", "$"),
        ("Ventas", "US$ 5", "United States dollar"),
    ],
)
def test_amounts_in_another_currency_are_left_out_and_say_so(heading, cell, named):
    peru = Names(Snapshot(), replace(SPANISH, currency=Currency.PEN))
    sheet = Sheet("Hoja1", (("Nombre", heading), ("A", cell), ("B", cell)))

    guess = guess_sheet(sheet, peru, {}, Actor)

    assert guess.columns == {0: "name"}
    assert str(guess.left_out[1]).startswith("In another currency than the project")
    assert str(guess.left_out[1].values["currency"]) == named or (
        guess.left_out[1].values["currency"].label == named
    )


@pytest.mark.parametrize("heading", ["Ventas (S/)", "Ventas en soles", "Ventas miles PEN"])
def test_amounts_in_the_project_s_own_currency_are_taken(heading):
    peru = Names(Snapshot(), replace(SPANISH, currency=Currency.PEN))

    guess = guess_sheet(Sheet("Hoja1", (("Nombre", heading), ("A", "5"))), peru, {}, Actor)

    assert guess.columns == {0: "name", 1: "turnover"}


@pytest.mark.parametrize(
    "heading",
    [
        *("Nombre de la empresa", "Nombre empresa", "Nombre o razón social", "Nombre comercial"),
        *("Institución", "Entidad", "Empresas", "Empresa / institución", "Nombre del actor"),
        *("Razón Social de la Empresa", "Company name", "Organization", "Name of the firm"),
        *("Nome da empresa", "Razao Social", "Razón socail"),
    ],
)
def test_a_list_of_firms_is_known_by_what_people_call_their_names(heading):
    guess = guessed((heading, "Tipo de organización", "Empleados"), ("A", "Proveedor", 3))

    assert guess.cls is Actor
    assert guess.columns == {0: "name", 1: "kind", 2: "employees"}


def test_the_firm_of_a_contact_is_not_its_own_name():
    guess = guessed(("Contacto", "Nombre de la empresa", "Correo"), ("Ana", "A", "a@b.c"))

    assert (guess.cls, guess.columns) == (Contact, {0: "name", 1: "actor", 2: "email"})


def test_a_row_of_data_is_no_header():
    headings = ("Quesería y zona", "Clase", "Nº")

    guess = guessed(headings, ("A", "Empresa", 12), ("B", "Empresa", "7"))

    assert (guess.cls, guess.header) == (None, 1)


def test_of_rows_that_say_as_much_the_first_is_the_header():
    guess = guessed(("Empresa", "Clase"), ("Cooperativa A", "Empresa"), ("B", "Empresa"))

    assert (guess.cls, guess.header) == (Actor, 1)


def test_a_list_of_meetings_is_one():
    guess = guessed(("Reunión", "Fecha", "Lugar"), ("Taller 1", "31/12/2025", "Lima"))

    assert guess.cls is Meeting


def test_counts_under_a_heading_of_names_leave_the_column_out():
    guess = guessed(
        ("Código", "Opción estratégica", "Empresas que ya están"),
        ("O1", "Lotes", 4),
        ("O2", "B", 2),
    )

    assert set(guess.left_out) == {2}
    assert "do not fit" in str(guess.left_out[2])


def test_of_types_that_fit_as_well_the_one_that_reads_more_columns_is_meant():
    team = guessed(
        ("Nombre", "Rol", "Organización"),
        ("Laura Pardo", "Jefatura de equipo", "Consultora"),
        ("Ivo Brandt", "Especialista internacional", "Importador"),
        name="Equipo",
    )

    assert (team.cls, team.left_out) == (TeamMember, {})


@pytest.mark.parametrize(
    ("headings", "row", "cls"),
    [
        (("Negocio", "Año de hoy", "Año del horizonte"), ("Café verde", 2026, 2031), Business),
        (
            ("Modelo", "Entidad", "Por qué este modelo", "Lo que aquí no es", "Adoptado el"),
            ("Base privada", "Corporación Cafés del Huila", "", "No es un gremio", "20/08/2026"),
            Governance,
        ),
    ],
)
def test_a_sheet_of_one_row_holds_what_a_project_has_once(headings, row, cls):
    assert guessed(headings, row, name="Hoja 3").cls is cls
    assert guessed(headings, row, row, name="Hoja 3").cls is not Business
