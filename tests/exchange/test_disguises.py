"""One table in the many shapes people give it: whatever the shape, the same actors come in."""

import csv
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.styles import Font

from app.exchange.plan import Outcome
from app.exchange.planning import plan_import
from app.i18n import Reader, reader
from methodology.mapping import Actor, ActorKind, ChainLink
from methodology.process import Interview, Meeting
from methodology.project import Country, Currency, Language, Project
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.cluster import made

HEADINGS = {
    Language.SPANISH: ["Nombre", "Tipo", "Eslabón", "Empleados", "Ventas", "Núcleo duro"],
    Language.PORTUGUESE: ["Nome", "Tipo", "Elo", "Empregados", "Vendas", "Grupo gestor"],
    Language.ENGLISH: ["Name", "Type", "Link of the chain", "Employees", "Turnover", "Core group"],
}
KINDS = (ActorKind.PRODUCER, ActorKind.SUPPLIER, ActorKind.BUYER)
ROWS = (
    ("Lácteos Ñusta S.A.C.", KINDS[0], "Quesería", 1_250, Decimal("1234567.5"), True),
    ("Granja «El Prado»; anexo", KINDS[1], "Acopio", 0, Decimal("0.25"), False),
    ("São João, Irmãos", KINDS[2], "Quesería", 12, None, False),
)
PLACES = [
    (Country.PERU, Currency.PEN),
    (Country.SPAIN, Currency.EUR),
    (Country.CHILE, Currency.CLP),
    (Country.BRAZIL, Currency.BRL),
    (Country.PORTUGAL, Currency.EUR),
    (Country.UNITED_STATES, Currency.USD),
]


def speaking(place=PLACES[0], language=Language.SPANISH):
    return Reader(language, *place)


def words(_, language=Language.SPANISH, rows=ROWS):
    """Return the table as people type it: header and rows of texts."""
    yes, no = _("Yes"), _("No")
    body = [
        [
            name,
            _(kind.label),
            place,
            _.number(staff),
            "" if sales is None else _.number(sales, 2),
            yes if core else no,
        ]
        for name, kind, place, staff, sales, core in rows
    ]
    return [HEADINGS[language], *body]


def as_csv(table, separator=";", encoding="utf-8", quoting=csv.QUOTE_MINIMAL):
    file = StringIO()
    csv.writer(file, delimiter=separator, quoting=quoting).writerows(table)
    return file.getvalue().encode(encoding)


def as_workbook(table, *, above=(), below=(), sheet="Hoja1", left=0):
    book = Workbook()
    book.active.title = sheet
    for row in (*above, *([""] * left + [*row] for row in table), *below):
        book.active.append([cell if cell != "" else None for cell in row])
    return saved(book)


def saved(book):
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def actors(data, name="datos.csv", _=None, records=()):
    """Return the actors that an import would leave, link named, in the order of the file."""
    plan = plan_import(data, name, Snapshot(records), _ or speaking())
    assert plan.is_ready, [str(one.problem) for row in plan.rows for one in row.complaints]
    found = [row.record for row in plan.rows if isinstance(row.record, Actor)]
    created = {one.record.id: one.record.name for one in plan.names if one.record}
    return [
        (one.name, one.kind, created.get(one.link), one.employees, one.turnover, one.is_core)
        for one in found
    ]


EXPECTED = [
    (name, kind, place, staff, None if sales is None else int(sales * 100), core)
    for name, kind, place, staff, sales, core in ROWS
]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place[0].name)
@pytest.mark.parametrize("language", [*Language])
def test_table_typed_in_any_country_and_language(place, language):
    _ = speaking(place, language)

    assert actors(as_csv(words(_, language)), _=_) == EXPECTED


@pytest.mark.parametrize("language", [*Language])
def test_table_in_another_language_than_the_reader_s(language):
    foreign = words(speaking(language=language), language)

    assert actors(as_csv(foreign)) == EXPECTED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
def test_text_file_of_any_program(encoding, separator, quoting):
    data = as_csv(words(speaking()), separator, encoding, quoting)

    assert actors(data) == EXPECTED


@given(st.permutations(range(6)))
@settings(max_examples=25)
def test_columns_in_any_order(order):
    table = [[row[place] for place in order] for row in words(speaking())]

    assert actors(as_csv(table)) == EXPECTED


@given(st.permutations(range(3)))
def test_rows_in_any_order_keep_the_order_of_the_file(order):
    rows = [ROWS[place] for place in order]

    assert actors(as_csv(words(speaking(), rows=rows))) == [EXPECTED[place] for place in order]


@pytest.mark.parametrize("change", [str.upper, str.lower, str.title, lambda text: f"  {text} : "])
def test_headings_in_any_dress(change):
    header, *body = words(speaking())

    assert actors(as_csv([[*map(change, header)], *body])) == EXPECTED


