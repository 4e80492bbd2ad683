import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Barrier, Thread
from typing import Annotated
from uuid import uuid4

import pytest

from app.store import (
    ChangeSet,
    DatabaseDamaged,
    DiskFull,
    FileBusy,
    Folder,
    FolderExists,
    FolderReadOnly,
    NotAProject,
    Put,
    Reason,
    apply,
    backups,
    check_folder,
    create_folder,
    open_folder,
    opening,
)
from app.store import folder as folders
from app.store.folder_problems import (
    DiskFailing,
    FileTooLarge,
    NameTooLong,
    PlaceMissing,
    explained,
)
from methodology.mapping import Actor
from methodology.project import Project
from methodology.record import REGISTRY, Key, Label, Name, Record
from tests.browsing import eventually
from tests.samples import random_snapshot

NOBODY = 65534


def project(name="Quesos de Cajamarca"):
    return Project(id=uuid4(), name=name)


def actor(name="Quesería El Tambo"):
    return ChangeSet("Add", (Put(Actor(id=uuid4(), name=name)),))


def names(folder):
    return [found.name for found in folder.snapshot().all(Actor)]


def test_a_new_folder_has_every_part_and_the_project_in_it(tmp_path):
    path = tmp_path / "con espacios" / "quesos ñandú"

    folder = create_folder(path, made := project(), by="ana")

    assert {part.name for part in path.iterdir() if not part.name.endswith(".lock")} >= {
        "project.db",
        "files",
        "documents",
        "tables",
        "backups",
    }
    assert folder.snapshot().one(Project) == made
    assert folder.revision() == 1
    folder.close()


def test_what_was_entered_is_there_when_the_folder_is_opened_again(make_folder):
    sample = [record for record in random_snapshot(5) if record.table != "project"]
    folder = make_folder(*sample)
    folder.close()

    again = open_folder(folder.path)

    assert set(again.snapshot()) >= set(sample)
    again.close()


def test_a_closed_folder_leaves_no_lock_no_journal_and_no_draft(make_folder):
    folder = make_folder()
    folder.close()
    folder.close()

    assert sorted(path.name for path in folder.path.iterdir()) == [
        "backups",
        "documents",
        "files",
        "project.db",
        "tables",
    ]
    assert folder.is_closed


def test_a_folder_opens_by_its_database_file_too(make_folder):
    folder = make_folder()
    folder.close()

    again = open_folder(folder.path / "project.db")

    assert again.path == folder.path
    again.close()


def test_a_new_project_goes_into_an_empty_folder_only(tmp_path):
    (tmp_path / "mine.txt").write_text("x")

    with pytest.raises(FolderExists):
        create_folder(tmp_path, project(), by="ana")
    with pytest.raises(FolderExists):
        create_folder(tmp_path / "mine.txt", project(), by="ana")

    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_files_that_systems_leave_in_folders_do_not_count(tmp_path):
    (tmp_path / ".DS_Store").touch()
    (tmp_path / "desktop.ini").touch()

    folder = create_folder(tmp_path, project(), by="ana")

    assert folder.path == tmp_path
    folder.close()


def test_what_could_not_be_made_whole_is_taken_away_and_can_be_made_again(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    for module, step in ((opening, "_make_database"), (opening, "back_up_changes")):
        with monkeypatch.context() as disk:
            disk.setattr(module, step, full)
            with pytest.raises(DiskFull):
                create_folder(tmp_path / "new", project(), by="ana")
        assert not (tmp_path / "new").exists()

    create_folder(tmp_path / "new", project(), by="ana").close()


def test_empty_parts_that_a_failure_left_do_not_count(tmp_path):
    for part in ("files", "documents", "tables", "backups"):
        (tmp_path / part).mkdir()

    create_folder(tmp_path, project(), by="ana").close()


def test_parts_that_hold_something_count(tmp_path):
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "mine.txt").touch()

    with pytest.raises(FolderExists):
        create_folder(tmp_path, project(), by="ana")


@pytest.mark.parametrize("kind", ["nothing", "empty", "file", "other database", "text"])
def test_what_is_no_project_is_said_to_be_none_and_left_alone(tmp_path, kind):
    path = tmp_path / "algo"
    if kind not in ("nothing", "file"):
        path.mkdir()
    if kind == "file":
        path.write_text("x")
    if kind == "other database":
        with closing(sqlite3.connect(path / "project.db")) as other:
            other.execute("CREATE TABLE bookmarks (id)")
            other.commit()
    if kind == "text":
        (path / "notes.txt").write_text("x")
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(NotAProject, match=r"project\.db"):
        open_folder(path)

    assert sorted(tmp_path.rglob("*")) == before


def test_a_snapshot_is_read_anew_only_after_a_change(make_folder):
    folder = make_folder()
    first = folder.snapshot()

    same = folder.snapshot()
    folder.apply(actor(), by="ana")

    assert same is first
    assert folder.snapshot().revision == first.revision + 1
    assert names(folder) == ["Quesería El Tambo"]


def test_two_openings_in_one_process_see_each_other(make_folder):
    first = make_folder()
    second = open_folder(first.path)
    assert names(second) == []

    first.apply(actor(), by="ana")

    assert names(second) == ["Quesería El Tambo"]
    second.close()
    first.apply(actor("Otra"), by="ana")
    assert len(names(first)) == 2


def test_a_failing_unit_of_work_leaves_nothing(make_folder):
    folder = make_folder()

    def work():
        with folder.begin() as session:
            apply(session, actor(), by="ana")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        work()
    assert names(folder) == []


