"""Plans of an import: what becomes of each row, and how decisions change it."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Annotated
from uuid import UUID, uuid4

import pytest
from openpyxl import Workbook

from app.exchange.plan import Outcome, Place
from app.exchange.planning import (
    choose_header,
    choose_type,
    confirm_match,
    exclude_row,
    give_meaning,
    include_row,
    map_column,
    plan_import,
    settle_name,
)
from app.exchange.reading import read_book
from app.i18n import reader
from app.store.changes import Edit, Put
from methodology.mapping import Actor, ActorKind, ChainLink, Contact, Tie, TieKind
from methodology.plan_rules import PlanRules
from methodology.project import ColumnMemory, Country, Currency, Language, Project
from methodology.record import REGISTRY, Called, Key, Label, Many, Name, Record
from methodology.snapshot import Snapshot
from methodology.text import N_

PROJECT = Project(
    id=uuid4(),
    name="Quesos",
    country=Country.SPAIN,
    currency=Currency.EUR,
    language=Language.SPANISH,
)
SPANISH = reader(PROJECT)
ADD, CHANGE, UNCHANGED, SKIPPED, INVALID = Outcome


def plan(text, *records, cls=None, name="datos.csv"):
    return plan_import(text.encode(), name, Snapshot((PROJECT, *records)), SPANISH, cls=cls)


def outcomes(made):
    return [row.outcome for row in made.rows]


def applied(made):
    """Return the project after an import, as a store would hold it."""
    kept = {record.id: record for record in made.snapshot}
    for change in made.change_set.changes:
        if isinstance(change, Put):
            assert change.record.id not in kept
            kept[change.record.id] = change.record
        elif isinstance(change, Edit):
            kept[change.id] = kept[change.id].model_copy(update=dict(change.values))
    return Snapshot(kept.values())


def again(made, text, name="datos.csv"):
    return plan_import(text.encode(), name, applied(made), SPANISH)


def actor(name, **values):
    return Actor(id=uuid4(), name=name, **values)


DIRECTORY = (
    "Directorio 2025;;;;\n"
    ";;;;\n"
    "Razón social;Tipo;Ventas (€);Trabajadores;Eslabón\n"
    "Lácteos Ñusta;Supplier;1.234.567,50;1.200;Acopio\n"
    ";;;;\n"
    "Él & Ella;proveedor;2,5;7;Acopio\n"
    "TOTAL;;1.234.570;1.207;\n"
    "Fuente: censo 2024;;;;\n"
)


def test_a_file_with_every_ill_is_read_row_by_row():
    made = plan(DIRECTORY)

    assert [(row.place.row, row.outcome) for row in made.rows] == [
        (4, ADD),
        (5, SKIPPED),
        (6, ADD if SPANISH("Supplier") == "Proveedor" else INVALID),
        (7, SKIPPED),
        (8, SKIPPED),
    ]
    first = made.rows[0].record
    assert (first.name, first.turnover, first.employees) == ("Lácteos Ñusta", 123_456_750, 1_200)
    assert first.kind is ActorKind.SUPPLIER
    assert [str(row.reason) for row in made.rows if row.reason] == [
        "An empty row.",
        "A row of totals.",
        "A note below the table.",
    ]
    assert [name.name for name in made.names] == ["Acopio"]


def test_importing_the_same_file_twice_changes_nothing():
    text = DIRECTORY.replace("proveedor", "supplier")
    made = plan(text)

    twice = again(made, text)

    assert made.is_ready
    assert twice.is_idle
    assert outcomes(twice) == [UNCHANGED, SKIPPED, UNCHANGED, SKIPPED, SKIPPED]


def test_a_row_skipped_by_its_looks_is_taken_in_by_hand():
    made = plan("Nombre;Empleados\nTotal;4\n")

    taken = include_row(made, Place("datos", 2))

    assert outcomes(made) == [SKIPPED]
    assert [row.words for row in taken.rows] == ["Total"]
    assert outcomes(taken) == [ADD]


def test_a_firm_called_total_something_is_no_total():
    assert outcomes(plan("Nombre;Tipo\nTotal Gas S.A.;supplier\n")) == [ADD]


def test_rows_match_by_code_then_by_name_and_only_what_is_filled_changes():
    by_code = actor("Vieja razón", code="A-1", employees=5, notes="queda")
    by_name = actor("Lácteos Ñusta", employees=7)
    text = "Código;Nombre;Trabajadores;Descripción\na-1;Nueva razón;6;\n;LACTEOS NUSTA;;fría\n"

    made = plan(text, by_code, by_name)

    assert outcomes(made) == [CHANGE, CHANGE]
    assert [[(c.attribute.name, c.before, c.after) for c in row.changes] for row in made.rows] == [
        [("name", "Vieja razón", "Nueva razón"), ("employees", 5, 6)],
        [("notes", "", "fría")],
    ]
    assert applied(made).get(Actor, by_name.id).name == "Lácteos Ñusta"


def test_the_hidden_id_wins_and_its_empty_cells_erase():
    known = actor("Uno", employees=5, notes="vieja", kind=ActorKind.BUYER)
    text = f"id:actor;Nombre;Descripción;Trabajadores\n{known.id};Otro nombre;;8\n"

    made = plan(text, known)

    after = applied(made).get(Actor, known.id)
    assert (after.name, after.notes, after.employees) == ("Otro nombre", "", 8)
    assert after.kind is ActorKind.BUYER


def test_an_empty_needed_cell_of_our_own_export_is_invalid():
    known = actor("Uno")

    made = plan(f"id:actor;Nombre;Notas\n{known.id};;x\n", known)

    (row,) = made.rows
    assert row.outcome is INVALID
    assert (row.complaints[0].column, str(row.complaints[0].problem)) == (
        "B",
        "Something is missing here.",
    )


def test_a_row_copied_with_its_hidden_id_is_a_new_record():
    known = actor("Uno")

    made = plan(f"id:actor;Nombre\n{known.id};Uno\n{known.id};Dos\n", known)

    assert outcomes(made) == [UNCHANGED, ADD]
    assert {row.name for row in applied(made).all(Actor)} == {"Uno", "Dos"}


def test_an_unknown_hidden_id_falls_back_on_the_name_and_is_kept_when_new():
    known, other = actor("Uno"), uuid4()

    made = plan(f"id:actor;Nombre\n{uuid4()};UNO\n{other};Dos\n", known)

    assert outcomes(made) == [UNCHANGED, ADD]
    assert made.rows[1].record.id == other


def test_another_project_s_settings_stay_out_unless_taken_in():
    text = f"id:project;Project name\n{uuid4()};Otro\n"
    made = plan(text)

    taken = include_row(made, Place("datos", 2))

    assert outcomes(made) == [SKIPPED]
    assert outcomes(taken) == [CHANGE]
    assert applied(taken).one(Project).name == "Otro"


def test_an_invalid_row_names_row_column_and_remedy_and_blocks_until_it_is_excluded():
    made = plan("Nombre;Trabajadores;Export share\nA;1;101\nB;dos;5\nC;3;10\n", cls=Actor)

    lines = [
        (row.place.row, complaint.column, complaint.heading, complaint.typed)
        for row in made.rows
        for complaint in row.complaints
    ]
    assert lines == [(2, "C", "Export share", "101"), (3, "B", "Trabajadores", "dos")]
    assert "Write it like" in str(made.rows[1].complaints[0].problem)
    assert not made.is_ready
    cured = exclude_row(exclude_row(made, Place("datos", 2)), Place("datos", 3))
    assert cured.is_ready
    assert outcomes(cured) == [SKIPPED, SKIPPED, ADD]
    assert outcomes(include_row(cured, Place("datos", 2)))[0] is INVALID


def test_leaving_the_column_out_cures_its_complaints():
    made = plan("Nombre;Trabajadores\nA;uno\nB;2\n", cls=Actor)

    cured = map_column(made, "datos", 1, None)

    assert outcomes(made) == [INVALID, ADD]
    assert outcomes(cured) == [ADD, ADD]
    assert str(cured.tab("datos").left_out[1]) == "Left out by hand."


def test_a_column_corrected_by_hand_is_remembered_by_the_next_import():
    text = "Nombre;Sede\nA;Lima\n"
    made = map_column(plan(text), "datos", 1, "place")

    later = again(made, "Nombre;SEDE\nB;Cusco\n")

    assert applied(made).all(ColumnMemory)[0].heading == "sede"
    assert later.tab("datos").columns == {0: "name", 1: "place"}
    assert again(made, text).is_idle


def test_a_field_moves_from_one_column_to_another():
    made = plan("Nombre;Marca\nA S.A.C.;A\n")

    moved = map_column(made, "datos", 1, "name")

    assert moved.tab("datos").columns == {1: "name"}
    assert moved.rows[0].record.name == "A"


def test_texts_of_several_columns_are_joined():
    text = "Nombre;Descripción;Historia\nA;uno;dos\n"

    made = map_column(plan(text), "datos", 2, "notes")

    assert made.rows[0].record.notes == "uno\n\ndos"
    assert again(made, text).is_idle


def test_people_s_own_categories_are_given_a_meaning():
    made = plan("Nombre;Tipo\nA;Quesería\nB;QUESERIA\n", cls=Actor)

    meant = give_meaning(made, "actor", "kind", "Quesería", "Final producer")

    assert outcomes(made) == [INVALID, INVALID]
    assert [row.record.kind for row in meant.rows] == [ActorKind.PRODUCER, ActorKind.PRODUCER]


def test_a_name_spelled_twice_is_proposed_and_confirmed():
    known = actor("Quesería El Molino S.A.C.")
    text = "Nombre;Trabajadores\nQueseria el molino;8\nLa Loma SRL;1\nLa Loma S.R.L;1\n"

    made = plan(text, known)

    doubts = {row.place.row: [found.words for found in row.candidates] for row in made.doubts}
    assert doubts == {2: ["Quesería El Molino S.A.C."], 4: ["La Loma SRL"]}
    same = confirm_match(made, Place("datos", 2), known.id)
    same = confirm_match(same, Place("datos", 4), made.rows[1].record.id)
    assert not same.doubts
    assert [[found.id for found in row.candidates] for row in same.rows] == [
        [known.id],
        [],
        [made.rows[1].record.id],
    ]
    assert outcomes(same) == [CHANGE, ADD, SKIPPED]
    assert applied(same).get(Actor, known.id).name == "Quesería El Molino S.A.C."
    apart = confirm_match(made, Place("datos", 2), None)
    assert [row.place.row for row in apart.doubts] == [4]
    assert outcomes(apart) == [ADD, ADD, ADD]


def test_a_row_repeated_in_the_file_completes_the_first_or_contradicts_it():
    made = plan("Nombre;Trabajadores;Web\nA;1;\na;;a.pe\nB;1;\nB;2;\n")

    assert outcomes(made) == [ADD, SKIPPED, ADD, INVALID]
    assert made.rows[0].record.website == "a.pe"
    assert "Row 4 is the same record" in str(made.rows[3].complaints[0].problem)
    assert made.rows[3].complaints[0].column == "B"


def test_relations_among_actors_that_do_not_exist_create_them():
    made = plan("from,to\nAcciaiuoli,Medici\nMedici,Albizzi\nMEDICI,Ginori\n")

    assert made.tab("datos").cls is Tie
    assert [name.name for name in made.names] == ["Acciaiuoli", "Medici", "Albizzi", "Ginori"]
    assert [len(name.rows) for name in made.names] == [1, 3, 1, 1]
    after = applied(made)
    names = {row.id: row.name for row in after.all(Actor)}
    assert [(names[tie.source], names[tie.target]) for tie in after.all(Tie)] == [
        ("Acciaiuoli", "Medici"),
        ("Medici", "Albizzi"),
        ("Medici", "Ginori"),
    ]
    assert made.rows[0].words.startswith("Acciaiuoli · Medici")


def test_an_unknown_name_that_looks_like_a_known_one_is_settled_by_hand():
    known = actor("Tornabuoni")
    made = plan("from,to\nTornabuonni,Ridolfi\n", known)
    (doubt,) = made.doubts

    same = settle_name(made, "actor", "Tornabuonni", known.id)
    new = settle_name(made, "actor", "Tornabuonni", None)

    assert [found.id for found in doubt.candidates] == [known.id]
    assert (same.rows[0].record.source, same.doubts) == (known.id, ())
    assert len(applied(same).all(Actor)) == 2
    assert (len(applied(new).all(Actor)), new.doubts) == (3, ())


def test_a_name_that_cannot_be_created_alone_is_refused():
    made = plan("Reunión;Actor\nTaller 1;A\n", name="a.csv")

    assert [str(found.problem) for found in made.rows[0].complaints] == [
        "“Taller 1” is not in the table “Meetings”."
    ]


def test_a_number_where_names_belong_makes_nobody():
    rows = "O1;Lotes;4\nO2;Tostado;Dulces Ana\n"
    made = plan(f"Código;Opción estratégica;Empresas que ya están\n{rows}", name="a.csv")

    assert [name.name for name in made.names] == ["Dulces Ana"]
    assert [str(found.problem) for found in made.rows[0].complaints] == [
        "“4” is not in the table “Actors”."
    ]


def test_a_relation_of_an_actor_with_itself_is_refused_as_a_whole():
    made = plan("from,to\nA,a\n")

    assert str(made.rows[0].complaints[0].problem) == "A relation needs two different actors."


def test_the_same_relation_twice_counts_once():
    assert outcomes(plan("from,to\nA,B\nA,B\n")) == [ADD, SKIPPED]


def test_a_second_record_with_the_name_of_another_is_refused():
    one, two = actor("Uno", code="1"), actor("Dos", code="2")

    made = plan("Código;Nombre\n1;Dos\n", one, two)
    swapped = plan("Código;Nombre\n1;Dos\n2;Uno\n", one, two)

    assert "called like this already" in str(made.rows[0].complaints[0].problem)
    assert outcomes(swapped) == [CHANGE, CHANGE]


def workbook(**sheets):
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        for row in rows:
            (book[name] if name in book.sheetnames else book.create_sheet(name)).append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_sheets_of_one_file_name_each_other_s_rows():
    data = workbook(
        Relaciones=[["Origen", "Destino"], ["Uno", "Dos"]],
        Personas=[["Persona", "Empresa"], ["Ana", "dos"]],
        Actores=[["Nombre", "Eslabón"], ["Uno", "Acopio"], ["Dos", "Acopio"]],
        Eslabones=[["Eslabón", "Orden"], ["Acopio", 2]],
    )

    made = plan_import(data, "todo.xlsx", Snapshot([PROJECT]), SPANISH)
    after = applied(made)

    assert made.is_ready
    assert not made.names
    (link,) = after.all(ChainLink)
    assert {row.link for row in after.all(Actor)} == {link.id}
    assert len(after.all(Tie)) == len(after.all(Contact)) == 1
    assert plan_import(data, "todo.xlsx", after, SPANISH).is_idle


def test_a_renamed_actor_is_found_by_both_names():
    known = actor("Viejo")
    data = workbook(
        Actores=[["id:actor", "Nombre"], [str(known.id), "Nuevo"]],
        Relaciones=[["Origen", "Destino"], ["Viejo", "Otro"], ["Otro", "Nuevo"]],
    )

    made = plan_import(data, "a.xlsx", Snapshot([PROJECT, known]), SPANISH)

    assert [name.name for name in made.names] == ["Otro"]
    ties = applied(made).all(Tie)
    assert (ties[0].source, ties[1].target) == (known.id, known.id)


def test_records_that_point_to_their_own_kind_are_imported_together():
    class Firm(Record):
        table = "probe_firm"
        title = N_("Actors")

        name: Annotated[Name, Label(N_("Name")), Key(), Called("sociedad matriz")]
        partners: Annotated[tuple[UUID, ...], Label(N_("To")), Many("probe_firm")] = ()

    try:
        text = "sociedad matriz;To\nA;B; C\n".replace("B; C", '"B; C"') + "B;A\n"
        made = plan(text, cls=Firm)
        after = {row.name: row for row in applied(made).all(Firm)}
    finally:
        REGISTRY.pop("probe_firm")

    assert [name.name for name in made.names] == ["C"]
    assert after["A"].partners == (after["B"].id, after["C"].id)
    assert after["B"].partners == (after["A"].id,)


def test_a_sheet_is_given_another_type_header_or_left_out():
    made = plan("alfa;beta\nNombre;Zona\nUno;Lima\n")

    header = choose_header(choose_type(made, "datos", ChainLink), "datos", 2)
    nothing = choose_type(header, "datos", None)

    assert made.tab("datos").header == 2
    assert [row.record.name for row in header.rows if row.record] == ["Uno"]
    assert isinstance(header.rows[0].record, ChainLink)
    assert (nothing.rows, nothing.is_idle) == ((), True)


def test_hidden_sheets_are_not_imported():
    book = Workbook()
    book.active.append(["Nombre"])
    book.active.append(["Uno"])
    hidden = book.create_sheet("Actores viejos")
    hidden.append(["Nombre"])
    hidden.append(["Dos"])
    hidden.sheet_state = "hidden"
    file = BytesIO()
    book.save(file)

    made = plan_import(file.getvalue(), "a.xlsx", Snapshot([PROJECT]), SPANISH, cls=Actor)

    assert [row.record.name for row in made.rows] == ["Uno"]


def test_odd_things_in_the_sheets_that_are_read_are_told():
    data = workbook(Actores=[["Nombre", "Trabajadores"], ["Uno", "=1+1"]])

    made = plan_import(data, "a.xlsx", Snapshot([PROJECT]), SPANISH)

    assert len(made.notes) == len(read_book(data, "a.xlsx").sheets[0].notes) == 1


def test_dates_numbers_and_formulas_as_text_stay_what_they_are():
    text = (
        "Origen;Destino;Tipo;Fecha;Nota\n"
        'A;B;supply;12/06/2026;=HYPERLINK("http://x")\n'
        "A;C;supply;12 de junio de 2026;@SUM(A1)\n"
    )

    made = plan(text)

    first, second = (row.record for row in made.rows)
    assert first.reported_on == second.reported_on == date(2026, 6, 12)
    assert (first.note, second.note) == ('=HYPERLINK("http://x")', "@SUM(A1)")
    assert first.kind is TieKind.SUPPLY


def test_statistics_keep_their_decimals():
    made = plan("Indicador;Año;Valor\nexports;2024;1.234,5678\nexports;2023;7\n")

    assert [row.record.value for row in made.rows] == [Decimal("1234.5678"), Decimal(7)]


def test_the_same_seed_makes_the_same_records():
    text = "from,to\nA,B\n"
    seed = uuid4()

    first, second = (
        plan_import(text.encode(), "a.csv", Snapshot(), SPANISH, seed=seed) for _ in range(2)
    )

    assert first.change_set == second.change_set


def test_a_thousand_rows_with_near_names_are_planned_whole():
    rows = "".join(f"Quesería número {n:04d} del valle;{n}\n" for n in range(1_000))
    known = [actor(f"Granja {n} del río") for n in range(300)]

    made = plan("Nombre;Trabajadores\n" + rows, *known)

    assert made.counts[ADD] == 1_000


@pytest.mark.parametrize("name", ["Él\u00a0Molino", "  El  Molino "])
def test_spaces_of_any_kind_do_not_make_another_actor(name):
    assert outcomes(plan(f"Nombre\n{name}\n", actor("El Molino"))) == [UNCHANGED]


def test_numbers_in_thousands_or_millions_are_multiplied_and_it_is_told():
    made = plan("Nombre;Ventas (miles €);Trabajadores\nA;1.234,5678;3\nB;;4\n")

    assert [(row.record.turnover, row.record.employees) for row in made.rows] == [
        (123_456_780, 3),
        (None, 4),
    ]
    assert [str(note) for note in made.notes] == [
        "The numbers below “Ventas (miles €)” are multiplied by 1000."
    ]
    assert plan("Nombre;Faturamento (€ milhões)\nA;1,2345\n").rows[0].record.turnover == 123_450_000


def test_amounts_in_another_currency_are_left_out_until_a_person_assigns_them():
    made = plan("Nombre;Ventas (USD)\nA;5\n")

    assert made.tab("datos").columns == {0: "name"}
    assert "another currency" in str(made.tab("datos").left_out[1])
    assert map_column(made, "datos", 1, "turnover").rows[0].record.turnover == 500


def test_the_same_hidden_id_on_two_sheets_makes_two_records():
    key = uuid4()
    book = Workbook()
    first, second = book.active, book.create_sheet("Eslabones")
    for sheet, table, name in ((first, "actor", "Quesería"), (second, "chain_link", "Acopio")):
        sheet.append([f"id:{table}", "Nombre"])
        sheet.append([str(key), name])
    file = BytesIO()
    book.save(file)

    made = plan_import(file.getvalue(), "otro.xlsx", Snapshot((PROJECT,)), SPANISH)

    assert outcomes(made) == [ADD, ADD]
    assert len({row.record.id for row in made.rows}) == 2


def test_an_id_of_another_table_in_the_hidden_column_makes_a_new_record():
    link = ChainLink(id=uuid4(), name="Acopio")

    made = plan(f"id:actor;Nombre\n{link.id};Quesería\n", link)

    assert outcomes(made) == [ADD]
    assert made.rows[0].record.id != link.id


def test_an_id_in_a_reference_means_its_record_or_nothing_and_is_never_a_name():
    link, other = ChainLink(id=uuid4(), name="Acopio"), actor("A")

    made = plan(f"Nombre;Eslabón\nB;{link.id}\nC;{other.id}\n", link, other)

    assert made.rows[0].record.link == link.id
    assert outcomes(made) == [ADD, INVALID]
    assert "is not in the table “Links of the chain”" in str(made.rows[1].complaints[0].problem)
    assert made.names == ()


def test_a_name_with_and_without_invisible_signs_is_created_once():
    made = plan("De;A\nQuesería\u200b;Leche\nQue\u00adsería;Forraje\n", cls=Tie)

    assert outcomes(made) == [ADD, ADD]
    assert sorted(name.record.name for name in made.names) == ["Forraje", "Leche", "Quesería"]
    assert made.rows[0].record.source == made.rows[1].record.source


def test_another_currency_is_refused_in_columns_of_thousands_too():
    made = plan("Nombre;Ventas en miles\nA;5\nB;6\nC;US$ 7\n")

    assert outcomes(made) == [ADD, ADD, INVALID]
    assert [row.record.turnover for row in made.rows[:2]] == [500_000, 600_000]
    assert "another currency" in str(made.rows[2].complaints[0].problem)


def test_only_numbers_are_said_to_be_multiplied():
    made = plan("Nombre;Notas (miles);Ventas miles\nA;x;5\n")

    assert [note.values["heading"] for note in made.notes] == ["Ventas miles"]


@pytest.mark.parametrize(
    "said", ["n/d", "s/d", "n.d.", "NA", "N/A", "-", "—", "sin dato", "Sem dados"]
)
def test_words_for_no_datum_are_empty_numbers_and_dates_and_it_is_told(said):
    text = f"Nombre;Empleados;Ventas en miles\nA;{said};{said}\nB;3;5\n"

    made = plan(text)

    assert outcomes(made) == [ADD, ADD]
    assert [(row.record.employees, row.record.turnover) for row in made.rows] == [
        (None, None),
        (3, 500_000),
    ]
    assert sum("no datum" in str(note) for note in made.notes) == 2


@pytest.mark.parametrize("said", ["n/d", "S/I", "N/A", "—", "no aplica", "Sin dato"])
def test_words_for_no_datum_are_no_type_no_answer_and_nobody_s_name(said):
    made = plan(f"Nombre;Tipo;Eslabón;Segmentos;Núcleo duro\nA;{said};{said};{said};{said}\n")

    assert outcomes(made) == [ADD]
    assert made.names == ()
    row = made.rows[0].record
    assert (row.kind, row.link, row.segments, row.is_core) == (None, None, (), False)
    assert sum("no datum" in str(note) for note in made.notes) == 4


def test_what_is_called_like_no_datum_keeps_its_name_in_references():
    link = ChainLink(id=uuid4(), name="N/A")

    made = plan("Nombre;Eslabón\nA;N/A\n", link)

    assert made.rows[0].record.link == link.id


def test_no_datum_where_a_type_would_be_assumed_is_refused():
    made = plan("De;A;Tipo de relación\nUno;Dos;n/d\n")

    assert outcomes(made) == [INVALID]


@pytest.mark.parametrize("several", ["Dos; Tres", '"Dos\nTres"', "Dos;\xa0Tres;"])
def test_several_names_where_one_belongs_are_told_and_create_nobody(several):
    text = f"De,A,Relación\nUno,{several},Formación\n"

    made = plan(text)

    assert outcomes(made) == [INVALID]
    assert [name.name for name in made.names] == ["Uno"]
    assert "una fila para cada" in made.rows[0].complaints[0].problem.text(SPANISH)


def test_a_name_with_a_semicolon_that_is_known_is_one_name():
    known = Actor(id=uuid4(), name="Dos; Tres")

    made = plan("De,A,Relación\nUno,Dos; Tres,Formación\n", known)

    assert made.rows[0].record.target == known.id


def test_shares_that_formulas_give_are_rounded_to_whole_per_cents_and_it_is_told():
    book = Workbook()
    for row in (["Nombre", "Exportación"], ["A", 1 / 3], ["B", 0.255], ["C", "40,4 %"], ["D", 0.1]):
        book.active.append(row)
    for cell in book.active["B"]:
        cell.number_format = "0.0%"
    file = BytesIO()
    book.save(file)

    made = plan_import(file.getvalue(), "a.xlsx", Snapshot(()), SPANISH)

    assert [row.record.export_share for row in made.rows] == [33, 26, 40, 10]
    assert [note.text(SPANISH) for note in made.notes] == [
        "Proporciones debajo de «Exportación» redondeadas a porcentajes enteros: 3."
    ]


def test_a_share_of_one_is_not_taken_for_less_than_one_per_cent():
    made = plan("Nombre;Exportación\nA;10\nB;20\nC;0,4\n")

    assert outcomes(made) == [ADD, ADD, INVALID]


def test_a_year_is_read_from_a_date_and_what_is_none_is_told_as_a_year():
    made = plan("Nombre;Fundación\nA;1998\nB;31/12/1999\nC;2001-05-01\nD;aprox. 2003\n")

    assert [row.record.founded for row in made.rows if row.record] == [1998, 1999, 2001]
    assert made.rows[3].complaints[0].problem.text(SPANISH) == (
        "«aprox. 2003» no es un año. Escribirlo como 1998."
    )


def test_dates_the_other_way_round_are_told_for_the_sake_of_their_neighbours():
    text = "Reunión;Tipo;Etapa;Fecha\nA;Taller;Mapeo;04/15/2025\nB;Taller;Mapeo;04/03/2025\n"

    made = plan(text)

    assert [row.record.held_on for row in made.rows] == [date(2025, 4, 15), date(2025, 3, 4)]
    assert [note.text(SPANISH) for note in made.notes] == [
        "Fechas debajo de «Fecha» con el día y el mes al revés: 1. "
        "Revisar las demás, que se leen como 30/06/2026."
    ]


def test_signs_that_nobody_sees_make_no_row_and_spoil_no_number():
    made = plan(
        "Nombre;Tipo;Empleados\n\u200bA;Proveedor\u200b;\u200e12\n\u200b;\ufeff;\xa0\nB;;3\n"
    )

    assert outcomes(made) == [ADD, SKIPPED, ADD]
    assert [row.record.employees for row in made.rows if row.record] == [12, 3]


def test_no_datum_changes_nothing_that_is_known():
    known = Actor(id=uuid4(), name="A", employees=7)

    made = plan("Nombre;Empleados\nA;n/d\n", known)

    assert outcomes(made) == [UNCHANGED]


def test_what_goes_nowhere_and_what_is_assumed_is_told_before_and_in_the_act():
    made = plan(
        "Origen;Destino;Color;;Tipo\nUno;Dos;rojo;x;Training\nDos;Tres;azul;y;\n", name="lazos.csv"
    )

    (left_out,) = made.left_out
    told = [note.text(SPANISH) for note in made.notes]
    assert left_out.text(SPANISH) == "Columnas de «lazos» que quedan fuera: Color; D."
    assert told == [
        "Lo que «lazos» no dice de sus filas nuevas se da por supuesto: "
        "Relación: Proyecto conjunto, Reportada por: El equipo."
    ]
    assert made.change_set.values == {
        "file": "lazos.csv",
        "columns": "Color; D",
        "assumed": "Relación: Proyecto conjunto, Reportada por: El equipo",
    }


def test_nothing_is_told_of_a_file_that_says_all():
    made = plan("Origen;Destino;Relación;Reportada por\nUno;Dos;Training;El equipo\n")

    assert (outcomes(made), made.left_out, made.notes) == ([ADD], (), ())
    assert made.change_set.values == {"file": "datos.csv"}


def test_the_method_s_own_rules_are_no_assumption():
    made = plan("Primer día del plan;Parte pública: redes cerradas\n2026-11-16;50\n", cls=PlanRules)

    assert (outcomes(made), made.notes) == ([ADD], ())
    assert made.change_set.values == {"file": "datos.csv"}


def test_of_many_columns_left_out_the_first_are_named():
    heads = ";".join(f"Rareza {place}" for place in range(12))
    made = plan(f"Nombre;{heads}\nUno;{';'.join('abcdefghijkl')}\n")

    (left_out,) = made.left_out
    assert left_out.values["columns"].endswith("Rareza 6; Rareza 7 (+4)")


def merged_ties():
    book = Workbook()
    rows = (
        ["Origen", "Destino", "Relación", "Intensidad"],
        ["Uno", "Dos", "Training", 3],
        [None, "Tres", None, None],
        [None, None, None, None],
        ["Cuatro", "Dos", "Training", 1],
    )
    for row in rows:
        book.active.append(row)
    for block in ("A2:A4", "C2:C3", "D2:D3"):
        book.active.merge_cells(block)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_what_is_merged_over_rows_counts_for_each_but_numbers_do_not():
    made = plan_import(merged_ties(), "lazos.xlsx", Snapshot([PROJECT]), SPANISH, cls=Tie)

    ties = [row.record for row in made.rows if row.outcome is ADD]
    called = {record.id: record.name for record in applied(made).all(Actor)}
    assert [(called[tie.source], called[tie.target], tie.kind) for tie in ties] == [
        ("Uno", "Dos", TieKind.TRAINING),
        ("Uno", "Tres", TieKind.TRAINING),
        ("Cuatro", "Dos", TieKind.TRAINING),
    ]
    assert [tie.intensity for tie in ties] == [3, 2, 1]  # 2 where it is not said
    assert outcomes(made)[2] is SKIPPED
    told = [note.text(SPANISH) for note in made.notes]
    assert told[:2] == [
        "Lo combinado debajo de «Origen» vale para cada una de sus filas: 2–4.",
        "Lo combinado debajo de «Relación» vale para cada una de sus filas: 2–3.",
    ]


def test_a_shortened_choice_is_guessed_where_only_one_begins_so_and_told():
    made = plan("Nombre;Tipo\nUno;Prov.\nDos;prov\nTres;Pro.\nCuatro;Pr\n")

    kinds = [row.record.kind if row.record else None for row in made.rows]
    assert kinds == [ActorKind.SUPPLIER, ActorKind.SUPPLIER, None, None]
    assert outcomes(made) == [ADD, ADD, INVALID, INVALID]
    assert [note.text(SPANISH) for note in made.notes] == [
        "Se supone que «Prov.» quiere decir «Proveedor»; filas: 1.",
        "Se supone que «prov» quiere decir «Proveedor»; filas: 1.",
    ]


def test_a_choice_said_in_more_words_is_guessed_and_told():
    made = plan("Nombre;Tipo\nUno;Proveedor de leche\nDos;asociacion gremial\n")

    assert [row.record.kind for row in made.rows] == [ActorKind.SUPPLIER, ActorKind.ASSOCIATION]
    assert [note.text(SPANISH) for note in made.notes] == [
        "Se supone que «Proveedor de leche» quiere decir «Proveedor»; filas: 1.",
        "Se supone que «asociacion gremial» quiere decir «Asociación»; filas: 1.",
    ]


def test_nothing_is_guessed_of_a_type_that_says_what_every_row_is():
    made = plan("Nombre;Tipo\nUno;Empresa\nDos;Empresa de servicios turísticos\n")

    assert outcomes(made) == [INVALID, ADD]
    assert made.rows[1].record.kind is ActorKind.SERVICES


def test_another_table_above_the_headings_is_told():
    made = plan("Mes;Total\nEnero;3\n;\nNombre;Tipo;Web\nUno;Proveedor;uno.pe\n")

    assert [row.record.name for row in made.rows] == ["Uno"]
    assert [note.text(SPANISH) for note in made.notes] == [
        "En «datos» no se leen estas filas, que están encima de los encabezados de la fila 4: 1; 2."
    ]


def test_the_guess_of_a_shortened_choice_is_corrected_by_hand():
    made = give_meaning(plan("Nombre;Tipo\nUno;Prov.\n"), "actor", "kind", "Prov.", "Comprador")

    assert [row.record.kind for row in made.rows] == [ActorKind.BUYER]
    assert made.guessed == {}
