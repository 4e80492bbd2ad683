"""Workbooks: values as last calculated, dates as dates, percentages as people see them."""

import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string, get_column_letter

from app.exchange.book import (
    Cell,
    FileTooLarge,
    Merged,
    NotASpreadsheet,
    OldSpreadsheet,
    Row,
    Sheet,
    UnreadableFile,
)
from methodology.text import N_, Problem

COLUMNS = 1_000
_ESCAPED = re.compile(  # how a workbook keeps line ends, odd signs, and what looks like them
    "_x(?:005[Ff]_(?=x[0-9A-Fa-f]{4}_)|(00[01][0-9A-Fa-f])_)"
)
_KEPT = "\t\n\r"
_MERGED = re.compile(rb'<mergeCell [^>]*ref="\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)"')
_ERROR = "e"  # the data type of a cell: a text may well say «#N/A»
_UNPACKED_PER_PACKED = 10


def read_xlsx(data: bytes, name: str, megabytes: int, most_rows: int) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook, hidden ones marked."""
    try:
        formulas = _sheets_with_formulas(data, name, megabytes * _UNPACKED_PER_PACKED, most_rows)
        return _read(data, formulas, most_rows)
    except UnreadableFile:
        raise
    except Exception as error:  # a torn file surfaces as whatever the part that meets it raises
        raise NotASpreadsheet(name) from error


def _read(data: bytes, formulas: bool, most_rows: int) -> tuple[Sheet, ...]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        values = load_workbook(BytesIO(data), read_only=True, data_only=True)
        typed = load_workbook(BytesIO(data), read_only=True) if formulas else None
        package = ZipFile(BytesIO(data))
        return tuple(
            replace(
                _sheet(sheet, typed[sheet.title] if typed else None, most_rows),
                merged=_merged(package, sheet),
            )
            for sheet in values.worksheets
        )


def _merged(package: ZipFile, sheet: Any) -> tuple[Merged, ...]:
    """Return the cells that people merged over several rows."""
    written = package.read(sheet._worksheet_path)  # openpyxl tells it of no sheet that it streams
    found = (
        Merged(int(first), int(last), column_index_from_string(left.decode()) - 1)
        for left, first, _right, last in _MERGED.findall(written)
    )
    return tuple(one for one in found if one.first < one.last)


def _sheets_with_formulas(data: bytes, name: str, megabytes: int, most_rows: int) -> bool:
    """Look into the package; NotASpreadsheet, OldSpreadsheet or FileTooLarge when it is none."""
    package = ZipFile(BytesIO(data))
    parts = package.namelist()
    if "xl/workbook.xml" not in parts:
        is_table = {"xl/workbook.bin", "content.xml", "Index/Document.iwa"} & {*parts}
        raise OldSpreadsheet(name) if is_table else NotASpreadsheet(name)
    if sum(part.file_size for part in package.infolist()) > megabytes * 1_000_000:
        raise FileTooLarge(name, most_rows, megabytes // _UNPACKED_PER_PACKED)
    sheets = [part for part in parts if part.startswith("xl/worksheets/")]
    return any(re.search(rb"<f[ >]", package.read(part)) for part in sheets)


def _sheet(sheet: Any, typed: Any, most_rows: int) -> Sheet:
    wrong: list[tuple[int, int]] = []
    rows = tuple(_rows(sheet, most_rows, wrong))
    notes = _notes(sheet.title, rows, tuple(_rows(typed, most_rows, [])) if typed else (), wrong)
    return Sheet(sheet.title, rows, sheet.sheet_state != "visible", notes)


def _rows(sheet: Any, most: int, wrong: list[tuple[int, int]]) -> Iterator[Row]:
    """Yield the rows, blank ones included, one more than an import takes at most."""
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows()):
        if number > most:
            return
        cells = row[:COLUMNS]
        wrong += [(number, place) for place, cell in enumerate(cells) if cell.data_type == _ERROR]
        yield tuple(map(_value, cells))


def _value(cell: Any) -> Cell:
    if cell.data_type == _ERROR:
        return None
    value = cell.value
    match value:
        case None | bool():
            return value
        case str():
            return _ESCAPED.sub(_unescaped, value)
        case int() | float():
            return _number(value, cell.number_format or "General")
        case datetime():
            return value if value.time() != time() else value.date()
        case date():
            return value
        case time() | timedelta():
            return str(value)
    return str(getattr(value, "text", value))


def _unescaped(found: re.Match[str]) -> str:
    """Return the sign that an escape stands for; of those that nobody sees, only line ends."""
    if found[1] is None:
        return "_"
    sign = chr(int(found[1], 16))
    return sign if sign in _KEPT else ""


def _number(value: float, number_format: str) -> Cell:
    """Return a number with the 15 digits a spreadsheet keeps, percentages as 0 to 100."""
    if value != value or value in (float("inf"), float("-inf")):
        return None
    if re.fullmatch("00+", number_format) and value == int(value):
        return str(int(value)).zfill(len(number_format))
    exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
    percent = "%" in re.sub(r'"[^"]*"|\\.', "", number_format)
    scaled = exact * 100 if percent else exact
    return int(scaled) if scaled == scaled.to_integral_value() else scaled.normalize()


def _notes(
    title: str, rows: tuple[Row, ...], typed: tuple[Row, ...], wrong: list[tuple[int, int]]
) -> tuple[Problem, ...]:
    """Say which formulas hold no stored value, and which hold an error."""
    failed = frozenset(wrong)
    empty = [
        (number, place)
        for number, row in enumerate(typed)
        for place, cell in enumerate(row)
        if isinstance(cell, str)
        and cell.startswith("=")
        and _at(rows, number, place) is None
        and (number, place) not in failed
    ]
    return (
        *_note(
            N_(
                "Sheet “{sheet}”: formulas without a stored value: {count}, the first in {cell}. "
                "What they hold is read as empty. Open the file in a spreadsheet program, save it "
                "and import it again to have it."
            ),
            title,
            empty,
        ),
        *_note(
            N_(
                "Sheet “{sheet}”: cells with an error: {count}, the first in {cell}. "
                "What they hold is read as empty."
            ),
            title,
            wrong,
        ),
    )


def _note(message: str, title: str, places: list[tuple[int, int]]) -> tuple[Problem, ...]:
    if not places:
        return ()
    number, place = places[0]
    cell = f"{get_column_letter(place + 1)}{number + 1}"
    return (Problem(message, sheet=title, count=len(places), cell=cell),)


def _at(rows: tuple[Row, ...], number: int, place: int) -> Cell:
    return rows[number][place] if number < len(rows) and place < len(rows[number]) else None
