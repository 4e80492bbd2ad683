"""The database engine and its transactions: whatever is particular to SQLite stands here."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session as Session
from sqlalchemy.pool import ConnectionPoolEntry

from app.store.sqlite_file import BUSY_SECONDS
from methodology.text import N_, Problem

TROUBLE = (sqlite3.Error, SQLAlchemyError, OSError)  # what a disk or another program may cause
_FILE = "file"
_PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
)


class DatabaseBusy(Problem):
    """Somebody else has been writing for so long that this act was given up."""


class Replaced(Problem):
    """The file that is open is not any more the one of that name: what is written would be lost."""

    def __init__(self, path: str) -> None:
        super().__init__(
            N_(
                "Another program, such as a synchronized drive, put another file in the place of"
                " {path} while it was open here, so nothing was written. Stop Dínamo, look whether"
                " the project is whole, and open it again."
            ),
            path=path,
        )


def open_engine(path: Path) -> Engine:
    """Return the engine of a database file, which is made when it does not exist."""
    engine = create_engine(URL.create("sqlite", database=str(path)))
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """Give a session whose changes are kept together at the end, or none of them on an error.

    The first statement takes the write lock, so what is read afterwards holds until the end.
    """
    bound = engine.execution_options(is_writing=True)
    with _busy_explained(), Session(bound) as session, session.begin():
        yield session


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """Give a session that sees the database as it is at its first statement, and locks nobody."""
    with _busy_explained(), Session(engine) as session:
        yield session


@contextmanager
def _busy_explained() -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        if "locked" not in str(error.orig):
            raise
        raise DatabaseBusy(
            N_("Somebody else is saving much at this moment. Nothing of yours was kept; try again.")
        ) from error


def _prepare(raw: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
    """Leave transactions to us: the driver would begin them late and lock too little."""
    raw.isolation_level = None
    for pragma in _PRAGMAS:
        raw.execute(pragma).close()
    path = raw.execute("PRAGMA database_list").fetchone()[2]
    record.info[_FILE] = path, _identity(path)


def _begin(connection: Connection) -> None:
    is_writing = connection.get_execution_options().get("is_writing", False)
    path, opened = connection.info[_FILE]
    if is_writing and _identity(path) != opened:
        raise Replaced(path)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


def _identity(path: str) -> tuple[int, int]:
    """Return what tells a file from another of the same name; FileNotFoundError without one."""
    found = Path(path).stat()
    return found.st_dev, found.st_ino
