"""What tests of the screens share: projects of three sizes, and the program opened on a page."""

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from app import keyboard, recent
from app.store import ChangeSet, Put
from app.store.folder import Folder
from app.store.opening import create_folder, open_folder
from methodology.project import Project
from methodology.snapshot import Snapshot
from tests.samples import large_snapshot

MAIN = Path(__file__).resolve().parents[2] / "app" / "main.py"
AUTHOR = "Ana"
Open = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def own_desk(tmp_path, monkeypatch) -> Path:
    """Give each test a list of projects, a keyboard and a home folder of its own."""
    monkeypatch.setenv("DINAMO_HOME", str(tmp_path / "desk"))
    monkeypatch.setenv("HOME", str(tmp_path / "house"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "house"))
    monkeypatch.setenv("DINAMO_LANGUAGE", "es")
    (tmp_path / "house").mkdir()
    return tmp_path / "desk"


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """Close every folder and forget every reading after each test."""
    yield
    st.cache_resource.clear()
    st.cache_data.clear()


@cache
def empty_project() -> Snapshot:
    """Return a project that somebody has just created."""
    return Snapshot([Project(id=UUID(int=1), name="Quesos & Cía.")])


@cache
def small_project() -> Snapshot:
    """Return a project of thirty actors."""
    return large_snapshot(30, 60)


def make_folder(path: Path, snapshot: Snapshot) -> Path:
    """Write a project into a new folder, put it on the list and close it."""
    write_folder(path, snapshot)
    recent.remember(path, snapshot.one(Project).name)
    return path


def write_folder(path: Path, snapshot: Snapshot) -> Path:
    """Write a project into a new folder and close it."""
    project = snapshot.one(Project)
    assert project is not None
    folder = create_folder(path, project, by=AUTHOR)
    rows = tuple(Put(record) for record in snapshot if record.id != project.id)
    if rows:
        folder.apply(ChangeSet("Import {file}", rows, {"file": "actores.xlsx"}), by=AUTHOR)
    folder.close()
    return path


@pytest.fixture(scope="session")
def copy_of(tmp_path_factory) -> Callable[[Callable[[], Snapshot], Path], Path]:
    """Give what puts a copy of a project, made once for all tests, into a new folder."""
    patterns = tmp_path_factory.mktemp("patterns")

    @cache
    def pattern(make: Callable[[], Snapshot]) -> Path:
        return write_folder(patterns / make.__name__, make())

    def copied(make: Callable[[], Snapshot], path: Path) -> Path:
        shutil.copytree(pattern(make), path)
        recent.remember(path, make().one(Project).name)
        return path

    return copied


@pytest.fixture
def empty_folder(copy_of, tmp_path) -> Path:
    """Give the folder of an empty project."""
    return copy_of(empty_project, tmp_path / "empty")


@pytest.fixture
def small_folder(copy_of, tmp_path) -> Path:
    """Give the folder of a project of thirty actors."""
    return copy_of(small_project, tmp_path / "small")


@pytest.fixture(scope="session")
def known_pages() -> dict[str, dict[str, Any]]:
    """Give what a project's first page told of the others, to open one without it."""
    return {}


@pytest.fixture
def open_screen(own_desk, known_pages) -> Open:
    """Give what opens a page of the program: `open_screen("mapping", folder, language="en")`."""

    def open_page(
        screen: str = "", folder: Path | None = None, language: str = "", person: str = AUTHOR
    ) -> AppTest:
        if person:
            keyboard.remember_person(person)
        page = AppTest.from_file(str(MAIN), default_timeout=60)
        if folder is not None:
            page.query_params["project"] = recent.remember(folder, folder.name)
        if language:
            page.query_params["language"] = language
        if folder is None or not (screen and known_pages):
            page.run()
        if folder is not None:
            known_pages.update(page._registered_pages)
            page._registered_pages = known_pages
        return page.switch_page(f"screens/{screen}.py").run() if screen else page

    return open_page


@pytest.fixture
def look_inside() -> Iterator[Callable[[Path], Folder]]:
    """Give what opens a project beside the program, to see or do what somebody else would."""
    opened: list[Folder] = []

    def look(path: Path) -> Folder:
        opened.append(open_folder(path))
        return opened[-1]

    yield look
    for folder in opened:
        folder.close()


def show_view(page: AppTest, key: str, view: str) -> AppTest:
    """Have a page show one of its views."""
    page.session_state[key] = view
    return page.run()


def texts(page: AppTest) -> str:
    """Return everything a page says in words, one piece a line, titles first."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "text", "error", "warning")
    found = [str(piece.value) for kind in kinds for piece in page.get(kind)]
    found += [str(piece.value) for kind in ("success", "info") for piece in page.get(kind)]
    return "\n".join(found).replace("\\", "").replace("\u2060", "")
