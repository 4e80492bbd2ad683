"""The place below the page where the editable table that a page asked for is drawn.

With a change of page the browser sends only what the entry script drew. A table that the page
itself drew would lose what is typed while the computer is busy and the page is left at once.
"""

from typing import Any, Protocol

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from app import state
from app.widgets.desk import Desk

ASKED, DRAWN = "table_asked", "table_drawn"


class Asked(Protocol):
    """A table that a page wants."""

    @property
    def key(self) -> str:
        """The name of the table on its page."""

    def draw(self) -> None:
        """Draw it."""


def ask(table: Asked) -> None:
    """Have a table drawn below the page."""
    state.keep(ASKED, table)


def desk_name(key: str) -> str:
    """Return the name under which a table of the open project remembers."""
    return f"table_{state.key()}_{key}"


def write_typed() -> None:
    """Write what was typed last into the table of the page that the person saw until now."""
    state.keep(ASKED, None)
    desk: Desk[Any] | None = state.kept(desk_name(state.kept(DRAWN, "")))
    if desk and desk.is_in_browser and not state.trouble():
        desk.take()


def draw_asked(page: st.Page) -> None:
    """Draw the table that a page asked for; called by the entry script, after every page."""
    asked: Asked | None = state.kept(ASKED)
    state.keep(DRAWN, asked.key if asked else None)
    _draw(asked, page, _script())


@st.fragment
def _draw(asked: Asked | None, page: st.Page, script: str) -> None:
    """Draw the table; news of a page that was left meanwhile leads back to the one that shows."""
    if script != _script():
        st.switch_page(page)
    if asked:
        st.space(1)
        asked.draw()


def _script() -> str:
    """Return the mark of the page that runs."""
    context = get_script_run_ctx()
    return context.page_script_hash if context else ""
