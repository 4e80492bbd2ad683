"""Which record a row is: by id, else by code, else by key, else as a person said."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from app.exchange.folding import fold
from app.store.spelling import spelling
from methodology.choice import Choice
from methodology.record import Kind, Record, fields, key_fields

Mark = tuple[Any, ...]


def is_named_by_text(cls: type[Record]) -> bool:
    """Say whether one text field alone is the key, as in names that can be spelled twice."""
    keys = key_fields(cls)
    return len(keys) == 1 and keys[0].kind is Kind.TEXT


def is_plain(cls: type[Record]) -> bool:
    """Say whether the key points to no other record."""
    return not any(key.target for key in key_fields(cls))


def can_be_created_by_name(cls: type[Record]) -> bool:
    """Say whether a name is all that a record of this type needs."""
    name = key_fields(cls)[0].name if is_named_by_text(cls) else ""
    return bool(name) and all(found.name == name for found in fields(cls) if found.required)


class Index:
    """Finds a record by code or key: as written, else accents aside when only one fits."""

    def __init__(self, cls: type[Record], records: Iterable[Record]) -> None:
        self.cls = cls
        self._codes: dict[tuple[str, str], UUID] = {}
        self._keys: dict[Mark, UUID] = {}
        self._folded: dict[Mark, UUID | None] = {}
        for record in records:
            self.add(record.id, {found.name: getattr(record, found.name) for found in fields(cls)})

    def add(self, key: UUID, values: Mapping[str, Any]) -> None:
        """Make a record findable; the first of two alike keeps its place."""
        for found in fields(self.cls):
            if found.is_code and values.get(found.name):
                self._codes.setdefault((found.name, spelling(values[found.name])), key)
        if key_fields(self.cls):
            self._keys.setdefault(self._mark(values, spelling), key)
            loose = self._mark(values, fold)
            self._folded[loose] = key if self._folded.get(loose, key) == key else None

    def by_code(self, values: Mapping[str, Any]) -> UUID | None:
        """Return the record with one of these codes."""
        for found in fields(self.cls):
            if found.is_code and values.get(found.name):
                return self._codes.get((found.name, spelling(values[found.name])))
        return None

    def by_key(self, values: Mapping[str, Any]) -> UUID | None:
        """Return the record with this key; None when a part of it is missing."""
        keys = key_fields(self.cls)
        if not keys or any(key.required and not values.get(key.name) for key in keys):
            return None
        exact = self._keys.get(self._mark(values, spelling))
        return exact or self._folded.get(self._mark(values, fold))

    def _mark(self, values: Mapping[str, Any], spell: Any) -> Mark:
        found = (values.get(key.name, key.default) for key in key_fields(self.cls))
        return tuple(
            spell(value) if isinstance(value, str) and not isinstance(value, Choice) else value
            for value in found
        )


def marks(record: Record) -> Iterator[tuple[str, Mark]]:
    """Yield what must be unique about a record, each after the field to blame for it."""
    cls = type(record)
    if cls.is_single:
        yield "", (cls.table,)
    elif keys := key_fields(cls):
        values = (getattr(record, key.name) for key in keys)
        yield keys[0].name, (cls.table, *(spelling("" if v is None else str(v)) for v in values))
    for found in fields(cls):
        if found.is_code and getattr(record, found.name):
            yield found.name, (cls.table, found.name, spelling(getattr(record, found.name)))
