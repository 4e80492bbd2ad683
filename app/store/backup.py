"""Backups: verified copies of the database, named for their moment and reason, and rotated."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from sqlite3 import DatabaseError

from app.store import sqlite_file
from app.store.folder_problems import explained
from app.store.layout import BACKUP_NAMES, BACKUPS, database

KEPT_LATEST = 10
KEPT_DAYS = 14
_STAMP = "%Y-%m-%d-%H%M%SZ"
_NAME = re.compile(r"(\d{4}-\d\d-\d\d-\d{6}Z)-([a-z-]+?)(?:-(\d+))?\.db")


class Reason(StrEnum):
    """Why a backup was made; part of its name."""

    OPENING = "opening"
    CLOSING = "closing"
    REGULAR = "regular"
    MIGRATION = "before-migration"
    IMPORT = "before-import"
    RESTORE = "before-restore"
    DEMAND = "on-demand"


@dataclass(frozen=True, order=True)
class Backup:
    """A copy of the database in the folder `backups`; sorts by age."""

    at: datetime
    count: int
    path: Path
    reason: Reason


def back_up_database(folder: Path, reason: Reason, at: datetime | None = None) -> Path:
    """Copy the database of a project folder into its backups, verified, and rotate them.

    DiskFull or FolderReadOnly when it cannot be written; earlier backups are then kept.
    """
    kept = folder / BACKUPS
    with explained(folder):
        kept.mkdir(exist_ok=True)
        path = _unused(kept, (at or datetime.now(UTC)).astimezone(UTC), reason)
        sqlite_file.copy(database(folder), path)
        for old in outdated(backups(folder), at or datetime.now(UTC)):
            old.path.unlink(missing_ok=True)
    return path


def back_up_changes(folder: Path, reason: Reason) -> Path:
    """Back up unless the newest backup holds the same; return the newest."""
    newest = next(iter(backups(folder)), None)
    with explained(folder):
        if newest and _last_act(newest.path) == _last_act(database(folder)) != ():
            return newest.path
    return back_up_database(folder, reason)


def backups(folder: Path) -> tuple[Backup, ...]:
    """Return the backups of a project folder, newest first."""
    found = (_read_name(path) for path in (folder / BACKUPS).glob(BACKUP_NAMES))
    return tuple(sorted(filter(None, found), reverse=True))


def outdated(found: Iterable[Backup], now: datetime) -> tuple[Backup, ...]:
    """Return the backups that need not be kept.

    Kept are the last ten, the last of each day for fourteen days and the last of each month.
    """
    newest_first = sorted(found, reverse=True)
    kept = set(newest_first[:KEPT_LATEST])
    days: set[str] = set()
    months: set[str] = set()
    for backup in newest_first:
        day, month = f"{backup.at:%Y-%m-%d}", f"{backup.at:%Y-%m}"
        if day not in days and backup.at > now - timedelta(days=KEPT_DAYS):
            kept.add(backup)
        if month not in months:
            kept.add(backup)
        days.add(day)
        months.add(month)
    return tuple(backup for backup in newest_first if backup not in kept)


def _last_act(path: Path) -> tuple[object, ...]:
    """Return what tells the states of a project apart, nothing when it cannot be read."""
    try:
        with sqlite_file.connected(path) as connection:
            version = sqlite_file.schema_version(connection)
            last = "SELECT revision, at FROM act ORDER BY revision DESC LIMIT 1"
            return (version, *(connection.execute(last).fetchone() or ()))
    except (OSError, DatabaseError):
        return ()


def _unused(kept: Path, at: datetime, reason: Reason) -> Path:
    """Return a name for a backup; those of one second are counted, so that they sort by age."""
    stamp = at.strftime(_STAMP)
    earlier = [_read_name(path) for path in kept.glob(f"{stamp}-*.db")]
    count = max((backup.count for backup in earlier if backup), default=0) + 1
    return kept / (f"{stamp}-{reason}.db" if count == 1 else f"{stamp}-{reason}-{count}.db")


def _read_name(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None or match[2] not in list(Reason):
        return None
    at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
    return Backup(at, int(match[3] or 1), path, Reason(match[2]))
