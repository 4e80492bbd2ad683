"""A database for tests that need many: one file, emptied for each, which waits for no disk."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import lru_cache
from pathlib import Path

from sqlalchemy import Engine, event

from app.store import open_engine
from app.store.tables import schema
from methodology.record import Record
from methodology.records import record_types

Emptied = Callable[[], Engine]


class QuickDatabase:
    """A project's database that outlives a test: its statements are compiled once for all."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "project.db"
        self.engine = open_engine(self.path)
        event.listen(self.engine, "connect", _hurry)

    def emptied(self) -> Engine:
        """Return the engine, all tables of today there and nothing in them."""
        with closing(sqlite3.connect(self.path)) as target:
            _hurry(target)
            _blank(record_types()).backup(target)
        return self.engine


def _hurry(raw: sqlite3.Connection, _: object = None) -> None:
    raw.execute("PRAGMA synchronous = OFF").close()


@lru_cache(maxsize=2)
def _blank(_types: tuple[type[Record], ...]) -> sqlite3.Connection:
    made = sqlite3.connect(":memory:")
    for statement in schema().statements:
        made.execute(statement)
    return made
