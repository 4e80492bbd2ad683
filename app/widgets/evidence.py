"""The files that back a record: attach them, read them."""

from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from app import state
from app.i18n import Reader
from app.store import attach_file, evidence_about, evidence_path
from app.words import literal
from methodology.project import Evidence
from methodology.record import Record
from methodology.text import N_, Problem


def evidence_of(record: Record, *, key: str) -> None:
    """Draw the files attached to a record and the place to attach more."""
    _ = state.reader()
    st.subheader(_("Evidence"), anchor=False)
    found = evidence_about(state.folder().snapshot(), record)
    for each in found:
        _show(each, key, _)
    if not found:
        st.caption(_("No file is attached yet: photos, minutes, letters, sources."))
    _attach(record, key, _)


def _show(each: Evidence, key: str, _: Reader) -> None:
    path = evidence_path(state.folder().path, each)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            f"**{literal(each.name)}** :gray[{literal(each.file)} · {_.date(each.added_on)}]",
            width="stretch",
        )
        st.download_button(
            _("Download"),
            data=path.read_bytes,
            file_name=Path(each.file).name,
            icon=":material/download:",
            key=f"{key}_{each.id}",
            on_click="ignore",
            disabled=not path.exists(),
        )


def _attach(record: Record, key: str, _: Reader) -> None:
    turn = state.kept(f"{key}_turn", 0)
    with st.form(f"{key}_form_{turn}", border=False, clear_on_submit=False):
        files = st.file_uploader(
            _("Attach files"), accept_multiple_files=True, key=f"{key}_files_{turn}"
        )
        title = st.text_input(
            _("Title"), help=_("The file's name when empty"), key=f"{key}_title_{turn}"
        )
        is_sent = st.form_submit_button(_("Attach files"), icon=":material/attach_file:")
    if is_sent and files:
        for file in files:
            _keep(record, file.name, file.getvalue(), title, _)
        state.keep(f"{key}_turn", turn + 1)
        st.rerun(scope="fragment")


def _keep(record: Record, name: str, data: bytes, title: str, _: Reader) -> None:
    try:
        attach_file(
            state.folder(),
            name,
            data,
            about=record,
            title=title.strip() or name,
            on=datetime.now(UTC).astimezone().date(),
            by=state.person(),
        )
    except Problem as problem:
        state.tell(problem, N_("The file was not attached"))
