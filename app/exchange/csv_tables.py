"""One record type as CSV for spreadsheet programs of the reader's country."""

import csv
import re
from io import StringIO

from app.exchange.cells import Names, show
from app.exchange.headings import heading_of, id_heading
from app.exchange.sharing import Share
from app.i18n import Reader
from methodology.record import Kind, Record
from methodology.snapshot import Snapshot

EVERYTHING = Share()
_ALIVE = re.compile(r"'*[=+\-@\t\r]")


def write_csv(
    cls: type[Record], snapshot: Snapshot, _: Reader, *, share: Share = EVERYTHING
) -> bytes:
    """Return the records of a type, UTF-8 with byte order mark, ids in the last column.

    Cells are separated by semicolons where the country writes decimal commas, else by commas.
    Text that a program could take for a formula is led by an apostrophe, which the import takes
    off again.
    """
    names, attributes = Names(snapshot, _), share.shared_fields(cls)
    file = StringIO()
    table = csv.writer(file, delimiter=";" if _.decimal_symbol == "," else ",")
    units = {
        found: _.currency if found.kind is Kind.MONEY else _(found.unit) for found in attributes
    }
    headings = [heading_of(found, _(found.label), str(units[found])) for found in attributes]
    table.writerow([*map(_guarded, headings), id_heading(cls)])
    for record in snapshot.all(cls):
        shown = [
            (found.kind, show(found, getattr(record, found.name), _, names)) for found in attributes
        ]
        cells = [text if kind.is_number else _guarded(text) for kind, text in shown]
        table.writerow([*cells, str(record.id)])
    return file.getvalue().encode("utf-8-sig")


def _guarded(text: str) -> str:
    return f"'{text}" if _ALIVE.match(text) else text
