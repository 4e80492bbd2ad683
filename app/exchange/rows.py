"""The rows of a sheet under their fields, and which of them are not records at all."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from app.exchange.book import Cell, Row
from app.exchange.folding import fold_title
from app.exchange.headings import ID, is_continued
from app.exchange.naming import as_id
from app.exchange.plan import Decisions, Place, Tab, is_spread
from methodology.record import Kind, Record, attribute, fields
from methodology.snapshot import Snapshot
from methodology.text import N_, Remark

_TOTALS = frozenset(
    (
        *("total", "totales", "total general", "gran total", "subtotal", "suma", "sumas"),
        *("totais", "total geral", "soma", "somas", "grand total", "sum", "sums", "totals"),
        *("promedio", "media", "average", "mean", "sub total", "n"),
    )
)
_BESIDE_TOTALS = frozenset(
    (
        *("de", "del", "da", "do", "of", "n", "general", "geral", "registros", "filas", "linhas"),
        *("empresas", "actores", "organizaciones", "instituciones", "cluster", "empresa", "firmas"),
        *("atores", "organizacoes", "instituicoes", "firms", "actors", "organisations"),
    )
)
_SOURCES = ("fuente", "fonte", "source", "nota", "notas", "note", "notes", "elaboracion")


@dataclass(frozen=True)
class RawRow:
    """A row's cells by field; `skipped` says why it is no record."""

    place: Place
    tab: Tab
    cls: type[Record]
    cells: Mapping[str, Cell]
    skipped: Remark | None = None

    @property
    def own_id(self) -> str:
        """Return what stands in the hidden column of ids."""
        return str(self.cells.get(ID) or "").strip()


def raw_rows(tab: Tab, decisions: Decisions, snapshot: Snapshot) -> Iterator[RawRow]:
    """Yield the rows below the header; `snapshot` tells an emptied record from one to be made."""
    if tab.cls is None:
        return
    body = tab.sheet.rows[tab.header :]
    last = max((place for place, row in enumerate(body) if len(_filled(row)) > 1), default=-1)
    for index, row in enumerate(body):
        place = Place(tab.sheet.name, tab.header + index + 1)
        cells = _cells(tab, tab.cls, place.row, row)
        skipped = _left_out(place, decisions)
        if not skipped and all(_is_empty(cell) for name, cell in cells.items() if name != ID):
            may_be = _may_be_blank(tab.cls, cells, snapshot)
            skipped = None if may_be else _nothing(row, has_id=bool(cells.get(ID)))
        elif not skipped:
            skipped = _looks(place, tab, row, cells, decisions, beyond=index > last)
        yield RawRow(place, tab, tab.cls, cells, skipped)


def column_of(tab: Tab, field: str) -> tuple[str, str]:
    """Return letter and heading of the column a field is read from, empty when there is none."""
    found = next((place for place, name in tab.columns.items() if name == field), None)
    return ("", "") if found is None else column_at(tab, found)


def column_at(tab: Tab, place: int) -> tuple[str, str]:
    """Return letter and heading of a column by its place, from 0."""
    return get_column_letter(place + 1), tab.sheet.heading(tab.header, place)


def _cells(tab: Tab, cls: type[Record], number: int, row: Row) -> dict[str, Cell]:
    """Return the cells of a row by field; what is merged over it counts if it says anything."""
    cells: dict[str, Cell] = {}
    is_filled = bool(_filled(row))
    for place, name in tab.columns.items():
        cell = row[place] if place < len(row) else None
        if cell is None and is_filled and is_spread(cls, name):
            cell = tab.sheet.merged_cell(number, place)
        if name in cells:
            continued = is_continued(tab.sheet.heading(tab.header, place))
            cells[name] = _joined(cls, name, cells[name], cell, continued=continued)
        else:
            cells[name] = cell
    return cells


def _joined(cls: type[Record], name: str, first: Cell, more: Cell, *, continued: bool) -> Cell:
    """Join the texts of two columns with the same field; of other values the first counts."""
    if _is_empty(first) or _is_empty(more):
        return more if _is_empty(first) else first
    kind = attribute(cls, name).kind if name != ID else Kind.TEXT
    if continued and kind.is_of_any_length:
        return f"{first}{more}"
    if not kind.is_text:
        return first
    return f"{first}\n\n{more}" if kind is Kind.LONG_TEXT else f"{first} {more}"


def _looks(
    place: Place,
    tab: Tab,
    row: Row,
    cells: Mapping[str, Cell],
    decisions: Decisions,
    *,
    beyond: bool,
) -> Remark | None:
    """Return what a filled row looks like that is no record, None where it is one."""
    if place in decisions.included or cells.get(ID):
        return None
    filled = _filled(row)
    first = next((cell for cell in filled if isinstance(cell, str)), "")
    if _is_total(fold_title(first), tab) and not _is_described(tab, row, cells):
        return Remark(N_("A row of totals."))
    if beyond and fold_title(first).startswith(_SOURCES):
        return Remark(N_("A note below the table."))
    return None


def _may_be_blank(cls: type[Record], cells: Mapping[str, Cell], snapshot: Snapshot) -> bool:
    """Say whether a row with an id alone is a record that says nothing and is not here yet."""
    own = as_id(str(cells.get(ID) or ""))
    return bool(own) and not any(one.required for one in fields(cls)) and not snapshot.get(cls, own)


def _left_out(place: Place, decisions: Decisions) -> Remark | None:
    """Return why somebody did without a row, None when nobody did."""
    if place in decisions.excluded:
        return Remark(N_("Excluded by hand."))
    if place in decisions.refused:
        problem = decisions.refused[place]
        return Remark(N_("Left out, for it is not valid: {problem}"), {"problem": problem})
    return None


def _is_described(tab: Tab, row: Row, cells: Mapping[str, Cell]) -> bool:
    """Say whether a row says more than sums: a firm called «Media» has a type or a town."""
    if tab.cls is None or len(_filled(row)) < 2:
        return False
    more = [attribute(tab.cls, name) for name in list(cells)[1:] if name != ID]
    told = [one for one in more if not _is_empty(cells[one.name])]
    return any(not one.kind.is_number and not _is_sum(cells[one.name]) for one in told)


def _is_sum(cell: Cell) -> bool:
    """Say whether a cell holds what stands in a row of totals: a number or again the word."""
    if not isinstance(cell, str):
        return True
    begin = (fold_title(cell).split() or [""])[0]
    return begin in _TOTALS or not re.search("[a-z]", begin)


def _is_total(first: str, tab: Tab) -> bool:
    """Know «Total», «Total (n=12)» and, below a heading «Empleados», «Total empleados»."""
    begin, *rest = first.split() or [""]
    if first in _TOTALS or begin not in _TOTALS:
        return first in _TOTALS
    headings = (tab.sheet.heading(tab.header, place) for place in range(tab.sheet.width))
    said = {word for heading in headings for word in fold_title(heading).split()}
    return all(word in said | _BESIDE_TOTALS or word.isdecimal() for word in rest)


def _nothing(row: Row, *, has_id: bool) -> Remark:
    if has_id:
        return Remark(N_("Emptied in the file; to delete the record, do it on its screen."))
    if _filled(row):
        return Remark(N_("Nothing in the columns that are read."))
    return Remark(N_("An empty row."))


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row if not _is_empty(cell)]


def _is_empty(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())