@pytest.mark.parametrize("left", [0, 1, 3])
@pytest.mark.parametrize(
    "above",
    [(), (["Directorio de actores 2026"],), (["CÍTE Agroindustrial"], [], ["Actualizado en mayo"])],
)
def test_table_that_does_not_begin_in_the_corner(left, above):
    data = as_workbook(words(speaking()), above=above, left=left)

    assert actors(data, "datos.xlsx") == EXPECTED


def test_blank_rows_between_and_totals_and_notes_beneath():
    header, *body = words(speaking())
    spaced = [row for one in body for row in (one, [""] * 6)]
    below = (["Total", "", "", 1262], [], ["Fuente: encuesta propia"])

    assert actors(as_workbook([header, *spaced], below=below), "datos.xlsx") == EXPECTED


def test_numbers_as_numbers_and_yes_as_a_tick():
    header = HEADINGS[Language.SPANISH]
    body = [
        [name, speaking()(kind.label), place, staff, sales and float(sales), core]
        for name, kind, place, staff, sales, core in ROWS
    ]

    assert actors(as_workbook([header, *body]), "datos.xlsx") == EXPECTED


def test_unknown_columns_beside_those_that_are_known():
    header, *body = words(speaking())
    wide = [[*header, "Color favorito", "¿Vino?"], *([*row, "azul", "quizás"] for row in body)]

    assert actors(as_csv(wide)) == EXPECTED


def test_other_sheets_that_hold_no_table_are_left_alone():
    book = Workbook()
    book.active.title = "Léeme"
    book.active["A1"] = "Instrucciones para llenar esta planilla"
    book.active["A1"].font = Font(bold=True)
    sheet = book.create_sheet("Actores")
    for row in words(speaking()):
        sheet.append(row)

    assert actors(saved(book), "datos.xlsx") == EXPECTED


def test_formula_is_read_as_what_it_last_came_to_and_never_as_itself():
    header, *body = words(speaking())
    book = Workbook()
    for row in (header, *body):
        book.active.append(row)
    book.active["D2"] = "=1000+250"

    (first, *others) = actors(saved(book), "datos.xlsx")

    assert first == (*EXPECTED[0][:3], None, *EXPECTED[0][4:])
    assert others == EXPECTED[1:]


@pytest.mark.parametrize("dots", ["…", "-", "s/d", "n/d", "?"])
def test_mark_for_nothing_in_a_column_of_numbers_is_told_or_taken_for_nothing(dots):
    rows = [["Nombre", "Empleados"], ["Uno", "3"], ["Dos", "4"], ["Tres", "5"], ["Cuatro", dots]]

    plan = plan_import(as_csv(rows), "a.csv", Snapshot(), speaking())

    last = plan.rows[-1]
    assert last.outcome is Outcome.INVALID or last.record.employees is None
    assert [row.record.employees for row in plan.rows[:3]] == [3, 4, 5]


def test_second_import_of_the_same_table_in_another_shape_changes_nothing():
    project = made(Project, "p", name="Quesos")
    _ = reader(project)
    first = plan_import(as_csv(words(_)), "a.csv", Snapshot([project]), _)
    kept = [project, *(one.record for one in first.change_set.changes)]
    english = words(speaking(language=Language.ENGLISH), Language.ENGLISH)

    again = plan_import(as_workbook(english), "b.xlsx", Snapshot(kept), _)

    assert [row.outcome for row in again.rows] == [Outcome.UNCHANGED] * 3
    assert again.is_idle


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place[0].name)
def test_days_typed_by_the_country_are_those_days_in_any_sheet(place):
    _ = speaking(place)
    days = [date(2026, 2, 1), date(2026, 12, 31), date(2025, 4, 3)]
    table = [["Reunión", "Tipo", "Etapa", "Fecha"]]
    table += [
        [f"Mesa {n}", _("Workshop"), _(Stage.MAPPING.label), _.date(day, "long")]
        for n, day in enumerate(days)
    ]

    plan = plan_import(as_csv(table), "a.csv", Snapshot(), _, cls=Meeting)

    assert [row.record.held_on for row in plan.rows] == days


def test_interviews_bring_the_actors_they_name_once():
    table = [["Empresa", "Fecha"], ["Ñusta", "1/2/2026"], ["ÑUSTA", "3/4/2026"], ["Prado", ""]]

    plan = plan_import(as_csv(table), "a.csv", Snapshot(), speaking(), cls=Interview)

    assert [row.outcome for row in plan.rows] == [Outcome.ADD, Outcome.ADD, Outcome.INVALID]
    assert {row.record.actor for row in plan.rows[:2]} == {
        one.record.id for one in plan.names if one.name == "Ñusta"
    }


def test_link_that_is_known_is_meant_whatever_its_accents():
    link = made(ChainLink, "q", name="Quesería")
    table = [["Nombre", "Eslabón"], ["Uno", "QUESERIA"], ["Dos", " quesería "]]

    plan = plan_import(as_csv(table), "a.csv", Snapshot([link]), speaking(), cls=Actor)

    assert {row.record.link for row in plan.rows} == {link.id}
    assert plan.names == ()
