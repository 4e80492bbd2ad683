"""What tests of the commands share: the command line run for real, in a folder of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.__main__ import main
from app.store.opening import open_folder
from methodology.snapshot import Snapshot

Run = Callable[..., tuple[int, str]]


@pytest.fixture(autouse=True)
def own_desk(monkeypatch, tmp_path) -> Path:
    """Give each test a home and a working folder of its own, in English."""
    monkeypatch.setenv("DINAMO_HOME", str(tmp_path / "desk"))
    monkeypatch.setenv("DINAMO_LANGUAGE", "en")
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "desk"


@pytest.fixture
def run(capsys) -> Run:
    """Give what runs a command and returns its exit code and everything it said."""

    def run_command(*words: object) -> tuple[int, str]:
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run_command


@pytest.fixture
def project(run, tmp_path) -> Path:
    """Give the folder of a new project in Uruguay."""
    folder = tmp_path / "quesos de montaña"
    code, said = run("new", folder, "--name", "Quesos", "--country", "es-UY", "--currency", "UYU")
    assert code == 0, said
    return folder


def content(folder: Path) -> Snapshot:
    """Return the records of a project folder."""
    opened = open_folder(folder)
    try:
        return opened.snapshot()
    finally:
        opened.close()


def write(path: Path, text: str) -> Path:
    """Write a file and return its path."""
    path.write_text(text, encoding="utf-8")
    return path
