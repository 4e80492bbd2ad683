"""What the grid and the import show, before any browser sees it."""

from collections.abc import Iterator
from typing import Annotated
from uuid import UUID, uuid4

import pytest

from app.exchange.editing import Editor, Fault
from app.exchange.open_table import OpenTable, View
from app.exchange.plan import Outcome, Place
from app.exchange.planning import choose_type, exclude_row, map_column, plan_import
from app.i18n import Reader
from app.widgets.columns import NUMBER, OPEN, advice, columns, configuration, frame, label
from app.widgets.faults import fault_text
from app.widgets.import_columns import field_words, samples
from app.widgets.import_rows import details, is_taken
from methodology.mapping import Actor, Tie
from methodology.project import Country, Currency, Language, Project
from methodology.record import REGISTRY, Key, Kind, Label, Many, Name, Record, attribute, fields
from methodology.records import record_types
from methodology.snapshot import Snapshot
from methodology.text import Problem
from tests.samples import random_snapshot

_ = Reader(Language.ENGLISH, Country.COLOMBIA, Currency.COP)
GRIDS = [cls for cls in record_types() if not cls.is_single and not cls.is_internal]


@pytest.fixture
def probe() -> Iterator[type[Record]]:
    """Give a record type that only this test knows."""

    class Probe(Record):
        """A row to try with."""

        table = "probe"
        title = "Probes"

        name: Annotated[Name, Label("Probe"), Key()]
        actors: Annotated[tuple[UUID, ...], Label("Actors seen"), Many("actor")] = ()
        is_odd: Annotated[bool, Label("Odd")] = False

    yield Probe
    REGISTRY.pop("probe")


@pytest.mark.parametrize("cls", GRIDS, ids=lambda cls: cls.table)
@pytest.mark.parametrize("is_chosen", [False, True])
def test_every_record_type_has_a_grid_with_all_its_rows(cls, is_chosen):
    snapshot = random_snapshot(3)
    sheet = OpenTable(cls, snapshot, _)

    table = frame(sheet, {}, _, is_chosen=is_chosen)

    assert len(table) == len(snapshot.all(cls)) == len(sheet.rows)
    assert list(table.columns) == [OPEN, NUMBER, *(each.name for each in columns(cls))]
    shown = configuration(Editor(cls, snapshot, _), _, is_chosen=is_chosen, opener={"key": "open"})
    assert shown.keys() == set(table.columns)


def test_long_texts_have_the_form_and_everything_else_a_column():
    left_out = {each.name for each in fields(Actor)} - {each.name for each in columns(Actor)}

    assert left_out == {"notes", "position"}


def test_a_test_only_record_type_has_a_grid_without_another_edit(probe):
    actor = Actor(id=uuid4(), name="Andes; Hijos")
    seen = probe(id=uuid4(), name="One", actors=(actor.id,), is_odd=True)

    sheet = OpenTable(probe, Snapshot([actor, seen]), _)
    typed = frame(sheet, {}, _, is_chosen=False)
    chosen = frame(sheet, {seen.id: 2}, _, is_chosen=True)

    assert typed.loc[0, "actors"] == '"Andes; Hijos"'
    assert typed.loc[0, "is_odd"] == "Yes"
    assert (chosen.loc[0, "actors"], bool(chosen.loc[0, "is_odd"])) == (["Andes; Hijos"], True)
    assert chosen.loc[0, OPEN] == "Open (2)"


def test_labels_say_the_unit_and_the_currency():
    assert label(attribute(Actor, "turnover"), _) == "Turnover (COP)"
    assert label(attribute(Actor, "export_share"), _) == "Export share (% of sales)"


def test_advice_lists_the_words_to_choose_from():
    told = advice(attribute(Actor, "inclusion"), _)

    assert told.endswith("Inside, Periphery, and Outside")


def test_a_fault_names_row_and_column():
    fault = Fault(uuid4(), "employees", Problem("“{text}” is not a number.", text="doce"))

    assert fault_text(Actor, 1200, fault, _) == "Row 1.200, Employees: “doce” is not a number."


@pytest.mark.parametrize("cls", GRIDS, ids=lambda cls: cls.table)
def test_opening_a_table_and_typing_nothing_changes_nothing(cls):
    editor = Editor(cls, random_snapshot(5), _)

    changed = [editor.amend(line, editor.shown(line)) for line in editor.lines()]

    assert [change for amended in changed for change in amended.changes] == []
    assert [fault for amended in changed for fault in amended.faults] == []


@pytest.mark.parametrize("cls", GRIDS, ids=lambda cls: cls.table)
def test_every_field_can_be_ordered_by(cls):
    snapshot = random_snapshot(7)
    every = {row.id for row in snapshot.all(cls)}

    for each in columns(cls):
        sheet = OpenTable(cls, snapshot, _, View(sort=each.name, is_descending=True))
        assert set(sheet.rows) == every


def test_equal_labels_are_told_apart():
    for cls in record_types():
        words = field_words(cls, _)
        assert len(set(words.values())) == len(words)


def plan_of(text: str):
    project = Project(id=uuid4(), name="Quesos")
    known = Actor(id=uuid4(), name="Andes", employees=10)
    return plan_import(text.encode(), "x.csv", Snapshot([project, known]), _)


def test_the_details_of_a_row_say_what_it_changes_or_why_it_cannot_be_read():
    plan = plan_of("Name;Employees\nAndes;11\nNuevo;7\nMalo;doce\n")

    told = {row.words: details(plan, row, _) for row in plan.rows}

    assert told["Andes"] == "Employees: 10 → 11"
    assert told["Nuevo"] == "Employees: 7"
    assert told["Malo"].startswith("Column B (Employees): “doce”")


def test_a_row_left_out_is_not_taken():
    plan = plan_of("Name;Employees\nAndes;11\nMalo;doce\n")
    place = Place(plan.tabs[0].sheet.name, 3)

    after = exclude_row(plan, place)

    assert [is_taken(plan, row) for row in plan.rows] == [True, True]
    assert [is_taken(after, row) for row in after.rows] == [True, False]
    assert after.counts[Outcome.INVALID] == 0


def test_samples_are_the_first_different_values():
    plan = plan_of("Name;Type\nA;Buyer\nB;Buyer\nC;Supplier\nD;\nE;Other\nF;More\n")

    assert samples(plan.tabs[0], 1) == "Buyer | Supplier | Other"


def test_a_corrected_column_reads_into_its_field():
    plan = map_column(plan_of("Name;Staff of ours\nNuevo;7\n"), "x", 1, "employees")

    assert [row.record.employees for row in plan.rows] == [7]


def test_a_sheet_can_be_taken_for_another_table():
    plan = plan_of("from;to\nAndes;Nuevo\n")

    assert plan.tabs[0].cls is Tie
    assert choose_type(plan, plan.tabs[0].sheet.name, None).tabs[0].cls is None


def test_only_money_and_numbers_stand_at_the_right():
    shown = configuration(Editor(Actor, Snapshot(), _), _, is_chosen=False, opener={"key": "open"})

    texts = {name: column for name, column in shown.items() if name != OPEN}
    right = {name for name, column in texts.items() if column.get("alignment") == "right"}

    numbers = {
        each.name
        for each in columns(Actor)
        if each.kind in (Kind.INTEGER, Kind.MONEY) and not each.is_year
    }
    assert right == {NUMBER, *numbers}
