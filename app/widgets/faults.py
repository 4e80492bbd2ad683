"""What a grid did not save, row by row, and the ways on."""

from uuid import UUID

from app import state
from app.exchange.editing import Fault, Overtaken, Waiting
from app.exchange.open_table import OpenTable
from app.exchange.problems import MissingCell
from app.i18n import Reader
from app.widgets.unsaved import Sentence, Unsaved, ways_on
from methodology.record import Record, attribute


def faults_of(sheet: OpenTable, key: str, _: Reader) -> list[Unsaved]:
    """Return the rows with cells that are not saved, the one typed last first."""
    rows = [row for row in sheet.rows if row in sheet.faults and row not in sheet.removing]
    newest = [row for row in reversed(sheet.faults) if row in rows]
    return [_unsaved(sheet, row, key, _) for row in newest]


def fault_text(cls: type[Record], number: int, fault: Fault, _: Reader) -> str:
    """Return what is wrong with a cell: «Row 3, Employees: …»."""
    why = fault.problem.text(_)
    if not fault.field:
        return _("Row {row}: {problem}").format(row=_.number(number), problem=why)
    label = _(attribute(cls, fault.field).label)
    return _("Row {row}, {field}: {problem}").format(row=_.number(number), field=label, problem=why)


def _unsaved(sheet: OpenTable, row: UUID, key: str, _: Reader) -> Unsaved:
    return Unsaved(_sentences(sheet, row, _), lambda: _ways_on(sheet, row, key, _))


def _ways_on(sheet: OpenTable, row: UUID, key: str, _: Reader) -> None:
    """Offer the ways on for a row; one that is not complete yet has none."""
    if sheet.lines[row].record is None:
        return
    found = sheet.faults[row]
    is_overtaken = any(isinstance(fault.problem, Overtaken | Waiting) for fault in found)
    ways_on(f"{key}_{row}", _insist, _forget, (sheet, row), _, is_overtaken=is_overtaken)


def _sentences(sheet: OpenTable, row: UUID, _: Reader) -> list[Sentence]:
    """Return the sentences about a row: one for all that is missing, one for each wrong cell."""
    faults = sheet.faults[row]
    number = sheet.number(row)
    lacking = [
        _(attribute(sheet.cls, fault.field).label)
        for fault in faults
        if isinstance(fault.problem, MissingCell)
    ]
    texts = [
        Sentence(fault_text(sheet.cls, number, fault, _))
        for fault in faults
        if not isinstance(fault.problem, MissingCell)
    ]
    if lacking and sheet.lines[row].record is None:
        text = _("Row {row} is kept as a draft. It lacks: {fields}.")
    else:
        text = _("Row {row} cannot be without: {fields}. The stored value stays.")
    if lacking:
        told = text.format(row=_.number(number), fields=_.join(lacking))
        texts.insert(0, Sentence(told, "gray[:material/hourglass_empty:]"))
    return texts


def _insist(sheet: OpenTable, row: UUID) -> None:
    sheet.insist(row, state.folder(), state.person(), state.reader())
    sheet.is_behind = True


def _forget(sheet: OpenTable, row: UUID) -> None:
    sheet.discard(row, state.folder(), state.person(), state.reader())
    sheet.is_behind = True
