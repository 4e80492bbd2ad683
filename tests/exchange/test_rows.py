"""Rows of a sheet under their fields, and the rows that are none."""

import pytest

from app.exchange.book import Sheet
from app.exchange.plan import Decisions, Place, Tab
from app.exchange.rows import column_of, raw_rows
from methodology.mapping import Actor
from methodology.snapshot import Snapshot

COLUMNS = {0: "name", 1: "employees"}


def tab(*body, columns=COLUMNS, headings=("Nombre", "Empleados")):
    return Tab(Sheet("Hoja", (headings, *body)), Actor, 1, columns, {})


def reasons(*body, decisions=None, columns=COLUMNS):
    rows = raw_rows(tab(*body, columns=columns), decisions or Decisions(), Snapshot())
    return [str(row.skipped) if row.skipped else "" for row in rows]


@pytest.mark.parametrize(
    "word", ["Total", "TOTALES:", "Subtotal", "Suma", "Total general", "Grand total", "Promedio"]
)
def test_totals_in_any_language_are_no_records(word):
    assert reasons(("A", 1), (word, 1)) == ["", "A row of totals."]


@pytest.mark.parametrize(
    "word",
    [
        "Total empleados",
        "Total de empleados:",
        "Total (n=12)",
        "Total empresas: 2",
        "Total actores",
        "Totales clúster",
    ],
)
def test_totals_that_say_of_what_are_no_records(word):
    assert reasons(("A", 1), (word, 1)) == ["", "A row of totals."]


@pytest.mark.parametrize(
    "name", ["Total Gas", "Total Empleos", "Sumaq Quesos", "Notaría Pérez", "Fuentes del Inca"]
)
def test_firms_that_are_called_almost_like_it_are_records(name):
    assert reasons((name, 1)) == [""]


@pytest.mark.parametrize("name", ["Total", "Media", "Suma"])
def test_a_row_that_says_more_than_sums_is_a_firm_of_that_name(name):
    columns = {0: "name", 1: "employees", 2: "place"}

    assert reasons((name, 3, "Lima"), ("A", 1, "Cusco"), columns=columns) == ["", ""]
    assert reasons(("A", 1, "Cusco"), (name, 3, None), columns=columns)[1] == "A row of totals."
    assert reasons((None, 1, "Total"), columns=columns) == ["A row of totals."]


@pytest.mark.parametrize("note", ["Fuente: censo", "Nota: provisional", "Source: census"])
def test_a_note_is_one_below_the_table_alone(note):
    assert reasons((note, None), ("A", 1), (note, None)) == ["", "", "A note below the table."]


def test_rows_without_anything_to_read_say_which_kind_of_nothing():
    columns = {0: "name", 1: "id"}

    assert reasons((None, None), ("", ""), (" ", None)) == ["An empty row."] * 3
    assert reasons((None, None, "x")) == ["Nothing in the columns that are read."]
    assert reasons((None, "some id"), columns=columns) == [
        "Emptied in the file; to delete the record, do it on its screen."
    ]


def test_decisions_go_before_looks():
    total = Place("Hoja", 2)

    assert reasons(("Total", 1), decisions=Decisions(included=frozenset([total]))) == [""]
    assert reasons(("A", 1), decisions=Decisions(excluded=frozenset([total]))) == [
        "Excluded by hand."
    ]


def test_a_row_of_our_own_export_is_a_record_whatever_it_is_called():
    assert reasons(("Total", "some id"), columns={0: "name", 1: "id"}) == [""]


def test_rows_are_numbered_as_in_the_file():
    sheet = Sheet("Hoja", (("Directorio",), (), ("Nombre",), ("A",), (), ("B",)))

    rows = raw_rows(Tab(sheet, Actor, 3, {0: "name"}, {}), Decisions(), Snapshot())

    assert [(row.place.row, row.cells["name"]) for row in rows] == [(4, "A"), (5, None), (6, "B")]


def test_a_sheet_without_type_has_no_rows():
    sheet = Sheet("Hoja", (("Nombre",), ("A",)))

    assert list(raw_rows(Tab(sheet, None, 1, {}, {}), Decisions(), Snapshot())) == []


def test_short_rows_are_read_as_if_they_were_long():
    (row,) = raw_rows(tab(("A",)), Decisions(), Snapshot())

    assert row.cells == {"name": "A", "employees": None}


def test_columns_of_one_field_are_joined_if_they_hold_text():
    joined = tab(
        ("A", "uno", "dos", 5, 6),
        ("B", None, "dos", None, 6),
        columns={0: "name", 1: "notes", 2: "notes", 3: "employees", 4: "employees"},
        headings=("Nombre", "Notas", "Historia", "Empleados", "Personal"),
    )
    continued = tab(
        ("A", "uno ", " dos"),
        columns={0: "name", 1: "notes", 2: "notes"},
        headings=("Nombre", "Notas", "Notas (2)"),
    )

    first, second = raw_rows(joined, Decisions(), Snapshot())
    (third,) = raw_rows(continued, Decisions(), Snapshot())

    assert (first.cells["notes"], first.cells["employees"]) == ("uno\n\ndos", 5)
    assert (second.cells["notes"], second.cells["employees"]) == ("dos", 6)
    assert third.cells["notes"] == "uno  dos"


def test_the_column_of_a_field_has_letter_and_heading():
    wide = tab(("A",), columns={27: "name"}, headings=(*[""] * 27, "Nombre"))

    assert column_of(wide, "name") == ("AB", "Nombre")
    assert column_of(wide, "employees") == ("", "")
