"""Evidence: files kept in the project folder, each with a record that says what it backs."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from uuid import uuid4

from app.store.changes import ChangeSet, Put
from app.store.folder import Folder
from app.store.folder_problems import explained
from app.store.layout import FILES
from app.whole_files import digest, unused_name, write_new
from methodology.project import Evidence
from methodology.record import SHORT, Record
from methodology.snapshot import Snapshot
from methodology.text import N_
from methodology.validation import check


class Fault(StrEnum):
    """What can be wrong with the file of an evidence record."""

    MISSING = "missing"
    CHANGED = "changed"


@dataclass(frozen=True)
class Faulty:
    """An evidence record whose file is not as it was attached."""

    evidence: Evidence
    fault: Fault


def attach_file(
    folder: Folder,
    name: str,
    data: bytes,
    *,
    on: date,
    by: str,
    about: Record | None = None,
    title: str = "",
) -> Evidence:
    """Keep a copy of a file in `files` and record what it backs; both or neither.

    The file's name is made safe and unique. DiskFull or FolderReadOnly when it cannot be kept.
    """
    with keep_file(folder, name, data, on=on, about=about, title=title) as evidence:
        attaching = ChangeSet(N_("Attach {file}"), (Put(evidence),), {"file": evidence.file})
        folder.apply(attaching, by=by)
    return evidence


@contextmanager
def keep_file(
    folder: Folder,
    name: str,
    data: bytes,
    *,
    on: date,
    about: Record | None = None,
    title: str = "",
) -> Iterator[Evidence]:
    """Keep a copy of a file in `files` while its record is written with something else.

    The file goes again when the block fails.
    """
    path = _keep(folder.path / FILES, name, data)
    try:
        yield check(
            Evidence,
            {
                "id": uuid4(),
                "name": (title.strip() or name.strip() or path.name)[:SHORT],
                "file": path.name,
                "digest": hashlib.sha256(data).hexdigest(),
                "about_table": about.table if about else "",
                "about_id": about.id if about else None,
                "added_on": on,
            },
        )
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def evidence_path(folder: Path, evidence: Evidence) -> Path:
    """Return where the file of an evidence record lies."""
    return folder / FILES / Path(evidence.file).name


def evidence_about(snapshot: Snapshot, record: Record) -> tuple[Evidence, ...]:
    """Return the evidence attached to a record."""
    return tuple(found for found in snapshot.all(Evidence) if found.about_id == record.id)


def faulty_evidence(folder: Path, snapshot: Snapshot) -> Iterator[Faulty]:
    """Yield the evidence whose file is gone or no longer what was attached."""
    for evidence in snapshot.all(Evidence):
        path = evidence_path(folder, evidence)
        if not path.is_file():
            yield Faulty(evidence, Fault.MISSING)
        elif evidence.digest and digest(path) != evidence.digest:
            yield Faulty(evidence, Fault.CHANGED)


def _keep(kept: Path, name: str, data: bytes) -> Path:
    with explained(kept):
        kept.mkdir(exist_ok=True)
        while True:
            path = kept / unused_name(kept, name)
            try:
                write_new(path, data)
            except FileExistsError:
                continue
            return path
