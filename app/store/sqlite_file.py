"""SQLite files as files: are they sound, whose are they, and a verified copy of one in use."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from app.store.ballot_tables import LINKED
from app.store.folder_problems import FolderReadOnly
from app.store.layout import WORKING_SUFFIXES
from app.whole_files import replace, temporary

APPLICATION = 0x44494E41  # "DINA": marks a database as a project of this program
BUSY_SECONDS = 20  # how long one who writes waits for another


_PASSING = {  # what keeps a database from being read today, whatever it holds
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
}
_UNREADABLE_DISK = {
    getattr(sqlite3, "SQLITE_IOERR_CORRUPTFS", 8458),  # unnamed where SQLite is older than 3.34
    sqlite3.SQLITE_IOERR_READ,
    sqlite3.SQLITE_IOERR_SHORT_READ,
}


class _Changed(Exception):
    """What was to be overwritten is not any more what it was."""


class CopyFailed(sqlite3.DatabaseError):
    """A copy that does not hold what its original holds."""


@contextmanager
def connected(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a database file that exists, outside any transaction; FileNotFoundError otherwise."""
    if not path.is_file():
        raise FileNotFoundError(path)
    with closing(connect(path)) as connection:
        yield connection


def connect(path: Path) -> sqlite3.Connection:
    """Connect to a database file, also on a medium that takes no writing.

    SQLite makes files beside a database to read its journal. Where it cannot, and there is no
    journal, the database is read as it lies there; FolderReadOnly when there is one.
    """
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    if not _lacks_a_place(connection):
        return connection
    connection.close()
    journal = path.with_name(f"{path.name}-wal")
    if journal.is_file() and journal.stat().st_size:
        raise FolderReadOnly(path.parent)
    address = f"{path.absolute().as_uri()}?immutable=1"
    return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)


def existing(path: Path) -> str:
    """Return the address of a database file that is never made when it is missing."""
    return f"{path.absolute().as_uri()}?mode=rw"


@contextmanager
def writers_waiting(path: Path) -> Iterator[None]:
    """Have whoever wants to write into a database wait until the block ends."""
    with connected(path) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            connection.execute("ROLLBACK")


def _lacks_a_place(connection: sqlite3.Connection) -> bool:
    """Say whether SQLite could not make its own files; other errors are for who reads."""
    try:
        connection.execute("PRAGMA schema_version").close()
    except sqlite3.DatabaseError as error:
        return "unable to open" in str(error) or "readonly" in str(error)
    return False


def is_sound(path: Path) -> bool:
    """Say whether the file is a readable database of this program.

    One that only cannot be read now, in use or on a full disk, is not called damaged: the error
    is for the caller.
    """
    try:
        with connected(path) as connection:
            return not damage(connection) and application(connection) == APPLICATION
    except FileNotFoundError:
        return False
    except sqlite3.DatabaseError as error:
        if is_passing(error):
            raise
        return False


def is_passing(error: BaseException | None) -> bool:
    """Say whether an error is of the moment, such as a lock or a full disk, and no damage."""
    code = getattr(error, "sqlite_errorcode", None) or 0
    return code & 0xFF in _PASSING and code not in _UNREADABLE_DISK


def is_foreign(path: Path) -> bool:
    """Say whether the file is a sound database that some other program made."""
    try:
        with connected(path) as connection:
            return application(connection) != APPLICATION and bool(tables(connection))
    except FileNotFoundError:
        return False
    except sqlite3.DatabaseError as error:
        if is_passing(error):
            raise
        return False


def damage(connection: sqlite3.Connection) -> str:
    """Return what SQLite's quick check finds wrong, empty when nothing."""
    try:
        found = [str(row[0]) for row in connection.execute("PRAGMA quick_check(3)")]
    except UnicodeDecodeError as error:  # the answer quotes the spoiled bytes
        found = [str(error)]
    return "" if found == ["ok"] else "; ".join(found)


def application(connection: sqlite3.Connection) -> int:
    """Return the mark of the program that made the database."""
    return int(connection.execute("PRAGMA application_id").fetchone()[0])


def schema_version(connection: sqlite3.Connection) -> int:
    """Return the version of the schema, 0 before there is one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def tables(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names of the tables."""
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " ORDER BY name"
    )
    return tuple(row[0] for row in rows)


def columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """Return the names of a table's columns."""
    return tuple(row[1] for row in connection.execute(f"PRAGMA table_info({quoted(table)})"))


def keys(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """Return the names of the columns that make up a table's primary key, in its order."""
    found = connection.execute(f"PRAGMA table_info({quoted(table)})")
    return tuple(row[1] for row in sorted(found, key=lambda row: row[5]) if row[5])


def quoted(name: str) -> str:
    """Return the name of a table or column as SQL reads it whatever it holds."""
    return '"' + name.replace('"', '""') + '"'


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows each table has."""
    return {
        table: int(connection.execute(f"SELECT count(*) FROM {quoted(table)}").fetchone()[0])
        for table in tables(connection)
    }


def copy(source: Path, target: Path) -> None:
    """Copy a database, even one in use, and put the copy in place once it is verified.

    Ballots that are still linked to their voters are left out, so that sealing can destroy them.
    CopyFailed when the copy is not sound or lacks rows; the target is then as it was.
    """
    draft = temporary(target)
    try:
        with connected(source) as origin, closing(sqlite3.connect(draft)) as made:
            made.isolation_level = None
            origin.execute("BEGIN")
            counts = row_counts(origin)
            origin.backup(made)
            origin.execute("COMMIT")
            made.execute("PRAGMA journal_mode = DELETE")
            leave_out(made, counts)
            verify(made, counts)
        replace(draft, target)
    finally:
        remove(draft)


def leave_out(made: sqlite3.Connection, counts: dict[str, int]) -> None:
    """Take linked ballots out of a copy, byte by byte; `counts` no longer counts them."""
    linked = [table for table in LINKED if counts.get(table)]
    made.execute("PRAGMA secure_delete = ON").close()
    for table in linked:
        made.execute(f"DELETE FROM {quoted(table)}")
        counts[table] = 0
    if linked:
        made.execute("VACUUM")


def verify(made: sqlite3.Connection, counts: dict[str, int]) -> None:
    """Compare a copy with the row counts of its original; CopyFailed when they differ."""
    found = damage(made)
    if found:
        raise CopyFailed(found)
    if row_counts(made) != counts:
        raise CopyFailed(f"rows differ: {counts} became {row_counts(made)}")


def overwrite(source: Path, target: Path, is_still: Callable[[], bool]) -> bool:
    """Put the content of one database into another that programs may have open.

    `is_still` is asked once nobody else can write any more; when it says no, nothing is changed
    and the answer is False.
    """

    def ask(_status: int, _left: int, _total: int) -> None:
        if not asked:
            asked.append(is_still())
        if not asked[0]:
            raise _Changed

    asked: list[bool] = []
    with connected(source) as origin, connected(target) as reached:
        try:
            origin.backup(reached, pages=1, progress=ask)  # asked before the last page
        except _Changed:
            return False
        reached.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return True


def remove(path: Path) -> None:
    """Delete a database file and the working files beside it."""
    for suffix in ("", *WORKING_SUFFIXES):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
