"""The project as one workbook: a sheet per record type, made to be filled in and read back."""

import re
from datetime import date
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from app.exchange.cells import Names, show
from app.exchange.headings import ID, heading_of, id_heading
from app.exchange.sharing import Share
from app.exchange.workbook_cells import Formats, chunks, width_of, write_cell
from app.exchange.workbook_lists import Lists
from app.i18n import Reader
from methodology.project import Project
from methodology.record import Attribute, Kind, Record
from methodology.snapshot import Snapshot
from methodology.text import N_

EVERYTHING = Share()
SPARE_ROWS, HEADING_HEIGHT = 500, 32
_GUIDE = (
    N_(
        "Write in the sheets, add rows below, and import the file: Dínamo shows what would change "
        "before it writes anything."
    ),
    N_("Headings with a star are needed; a heading's comment says what goes in."),
    N_("Lists offer the known names; a new name is created when the file is imported."),
    N_("Several names in one cell stand between semicolons."),
    N_(
        "A row deleted here stays in the project; a cell emptied here is emptied in the project "
        "when the file is imported."
    ),
    N_("The hidden first column of each sheet says which record a row is: leave it as it is."),
)


def write_workbook(snapshot: Snapshot, _: Reader, *, on: date, share: Share = EVERYTHING) -> bytes:
    """Return the project as .xlsx in the reader's language; `planning.plan_import` reads it back.

    `share` leaves out record types, persons or private fields.
    """
    file, names = BytesIO(), Names(snapshot, _)
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with Workbook(file, options) as book:
        formats, titles = Formats.of(book, _), _sheet_titles(share, _)
        guide = book.add_worksheet(titles[None])
        sheets = {cls: book.add_worksheet(titles[cls]) for cls in share.shared_types()}
        lists = Lists(book, book.add_worksheet("dinamo"), names)
        for cls, sheet in sheets.items():
            _Table(cls, sheet, share, names, formats, lists).write(snapshot.all(cls))
        _write_guide(guide, snapshot, sheets, formats, _, on)
    return file.getvalue()


class _Table:
    """One record type on one sheet: hidden ids first, then a column per field."""

    def __init__(
        self,
        cls: type[Record],
        sheet: Worksheet,
        share: Share,
        names: Names,
        formats: Formats,
        lists: Lists,
    ) -> None:
        self.cls, self.sheet, self.names = cls, sheet, names
        self.formats, self.lists, self._ = formats, lists, names.reader
        self.attributes = share.shared_fields(cls)

    def write(self, records: tuple[Record, ...]) -> None:
        """Write headings, rows, lists and widths."""
        self.sheet.write_string(0, 0, id_heading(self.cls), self.formats.heading)
        self.sheet.set_column(0, 0, 12, None, {"hidden": True})
        for row, record in enumerate(records, start=1):
            self.sheet.write_string(row, 0, str(record.id))
        column, frozen = 1, 1
        for found in self.attributes:
            spread = self._write_column(column, found, records)
            frozen = column + 1 if found.is_key and column == frozen else frozen
            column += spread
        self.sheet.set_row(0, HEADING_HEIGHT)
        self.sheet.freeze_panes(1, min(frozen, 2))
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(0)
        self.sheet.autofilter(0, 0, max(len(records), 1), column - 1)

    def _write_column(self, column: int, found: Attribute, records: tuple[Record, ...]) -> int:
        """Write one field; return how many columns its longest text takes."""
        values = [getattr(record, found.name) for record in records]
        spread = max((self._spread(found, value) for value in values), default=1)
        for place in range(spread):
            self._write_heading(column + place, found, place)
        for row, value in enumerate(values, start=1):
            write_cell(self.sheet, (row, column), found, value, self.names, self.formats)
        self._offer(column, found, len(records) + SPARE_ROWS)
        return spread

    def _spread(self, found: Attribute, value: object) -> int:
        many = found.kind.is_of_any_length
        return len(chunks(show(found, value, self._, self.names))) if many else 1

    def _write_heading(self, column: int, found: Attribute, place: int) -> None:
        unit = self._.currency if found.kind is Kind.MONEY else self._(found.unit)
        heading = heading_of(found, self._(found.label), str(unit))
        shown = f"{heading} ({place + 1})" if place else heading
        form = self.formats.needed if found.required else self.formats.heading
        self.sheet.write_string(0, column, shown, form)
        self.sheet.set_column(column, column, width_of(found), self.formats.of_column(found))
        if told := self._told(found):
            self.sheet.write_comment(0, column, told, {"x_scale": 2, "author": "Dínamo"})

    def _told(self, found: Attribute) -> str:
        """Return the help of a column: what goes in, and how."""
        parts = [found.explained(self._), self._(N_("Needed.")) if found.required else ""]
        if found.kind.is_list:
            parts.append(self._(N_("Several stand between semicolons.")))
        if found.kind is Kind.CHOICES:
            parts.append("; ".join(self._(member.label) for member in found.choices))
        return "\n".join(filter(None, parts))

    def _offer(self, column: int, found: Attribute, last: int) -> None:
        """Attach list and help to the cells; a name that is not in the list is only warned of."""
        source = self.lists.source(found)
        rule: dict[str, object] = {"validate": "list", "source": source} if source else {}
        if told := self._told(found):
            title = self._(found.label)[:32]
            rule |= {"input_title": title, "input_message": told[:255]}
        if rule:
            open_ended = found.kind is Kind.REFERENCE
            rule = {"validate": "any", **rule, "ignore_blank": True}
            rule |= {"error_type": "warning" if open_ended else "stop"} if source else {}
            self.sheet.data_validation(1, column, last, column, rule)


def _write_guide(
    sheet: Worksheet,
    snapshot: Snapshot,
    sheets: dict[type[Record], Worksheet],
    formats: Formats,
    _: Reader,
    on: date,
) -> None:
    """Write the first sheet: whose project, from when, how to fill it in, what is where."""
    project = snapshot.one(Project)
    sheet.write_string(0, 0, project.name if project else _("Project"), formats.title)
    sheet.write_string(0, 3, f"{ID}:")
    sheet.write_string(1, 0, _.date(on))
    for row, line in enumerate(_GUIDE, start=3):
        sheet.write_string(row, 0, _(line))
    start = len(_GUIDE) + 4
    for column, heading in enumerate((_("Sheet"), _("Rows"), _("What a row is"))):
        sheet.write_string(start, column, heading, formats.heading)
    for row, (cls, target) in enumerate(sheets.items(), start=start + 1):
        sheet.write_url(row, 0, f"internal:'{target.get_name()}'!B1", string=target.get_name())
        sheet.write_number(row, 1, len(snapshot.all(cls)), formats.whole)
        sheet.write_string(row, 2, _(cls.about))
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 8)
    sheet.set_column(2, 2, 90)
    sheet.set_column(3, 3, 12, None, {"hidden": True})


def _sheet_titles(share: Share, _: Reader) -> dict[type[Record] | None, str]:
    """Return a name for every sheet that spreadsheet programs accept, no two alike."""
    wanted: dict[type[Record] | None, str] = {None: _("How to fill in")}
    wanted |= {cls: _(cls.title) for cls in share.shared_types()}
    found: dict[type[Record] | None, str] = {}
    taken = {"dinamo", "history"}
    for cls, title in wanted.items():
        name = bare = re.sub(r"[\[\]:*?/\\']", " ", title).strip()[:31] or "-"
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{bare[:26]} ({number})"
        taken.add(name.casefold())
        found[cls] = name
    return found
