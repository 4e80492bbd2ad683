"""A pivot table while somebody edits it: records by two references, one value in each cell.

It keeps the promises of `OpenTable`: what was shown stays, a report counts once, what cannot be
stored stays as a draft, and a cell that another person changed is never written over unasked.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any
from uuid import UUID, uuid4, uuid5

from app.exchange.cells import CellProblem, show
from app.exchange.editing import Editor, Fault, Line, Overtaken, write_or_keep
from app.i18n import Reader
from app.store import Change, ChangeSet, Edit, Folder, Put, Remove, with_consequences
from methodology.record import REGISTRY, Attribute, Kind, Record, attribute, fields
from methodology.snapshot import Snapshot
from methodology.text import N_, Problem
from methodology.validation import Invalid, check

Place = tuple[UUID, UUID]  # the records of row and column
Report = Mapping[str, Any]
_EMPTY: tuple[Any, ...] = (None, "", (), False)


@dataclass(frozen=True)
class Layout:
    """Which fields of a record type make the rows, the columns and the cells.

    `row` and `column` point to records; `fixed` holds what the other key fields are.
    """

    cls: type[Record]
    row: str
    column: str
    value: str
    fixed: Mapping[str, Any] = field(default_factory=dict)

    @property
    def cell(self) -> Attribute:
        """The field that stands in the cells."""
        return attribute(self.cls, self.value)

    def members(self, snapshot: Snapshot, axis: str) -> tuple[Record, ...]:
        """Return every record that an axis can show."""
        return snapshot.all(REGISTRY[attribute(self.cls, axis).target])

    def placed(self, snapshot: Snapshot) -> dict[Place, Record]:
        """Return the records of the table by their place."""
        return {
            (getattr(record, self.row), getattr(record, self.column)): record
            for record in snapshot.all(self.cls)
            if all(getattr(record, name) == value for name, value in self.fixed.items())
        }


def layout_of(cls: type[Record]) -> tuple[str, str, tuple[str, ...]] | None:
    """Return row, column and other keys of a type known by what it points to; None for others.

    Raters make columns; the first of the others makes the rows.
    """
    keys = [each for each in fields(cls) if each.is_key]
    if len(keys) < 2 or any(each.kind is not Kind.REFERENCE for each in keys):
        return None
    ordered = sorted(keys, key=lambda each: each.target == "rater")
    names = [each.name for each in ordered]
    column = names[-1] if ordered[-1].target == "rater" else names[1]
    rest = tuple(name for name in names[1:] if name != column)
    return names[0], column, rest


@dataclass(frozen=True)
class _Entry:
    """What typing into a cell comes to: the cell after it, what to write, what stays out."""

    place: Place
    line: Line
    changes: tuple[Change, ...] = ()
    fault: Fault | None = None
    text: str = ""


@dataclass(frozen=True)
class _Moment:
    """The project as it is when something is written."""

    editor: Editor
    records: Mapping[Place, Record]


class PivotTable:
    """The cells of a layout as they stood when a person began to edit them."""

    def __init__(
        self,
        layout: Layout,
        snapshot: Snapshot,
        _: Reader,
        rows: Iterable[Record] | None = None,
        columns: Iterable[Record] | None = None,
    ) -> None:
        self.layout = layout
        self.revision = snapshot.revision
        self.is_behind = False
        self.rows = tuple(layout.members(snapshot, layout.row) if rows is None else rows)
        self.columns = tuple(
            layout.members(snapshot, layout.column) if columns is None else columns
        )
        editor = Editor(layout.cls, snapshot, _)
        placed = layout.placed(snapshot)
        typed = {line.id: line.typed for line in editor.lines() if line.typed}
        self.lines = {
            place: self._line(snapshot, place, placed.get(place), typed) for place in self._places
        }
        self.first = tuple(
            {str(one.id): self._text(editor, (row.id, one.id)) for one in self.columns}
            for row in self.rows
        )
        self.faults = {
            place: fault
            for place, line in self.lines.items()
            if line.typed and (fault := self._doubt(editor, placed, place, line))
        }
        self._texts = [dict(texts) for texts in self.first]
        self._turn = Lock()  # a page that is being left and the next one can report at once

    def take(self, report: Report, folder: Folder, by: str, _: Reader) -> None:
        """Write what a report of the table has that earlier ones had not."""
        with self._turn:
            news = self._news(report)
            if news:
                moment = self._moment(folder, _)
                self._write(moment, [self._amend(moment, *one) for one in news.items()], folder, by)

    def insist(self, place: Place, folder: Folder, by: str, _: Reader) -> None:
        """Write what is typed into a cell over what another person wrote meanwhile."""
        moment = self._moment(folder, _)
        text = self.lines[place].typed.get(self.layout.value, "")
        self._write(moment, [self._amend(moment, place, text, insist=True)], folder, by)

    def discard(self, place: Place, folder: Folder, by: str, _: Reader) -> None:
        """Forget what is typed into a cell and not stored."""
        moment = self._moment(folder, _)
        gone = moment.editor.discard(self.lines[place])
        line = Line(self.lines[place].id, moment.records.get(place))
        self._write(moment, [_Entry(place, line, gone.changes)], folder, by)

    @property
    def filled(self) -> int:
        """Return how many cells hold something that is stored."""
        return sum(_value(line.record, self.layout) is not None for line in self.lines.values())

    @property
    def _places(self) -> list[Place]:
        return [(row.id, column.id) for row in self.rows for column in self.columns]

    def _line(
        self,
        snapshot: Snapshot,
        place: Place,
        record: Record | None,
        typed: Mapping[UUID, Mapping[str, str]],
    ) -> Line:
        """Return a cell with what is typed into it and was not stored."""
        row, column = place
        fixed = ".".join(map(str, self.layout.fixed.values()))
        made = uuid5(row, f"{self.layout.cls.table}.{column}.{fixed}")
        key = record.id if record else made if snapshot.find_any(made) is None else uuid4()
        kept = typed.get(key, {})
        value = self.layout.value
        return Line(key, record, {value: kept[value]} if value in kept else {})

    def _text(self, editor: Editor, place: Place) -> str:
        line, value = self.lines[place], self.layout.value
        if value in line.typed:
            return line.typed[value]
        return _shown(editor, self.layout, line.record)

    def _doubt(
        self, editor: Editor, placed: Mapping[Place, Record], place: Place, line: Line
    ) -> Fault | None:
        """Return why what is typed into a cell was not stored, as far as can be told now."""
        text = line.typed[self.layout.value]
        waiting = Overtaken(N_("“{mine}” is typed here and not saved."), mine=text)
        found = self._amend(_Moment(editor, placed), place, text)
        return found.fault or Fault(line.id, self.layout.value, waiting)

    def _moment(self, folder: Folder, _: Reader) -> _Moment:
        snapshot = folder.snapshot()
        self.is_behind = self.is_behind or snapshot.revision != self.revision
        editor = Editor(self.layout.cls, snapshot, _)
        return _Moment(editor, self.layout.placed(snapshot))

    def _amend(self, moment: _Moment, place: Place, text: str, *, insist: bool = False) -> _Entry:
        """Return what a text typed into a cell comes to; an empty one takes the value away."""
        seen, now = self.lines[place], moment.records.get(place)
        try:
            is_emptied = not text.strip()
            value = None if is_emptied else moment.editor.read(self.layout.cell, text)
            if not insist:
                self._refuse_overtaken(moment.editor, seen.record, now, value)
            record, change = self._settle(place, now, value)
        except Invalid as invalid:
            return self._kept(moment, place, text, invalid.complaints[0].problem)
        except (CellProblem, Overtaken) as problem:
            return self._kept(moment, place, text, problem)
        drafts = moment.editor.discard(seen).changes
        line = Line(record.id if record else seen.id, record)
        return _Entry(place, line, (*change, *drafts), text=text)

    def _refuse_overtaken(
        self, editor: Editor, seen: Record | None, now: Record | None, value: Any
    ) -> None:
        """Raise Overtaken when another person gave the cell another value since it was seen."""
        theirs = _value(now, self.layout)
        if theirs in (_value(seen, self.layout), value):
            return
        mine = "" if value is None else show(self.layout.cell, value, editor._, editor.names)
        told = _shown(editor, self.layout, now)
        if theirs is None:
            raise Overtaken(
                N_("Another person emptied this cell meanwhile; “{mine}” is not saved."), mine=mine
            )
        if value is None:
            raise Overtaken(
                N_("Another person wrote “{theirs}” meanwhile; the cell is not emptied."),
                theirs=told,
            )
        raise Overtaken(
            N_("Another person wrote “{theirs}” meanwhile; “{mine}” is not saved."),
            theirs=told,
            mine=mine,
        )

    def _settle(
        self, place: Place, now: Record | None, value: Any
    ) -> tuple[Record | None, tuple[Change, ...]]:
        """Return the record of a cell with its new value, and the change that makes it so."""
        cls, name = self.layout.cls, self.layout.value
        if now is None and value is None:
            return None, ()
        if now is None:
            row, column = place
            pointers = {self.layout.row: row, self.layout.column: column}
            made = check(
                cls, {"id": self.lines[place].id, **pointers, **self.layout.fixed, name: value}
            )
            return made, (Put(made),)
        if value is None and not self._holds_more(now):
            return None, (Remove(cls, now.id),)
        after = check(cls, {**dict(now), name: value})
        edit = Edit(cls, now.id, {name: value}, {name: getattr(now, name)})
        return after, (edit,) if after != now else ()

    def _holds_more(self, record: Record) -> bool:
        """Say whether a record without the value of the cell would still say something."""
        if self.layout.cell.required:
            return False
        return any(
            getattr(record, each.name) not in (*_EMPTY, each.default)
            for each in fields(self.layout.cls)
            if not each.is_key and not each.required and each.name != self.layout.value
        )

    def _kept(self, moment: _Moment, place: Place, text: str, problem: Problem) -> _Entry:
        """Return the cell kept as it was typed, as a draft that the list of the type shows too."""
        seen, now = self.lines[place], moment.records.get(place)
        typed = {self.layout.value: text}
        key = now.id if now else seen.id
        draft = Line(key, now, typed if now else {**self._pointers(moment, place), **typed})
        changes = moment.editor.keep(draft, problem).changes if text.strip() else ()
        line = Line(key, seen.record, typed)
        return _Entry(place, line, changes, Fault(key, self.layout.value, problem), text)

    def _pointers(self, moment: _Moment, place: Place) -> dict[str, str]:
        """Return the words of the fields that say where a cell stands."""
        row, column = place
        values = {self.layout.row: row, self.layout.column: column, **self.layout.fixed}
        editor = moment.editor
        return {
            name: show(attribute(self.layout.cls, name), value, editor._, editor.names)
            for name, value in values.items()
        }

    def _news(self, report: Report) -> dict[Place, str]:
        """Return the cells whose text differs from what the last report said."""
        shown = [dict(texts) for texts in self.first]
        for place, cells in report["edited_rows"].items():
            known = shown[int(place)]
            known.update({key: _typed(cell) for key, cell in cells.items() if key in known})
        keys = {str(column.id): column.id for column in self.columns}
        news = {
            (self.rows[place].id, keys[key]): text
            for place, texts in enumerate(shown)
            for key, text in texts.items()
            if self._texts[place][key] != text
        }
        self._texts = shown
        return news

    def _write(self, moment: _Moment, entries: list[_Entry], folder: Folder, by: str) -> None:
        write_or_keep(
            entries,
            lambda some: self._apply(moment, some, folder, by),
            lambda one, problem: self._kept(moment, one.place, one.text, problem),
            self._note,
        )

    def _apply(self, moment: _Moment, entries: Sequence[_Entry], folder: Folder, by: str) -> None:
        snapshot = moment.editor.snapshot
        changes = self._change_set(moment, entries)
        if changes.changes:
            written = with_consequences(snapshot, changes)
            self.revision = folder.apply(written, by=by, expected=snapshot.revision).revision
        for entry in entries:
            self._note(entry)

    def _change_set(self, moment: _Moment, entries: Sequence[_Entry]) -> ChangeSet:
        changes = tuple(change for entry in entries for change in entry.changes)
        table = moment.editor._(self.layout.cls.title)
        if len(entries) > 1:
            values: dict[str, str | int] = {"count": len(entries), "table": table}
            return ChangeSet(N_("Edit {count} cells of “{table}”"), changes, values)
        row, column = entries[0].place
        name = " · ".join(moment.editor.names.words(key) for key in (row, column))
        return ChangeSet(
            N_("Edit “{record}” in “{table}”"), changes, {"record": name, "table": table}
        )

    def _note(self, entry: _Entry) -> None:
        self.lines[entry.place] = entry.line
        self.faults.pop(entry.place, None)
        if entry.fault:
            self.faults[entry.place] = entry.fault


def _value(record: Record | None, layout: Layout) -> Any:
    return None if record is None else getattr(record, layout.value)


def _shown(editor: Editor, layout: Layout, record: Record | None) -> str:
    if record is None:
        return ""
    return show(layout.cell, getattr(record, layout.value), editor._, editor.names)


def _typed(cell: object) -> str:
    return "" if cell is None else str(cell)
