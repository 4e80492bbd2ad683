"""The workbook: made to be filled in, safe to open, and read back without loss."""

import re
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Annotated
from uuid import UUID, uuid4
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pydantic import Field

from app.exchange.planning import plan_import
from app.exchange.sharing import Share
from app.exchange.workbook import write_workbook
from app.i18n import reader
from app.store.changes import Put
from methodology.characterization import Indicator, Statistic
from methodology.mapping import Actor, ActorKind, Contact, Tie
from methodology.process import Interview, TeamMember, TeamRole
from methodology.project import Country, Currency, Language, Project
from methodology.record import REGISTRY, Amount, Key, Label, Many, Name, Private, Record, fields
from methodology.records import record_types
from methodology.snapshot import Snapshot
from methodology.text import N_
from tests.samples import random_snapshot, snapshots

TODAY = date(2026, 6, 12)
PROJECT = Project(id=uuid4(), name="Quesos", country=Country.SPAIN, currency=Currency.EUR)
SPANISH = reader(PROJECT)


def told(snapshot):
    """Return what people keep in sheets, by id."""
    return {record.id: record for record in snapshot if not type(record).is_internal}


def read_back(data, base, _):
    plan = plan_import(data, "copia.xlsx", base, _)
    assert plan.is_ready, [(row.place, row.complaints) for row in plan.rows if row.complaints]
    return plan


def rebuilt(plan):
    return {change.record.id: change.record for change in plan.change_set.changes}


def opened(*records, _=SPANISH, **share):
    data = write_workbook(Snapshot([PROJECT, *records]), _, on=TODAY, share=Share(**share))
    return load_workbook(BytesIO(data))


def sheet_of(book, cls):
    return next(sheet for sheet in book if sheet["A1"].value == f"id:{cls.table}")


@settings(max_examples=8, deadline=None)
@given(snapshots(rows=2), st.sampled_from(Language), st.sampled_from(Language))
def test_a_project_survives_the_way_out_and_back_in_any_language(snapshot, out, back):
    project = snapshot.one(Project)

    data = write_workbook(snapshot, reader(project, out), on=TODAY)

    assert read_back(data, snapshot, reader(project, back)).is_idle
    assert rebuilt(read_back(data, Snapshot(), reader(project, back))) == told(snapshot)


@pytest.mark.parametrize("country", [Country.PERU, Country.SPAIN, Country.UNITED_STATES])
def test_numbers_and_days_beyond_a_spreadsheet_s_reach_survive(country):
    project = PROJECT.model_copy(update={"country": country})
    records = [
        project,
        Actor(id=uuid4(), name="A", turnover=123_456_789_012_345_678),
        Statistic(
            id=uuid4(),
            indicator=Indicator.GDP,
            year=2024,
            value=Decimal("12345678901234.5678"),
        ),
        Statistic(id=uuid4(), indicator=Indicator.FIRMS, year=2024, value=Decimal("-0.0001")),
        *(
            Interview(id=uuid4(), actor=UUID(int=1), held_on=day)
            for day in (date(1066, 10, 14), date(1900, 2, 28), date(1900, 3, 1), date(9999, 12, 31))
        ),
        Actor(id=UUID(int=1), name="B"),
    ]
    _ = reader(project)

    data = write_workbook(Snapshot(records), _, on=TODAY)

    assert rebuilt(read_back(data, Snapshot(), _)) == {row.id: row for row in records}


def test_text_longer_than_a_cell_goes_on_in_the_next_columns_and_comes_back():
    class Essay(Record):
        table = "probe_essay"
        title = N_("Figures")

        name: Annotated[Name, Label(N_("Name")), Key()]
        text: Annotated[str, Field(max_length=200_000), Label(N_("Text"))] = ""
        after: Annotated[Name, Label(N_("Note"))] = ""

    try:
        essay = Essay(id=uuid4(), name="A", text="palabra  =x " * 8_000 + "fin", after="tras")
        short = Essay(id=uuid4(), name="B", text="corto", after="tras")
        data = write_workbook(Snapshot([PROJECT, essay, short]), SPANISH, on=TODAY)
        back = rebuilt(read_back(data, Snapshot(), SPANISH))
    finally:
        REGISTRY.pop("probe_essay")

    assert back[essay.id] == essay
    assert back[short.id] == short


