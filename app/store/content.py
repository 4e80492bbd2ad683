"""What a database holds, read from end to end: SQLite's own check passes over spoiled texts."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy import NullPool, create_engine, inspect, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.store import sqlite_file
from app.store.loading import filled_tables
from app.store.migrations import latest
from app.store.tables import ID, ROW, as_record, schema
from methodology.record import Record
from methodology.text import Problem

_HISTORY = {"act": ("values",), "alteration": ("before", "after")}
_SPOILED = (ValueError, LookupError, TypeError, OSError, sqlite3.Error, SQLAlchemyError)


@dataclass(frozen=True)
class Row:
    """A stored row: the record it makes, or why it makes none."""

    cls: type[Record]
    id: str
    found: Record | ValidationError


def is_whole(path: Path) -> bool:
    """Say whether a database is sound and every record and act in it can be read.

    Of another version of the schema only the soundness is told: its records are not known here.
    An error of the moment, such as a lock, is for the caller: it says nothing of the content.
    """
    if not sqlite_file.is_sound(path):
        return False
    try:
        with sqlite_file.connected(path) as connection:
            if sqlite_file.schema_version(connection) != latest():
                return True
            _read_history(connection)
        with viewing(path) as session:
            return all(isinstance(read.found, Record) for read in rows(session))
    except _SPOILED as error:
        if sqlite_file.is_passing(getattr(error, "orig", error)):
            raise
        return False


def is_good_copy(path: Path) -> bool:
    """Say whether a backup is whole and can be read now."""
    try:
        return is_whole(path)
    except (Problem, *_SPOILED):
        return False


def rows(session: Session) -> Iterator[Row]:
    """Yield every row of the tables that are there, as its record or with what is wrong with it."""
    there, tables = tables_there(session), schema().records
    for cls in filled_tables(session, tuple(cls for cls in tables if cls.table in there)):
        for row in session.execute(select(tables[cls])).mappings():
            values = {name: value for name, value in row.items() if name != ROW}
            try:
                yield Row(cls, str(values[ID]), as_record(cls, values))
            except ValidationError as error:
                yield Row(cls, str(values[ID]), error)


def tables_there(session: Session) -> frozenset[str]:
    """Return the names of the tables that the database has."""
    return frozenset(inspect(session.connection()).get_table_names())


@contextmanager
def viewing(path: Path) -> Iterator[Session]:
    """Give a session that reads a database file, a backup too, and leaves it byte by byte."""
    engine = create_engine(
        "sqlite://", creator=lambda: sqlite_file.connect(path), poolclass=NullPool
    )
    with Session(engine) as session:
        yield session


def _read_history(connection: sqlite3.Connection) -> None:
    for table, columns in _HISTORY.items():
        found = connection.execute(f"SELECT * FROM {sqlite_file.quoted(table)}")
        names = [column[0] for column in found.description]
        for row in found:
            cells = dict(zip(names, row, strict=True))
            for column in columns:
                json.loads(cells[column] or "null")
