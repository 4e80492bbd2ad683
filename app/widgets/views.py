"""The choice among the views of a page: one shows, the others are not even computed."""

from collections.abc import Iterable, Mapping
from typing import Any

import streamlit as st

from app import state
from methodology.lettering import ems

ROW, BESIDE, EM = 1100, 36, 15  # px of a page's row, beside a name in it, and of an em of the name
LIST = 400  # px of the list that holds more names than a row


def choose_view(names: Mapping[str, str], *, key: str, default: str = "", label: str = "") -> str:
    """Draw the views by their names and return the chosen one, kept until the tab closes."""
    _, first = state.reader(), default or next(iter(names))
    if st.session_state.get(key, first) not in names:
        del st.session_state[key]
    draw = _row if _is_row(names.values()) else _list
    return draw(names, first, key, label or _("View")) or first


def _is_row(names: Iterable[str]) -> bool:
    """Ask whether names stand side by side in one row of a page."""
    return sum(BESIDE + EM * ems(name) for name in names) <= ROW


def _row(names: Mapping[str, str], first: str, key: str, label: str) -> str | None:
    return st.segmented_control(
        label,
        [*names],
        default=None if key in st.session_state else first,
        required=True,
        format_func=lambda name: names[name],
        key=key,
        label_visibility="collapsed",
        persist_state="session",
    )


def _list(names: Mapping[str, str], first: str, key: str, label: str) -> str | None:
    return st.selectbox(
        label,
        [*names],
        index=[*names].index(first),
        format_func=lambda name: names[name],
        key=key,
        label_visibility="collapsed",
        persist_state="session",
        width=LIST,
    )


def chosen_before(key: str, default: Any = None) -> Any:
    """Return what is chosen under a key, for what stands above the choice on the page."""
    return st.session_state.get(key, default)


def chosen_view(names: Iterable[str], *, key: str) -> str:
    """Return the view that a choice further down the page will show; empty without any."""
    known = [*names]
    chosen = chosen_before(key)
    return chosen if chosen in known else next(iter(known), "")


def turn_to(key: str, view: str) -> None:
    """Have a choice show one of its views; what a button further down does."""
    st.session_state[key] = view
