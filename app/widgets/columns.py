"""How each kind of field looks and is filled in as a column of the grid."""

from collections.abc import Collection, Mapping
from typing import Any, Literal
from uuid import UUID

import pandas as pd
import streamlit as st

from app.exchange.cells import split_names
from app.exchange.editing import Editor
from app.exchange.open_table import OpenTable
from app.i18n import Reader
from methodology.record import Attribute, Kind, Record, fields

OPEN, NUMBER = ":open", ":number"
_CHOSEN = frozenset({Kind.CHOICE, Kind.REFERENCE})


def columns(cls: type[Record], hidden: Collection[str] = frozenset()) -> tuple[Attribute, ...]:
    """Return the fields that stand in the grid, but for hidden ones; long texts have the form."""
    return tuple(
        each for each in fields(cls) if each.kind is not Kind.LONG_TEXT and each.name not in hidden
    )


def label(each: Attribute, _: Reader) -> str:
    """Return the name of a field with its unit or currency."""
    unit = _.currency.value if each.kind is Kind.MONEY else _(each.unit)
    return f"{_(each.label)} ({unit})" if unit else _(each.label)


def advice(each: Attribute, _: Reader) -> str:
    """Return what to write in a field: its help and the words to choose from."""
    words = _.join([_(member.label) for member in each.choices])
    return " ".join(filter(None, (each.explained(_), words)))


def frame(
    sheet: OpenTable, attached: Mapping[UUID, int], _: Reader, *, is_chosen: bool
) -> pd.DataFrame:
    """Return the table that the browser edits: texts, or values to choose where `is_chosen`.

    `attached` says how many files back each row.
    """
    cls, shown, hidden = sheet.cls, sheet.first, sheet.view.hidden
    counts = (attached.get(row, 0) for row in sheet.rows[: len(shown)])
    table: dict[str, Any] = {
        OPEN: [f"{_('Open')} ({count})" if count else _("Open") for count in counts],
        NUMBER: [str(place + 1) for place in range(len(shown))],
    }
    for each in columns(cls, hidden):
        table[each.name] = [texts[each.name] for texts in shown]
        if is_chosen and each.kind is Kind.BOOLEAN:
            table[each.name] = [text == _("Yes") for text in table[each.name]]
        elif is_chosen and each.kind.is_list:
            table[each.name] = [split_names(text) for text in table[each.name]]
    return pd.DataFrame(
        {
            name: pd.Series(values, dtype=_dtype(cls, name, is_chosen=is_chosen))
            for name, values in table.items()
        }
    )


def _dtype(cls: type[Record], name: str, *, is_chosen: bool) -> str:
    kind = {each.name: each.kind for each in columns(cls)}.get(name, Kind.TEXT)
    if is_chosen and kind is Kind.BOOLEAN:
        return "bool"
    return "object" if is_chosen and kind.is_list else "str"


def configuration(
    editor: Editor,
    _: Reader,
    *,
    is_chosen: bool,
    opener: Mapping[str, Any],
    hidden: Collection[str] = frozenset(),
) -> dict[str, Any]:
    """Return the columns of the grid; `opener` says what its button does."""
    made: dict[str, Any] = {
        OPEN: st.column_config.ButtonColumn(
            _("Form"),
            width=95,
            pinned=True,
            type="tertiary",
            help=_("The whole row as a form; in brackets how many files are attached"),
            **opener,
        ),
        NUMBER: st.column_config.TextColumn(_("Row"), width=85, pinned=True, alignment="right"),
    }
    for place, each in enumerate(columns(editor.cls, hidden)):
        make = _choosing(each, editor) if is_chosen else None
        shape = {
            "label": label(each, _),
            "help": advice(each, _) or None,
            "pinned": place == 0 or None,
        }
        made[each.name] = make(shape) if make else _text_column(each, shape)
    return made


def _text_column(each: Attribute, shape: dict[str, Any]) -> Any:
    side: Literal["left", "right"] = "right" if each.kind.is_number and not each.is_year else "left"
    return st.column_config.TextColumn(**shape, alignment=side)


def _choosing(each: Attribute, editor: Editor) -> Any:
    words = editor.words(each)
    if each.kind is Kind.BOOLEAN:
        return lambda shape: st.column_config.CheckboxColumn(**shape)
    if each.kind in _CHOSEN:
        return lambda shape: st.column_config.SelectboxColumn(**shape, options=words)
    if each.kind.is_list:
        return lambda shape: st.column_config.MultiselectColumn(
            **shape, options=words, accept_new_options=True
        )
    return None
