"""The page of a stage: its finding, figures, data, text of the plan and closing."""

from collections.abc import Callable
from uuid import UUID

import streamlit as st

from app import state
from app.widgets.closing import closing_list, evidence_list
from app.widgets.form import record_form
from app.widgets.grid import grid
from app.widgets.guide import guide_page
from app.widgets.matrix import has_matrix, matrix
from app.widgets.narrative import narrative_editor
from app.widgets.title import title_row
from app.widgets.views import choose_view
from app.widgets.ways import CLOSING, DATA, FIGURES, GUIDE, TEXT, table_key, view_key
from methodology.plan import Section, printed_number
from methodology.records import stage_types
from methodology.stage import Stage
from methodology.text import N_

MATRIX, LIST = "matrix", "list"
LABELS = {
    FIGURES: N_("Overview"),
    DATA: N_("Data"),
    TEXT: N_("Text"),
    CLOSING: N_("Closing"),
    GUIDE: N_("Guide"),
}


def stage_page(
    stage: Stage,
    finding: str,
    figures: Callable[[], None],
    *,
    figure: str,
    about: UUID | None = None,
) -> None:
    """Draw the page of a stage.

    `finding` is what the stage found so far, `figures` draws them and runs only when they show,
    `figure` is the one that goes to the projector, `about` the record it shows there.
    """
    _ = state.reader()
    with title_row(finding, figure=figure, about=about):
        view = choose_view({name: _(label) for name, label in LABELS.items()}, key=view_key(stage))
    match view:
        case "data":
            data_tables(stage)
        case "text":
            section_texts(stage)
        case "closing":
            closing_list(stage)
            evidence_list(stage)
        case "guide":
            guide_page(stage)
        case _:
            figures()


def data_tables(stage: Stage) -> None:
    """Draw the choice among the record types of a stage, and the grid or form of the chosen."""
    _ = state.reader()
    found = {cls.table: cls for cls in stage_types(stage)}
    names = {table: _(cls.title) for table, cls in found.items()}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        cls = found[choose_view(names, key=table_key(stage), label=_("Table"))]
        st.caption(_(cls.about))
    key = f"{stage}_{cls.table}"
    if cls.is_single:
        record_form(cls, state.snapshot().one(cls), key=key)
    elif has_matrix(cls) and _is_matrix_chosen(key):
        matrix(cls, f"{key}_matrix")
    else:
        grid(cls, key=key)


def _is_matrix_chosen(key: str) -> bool:
    """Ask whether a table of pairs is filled in as a matrix, or row by row."""
    _ = state.reader()
    shapes = {MATRIX: _("As a matrix"), LIST: _("Row by row")}
    return choose_view(shapes, key=f"{key}_shape", label=_("Shape of the table")) == MATRIX


def section_texts(stage: Stage) -> None:
    """Draw the texts of the plan's sections that come from a stage."""
    _ = state.reader()
    sections = [section for section in Section if section.stage == stage]
    section = sections[0]
    if len(sections) > 1:
        section = st.selectbox(
            _("Section of the plan"),
            sections,
            format_func=lambda found: section_title(found),
            key=f"{stage}_section",
        )
    narrative_editor(section, key=str(stage))


def section_title(section: Section) -> str:
    """Return number and title of a section of the plan, as it is printed."""
    _ = state.reader()
    return f"{printed_number(section, _)} {_(section.label)}".strip()
