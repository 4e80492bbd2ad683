"""Going back to a backup, in a new folder or over a project, which is backed up before."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, insert, select

from app.store import database as engines
from app.store import sqlite_file
from app.store.backup import Reason, back_up_database
from app.store.ballot_tables import LINKED
from app.store.content import is_good_copy
from app.store.folder_problems import (
    BackupUnreadable,
    FileMissing,
    FolderExists,
    NewerVersion,
    explained,
    when,
)
from app.store.layout import database, is_project, make_parts
from app.store.lock import acquire
from app.store.mending import set_aside
from app.store.migrations import latest, migrate
from app.store.packing import is_free
from app.store.tables import schema
from app.whole_files import replace, temporary
from methodology.text import N_, Problem


def restore(backup: Path, path: Path, *, by: str = "", force: bool = False) -> Path | None:
    """Put a backup's content into a project folder; return where the content before was kept.

    Into a new or empty folder it makes a project; over a project that programs of this computer
    may have open, its history gains an act that says so. FolderExists when the folder holds
    something else; BackupUnreadable, NewerVersion or FolderLocked leave it as it was.
    """
    _refuse_unusable(backup)
    path = path.expanduser().absolute()
    if not is_free(path) and not is_project(path):
        raise FolderExists(path)
    with explained(path):
        make_parts(path)
        lock = acquire(path, force=force)
        draft = temporary(database(path))
        try:
            while True:
                sqlite_file.copy(backup, draft)
                migrate(draft)
                is_done, kept = _put(draft, path, by)
                if is_done:
                    return kept
        finally:
            sqlite_file.remove(draft)
            lock.release()


def _refuse_unusable(backup: Path) -> None:
    if not backup.is_file():
        raise FileMissing(backup)
    if not is_good_copy(backup):
        raise BackupUnreadable(backup)
    with sqlite_file.connected(backup) as connection:
        if sqlite_file.schema_version(connection) > latest():
            raise NewerVersion(backup)


def _put(draft: Path, path: Path, by: str) -> tuple[bool, Path | None]:
    """Put a draft in place; say whether that was done, and where the content before was kept.

    It is not done when somebody wrote after that was kept: it would be in neither.
    """
    live = database(path)
    if sqlite_file.is_sound(live):
        with sqlite_file.writers_waiting(live):
            _refuse_open_rounds(live)
            kept, last = back_up_database(path, Reason.RESTORE), _last_revision(live)
            _note(draft, by, beyond=last)
        return sqlite_file.overwrite(draft, live, lambda: _last_revision(live) == last), kept
    aside = set_aside(live)
    replace(draft, live)
    return True, aside


class RoundsOpen(Problem):
    """A restore that would lose the ballots of a round that is open."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "A round of votes is open, and its ballots are in no copy. Nothing was changed:"
                " close or void the round first."
            )
        )


def _refuse_open_rounds(live: Path) -> None:
    with sqlite_file.connected(live) as connection:
        there = sqlite_file.row_counts(connection)
    if any(there.get(table) for table in LINKED):
        raise RoundsOpen


def _last_revision(path: Path) -> int:
    with sqlite_file.connected(path) as connection:
        return int(connection.execute("SELECT max(revision) FROM act").fetchone()[0] or 0)


def _note(draft: Path, by: str, beyond: int) -> None:
    """Write the act of going back, under a revision that neither state has had.

    Whoever holds the project as of an earlier revision then sees that it changed.
    """
    act, engine = schema().act, engines.open_engine(draft)
    try:
        with engines.writing(engine) as session:
            last = session.execute(select(func.max(act.c.revision))).scalar() or 0
            at = session.execute(select(act.c.at).where(act.c.revision == last)).scalar()
            now = datetime.now(UTC)
            state = datetime.fromisoformat(at) if at else now
            row = {
                "revision": max(last, beyond) + 1,
                "at": now.isoformat(),
                "by": by,
                "title": N_("Go back to the copy of {moment}"),
                "values": {"moment": when(state)},
                "count": 0,
            }
            session.execute(insert(act), row)
    finally:
        engine.dispose()
    with sqlite_file.connected(draft) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
