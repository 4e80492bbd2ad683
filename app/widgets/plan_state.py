"""How far the plan is: which sections are complete, and what the others still lack."""

import streamlit as st

from app import state
from app.i18n import Reader
from app.widgets.narrative import narrative_of
from app.widgets.readings import remembered
from app.widgets.ways import lead_to_table
from methodology.plan import Section
from methodology.sections import lacks


def is_complete(section: Section) -> bool:
    """Say whether a section has nothing pending."""
    return not lacks(state.snapshot(), section)


def lacking(section: Section) -> str:
    """Return what a section lacks first, in the reader's words; empty when it is complete."""
    found = lacks(state.snapshot(), section)
    if not found:
        return ""
    first, more = found[0].told.text(state.reader()), len(found) - 1
    return f"{first} (+{more})" if more else first


def section_table() -> None:
    """Draw every section with its state, the team's text and what is missing; rows lead there."""
    _ = state.reader()
    chosen = st.dataframe(
        remembered(f"sections {_}", lambda: _section_rows(_)),
        hide_index=True,
        height=450,
        row_height=40,
        key="document_sections",
        on_select="rerun",
        selection_mode="single-row",
        column_config={
            _("No."): st.column_config.TextColumn(width=45, pinned=True),
            _("Section"): st.column_config.TextColumn(width=300),
            _("State"): st.column_config.TextColumn(width=98),
            _("Own text"): st.column_config.TextColumn(width=112),
            _("What is missing"): st.column_config.TextColumn(width=500),
        },
    )
    if chosen.selection.rows:
        _lead([*Section][chosen.selection.rows[0]])


def _section_rows(_: Reader) -> list[dict[str, str]]:
    return [
        {
            _("No."): section.number,
            _("Section"): _(section.label),
            _("State"): _("Complete") if is_complete(section) else _("Pending"),
            _("Own text"): _("Written") if narrative_of(section) else _("None yet"),
            _("What is missing"): lacking(section),
        }
        for section in Section
    ]


def _lead(section: Section) -> None:
    """Offer the way to what a chosen section lacks."""
    tables = [lack.where for lack in lacks(state.snapshot(), section) if lack.where]
    if tables:
        lead_to_table(tables[0], "document_go")
