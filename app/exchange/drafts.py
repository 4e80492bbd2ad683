"""A row while it is judged, and the names that a file brings along."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID, uuid5

from app.exchange.alike import look_alikes
from app.exchange.folding import fold
from app.exchange.identity import can_be_created_by_name
from app.exchange.naming import Names, as_id
from app.exchange.plan import Candidate, CellComplaint, Decisions, NewName, Place
from app.exchange.rows import RawRow, column_of
from app.i18n import Reader
from methodology.record import REGISTRY, Attribute, Record, fields, key_fields
from methodology.snapshot import Snapshot
from methodology.text import Problem, Remark
from methodology.validation import Invalid, check


@dataclass
class Draft:
    """A row of the file; `existing` is the record it is, `id` that record's or a new one.

    `kept` are the fields it was found by, which stay as they are written in the project.
    `same_as` is the earlier row of the file that is the same record.
    """

    raw: RawRow
    id: UUID
    existing: Record | None = None
    kept: tuple[Attribute, ...] = ()
    values: dict[str, Any] = field(default_factory=dict)
    complaints: list[CellComplaint] = field(default_factory=list)
    candidates: tuple[Candidate, ...] = ()
    skipped: Remark | None = None
    same_as: "Draft | None" = None

    @property
    def cls(self) -> type[Record]:
        """Return the record type of the row."""
        return self.raw.cls

    @property
    def has_key(self) -> bool:
        """Say whether every part of the key that a record needs was read."""
        return all(self.values.get(key.name) for key in key_fields(self.cls) if key.required)

    @property
    def first_text(self) -> str:
        """Return the first filled cell, for a row that has no name."""
        filled = (str(cell).strip() for cell in self.raw.cells.values() if cell is not None)
        return next((text for text in filled if text), "")

    def complain(self, name: str, problem: Problem, typed: str = "") -> None:
        """Keep what is wrong with a field, under the column it was read from."""
        column, heading = column_of(self.raw.tab, name)
        self.complaints.append(CellComplaint(column, heading, problem, name, typed))

    def complete(self) -> dict[str, Any]:
        """Return the values of the whole record as it would be, checked or not."""
        if self.existing:
            old = {found.name: getattr(self.existing, found.name) for found in fields(self.cls)}
            kept = {found.name: old[found.name] for found in self.kept}
            return {"id": self.id, **old, **self.values, **kept}
        return {"id": self.id, **self.values}

    def sketch(self) -> Record:
        """Return the record unchecked, for its words alone."""
        defaults = {found.name: found.default for found in fields(self.cls)}
        return self.cls.model_construct(**{**defaults, **self.complete()})


class FileNames(Names):
    """Names of a project and of the file's rows; a name that nobody has is to be created."""

    def __init__(
        self,
        snapshot: Snapshot,
        _: Reader,
        seed: UUID,
        decisions: Decisions,
        in_file: Mapping[str, Mapping[str, UUID]] | None = None,
        created: dict[tuple[str, str], NewName] | None = None,
    ) -> None:
        super().__init__(snapshot, _, in_file)
        self.seed, self.decisions = seed, decisions
        self.in_file = dict(in_file or {})
        self.created: dict[tuple[str, str], NewName] = created if created is not None else {}
        self.place = Place("", 0)

    def with_rows(self, table: str, names: Mapping[str, UUID]) -> "FileNames":
        """Return the same names and those of one more table of the file."""
        more = {**self.in_file, table: names}
        return FileNames(self.snapshot, self.reader, self.seed, self.decisions, more, self.created)

    def find(self, table: str, text: str) -> UUID | None:
        """Return the record that a name means, one to be created included."""
        key = (table, fold(text))
        found = super().find(table, text)
        if key not in self.decisions.names and found:
            return found
        meant = self.decisions.names.get(key)
        if meant is None and not self._can_create(table, text):
            return None
        return self._noted(key, text, meant)

    def with_candidates(self) -> tuple[NewName, ...]:
        """Return the names to be created, each with the known ones it looks like."""
        for table in sorted({table for table, _folded in self.created}):
            mine = {key: name for key, name in self.created.items() if key[0] == table}
            known = {key: name for name, key in self.in_file.get(table, {}).items()}
            known |= {row.id: self.words(row.id) for row in self.snapshot.all(REGISTRY[table])}
            known |= {name.record.id: name.name for name in mine.values() if name.record}
            order = {key: place for place, key in enumerate(known)}
            found = look_alikes([name.name for name in mine.values()], known)
            for key, name in mine.items():
                own = order[name.record.id] if name.record else len(order)
                near = (one for one in found.get(name.name, ()) if order[one.id] < own)
                self.created[key] = replace(name, candidates=tuple(near))
        return tuple(self.created.values())

    def _noted(self, key: tuple[str, str], text: str, meant: UUID | None) -> UUID | None:
        known = self.created.get(key)
        if known is None:
            record = None if meant else self._record(key, text)
            decided = key in self.decisions.names
            known = NewName(key[0], text, (), (), meant, record, decided)
        if self.place not in known.rows:
            known = replace(known, rows=(*known.rows, self.place))
        self.created[key] = known
        return known.meant or (known.record.id if known.record else None)

    def _can_create(self, table: str, text: str) -> bool:
        try:
            return (
                any(map(str.isalpha, text))  # a count is nobody's name
                and not as_id(text)
                and can_be_created_by_name(REGISTRY[table])
                and bool(self._record((table, fold(text)), text))
            )
        except Invalid:
            return False

    def _record(self, key: tuple[str, str], text: str) -> Record:
        cls = REGISTRY[key[0]]
        name = key_fields(cls)[0].name
        return check(cls, {"id": uuid5(self.seed, "/".join(key)), name: text})
