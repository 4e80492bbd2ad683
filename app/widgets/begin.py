"""The empty state of a stage: what is missing, and the two ways to bring it in."""

import streamlit as st

from app import state
from app.widgets.empty import empty_state
from app.widgets.ways import choose_data
from methodology.record import Record


def begin_with(cls: type[Record], missing: str, how: str, *, icon: str) -> None:
    """Draw the empty state of a stage that begins with rows of one record type."""
    _ = state.reader()
    with empty_state(missing, how, icon=icon):
        st.button(
            _("Enter “{table}”").format(table=_(cls.title)),
            type="primary",
            icon=":material/edit:",
            key=f"begin_{cls.table}",
            on_click=choose_data,
            args=(cls,),
        )
        if not cls.is_single and st.button(
            _("Import a spreadsheet"), icon=":material/upload:", key=f"import_{cls.table}"
        ):
            st.switch_page("screens/exchange.py")
