"""A project folder looked through from end to end; nothing is changed, whatever is found."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from pydantic import ValidationError

from app.store import sqlite_file
from app.store.backup import backups
from app.store.content import is_good_copy, rows, tables_there, viewing
from app.store.evidence import Fault, evidence_path, faulty_evidence
from app.store.folder_problems import (
    FolderLocked,
    NewerVersion,
    NotAProject,
    SyncedFolder,
    explained,
    readable,
)
from app.store.layout import PARTS, database, folder_of, is_project
from app.store.lock import holders
from app.store.migrations import latest
from app.store.references import pointers, targets
from app.store.seals import broken_seals
from app.store.synchronised import service
from app.store.tables import stored_id
from app.store.traces import is_owing
from methodology.record import Record
from methodology.records import record_types
from methodology.rounds import Round
from methodology.snapshot import Snapshot
from methodology.text import N_, Problem, Remark
from methodology.words import words

_LEAST_FREE_BYTES = 500 * 1024**2
_UNREADABLE = N_(
    "The database cannot be read. Opening the project puts the last good backup there."
)
_LOST = N_(
    "The database cannot be read, and the folder holds no backup that can. Restore a copy from"
    " another place: a packed project, a synchronized drive or an external disk."
)


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """One thing that a check found; `remark.text(_)` says it to a person."""

    severity: Severity
    remark: Remark | Problem


def check_folder(path: Path) -> list[Finding]:
    """Return what is wrong with a project folder, errors first; NotAProject when it is none.

    Give its path, or that of its project.db. FileUnreadable where something may not be read.
    """
    with explained(path), readable(path):
        path = folder_of(path)
        _refuse_unreadable(path)
        if not is_project(path) or sqlite_file.is_foreign(database(path)):
            raise NotAProject(path)
        found = [*_database(path), *_backups(path), *_surroundings(path)]
    return sorted(found, key=lambda finding: list(Severity).index(finding.severity))


def _refuse_unreadable(path: Path) -> None:
    """Raise PermissionError where SQLite and `glob` would only say that nothing is there."""
    for folder in (path, *(path / part for part in PARTS)):
        with suppress(FileNotFoundError, NotADirectoryError):
            next(folder.iterdir(), None)
    with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
        database(path).open("rb").close()


def _error(message: str, **values: object) -> Finding:
    return Finding(Severity.ERROR, Remark(message, values))


def _warning(message: str, **values: object) -> Finding:
    return Finding(Severity.WARNING, Remark(message, values))


def _database(path: Path) -> Iterator[Finding]:
    live = database(path)
    if not sqlite_file.is_sound(live):
        yield _error(_UNREADABLE if _has_good_backup(path) else _LOST)
        return
    with sqlite_file.connected(live) as connection:
        version = sqlite_file.schema_version(connection)
    if version > latest():
        yield Finding(Severity.ERROR, NewerVersion(path))
    elif version < latest():
        yield _warning(N_("The project is from an older version; opening it brings it up to date."))
    else:
        yield from _content(path)


def _has_good_backup(path: Path) -> bool:
    return any(is_good_copy(backup.path) for backup in backups(path))


def _content(path: Path) -> Iterator[Finding]:
    with viewing(database(path)) as session:
        there, found = tables_there(session), list(rows(session))
    for cls in record_types():
        if cls.table not in there:
            yield _error(N_("The table “{table}” is missing."), table=Remark(cls.title))
    for row in found:
        if isinstance(row.found, ValidationError):
            yield _invalid(row.cls, row.id, row.found)
    snapshot = Snapshot(row.found for row in found if isinstance(row.found, Record))
    yield from _dangling(snapshot, {row.id for row in found})
    yield from _evidence(path, snapshot)
    yield from _seals(path, snapshot)


def _invalid(cls: type[Record], key: str, error: ValidationError) -> Finding:
    places = {str(detail["loc"][0]) for detail in error.errors() if detail["loc"]}
    return _error(
        N_("A row of “{table}” holds values that it cannot hold ({fields}; {id})."),
        table=Remark(cls.title),
        fields=", ".join(sorted(places)) or "–",
        id=key,
    )


def _dangling(snapshot: Snapshot, known: set[str]) -> Iterator[Finding]:
    for record in snapshot:
        for field in pointers(type(record)):
            if any(stored_id(key) not in known for key in targets(record, field)):
                yield _error(
                    N_("“{record}” ({table}) points in “{field}” to something that is not there."),
                    record=words(snapshot, record),
                    table=Remark(type(record).title),
                    field=Remark(field.label),
                )


def _evidence(path: Path, snapshot: Snapshot) -> Iterator[Finding]:
    messages = {
        Fault.MISSING: N_("The file {file} of the evidence “{name}” is missing."),
        Fault.CHANGED: N_("The file {file} of the evidence “{name}” was changed since attached."),
    }
    for faulty in faulty_evidence(path, snapshot):
        file = evidence_path(path, faulty.evidence).relative_to(path).as_posix()
        yield _warning(messages[faulty.fault], file=file, name=faulty.evidence.name)


def _seals(path: Path, snapshot: Snapshot) -> Iterator[Finding]:
    with sqlite_file.connected(database(path)) as connection:
        broken = broken_seals(connection)
    for key, turn in broken:
        asked = snapshot.get(Round, UUID(key))
        yield _error(
            N_(
                "Round “{round}” ({turn}) is not what it was when it was sealed: its ballots, its"
                " question or its result were changed."
            ),
            round=asked.name if asked else key,
            turn=turn,
        )


def _backups(path: Path) -> Iterator[Finding]:
    kept = backups(path)
    if not kept:
        yield _warning(N_("There is no backup yet; opening the project makes one."))
    for backup in kept:
        if not is_good_copy(backup.path):
            yield _error(N_("The backup {backup} cannot be read."), backup=backup.path.name)


def _surroundings(path: Path) -> Iterator[Finding]:
    if is_owing(path):
        yield _warning(
            N_(
                "Old bytes of what was taken out are still in the database. Close every program"
                " that has the project open, and open it again: they are wiped then."
            )
        )
    for holder in holders(path):
        if not holder.is_here:
            seen = FolderLocked(holder.computer, holder.user, holder.seen_at)
            yield Finding(Severity.WARNING, seen)
    if found := service(path):
        yield Finding(Severity.WARNING, SyncedFolder(path, found))
    if shutil.disk_usage(path).free < _LEAST_FREE_BYTES:
        yield _warning(N_("Little room is left on the disk. Free some space before going on."))
