"""A row of the grid opened: its whole form and its evidence."""

from collections.abc import Mapping
from uuid import UUID

import streamlit as st

from app import state
from app.exchange.open_table import OpenTable
from app.i18n import Reader
from app.widgets.evidence import evidence_of
from app.widgets.form import record_form
from app.widgets.thread import is_element, thread_button
from app.words import literal
from methodology.record import Record
from methodology.words import words


def open_row(sheet: OpenTable, row: UUID, key: str, _: Reader) -> None:
    """Open the dialog with the form of a row and the files attached to it."""
    record = state.folder().snapshot().get(sheet.cls, row)
    name = words(state.folder().snapshot(), record, _) if record else ""
    dialog = st.dialog(
        literal(name) or _title(sheet, row, _),
        width="medium",
        position="right",
        on_dismiss="rerun",
    )
    dialog(_body)(sheet.cls, row, f"{key}_row_{row}", sheet.given)


def _title(sheet: OpenTable, row: UUID, _: Reader) -> str:
    if row not in sheet.rows:
        return _("New row")
    return _("Row {row}").format(row=sheet.number(row))


def _body(cls: type[Record], row: UUID, key: str, given: Mapping[str, str]) -> None:
    record = state.folder().snapshot().get(cls, row)
    record_form(cls, record, key=key, row=row, columns=2, given=given)
    if record:
        if is_element(record):
            thread_button(record, f"{key}_thread")
        evidence_of(record, key=f"{key}_evidence")
