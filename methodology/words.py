"""How people call a record: the words shown wherever another record points to it."""

from uuid import UUID

from methodology.choice import Choice
from methodology.record import Record, key_fields
from methodology.snapshot import Snapshot
from methodology.text import Remark, Translate

BETWEEN = " · "  # the parts of a name


def words(snapshot: Snapshot, record: Record, translate: Translate = str) -> str:
    """Return the key fields of a record in words, joined by a middle dot; else the type's title."""
    found = (getattr(record, key.name) for key in key_fields(type(record)))
    parts = filter(None, (_word(snapshot, value, translate) for value in found))
    return BETWEEN.join(parts) or translate(type(record).title)


def called(snapshot: Snapshot, record: Record) -> Remark:
    """Return the same words for a message that is translated when it is shown."""
    found = (getattr(record, key.name) for key in key_fields(type(record)))
    parts = [part for part in (_part(snapshot, value) for value in found) if part not in (None, "")]
    values = {f"part{place}": part for place, part in enumerate(parts)}
    return Remark(BETWEEN.join(f"{{{name}}}" for name in values) or type(record).title, values)


def _part(snapshot: Snapshot, value: object) -> object:
    if isinstance(value, UUID):
        target = snapshot.find_any(value)
        return called(snapshot, target) if target else None
    return value


def _word(snapshot: Snapshot, value: object, translate: Translate) -> str:
    if isinstance(value, UUID):
        target = snapshot.find_any(value)
        return words(snapshot, target, translate) if target else ""
    if isinstance(value, Choice):
        return translate(value.label)
    return "" if value is None else str(value)
