"""SQLite files as files: sound or not, ours or not, copied whole while in use."""

import sqlite3
from contextlib import closing
from threading import Thread

import pytest

from app.store import sqlite_file
from app.store.sqlite_file import (
    APPLICATION,
    copy,
    is_foreign,
    is_sound,
    overwrite,
    quoted,
    remove,
    row_counts,
    writers_waiting,
)


@pytest.fixture
def file(tmp_path):
    """Return a database of ours with three rows, in the mode of an open project."""
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as made:
        made.execute("PRAGMA journal_mode = WAL")
        made.execute(f"PRAGMA application_id = {APPLICATION:d}")
        made.execute("CREATE TABLE actor (name TEXT)")
        made.executemany("INSERT INTO actor VALUES (?)", [("A",), ("B",), ("C",)])
    return path


def names(path):
    with sqlite_file.connected(path) as connection:
        return [row[0] for row in connection.execute("SELECT name FROM actor")]


def add(path, name):
    with sqlite_file.connected(path) as connection:
        connection.execute("INSERT INTO actor VALUES (?)", (name,))


def test_a_database_of_ours_is_sound_and_no_other_file_is(file, tmp_path):
    (tmp_path / "text.db").write_text("no database at all, only words" * 100)
    (tmp_path / "empty.db").touch()

    assert is_sound(file)
    assert not is_sound(tmp_path / "text.db")
    assert not is_sound(tmp_path / "empty.db")
    assert not is_sound(tmp_path / "missing.db")


def test_another_program_s_database_is_foreign_and_a_broken_one_is_not(file, tmp_path):
    other = tmp_path / "photos.db"
    with closing(sqlite3.connect(other)) as made:
        made.execute("CREATE TABLE photo (id INTEGER)")
    (tmp_path / "text.db").write_text("broken" * 100)

    assert is_foreign(other)
    assert not is_foreign(file)
    assert not is_foreign(tmp_path / "text.db")
    assert not is_foreign(tmp_path / "missing.db")


def test_looking_at_a_file_that_is_not_there_makes_none(tmp_path):
    with pytest.raises(FileNotFoundError), sqlite_file.connected(tmp_path / "missing.db"):
        pass

    assert list(tmp_path.iterdir()) == []


def test_a_file_with_a_torn_page_is_not_sound(file):
    with sqlite_file.connected(file) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")
    data = file.read_bytes()
    file.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))

    assert not is_sound(file)


def test_a_copy_of_a_file_in_use_holds_what_was_kept_until_then(file, tmp_path):
    with sqlite_file.connected(file) as busy:
        busy.execute("BEGIN IMMEDIATE")
        busy.execute("INSERT INTO actor VALUES ('unfinished')")
        copy(file, tmp_path / "copy.db")
        busy.execute("ROLLBACK")

    assert names(tmp_path / "copy.db") == ["A", "B", "C"]
    assert {path.name for path in tmp_path.glob("copy*")} == {"copy.db"}


def test_a_copy_replaces_what_had_its_name_only_once_it_is_whole(file, tmp_path):
    target = tmp_path / "copy.db"
    target.write_bytes(b"what was there before")
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database" * 100)

    with pytest.raises(sqlite3.DatabaseError):
        copy(broken, target)
    assert target.read_bytes() == b"what was there before"

    copy(file, target)
    assert names(target) == ["A", "B", "C"]
    assert list(tmp_path.glob(".*")) == []


def test_whoever_has_the_file_open_sees_what_was_put_over_it(file, tmp_path):
    other = tmp_path / "other.db"
    copy(file, other)
    add(other, "D")

    with sqlite_file.connected(file) as reader:
        before = reader.execute("SELECT count(*) FROM actor").fetchone()
        assert overwrite(other, file, lambda: True)
        after = reader.execute("SELECT count(*) FROM actor").fetchone()

    assert (before, after) == ((3,), (4,))


def test_nothing_is_put_over_a_file_that_is_not_any_more_what_it_was(file, tmp_path):
    other = tmp_path / "other.db"
    copy(file, other)
    add(other, "D")
    asked = []

    def is_still():
        with (
            closing(sqlite3.connect(file, timeout=0)) as writer,
            pytest.raises(sqlite3.OperationalError, match="locked"),
        ):
            writer.execute("BEGIN IMMEDIATE")
        asked.append(names(file))
        return False

    assert not overwrite(other, file, is_still)

    assert asked == [["A", "B", "C"]]
    assert names(file) == ["A", "B", "C"]
    add(file, "E")


def test_who_writes_waits_until_the_block_ends_and_who_reads_does_not(file):
    writer = Thread(target=add, args=(file, "D"))

    with writers_waiting(file):
        writer.start()
        writer.join(0.2)
        assert writer.is_alive()
        assert names(file) == ["A", "B", "C"]
    writer.join()

    assert names(file) == ["A", "B", "C", "D"]


def test_a_block_that_fails_lets_the_writers_go_on(file):
    with pytest.raises(ZeroDivisionError), writers_waiting(file):
        raise ZeroDivisionError

    add(file, "D")
    assert names(file)[-1] == "D"


def test_names_with_quotes_are_quoted_for_sql(file):
    name, column = 'mi "tabla"; DROP TABLE actor', 'un "campo"'
    with sqlite_file.connected(file) as connection:
        connection.execute(f"CREATE TABLE {quoted(name)} ({quoted(column)} TEXT)")

        assert row_counts(connection) == {"actor": 3, name: 0}
        assert sqlite_file.columns(connection, name) == (column,)


def test_a_database_is_removed_with_its_journals(file):
    for suffix in ("-wal", "-shm", "-journal"):
        file.with_name(file.name + suffix).touch()

    remove(file)

    assert list(file.parent.iterdir()) == []
