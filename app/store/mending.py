"""A damaged database: set aside under a clear name, the last good backup in its place."""

from datetime import UTC, datetime
from pathlib import Path

from app.store import sqlite_file
from app.store.backup import backups
from app.store.content import is_good_copy
from app.store.folder_problems import FileBusy, FolderDamaged, FolderMended
from app.store.layout import DAMAGED_PREFIX, WORKING_SUFFIXES, database
from app.store.lock import Lock, holders
from app.whole_files import flush_folder, replace, temporary


def mend(folder: Path, lock: Lock) -> FolderMended:
    """Put the last good backup in the place of a damaged or missing database; tell what is lost.

    FolderDamaged, and nothing is changed, when no backup can be read; FileBusy when another
    program of this computer has the project open.
    """
    broken = database(folder)
    if any(holder.path != lock.path and holder.is_alive for holder in holders(folder)):
        raise FileBusy(broken)
    found = next((copy for copy in backups(folder) if is_good_copy(copy.path)), None)
    if found is None:
        raise FolderDamaged(folder, tuple(backup.path for backup in backups(folder)))
    until = _last_written(broken) or found.at
    draft = temporary(broken)
    try:
        sqlite_file.copy(found.path, draft)
        set_aside(broken)
        replace(draft, broken)
    finally:
        sqlite_file.remove(draft)
    kept = max((path.name for path in folder.glob(f"{DAMAGED_PREFIX}-*.db")), default="")
    return FolderMended(found.path, found.at, kept, max(until, found.at))


def set_aside(broken: Path) -> Path | None:
    """Rename a database and its journals together under a clear name; return it, if there was one.

    The journals must not stay: SQLite would read them into whatever comes in its place.
    """
    kept = broken.with_name(f"{DAMAGED_PREFIX}-{datetime.now(UTC):%Y-%m-%d-%H%M%S%f}Z.db")
    was_there = broken.exists()
    for suffix in (*WORKING_SUFFIXES, ""):
        part = broken.with_name(broken.name + suffix)
        if part.exists():
            part.rename(kept.with_name(kept.name + suffix))
    flush_folder(broken.parent)
    return kept if was_there else None


def _last_written(broken: Path) -> datetime | None:
    parts = (broken.with_name(broken.name + suffix) for suffix in ("", "-wal"))
    times = [part.stat().st_mtime for part in parts if part.exists()]
    return datetime.fromtimestamp(max(times), UTC) if times else None
