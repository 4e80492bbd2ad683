"""The judgement of an import: which record each row is, and what it would hold."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from uuid import UUID, uuid5

from app.exchange.alike import look_alikes
from app.exchange.cells import CellProblem, Names, guess_choice, is_unknown, read
from app.exchange.drafts import Draft, FileNames
from app.exchange.everyday import names_any_row
from app.exchange.folding import fold
from app.exchange.identity import Index, is_named_by_text, is_plain
from app.exchange.naming import as_id, told_apart
from app.exchange.plan import Decisions, Guessed, Tab
from app.exchange.rows import column_of, raw_rows
from app.exchange.scales import is_counted, scale_of
from app.i18n import Reader
from methodology.choice import Choice
from methodology.record import REGISTRY, Attribute, Kind, Record, fields, key_fields
from methodology.snapshot import Snapshot
from methodology.text import N_, Remark
from methodology.words import words


class Judge:
    """Judges the rows of all sheets together: what one adds, another may name."""

    def __init__(
        self,
        snapshot: Snapshot,
        _: Reader,
        seed: UUID,
        tabs: tuple[Tab, ...],
        decisions: Decisions,
    ) -> None:
        self.snapshot, self.reader, self.decisions = snapshot, _, decisions
        self.names = FileNames(snapshot, _, seed, decisions)
        self.drafts = [
            Draft(raw, uuid5(seed, f"{raw.place.sheet}/{raw.place.row}"), skipped=raw.skipped)
            for tab in tabs
            for raw in raw_rows(tab, decisions, snapshot)
        ]
        self._by_type: dict[type[Record], list[Draft]] = {}
        for draft in self.drafts:
            self._by_type.setdefault(draft.cls, []).append(draft)
        self._types = self._ordered_types()
        self._given: set[UUID] = set()
        self.guessed: Counter[Guessed] = Counter()

    def judge(self) -> None:
        """Settle identity and values of every row, and the names to be created."""
        for draft in self._live():
            self._read(draft, lambda found: not found.target)
        for cls in filter(is_plain, self._types):
            self._identify(cls)
        for cls in self._types:
            for draft in self._live(cls):
                self._read(draft, lambda found: bool(found.target) and found.is_key)
            if not is_plain(cls):
                self._identify(cls)
            for draft in self._live(cls):
                self._read(draft, lambda found: bool(found.target) and not found.is_key)

    def _live(self, cls: type[Record] | None = None) -> Iterator[Draft]:
        drafts = self._by_type.get(cls, ()) if cls else self.drafts
        return (draft for draft in drafts if not draft.skipped)

    def _ordered_types(self) -> list[type[Record]]:
        """Return the types of the file, those that others point to first."""
        present = sorted(cls.table for cls in self._by_type)
        graph = {
            table: {found.target for found in fields(REGISTRY[table])} & {*present} - {table}
            for table in present
        }
        try:
            return [REGISTRY[table] for table in TopologicalSorter(graph).static_order()]
        except CycleError:
            return [REGISTRY[table] for table in present]

    def _read(self, draft: Draft, is_due: Callable[[Attribute], bool]) -> None:
        self.names.place = draft.raw.place
        for found in fields(draft.cls):
            if found.name in draft.raw.cells and is_due(found):
                self._read_value(draft, found, self.names)

    def _read_value(self, draft: Draft, found: Attribute, names: Names) -> None:
        """Read a cell; an empty one says something only in a row of our own export."""
        cell = draft.raw.cells[found.name]
        typed = "" if cell is None else str(cell).strip()
        is_name = bool(found.target) and names.knows(found.target, typed)
        if (is_unknown(found, typed) and not is_name) or (not typed and not self._own(draft)):
            return
        key = (draft.cls.table, found.name, fold(typed))
        try:
            meant = self.decisions.meanings.get(key, cell)
            scale = scale_of(column_of(draft.raw.tab, found.name)[1])
            if typed and scale > 1 and is_counted(found):
                if found.kind is Kind.MONEY:
                    read(found, meant, self.reader, names)  # refuses another currency
                exact = replace(found, kind=Kind.NUMBER, decimals=None)
                meant = scale * read(exact, meant, self.reader, names)
            draft.values[found.name] = read(found, meant, self.reader, names)
        except CellProblem as problem:
            if guess := self._guessed(draft, found, typed):
                draft.values[found.name] = guess
            else:
                draft.complain(found.name, problem, typed)

    def _guessed(self, draft: Draft, found: Attribute, typed: str) -> Choice | None:
        """Return what a shortened word of a closed list means, and note that it was guessed.

        Nothing is guessed of a word that may mean any row.
        """
        if found.kind is not Kind.CHOICE or names_any_row(draft.cls, typed):
            return None
        guess = guess_choice(found, typed, self.reader)
        if guess is not None:
            at = Guessed(draft.raw.place.sheet, draft.cls.table, found.name, typed, guess)
            self.guessed[at] += 1
        return guess

    def _own(self, draft: Draft) -> UUID | None:
        """Return the id in the row when a record of its type has it."""
        own = as_id(draft.raw.own_id)
        return own if self.snapshot.get(draft.cls, own) else None

    def _identify(self, cls: type[Record]) -> None:
        known, in_file = Index(cls, self.snapshot.all(cls)), Index(cls, ())
        met: dict[UUID, Draft] = {}
        for draft in self._live(cls):
            self._find(draft, known, in_file, met)
            draft.same_as = met.get(draft.id)
            if not draft.skipped and not draft.same_as:
                met[draft.id] = draft
                self._given.add(draft.id)
                in_file.add(draft.id, draft.values)
        if is_named_by_text(cls):
            self._find_look_alikes(cls)
        self.names = self.names.with_rows(cls.table, self._words(cls, met))

    def _find(self, draft: Draft, known: Index, in_file: Index, met: Mapping[UUID, Draft]) -> None:
        own, keys = as_id(draft.raw.own_id), key_fields(draft.cls)
        if draft.raw.place in self.decisions.same:
            self._settle(draft, self.decisions.same[draft.raw.place], keys)
        elif (known_own := self._own(draft)) and known_own not in met:
            self._settle(draft, known_own)
        elif found := known.by_code(draft.values) or in_file.by_code(draft.values):
            codes = tuple(one for one in fields(draft.cls) if one.is_code)
            self._settle(draft, found, codes)
        elif draft.cls.is_single and (one := self.snapshot.one(draft.cls)):
            self._settle_single(draft, one)
        elif found := known.by_key(draft.values):
            self._settle(draft, found, keys)
        elif own and own not in self._given and not self.snapshot.find_any(own):
            draft.id = own
        elif found := in_file.by_key(draft.values):
            self._settle(draft, found, keys)

    def _settle(self, draft: Draft, key: UUID | None, kept: tuple[Attribute, ...] = ()) -> None:
        if key is not None:
            draft.id = key
            draft.existing = self.snapshot.get(draft.cls, key)
            draft.kept = kept

    def _settle_single(self, draft: Draft, one: Record) -> None:
        """Keep another project's settings out, unless a person wants them in."""
        if draft.raw.place in self.decisions.included or not draft.raw.own_id:
            self._settle(draft, one.id)
        else:
            draft.skipped = Remark(N_("It belongs to another project."))

    def _words(self, cls: type[Record], met: Mapping[UUID, Draft]) -> dict[str, UUID]:
        """Return what others call the rows of a type that other types of the file point to."""
        targets = {found.target for kind in self._types for found in fields(kind)}
        if cls.table not in targets:
            return {}
        sketches = {key: draft.sketch() for key, draft in met.items() if draft.has_key}
        around = self.snapshot if is_plain(cls) else self._with_rows()
        spoken = ((key, words(around, made, self.reader)) for key, made in sketches.items())
        named = {name: key for key, name in told_apart(spoken).items()}
        return {**dict(self._codes(cls, met)), **named}

    def _codes(self, cls: type[Record], met: Mapping[UUID, Draft]) -> Iterator[tuple[str, UUID]]:
        """Yield the codes that rows of the file give themselves, each with its record."""
        codes = [found.name for found in fields(cls) if found.is_code]
        for key, draft in met.items():
            for code in filter(None, (draft.values.get(name) for name in codes)):
                yield str(code), key

    def _with_rows(self) -> Snapshot:
        """Return the project with what the file adds, for rows called by what they point to."""
        rows = (draft.sketch() for draft in self._live() if not draft.same_as and draft.has_key)
        created = (name.record for name in self.names.created.values() if name.record)
        return Snapshot((*self.snapshot, *created, *rows))

    def _find_look_alikes(self, cls: type[Record]) -> None:
        """Find the rows whose name looks like that of a record or of an earlier row.

        Rows that a person decided about are told too, so that the answer can be changed.
        """
        name = key_fields(cls)[0].name
        known = {record.id: str(getattr(record, name)) for record in self.snapshot.all(cls)}
        asked: list[tuple[Draft, str]] = []
        for draft in self._live(cls):
            is_new = not draft.existing and not draft.same_as
            if (is_new or draft.raw.place in self.decisions.same) and draft.values.get(name):
                asked.append((draft, str(draft.values[name])))
        order = dict.fromkeys(known, -1)
        for place, (draft, called) in enumerate(asked):
            if draft.id not in order:
                order[draft.id], known[draft.id] = place, called
        found = look_alikes([called for _draft, called in asked], known)
        for place, (draft, called) in enumerate(asked):
            draft.candidates = tuple(one for one in found.get(called, ()) if order[one.id] < place)
