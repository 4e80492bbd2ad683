"""How far the plan is: which sections are complete, and what the others still lack."""

import streamlit as st

from app import state
from app.i18n import Reader
from app.widgets.narrative import narrative_of
from app.widgets.readings import remembered, stage_progress, stage_verdicts
from app.widgets.stage_page import choose_data
from methodology.gates import StageState
from methodology.plan import Section
from methodology.stage import Stage

CLOSED = (StageState.DONE, StageState.WAIVED)
MADE_BY_PROGRAM = frozenset(
    {
        Section.PARTICIPANTS,
        Section.BALLOTS,
        Section.METHOD,
        Section.SOURCES,
        Section.OPEN_ISSUES,
    }
)
SUMMED_UP = tuple(section for section in Section if section.number and not section.is_annex)


def is_complete(section: Section) -> bool:
    """Say whether a section has nothing pending: its stage is closed, or it writes itself."""
    if section in MADE_BY_PROGRAM:
        return True
    if section is Section.SUMMARY:
        return all(map(is_complete, SUMMED_UP))
    return stage_progress()[section.stage].state in CLOSED


def lacking(section: Section) -> str:
    """Return what a section lacks first, in the reader's words; empty when it is complete."""
    _ = state.reader()
    if is_complete(section):
        return ""
    if section is Section.SUMMARY:
        return _("Sums up the other sections, once they are complete")
    open_checks = [found for found in stage_verdicts(section.stage) if not found.is_settled]
    if not open_checks:
        return _("Comes with stage {number}").format(number=section.stage.number)
    more = len(open_checks) - 1
    first = _(open_checks[0].check.action)
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
            _("No."): st.column_config.TextColumn(width=55, pinned=True),
            _("Section"): st.column_config.TextColumn(width=300),
            _("State"): st.column_config.TextColumn(width=110),
            _("Own text"): st.column_config.TextColumn(width=125),
            _("What is missing"): st.column_config.TextColumn(width=465),
        },
    )
    if chosen.selection.rows:
        _lead([*Section][chosen.selection.rows[0]].stage)


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


def _lead(stage: Stage) -> None:
    """Offer the way to what a chosen section lacks."""
    _ = state.reader()
    missing = [found for found in stage_verdicts(stage) if not found.is_settled]
    if missing and st.button(
        _("Go to «{table}»").format(table=_(missing[0].check.where.title)),
        icon=":material/arrow_forward:",
        key="document_go",
    ):
        cls = missing[0].check.where
        choose_data(cls)
        st.switch_page(f"screens/{cls.stage}.py")
