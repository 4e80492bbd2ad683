"""Old bytes of a database that nobody may read any more: rewritten away, now or when it can be.

What was deleted lives on in the journal while another program reads. A mark in the folder then
says that the work is owed; it is done the next time the project is opened.
"""

import sqlite3
from pathlib import Path

from app.store import sqlite_file
from app.store.layout import OWED, database
from app.whole_files import write

_PATIENCE_MS = 1500  # for readers that hold up the rewriting of the database


def forget_traces(folder: Path) -> bool:
    """Rewrite the database and empty its journal; False when a reader holds that up."""
    with sqlite_file.connected(database(folder)) as connection:
        connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}").close()
        connection.execute("PRAGMA secure_delete = ON").close()
        try:
            connection.execute("VACUUM")
        except sqlite3.OperationalError:
            return False
        is_busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not is_busy


def owe(folder: Path) -> None:
    """Note that traces are about to be left, so that no interruption keeps them."""
    write(folder / OWED, b"")


def is_owing(folder: Path) -> bool:
    """Say whether traces are left that are still to be wiped."""
    return (folder / OWED).exists()


def settle(folder: Path) -> bool:
    """Wipe what is owed; False when another program holds that up: it stays owed."""
    if not is_owing(folder):
        return True
    if not forget_traces(folder):
        return False
    (folder / OWED).unlink(missing_ok=True)
    return True
