"""What a database holds, read from end to end before anybody works in it."""

import sqlite3
from contextlib import closing
from uuid import uuid4

import pytest
from pydantic import ValidationError

from app.store import back_up
from app.store.content import is_whole, rows, tables_there, viewing
from methodology.mapping import Actor, Tie
from methodology.record import Record
from methodology.records import record_types
from tests.samples import random_snapshot

ACTORS = [Actor(id=uuid4(), name=name, employees=3) for name in ("Chota", "Lajas")]


@pytest.fixture
def copy(make_folder):
    """Return a backup of a project with two actors and a relation."""
    source, target = ACTORS
    return back_up(make_folder(*ACTORS, Tie(id=uuid4(), source=source.id, target=target.id)))


def change(path, *statements):
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_backup_of_any_project_is_whole(make_folder):
    sample = [row for row in random_snapshot(5) if row.table != "project"]

    assert is_whole(back_up(make_folder(*sample)))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE actor SET employees = 'many'",
        "UPDATE actor SET employees = -1",
        "UPDATE actor SET kind = 'baker'",
        "UPDATE actor SET id = 'no id' WHERE name = 'Chota'",
        "UPDATE actor SET segments = '{not json'",
        "UPDATE actor SET name = ''",
        "UPDATE actor SET name = CAST(x'FF' AS TEXT)",
        "UPDATE tie SET source = target",
        "UPDATE alteration SET after = '{torn' WHERE number = 1",
        "UPDATE act SET \"values\" = 'torn'",
        "PRAGMA application_id = 7",
    ],
)
def test_what_a_record_or_the_history_cannot_hold_is_noticed(copy, statement):
    change(copy, statement)

    assert not is_whole(copy)


def test_of_another_version_only_the_soundness_is_told(copy):
    change(copy, "UPDATE actor SET kind = 'of the future'", "PRAGMA user_version = 99")

    assert is_whole(copy)


def test_every_row_is_its_record_or_what_is_wrong_with_it(copy):
    change(copy, "UPDATE actor SET employees = -1 WHERE name = 'Lajas'")

    with viewing(copy) as session:
        found = {row.id: row.found for row in rows(session) if row.cls is Actor}

    assert found[str(ACTORS[0].id)] == ACTORS[0]
    assert isinstance(found[str(ACTORS[1].id)], ValidationError)


def test_a_table_that_is_missing_has_no_rows(copy):
    change(copy, "DROP TABLE tie")

    with viewing(copy) as session:
        there = tables_there(session)
        read = [row.cls for row in rows(session) if isinstance(row.found, Record)]

    assert {cls.table for cls in record_types()} - there == {"tie"}
    assert Tie not in read
    assert read.count(Actor) == len(ACTORS)


def test_looking_leaves_every_byte_as_it_was(copy):
    before = copy.read_bytes()

    assert is_whole(copy)
    with viewing(copy) as session:
        list(rows(session))

    assert copy.read_bytes() == before
    assert list(copy.parent.glob(f"{copy.name}-*")) == []
