"""A table while somebody edits it: what was shown stays, what the browser reports counts once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any
from uuid import UUID, uuid4

from app.exchange.cells import join_names
from app.exchange.editing import Amendment, Editor, Line, write_or_keep
from app.exchange.folding import fold
from app.i18n import Reader
from app.store import Folder
from methodology.record import Kind, Record, attribute, fields
from methodology.snapshot import Snapshot
from methodology.text import Problem

_BY_VALUE = frozenset({Kind.INTEGER, Kind.NUMBER, Kind.MONEY, Kind.DATE, Kind.MOMENT, Kind.BOOLEAN})
Report = Mapping[str, Any]


@dataclass(frozen=True)
class View:
    """Which rows are shown, and in what order: by a field, or as they were entered.

    `given` says what every row of the view points to, by field: a new row begins with it.
    """

    search: str = ""
    sort: str = ""
    is_descending: bool = False
    only: frozenset[UUID] | None = None
    given: tuple[tuple[str, UUID], ...] = ()

    @property
    def hidden(self) -> frozenset[str]:
        """The fields that need no column: every row has the same in them."""
        return frozenset(name for name, _key in self.given)


class OpenTable:
    """The rows of one record type as they stood when a person began to edit them.

    The table in the browser reports everything typed since then, again and again; `take` finds
    what is new in a report and writes it as one act. `is_behind` says that somebody else wrote
    meanwhile, `removing` which rows the person asked to delete.
    """

    def __init__(
        self, cls: type[Record], snapshot: Snapshot, _: Reader, view: View | None = None
    ) -> None:
        self.cls = cls
        self.view = view or View()
        self.revision = snapshot.revision
        self.is_behind = False
        self.removing: list[UUID] = []
        editor = Editor(cls, snapshot, _)
        self.given = {name: editor.names.words(key) for name, key in self.view.given}
        lines = [line for line in editor.lines() if self._is_in(line)]
        self.total = len(lines)
        kept = arrange(editor, lines, self.view)
        self.lines = {line.id: line for line in kept}
        self.rows = [line.id for line in kept]
        self.first = tuple(editor.shown(line) for line in kept)
        self.faults = {line.id: editor.doubts(line) for line in kept if line.typed}
        self._texts = [dict(texts) for texts in self.first]
        self._turn = Lock()  # a page that is being left and the next one can report at once

    def take(self, report: Report, folder: Folder, by: str, _: Reader) -> None:
        """Write what a report of the table has that earlier ones had not."""
        with self._turn:
            typed = self._news(report, _)
            if typed:
                editor = self._editor(folder, _)
                amended = [
                    editor.amend(self._begun(row, cells), cells) for row, cells in typed.items()
                ]
                self._write(editor, amended, folder, by)

    def insist(self, row: UUID, folder: Folder, by: str, _: Reader) -> None:
        """Write what is typed into a row over what another person wrote meanwhile."""
        editor = self._editor(folder, _)
        self._write(editor, [editor.amend(self._line(row), {}, insist=True)], folder, by)

    def discard(self, row: UUID, folder: Folder, by: str, _: Reader) -> None:
        """Forget what is typed into a row and not stored."""
        editor = self._editor(folder, _)
        self._write(editor, [editor.discard(self._line(row))], folder, by)

    @property
    def added(self) -> int:
        """Return how many rows were written below those that were shown."""
        return sum(any(texts.values()) for texts in self._texts[len(self.first) :])

    def number(self, row: UUID) -> int:
        """Return the number of a row, from 1, as the table shows it."""
        return self.rows.index(row) + 1

    def _editor(self, folder: Folder, _: Reader) -> Editor:
        snapshot = folder.snapshot()
        self.is_behind = self.is_behind or snapshot.revision != self.revision
        return Editor(self.cls, snapshot, _)

    def _line(self, row: UUID) -> Line:
        return self.lines.get(row) or Line(row)

    def _begun(self, row: UUID, cells: Mapping[str, str]) -> Line:
        """Return a row as it is; one that is no record yet with what every row of the view has.

        A new row that was emptied again has nothing of it.
        """
        line = self._line(row)
        if line.record:
            return line
        own = {name: text for name, text in line.typed.items() if name not in self.given}
        is_filled = any(text.strip() for text in {**own, **cells}.values())
        return Line(row, None, {**self.given, **own} if is_filled else own)

    def _is_in(self, line: Line) -> bool:
        """Say whether a row has what every row of the view has; as typed, if it is no record."""
        if line.record:
            return all(getattr(line.record, name) == key for name, key in self.view.given)
        return all(line.typed.get(name) == text for name, text in self.given.items())

    def _write(self, editor: Editor, amended: list[Amendment], folder: Folder, by: str) -> None:
        def keep(one: Amendment, problem: Problem) -> Amendment:
            row = one.line.id
            return editor.keep(Line(row, editor.snapshot.get(self.cls, row), one.typed), problem)

        write_or_keep(amended, lambda some: self._apply(editor, some, folder, by), keep, self._note)

    def _apply(self, editor: Editor, amended: Sequence[Amendment], folder: Folder, by: str) -> None:
        changes = editor.change_set(amended)
        if changes.changes:
            act = folder.apply(changes, by=by, expected=editor.snapshot.revision)
            self.revision = act.revision
        for amendment in amended:
            self._note(amendment)

    def _note(self, amendment: Amendment) -> None:
        row = amendment.line.id
        self.lines[row] = amendment.line
        self.faults.pop(row, None)
        if amendment.faults:
            self.faults[row] = amendment.faults

    def _news(self, report: Report, _: Reader) -> dict[UUID, dict[str, str]]:
        """Return the cells, by row, whose text differs from what the last report said."""
        shown = [dict(texts) for texts in self.first]
        for place, cells in report["edited_rows"].items():
            shown[int(place)].update(_texts(cells, _))
        added = [_texts(cells, _) for cells in report["added_rows"]]
        self._drop(report["deleted_rows"], added)
        self._grow(added)
        shown += ({**dict.fromkeys(self._names, ""), **texts} for texts in added)
        gone = {int(place) for place in report["deleted_rows"]}
        news = {
            self.rows[place]: new
            for place, texts in enumerate(shown)
            if place not in gone and (new := _differing(self._texts[place], texts))
        }
        self._texts = shown
        return news

    @property
    def _names(self) -> list[str]:
        return [each.name for each in fields(self.cls)]

    def _grow(self, added: list[dict[str, str]]) -> None:
        while len(self.rows) < len(self.first) + len(added):
            self.rows.append(uuid4())
            self._texts.append(dict.fromkeys(self._names, ""))

    def _drop(self, deleted: Iterable[int], added: list[dict[str, str]]) -> None:
        """Note which rows the person deleted; added ones that are gone leave no gap."""
        rows = [self.rows[int(place)] for place in deleted]
        begin = len(self.first)
        before = [{n: t for n, t in texts.items() if t} for texts in self._texts[begin:]]
        for place in reversed(_absent(before, added)):
            rows.append(self.rows.pop(begin + place))
            del self._texts[begin + place]
        known = [row for row in rows if row in self.lines and row not in self.removing]
        self.removing.extend(known)


def arrange(editor: Editor, lines: list[Line], view: View) -> list[Line]:
    """Return the lines that a view shows, in its order; rows that are not complete stay last."""
    shown = [line for line in lines if view.only is None or not line.record or line.id in view.only]
    if view.search:
        wanted = fold(view.search).split()
        shown = [line for line in shown if _holds(editor, line, wanted)]
    if not view.sort:
        return shown
    stored = [line for line in shown if line.record]
    key = _order(editor, view.sort)
    filled = [line for line in stored if key(line) is not None]
    empty = [line for line in stored if key(line) is None]
    ordered = sorted(filled, key=key, reverse=view.is_descending)
    return ordered + empty + [line for line in shown if not line.record]


def _holds(editor: Editor, line: Line, wanted: list[str]) -> bool:
    text = fold(" ".join(editor.shown(line).values()))
    return all(word in text for word in wanted)


def _order(editor: Editor, name: str) -> Callable[[Line], Any]:
    """Return what orders lines by a field: its value, or its words; None for nothing."""
    if attribute(editor.cls, name).kind in _BY_VALUE:
        return lambda line: getattr(line.record, name)
    return lambda line: fold(editor.shown(line)[name]) or None


def _texts(cells: Mapping[str, Any], _: Reader) -> dict[str, str]:
    return {name: _text(cell, _) for name, cell in cells.items()}


def _text(cell: object, _: Reader) -> str:
    """Return a cell of the browser's table as typed text: boxes and lists as their words."""
    if isinstance(cell, bool):
        return _("Yes") if cell else _("No")
    if isinstance(cell, list):
        return join_names([str(part) for part in cell])
    return "" if cell is None else str(cell)


def _differing(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in after.items() if before.get(name, "") != text}


def _absent(before: list[dict[str, str]], after: list[dict[str, str]]) -> list[int]:
    """Return the places of `before` whose rows are gone in `after`."""
    absent = []
    place = 0
    for index, row in enumerate(before):
        present = (
            {name: text for name, text in after[place].items() if text}
            if (place < len(after))
            else None
        )
        if row == present or len(before) - index <= len(after) - place:
            place += 1
        else:
            absent.append(index)
    return absent
