"""To release a change of the records: freeze the step in `migrations.py`, never `schema-1.sql`."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.store import NewerVersion, Reason, backups, migrations, open_folder
from app.store.sqlite_file import connected, quoted, schema_version, tables
from methodology.mapping import Actor, Tie
from methodology.project import Project

SCHEMA_1 = Path(__file__).with_name("schema-1.sql")


def old_folder(tmp_path):
    """Return a project folder as the first released version left it."""
    folder = tmp_path / "antiguo"
    folder.mkdir()
    with closing(sqlite3.connect(folder / "project.db")) as connection:
        connection.executescript(SCHEMA_1.read_text(encoding="utf-8"))
    return folder


def shape(path):
    """Return what a database can hold, whatever the order of its columns."""
    with connected(path) as connection:
        return {
            table: (
                {row[1:] for row in asked(connection, "table_info", table)},
                {row[2:] for row in asked(connection, "foreign_key_list", table)},
                {
                    (unique, *(row[2] for row in asked(connection, "index_info", index)))
                    for _, index, unique, *_ in asked(connection, "index_list", table)
                },
            )
            for table in tables(connection)
        }


def asked(connection, question, name):
    return connection.execute(f"PRAGMA {question}({quoted(name)})").fetchall()


def add_colour(connection):
    connection.execute("ALTER TABLE actor ADD COLUMN colour TEXT DEFAULT 'red'")


def fail_half_way(connection):
    connection.execute("CREATE TABLE half (id INTEGER)")
    connection.execute("DELETE FROM actor")
    raise sqlite3.OperationalError("interrupted")


def leave_dangling(connection):
    connection.execute("DELETE FROM actor")


def contents(path):
    with connected(path) as connection:
        return list(connection.iterdump()), schema_version(connection)


def test_a_migrated_old_database_equals_a_newly_made_one(tmp_path, make_folder):
    made = make_folder().path / "project.db"
    old = old_folder(tmp_path) / "project.db"

    migrations.migrate(old)

    assert shape(old) == shape(made)


def test_a_project_of_the_first_version_opens_with_all_it_held(tmp_path):
    folder = open_folder(old_folder(tmp_path))

    snapshot = folder.snapshot()

    assert snapshot.one(Project).name == "Quesos de Cajamarca"
    assert [actor.name for actor in snapshot.all(Actor)] == ["Quesería El Tambo", "CITE Lácteos"]
    assert len(snapshot.all(Tie)) == 1
    folder.close()


def test_an_older_database_is_backed_up_and_then_migrated(make_folder, monkeypatch):
    path = make_folder().path
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, add_colour))

    open_folder(path).close()

    assert Reason.MIGRATION in {backup.reason for backup in backups(path)}
    with connected(path / "project.db") as connection:
        assert schema_version(connection) == migrations.latest()
        stamps = connection.execute("SELECT version FROM schema ORDER BY version").fetchall()
        columns = [row[1] for row in connection.execute("PRAGMA table_info(actor)")]
    assert stamps[-1] == (migrations.latest(),)
    assert "colour" in columns


def test_several_steps_are_taken_in_one_go(make_folder, monkeypatch):
    path = make_folder().path / "project.db"
    steps = (add_colour, lambda connection: connection.execute("CREATE TABLE extra (id INTEGER)"))
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, *steps))

    migrations.migrate(path)

    with connected(path) as connection:
        assert schema_version(connection) == migrations.latest()
        assert "extra" in tables(connection)


def test_migrating_the_newest_version_changes_nothing(make_folder):
    path = make_folder().path / "project.db"
    before = contents(path)

    migrations.migrate(path)

    assert contents(path) == before


@pytest.mark.parametrize("step", [fail_half_way, leave_dangling])
def test_a_failing_migration_leaves_the_database_as_it_was(tmp_path, monkeypatch, step):
    path = old_folder(tmp_path) / "project.db"
    before = contents(path)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, add_colour, step))

    with pytest.raises(sqlite3.Error):
        migrations.migrate(path)

    assert contents(path) == before


def test_a_project_of_a_newer_version_is_not_touched(make_folder, monkeypatch):
    path = make_folder().path
    with monkeypatch.context() as newer:
        newer.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, add_colour))
        migrations.migrate(path / "project.db")
    before = contents(path / "project.db")

    with pytest.raises(NewerVersion, match="newer version"):
        open_folder(path)

    assert contents(path / "project.db") == before
