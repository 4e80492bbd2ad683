from uuid import uuid4

import pytest

from app.store import (
    BackupUnreadable,
    ChangeSet,
    FileMissing,
    FolderExists,
    Put,
    Reason,
    acts,
    back_up,
    backups,
    open_folder,
    restore,
)
from methodology.mapping import Actor


def add(folder, name):
    return folder.apply(ChangeSet("Add", (Put(Actor(id=uuid4(), name=name)),)), by="ana")


def names(folder):
    return [found.name for found in folder.snapshot().all(Actor)]


def test_a_backup_becomes_a_project_in_a_new_folder(make_folder, tmp_path):
    folder = make_folder()
    add(folder, "A")
    backup = back_up(folder)

    kept = restore(backup, tmp_path / "copia")

    again = open_folder(tmp_path / "copia")
    assert kept is None
    assert names(again) == ["A"]
    again.close()


def test_going_back_keeps_what_was_there_and_says_so_in_the_history(make_folder):
    folder = make_folder()
    add(folder, "A")
    backup = back_up(folder)
    add(folder, "B")
    folder.close()

    kept = restore(backup, folder.path, by="luis")

    again = open_folder(folder.path)
    with again.read() as session:
        last = acts(session)[0]
    assert names(again) == ["A"]
    assert (last.by, last.count) == ("luis", 0)
    assert "Go back to the copy of" in last.text(str)
    assert {found.path: found.reason for found in backups(folder.path)}[kept] is Reason.RESTORE
    again.close()
    restore(kept, folder.path)
    final = open_folder(folder.path)
    assert names(final) == ["A", "B"]
    final.close()


def test_an_open_project_goes_back_under_the_eyes_of_who_has_it_open(make_folder):
    folder = make_folder()
    add(folder, "A")
    backup = back_up(folder)
    add(folder, "B")
    seen = folder.snapshot()

    restore(backup, folder.path)

    assert folder.snapshot().revision > seen.revision
    assert names(folder) == ["A"]
    add(folder, "C")
    assert names(folder) == ["A", "C"]


def test_a_damaged_project_is_set_aside_for_the_backup(make_folder):
    folder = make_folder()
    add(folder, "A")
    backup = back_up(folder)
    folder.close()
    (folder.path / "project.db").write_bytes(b"broken")

    kept = restore(backup, folder.path)

    assert kept.read_bytes() == b"broken"
    again = open_folder(folder.path)
    assert names(again) == ["A"]
    again.close()


def test_what_is_no_backup_changes_nothing(make_folder, tmp_path):
    folder = make_folder()
    bad = tmp_path / "bad.db"
    bad.write_bytes(b"no database")

    with pytest.raises(BackupUnreadable):
        restore(bad, folder.path)
    with pytest.raises(FileMissing):
        restore(tmp_path / "none.db", folder.path)

    assert folder.revision() == 1
    assert Reason.RESTORE not in {backup.reason for backup in backups(folder.path)}


def test_a_folder_with_other_things_is_not_restored_into(make_folder, tmp_path):
    backup = back_up(make_folder())
    other = tmp_path / "fotos"
    other.mkdir()
    (other / "a.jpg").touch()

    with pytest.raises(FolderExists):
        restore(backup, other)

    assert [path.name for path in other.iterdir()] == ["a.jpg"]
