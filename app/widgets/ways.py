"""The ways to a stage's page: which of its views and tables it opens with, and links there."""

import streamlit as st

from app import state
from methodology.record import Record
from methodology.stage import Stage

FIGURES, DATA, TEXT, CLOSING, GUIDE = "figures", "data", "text", "closing", "guide"


def view_key(stage: Stage) -> str:
    """Return the key of the choice among the views of a stage."""
    return f"{stage}_view"


def table_key(stage: Stage) -> str:
    """Return the key of the choice among the tables of a stage."""
    return f"{stage}_table"


def show(stage: Stage, view: str) -> None:
    """Have the page of a stage open with one of its views."""
    st.session_state[view_key(stage)] = view


def choose_data(cls: type[Record]) -> None:
    """Have the page of a record type's stage open with its table."""
    show(cls.stage, DATA)
    st.session_state[table_key(cls.stage)] = cls.table


def lead_to_table(cls: type[Record], key: str, *, is_first: bool = False) -> None:
    """Draw the button that leads to the table of a record type."""
    _ = state.reader()
    if st.button(
        _("Go to “{table}”").format(table=_(cls.title)),
        type="primary" if is_first else "secondary",
        icon=":material/arrow_forward:",
        key=key,
        on_click=choose_data,
        args=(cls,),
    ):
        st.switch_page(f"screens/{cls.stage}.py")


def lead_to_checks(stage: Stage, key: str) -> None:
    """Draw the button that leads to the checks of a stage, where they can be waived."""
    _ = state.reader()
    if st.button(_("See the checks of the stage"), key=key, on_click=show, args=(stage, CLOSING)):
        st.switch_page(f"screens/{stage}.py")
