"""What an editable table remembers between two runs; it stays while somebody types in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import pandas as pd
import streamlit as st

from app import state
from app.exchange.open_table import OpenTable
from app.exchange.pivot_table import PivotTable
from app.i18n import Reader
from app.widgets.unsaved import Sentence, Unsaved

Sheet = TypeVar("Sheet", OpenTable, PivotTable)


@dataclass
class Desk(Generic[Sheet]):
    """A sheet with the table and the columns that the browser has; `wanted` is what they show.

    `marker` is the column that tells rows apart. What is pasted over it began too far left: the
    browser drops what falls on columns that take nothing, and the rest would stand beside its
    place. So such a report is not written, and the table is drawn anew.
    """

    key: str
    sheet: Sheet
    table: pd.DataFrame
    columns: dict[str, Any]
    wanted: tuple[object, ...]
    marker: str
    generation: int = 0
    is_typing: bool = False
    is_astray: bool = False
    tells_astray: bool = False

    @property
    def widget(self) -> str:
        """The key of the table in the browser: a new one makes a new table."""
        return f"{self.key}_table_{self.generation}"

    @property
    def is_in_browser(self) -> bool:
        """Say whether the browser has the table, with what was typed in it."""
        return self.widget in st.session_state

    def may_stay(self, wanted: tuple[object, ...]) -> bool:
        """Say whether the browser's table shows what is wanted, with nothing of others to add."""
        if self.wanted != wanted or not self.is_in_browser or self.is_astray:
            return False
        is_behind = self.sheet.is_behind or state.folder().revision() != self.sheet.revision
        return self.is_typing or not is_behind

    def report(self) -> Mapping[str, Any]:
        """Return what was typed in the browser's table since it was drawn."""
        typed: Mapping[str, Any] = st.session_state[self.widget]
        return typed

    def take(self) -> None:
        """Write what the browser reports and no run has written yet."""
        report = self.report()
        self.is_astray = self.is_astray or self._is_marked_anew(report)
        if not self.is_astray:
            self.sheet.take(report, state.folder(), state.person(), state.reader())

    def note_typing(self) -> None:
        """Write at once, before the script can end in a change of page; the table stays."""
        self.is_typing, self.tells_astray = True, False
        self.take()

    def astray(self, _: Reader) -> list[Unsaved]:
        """Return why the last report was not written, where it was not."""
        told = _(
            "Nothing was saved of what was pasted over “{column}”. Choose the first cell to fill "
            "in, and paste again."
        ).format(column=self.columns[self.marker]["label"])
        return [Unsaved([Sentence(told)], lambda: None)] if self.tells_astray else []

    def tell_behind(self, _: Reader) -> None:
        """Say that somebody else is writing, and offer to show it."""
        if self.sheet.is_behind:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(_(":material/group: Another person is working here."))
                st.button(_("Show their changes"), key=f"{self.key}_behind")

    def _is_marked_anew(self, report: Mapping[str, Any]) -> bool:
        """Say whether a row would be told apart by something else than it is."""
        own = list(self.table[self.marker])
        edited = {int(place): cells for place, cells in report["edited_rows"].items()}
        added = dict(enumerate(report["added_rows"], start=len(own)))
        return any(
            (told := str(cells.get(self.marker) or "").strip())
            and told != (own[place] if place < len(own) else str(place + 1))
            for place, cells in {**edited, **added}.items()
        )
