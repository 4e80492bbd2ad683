"""The walk: everything that is put in comes out, in workbook, CSV, readable tables and Word plan.

Projects are made from the declarations alone; each text field holds a sentinel of its own.
"""

from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Annotated
from uuid import UUID
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook

from app.exchange.csv_tables import write_csv
from app.exchange.guessing import importable_types
from app.exchange.importing import import_file
from app.exchange.planning import plan_import
from app.exchange.workbook import write_workbook
from app.i18n import reader
from app.report import build
from app.store import ChangeSet, Edit, create_folder
from methodology.choice import Choice
from methodology.mapping import ActorKind, Contact
from methodology.outcomes import outcome
from methodology.project import ColumnMemory, Draft, Evidence, Language, Project
from methodology.published import PublishedCode
from methodology.record import (
    REGISTRY,
    Amount,
    Code,
    Key,
    Kind,
    Label,
    LongText,
    Many,
    Name,
    Private,
    Record,
    Ref,
    Text,
    fields,
)
from methodology.round_results import RoundPledge, RoundResult, RoundSummary, RoundText
from methodology.rounds import FREE, Instrument, Round, RoundCriterion
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_
from tests.samples import random_snapshot, sentinels_in

TODAY = date(2026, 6, 12)
OWN_MEMORY = (Draft, ColumnMemory, PublishedCode)  # what the program notes down for itself
COUNTED = (RoundResult, RoundText, RoundPledge)  # told of rounds that were held to their end
WITHOUT_PLACES = (*FREE, Instrument.COMMITMENT)
INNER = {  # names and figures that the program gives, and a reason that only a void round has
    Evidence: {"digest"},
    Round: {"feeds_table", "feeds_field", "void_reason"},
    RoundCriterion: {"scale", "field"},
    RoundSummary: {"weights"},
}


class Colour(Choice):
    """A closed list that no record of the product has."""

    RED = "red", N_("Inside")
    BLUE = "blue", N_("Outside")


@pytest.fixture(autouse=True)
def probe():
    """Add a record type with a field of every kind, for this test alone."""

    class Probe(Record):
        table = "probe"
        title = N_("Services of institutions")
        about = N_("A service that an institution offers.")
        stage = Stage.MAPPING

        name: Annotated[Name, Label(N_("Name")), Key()]
        code: Annotated[Text, Label(N_("Code")), Code()] = ""
        story: Annotated[LongText, Label(N_("Description"))] = ""
        secret: Annotated[LongText, Label(N_("Note")), Private()] = ""
        count: Annotated[int | None, Label(N_("Order"))] = None
        amount: Annotated[int | None, Amount(), Label(N_("Turnover"))] = None
        is_new: Annotated[bool, Label(N_("Missing link"))] = False
        on: Annotated[date | None, Label(N_("Date"))] = None
        colour: Annotated[Colour | None, Label(N_("In scope"))] = None
        kinds: Annotated[tuple[ActorKind, ...], Label(N_("Type"))] = ()
        actor: Annotated[UUID | None, Label(N_("Actor")), Ref("actor")] = None
        fellows: Annotated[tuple[UUID, ...], Label(N_("Relations")), Many("probe")] = ()

    yield Probe
    REGISTRY.pop("probe")


@pytest.fixture
def source(probe):
    """Give a project with contacts who agree to be named and others who do not."""
    made = (random_snapshot(seed, sentinels=True) for seed in count(11))
    return next(found for found in made if _consents(found) == {True, False})


def _consents(snapshot: Snapshot) -> set[bool]:
    return {contact.consent for contact in snapshot.all(Contact)}


def people_s(snapshot):
    """Return what people keep in sheets, by id."""
    return {record.id: record for record in snapshot if not type(record).is_internal}


def imported(tmp_path: Path, source: Snapshot, language: Language):
    """Import a whole project, exported in one language, into an empty folder in another."""
    home = source.one(Project)
    folder = create_folder(tmp_path / "proyecto", home, by="Ana")
    data = write_workbook(source, reader(home, language), on=TODAY)
    snapshot = folder.snapshot()
    plan = plan_import(data, "todo.xlsx", snapshot, reader(snapshot.one(Project)))
    import_file(folder, plan, data, by="Ana", on=TODAY)
    return folder


