"""Import and export: people's spreadsheets in, after a look at every row; workbooks out."""

import streamlit as st

from app import state
from app.widgets.export import export_panel
from app.widgets.import_start import ask_file, desk, show_result
from app.widgets.import_wizard import import_wizard
from app.widgets.title import title_row

IMPORT, EXPORT = "import", "export"

_ = state.reader()

with title_row(_("Import and export")):
    view = st.segmented_control(
        _("View"),
        [IMPORT, EXPORT],
        default=IMPORT,
        required=True,
        format_func=lambda chosen: {IMPORT: _("Import"), EXPORT: _("Export")}[chosen],
        key="exchange_view",
        label_visibility="collapsed",
        persist_state="session",
    )

if view == EXPORT:
    export_panel()
elif plan := desk().plan:
    import_wizard(plan)
else:
    show_result()
    ask_file()
