"""Guesses about a sheet: its header row, the record type of its rows, the field of each column."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from app.exchange.book import Cell, Row, Sheet
from app.exchange.cells import CellProblem, Names, UnknownName, is_unknown, read
from app.exchange.currencies import Told, told_in_amount, told_in_heading
from app.exchange.folding import fold_title
from app.exchange.headings import (
    ID,
    NEAR,
    field_called,
    id_heading,
    is_aside,
    is_continued,
    names_table,
    nearness,
    year_of,
)
from app.exchange.naming import as_id
from methodology.project import ColumnMemory
from methodology.record import SHORT, Attribute, Kind, Record, fields
from methodology.records import record_types
from methodology.snapshot import Snapshot
from methodology.text import N_, Remark

HEADER_ROWS, SAMPLE = 30, 200
LATE = 9999  # a heading without a year comes before any year

Memory = Mapping[tuple[str, str], str]
Named = Callable[[type[Record], list[str], Memory], Mapping[str, float]]


@dataclass(frozen=True)
class Guess:
    """What a sheet seems to hold; places count columns from 0, `header` rows from 1.

    `left_out` says of each filled column without a field why it has none.
    """

    cls: type[Record] | None = None
    header: int = 1
    columns: Mapping[int, str] = field(default_factory=dict)
    left_out: Mapping[int, Remark] = field(default_factory=dict)


def remembered(snapshot: Snapshot) -> Memory:
    """Return the fields assigned to headings by hand before: (table, heading) → field."""
    return {(row.of_table, row.heading): row.field for row in snapshot.all(ColumnMemory)}


def importable_types() -> tuple[type[Record], ...]:
    """Return the record types that people keep in sheets."""
    return tuple(cls for cls in record_types() if not cls.is_internal)


def guess_sheet(
    sheet: Sheet,
    names: Names,
    memory: Memory,
    cls: type[Record] | None = None,
    header: int | None = None,
) -> Guess:
    """Guess what is not given: record type, number of the header row, columns."""
    if sheet.rows and is_aside(map(_text, sheet.rows[0])):
        return Guess()
    numbers = [header] if header else _header_candidates(sheet)
    rows = {number: [_text(cell) for cell in sheet.rows[number - 1]] for number in numbers}
    types = (cls,) if cls else _own_types(rows.values()) or importable_types()
    if not header:
        rows = {number: row for number, row in rows.items() if not _is_data(rows, number)}
    best = _best(types, sheet, rows, memory, _exact)
    if best is None or best[0] <= 0:
        best = _best(types, sheet, rows, memory, _near)
    if best is None or (best[0] <= 0 and cls is None):
        return Guess(None, header or next(iter(numbers), 1))
    _points, number, kind = best
    return guess_columns(sheet, names, memory, kind, number)


def _best(
    types: tuple[type[Record], ...],
    sheet: Sheet,
    rows: Mapping[int, list[str]],
    memory: Memory,
    named: Named,
) -> tuple[float, int, type[Record]] | None:
    """Return points, number of the header and type of the best guess, the earliest of equals."""
    ranked = [
        (_score(kind, sheet, rows, number, found), -number, len(found), _mentions(kind), kind)
        for number in rows
        for kind in types
        for found in (named(kind, rows[number], memory),)
    ]
    best = max(ranked, key=lambda guess: guess[:-1], default=None)
    return best and (best[0], -best[1], best[-1])


@cache
def _mentions(cls: type[Record]) -> int:
    """Return how many fields point to a type: of two that fit, a list is of what others name."""
    every = (found for kind in importable_types() for found in fields(kind))
    return sum(found.target == cls.table for found in every)


def guess_columns(
    sheet: Sheet, names: Names, memory: Memory, cls: type[Record], header: int
) -> Guess:
    """Guess the field of each column by memory, exact names, near names and values."""
    finder = _Finder(sheet, names, memory, cls, header)
    finder.by_memory()
    finder.by_name()
    finder.by_nearness()
    return Guess(cls, header, dict(sorted(finder.columns.items())), finder.left_out())


class _Finder:
    """Assigns columns to fields, surest reasons first."""

    def __init__(
        self, sheet: Sheet, names: Names, memory: Memory, cls: type[Record], header: int
    ) -> None:
        self.cls, self.names, self.memory = cls, names, memory
        self.headings = [sheet.heading(header, place) for place in range(sheet.width)]
        self.samples = [tuple(_sample(sheet, header, place)) for place in range(sheet.width)]
        self.is_own = id_heading(cls) in self.headings
        self.columns: dict[int, str] = {}
        self.refused: dict[int, Remark] = {}

    def by_memory(self) -> None:
        """Take what was corrected by hand in an earlier import."""
        for place, heading in enumerate(self.headings):
            known = self.memory.get((self.cls.table, fold_title(heading)))
            if known == "":
                self.refused[place] = Remark(N_("Left out by hand in an earlier import."))
            elif known in self._fields:
                self.columns[place] = known

    def by_name(self) -> None:
        """Take the headings that name a field exactly and whose values fit it.

        Of the same heading for several years, the last year counts.
        """
        headings = enumerate(self.headings)
        for place, heading in sorted(headings, key=lambda one: -(year_of(one[1]) or LATE)):
            found = field_called(self.cls, heading) if self._is_open(place) else None
            if found == ID:
                self.columns[place] = ID
            elif found and self._is_free(found, heading):
                self._take(place, found, least=0.5)
            elif found:
                label = Remark(self._fields[found].label)
                message = N_("“{label}” is read from another column already.")
                self.refused[place] = Remark(message, {"label": label})

    def by_nearness(self) -> None:
        """Take the nearest headings, each field and each column once."""
        pairs = sorted(
            (
                (nearness(self.cls, name, heading), -place, name)
                for place, heading in enumerate(self.headings)
                if self._is_open(place) and heading and not self.is_own
                for name in self._fields
                if name not in self.columns.values()
            ),
            reverse=True,
        )
        for points, minus, name in pairs:
            place = -minus
            if points >= NEAR and self._is_open(place) and self._is_free(name, ""):
                self._take(place, name, least=0.8)

    def left_out(self) -> dict[int, Remark]:
        """Say why the filled columns without a field have none."""
        return {
            place: self.refused.get(place, Remark(N_("No field is called like this.")))
            for place, heading in enumerate(self.headings)
            if place not in self.columns and (heading or self.samples[place])
        }

    @property
    def _fields(self) -> dict[str, Attribute]:
        return {found.name: found for found in fields(self.cls)}

    def _is_open(self, place: int) -> bool:
        return place not in self.columns and place not in self.refused

    def _is_free(self, name: str, heading: str) -> bool:
        taken = name in self.columns.values()
        return not taken or (is_continued(heading) and self._fields[name].kind.is_of_any_length)

    def _take(self, place: int, name: str, *, least: float) -> None:
        found, sample = self._fields[name], self.samples[place]
        if found.kind is Kind.MONEY and (foreign := self._foreign(place)):
            message = N_("In another currency than the project: {currency}.")
            self.refused[place] = Remark(message, {"currency": foreign.name})
            return
        lenient = found.kind in (Kind.CHOICE, Kind.CHOICES) and least < 0.6
        trusted = self.is_own or (lenient and _is_closed_list(sample))
        if trusted or _fitting(found, sample, self.names) >= least:
            self.columns[place] = name
        else:
            self.refused[place] = Remark(
                N_("Called like “{label}”, but its values do not fit there."),
                {"label": Remark(found.label)},
            )

    def _foreign(self, place: int) -> Told | None:
        """Return the other currency that a heading names, or that most amounts below it are in."""
        own, sample = self.names.reader.currency, self.samples[place]
        heading = told_in_heading(self.headings[place])
        if heading:
            return None if own in heading.currencies else heading
        beside = [told_in_amount(_text(cell)) for cell in sample]
        foreign = [told for told in beside if told and own not in told.currencies]
        return foreign[0] if len(foreign) * 2 > len(sample) else None


def _own_types(rows: Iterable[list[str]]) -> tuple[type[Record], ...]:
    """Return the types whose own columns of ids rows name, as only our exports do."""
    said = {heading for row in rows for heading in row}
    return tuple(cls for cls in importable_types() if id_heading(cls) in said)


def _score(
    cls: type[Record],
    sheet: Sheet,
    rows: Mapping[int, list[str]],
    number: int,
    named: Mapping[str, float],
) -> float:
    if id_heading(cls) in rows[number]:
        return 1_000.0
    matched = [found for found in fields(cls) if found.name in named]
    if not matched or (len(matched) == 1 and _stands_below(rows, number, more=1)):
        return float("-inf")
    missing = sum(1 + found.is_key for found in fields(cls) if _is_missing(found, named))
    keys = sum(found.is_key for found in matched)
    titled = 3 if names_table(cls, sheet.name) else 0
    mostly = len(matched) * 2 > sum(map(bool, rows[number]))
    single = 5 if cls.is_single and not titled and not (mostly and _holds_one(sheet, number)) else 0
    points = sum(named[found.name] for found in matched)
    return points + keys + titled - single - missing


def _holds_one(sheet: Sheet, number: int) -> bool:
    """Say whether one row alone is filled below the headings, as of a record there is once."""
    return sum(any(map(_text, row)) for row in _body(sheet, number)) == 1


def _is_missing(found: Attribute, named: Mapping[str, float]) -> bool:
    return found.required and found.name not in named


def _exact(cls: type[Record], headings: list[str], memory: Memory) -> dict[str, float]:
    """Return the fields that headings name, each worth a point."""
    told = {
        memory.get((cls.table, fold_title(heading))) or field_called(cls, heading)
        for heading in headings
        if heading
    }
    return {name: 1.0 for name in told if name}


def _near(cls: type[Record], headings: list[str], memory: Memory) -> dict[str, float]:
    """Return the fields that headings name or nearly name; what is only near is worth less."""
    exact = _exact(cls, headings, memory)
    near = {
        found.name: 0.5
        for found in fields(cls)
        if any(nearness(cls, found.name, heading) >= NEAR for heading in headings)
    }
    return near | exact


def _is_data(rows: Mapping[int, list[str]], number: int) -> bool:
    """Say whether a row with numbers stands below one as full of words alone: its headings."""
    return any(map(_is_value, rows[number])) and _stands_below(rows, number)


def _stands_below(rows: Mapping[int, list[str]], number: int, more: int = 0) -> bool:
    """Say whether a row above has as many cells, or so many more, and nothing but words."""
    filled = sum(map(bool, rows[number]))
    above = (row for earlier, row in rows.items() if earlier < number)
    return filled > 1 and any(
        sum(map(bool, row)) >= filled + more and not any(map(_is_value, row)) for row in above
    )


def _is_value(text: str) -> bool:
    """Say whether a cell holds a number, no year, rather than words."""
    return bool(re.fullmatch(r"[\d.,% ]*\d[\d.,% ]*", text)) and not year_of(text)


def _header_candidates(sheet: Sheet) -> list[int]:
    """Return the first rows that could be headings: filled, and mostly with text."""
    found = []
    for number, row in enumerate(sheet.rows[:HEADER_ROWS], start=1):
        filled = [cell for cell in row if _text(cell)]
        if filled and sum(isinstance(cell, str) for cell in filled) * 2 >= len(filled):
            found.append(number)
    return found


def _sample(sheet: Sheet, header: int, place: int) -> Iterator[Cell]:
    filled = (row[place] for row in _body(sheet, header) if place < len(row) and _text(row[place]))
    return islice(filled, SAMPLE)


def _body(sheet: Sheet, header: int) -> tuple[Row, ...]:
    return sheet.rows[header:]


def _is_closed_list(sample: tuple[Cell, ...]) -> bool:
    """Say whether a column repeats few short words, as people's own categories do."""
    distinct = {fold_title(_text(cell)) for cell in sample}
    return len(distinct) <= 15 and all(len(text) <= 60 for text in distinct)


def _fitting(attribute: Attribute, sample: tuple[Cell, ...], names: Names) -> float:
    """Return the share of values that the field could hold; 1 for a column without any."""
    fitting = sum(_fits(attribute, cell, names) for cell in sample)
    return fitting / len(sample) if sample else 1.0


def _fits(attribute: Attribute, cell: Cell, names: Names) -> bool:
    if attribute.kind is Kind.TEXT:
        return len(_text(cell)) <= SHORT and not (attribute.is_code and as_id(_text(cell)))
    if is_unknown(attribute, _text(cell)):
        return True
    try:
        value = read(attribute, cell, names.reader, names)
    except UnknownName as unknown:
        return len(unknown.name) <= SHORT and any(map(str.isalpha, unknown.name))
    except CellProblem:
        return False
    if attribute.kind in (Kind.INTEGER, Kind.NUMBER):
        least, most = attribute.least, attribute.most
        return (least is None or value >= least) and (most is None or value <= most)
    return True


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell).strip()
