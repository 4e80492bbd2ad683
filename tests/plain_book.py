"""A workbook as people make it: a sheet a table, headings in words, no ids."""

from io import BytesIO

from openpyxl import Workbook

from app.exchange.cells import Names, show
from app.exchange.guessing import importable_types
from app.i18n import Reader
from methodology.record import Record, fields
from methodology.snapshot import Snapshot


def plain_book(snapshot: Snapshot, _: Reader, leave_out: frozenset[type[Record]]) -> bytes:
    """Return the records of a project as a workbook, some types left out; empty columns too."""
    book, names = Workbook(), Names(snapshot, _)
    book.remove(book.active)
    for cls in importable_types():
        if rows := snapshot.all(cls) if cls not in leave_out else ():
            sheet = book.create_sheet(_(cls.title)[:31])
            cells = [
                [show(one, getattr(row, one.name), _, names) for one in fields(cls)] for row in rows
            ]
            filled = [place for place, column in enumerate(zip(*cells, strict=True)) if any(column)]
            sheet.append([_(fields(cls)[place].label) for place in filled])
            for row in cells:
                sheet.append([row[place] for place in filled])
    file = BytesIO()
    book.save(file)
    return file.getvalue()