@pytest.mark.parametrize("language", Language)
def test_an_imported_project_holds_every_value_and_its_readable_tables_too(
    tmp_path, source, language
):
    folder = imported(tmp_path, source, language)

    try:
        folder.write_tables()
        kept = people_s(folder.snapshot())
    finally:
        folder.close()

    assert kept == people_s(source)
    tables = "".join(path.read_text("utf-8-sig") for path in (folder.path / "tables").glob("*.csv"))
    assert _sentinels(kept.values()) <= sentinels_in(tables)


def test_edits_on_both_sides_meet_and_nothing_else_moves(tmp_path, source, probe):
    folder = imported(tmp_path, source, Language.ENGLISH)
    target = folder.snapshot().all(probe)[0]
    try:
        folder.apply(ChangeSet("Edit", (Edit(probe, target.id, {"count": 7}),)), by="Eva")
        snapshot = folder.snapshot()
        _ = reader(snapshot.one(Project), Language.PORTUGUESE)
        data = _with_first_name(write_workbook(snapshot, _, on=TODAY), "Renamed by hand")
        plan = plan_import(data, "vuelta.xlsx", snapshot, reader(snapshot.one(Project)))
        import_file(folder, plan, data, by="Ana", on=TODAY)
        after = people_s(folder.snapshot())
    finally:
        folder.close()

    edited = target.model_copy(update={"count": 7, "name": "Renamed by hand"})
    assert after == {**people_s(source), target.id: edited}


@pytest.mark.parametrize("language", Language)
def test_csv_files_hold_every_value_on_the_way_back(source, language):
    home = source.one(Project)
    for cls in importable_types():
        data = write_csv(cls, source, reader(home, language))

        wanted = _sentinels(source.all(cls))
        assert wanted <= sentinels_in(data.decode("utf-8-sig"))
        assert plan_import(data, "t.csv", source, reader(home), cls=cls).is_idle


@pytest.mark.parametrize("language", Language)
def test_the_word_plan_says_everything_but_what_is_private(source, language):
    home = source.one(Project)

    data = build(source, replace(reader(home), language=language), on=TODAY, number=1)

    said = sentinels_in(_texts(data))
    told, hidden = _public(source)
    assert sorted(told - said) == []
    assert sorted(hidden & said) == []


def _with_first_name(data: bytes, name: str) -> bytes:
    book = load_workbook(BytesIO(data))
    sheet = next(sheet for sheet in book if sheet["A1"].value == "id:probe")
    sheet["B2"].value = name
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _sentinels(records):
    return {mark for row in records for mark in sentinels_in(row.model_dump_json())}


def _public(snapshot):
    """Return the sentinels that the plan has to say, and those it must not."""
    told, hidden, held = set(), set(), {*_held(snapshot)}
    for record in snapshot:
        silent = isinstance(record, Contact) and not record.consent
        silent |= isinstance(record, RoundText) and record.is_hidden
        for found in fields(type(record)):
            is_inner = found.name in INNER.get(type(record), ())
            if found.kind not in (Kind.TEXT, Kind.LONG_TEXT) or is_inner:
                continue
            marks = sentinels_in(getattr(record, found.name))
            if found.is_private or silent:
                hidden |= marks
            elif isinstance(record, COUNTED):
                told |= marks if record.id in held else set()
            elif not isinstance(record, OWN_MEMORY):
                told |= marks
    return told, hidden


def _held(snapshot):
    """Return what belongs to the results of rounds that have them."""
    for asked in snapshot.all(Round):
        if found := outcome(snapshot, asked):
            yield from (one.id for one in (*found.texts, *found.pledges))
            if asked.instrument not in WITHOUT_PLACES:
                yield from (one.id for one in found.results.values())


def _texts(data: bytes) -> str:
    """Return all the text of a document, that of its charts and their workbooks included."""
    parts = []
    with ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith(".xlsx"):
                parts.append(_texts(package.read(name)))
            elif name.endswith(".xml"):
                parts.append("".join(etree.fromstring(package.read(name)).itertext()))
    return "\n".join(parts)


def test_the_walk_meets_a_contact_with_consent_and_one_without(source):
    assert _consents(source) == {True, False}
