"""Reading a project: everything, in order, as of one revision; a spoiled row is explained."""

from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Annotated
from uuid import uuid4

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import IntegrityError

from app.store import (
    ChangeSet,
    DatabaseBusy,
    Put,
    Unreadable,
    apply,
    create_tables,
    load,
    reading,
    revision,
    writing,
)
from app.store import database as database_module
from app.store.tables import schema
from methodology.mapping import Actor, Tie, TieKind
from methodology.record import REGISTRY, Kind, Label, Record, fields
from methodology.records import record_types
from tests.samples import random_snapshot


def actor(name, **values):
    return Actor(id=uuid4(), name=name, **values)


def execute(database, statement, **values):
    with writing(database.engine) as session:
        session.execute(text(statement), values)


def test_a_new_database_is_empty_and_at_revision_zero(database):
    snapshot = database.snapshot()

    assert list(snapshot) == []
    assert (snapshot.revision, database.read(revision)) == (0, 0)


def test_the_revision_is_the_number_of_the_last_act(database):
    database.put(actor("A"))
    database.put(actor("B"))

    assert database.read(revision) == database.snapshot().revision == 2


def test_one_reading_session_sees_one_moment(database):
    database.put(actor("A"))

    with reading(database.engine) as session:
        before = load(session)
        database.put(actor("B"))
        during = load(session)

    assert during.all(Actor) == before.all(Actor)
    assert during.revision == 1
    assert database.snapshot().revision == 2


def test_reading_does_not_wait_for_a_writer(database):
    database.put(actor("A"))

    with writing(database.engine) as session:
        apply(session, ChangeSet("Add", (Put(actor("B")),)), by="ana")
        found = database.snapshot()

    assert len(found.all(Actor)) == 1


def test_a_writer_who_waits_in_vain_is_told(open_database, monkeypatch):
    monkeypatch.setattr(database_module, "_PRAGMAS", ("PRAGMA busy_timeout = 20",))
    database = open_database("busy")

    with writing(database.engine) as session:
        apply(session, ChangeSet("Add", (Put(actor("A")),)), by="ana")
        with pytest.raises(DatabaseBusy, match="Nothing of yours was kept"):
            database.put(actor("B"))

    assert [row.name for row in database.snapshot().all(Actor)] == ["A"]


def test_every_record_type_has_a_table_with_a_column_for_every_field(database):
    seen = inspect(database.engine)

    for cls in record_types():
        columns = {column["name"] for column in seen.get_columns(cls.table)}
        assert columns == {"row_no", "id", *(found.name for found in fields(cls))}


def test_references_are_foreign_keys_that_are_looked_at_last(database):
    with reading(database.engine) as session:
        sql = session.execute(text("select sql from sqlite_master where name = 'tie'")).scalar_one()

    assert sql.count("REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED") == 2


def test_the_database_refuses_a_reference_to_nothing(database):
    tie = Tie(id=uuid4(), source=uuid4(), target=uuid4(), kind=TieKind.SUPPLY)
    values = tie.model_dump(mode="json")
    columns, places = ", ".join(values), ", ".join(f":{name}" for name in values)

    with pytest.raises(IntegrityError):
        execute(database, f"insert into tie ({columns}) values ({places})", **values)


def test_making_the_tables_again_changes_nothing(database):
    database.put(actor("A"))

    with writing(database.engine) as session:
        create_tables(session.connection())

    assert len(database.snapshot().all(Actor)) == 1


def test_a_spoiled_row_is_explained(database):
    row = actor("A")
    database.put(row)
    execute(database, "update actor set kind = 'wizard'")

    with pytest.raises(Unreadable, match="A row of “Actors” cannot be read: kind") as caught:
        database.snapshot()

    assert (caught.value.record_type, caught.value.id) == (Actor, str(row.id))


def test_the_values_of_records_and_of_the_history_are_written_alike(database):
    snapshot = random_snapshot(3, rows=2)
    database.put(*snapshot)

    with reading(database.engine) as session:
        for cls in record_types():
            table = schema().records[cls]
            for row in session.execute(table.select()).mappings():
                record = snapshot.get(cls, next(r.id for r in snapshot if str(r.id) == row["id"]))
                assert dict(row).items() >= record.model_dump(mode="json").items()


@pytest.fixture
def clock():
    class Clock(Record):
        table = "clock"
        rung_at: Annotated[datetime, Label("Rung at")]
        weight: Annotated[Decimal | None, Label("Weight")] = None

    yield Clock
    REGISTRY.pop("clock")


def test_moments_are_kept_in_universal_time_and_decimals_to_the_digit(clock, open_database):
    database = open_database("clocks")
    lima = timezone(timedelta(hours=-5))
    row = clock(
        id=uuid4(),
        rung_at=datetime(2026, 6, 12, 9, 30, 1, 250, tzinfo=lima),
        weight=Decimal("0.1000"),
    )
    database.put(row)

    found = database.snapshot().one(clock)

    assert found == row
    assert found.rung_at.utcoffset() == timedelta(0)
    assert str(found.weight) == "0.1000"
    with reading(database.engine) as session:
        stored = session.execute(text("select rung_at, weight from clock")).one()
    assert tuple(stored) == ("2026-06-12T14:30:01.000250Z", "0.1000")


def test_a_moment_of_a_test_has_its_kind(clock):
    assert [found.kind for found in fields(clock)] == [Kind.MOMENT, Kind.NUMBER]


def test_two_databases_do_not_know_of_each_other(open_database):
    one, other = open_database("one"), open_database("other")

    one.put(actor("A"))

    assert list(other.snapshot()) == []
