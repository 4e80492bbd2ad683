import sqlite3
from contextlib import closing
from datetime import date
from uuid import uuid4

import pytest

from app.store import (
    ChangeSet,
    FolderReadOnly,
    NotAProject,
    Put,
    Severity,
    attach_file,
    back_up,
    check_folder,
    evidence_path,
    migrations,
)
from app.store.folder_problems import FileUnreadable
from methodology.mapping import Actor, Tie
from tests.rights import few_rights
from tests.samples import random_snapshot
from tests.store.test_lock import told_by

A, B = Actor(id=uuid4(), name="Tambo"), Actor(id=uuid4(), name="CITE")
TIE = Tie(id=uuid4(), source=A.id, target=B.id)


@pytest.fixture
def folder(make_folder):
    folder = make_folder(A, B, TIE)
    back_up(folder)
    return folder


def tamper(folder, *statements):
    with closing(sqlite3.connect(folder.path / "project.db")) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def found(folder):
    return [(finding.severity, finding.remark.text(str)) for finding in check_folder(folder.path)]


def test_a_good_project_has_no_findings_and_is_not_touched(make_folder):
    sample = [
        record
        for record in random_snapshot(4, sizes={"round": 0})
        if record.table not in ("project", "evidence")
    ]
    folder = make_folder(*sample)
    folder.close()
    before = {path: path.read_bytes() for path in folder.path.rglob("*") if path.is_file()}

    assert found(folder) == []

    after = {path: path.read_bytes() for path in folder.path.rglob("*") if path.is_file()}
    assert after == before


def test_a_value_that_a_field_cannot_hold_is_named(folder):
    tamper(folder, f"UPDATE actor SET employees = -5 WHERE id = '{A.id}'")

    ((severity, text),) = found(folder)

    assert severity is Severity.ERROR
    assert "employees" in text
    assert str(A.id) in text


def test_a_dangling_reference_is_named(folder):
    tamper(folder, f"DELETE FROM actor WHERE id = '{B.id}'")

    ((severity, text),) = found(folder)

    assert severity is Severity.ERROR
    assert "Relations" in text
    assert "“To”" in text


def test_evidence_that_is_gone_or_changed_is_a_warning(folder):
    gone, changed = (
        attach_file(folder, f"{name}.txt", b"x", on=date(2026, 6, 12), by="ana") for name in "ab"
    )
    evidence_path(folder.path, gone).unlink()
    evidence_path(folder.path, changed).write_bytes(b"y")

    assert found(folder) == [
        (Severity.WARNING, "The file files/a.txt of the evidence “a.txt” is missing."),
        (
            Severity.WARNING,
            "The file files/b.txt of the evidence “b.txt” was changed since attached.",
        ),
    ]


def test_an_unreadable_backup_is_named(folder):
    spoiled = back_up(folder)
    spoiled.write_bytes(b"spoiled")

    assert found(folder) == [(Severity.ERROR, f"The backup {spoiled.name} cannot be read.")]


def test_a_damaged_database_is_found_and_left_as_it_is(folder):
    folder.close()
    database = folder.path / "project.db"
    database.write_bytes(b"spoiled")

    ((severity, text),) = found(folder)

    assert severity is Severity.ERROR
    assert "last good backup" in text
    assert database.read_bytes() == b"spoiled"


def test_versions_other_than_ours_are_told(folder, monkeypatch):
    with monkeypatch.context() as newer:
        newer.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, lambda connection: None))
        (older,) = check_folder(folder.path)
        migrations.migrate(folder.path / "project.db")

    (newer_one,) = check_folder(folder.path)

    assert older.severity is Severity.WARNING
    assert "older version" in str(older.remark)
    assert newer_one.severity is Severity.ERROR
    assert "newer version" in str(newer_one.remark)


def test_a_missing_table_is_told(folder):
    tamper(folder, "DROP TABLE tie")

    assert (Severity.ERROR, "The table “Relations” is missing.") in found(folder)


def test_errors_come_before_warnings(folder):
    told_by(folder.path, "open-on-other")
    tamper(folder, f"DELETE FROM actor WHERE id = '{B.id}'")

    severities = [severity for severity, _ in found(folder)]

    assert severities == [Severity.ERROR, Severity.WARNING]


def test_what_is_no_project_cannot_be_checked(tmp_path):
    with pytest.raises(NotAProject):
        check_folder(tmp_path)


def test_a_project_on_a_medium_that_takes_no_writing_is_sound(folder):
    folder.close()
    folder.path.chmod(0o500)

    try:
        with few_rights():
            assert found(folder) == []
    finally:
        folder.path.chmod(0o700)


def test_entries_that_only_the_journal_holds_are_not_passed_over_there(folder, tmp_path):
    folder.apply(ChangeSet("Add", (Put(Actor(id=uuid4(), name="Late")),)), by="ana")
    other = tmp_path / "stick"
    other.mkdir()
    for name in ("project.db", "project.db-wal"):
        (other / name).write_bytes((folder.path / name).read_bytes())
    other.chmod(0o500)

    try:
        with few_rights(), pytest.raises(FolderReadOnly):
            check_folder(other)
    finally:
        other.chmod(0o700)


def test_a_damaged_database_without_a_good_backup_promises_none(folder):
    folder.close()
    for path in (folder.path / "project.db", *(folder.path / "backups").iterdir()):
        path.write_bytes(b"torn")

    texts = [text for _severity, text in found(folder)]

    assert any("holds no backup that can" in text for text in texts)
    assert not any("puts the last good backup" in text for text in texts)


@pytest.mark.parametrize("name", ["", "project.db", "files", "backups"])
def test_what_may_not_be_read_is_named(folder, name):
    kept = folder.path / name
    folder.close()
    kept.chmod(0)

    try:
        with few_rights(), pytest.raises(FileUnreadable, match=kept.name):
            check_folder(folder.path)
    finally:
        kept.chmod(0o700)


def test_a_folder_is_checked_by_its_database_file_too(folder):
    assert check_folder(folder.path / "project.db") == check_folder(folder.path)
