"""A file of people's tables as it was read: sheets of cells, nothing understood yet."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import ClassVar, NamedTuple

from methodology.text import N_, Problem

Cell = str | int | Decimal | bool | date | datetime | None
Row = tuple[Cell, ...]


class Merged(NamedTuple):
    """Cells merged over rows, numbered from 1, in the column at a place, from 0."""

    first: int
    last: int
    place: int


@dataclass(frozen=True)
class Sheet:
    """One table of a file; row `n` of the file is `rows[n - 1]`. `notes` tell what was odd."""

    name: str
    rows: tuple[Row, ...]
    is_hidden: bool = False
    notes: tuple[Problem, ...] = ()
    merged: tuple[Merged, ...] = ()

    @property
    def width(self) -> int:
        """Return how many columns the widest row has."""
        return max((len(row) for row in self.rows), default=0)

    def cell(self, number: int, place: int) -> Cell:
        """Return what stands in a row, numbered from 1, and a column, from 0."""
        row = self.rows[number - 1] if 0 < number <= len(self.rows) else ()
        return row[place] if place < len(row) else None

    def merged_cell(self, number: int, place: int) -> Cell:
        """Return what a cell merged over several rows says of one of them below its first."""
        return self.cell(self._above.get((number, place), 0), place)

    @cached_property
    def _above(self) -> dict[tuple[int, int], int]:
        """Return the first row of what is merged, by each of its other rows and its column."""
        return {
            (number, one.place): one.first
            for one in self.merged
            for number in range(one.first + 1, min(one.last, len(self.rows)) + 1)
        }

    def heading(self, header: int, place: int) -> str:
        """Return the text at the head of a column on one line, empty when there is none.

        `header` counts rows from 1, `place` columns from 0.
        """
        cell = self.cell(header, place)
        return "" if cell is None else " ".join(str(cell).split())


@dataclass(frozen=True)
class Book:
    """The sheets of a file, under the name it came with."""

    name: str
    sheets: tuple[Sheet, ...]


class UnreadableFile(Problem):
    """A file that no table can be read from: `says` is the message about the file {name}."""

    says: ClassVar[str]

    def __init__(self, name: str, **values: object) -> None:
        super().__init__(self.says, name=name, **values)


class OldSpreadsheet(UnreadableFile):
    """A spreadsheet in a format that this program does not read."""

    says = N_(
        "“{name}” is in a format that cannot be read here. Open it in your spreadsheet "
        "program, save it as .xlsx and import that file. Nothing was imported."
    )


class ProtectedFile(UnreadableFile):
    """A spreadsheet that asks for a password."""

    says = N_(
        "“{name}” is protected with a password. Open it, save a copy without password "
        "and import the copy. Nothing was imported."
    )


class EmptyFile(UnreadableFile):
    """A file without a single filled cell."""

    says = N_("“{name}” is empty: it has no filled cell. Nothing was imported.")


class FileTooLarge(UnreadableFile):
    """A file beyond what an import takes."""

    says = N_(
        "“{name}” is too large: an import takes {rows} rows and {megabytes} MB at most. "
        "Split the file and import its parts. Nothing was imported."
    )

    def __init__(self, name: str, rows: int, megabytes: int) -> None:
        super().__init__(name, rows=rows, megabytes=megabytes)


class NotASpreadsheet(UnreadableFile):
    """A file that is no table at all."""

    says = N_(
        "“{name}” is not a spreadsheet. Import a file in .xlsx or .csv format. "
        "Nothing was imported."
    )
