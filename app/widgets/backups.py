"""The project's backups: made by hand, listed, and opened again as a new folder."""

from pathlib import Path

import streamlit as st

from app import state
from app.store.backup import Backup, Reason, backups
from app.store.restoring import restore
from app.widgets.empty import empty_state
from app.widgets.folder_choice import spoken
from app.widgets.project_forms import NOTHING_MADE
from app.widgets.table import show_rows
from app.words import literal
from methodology.text import N_, Problem

REASONS = {
    Reason.OPENING: N_("On opening"),
    Reason.CLOSING: N_("On closing"),
    Reason.REGULAR: N_("While working"),
    Reason.MIGRATION: N_("Before a new version"),
    Reason.IMPORT: N_("Before an import"),
    Reason.RESTORE: N_("Before a restore"),
    Reason.DEMAND: N_("By hand"),
}


def backup_list() -> None:
    """Draw the backups of the open project, the newest first."""
    _ = state.reader()
    folder = state.folder()
    if st.button(
        _("Make a backup now"), type="primary", icon=":material/backup:", key="backup_now"
    ):
        _make()
    found = backups(folder.path)
    if not found:
        empty_state(
            _("There is no backup yet"),
            _("One is made at each opening that finds changes, before each import, and by hand."),
            icon="backup",
        )
        return
    rows = [
        {
            _("When"): _.moment(backup.at),
            _("Why"): _(REASONS[backup.reason]),
            _("Size"): f"{_.number(backup.path.stat().st_size / 1024)} kB",
            _("File"): backup.path.name,
        }
        for backup in found
    ]
    show_rows(rows, key="backup_table", most=300)
    _reopening(found)


def _reopening(found: tuple[Backup, ...]) -> None:
    """Offer to make a folder of its own from a backup: the open project is never overwritten."""
    _ = state.reader()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            _("Backup"),
            found,
            format_func=lambda backup: f"{_.moment(backup.at)} · {_(REASONS[backup.reason])}",
            key="backup_chosen",
        )
        if st.button(_("Restore as a new folder"), icon=":material/restore:", key="backup_restore"):
            _restore(chosen)
    target = _target(chosen)
    st.caption(
        _("It goes to {path}; the open project stays as it is.").format(
            path=literal(spoken(target))
        )
    )


def _restore(backup: Backup) -> None:
    target = _target(backup)
    try:
        restore(backup.path, target)
        state.open_project(target)
    except Problem as problem:
        state.tell(problem, NOTHING_MADE)
    else:
        st.rerun()


def _target(backup: Backup) -> Path:
    folder = state.folder().path
    return folder.with_name(f"{folder.name} {backup.at.astimezone():%Y-%m-%d %H.%M.%S}")


def _make() -> None:
    _ = state.reader()
    try:
        made = state.folder().back_up()
    except Problem as problem:
        state.tell(problem, N_("No backup was made; the earlier ones are kept"))
    else:
        st.toast(_("Backup made: {file}").format(file=literal(made.name)), icon=":material/backup:")
