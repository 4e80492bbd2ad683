"""Typed cells become changes: what is complete and right is stored, the rest kept as typed."""

import json
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID, uuid5

from app.exchange.cells import CellProblem, Names, parse, show
from app.exchange.folding import fold
from app.i18n import Reader
from app.store import Change, ChangeSet, Edit, Put, Remove
from app.store.spelling import spelling
from methodology.project import Draft
from methodology.record import Attribute, Kind, Record, attribute, clean, fields, key_fields
from methodology.snapshot import Snapshot
from methodology.text import N_, Problem
from methodology.validation import Invalid, check
from methodology.words import words

E = TypeVar("E")
BEGINNING = 2  # letters of a word that are enough when no other word begins like it
PART = 4  # letters of a later part of it that are enough, likewise


@dataclass(frozen=True)
class Line:
    """A row as a person sees it: a record, or none yet, and over it what is typed, not stored."""

    id: UUID
    record: Record | None = None
    typed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Fault:
    """Why a cell is not stored; `field` is empty when it is the row as a whole."""

    row: UUID
    field: str
    problem: Problem


@dataclass(frozen=True)
class Amendment:
    """What typing into a row comes to: the row after it, the changes to write, what stays out."""

    line: Line
    changes: tuple[Change, ...] = ()
    faults: tuple[Fault, ...] = ()
    typed: Mapping[str, str] = field(default_factory=dict)


class Overtaken(Problem):
    """A cell that another person changed meanwhile; `theirs` is stored, `mine` is not."""


class Waiting(Problem):
    """A cell that could be stored now and was not."""


class Taken(Problem):
    """A row with the same name or code as another one."""

    def __init__(self, field: str) -> None:
        super().__init__(N_("Another row has the same. It is not saved twice."))
        self.field = field


class Vanished(Problem):
    """A row that another person deleted meanwhile."""


def write_or_keep(
    entries: Sequence[E],
    write: Callable[[Sequence[E]], None],
    keep: Callable[[E, Problem], E],
    note: Callable[[E], None],
) -> None:
    """Write all entries as one act; when the project refuses it, each by itself.

    What is refused alone is written as the draft that `keep` makes of it, and noted in memory
    when even that is refused.
    """
    try:
        write(entries)
    except Problem as problem:
        if len(entries) > 1:
            for entry in entries:
                write_or_keep([entry], write, keep, note)
            return
        kept = keep(entries[0], problem)
        try:
            write([kept])
        except Problem:
            note(kept)


def likely(words: Sequence[str], text: str, *, is_part_enough: bool) -> str:
    """Return the only one of the words that begins like a text, empty when none or several do.

    Where a part is enough, «doubt» stands for «In doubt» unless another one begins with it.
    """
    wanted = fold(text)
    found = [word for word in words if fold(word).startswith(wanted)]
    if not found and is_part_enough and len(wanted) >= PART:
        found = [w for w in words if any(p.startswith(wanted) for p in fold(w).split())]
    return found[0] if len(found) == 1 and len(wanted) >= BEGINNING else ""


def draft_id(cls: type[Record], row: UUID) -> UUID:
    """Return the id of the draft that keeps what is typed into a row and not stored."""
    return uuid5(row, cls.table)


