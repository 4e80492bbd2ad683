"""Cells of a workbook: typed where a spreadsheet keeps the value exactly, text elsewhere."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from app.exchange.cells import Names, show
from app.exchange.days import day_pattern
from app.i18n import Reader
from methodology.record import Attribute, Kind

CHUNK = 16_000
EXACT_DIGITS = 15
_FIRST_DAY = date(1900, 3, 1)
_WIDTHS = {
    Kind.LONG_TEXT: 60,
    Kind.REFERENCE: 28,
    Kind.REFERENCES: 36,
    Kind.CHOICE: 24,
    Kind.CHOICES: 32,
    Kind.TEXT: 24,
}


@dataclass(frozen=True)
class Formats:
    """The looks of a workbook's cells."""

    heading: Format
    needed: Format
    title: Format
    text: Format
    day: Format
    whole: Format
    year: Format
    number: Format
    money: Format

    @classmethod
    def of(cls, book: Workbook, _: Reader) -> "Formats":
        """Make the formats, dates and money as the reader's country writes them."""
        top = {"valign": "top"}
        head = {"bold": True, "valign": "top", "text_wrap": True, "bottom": 1}
        cents = "." + "0" * _.currency_digits if _.currency_digits else ""
        return cls(
            heading=book.add_format({**head, "bg_color": "#E8EDF2"}),
            needed=book.add_format({**head, "bg_color": "#CFDCE8"}),
            title=book.add_format({"bold": True, "font_size": 16}),
            text=book.add_format({**top, "num_format": "@"}),
            day=book.add_format({**top, "num_format": day_pattern(_).lower()}),
            whole=book.add_format({**top, "num_format": "#,##0"}),
            year=book.add_format({**top, "num_format": "0"}),
            number=book.add_format({**top, "num_format": "#,##0.######"}),
            money=book.add_format({**top, "num_format": f"#,##0{cents}"}),
        )

    def of_column(self, found: Attribute) -> Format:
        """Return the format of a field's cells, empty ones included."""
        return {
            Kind.INTEGER: self.year if found.is_year else self.whole,
            Kind.NUMBER: self.number,
            Kind.MONEY: self.money,
            Kind.DATE: self.day,
        }.get(found.kind, self.text)


def width_of(found: Attribute) -> int:
    """Return the width of a field's column, in characters."""
    return 36 if found.is_key and found.kind is Kind.TEXT else _WIDTHS.get(found.kind, 14)


def write_cell(
    sheet: Worksheet,
    at: tuple[int, int],
    found: Attribute,
    value: Any,
    names: Names,
    formats: Formats,
) -> None:
    """Write a value; text never becomes a formula or a link.

    Text longer than a cell holds goes on in the columns to the right.
    """
    row, column = at
    form = formats.of_column(found)
    if value in (None, "", ()):
        return
    if found.kind is Kind.DATE and value >= _FIRST_DAY:
        sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), form)  # noqa: DTZ001 - spreadsheets know no zones
        return
    number = _number(found, value, names.reader)
    if number is not None:
        sheet.write_number(row, column, number, form)
        return
    text = value.isoformat() if found.kind is Kind.DATE else show(found, value, names.reader, names)
    for place, chunk in enumerate(chunks(text)):
        sheet.write_string(row, column + place, chunk, formats.text)


def chunks(text: str) -> list[str]:
    """Cut a text into parts that fit a cell."""
    return [text[start : start + CHUNK] for start in range(0, len(text), CHUNK)] or [""]


def _number(found: Attribute, value: Any, _: Reader) -> float | None:
    """Return a number that a spreadsheet keeps exactly, None for any other value."""
    if not found.kind.is_number:
        return None
    exact = _.major(value) if found.kind is Kind.MONEY else Decimal(value)
    return float(exact) if len(exact.normalize().as_tuple().digits) <= EXACT_DIGITS else None
