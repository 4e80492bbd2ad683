"""The schema's version, and the frozen steps that bring older databases to it.

New databases are made from the declarations, at the latest version. A migration is a function of
frozen SQL that never imports the records; once released it is never edited. All steps that a
database lacks run in one transaction, so a failure leaves it as it was.
"""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from app.store import sqlite_file

Migration = Callable[[sqlite3.Connection], None]

MIGRATIONS: tuple[Migration, ...] = ()  # the first leads from schema 1 to schema 2, and so on


def latest() -> int:
    """Return the version of the schema that this program writes."""
    return 1 + len(MIGRATIONS)


def stamp(connection: sqlite3.Connection, version: int) -> None:
    """Note in a database which version of the schema it has, since when, and whose it is."""
    connection.execute(
        "CREATE TABLE IF NOT EXISTS schema (version INTEGER NOT NULL PRIMARY KEY,"
        " since VARCHAR NOT NULL)"
    )
    now = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute("INSERT INTO schema (version, since) VALUES (?, ?)", (version, now))
    connection.execute(f"PRAGMA user_version = {version:d}")
    connection.execute(f"PRAGMA application_id = {sqlite_file.APPLICATION:d}")


def migrate(path: Path) -> None:
    """Bring a database to the latest version in one transaction; nothing changes on failure."""
    with sqlite_file.connected(path) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN IMMEDIATE")
        try:
            _climb(connection)
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def _climb(connection: sqlite3.Connection) -> None:
    for version in range(sqlite_file.schema_version(connection), latest()):
        MIGRATIONS[version - 1](connection)
        stamp(connection, version + 1)
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise sqlite3.IntegrityError(f"dangling references after migration: {broken[:5]}")
