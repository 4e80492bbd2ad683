"""What each sheet and each column of a file is taken for, to be corrected by hand."""

from collections import Counter
from collections.abc import Mapping

import pandas as pd
import streamlit as st

from app.exchange.guessing import importable_types
from app.exchange.headings import ID
from app.exchange.plan import Plan, Tab
from app.exchange.planning import choose_header, choose_type, map_column
from app.i18n import Reader
from app.widgets.columns import label
from methodology.record import Record, fields

SAMPLES, ROW, HEAD, TALLEST = 3, 35, 41, 321


def show_tabs(plan: Plan, _: Reader) -> Plan:
    """Draw every sheet of the file; return the plan with what was corrected."""
    if len(plan.tabs) == 1:
        return _show_tab(plan, plan.tabs[0], _)
    names = [tab.sheet.name for tab in plan.tabs]
    read = {tab.sheet.name for tab in plan.tabs if tab.cls}
    chosen = st.selectbox(
        _("Sheet"),
        names,
        index=next((place for place, name in enumerate(names) if name in read), 0),
        format_func=lambda name: (
            name if name in read else _("{sheet} (left out)").format(sheet=name)
        ),
        key="import_sheet",
        persist_state="session",
    )
    return _show_tab(plan, plan.tab(chosen), _)


def _show_tab(plan: Plan, tab: Tab, _: Reader) -> Plan:
    name = tab.sheet.name
    types: list[type[Record] | None] = [None, *importable_types()]
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    with left:
        cls = st.selectbox(
            _("The rows are"),
            types,
            index=types.index(tab.cls),
            format_func=lambda cls: (
                _("{table}: {about}").format(table=_(cls.title), about=_(cls.about))
                if cls
                else _("Not imported")
            ),
            key=f"import_type_{name}",
        )
    if cls is not tab.cls:
        return choose_type(plan, name, cls)
    if tab.cls is None:
        return plan
    with right:
        header = st.number_input(
            _("Row of the headings"),
            min_value=1,
            max_value=max(1, len(tab.sheet.rows)),
            value=tab.header,
            key=f"import_header_{name}_{tab.cls.table}",
        )
    if header != tab.header:
        return choose_header(plan, name, int(header))
    return _show_columns(plan, tab, tab.cls, _)


def _show_columns(plan: Plan, tab: Tab, cls: type[Record], _: Reader) -> Plan:
    """Draw one row per column of the file; return the plan with the corrected ones."""
    words = field_words(cls, _)
    table = _columns_table(tab, words, _)
    key = f"import_columns_{tab.sheet.name}_{cls.table}_{tab.header}"
    st.data_editor(
        table,
        key=key,
        hide_index=True,
        num_rows="fixed",
        row_height=ROW,
        height=min(TALLEST, HEAD + ROW * len(table)),
        placeholder="",
        alt=_("Columns of the file"),
        column_config={
            "heading": st.column_config.TextColumn(_("Column of the file"), disabled=True),
            "values": st.column_config.TextColumn(
                _("Some of its values"), disabled=True, width="large"
            ),
            "field": st.column_config.SelectboxColumn(
                _("Goes into"), options=[_("Left out"), *words.values()], required=True, width=200
            ),
            "why": st.column_config.TextColumn(_("Note"), disabled=True, width=200),
        },
    )
    names = {word: name for name, word in words.items()}
    for place, cells in st.session_state[key]["edited_rows"].items():
        field = names.get(cells.get("field", ""))
        if "field" in cells and tab.columns.get(int(place)) != field:
            plan = map_column(plan, tab.sheet.name, int(place), field)
    return plan


def _columns_table(tab: Tab, words: Mapping[str, str], _: Reader) -> pd.DataFrame:
    """Return heading, some values, field and remark of each column."""
    rows = [
        {
            "heading": tab.sheet.heading(tab.header, place),
            "values": samples(tab, place),
            "field": words.get(tab.columns.get(place, ""), _("Left out")),
            "why": tab.left_out[place].text(_) if place in tab.left_out else "",
        }
        for place in range(tab.sheet.width)
    ]
    return pd.DataFrame(rows, columns=["heading", "values", "field", "why"], dtype="str")


def field_words(cls: type[Record], _: Reader) -> dict[str, str]:
    """Return how each field is called, no two alike; the hidden id last."""
    labels = {each.name: label(each, _) for each in fields(cls)}
    often = Counter(labels.values())
    told = {name: text if often[text] == 1 else f"{text} [{name}]" for name, text in labels.items()}
    return {**told, ID: _("Identification of the row")}


def samples(tab: Tab, place: int) -> str:
    """Return some values of a column, each once."""
    body = (row[place] for row in tab.sheet.rows[tab.header :] if place < len(row))
    filled = dict.fromkeys(str(cell).strip()[:60] for cell in body if cell is not None)
    return " | ".join([text for text in filled if text][:SAMPLES])
