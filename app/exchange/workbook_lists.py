"""Drop-down lists: named ranges on a hidden sheet, so that no length limit of a cell counts."""

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from app.exchange.cells import Names
from methodology.record import Attribute, Kind


class Lists:
    """The lists that a workbook's cells choose from, each written once."""

    def __init__(self, book: Workbook, sheet: Worksheet, names: Names) -> None:
        self._book, self._sheet, self._names = book, sheet, names
        self._written: dict[str, str] = {}
        sheet.hide()

    def source(self, found: Attribute) -> str:
        """Return the formula of a field's list, empty for a field without one."""
        if found.kind is Kind.REFERENCE and found.target:
            return self._named(f"list_{found.target}", self._names.all(found.target))
        if found.kind is Kind.CHOICE:
            words = [self._names.reader(member.label) for member in found.choices]
            return self._named(f"list_{type(found.choices[0]).__name__.lower()}", words)
        if found.kind is Kind.BOOLEAN:
            _ = self._names.reader
            return self._named("list_yes_no", [_("Yes"), _("No")])
        return ""

    def _named(self, name: str, items: list[str]) -> str:
        if name not in self._written:
            column = len(self._written)
            self._sheet.write_string(0, column, name)
            for row, item in enumerate(items, start=1):
                self._sheet.write_string(row, column, item)
            letter, last = xl_col_to_name(column), max(2, len(items) + 1)
            target = f"='{self._sheet.get_name()}'!${letter}$2:${letter}${last}"
            self._book.define_name(name, target)
            self._written[name] = f"={name}"
        return self._written[name]
