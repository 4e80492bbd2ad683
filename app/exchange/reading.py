"""Spreadsheets as people make them: bytes and a name in, sheets of cells out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from app.exchange.book import (
    Book,
    Cell,
    EmptyFile,
    FileTooLarge,
    NotASpreadsheet,
    OldSpreadsheet,
    ProtectedFile,
    Row,
    Sheet,
)
from app.exchange.reading_csv import read_csv
from app.exchange.reading_xlsx import read_xlsx
from app.store.spelling import INVISIBLE
from methodology.text import N_, Problem

MEGABYTES, ROWS = 60, 50_000
LOST, ROWS_NAMED = "\N{REPLACEMENT CHARACTER}", 10
_OLE, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
_OTHER_TABLES = frozenset({".xls", ".ods", ".numbers", ".xlsb", ".fods"})
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_book(data: bytes, name: str) -> Book:
    """Return the sheets of a file; UnreadableFile says why there are none."""
    if not data.strip():
        raise EmptyFile(name)
    if len(data) > MEGABYTES * 1_000_000:
        raise FileTooLarge(name, ROWS, MEGABYTES)
    sheets = tuple(map(_trimmed, _sheets(data, name)))
    if any(len(sheet.rows) > ROWS for sheet in sheets):
        raise FileTooLarge(name, ROWS, MEGABYTES)
    if not any(sheet.rows for sheet in sheets):
        raise EmptyFile(name)
    return Book(name, sheets)


def _sheets(data: bytes, name: str) -> tuple[Sheet, ...]:
    suffix = PurePath(name).suffix.lower()
    if data.startswith(_OLE):
        raise ProtectedFile(name) if _ENCRYPTED in data else OldSpreadsheet(name)
    if suffix in _OTHER_TABLES:
        raise OldSpreadsheet(name)
    if data.startswith(_ZIP):
        return read_xlsx(data, name, MEGABYTES, ROWS)
    if suffix in {".xlsx", ".xlsm"}:
        raise NotASpreadsheet(name)
    return (read_csv(data, name),)


def _trimmed(sheet: Sheet) -> Sheet:
    """Cut signs that nobody sees, empty rows from the end and empty columns from the right."""
    seen = [tuple(map(_seen, row)) for row in sheet.rows]
    width = max(map(_width, seen), default=0)
    rows = [row[:width] for row in seen]
    while rows and not _width(rows[-1]):
        rows.pop()
    return replace(sheet, rows=tuple(rows), notes=(*sheet.notes, *_lost_signs(sheet.name, rows)))


def _seen(cell: Cell) -> Cell:
    """Return a cell without signs that nobody sees: pages of the web leave them before numbers."""
    is_plain = not isinstance(cell, str) or cell.isprintable()
    return cell if is_plain else INVISIBLE.sub("", str(cell))


def _lost_signs(name: str, rows: Sequence[Row]) -> Iterator[Problem]:
    """Say in which rows letters were lost by whatever wrote the file, or by a wrong encoding."""
    found = [
        number
        for number, row in enumerate(rows, start=1)
        if any(isinstance(cell, str) and LOST in cell for cell in row)
    ]
    if found:
        numbers = ", ".join(map(str, found[:ROWS_NAMED])) + (" …" if found[ROWS_NAMED:] else "")
        yield Problem(
            N_(
                "Sheet “{sheet}”: letters were lost before the file came here, “{sign}” stands for "
                "them. Correct them in these rows, or bring the file in again from its origin: "
                "{rows}."
            ),
            sheet=name,
            sign=LOST,
            rows=numbers,
        )


def _width(row: tuple[object, ...]) -> int:
    filled = (place for place in range(len(row), 0, -1) if row[place - 1] not in (None, ""))
    return next(filled, 0)
