import errno
import json
import os
import shutil
import sqlite3
from contextlib import closing, contextmanager
from random import Random
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.store import (
    ChangeSet,
    DiskFull,
    FileBusy,
    FolderDamaged,
    FolderMended,
    Put,
    back_up,
    backups,
    check_folder,
    open_folder,
    restore,
    sqlite_file,
)
from app.store.computer import computer_key
from methodology.mapping import Actor
from methodology.project import Project

SPOILING = {
    "emptied": lambda data: b"",
    "cut in the middle": lambda data: data[: len(data) // 2],
    "torn after the first page": lambda data: data[:4096] + os.urandom(len(data) - 4096),
    "overwritten head": lambda data: b"\0" * 100 + data[100:],
    "another file": lambda data: b"PK\x03\x04 a spreadsheet" * 500,
}


def add(folder, name):
    folder.apply(ChangeSet("Add", (Put(Actor(id=uuid4(), name=name)),)), by="ana")


def names(folder):
    return [found.name for found in folder.snapshot().all(Actor)]


@pytest.fixture
def spoiled(make_folder):
    """Return a closed project and a way to spoil its database."""
    folder = make_folder()
    add(folder, "En la copia")
    folder.close()

    def spoil(change):
        database = folder.path / "project.db"
        database.write_bytes(change(database.read_bytes()))
        return folder.path

    return spoil


@pytest.mark.parametrize("kind", SPOILING)
def test_a_damaged_database_gives_way_to_the_last_good_backup(spoiled, kind):
    path = spoiled(SPOILING[kind])
    broken = (path / "project.db").read_bytes()

    folder = open_folder(path)

    (notice,) = folder.notices()
    (kept,) = path.glob("project-damaged-*.db")
    assert names(folder) == ["En la copia"]
    assert isinstance(notice, FolderMended)
    assert kept.name in str(notice)
    assert "At most what was entered between" in str(notice)
    assert kept.read_bytes() == broken
    folder.close()
    assert open_folder(path).notices() == ()


@contextmanager
def held(database):
    """Keep a database as a program does that lets nobody else read it."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE").close()
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("PRAGMA user_version = 1")
        yield


def test_a_database_that_another_program_holds_is_not_taken_for_damaged(spoiled, monkeypatch):
    path = spoiled(lambda data: data)
    monkeypatch.setattr(sqlite_file, "BUSY_SECONDS", 0.1)

    with held(path / "project.db"):
        for act in (open_folder, check_folder, lambda path: restore(backups(path)[0].path, path)):
            with pytest.raises(FileBusy):
                act(path)

    assert list(path.glob("project-damaged-*")) == []
    open_folder(path).close()


def test_a_backup_that_another_program_holds_is_passed_over(spoiled, monkeypatch):
    path = spoiled(SPOILING["emptied"])
    monkeypatch.setattr(sqlite_file, "BUSY_SECONDS", 0.1)

    with held(backups(path)[0].path):
        open_folder(path).close()

    assert len(list(path.glob("project-damaged-*.db"))) == 1


def test_without_room_for_the_copy_the_damaged_database_stays_in_its_place(spoiled, monkeypatch):
    path = spoiled(SPOILING["cut in the middle"])
    broken = (path / "project.db").read_bytes()

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(sqlite_file, "copy", full)
    with pytest.raises(DiskFull):
        open_folder(path)

    assert (path / "project.db").read_bytes() == broken
    assert list(path.glob("project-damaged-*")) == []


@pytest.mark.parametrize(
    ("code", "is_passing"),
    [
        (sqlite3.SQLITE_BUSY, True),
        (sqlite3.SQLITE_FULL, True),
        (sqlite3.SQLITE_IOERR_SHMSIZE, True),
        (sqlite3.SQLITE_IOERR_READ, False),
        (sqlite3.SQLITE_CORRUPT, False),
        (sqlite3.SQLITE_NOTADB, False),
    ],
)
def test_what_passes_is_told_from_damage(code, is_passing):
    error = sqlite3.OperationalError("told")
    error.sqlite_errorcode = code

    assert sqlite_file.is_passing(error) is is_passing


def test_a_missing_database_comes_back_from_its_backup(make_folder):
    folder = make_folder()
    add(folder, "En la copia")
    folder.close()
    (folder.path / "project.db").unlink()

    again = open_folder(folder.path)

    assert names(again) == ["En la copia"]
    assert "was missing" in str(again.notices()[0])
    again.close()


def test_an_unreadable_backup_is_passed_over_for_an_older_good_one(spoiled):
    path = spoiled(SPOILING["cut in the middle"])
    newest, *older = backups(path)
    newest.path.write_bytes(b"spoiled too")

    folder = open_folder(path)

    assert older
    assert newest.path.name not in str(folder.notices()[0])
    folder.close()


def test_without_a_good_backup_nothing_is_changed_and_the_copies_are_named(spoiled):
    path = spoiled(SPOILING["torn after the first page"])
    for backup in backups(path):
        backup.path.write_bytes(b"spoiled too")
    before = {found: found.read_bytes() for found in path.rglob("*") if found.is_file()}

    with pytest.raises(FolderDamaged) as refused:
        open_folder(path)

    assert {found: found.read_bytes() for found in path.rglob("*") if found.is_file()} == before
    assert backups(path)[0].path.name in str(refused.value)


def test_a_journal_of_the_damaged_file_never_reaches_the_good_copy(make_folder, tmp_path):
    folder = make_folder()
    add(folder, "En la copia")
    back_up(folder)
    add(folder, "Solo en el diario")
    path = tmp_path / "tras el corte"
    shutil.copytree(folder.path, path, ignore=shutil.ignore_patterns("*.lock", "*-shm"))
    (path / "project.db").write_bytes(b"spoiled" * 1000)

    again = open_folder(path)

    assert names(again) == ["En la copia"]
    assert len(list(path.glob("project-damaged-*.db"))) == 1
    again.close()


def test_a_file_that_a_running_program_holds_is_not_mended_under_it(make_folder):
    folder = make_folder()
    back_up(folder)
    database = folder.path / "project.db"
    whole = database.read_bytes()
    database.write_bytes(b"spoiled" * 1000)

    with pytest.raises(FileBusy):
        open_folder(folder.path)

    assert list(folder.path.glob("project-damaged-*")) == []
    database.write_bytes(whole)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_file_cut_anywhere_opens_or_mends(spoiled, data):
    whole = []
    path = spoiled(lambda content: whole.append(content) or content)
    size = data.draw(st.integers(0, len(whole[0]) - 1))
    (path / "project.db").write_bytes(whole[0][:size])

    folder = open_folder(path)

    assert names(folder) == ["En la copia"]
    folder.close()
    (path / "project.db").write_bytes(whole[0])


def test_texts_that_sqlite_does_not_check_are_read_before_a_project_opens(spoiled):
    path = spoiled(lambda data: data.replace(b"Quesos de Cajamarca", b"\xff" * 19))

    folder = open_folder(path)

    assert isinstance(folder.notices()[0], FolderMended)
    assert folder.snapshot().one(Project).name == "Quesos de Cajamarca"
    folder.close()


@pytest.mark.parametrize("seed", range(12))
def test_bytes_spoiled_anywhere_never_keep_a_project_from_opening(spoiled, seed):
    rng = Random(seed)

    def spoil(data):
        length = rng.choice([1, 16, 512, 4096])
        place = rng.randrange(len(data) - length)
        return data[:place] + rng.randbytes(length) + data[place + length :]

    folder = open_folder(spoiled(spoil))

    assert folder.snapshot().one(Project) is not None
    folder.close()


def test_an_old_mark_of_a_program_long_gone_does_not_keep_a_damaged_file(make_folder):
    folder = make_folder()
    folder.close()
    told = {"computer": "x", "key": computer_key(), "pid": os.getpid(), "user": "ana"}
    mark = folder.path / "old.lock"
    mark.write_text(json.dumps(told | {"seen_at": "2026-01-01T09:00:00+00:00"}))
    (folder.path / "project.db").write_bytes(b"broken" * 1000)

    again = open_folder(folder.path)

    assert [type(notice) for notice in again.notices()] == [FolderMended]
    assert not mark.exists()
    again.close()
