"""The choice of the record that a page and its figures are about: a buyer segment, an option."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from app import state
from app.widgets.views import chosen_before
from methodology.record import Record
from methodology.words import words

R = TypeVar("R", bound=Record)


def chosen_subject(records: Sequence[R], *, key: str) -> R | None:
    """Return the record chosen on the page, the first one until then; None without records."""
    chosen = chosen_before(key)
    return next((one for one in records if one.id == chosen), next(iter(records), None))


def choose_subject(records: Sequence[R], label: str, *, key: str) -> None:
    """Draw the choice among records where there is one; kept until the tab closes."""
    if len(records) < 2:
        return
    _, snapshot = state.reader(), state.snapshot()
    names = {one.id: words(snapshot, one, _) for one in records}
    if st.session_state.get(key, records[0].id) not in names:
        del st.session_state[key]
    st.selectbox(
        label,
        [*names],
        format_func=lambda one: names[one],
        key=key,
        label_visibility="collapsed",
        persist_state="session",
        width=320,
    )
