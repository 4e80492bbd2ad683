"""What a grid could not save, said row by row, and what an import does with a row, in words."""

from uuid import UUID

import pytest

from app.exchange.editing import Fault
from app.exchange.plan import Outcome, Place
from app.exchange.planning import exclude_row, include_row, plan_import
from app.exchange.problems import CellProblem
from app.i18n import reader
from app.widgets.faults import fault_text
from app.widgets.import_rows import TOLD, details, is_taken
from app.widgets.table import HEAD, table_height
from methodology.mapping import Actor
from methodology.project import Language
from methodology.snapshot import Snapshot
from tests.cluster import actor, link

_ = reader(None, Language.ENGLISH)
SPANISH = reader()
ROW = UUID(int=1)


def plan(text, *records):
    return plan_import(text.encode(), "a.csv", Snapshot(records), _, cls=Actor)


def told(made):
    return [details(made, row, _) for row in made.rows]


def test_fault_names_row_field_and_reason_in_the_readers_language():
    fault = Fault(ROW, "employees", CellProblem("“{text}” is not a whole number.", text="2,5"))

    assert fault_text(Actor, 1_200, fault, _) == (
        "Row 1,200, Employees: “2,5” is not a whole number."
    )
    assert fault_text(Actor, 3, fault, SPANISH).startswith("Fila 3, Empleados:")


def test_fault_of_a_whole_row_names_no_field():
    fault = Fault(ROW, "", CellProblem("A relation needs two different actors."))

    assert fault_text(Actor, 2, fault, _) == "Row 2: A relation needs two different actors."


def test_new_row_says_what_it_brings_besides_its_name():
    (text,) = told(plan("Nombre;Tipo;Empleados\nUno;Proveedor;1200\n"))

    assert text == "Type: Supplier; Employees: 1,200"


def test_row_that_brings_much_is_cut():
    head = "Nombre;Tipo;Municipio;Fundación;Empleados;Ventas;Fuente;Web;Código\n"
    (text,) = told(plan(head + "Uno;Proveedor;Chota;1990;3;5;Censo;a.example;C1\n"))

    assert text.count("; ") == TOLD - 1
    assert text.endswith(" …")


def test_changed_row_says_before_and_after_and_a_dash_for_nothing():
    milk = link("Milk")
    known = actor("Uno", employees=3, link=milk.id)

    (text,) = told(plan("Nombre;Empleados;Municipio\nUno;40;Chota\n", milk, known))

    assert sorted(text.split("; ")) == ["Employees: 3 → 40", "Municipality: — → Chota"]


def test_every_complaint_of_a_row_is_told_with_its_column():
    rows = "".join(f"F{n};Proveedor;{n}\n" for n in range(9))
    made = plan("Nombre;Tipo;Empleados\n" + rows + "Uno;Panadero;-4\n")

    text = told(made)[-1]

    assert "Column B (Tipo): “Panadero” is not one of these" in text
    assert "Column C (Empleados): The smallest value is 0." in text


def test_rows_that_are_not_taken_say_why():
    made = plan("Nombre;Empleados\nUno;3\nTotal;3\nDos;4\n")

    assert [is_taken(made, row) for row in made.rows] == [True, False, True]
    assert told(made)[1] == "A row of totals."


def test_row_is_left_out_by_hand_and_taken_back():
    made = plan("Nombre;Empleados\nUno;3\nDos;4\n")
    place = Place("a", 2)

    without = exclude_row(made, place)
    again = include_row(without, place)

    assert [is_taken(without, row) for row in without.rows] == [False, True]
    assert told(without)[0] == "Excluded by hand."
    assert [row.outcome for row in again.rows] == [Outcome.ADD, Outcome.ADD]


@pytest.mark.parametrize(
    ("rows", "height"), [(0, HEAD + 44), (1, HEAD + 44), (3, HEAD + 132), (500, 400)]
)
def test_table_ends_where_its_rows_end_and_never_below_its_most(rows, height):
    assert table_height(rows, 400) == height
