"""The question before rows are deleted: which ones, and what goes with them."""

from collections import Counter

import pandas as pd
import streamlit as st

from app import state
from app.exchange.editing import Editor
from app.exchange.open_table import OpenTable
from app.i18n import Reader
from app.store import ChangeSet, Consequences, Remove, consequences, with_consequences
from app.words import literal
from methodology.snapshot import Snapshot
from methodology.text import N_, Problem
from methodology.words import words

FEW = 12


def ask_removal(sheet: OpenTable, name: str, _: Reader) -> None:
    """Open the dialog that repeats what is to be deleted; nothing is deleted without it."""
    title = _.many("Delete {count} row", "Delete {count} rows", len(sheet.removing))
    dialog = st.dialog(title, width="medium", on_dismiss=lambda: state.keep(name, None))
    dialog(_ask)(sheet, name, title)


def _ask(sheet: OpenTable, name: str, title: str) -> None:
    _ = state.reader()
    snapshot = state.folder().snapshot()
    named = _names(sheet, snapshot, _)
    st.dataframe(
        pd.DataFrame({_("Row"): named[:FEW]}),
        hide_index=True,
        key=f"{name}_removing",
        alt=title,
    )
    if len(named) > FEW:
        st.caption(_.many("and {count} more row", "and {count} more rows", len(named) - FEW))
    _show_consequences(consequences(snapshot, _removals(sheet, snapshot)), len(named), snapshot, _)
    with st.container(horizontal=True, horizontal_alignment="right"):
        if st.button(_.many("Keep it", "Keep them", len(named)), key=f"{name}_keep"):
            state.keep(name, None)
            st.rerun()
        is_sure = st.button(title, type="primary", icon=":material/delete:", key=f"{name}_delete")
    if is_sure and _remove(sheet, snapshot, _):
        state.keep(name, None)
        st.rerun()


def _names(sheet: OpenTable, snapshot: Snapshot, _: Reader) -> list[str]:
    editor = Editor(sheet.cls, snapshot, _)
    named = []
    for row in sheet.removing:
        line = sheet.lines[row]
        shown = filter(None, editor.shown(line).values())
        named.append(words(snapshot, line.record, _) if line.record else " · ".join(shown))
    return named


def _removals(sheet: OpenTable, snapshot: Snapshot) -> tuple[Remove, ...]:
    return tuple(Remove(sheet.cls, row) for row in sheet.removing if snapshot.get(sheet.cls, row))


def _show_consequences(found: Consequences, count: int, snapshot: Snapshot, _: Reader) -> None:
    """List what is deleted with the rows, and where they are taken out."""
    if found.removed:
        st.markdown(_.many("**This goes with it:**", "**This goes with them:**", count))
        rows = [(_(type(each).title), words(snapshot, each, _)) for each in found.removed]
        st.dataframe(
            pd.DataFrame(rows, columns=[_("Table"), _("Row")]),
            hide_index=True,
            height=min(230, 38 + 36 * len(rows)),
        )
    if found.cleared:
        places = Counter((_(type(record).title), _(each.label)) for record, each in found.cleared)
        lines = [
            _.many("{count} row", "{count} rows", often) + f" · {table}, {label}"
            for (table, label), often in places.items()
        ]
        st.markdown(
            _.many(
                "**It is taken out here; the rows stay:**",
                "**They are taken out here; the rows stay:**",
                count,
            )
        )
        st.markdown("\n".join(f"- {literal(line)}" for line in lines))
    st.caption(_("The history can bring everything back."))


def _remove(sheet: OpenTable, snapshot: Snapshot, _: Reader) -> bool:
    editor = Editor(sheet.cls, snapshot, _)
    drafts = [
        change for row in sheet.removing for change in editor.discard(sheet.lines[row]).changes
    ]
    removals = _removals(sheet, snapshot)
    count = len(sheet.removing)
    change_set = ChangeSet(
        N_("Delete a row of “{table}”") if count == 1 else N_("Delete {count} rows of “{table}”"),
        (*removals, *drafts),
        {"count": count, "table": _(sheet.cls.title)},
    )
    try:
        state.folder().apply(
            with_consequences(snapshot, change_set),
            by=state.person(),
            expected=snapshot.revision,
        )
    except Problem as problem:
        state.tell(problem)
        return False
    state.tell_done(_("Deleted"), "delete")
    return True