def test_a_test_only_record_type_has_its_sheet_without_another_edit():
    class Probe(Record):
        table = "probe_sheet"
        title = N_("Evidence")

        name: Annotated[Name, Label(N_("Name")), Key()]
        budget: Annotated[int | None, Amount(), Label(N_("Value"))] = None
        kinds: Annotated[tuple[ActorKind, ...], Label(N_("Type"))] = ()
        actors: Annotated[tuple[UUID, ...], Label(N_("Actors")), Many("actor")] = ()

    try:
        actors = [Actor(id=uuid4(), name=name) for name in ("Uno; dos", '"Tres"')]
        probe = Probe(
            id=uuid4(),
            name="=1+1",
            budget=150,
            kinds=(ActorKind.BUYER, ActorKind.SUPPLIER),
            actors=tuple(row.id for row in actors),
        )
        data = write_workbook(Snapshot([PROJECT, *actors, probe]), SPANISH, on=TODAY)
        back = rebuilt(read_back(data, Snapshot(), SPANISH))
    finally:
        REGISTRY.pop("probe_sheet")

    assert back[probe.id] == probe


def test_no_text_comes_alive():
    nasty = ['=HYPERLINK("http://x","y")', "+1", "-1+1", "@SUM(A1)", "{=1}", "http://x.example"]
    rows = [Actor(id=uuid4(), name=text, notes=text) for text in nasty]
    data = write_workbook(Snapshot([PROJECT, *rows]), SPANISH, on=TODAY)

    package = ZipFile(BytesIO(data))
    sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/")]
    assert not any(re.search(rb"<f[ >]", package.read(name)) for name in sheets)
    links = [name for name in sheets if b"http" in package.read(name) and "_rels" in name]
    assert not any(b"hyperlink" in package.read(name) for name in links)
    cells = {cell.value: cell.data_type for (cell,) in sheet_of(opened(*rows), Actor)["B2:B7"]}
    assert cells == dict.fromkeys(nasty, "s")


def test_every_type_people_keep_has_a_sheet_in_the_reader_s_language_and_the_first_explains():
    english = reader(PROJECT, Language.ENGLISH)
    book = opened(_=english)

    kept = [cls for cls in record_types() if not cls.is_internal]
    assert [sheet.title for sheet in book][1:-1] == [cls.title[:31] for cls in kept]
    first = [cell.value for row in book.worksheets[0].iter_rows() for cell in row if cell.value]
    assert first[0] == "Quesos"
    assert {cls.about for cls in kept} <= {*first}
    assert book.worksheets[-1].sheet_state == "hidden"


def test_a_sheet_is_ready_to_fill_in():
    actor = Actor(id=uuid4(), name="A", turnover=150, founded=1990, kind=ActorKind.BUYER)
    sheet = sheet_of(opened(actor, _=reader(PROJECT, Language.ENGLISH)), Actor)
    heads = {cell.value: cell for cell in sheet[1]}

    assert sheet.column_dimensions["A"].hidden
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert {"Name *", "Turnover (EUR)", "Export share (% of sales)", "Type"} <= {*heads}
    assert "Sales of one year" in heads["Turnover (EUR)"].comment.text
    turnover = sheet.cell(2, heads["Turnover (EUR)"].column)
    assert (turnover.value, turnover.number_format) == (1.5, "#,##0.00")
    assert sheet.cell(2, heads["Founded"].column).number_format == "0"


def test_closed_lists_and_references_are_chosen_from_named_ranges():
    actors = [Actor(id=uuid4(), name=f"Actor {number} " + "x" * 200) for number in range(40)]
    book = opened(*actors)
    rules = sheet_of(book, Tie).data_validations.dataValidation

    source = next(rule for rule in rules if rule.formula1 == "list_actor")
    assert (source.type, source.errorStyle) == ("list", "warning")
    kinds = next(rule for rule in rules if rule.formula1 == "list_tiekind")
    assert kinds.errorStyle in (None, "stop")
    place = book.defined_names["list_actor"].attr_text
    listed = book["dinamo"][place.split("!")[1].replace("$", "")]
    assert [cell.value for (cell,) in listed] == [row.name for row in actors]
    for rule in rules:
        assert len(rule.prompt or "") <= 255
        assert len(rule.promptTitle or "") <= 32


