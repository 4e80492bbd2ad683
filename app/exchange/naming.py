"""Names of records: what a reference shows, and which record a typed name means."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from uuid import UUID

from app.exchange.folding import fold
from app.i18n import Reader
from app.store.spelling import spelling
from methodology.project import Language
from methodology.record import REGISTRY, Kind, Record, fields, key_fields
from methodology.snapshot import Snapshot
from methodology.words import BETWEEN, words

_LENGTH_OF_ID = 36


class Names:
    """The names of a snapshot's records, in the reader's words, no two alike in a table.

    `more` adds names for records that do not exist yet: table → typed name → id.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        _: Reader,
        more: Mapping[str, Mapping[str, UUID]] | None = None,
    ) -> None:
        self.snapshot = snapshot
        self.reader = _
        self._more = more or {}
        self._shown: dict[str, dict[UUID, str]] = {}
        self._exact: dict[str, dict[str, UUID]] = {}
        self._spelled: dict[str, dict[str, UUID | None]] = {}
        self._folded: dict[str, dict[str, UUID | None]] = {}
        self._wholes: dict[str, dict[str, list[str]]] = {}

    def words(self, key: UUID) -> str:
        """Return what the record with this id is called; empty when there is none."""
        record = self.snapshot.find_any(key)
        if record:
            return self._table(type(record).table).get(key, "")
        created = (pair for names in self._more.values() for pair in names.items())
        return next((name for name, made in created if made == key), "")

    def all(self, table: str) -> list[str]:
        """Return the names of every record of a table, in order of entry."""
        return list(self._table(table).values())

    def find(self, table: str, text: str) -> UUID | None:
        """Return the record that `text` names or whose code it is; None when none or several.

        As written goes before as spelled in other capitals, and that before accents aside. Of
        «Segment · Factor» the factor is enough where no other has its name.
        """
        self._index(table)
        found = self._exact[table].get(text) or self._spelled[table].get(spelling(text))
        return found or self._folded[table].get(fold(text)) or self._by_id(table, text)

    def _by_id(self, table: str, text: str) -> UUID | None:
        found = self.snapshot.find(table, as_id(text))
        return found.id if found else None

    def wholes(self, table: str, text: str) -> list[str]:
        """Return the whole names that a text may stand for, of records named below another."""
        self._index(table)
        return self._wholes[table].get(fold(text), [])

    def knows(self, table: str, text: str) -> bool:
        """Say whether a record has this name already."""
        return Names.find(self, table, text) is not None

    def _table(self, table: str) -> dict[UUID, str]:
        if table not in self._shown:
            self._shown[table] = told_apart(self._spoken(table, self.reader))
        return self._shown[table]

    def _spoken(self, table: str, _: Reader) -> Iterable[tuple[UUID, str]]:
        for record in self._records(table):
            yield record.id, words(self.snapshot, record, _)

    def _records(self, table: str) -> tuple[Record, ...]:
        return self.snapshot.all(REGISTRY[table])

    def _index(self, table: str) -> None:
        """Index added names first, own words, then codes, then words of the other languages.

        Last come names without what they stand below.
        """
        if table in self._exact:
            return
        own = [*self._more.get(table, {}).items()]
        own += [(name, key) for key, name in self._table(table).items()]
        self._exact[table] = dict(reversed(own))
        self._spelled[table] = _by(spelling, own)
        folded = _by(fold, own)
        for name, key in (*self._codes(table), *self._translated(table)):
            folded.setdefault(fold(name), key)
        self._wholes[table] = wholes = _by_own_part(REGISTRY[table], own)
        keys = dict(own)
        for part, names in wholes.items():
            if len(names) == 1:
                folded.setdefault(part, keys[names[0]])
        folded.pop("", None)
        self._folded[table] = folded

    def _codes(self, table: str) -> Iterable[tuple[str, UUID]]:
        codes = [found.name for found in fields(REGISTRY[table]) if found.is_code]
        for record in self._records(table) if codes else ():
            yield from ((str(getattr(record, name) or ""), record.id) for name in codes)

    def _translated(self, table: str) -> Iterable[tuple[str, UUID]]:
        for language in Language:
            if language != self.reader.language:
                told = told_apart(self._spoken(table, replace(self.reader, language=language)))
                yield from ((name, key) for key, name in told.items())


def as_id(text: str) -> UUID | None:
    """Return the id that a text is, None for any other text."""
    try:
        return UUID(text) if len(text) == _LENGTH_OF_ID else None
    except ValueError:
        return None


def _by(spell: Callable[[str], str], named: Iterable[tuple[str, UUID]]) -> dict[str, UUID | None]:
    """Return ids by names in one spelling, None where several records share it."""
    found: dict[str, UUID | None] = {}
    for name, key in named:
        told = spell(name)
        found[told] = None if found.get(told, key) != key else key
    found.pop("", None)
    return found


def _by_own_part(cls: type[Record], named: Iterable[tuple[str, UUID]]) -> dict[str, list[str]]:
    """Return names by their own part, for records named below another: «Segment · Factor»."""
    keys = key_fields(cls)
    texts = [place for place, key in enumerate(keys) if key.kind is Kind.TEXT]
    found: dict[str, list[str]] = {}
    for name, _key in named if len(keys) > 1 and len(texts) == 1 else ():
        parts = name.split(BETWEEN)
        if len(parts) == len(keys):
            found.setdefault(fold(parts[texts[0]]), []).append(name)
    return found


def told_apart(named: Iterable[tuple[UUID, str]]) -> dict[UUID, str]:
    """Number the second and later records of the same words: «Lácteos», «Lácteos (2)»."""
    taken: set[str] = set()
    shown: dict[UUID, str] = {}
    for key, name in named:
        told, number = name, 1
        while told in taken:
            number += 1
            told = f"{name} ({number})"
        taken.add(told)
        shown[key] = told
    return shown
