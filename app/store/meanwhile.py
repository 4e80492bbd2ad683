"""What others changed since a person looked: merged field by field, refused where it clashes."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy.orm import Session

from app.store.changes import Act, Alteration, Change, Edit, Remove
from app.store.history import since
from app.store.loading import load, named
from app.store.refusals import ChangedMeanwhile, Clash, Conflict, Gone
from app.store.shown import shown
from app.store.tables import ID, as_record, as_values, stored_id
from methodology.record import Record, attribute
from methodology.snapshot import Snapshot
from methodology.text import Remark
from methodology.validation import check
from methodology.words import called

Before = Mapping[UUID, Record]
Seen = Mapping[str, Any]


def refuse_clashes(
    session: Session, changes: Iterable[Change], before: Before, by: str, expected: int | None
) -> None:
    """Refuse edits of fields, and removals of records, that others changed in another way.

    A clash is known by what the person saw: `Edit.seen`, or else the project at `expected`.
    Conflict or ChangedMeanwhile.
    """
    asked = [change for change in changes if isinstance(change, Edit | Remove)]
    asked = [change for change in asked if change.id in before]
    later = _later(session, asked, expected)
    for change in asked:
        if isinstance(change, Remove):
            _refuse_removal(session, before[change.id], later.get(change.id, []), by)
    clashes = tuple(
        clash
        for change in asked
        if isinstance(change, Edit)
        for clash in _clashes(change, before[change.id], later.get(change.id, []))
    )
    if clashes:
        raise _conflict(load(session), clashes)


def gone(session: Session, cls: type[Record], key: UUID) -> Gone:
    """Return the refusal to edit a record that is not there, named as it was last known."""
    for _, alteration, _ in since(session, [key]):
        if alteration.before is not None and alteration.after is None:
            try:
                record = as_record(cls, {ID: stored_id(key), **alteration.before})
            except ValidationError:
                break
            return Gone(cls, key, named(session, record))
    return Gone(cls, key, Remark(cls.title))


Later = list[tuple[Act, Alteration]]


def _later(session: Session, asked: list[Edit | Remove], expected: int | None) -> dict[UUID, Later]:
    """Return what later acts did to records that existed already, newest first."""
    found: dict[UUID, Later] = {}
    if expected is not None:
        for act, alteration, _ in since(session, [change.id for change in asked], expected):
            if alteration.before is not None:
                found.setdefault(alteration.id, []).append((act, alteration))
    return found


def _refuse_removal(session: Session, record: Record, later: Later, by: str) -> None:
    others = [act.by for act, found in later if act.by != by and found.after is not None]
    if others:
        raise ChangedMeanwhile(type(record), record.id, named(session, record), others[0])


def _clashes(change: Edit, record: Record, later: Later) -> list[Clash]:
    seen = _seen(change, record, later)
    if not seen:
        return []
    wanted = check(change.cls, {**dict(record), **change.values})
    return [
        Clash(record, attribute(change.cls, name), getattr(record, name), getattr(wanted, name))
        for name in seen.keys() & change.values.keys()
        if getattr(record, name) not in (getattr(wanted, name), seen[name])
    ]


def _seen(change: Edit, record: Record, later: Later) -> Seen:
    """Return what the person saw in fields that were changed since."""
    if change.seen is not None:
        return change.seen
    stored: dict[str, Any] = {}
    for _, alteration in later:
        stored |= alteration.before or {}
    if not stored:
        return {}
    known = {name: value for name, value in stored.items() if name in as_values(record)}
    earlier = as_record(change.cls, {ID: stored_id(record.id), **as_values(record), **known})
    return {name: getattr(earlier, name) for name in known}


def _conflict(snapshot: Snapshot, clashes: tuple[Clash, ...]) -> Conflict:
    first = clashes[0]
    return Conflict(
        clashes,
        record=called(snapshot, first.record),
        theirs=shown(snapshot, first.field, first.theirs),
        yours=shown(snapshot, first.field, first.yours),
    )
