"""The example is made by the import itself; everything else works without it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.commands import demonstration
from app.commands.demonstration import NoExample, build_demonstration, tables
from app.store.checking import check_folder
from methodology.mapping import Actor, ChainLink, Tie
from methodology.project import Project
from methodology.record import REGISTRY

ROOT = Path(__file__).resolve().parent.parent
needs_data = pytest.mark.skipif(not tables(), reason="the example's tables are not there")


@needs_data
def test_the_example_is_whole_and_marked_as_an_example(tmp_path):
    folder = build_demonstration(tmp_path)
    snapshot = folder.snapshot()
    folder.close()

    assert "ejemplo" in snapshot.one(Project).name
    assert 12 <= len(snapshot.all(Actor)) <= 20
    assert len(snapshot.all(Tie)) >= 20
    assert len(snapshot.all(ChainLink)) == 6
    assert [finding.remark.text(str) for finding in check_folder(folder.path)] == []


@needs_data
def test_every_table_of_the_example_is_one_of_the_method_and_all_its_rows_arrive(tmp_path):
    folder = build_demonstration(tmp_path)
    snapshot = folder.snapshot()
    folder.close()

    for file in tables():
        cls = REGISTRY[file.stem.split("-", 1)[1]]
        rows = file.read_text(encoding="utf-8").splitlines()[1:]
        assert len(snapshot.all(cls)) == len(rows), file.name


def test_without_its_tables_the_example_says_that_it_is_missing(tmp_path, monkeypatch):
    monkeypatch.setattr(demonstration, "PLACES", (tmp_path,))

    with pytest.raises(NoExample):
        build_demonstration(tmp_path)


def test_the_command_line_works_with_the_example_deleted(tmp_path):
    copied = tmp_path / "dínamo"
    for package in ("app", "methodology"):
        shutil.copytree(ROOT / package, copied / package)
    command = [sys.executable, "-m", "app", "new", str(tmp_path / "nuevo")]

    done = subprocess.run(command, cwd=copied, capture_output=True, text=True, timeout=60)

    assert (done.returncode, done.stderr) == (0, "")
