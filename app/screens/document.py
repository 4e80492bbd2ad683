"""The plan: what is pending in each section, its texts, and the Word document."""

import streamlit as st

from app import state
from app.widgets.documents import document_list, export_card
from app.widgets.narrative import narrative_editor
from app.widgets.plan_finality import obstacle_count, obstacle_list
from app.widgets.plan_state import is_complete, section_table
from app.widgets.stage_page import section_title
from app.widgets.title import title_row
from app.widgets.views import choose_view
from methodology.plan import Section

SECTIONS, TEXTS, DOCUMENTS = "sections", "texts", "documents"

_ = state.reader()
complete = sum(is_complete(section) for section in Section)
views = {SECTIONS: _("Sections"), TEXTS: _("Texts"), DOCUMENTS: _("Documents")}
with title_row(
    _("Plan"),
    _("{complete} of {total} sections complete").format(complete=complete, total=len(Section)),
):
    view = choose_view(views, key="document_view")
if view == TEXTS:
    section = st.selectbox(
        _("Section of the plan"),
        [*Section],
        format_func=section_title,
        key="document_section",
        persist_state="session",
    )
    narrative_editor(section, key="document", height=300)
elif view == DOCUMENTS:
    document_list()
else:
    export_card()
    section_table()
    if count := obstacle_count():
        title = _.many(
            "{count} thing keeps the plan from being final",
            "{count} things keep the plan from being final",
            count,
        )
        with st.expander(title, icon=":material/hourglass_empty:"):
            obstacle_list()
