"""Any record type as a table: short fields side by side, the rest beneath, nothing lost."""

from datetime import date
from typing import Annotated
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.i18n import reader
from app.report.markup import Runs
from app.report.material import Material
from app.report.records import MOST_COLUMNS, Extra, record_grid
from app.report.table import Column
from methodology.mapping import Actor, ChainLink, Contact
from methodology.process import Meeting, TeamMember
from methodology.project import Language, Project
from methodology.record import REGISTRY, Key, Label, LongText, Name, Private, Record, Text, fields
from methodology.records import record_types
from methodology.snapshot import Snapshot
from tests.samples import random_snapshot

ON = date(2026, 6, 12)


def _material(*records):
    snapshot = Snapshot(records)
    return Material(snapshot, reader(snapshot.one(Project), Language.ENGLISH), ON, 1)


@pytest.fixture
def probe():
    class Probe(Record):
        table = "probe"
        title = "Probes"
        about = "Rows of a test."

        note: Annotated[LongText, Label("Note")] = ""
        place: Annotated[Text, Label("Place")] = ""
        secret: Annotated[Text, Label("Secret"), Private()] = ""
        name: Annotated[Name, Label("Name"), Key()]

    yield Probe
    REGISTRY.pop("probe")
    fields.cache_clear()


def test_the_key_comes_first_long_texts_beneath_and_private_fields_nowhere(probe):
    row = probe(id=UUID(int=1), name="N", place="P", secret="S", note="Long")

    grid = record_grid(_material(row), probe)

    assert [column.label for column in grid.columns] == ["Name", "Place"]
    assert [(one.cells, one.details) for one in grid.rows] == [(("N", "P"), (("Note", "Long"),))]
    assert (grid.name, grid.alt) == ("Probes", "Rows of a test.")


def test_a_field_nobody_filled_takes_no_column(probe):
    grid = record_grid(_material(probe(id=UUID(int=1), name="N")), probe)

    assert [column.label for column in grid.columns] == ["Name"]


def test_columns_can_be_chosen_and_computed_ones_added():
    link = ChainLink(id=UUID(int=1), name="Dairies", order=3, missing="Nobody")
    extra = Extra(Column("Letters", True), lambda record: str(len(record.name)))

    grid = record_grid(_material(link), ChainLink, columns=("order", "name"), extra=[extra])

    assert [column.label for column in grid.columns] == ["Order", "Link", "Letters"]
    assert grid.rows[0].cells == ("3", "Dairies", "7")
    assert grid.rows[0].details == (
        ("Place in the chain", "Transformation"),
        ("Missing link", "Nobody"),
    )


def test_a_website_is_a_link_and_other_details_are_words():
    actor = Actor(id=UUID(int=1), name="D", website="dairy.example.org", place="Chota")

    grid = record_grid(_material(actor), Actor, columns=("name",), link_style="Hyperlink")

    kinds = {label: isinstance(words, Runs) for label, words in grid.rows[0].details}
    assert kinds == {"Website": True, "Municipality": False}


def test_rows_can_be_chosen_and_ordered():
    rows = [Actor(id=UUID(int=n), name=str(n)) for n in (3, 1, 2)]

    grid = record_grid(_material(*rows), Actor, rows=sorted(rows, key=lambda row: row.name))

    assert [row.cells[0] for row in grid.rows] == ["1", "2", "3"]


def test_people_without_consent_are_no_rows():
    actor = Actor(id=UUID(int=1), name="D")
    people = [
        Contact(id=UUID(int=2), name="Yes", actor=actor.id, consent=True),
        Contact(id=UUID(int=3), name="No", actor=actor.id),
    ]

    grid = record_grid(_material(actor, *people), Contact)

    assert [row.cells[0] for row in grid.rows] == ["Yes"]


def test_the_team_needs_no_consent():
    member = TeamMember(id=UUID(int=1), name="Ana", role="lead")

    assert len(record_grid(_material(member), TeamMember).rows) == 1


def test_dates_and_numbers_know_how_they_stand():
    meeting = Meeting(
        id=UUID(int=1), name="T0", kind="workshop", about_stage="scope", held_on=ON, people=9
    )

    columns = {one.label: one for one in record_grid(_material(meeting), Meeting).columns}

    assert columns["Date"].is_unbroken
    assert columns["People present"].is_number
    assert not columns["Type"].is_whole


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_every_filled_public_field_of_every_type_is_in_its_table(seed):
    snapshot = random_snapshot(seed, rows=3)
    material = Material(snapshot, reader(snapshot.one(Project), Language.SPANISH), ON, 1)

    for cls in record_types():
        grid = record_grid(material, cls)
        assert len(grid.columns) <= MOST_COLUMNS
        for record, row in zip(material.rows(cls), grid.rows, strict=True):
            shown = {*row.cells, *(words for _label, words in row.details)}
            for one in material.speaker.filled(record):
                words = material.speaker.say(record, one)
                assert words in shown or one.name == "website"


def test_rows_with_nothing_but_long_texts_stand_in_one_column():
    class Story(Record):
        table = "story"
        title = "Stories"

        first: Annotated[LongText, Label("First")] = ""
        second: Annotated[LongText, Label("Second")] = ""
        third: Annotated[LongText, Label("Third")] = ""

    REGISTRY.pop("story")
    row = Story(id=UUID(int=1), second="Told", third="More")

    grid = record_grid(_material(), Story, rows=[row])

    assert [column.label for column in grid.columns] == ["Second"]
    assert grid.rows[0].cells == ("Told",)
    assert grid.rows[0].details == (("Third", "More"),)
