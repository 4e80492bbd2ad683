"""A plan of an import: what would become of each row, before anything is written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from openpyxl.utils import get_column_letter

from app.exchange.book import Book, Sheet
from app.exchange.cells import is_unknown, rounded_share
from app.exchange.days import is_in_other_order, show_day
from app.exchange.naming import Names
from app.exchange.scales import is_counted, scale_of
from app.i18n import Reader
from app.store.changes import ChangeSet
from methodology.choice import Choice
from methodology.record import Attribute, Kind, Record, fields
from methodology.snapshot import Snapshot
from methodology.text import N_, Problem, Remark, Term

FEW = 8  # columns named in a note


class Place(NamedTuple):
    """A row of a file: the sheet's name and the row's number as spreadsheets show it."""

    sheet: str
    row: int


class Outcome(Choice):
    """What an import does with a row."""

    ADD = "add", N_("Added")
    CHANGE = "change", N_("Changed")
    UNCHANGED = "unchanged", N_("Unchanged")
    SKIPPED = "skipped", N_("Skipped")
    INVALID = "invalid", N_("Invalid")


@dataclass(frozen=True)
class Tab:
    """A sheet as it is going to be read: columns by place from 0, the header's number from 1.

    `by_hand` are the columns a person assigned, for the memory.
    """

    sheet: Sheet
    cls: type[Record] | None
    header: int
    columns: Mapping[int, str]
    left_out: Mapping[int, Remark]
    by_hand: Mapping[int, str] = field(default_factory=dict)

    @property
    def headings_left_out(self) -> list[str]:
        """Return the headings of the filled columns that go nowhere, letters for want of them."""
        return [
            self.sheet.heading(self.header, place) or get_column_letter(place + 1)
            for place in self.left_out
        ]


@dataclass(frozen=True)
class Decisions:
    """What people decided about rows and names.

    `refused`: the invalid rows to do without, and why they are invalid.
    `same`: the record that a row is, None for a new one. `names`: the record that an unknown name
    in a reference means, None to create it. `meanings`: words for a closed list's own words.
    """

    excluded: frozenset[Place] = frozenset()
    refused: Mapping[Place, Problem] = field(default_factory=dict)
    included: frozenset[Place] = frozenset()
    same: Mapping[Place, UUID | None] = field(default_factory=dict)
    names: Mapping[tuple[str, str], UUID | None] = field(default_factory=dict)
    meanings: Mapping[tuple[str, str, str], str] = field(default_factory=dict)


@dataclass(frozen=True)
class Candidate:
    """A record that something may be, with how alike the names are, 0 to 100."""

    id: UUID
    words: str
    likeness: int


@dataclass(frozen=True)
class FieldChange:
    """A field of an existing record, before and after the import."""

    attribute: Attribute
    before: Any
    after: Any


@dataclass(frozen=True)
class CellComplaint:
    """What is wrong in a column of a row; `column` is its letter, empty for the row as a whole."""

    column: str
    heading: str
    problem: Problem
    field: str = ""
    typed: str = ""


@dataclass(frozen=True)
class RowPlan:
    """A row of the file and what becomes of it.

    `reason` says why it is skipped; `candidates` are records it may be, by the look of its name.
    """

    place: Place
    cls: type[Record]
    outcome: Outcome
    words: str = ""
    record: Record | None = None
    changes: tuple[FieldChange, ...] = ()
    complaints: tuple[CellComplaint, ...] = ()
    reason: Remark | None = None
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True)
class NewName:
    """A name in references that no record has: created, unless it is one of the candidates.

    `meant` is the record a person said it is; `record` the one to create otherwise. `is_decided`
    once a person said either.
    """

    table: str
    name: str
    rows: tuple[Place, ...]
    candidates: tuple[Candidate, ...] = ()
    meant: UUID | None = None
    record: Record | None = None
    is_decided: bool = False


class Guessed(NamedTuple):
    """A shortened word of a sheet, and the only one of a closed list that begins like it."""

    sheet: str
    table: str
    field: str
    typed: str
    choice: Choice


@dataclass(frozen=True)
class Plan:
    """A whole import, decided and judged; change it with the functions of `planning`."""

    book: Book
    snapshot: Snapshot
    reader: Reader
    seed: UUID
    tabs: tuple[Tab, ...]
    decisions: Decisions = field(default_factory=Decisions)
    rows: tuple[RowPlan, ...] = ()
    names: tuple[NewName, ...] = ()
    change_set: ChangeSet = field(default_factory=lambda: ChangeSet("", ()))
    guessed: Mapping[Guessed, int] = field(default_factory=dict)

    @cached_property
    def counts(self) -> Mapping[Outcome, int]:
        """Return how many rows have each outcome."""
        found = dict.fromkeys(Outcome, 0)
        for row in self.rows:
            found[row.outcome] += 1
        return found

    @cached_property
    def after(self) -> Names:
        """Return the names of the project as it would be, to show values in."""
        created = (name.record for name in self.names if name.record)
        made = (row.record for row in self.rows if row.record)
        return Names(Snapshot((*self.snapshot, *created, *made)), self.reader)

    @property
    def is_ready(self) -> bool:
        """Say whether nothing invalid blocks the import."""
        return not self.counts[Outcome.INVALID]

    @property
    def is_idle(self) -> bool:
        """Say whether the import would change nothing."""
        return not self.change_set.changes

    @property
    def doubts(self) -> tuple[RowPlan | NewName, ...]:
        """Return the rows and names that look like a known record and nobody decided about."""
        rows = [row for row in self.rows if row.candidates and row.place not in self.decisions.same]
        names = [name for name in self.names if name.candidates and not name.is_decided]
        return (*rows, *names)

    @property
    def notes(self) -> tuple[Problem, ...]:
        """Return what to know about the sheets that are read."""
        return tuple(
            note
            for tab in self.tabs
            if tab.cls
            for note in (
                *tab.sheet.notes,
                *_above(tab),
                *_scales(tab),
                *_unknown(tab),
                *_rounded(tab, self.reader),
                *_in_other_order(tab, self.reader),
                *_spread(tab),
                *self._told(tab),
            )
        )

    @property
    def left_out(self) -> tuple[Problem, ...]:
        """Return which filled columns of the sheets that are read go nowhere, one note a sheet."""
        return tuple(
            Problem(
                N_("Columns of “{sheet}” that are left out: {columns}."),
                sheet=tab.sheet.name,
                columns=shortened(headings),
            )
            for tab in self.tabs
            if tab.cls and (headings := tab.headings_left_out)
        )

    def _told(self, tab: Tab) -> Iterator[Problem]:
        """Say what was guessed or assumed where the rows of a sheet do not say it clearly."""
        for guess, count in self.guessed.items():
            if guess.sheet == tab.sheet.name:
                yield Problem(
                    N_("“{typed}” is guessed to mean “{choice}”, in rows: {count}."),
                    typed=guess.typed,
                    choice=guess.choice,
                    count=count,
                )
        found = tuple(
            Remark("{field}: {value}", {"field": Term(each.label), "value": each.default})
            for each in assumed(tab, self.rows)
        )
        if found:
            yield Problem(
                N_("What “{sheet}” does not say of its new rows is assumed: {values}."),
                sheet=tab.sheet.name,
                values=found,
            )

    def tab(self, sheet: str) -> Tab:
        """Return how a sheet is read; KeyError when the file has no such sheet."""
        return {tab.sheet.name: tab for tab in self.tabs}[sheet]


def assumed(tab: Tab, rows: Iterable[RowPlan]) -> list[Attribute]:
    """Return the fields with a choice that new rows of a sheet get without saying it.

    The rules of a project say no kind of anything: they begin as the method has them.
    """
    if tab.cls is None or tab.cls.is_single:
        return []
    added = [
        row.place.row
        for row in rows
        if row.outcome is Outcome.ADD and row.place.sheet == tab.sheet.name
    ]
    return [
        each
        for each in fields(tab.cls)
        if each.kind is Kind.CHOICE
        and each.default is not None
        and not each.required
        and any(_is_unsaid(tab, each, number) for number in added)
    ]


def _is_unsaid(tab: Tab, each: Attribute, number: int) -> bool:
    sheet, places = tab.sheet, [place for place, name in tab.columns.items() if name == each.name]
    said = (sheet.cell(number, place) or sheet.merged_cell(number, place) for place in places)
    return not any(str(cell or "").strip() for cell in said)


def shortened(names: Sequence[str]) -> str:
    """Return the first names, and how many more there are."""
    more = len(names) - FEW
    return "; ".join(names[:FEW]) + (f" (+{more})" if more > 0 else "")


def is_spread(cls: type[Record], name: str) -> bool:
    """Say whether a cell of a field that is merged over rows says the same of each of them.

    A number does not: it may be the sum of the rows.
    """
    return any(each.name == name and not each.kind.is_number for each in fields(cls))


def _spread(tab: Tab) -> Iterator[Problem]:
    """Say which merged cells count for each of their rows."""
    for place, name in tab.columns.items():
        below = [one for one in tab.sheet.merged if one.place == place and one.first > tab.header]
        if tab.cls and below and is_spread(tab.cls, name):
            yield Problem(
                N_("What is merged below “{heading}” counts for each of its rows: {rows}."),
                heading=tab.sheet.heading(tab.header, place),
                rows=shortened([f"{one.first}–{one.last}" for one in below]),
            )


def _above(tab: Tab) -> Iterator[Problem]:
    """Say which rows with several cells stand above the headings: they may be another table."""
    filled = [sum(cell not in (None, "") for cell in row) for row in tab.sheet.rows]
    rows = [number for number in range(1, tab.header) if filled[number - 1] > 1]
    if rows:
        yield Problem(
            N_("Rows of “{sheet}” above the headings in row {header} are not read: {rows}."),
            sheet=tab.sheet.name,
            header=tab.header,
            rows=shortened([*map(str, rows)]),
        )


def _scales(tab: Tab) -> Iterator[Problem]:
    """Say which columns count in thousands or millions."""
    kinds = {found.name: found for found in fields(tab.cls)} if tab.cls else {}
    for place, name in tab.columns.items():
        heading = tab.sheet.heading(tab.header, place)
        if name in kinds and is_counted(kinds[name]) and (scale := scale_of(heading)) > 1:
            yield Problem(
                N_("The numbers below “{heading}” are multiplied by {scale}."),
                heading=heading,
                scale=scale,
            )


def _unknown(tab: Tab) -> Iterator[Problem]:
    """Say which columns hold words for «not known», read as empty."""
    kinds = {found.name: found for found in fields(tab.cls)} if tab.cls else {}
    for place, name in tab.columns.items():
        found = kinds.get(name)
        cells = (row[place] for row in tab.sheet.rows[tab.header :] if place < len(row))
        said = [cell for cell in cells if isinstance(cell, str) and found]
        count = sum(is_unknown(found, cell) for cell in said) if found else 0
        if count:
            heading = tab.sheet.heading(tab.header, place)
            yield Problem(
                N_("Cells below “{heading}” that say there is no datum, read as empty: {count}."),
                heading=heading,
                count=count,
            )


def _rounded(tab: Tab, _: Reader) -> Iterator[Problem]:
    """Say which columns hold shares with decimals where whole per cents are kept."""
    kinds = {found.name: found for found in fields(tab.cls)} if tab.cls else {}
    for place, name in tab.columns.items():
        found = kinds.get(name)
        cells = (row[place] for row in tab.sheet.rows[tab.header :] if place < len(row))
        count = sum(rounded_share(found, cell, _) is not None for cell in cells) if found else 0
        if count:
            yield Problem(
                N_("Shares below “{heading}”, rounded to whole per cents: {count}."),
                heading=tab.sheet.heading(tab.header, place),
                count=count,
            )


def _in_other_order(tab: Tab, _: Reader) -> Iterator[Problem]:
    """Say which dates show that day and month may be swapped in their whole column."""
    days = {found.name for found in fields(tab.cls) if found.kind is Kind.DATE} if tab.cls else ()
    for place in (place for place, name in tab.columns.items() if name in days):
        cells = (row[place] for row in tab.sheet.rows[tab.header :] if place < len(row))
        count = sum(isinstance(cell, str) and is_in_other_order(cell, _) for cell in cells)
        if count:
            yield Problem(
                N_(
                    "Dates below “{heading}” with day and month the other way round: {count}. "
                    "Check the others, which are read like {example}."
                ),
                heading=tab.sheet.heading(tab.header, place),
                count=count,
                example=show_day(date(2026, 6, 30), _),
            )
