"""A closed project folder moved to another place: copied, compared, and only then taken away."""

import shutil
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from app.store import sqlite_file
from app.store.folder_problems import AtPath, FolderExists, NotAProject, explained
from app.store.layout import LOCK_SUFFIX, database, is_project
from app.store.lock import Lock, acquire, holders
from app.store.packing import clear, is_free
from app.whole_files import TEMPORARY_SUFFIX, digest, flush, flush_folder
from methodology.text import N_

Fingerprints = dict[Path, str]


class FolderOpen(AtPath):
    """The project is open on this computer."""

    says = N_(
        "The project in {path} is open on this computer, so it was not moved. Close it in"
        " every window and program, and move it again."
    )


class ChangedWhileMoving(AtPath):
    """Something was written into the folder while it was copied."""

    says = N_(
        "Something in {path} changed while it was copied, so it stays where it is. Wait"
        " until it is synchronized and move it again."
    )


@dataclass(frozen=True)
class Moved:
    """Where a project is now; `left` is what could not be taken away at the old place, if any."""

    path: Path
    left: Path | None = None


def move_folder(source: Path, target: Path) -> Moved:
    """Move a closed project folder to a new or empty folder, whole or not at all.

    NotAProject, FolderExists, FolderOpen, FolderLocked, ChangedWhileMoving, DiskFull or
    FolderReadOnly leave the project where it was, with nothing at the new place.
    """
    source, target = (path.expanduser().absolute() for path in (source, target))
    with explained(source):
        if not is_project(source) or sqlite_file.is_foreign(database(source)):
            raise NotAProject(source)
    if not is_free(target) or target.is_relative_to(source):
        raise FolderExists(target)
    with explained(source):
        lock = _closed(source)
    try:
        with explained(target.parent):
            moved = _copied(source, target)
        return Moved(target, _take_away(source, moved))
    finally:
        lock.release()


def _closed(source: Path) -> Lock:
    """Mark the folder as busy and bring its journal into its database; FolderOpen if in use."""
    lock = acquire(source)
    if any(holder.path != lock.path and holder.is_alive for holder in holders(source)):
        lock.release()
        raise FolderOpen(source)
    with suppress(OSError, sqlite3.Error), sqlite_file.connected(database(source)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return lock


def _copied(source: Path, target: Path) -> Fingerprints:
    """Put a copy in place that is the same file by file; return what was copied."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent, prefix=".moving-") as scratch:
        made = Path(scratch) / "project"
        shutil.copytree(source, made, symlinks=True, ignore=_passing)
        copied = _fingerprints(made)
        if copied != _fingerprints(source):
            raise ChangedWhileMoving(source)
        for name in copied:
            flush(made / name)
        if target.is_dir():
            clear(target)
        made.replace(target)
        flush_folder(target.parent)
    return copied


def _take_away(source: Path, moved: Fingerprints) -> Path | None:
    """Delete at the old place what was copied and nothing else; return what stays there."""
    aside = source.with_name(f".{source.name}-{uuid4().hex[:8]}")
    try:
        source.rename(aside)
    except OSError:
        return source
    for name in moved:
        with suppress(OSError):
            (aside / name).unlink()
    for path in (*aside.rglob(f"*{LOCK_SUFFIX}"), *aside.rglob("*-shm")):
        path.unlink(missing_ok=True)
    for folder in sorted((path for path in aside.rglob("*") if path.is_dir()), reverse=True):
        with suppress(OSError):
            folder.rmdir()
    with suppress(OSError):
        aside.rmdir()
    return aside if aside.exists() else None


def _passing(_folder: str, names: list[str]) -> set[str]:
    """Return what only serves a running program."""
    return {name for name in names if name.endswith((LOCK_SUFFIX, TEMPORARY_SUFFIX, "-shm"))}


def _fingerprints(folder: Path) -> Fingerprints:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {
        path.relative_to(folder): digest(path)
        for path in files
        if not _passing(str(folder), [path.name])
    }
