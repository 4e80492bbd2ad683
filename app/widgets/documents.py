"""The Word plan: exported with progress, numbered, kept, and earlier ones at hand."""

from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from app import state
from app.exchange.publishing import publish_codes
from app.i18n import reader
from app.report import build, number_pages
from app.store.documents import next_number, number_of, save_document, saved_documents
from app.widgets.empty import empty_state
from app.widgets.plan_template import own_template, template_choice
from app.widgets.words import literal
from methodology.text import N_, Problem

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
STEM = N_("Strategic plan")


def export_card() -> None:
    """Draw the way to the next document, the last one to download, and the template."""
    _ = state.reader()
    with st.container(horizontal=True, vertical_alignment="center"):
        is_asked = st.button(
            _("Export plan to Word"), type="primary", icon=":material/description:", key="export_go"
        )
        found = saved_documents(state.folder())
        if found:
            download(found[0])
        template_choice()
    if is_asked:
        _export()
    elif name := state.kept("exported"):
        state.keep("exported", None)
        st.success(
            _("Kept in the folder documents as {file}; the readable tables are fresh.").format(
                file=literal(name)
            ),
            title=_("The plan was exported"),
            icon=":material/check_circle:",
        )


def document_list() -> None:
    """Draw the documents of the project, the newest first, each to download."""
    _ = state.reader()
    found = saved_documents(state.folder())
    if not found:
        empty_state(
            _("No document has been exported yet"),
            _("Each export is numbered, dated and kept in the folder documents."),
            icon="description",
        )
        return
    rows = [
        {
            _("File"): path.name,
            _("Made on"): _.moment(datetime.fromtimestamp(path.stat().st_mtime, UTC)),
            _("Size"): f"{_.number(path.stat().st_size / 1024)} kB",
        }
        for path in found
    ]
    st.dataframe(rows, hide_index=True, row_height=44, key="document_table")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            _("Document"), found, format_func=lambda path: path.name, key="document_chosen"
        )
        download(chosen)


def download(path: Path) -> None:
    """Draw the button that hands out a document of the project."""
    _ = state.reader()
    st.download_button(
        _("Download {file}").format(file=path.name),
        path.read_bytes,
        file_name=path.name,
        mime=WORD,
        on_click="ignore",
        icon=":material/download:",
        key=f"document_download_{path.name}",
    )


def _export() -> None:
    """Write the plan in its own language, keep it under the next number, refresh the tables."""
    _, folder = state.reader(), state.folder()
    bar = st.progress(0.0, text=_("Writing the plan"))
    spoken = reader(state.project())

    def tell(share: float, what: str) -> None:
        bar.progress(min(1.0, share), text=literal(what))

    try:
        data = build(
            state.snapshot(),
            spoken,
            on=state.today(),
            number=next_number(folder),
            template=own_template(folder),
            notify=tell,
        )
        data = number_pages(data, _, tell)
        made = save_document(folder, data, spoken(STEM), state.today())
        publish_codes(folder, number_of(made), by=state.person(), on=state.today())
        folder.write_tables()
    except Problem as problem:
        bar.empty()
        state.tell(problem, N_("No document was made; earlier ones are as they were"))
        return
    state.keep("exported", made.name)
    st.rerun()
