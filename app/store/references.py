"""What points to what: what goes with a removal, and what may not be left pointing nowhere."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from app.store.changes import Change, ChangeSet, Edit, Put, Remove
from methodology.record import Attribute, Kind, Record, fields
from methodology.snapshot import Snapshot


@dataclass(frozen=True)
class Consequences:
    """What removals take along: records that go, and fields of others that are emptied."""

    removed: tuple[Record, ...] = ()
    cleared: tuple[tuple[Record, Attribute], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.removed or self.cleared)


def pointers(cls: type[Record]) -> tuple[Attribute, ...]:
    """Return the fields of a type that point to records of a table."""
    return tuple(found for found in fields(cls) if found.target)


def targets(record: Record, found: Attribute) -> tuple[UUID, ...]:
    """Return the ids that a field of a record points to."""
    value = getattr(record, found.name)
    if found.kind is Kind.REFERENCES:
        return tuple(value)
    return () if value is None else (value,)


def consequences(snapshot: Snapshot, removals: Iterable[Remove]) -> Consequences:
    """Return what goes with these removals, the removed records themselves left out.

    A record goes when the record that a required field or a field of its key points to goes:
    it would be about nothing. Other fields that point there are emptied.
    """
    asked = {removal.id for removal in removals}
    gone = set(asked)
    while found := {row.id for row in snapshot if row.id not in gone and _depends(row, gone)}:
        gone |= found
    staying = (record for record in snapshot if record.id not in gone)
    return Consequences(
        tuple(record for record in snapshot if record.id in gone - asked),
        tuple(
            (record, found)
            for record in staying
            for found in pointing_fields(type(record))
            if not gone.isdisjoint(targets(record, found))
        ),
    )


def with_consequences(snapshot: Snapshot, change_set: ChangeSet) -> ChangeSet:
    """Return the change set with the removals and edits that its removals bring about."""
    removals = [change for change in change_set.changes if isinstance(change, Remove)]
    found = consequences(preview(snapshot, change_set), removals)
    gone = {removal.id for removal in removals} | {record.id for record in found.removed}
    changes: list[Change] = [
        *change_set.changes,
        *(Remove(type(record), record.id) for record in found.removed),
        *(_cleared(record, field, gone) for record, field in found.cleared),
    ]
    return replace(change_set, changes=tuple(changes))


def preview(snapshot: Snapshot, change_set: ChangeSet) -> Snapshot:
    """Return the project with the new and edited records of a change set; nothing is checked."""
    rows = {record.id: record for record in snapshot}
    for change in change_set.changes:
        if isinstance(change, Put):
            rows[change.record.id] = change.record
        elif isinstance(change, Edit) and change.id in rows:
            rows[change.id] = rows[change.id].model_copy(update=dict(change.values))
    return Snapshot(rows.values(), snapshot.revision)


def pointing_fields(cls: type[Record]) -> tuple[Attribute, ...]:
    """Return the fields that point to records, evidence's to a record of any table included."""
    return tuple(found for found in fields(cls) if found.kind.is_pointer)


def _depends(record: Record, gone: set[UUID]) -> bool:
    return any(
        (found.required or found.is_key) and not gone.isdisjoint(targets(record, found))
        for found in pointing_fields(type(record))
    )


def _cleared(record: Record, found: Attribute, gone: set[UUID]) -> Edit:
    if found.kind is Kind.REFERENCE:
        return Edit(type(record), record.id, {found.name: None})
    kept = tuple(key for key in getattr(record, found.name) if key not in gone)
    return Edit(type(record), record.id, {found.name: kept})
