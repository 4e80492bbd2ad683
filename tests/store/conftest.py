"""An empty database, or a project folder of its own, for every test of the store."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import Engine

from app.store import (
    Act,
    Change,
    ChangeSet,
    Folder,
    Put,
    apply,
    create_folder,
    create_tables,
    load,
    open_engine,
    reading,
    undo,
    writing,
)
from methodology.project import Project
from methodology.record import Record
from methodology.snapshot import Snapshot
from tests.quick import QuickDatabase


class Database:
    """A new database, and short ways to write to it and to read it."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def apply(self, *changes: Change, title: str = "Edit", by: str = "ana", **options: Any) -> Act:
        with writing(self.engine) as session:
            return apply(session, ChangeSet(title, changes), by=by, **options)

    def put(self, *records: Record) -> Act:
        return self.apply(*map(Put, records), title="Import")

    def undo(self, revision: int, by: str = "ana") -> Act:
        with writing(self.engine) as session:
            return undo(session, revision, by=by)

    def snapshot(self) -> Snapshot:
        return self.read(load)

    def read(self, question: Callable[..., Any], *values: Any, **options: Any) -> Any:
        with reading(self.engine) as session:
            return question(session, *values, **options)


@pytest.fixture
def open_database(tmp_path):
    """Return a maker of databases; all are closed after the test."""
    engines = []

    def make(name="project"):
        engine = open_engine(tmp_path / f"{name}.db")
        engines.append(engine)
        with writing(engine) as session:
            create_tables(session.connection())
        return Database(engine)

    yield make
    for engine in engines:
        engine.dispose()


@pytest.fixture(scope="session")
def emptied(tmp_path_factory):
    """Return what empties the database that tests share and gives its engine."""
    quick = QuickDatabase(tmp_path_factory.mktemp("store"))
    yield quick.emptied
    quick.engine.dispose()


@pytest.fixture
def database(emptied):
    """Return a database that is empty; tests share its file one after the other."""
    return Database(emptied())


class FolderMaker:
    """Makes project folders holding some records."""

    def __init__(self, around: Path) -> None:
        self.around, self.opened = around, []

    def __call__(self, *records: Record, name: str = "quesos") -> Folder:
        project = Project(id=uuid4(), name="Quesos de Cajamarca")
        folder = create_folder(self.around / name, project, by="ana")
        self.opened.append(folder)
        if records:
            folder.apply(ChangeSet("Import", tuple(map(Put, records))), by="ana")
        return folder

    def close(self) -> None:
        for folder in self.opened:
            folder.close()


@pytest.fixture
def make_folder(tmp_path):
    """Return a maker of project folders; all are closed after the test."""
    with closing(FolderMaker(tmp_path)) as maker:
        yield maker


@pytest.fixture(scope="module")
def make_shared_folder(tmp_path_factory):
    """Return a maker of project folders that the tests of a module leave as they are."""
    with closing(FolderMaker(tmp_path_factory.mktemp("shared"))) as maker:
        yield maker
