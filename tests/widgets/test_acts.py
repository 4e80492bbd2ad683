"""Acts in words: whatever was stored once can be read, even when it no longer fits."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from app.exchange.cells import Names
from app.exchange.telling import called, spoken
from app.i18n import reader
from app.store import Act, Alteration
from app.widgets.acts import act_rows, detail_rows
from methodology.mapping import Actor, ActorKind, Tie, TieKind
from methodology.project import Draft, Language
from methodology.record import fields
from methodology.records import record_types
from methodology.snapshot import Snapshot
from tests.cluster import actor, link, tie
from tests.samples import random_snapshot

_ = reader(None, Language.ENGLISH)
ACOPIO = link("Acopio")
ANDES = actor("Andes", link=ACOPIO.id, employees=1200, turnover=150_000)
BAMBA = actor("Bamba")
SNAPSHOT = Snapshot([ACOPIO, ANDES, BAMBA])
NAMES = Names(SNAPSHOT, _)


def act(revision: int = 3, **values) -> Act:
    at = datetime(2026, 6, 12, 14, 0, tzinfo=UTC)
    return Act(
        **{"revision": revision, "at": at, "by": "Ana", "title": "Create the project", **values}
    )


def stored(record) -> dict:
    return record.model_dump(mode="json")


def said(field: str, value, cls=Actor) -> str:
    return spoken(_, NAMES, cls, field, value)


def test_an_act_says_who_what_and_when():
    [row] = act_rows(_, [act()])

    assert (row["Who"], row["What"]) == ("Ana", "Create the project")
    assert "2026" in row["When"]


def test_an_undone_act_says_so():
    undone, other = act_rows(_, [act(undone_by=4), act()])

    assert (undone["State"], other["State"]) == ("Undone", "")


def test_where_nothing_is_undone_no_column_says_so():
    [row] = act_rows(_, [act()])

    assert "State" not in row


def test_values_of_a_title_are_filled_in():
    [row] = act_rows(_, [act(title="Import {file}", values={"file": "a.xlsx"})])

    assert row["What"] == "Import a.xlsx"


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("name", "Andes", "Andes"),
        ("kind", "producer", "Final producer"),
        ("link", str(ACOPIO.id), "Acopio"),
        ("employees", 1200, "1,200"),
        ("founded", 1998, "1998"),
        ("turnover", 150_000, "1,500"),
        ("is_core", True, "Yes"),
        ("segments", [], ""),
        ("employees", None, ""),
    ],
)
def test_stored_values_are_said_in_the_readers_words(field, value, expected):
    assert said(field, value) == expected


def test_a_value_that_no_longer_fits_is_shown_as_it_was_stored():
    assert said("kind", "wizard") == "wizard"
    assert said("employees", "many") == "many"


def test_a_reference_to_something_gone_is_a_question_mark():
    assert said("link", str(uuid4())) == "?"


def test_an_edit_shows_what_changed_and_nothing_else():
    found = Alteration(Actor, ANDES.id, {"employees": 5}, {"employees": 1200})

    [row] = detail_rows(_, SNAPSHOT, [found])

    assert row == {"Record": "Andes", "Field": "Employees", "Before": "5", "After": "1,200"}


def test_a_new_record_shows_what_was_filled_in():
    rows = detail_rows(_, SNAPSHOT, [Alteration(Actor, ANDES.id, None, stored(ANDES))])

    assert {row["Field"] for row in rows} >= {"Name", "Type", "Employees", "Turnover"}
    assert {row["Before"] for row in rows} == {""}
    assert "Website" not in {row["Field"] for row in rows}


def test_a_removed_record_is_called_by_what_it_was():
    gone = actor("Cerrada", kind=ActorKind.BUYER)
    found = Alteration(Actor, gone.id, stored(gone), None)

    assert called(_, NAMES, found) == "Cerrada"


def test_a_removed_relation_is_called_by_its_ends():
    gone = tie(ANDES, BAMBA, kind=TieKind.SUPPLY)
    found = Alteration(Tie, gone.id, stored(gone), None)

    assert called(_, NAMES, found) == "Andes · Bamba · Buys and sells"


@pytest.mark.parametrize("language", [*Language])
@pytest.mark.parametrize("cls", record_types(), ids=lambda cls: cls.table)
def test_every_field_of_every_record_type_can_be_said(cls, language):
    speaker = reader(None, language)
    snapshot = random_snapshot(3, rows=2)
    names = Names(snapshot, speaker)

    for record in snapshot.all(cls):
        values = stored(record)
        for field in fields(cls):
            assert isinstance(spoken(speaker, names, cls, field.name, values[field.name]), str)


def test_what_was_typed_and_not_saved_is_no_part_of_an_act():
    draft = Draft(id=uuid4(), of_table="actor", cells='{"row": "x"}')

    assert detail_rows(_, SNAPSHOT, [Alteration(Draft, draft.id, None, stored(draft))]) == []


def test_what_pointed_to_a_removed_record_still_says_its_name():
    gone = link("Ordeño")
    act = [
        Alteration(type(gone), gone.id, stored(gone), None),
        Alteration(Actor, BAMBA.id, {"link": str(gone.id)}, {"link": None}),
    ]

    last = detail_rows(_, SNAPSHOT, act)[-1]

    assert (last["Record"], last["Before"], last["After"]) == ("Bamba", "Ordeño", "")