def test_persons_and_private_fields_can_be_left_out():
    member = TeamMember(id=uuid4(), name="Persona Uno", role=TeamRole.LEAD, email="uno@x.pe")
    actor = Actor(id=uuid4(), name="A", position="Secreto")
    contact = Contact(id=uuid4(), name="Persona Dos", actor=actor.id, phone="999 000 111")
    talk = Interview(
        id=uuid4(), actor=actor.id, held_on=TODAY, interviewer=member.id, confidential="Secreto"
    )
    snapshot = Snapshot([PROJECT, member, actor, contact, talk])

    data = write_workbook(
        snapshot, SPANISH, on=TODAY, share=Share(with_people=False, with_private=False)
    )

    words = ZipFile(BytesIO(data)).read("xl/sharedStrings.xml").decode()
    assert not re.search("Persona (Uno|Dos)|Secreto|999 000|uno@x.pe", words)
    assert read_back(data, snapshot, SPANISH).is_idle


def test_without_private_fields_persons_stay_with_their_names():
    contact = Contact(id=uuid4(), name="Persona", actor=UUID(int=1), phone="999")
    share = Share(types=(Contact,), with_private=False)

    shared = [found.name for found in share.shared_fields(Contact)]

    assert "name" in shared
    assert not {found.name for found in fields(Contact) if found.is_private} & {*shared}
    assert contact.phone == "999"


def test_some_types_alone_are_exported():
    book = opened(types=(Actor,))

    assert len(book.worksheets) == 3
    assert sheet_of(book, Actor)


def test_edits_in_the_workbook_become_the_same_edits_in_the_project():
    actors = [Actor(id=uuid4(), name=name, employees=5) for name in ("Uno", "Dos")]
    snapshot = Snapshot([PROJECT, *actors])
    book = load_workbook(BytesIO(write_workbook(snapshot, SPANISH, on=TODAY)))
    sheet = sheet_of(book, Actor)
    place = {cell.value: cell.column for cell in sheet[1]}
    employees = next(at for head, at in place.items() if head == SPANISH("Employees"))
    sheet.cell(2, 2).value = "Uno, renombrado"
    sheet.cell(3, employees).value = None
    sheet.cell(4, 2).value = "Tres"
    file = BytesIO()
    book.save(file)

    plan = read_back(file.getvalue(), snapshot, SPANISH)

    changes = {
        row.words: [(c.attribute.name, c.after) for c in row.changes]
        for row in plan.rows
        if row.changes
    }
    assert changes == {
        "Uno, renombrado": [("name", "Uno, renombrado")],
        "Dos": [("employees", None)],
    }
    assert [c.record.name for c in plan.change_set.changes if isinstance(c, Put)] == ["Tres"]


def test_private_marks_are_the_only_ones_that_hide_a_field():
    for cls in record_types():
        hidden = {*fields(cls)} - {*Share(with_private=False).shared_fields(cls)}

        assert hidden == {found for found in fields(cls) if found.is_private}
    assert Private


def test_an_empty_project_gives_a_workbook_to_fill_in():
    data = write_workbook(Snapshot([PROJECT]), SPANISH, on=TODAY)

    assert read_back(data, Snapshot([PROJECT]), SPANISH).is_idle


def test_large_numbers_of_rows_come_back():
    snapshot = random_snapshot(3, rows=2, sizes={"actor": 300})
    _ = reader(snapshot.one(Project))

    data = write_workbook(snapshot, _, on=TODAY)

    assert read_back(data, snapshot, _).is_idle


def test_more_names_than_a_cell_holds_go_on_in_the_next_columns_and_come_back():
    class Crowd(Record):
        table = "probe_crowd"
        title = N_("Evidence")

        name: Annotated[Name, Label(N_("Name")), Key()]
        actors: Annotated[tuple[UUID, ...], Label(N_("Actors")), Many("actor")] = ()
        note: Annotated[Name, Label(N_("Note"))] = ""

    called = "Asociación de productores; queseros «La Colpa» de la cuenca alta n.º {}"
    actors = [Actor(id=uuid4(), name=called.format(number)) for number in range(300)]
    try:
        crowd = Crowd(id=uuid4(), name="A", actors=tuple(row.id for row in actors), note="tras")
        data = write_workbook(Snapshot([PROJECT, *actors, crowd]), SPANISH, on=TODAY)
        back = rebuilt(read_back(data, Snapshot(), SPANISH))
    finally:
        REGISTRY.pop("probe_crowd")

    assert back[crowd.id] == crowd
    assert {*back} == {PROJECT.id, crowd.id, *(row.id for row in actors)}
