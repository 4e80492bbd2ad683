"""The Word plan: exported with progress, numbered, kept, and earlier ones at hand."""

from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from app import state
from app.i18n import reader
from app.publication import publish
from app.store.documents import number_of, saved_documents
from app.widgets.downloads import WORD
from app.widgets.empty import empty_state
from app.widgets.plan_finality import changes_since_last, show_obstacles
from app.widgets.plan_template import own_template, template_choice
from app.widgets.table import show_rows
from app.words import literal
from methodology.finality import NotFinal
from methodology.project import PlanStatus
from methodology.text import N_, Problem
from methodology.versions import PlanVersion, versions


def export_card() -> None:
    """Draw the ways to the next document, the last one to download, and the template."""
    _ = state.reader()
    with st.container(horizontal=True, vertical_alignment="center"):
        is_asked = st.button(
            _("Export plan to Word"), type="primary", icon=":material/description:", key="export_go"
        )
        is_final = st.button(
            _("Export as final"),
            icon=":material/verified:",
            key="export_final",
            help=_("Only when every check is met or waived; the status stands on every page"),
        )
        found = saved_documents(state.folder())
        if found:
            download(found[0])
        template_choice()
    if is_asked or is_final:
        _export(PlanStatus.FINAL if is_final else PlanStatus.DRAFT)
    else:
        tell_exported()


def tell_exported() -> None:
    """Say, once, which document was made."""
    _ = state.reader()
    if name := state.kept("exported"):
        state.keep("exported", None)
        st.success(
            _("Kept in the folder documents as {file}; the readable tables are fresh.").format(
                file=literal(name)
            ),
            title=_title(versions(state.snapshot())[0].status),
            icon=":material/check_circle:",
        )


def _title(status: PlanStatus) -> str:
    """Return what was exported, so that a draft is not handed out as the plan."""
    _ = state.reader()
    if status is PlanStatus.FINAL:
        return _("The final plan was exported")
    return _("The plan was exported as a draft")


def document_list() -> None:
    """Draw the documents of the project, the newest first, each to download."""
    _ = state.reader()
    found = saved_documents(state.folder())
    if not found:
        with empty_state(
            _("No document has been exported yet"),
            _("Each export is numbered, dated and kept in the folder documents."),
            icon="description",
        ):
            is_asked = st.button(
                _("Export plan to Word"),
                type="primary",
                icon=":material/description:",
                key="document_first",
            )
        if is_asked:
            _export(PlanStatus.DRAFT)
        return
    tell_exported()
    changes_since_last()
    statuses = {one.number: _(one.status.label) for one in state.snapshot().all(PlanVersion)}
    rows = [
        {
            _("File"): path.name,
            _("Status"): statuses.get(number_of(path), ""),
            _("Made on"): _.moment(datetime.fromtimestamp(path.stat().st_mtime, UTC)),
            _("Size"): f"{_.number(path.stat().st_size / 1024)} kB",
        }
        for path in found
    ]
    show_rows(rows, key="document_table")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            _("Document"), found, format_func=lambda path: path.name, key="document_chosen"
        )
        download(chosen)


def download(path: Path) -> None:
    """Draw the button that hands out a document of the project, by its number."""
    _, number = state.reader(), number_of(path)
    st.download_button(
        _("Download {file}").format(file=f"{number:03}" if number else path.name),
        path.read_bytes,
        file_name=path.name,
        mime=WORD,
        on_click="ignore",
        icon=":material/download:",
        key=f"document_download_{path.name}",
    )


def _export(status: PlanStatus) -> None:
    """Write the plan in its own language, keep it under the next number, refresh the tables."""
    _, folder = state.reader(), state.folder()
    bar = st.progress(0.0, text=_("Writing the plan"))

    def tell(share: float, what: str) -> None:
        bar.progress(min(1.0, share), text=literal(what))

    try:
        made = publish(
            folder,
            reader(state.project()),
            on=state.today(),
            by=state.person(),
            status=status,
            template=own_template(folder),
            notify=tell,
        )
        folder.write_tables()
    except NotFinal as problem:
        bar.empty()
        show_obstacles(problem)
        return
    except Problem as problem:
        bar.empty()
        state.tell(problem, N_("No document was made; earlier ones are as they were"))
        return
    state.keep("exported", made.name)
    st.rerun()