class Editor:
    """Reads and amends the rows of one record type, as one moment of the project has them.

    Rows amended one after another know of each other: the second of two equal names is refused.
    """

    def __init__(self, cls: type[Record], snapshot: Snapshot, _: Reader) -> None:
        self.cls = cls
        self.snapshot = snapshot
        self.names = Names(snapshot, _)
        self._ = _

    def lines(self) -> list[Line]:
        """Return every row in order of entry, those that are not complete yet at the end."""
        waiting = self._drafts()
        records = self.snapshot.all(self.cls)
        stored = [Line(record.id, record, waiting.pop(record.id, {})) for record in records]
        return stored + [Line(row, None, typed) for row, typed in waiting.items()]

    def shown(self, line: Line) -> dict[str, str]:
        """Return the text of every cell of a row; what is typed stands over what is stored."""
        return {each.name: self._text(line, each) for each in fields(self.cls)}

    def words(self, each: Attribute) -> list[str]:
        """Return the words that a field offers to choose from."""
        if each.choices:
            return [self._(member.label) for member in each.choices]
        return self.names.all(each.target) if each.target else []

    def amend(self, line: Line, cells: Mapping[str, str], *, insist: bool = False) -> Amendment:
        """Return what `cells` typed into a row come to; what was typed before and kept counts too.

        A stored value stays wherever the typed one cannot be used, and, unless the person
        insists, wherever another person changed it since `line` was read.
        """
        now = self.snapshot.get(self.cls, line.id)
        typed = {**line.typed, **{name: str(clean(text)) for name, text in cells.items()}}
        if line.record and not now:
            return self._vanished(line, typed)
        values, faults = self._parse(line, typed)
        if line.record and now and not insist:
            faults += self._overtaken(line.record, now, values)
        record, more = self._settle(line.id, now, values)
        faults += more
        kept = _kept(typed, faults, record)
        after = Line(line.id, _believed(line.record, record, typed.keys() - kept.keys()), kept)
        changes = self._changes(now, record) + self._draft_changes(after)
        return Amendment(after, changes, tuple(faults) if kept else (), typed)

    def doubts(self, line: Line) -> tuple[Fault, ...]:
        """Return why what is typed into a row was not stored, as far as can be told now."""
        faults = self.amend(line, {}).faults
        waiting = N_("“{mine}” is typed here and not saved.")
        unsaved = (Fault(line.id, n, Waiting(waiting, mine=t)) for n, t in line.typed.items())
        return faults or tuple(unsaved)

    def lacks(self, line: Line) -> tuple[Fault, ...]:
        """Return what a row needs to become a record, one with nothing typed included."""
        return () if line.record else tuple(self._parse(line, line.typed)[1])

    def keep(self, line: Line, problem: Problem) -> Amendment:
        """Return the row kept as typed because the project refuses it."""
        faults = (Fault(line.id, "", problem),)
        return Amendment(line, self._draft_changes(line), faults, line.typed)

    def discard(self, line: Line) -> Amendment:
        """Return the row without what is typed and not stored."""
        after = Line(line.id, self.snapshot.get(self.cls, line.id))
        return Amendment(after, self._draft_changes(after))

    def change_set(self, amended: Sequence[Amendment]) -> ChangeSet:
        """Return what was typed into these rows as one act, named for them."""
        changes = tuple(change for amendment in amended for change in amendment.changes)
        table = self._(self.cls.title)
        if len(amended) > 1:
            values: dict[str, str | int] = {"count": len(amended), "table": table}
            return ChangeSet(N_("Edit {count} rows of “{table}”"), changes, values)
        record = amended[0].line.record if amended else None
        name = words(self.snapshot, record, self._) if record else ""
        if not name:
            return ChangeSet(N_("Edit a row of “{table}”"), changes, {"table": table})
        return ChangeSet(
            N_("Edit “{record}” in “{table}”"), changes, {"record": name, "table": table}
        )

    def _drafts(self) -> dict[UUID, dict[str, str]]:
        """Return what is typed and not stored, by row; drafts of another shape are left alone."""
        known = {each.name for each in fields(self.cls)}
        kept: dict[UUID, dict[str, str]] = {}
        for draft in self.snapshot.all(Draft):
            cells = json.loads(draft.cells) if draft.of_table == self.cls.table else None
            if isinstance(cells, dict) and cells.keys() == {"row", "typed"}:
                typed = {name: text for name, text in cells["typed"].items() if name in known}
                kept[UUID(cells["row"])] = typed
        return kept

    def _text(self, line: Line, each: Attribute) -> str:
        if each.name in line.typed or line.record is None:
            return line.typed.get(each.name, "")
        return show(each, getattr(line.record, each.name), self._, self.names)

    def _parse(self, line: Line, typed: Mapping[str, str]) -> tuple[dict[str, Any], list[Fault]]:
        values: dict[str, Any] = {}
        faults = []
        for each in fields(self.cls):
            if each.name in typed or (line.record is None and each.required):
                try:
                    values[each.name] = self.read(each, typed.get(each.name, ""))
                except CellProblem as problem:
                    faults.append(Fault(line.id, each.name, problem))
        return values, faults

    def read(self, each: Attribute, text: str) -> Any:
        """Return what a cell means; what only one of the words to choose from can be will do."""
        try:
            return parse(each, text, self._, self.names)
        except CellProblem:
            if each.kind not in (Kind.CHOICE, Kind.REFERENCE):
                raise
            found = likely(self.words(each), text, is_part_enough=each.kind is Kind.CHOICE)
            if not found:
                raise
            return parse(each, found, self._, self.names)

    def _overtaken(self, seen: Record, now: Record, values: dict[str, Any]) -> list[Fault]:
        """Take out of `values` the cells that changed since they were seen, to something else."""
        faults = []
        for name in [*values]:
            theirs = getattr(now, name)
            if theirs not in (getattr(seen, name), values[name]):
                each = attribute(self.cls, name)
                problem = Overtaken(
                    N_("Another person wrote “{theirs}” meanwhile; “{mine}” is not saved."),
                    theirs=show(each, theirs, self._, self.names),
                    mine=show(each, values.pop(name), self._, self.names),
                )
                faults.append(Fault(now.id, name, problem))
        return faults

    def _settle(
        self, row: UUID, now: Record | None, values: dict[str, Any]
    ) -> tuple[Record | None, list[Fault]]:
        """Return the record that the values make over what is stored, and what has to stay out."""
        base = {each.name: getattr(now, each.name) for each in fields(self.cls)} if now else {}
        faults: list[Fault] = []
        while True:
            found = self._try({"id": row, **base, **values})
            if isinstance(found, Record):
                self._rename(now, found)
                return found, faults
            faults += (fault for fault in found if fault.field in {*values, ""})
            wrong = {fault.field for fault in found} & values.keys()
            if not wrong:
                return now, faults
            values = {name: value for name, value in values.items() if name not in wrong}

    def _try(self, values: Mapping[str, Any]) -> Record | list[Fault]:
        try:
            record = check(self.cls, values)
        except Invalid as invalid:
            return [Fault(values["id"], each.field, each.problem) for each in invalid.complaints]
        now = self.snapshot.get(self.cls, record.id)
        kept = _twin_keys(now) if now else []
        for key in _twin_keys(record):
            if key not in kept and self._twins.get(key, record.id) != record.id:
                return [Fault(record.id, key[0], Taken(key[0]))]
        return record

    def _rename(self, before: Record | None, after: Record) -> None:
        for key in _twin_keys(before) if before else ():
            self._twins.pop(key, None)
        self._twins.update((key, after.id) for key in _twin_keys(after))

    @cached_property
    def _twins(self) -> dict[tuple[str, ...], UUID]:
        """What no two rows may share: the key fields together, each code by itself."""
        records = self.snapshot.all(self.cls)
        return {key: record.id for record in records for key in _twin_keys(record)}

    def _vanished(self, line: Line, typed: Mapping[str, str]) -> Amendment:
        """Keep the whole row as typed, so that it can be entered again."""
        cells = {name: text for name, text in {**self.shown(line), **typed}.items() if text}
        problem = Vanished(N_("Another person deleted this row meanwhile. It is kept as a draft."))
        return self.keep(Line(line.id, None, cells), problem)

    def _changes(self, now: Record | None, record: Record | None) -> tuple[Change, ...]:
        if record and now is None:
            return (Put(record),)
        if record and record != now:
            names = (each.name for each in fields(self.cls))
            edited = {n: getattr(record, n) for n in names if getattr(record, n) != getattr(now, n)}
            seen = {name: getattr(now, name) for name in edited}
            return (Edit(self.cls, record.id, edited, seen),)
        return ()

    def _draft_changes(self, after: Line) -> tuple[Change, ...]:
        key = draft_id(self.cls, after.id)
        stored = self.snapshot.get(Draft, key)
        if not after.typed:
            return (Remove(Draft, key),) if stored else ()
        cells = json.dumps({"row": str(after.id), "typed": dict(after.typed)}, ensure_ascii=False)
        if stored is None:
            return (Put(Draft(id=key, of_table=self.cls.table, cells=cells)),)
        return (Edit(Draft, key, {"cells": cells}),) if stored.cells != cells else ()


def _kept(typed: Mapping[str, str], faults: list[Fault], record: Record | None) -> dict[str, str]:
    """Return what stays as typed: wrong cells of a record, every cell of a row that is none yet."""
    if record is None:
        return {name: text for name, text in typed.items() if text.strip()}
    wrong = {fault.field for fault in faults}
    return {name: text for name, text in typed.items() if name in wrong or "" in wrong}


def _believed(seen: Record | None, stored: Record | None, typed: AbstractSet[str]) -> Record | None:
    """Return the record as the person has it in mind: as seen, with what they typed since."""
    if seen is None or stored is None:
        return stored
    return seen.model_copy(update={name: getattr(stored, name) for name in typed})


def _twin_keys(record: Record) -> list[tuple[str, ...]]:
    cls = type(record)
    groups = [key_fields(cls)] if key_fields(cls) else []
    groups += [(each,) for each in fields(cls) if each.is_code and getattr(record, each.name)]
    return [
        (group[-1].name, *(spelling(str(getattr(record, each.name))) for each in group))
        for group in groups
    ]
