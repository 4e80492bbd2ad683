"""Transactions: one writer at a time, readers who see one moment, nothing half written."""

import os
import shutil
import sqlite3
from contextlib import closing
from threading import Event, Thread

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from app.store import database as engines
from app.store import open_engine, reading, writing
from app.store.database import DatabaseBusy, Replaced


@pytest.fixture
def engine(tmp_path):
    """Return the engine of a database with one table of names."""
    engine = open_engine(tmp_path / "project.db")
    with writing(engine) as session:
        session.execute(text("CREATE TABLE name (name TEXT UNIQUE)"))
    yield engine
    engine.dispose()


def add(session, name):
    session.execute(text("INSERT INTO name VALUES (:name)"), {"name": name})


def names(session):
    return [row[0] for row in session.execute(text("SELECT name FROM name ORDER BY rowid"))]


def test_every_connection_survives_a_power_cut_and_knows_its_foreign_keys(engine):
    with reading(engine) as session:
        found = {
            pragma: session.execute(text(f"PRAGMA {pragma}")).scalar()
            for pragma in ("journal_mode", "synchronous", "foreign_keys")
        }

    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_what_fails_in_the_middle_leaves_nothing(engine):
    with writing(engine) as session:
        add(session, "A")

    with pytest.raises(IntegrityError), writing(engine) as session:
        session.execute(text("INSERT INTO name VALUES ('B'), ('A')"))

    with reading(engine) as session:
        assert names(session) == ["A"]


def test_a_reader_sees_one_moment_whatever_is_written_meanwhile(engine):
    with reading(engine) as session:
        assert names(session) == []
        with writing(engine) as other:
            add(other, "A")
        assert names(session) == []

    with reading(engine) as session:
        assert names(session) == ["A"]


def test_what_a_writer_reads_holds_until_it_has_written(engine):
    is_in, may_go = Event(), Event()

    def count_and_add(name):
        with writing(engine) as session:
            place = len(names(session))
            is_in.set()
            may_go.wait(5)
            add(session, f"{name}{place}")

    first, second = (Thread(target=count_and_add, args=(name,)) for name in "AB")
    first.start()
    is_in.wait(5)
    second.start()
    may_go.set()
    first.join()
    second.join()

    with reading(engine) as session:
        assert names(session) == ["A0", "B1"]


def test_who_waits_too_long_is_told_that_nothing_was_kept(engine, monkeypatch):
    monkeypatch.setattr(engines, "_PRAGMAS", ("PRAGMA busy_timeout = 10",))
    engine.dispose()
    path = engine.url.database
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(DatabaseBusy, match="Nothing of yours was kept"), writing(engine) as one:
            add(one, "A")

        with reading(engine) as session:
            assert names(session) == []


def test_a_name_with_quotes_and_a_path_with_spaces_are_only_words(tmp_path):
    folder = tmp_path / "Año 2026 ñ; 'x' #1 %20"
    folder.mkdir()
    engine = open_engine(folder / "project.db")
    with writing(engine) as session:
        session.execute(text("CREATE TABLE name (name TEXT)"))
        add(session, "Robert'); DROP TABLE name;--")

    with reading(engine) as session:
        assert names(session) == ["Robert'); DROP TABLE name;--"]
    engine.dispose()
    assert (folder / "project.db").is_file()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a file that is open in its place")
@pytest.mark.parametrize("becomes", ["deleted", "renamed", "another file"])
def test_nothing_is_written_into_a_file_that_lost_its_name(tmp_path, engine, becomes):
    path, away = tmp_path / "project.db", tmp_path / "away.db"
    if becomes == "deleted":
        path.unlink()
    else:
        path.rename(away)
    if becomes == "another file":
        shutil.copy(away, path)

    with (
        pytest.raises(Replaced if becomes == "another file" else FileNotFoundError),
        writing(engine) as session,
    ):
        add(session, "lost")

    with reading(engine) as session:
        assert names(session) == []