def test_an_open_folder_gives_signs_of_life_and_backs_up_while_people_work(tmp_path, monkeypatch):
    monkeypatch.setattr(folders, "BEAT_SECONDS", 0.02)
    monkeypatch.setattr(folders, "_BEATS_TO_BACKUP", 2)
    folder = create_folder(tmp_path / "quesos", project(), by="ana")
    (lock,) = folder.path.glob("*.lock")
    lock.unlink()

    folder.apply(actor(), by="ana")

    eventually(lock.exists, True)
    eventually(lambda: Reason.REGULAR in {found.reason for found in backups(folder.path)}, True)
    folder.close()
    assert not lock.exists()


def test_a_program_that_ends_without_closing_leaves_no_lock(make_folder, tmp_path):
    path = make_folder().path
    script = tmp_path / "forgetful.py"
    script.write_text(
        "import sys\nfrom pathlib import Path\nfrom app.store import open_folder\n"
        "folder = open_folder(Path(sys.argv[1]))\n"
    )

    command = [sys.executable, str(script), str(path)]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONPATH": str(Path.cwd())})

    assert len(list(path.glob("*.lock"))) == 1


def test_several_threads_write_and_read_at_once(make_folder):
    folder = make_folder()

    def work(number):
        for step in range(5):
            folder.apply(actor(f"{number}-{step}"), by=str(number))
            folder.snapshot()

    threads = [Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set(names(folder))) == 20


@pytest.mark.parametrize("is_late", [False, True])
def test_a_record_type_that_only_a_test_declares_has_its_table(make_folder, is_late):
    early = make_folder() if is_late else None

    class Probe(Record):
        table = "probe"
        title = "Probes"

        name: Annotated[Name, Label("Name"), Key()]

    try:
        folder = open_folder(early.path) if early else make_folder()
        probe = Probe(id=uuid4(), name="Sonda")
        folder.apply(ChangeSet("Add", (Put(probe),)), by="ana")
        folder.close()

        assert "Sonda" in (folder.path / "tables" / "probe.csv").read_text("utf-8-sig")
        assert check_folder(folder.path) == []
    finally:
        REGISTRY.pop("probe")


def test_a_full_disk_keeps_what_was_saved_and_says_so(make_folder):
    folder = make_folder()
    folder.apply(actor(), by="ana")

    with pytest.raises(DiskFull):
        fill_the_disk(folder)

    assert names(folder) == ["Quesería El Tambo"]


def fill_the_disk(folder):
    with folder.begin() as session:
        connection = session.connection()
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        connection.exec_driver_sql("CREATE TABLE big AS SELECT zeroblob(1000000) AS b")


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (OSError(28, "No space left on device"), DiskFull),
        (PermissionError(13, "Permission denied"), FolderReadOnly),
        (OSError(30, "Read-only file system"), FolderReadOnly),
        (FileNotFoundError(2, "No such file or directory"), PlaceMissing),
        (OSError(36, "File name too long"), NameTooLong),
        (OSError(27, "File too large"), FileTooLarge),
        (OSError(5, "Input/output error"), DiskFailing),
        (sqlite3.OperationalError("disk I/O error"), DiskFailing),
        (sqlite3.OperationalError("attempt to write a readonly database"), FolderReadOnly),
        (sqlite3.OperationalError("database is locked"), FileBusy),
        (sqlite3.OperationalError("database or disk is full"), DiskFull),
        (sqlite3.DatabaseError("database disk image is malformed"), DatabaseDamaged),
    ],
)
def test_errors_of_disk_and_database_are_explained(tmp_path, error, problem):
    with pytest.raises(problem, match=tmp_path.name), explained(tmp_path):
        raise error


def test_an_error_that_nobody_can_mend_is_not_dressed_up(tmp_path):
    with pytest.raises(OSError, match="odd"), explained(tmp_path):
        raise OSError(99, "odd")


@contextmanager
def as_nobody() -> Iterator[Path]:
    """Give a folder under a person without rights, since the superuser may write anywhere."""
    with tempfile.TemporaryDirectory() as made:
        path = Path(made)
        path.chmod(0o755)
        create_folder(path / "quesos", project(), by="ana").close()
        if os.geteuid() != 0:
            (path / "quesos").chmod(0o555)
            yield path / "quesos"
            (path / "quesos").chmod(0o755)
            return
        os.seteuid(NOBODY)
        try:
            yield path / "quesos"
        finally:
            os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="rights of folders are others on Windows")
def test_a_folder_that_cannot_be_written_is_explained_and_left_alone():
    with as_nobody() as path:
        with pytest.raises(FolderReadOnly, match="Choose a place of your own"):
            open_folder(path)

        assert sorted(found.name for found in path.iterdir()) == [
            "backups",
            "documents",
            "files",
            "project.db",
            "tables",
        ]


def test_two_programs_that_make_one_folder_at_once_do_not_overwrite_each_other(tmp_path):
    start, found = Barrier(4), []

    def make(name):
        start.wait()
        try:
            found.append(create_folder(tmp_path / "p", Project(id=uuid4(), name=name), by="ana"))
        except FolderExists as problem:
            found.append(problem)

    threads = [Thread(target=make, args=(f"P{number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    (made,) = [one for one in found if isinstance(one, Folder)]
    assert len(found) == 4
    assert len(made.snapshot().all(Project)) == 1
    made.close()
