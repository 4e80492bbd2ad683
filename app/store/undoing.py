"""Undo of an act as one, and earlier values of a record: both are acts of their own."""

from typing import Any
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy.orm import Session

from app.store import history
from app.store.changes import REDO, UNDO, Act, Alteration, Change, ChangeSet, Edit, Put, Remove
from app.store.loading import load, named, stored
from app.store.refusals import UndoRefused
from app.store.tables import ID, as_record, as_values, stored_id
from app.store.writer import write
from methodology.project import Project
from methodology.record import Record, attribute, fields
from methodology.text import N_, Problem, Remark
from methodology.words import words

FIRST = 1  # the act with which a project begins


def undo(session: Session, revision: int, *, by: str) -> Act:
    """Take back an act whole; undoing an undo brings it back again.

    UndoRefused when it is undone already, or when what it wrote was changed later.
    """
    done = history.act(session, revision)
    if done is None:
        raise UndoRefused(N_("There is no such change in the history."))
    if done.undone_by is not None:
        raise UndoRefused(N_("This change is undone already."))
    if not done.count:
        raise UndoRefused(
            N_("This change touched no record by itself, so it cannot be taken back.")
        )
    if history.alteration_count(session, revision) < done.count:
        raise UndoRefused(
            N_(
                "This change is about a person who was taken out of the project since, here and in "
                "the backups: it cannot be taken back, and the person cannot come back."
            )
        )
    placed = history.alterations(session, revision)
    if len(placed) != done.count:
        raise UndoRefused(N_("This change is about records that this version does not know."))
    if revision == FIRST and any(found.cls is Project for found, _ in placed):
        raise UndoRefused(
            N_("This change created the project: its values can be changed, but not taken away.")
        )
    _refuse_changed_later(session, revision, [found for found, _ in placed])
    rows = {found.id: row for found, row in placed if row is not None}
    made = _write(session, _reversed(done, [found for found, _ in placed]), by, revision, rows)
    history.mark_undone(session, done, made)
    return made


def restore_values(
    session: Session, cls: type[Record], key: UUID, revision: int, *, by: str
) -> Act:
    """Give a record the values it had right after an act, all of them, even if it was removed.

    UndoRefused when it did not exist then.
    """
    later = history.since(session, [key], revision)
    current = stored(session, cls, [key]).get(key)
    values = as_values(current[0]) if current else None
    for _, found, _ in later:
        values = _earlier(values, found)
    if values is None:
        raise UndoRefused(N_("This record did not exist yet at that moment."))
    known = {found.name: values[found.name] for found in fields(cls) if found.name in values}
    record = _record(cls, key, known)
    change: Change = Edit(cls, key, dict(record)) if current else Put(record)
    name = words(load(session), record)
    title = N_("Restore earlier values of {name}")
    row = next((row for _, found, row in later if found.after is None and row is not None), None)
    rows = {} if row is None else {key: row}
    return _write(session, ChangeSet(title, (change,), {"name": name}), by, None, rows)


def _earlier(values: dict[str, Any] | None, found: Alteration) -> dict[str, Any] | None:
    """Return the values before an alteration, given those after it."""
    if found.before is None:
        return None
    return {**(values or {}), **found.before}


def _reversed(done: Act, altered: list[Alteration]) -> ChangeSet:
    changes: list[Change] = []
    for found in reversed(altered):
        if found.before is None:
            changes.append(Remove(found.cls, found.id))
        elif found.after is None:
            changes.append(Put(_record(found.cls, found.id, found.before)))
        else:
            changes.append(Edit(found.cls, found.id, found.before))
    title = REDO if done.title == UNDO else UNDO
    what = done.values["what"] if done.title in (UNDO, REDO) else done.title
    return ChangeSet(title, tuple(changes), {**done.values, "what": what})


def _write(
    session: Session, change_set: ChangeSet, by: str, undoes: int | None, rows: dict[UUID, int]
) -> Act:
    try:
        return write(session, change_set, by=by, undoes=undoes, rows=rows)
    except Problem as problem:
        raise UndoRefused(
            N_("It cannot be taken back any more: {reason}"), reason=problem
        ) from problem


def _record(cls: type[Record], key: UUID, values: Any) -> Record:
    try:
        return as_record(cls, {ID: stored_id(key), **values})
    except ValidationError as error:
        raise UndoRefused(
            N_("The earlier values of {table} do not fit this version."), table=Remark(cls.title)
        ) from error


def _refuse_changed_later(session: Session, revision: int, altered: list[Alteration]) -> None:
    current: dict[UUID, Record] = {}
    for cls in {found.cls for found in altered}:
        keys = [found.id for found in altered if found.cls is cls]
        current |= {key: record for key, (record, _) in stored(session, cls, keys).items()}
    for found in altered:
        record = current.get(found.id)
        if found.after is not None and record is None:
            raise _removed_later(session, revision, found)
        if record is not None:
            _refuse_other_values(session, revision, found, record)


def _refuse_other_values(
    session: Session, revision: int, found: Alteration, record: Record
) -> None:
    values = as_values(record)
    for name, value in (found.after or values).items():
        if found.after is None or name not in values or values[name] != value:
            raise UndoRefused(
                N_("{by} changed “{field}” of {record} later. Undo that change first."),
                by=_later_author(session, revision, found.id, name),
                field=Remark(attribute(found.cls, name).label if name in values else name),
                record=named(session, record),
            )


def _removed_later(session: Session, revision: int, found: Alteration) -> UndoRefused:
    for act, later, _ in history.since(session, [found.id], revision):
        if later.after is None and later.before is not None:
            record = _record(found.cls, found.id, later.before)
            return UndoRefused(
                N_("{by} removed {record} later. Undo that change first."),
                by=act.by,
                record=named(session, record),
            )
    return UndoRefused(N_("A record that this change touched is not there any more."))


def _later_author(session: Session, revision: int, key: UUID, name: str) -> str:
    later = history.since(session, [key], revision)
    return next((act.by for act, found, _ in later if name in found.fields), "?")
