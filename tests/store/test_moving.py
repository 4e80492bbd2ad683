"""Moving a closed project: everything arrives, and nothing goes before it has arrived."""

import json
import os
import shutil
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from app.store import (
    FolderExists,
    FolderLocked,
    NotAProject,
    attach_file,
    back_up,
    check_folder,
    open_folder,
    save_document,
)
from app.store.layout import PARTS
from app.store.moving import ChangedWhileMoving, FolderOpen, Moved, move_folder
from tests.samples import random_snapshot

ON = date(2026, 6, 12)


@pytest.fixture
def closed(make_folder):
    """Return the place of a closed project with something in every part, and what it holds."""
    folder = make_folder(*(row for row in random_snapshot(4) if row.table != "project"))
    attach_file(folder, "Acta nº 1.pdf", b"%PDF minutes", on=ON, by="ana")
    save_document(folder, lambda _: b"PK plan", "Plan de quesos", ON)
    back_up(folder)
    held = set(folder.snapshot())
    folder.close()
    return folder.path, held


def content(path):
    return {
        str(found.relative_to(path)): found.read_bytes()
        for found in path.rglob("*")
        if found.is_file()
    }


def test_a_moved_project_is_whole_in_its_new_place_and_gone_from_the_old(closed, tmp_path):
    source, held = closed
    before, findings = content(source), [str(one.remark) for one in check_folder(source)]

    moved = move_folder(source, tmp_path / "Otra parte" / "quesos")

    assert moved == Moved(tmp_path / "Otra parte" / "quesos")
    assert content(moved.path) == before
    assert {path.name for path in tmp_path.iterdir()} == {"Otra parte"}
    assert [str(one.remark) for one in check_folder(moved.path)] == findings
    again = open_folder(moved.path)
    assert set(again.snapshot()) == held
    again.close()


def test_what_people_put_into_the_folder_moves_along(closed, tmp_path):
    source, _held = closed
    (source / "Fotos del taller").mkdir()
    (source / "Fotos del taller" / "1.jpg").write_bytes(b"\xff\xd8")
    (source / "vacía").mkdir()

    moved = move_folder(source, tmp_path / "nuevo")

    assert (moved.path / "Fotos del taller" / "1.jpg").read_bytes() == b"\xff\xd8"
    assert (moved.path / "vacía").is_dir()
    assert not source.exists()


def test_an_empty_folder_can_be_moved_into_and_one_with_something_cannot(closed, tmp_path):
    source, _held = closed
    full = tmp_path / "lleno"
    full.mkdir()
    (full / "mío.txt").write_text("x")
    before = content(source)

    for target in (full, source, source / "dentro"):
        with pytest.raises(FolderExists):
            move_folder(source, target)
    assert content(source) == before

    (full / "mío.txt").unlink()
    assert move_folder(source, full).path == full
    assert content(full) == before


def test_an_open_project_stays_where_it_is(make_folder, tmp_path):
    folder = make_folder()

    with pytest.raises(FolderOpen, match="Close it"):
        move_folder(folder.path, tmp_path / "nuevo")

    assert not (tmp_path / "nuevo").exists()
    assert folder.snapshot().revision == folder.revision()


def test_a_project_open_on_another_computer_stays_where_it_is(closed, tmp_path):
    source, _held = closed
    told = {"computer": "PC-DE-LUIS", "key": "other", "pid": os.getpid(), "user": "luis"}
    mark = source / "open-on-other.lock"
    mark.write_text(json.dumps(told | {"seen_at": datetime.now(UTC).isoformat()}))

    with pytest.raises(FolderLocked, match="PC-DE-LUIS"):
        move_folder(source, tmp_path / "nuevo")

    assert [path.name for path in source.glob("*.lock")] == [mark.name]
    assert not (tmp_path / "nuevo").exists()


def test_what_is_no_project_is_not_moved(tmp_path):
    (tmp_path / "fotos").mkdir()

    with pytest.raises(NotAProject):
        move_folder(tmp_path / "fotos", tmp_path / "nuevo")

    assert (tmp_path / "fotos").is_dir()


def test_what_arrives_while_it_is_copied_keeps_the_project_in_its_place(
    closed, tmp_path, monkeypatch
):
    source, _held = closed
    copy = shutil.copytree

    def copy_slowly(*values, **options):
        copy(*values, **options)
        if values[0] == source:  # the copy calls itself for every folder within
            (source / "files" / "llega tarde.pdf").write_bytes(b"%PDF")

    monkeypatch.setattr(shutil, "copytree", copy_slowly)
    with pytest.raises(ChangedWhileMoving):
        move_folder(source, tmp_path / "nuevo")

    assert (source / "files" / "llega tarde.pdf").is_file()
    assert {path.name for path in tmp_path.iterdir()} == {source.name}


def test_a_damaged_project_moves_as_it_is_with_its_backups(closed, tmp_path):
    source, _held = closed
    (source / "project.db").write_bytes(b"broken" * 100)

    moved = move_folder(source, tmp_path / "nuevo")

    assert (moved.path / "project.db").read_bytes() == b"broken" * 100
    again = open_folder(moved.path)
    assert again.notices()
    again.close()


def test_a_journal_that_a_crash_left_is_brought_along(make_folder, tmp_path):
    folder = make_folder()
    left = tmp_path / "tras el corte"
    attach_file(folder, f"{uuid4()}.pdf", b"%PDF", on=ON, by="ana")
    held = set(folder.snapshot())
    shutil.copytree(folder.path, left, ignore=shutil.ignore_patterns("*.lock", "*-shm"))
    assert (left / "project.db-wal").stat().st_size > 0

    moved = move_folder(left, tmp_path / "nuevo")

    again = open_folder(moved.path)
    assert set(again.snapshot()) == held
    assert {path.name for path in moved.path.iterdir() if path.is_dir()} == set(PARTS)
    again.close()
