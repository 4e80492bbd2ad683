"""The two ends of an import: asking for the file, and saying what came of it."""

from collections import Counter
from dataclasses import dataclass

import streamlit as st

from app import state
from app.exchange.book import UnreadableFile
from app.exchange.plan import Plan
from app.exchange.planning import plan_import
from app.i18n import Reader
from app.store import act_detail, acts
from app.widgets.earlier import undo_act
from app.widgets.ways import lead_to_table
from app.words import literal
from methodology.text import N_

PASTED = "pasted.csv"
TYPES = ["xlsx", "xlsm", "csv", "tsv", "txt"]


@dataclass
class Desk:
    """The import that this session is at, in the open project: its plan, file and last act."""

    plan: Plan | None = None
    original: bytes = b""
    revision: int = 0


def desk() -> Desk:
    """Return what this session imports into the open project."""
    name = f"import_{state.key()}"
    found: Desk = state.kept(name) or Desk()
    state.keep(name, found)
    return found


def ask_file() -> None:
    """Ask for a file or a pasted table, and make its plan."""
    _ = state.reader()
    st.markdown(
        _(
            "A directory of firms, a list of relations, a workbook exported from here and edited. "
            "Nothing is written until you have seen what becomes of every row."
        )
    )
    left, right = st.columns(2, gap="large")
    with left:
        file = st.file_uploader(_("Spreadsheet or CSV file"), type=TYPES, key="exchange_file")
    with right, st.form("exchange_paste", border=False):
        text = st.text_area(
            _("Or a table copied from a spreadsheet, with its headings"),
            key="exchange_text",
            height=120,
        )
        is_pasted = st.form_submit_button(_("Read the table"), icon=":material/content_paste:")
    if file:
        _plan(file.getvalue(), file.name, _)
    elif is_pasted and text.strip():
        _plan(text.encode(), PASTED, _)


def _plan(data: bytes, name: str, _: Reader) -> None:
    try:
        with st.spinner(_("Reading the file"), show_time=True):
            plan = plan_import(data, name, state.snapshot(), _)
    except UnreadableFile as problem:
        state.tell(problem, N_("The file was not read; nothing was imported"))
        return
    here = desk()
    here.plan, here.original, here.revision = plan, data, 0
    st.rerun()


def show_result() -> None:
    """Say what the last import of this session wrote, and offer to undo it."""
    _ = state.reader()
    revision = desk().revision
    if not revision:
        return
    with state.folder().read() as session:
        act = next(iter(acts(session, 1, revision + 1)), None)
        altered = [one for one in act_detail(session, revision) if not one.cls.is_internal]
    if act is None:
        return
    with st.container(border=True):
        st.markdown(f"**:material/check_circle: {literal(act.text(_))}**")
        made = sum(found.before is None for found in altered)
        st.markdown(
            _.many("{count} record was added", "{count} records were added", made)
            + ", "
            + _.many("{count} changed", "{count} changed", len(altered) - made)
        )
        with st.container(horizontal=True):
            for cls, _count in Counter(found.cls for found in altered).most_common(1):
                lead_to_table(cls, "import_see")
            undo_act(act, is_main=False)
