"""The one writer: a change set is validated, written whole or not at all, and recorded."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from app.store import history
from app.store.changes import Act, Alteration, Change, ChangeSet, Edit, Put, Remove
from app.store.loading import revision, stored
from app.store.meanwhile import gone, refuse_clashes
from app.store.round_guard import refuse_in_rounds
from app.store.rows import write_rows
from app.store.soundness import (
    After,
    already_there,
    refuse_dangling,
    refuse_doubles,
    refuse_taken_ids,
)
from app.store.tables import ID, as_values
from methodology.record import Record, fields
from methodology.validation import check

Placed = tuple[Record, int]


def apply(session: Session, change_set: ChangeSet, *, by: str, expected: int | None = None) -> Act:
    """Write a change set as one act of `by`, or nothing of it.

    `expected` is the revision the person was looking at: what others changed since in other fields
    is kept. Invalid, Conflict, ChangedMeanwhile, Gone, NotUnique or StillReferenced say why it was
    refused. A change set that changes nothing leaves no act behind.
    """
    return write(session, _checked(change_set), by=by, expected=expected)


def write(
    session: Session,
    change_set: ChangeSet,
    *,
    by: str,
    expected: int | None = None,
    undoes: int | None = None,
    rows: Mapping[UUID, int] | None = None,
) -> Act:
    """Write a change set whose new records are valid; `rows` gives row numbers back to records."""
    before = _stored(session, change_set.changes)
    known = {key: record for key, (record, _) in before.items()}
    refuse_clashes(session, change_set.changes, known, by, expected)
    after = _after(session, change_set.changes, known)
    altered = [found for key in after if (found := _alteration(known.get(key), after[key]))]
    act = Act(0, datetime.now(UTC), by, change_set.title, change_set.values, len(altered))
    if not altered:
        return replace(act, revision=revision(session))
    changed = {found.id: after[found.id] for found in altered}
    refuse_in_rounds(session, known, changed)
    _refuse_unsound(session, altered, changed)
    write_rows(session, altered, rows or {})
    placed = [(found, _row_left(found, before)) for found in altered]
    return history.enter(session, replace(act, undoes=undoes), placed)


def _checked(change_set: ChangeSet) -> ChangeSet:
    """Validate the new records before anything is locked."""
    changes = tuple(
        Put(check(type(change.record), dict(change.record))) if isinstance(change, Put) else change
        for change in change_set.changes
    )
    return replace(change_set, changes=changes)


def _stored(session: Session, changes: Iterable[Change]) -> dict[UUID, Placed]:
    wanted: dict[type[Record], list[UUID]] = defaultdict(list)
    for change in changes:
        if isinstance(change, Put):
            wanted[type(change.record)].append(change.record.id)
        else:
            wanted[change.cls].append(change.id)
    found: dict[UUID, Placed] = {}
    for cls, keys in wanted.items():
        found |= stored(session, cls, keys)
    return found


def _after(
    session: Session, changes: Iterable[Change], before: Mapping[UUID, Record]
) -> dict[UUID, Record | None]:
    """Return every record the changes touch as it will be, None where it will be gone."""
    after: dict[UUID, Record | None] = {}
    for change in changes:
        key = change.record.id if isinstance(change, Put) else change.id
        current = after[key] if key in after else before.get(key)
        after[key] = _changed(session, change, current)
    return after


def _changed(session: Session, change: Change, current: Record | None) -> Record | None:
    match change:
        case Put(record):
            if current is None:
                return record
            raise already_there(session, record, type(current))
        case Edit(cls, key, values):
            if current is None:
                raise gone(session, cls, key)
            return check(cls, {**dict(current), **values, ID: key})
        case Remove():
            return None


def _alteration(before: Record | None, after: Record | None) -> Alteration | None:
    """Return the difference between two states of a record, None when there is none."""
    record = after or before
    if record is None or before == after:
        return None
    cls = type(record)
    if before is None:
        return Alteration(cls, record.id, None, as_values(record))
    if after is None:
        return Alteration(cls, record.id, as_values(record), None)
    names = {
        found.name
        for found in fields(cls)
        if getattr(before, found.name) != getattr(after, found.name)
    }
    old, new = as_values(before), as_values(after)
    return Alteration(
        cls, record.id, {name: old[name] for name in names}, {name: new[name] for name in names}
    )


def _refuse_unsound(session: Session, altered: Iterable[Alteration], after: After) -> None:
    renamed = {found.id for found in altered if _is_renamed(found)}
    refuse_doubles(session, filter(None, map(after.get, renamed)), renamed)
    added = [after[found.id] for found in altered if found.before is None]
    refuse_taken_ids(session, list(filter(None, added)))
    refuse_dangling(session, after)


def _is_renamed(found: Alteration) -> bool:
    """Say whether an alteration touches what has to be unique."""
    marks = {field.name for field in fields(found.cls) if field.is_key or field.is_code}
    return None in (found.before, found.after) or not found.fields.isdisjoint(marks)


def _row_left(found: Alteration, before: Mapping[UUID, Placed]) -> int | None:
    return before[found.id][1] if found.after is None else None
