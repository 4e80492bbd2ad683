"""The editable pivot table: records by two references, one value in each cell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pandas as pd
import streamlit as st

from app import state
from app.exchange.cells import Names
from app.exchange.editing import Overtaken
from app.exchange.pivot_table import Layout, PivotTable, Place
from app.i18n import Reader
from app.widgets.asked import ask, desk_name
from app.widgets.columns import advice, label
from app.widgets.desk import Desk
from app.widgets.unsaved import Sentence, Unsaved, tell_above, ways_on
from app.widgets.ways import lead_to_table
from app.words import literal
from methodology.record import REGISTRY, Record, attribute, fields

NAME = ":name"
JOINT = " · "  # between the parts of a name, as names are joined
ROW, HEAD, TALLEST = 35, 41, 391
NAME_WIDTH, CELL_WIDTH = 300, 136
LONGEST = 60


@dataclass(frozen=True)
class _Asked:
    """The table that a page wants; None where all rows or columns show."""

    layout: Layout
    key: str
    rows: tuple[Record, ...] | None
    columns: tuple[Record, ...] | None

    def draw(self) -> None:
        """Draw the pivot table."""
        _draw_table(self)


def pivot(
    cls: type[Record],
    *,
    row: str,
    column: str,
    value: str,
    key: str,
    rows: Iterable[Record] | None = None,
    columns: Iterable[Record] | None = None,
    fixed: Mapping[str, Any] | None = None,
) -> None:
    """Ask for a pivot table below the page: `row` and `column` are the fields that point.

    `fixed` says what the other key fields of the record type are; an emptied cell takes its
    record away, or its value alone where the record says more.
    """
    layout = Layout(cls, row, column, value, dict(fixed or {}))
    shown = tuple(None if some is None else tuple(some) for some in (rows, columns))
    ask(_Asked(layout, key, *shown))


def _draw_table(asked: _Asked) -> None:
    _ = state.reader()
    name = desk_name(asked.key)
    desk: Desk[PivotTable] | None = state.kept(name)
    if desk and desk.is_in_browser:
        desk.take()
    desk = _current(desk, asked, _)
    state.keep(name, desk)
    sheet = desk.sheet
    if not sheet.rows or not sheet.columns:
        _say_what_lacks(sheet)
        return
    st.caption(_explained(asked.layout, _))
    _above(desk, _)
    st.data_editor(
        desk.table,
        key=desk.widget,
        num_rows="fixed",
        column_config=desk.columns,
        hide_index=True,
        placeholder="",
        row_height=ROW,
        height=min(TALLEST, HEAD + ROW * len(desk.table)),
        alt=_(asked.layout.cls.title),
        on_change=desk.note_typing,
    )
    desk.tell_behind(_)
    desk.is_typing = False


def _current(desk: Desk[PivotTable] | None, asked: _Asked, _: Reader) -> Desk[PivotTable]:
    """Return the desk as it is while somebody types in it, else a new one where that is due."""
    shown = (_ids(asked.rows), _ids(asked.columns))
    wanted = (asked.layout, shown, _)
    if desk and desk.may_stay(wanted):
        return desk
    sheet = PivotTable(asked.layout, state.snapshot(), _, asked.rows, asked.columns)
    names = Names(state.snapshot(), _)
    return Desk(
        asked.key,
        sheet,
        _frame(sheet, names),
        _configuration(sheet, names, _),
        wanted,
        NAME,
        desk.generation + 1 if desk else 0,
        tells_astray=bool(desk and desk.is_astray),
    )


def _ids(records: tuple[Record, ...] | None) -> tuple[UUID, ...] | None:
    return None if records is None else tuple(record.id for record in records)


def called(record: Record, names: Names) -> str:
    """Return code and name of a record, as rows and columns are headed."""
    return " ".join(filter(None, (_code(record), names.words(record.id))))


def heads(records: Sequence[Record], names: Names) -> list[str]:
    """Return how rows are headed: the first part of their names is left out where all share it."""
    parts = [names.words(record.id).split(JOINT) for record in records]
    shared = {part[0] for part in parts if len(part) > 1}
    if len(shared) != 1 or any(len(part) < 2 for part in parts):
        return [called(record, names) for record in records]
    codes = (_code(record) for record in records)
    return [
        " ".join(filter(None, (code, JOINT.join(part[1:]))))
        for code, part in zip(codes, parts, strict=True)
    ]


def narrow_head(record: Record, names: Names) -> str:
    """Return how a column is headed, a long name cut.

    The code stands for the first part of a joint name, which would fill the column.
    """
    whole = called(record, names)
    rest = names.words(record.id).partition(JOINT)[2]
    headed = f"{_code(record)} {rest}" if _code(record) and rest else whole
    return headed if len(headed) <= LONGEST else f"{headed[: LONGEST - 1]}…"


def _code(record: Record) -> str:
    return next((getattr(record, one.name) for one in fields(type(record)) if one.is_code), "")


def _frame(sheet: PivotTable, names: Names) -> pd.DataFrame:
    table = {NAME: heads(sheet.rows, names)}
    for column in sheet.columns:
        table[str(column.id)] = [texts[str(column.id)] for texts in sheet.first]
    return pd.DataFrame({key: pd.Series(cells, dtype="str") for key, cells in table.items()})


def _configuration(sheet: PivotTable, names: Names, _: Reader) -> dict[str, Any]:
    layout = sheet.layout
    made: dict[str, Any] = {
        NAME: st.column_config.TextColumn(
            _(attribute(layout.cls, layout.row).label),
            width=NAME_WIDTH,
            pinned=True,
        )
    }
    for column in sheet.columns:
        made[str(column.id)] = st.column_config.TextColumn(
            narrow_head(column, names),
            help=f"{called(column, names)}. {advice(layout.cell, _)}",
            width=CELL_WIDTH,
            alignment="right" if layout.cell.kind.is_number else "left",
        )
    return made


def _explained(layout: Layout, _: Reader) -> str:
    """Return what stands in the cells, with every step of its scale."""
    return literal(". ".join(filter(None, (label(layout.cell, _), advice(layout.cell, _)))))


def _say_what_lacks(sheet: PivotTable) -> None:
    """Say which records there have to be before cells can be filled in."""
    layout = sheet.layout
    for axis, members in ((layout.row, sheet.rows), (layout.column, sheet.columns)):
        if not members:
            say_first(REGISTRY[attribute(layout.cls, axis).target])


def say_first(cls: type[Record]) -> None:
    """Say which records a table is made of, while there are none."""
    _ = state.reader()
    st.info(_("First enter “{table}”: this table is made of them.").format(table=_(cls.title)))
    lead_to_table(cls, f"first_{cls.table}")


def _above(desk: Desk[PivotTable], _: Reader) -> None:
    """Say how many cells are filled and what is not saved, next to where it is typed."""
    sheet = desk.sheet
    said = _("{filled} of {total} cells filled").format(
        filled=_.number(sheet.filled), total=_.number(len(sheet.lines))
    )
    unsaved = _.many("{count} cell not saved", "{count} cells not saved", len(sheet.faults))
    names = Names(state.snapshot(), _)
    found = [_unsaved(desk, place, names, _) for place in reversed(sheet.faults)]
    tell_above(said, unsaved, found, desk.key, _, desk.astray(_))


def _unsaved(desk: Desk[PivotTable], place: Place, names: Names, _: Reader) -> Unsaved:
    told = Sentence(fault_text(desk.sheet, place, names, _))
    return Unsaved([told], lambda: _ways_on(desk, place, _))


def fault_text(sheet: PivotTable, place: Place, names: Names, _: Reader) -> str:
    """Return what is wrong with a cell: «Sabor, Comprador 01: …»."""
    row, column = (names.words(key) for key in place)
    why = sheet.faults[place].problem.text(_)
    return _("{row}, {column}: {problem}").format(row=row, column=column, problem=why)


def _ways_on(desk: Desk[PivotTable], place: Place, _: Reader) -> None:
    key = f"{desk.key}_{place[0]}_{place[1]}"
    is_overtaken = isinstance(desk.sheet.faults[place].problem, Overtaken)
    ways_on(key, _insist, _forget, (desk.sheet, place), _, is_overtaken=is_overtaken)


def _insist(sheet: PivotTable, place: Place) -> None:
    sheet.insist(place, state.folder(), state.person(), state.reader())
    sheet.is_behind = True


def _forget(sheet: PivotTable, place: Place) -> None:
    sheet.discard(place, state.folder(), state.person(), state.reader())
    sheet.is_behind = True
