"""History: every act with who, when and what; undo, earlier values, backups."""

import streamlit as st

from app import state
from app.exchange.cells import Names
from app.exchange.telling import called
from app.store import act_detail, acts
from app.widgets.acts import act_rows, detail_rows
from app.widgets.backups import backup_list
from app.widgets.earlier import restore_record, undo_act
from app.widgets.empty import empty_state
from app.widgets.readings import remembered
from app.widgets.table import show_rows, table_height
from app.widgets.title import title_row
from app.widgets.views import choose_view
from app.words import literal

PAGE = 100
MOST = 200  # records of an act that are listed one by one
ACTS, BACKUPS = "acts", "backups"

_ = state.reader()
snapshot = state.snapshot()


def history() -> None:
    """Draw the acts, newest first, and what the chosen one did."""
    limit = int(state.kept("history_limit", PAGE))
    with state.folder().read() as session:
        found = acts(session, limit)
    if not found:
        empty_state(
            _("Nothing has been done in this project yet"),
            _("Every change is listed here with who made it and when, and can be undone."),
            icon="history",
        )
        return
    left, right = st.columns([7, 6], gap="medium")
    with left:
        chosen = st.dataframe(
            act_rows(_, found),
            hide_index=True,
            height=table_height(len(found), 500, 44),
            row_height=44,
            on_select="rerun",
            selection_mode="single-row",
            key="history_acts",
            column_config={
                _("When"): st.column_config.TextColumn(width=205),
                _("Who"): st.column_config.TextColumn(width=90),
                _("What"): st.column_config.TextColumn(width=235),
            },
        )
        if len(found) == limit and st.button(
            _("Show older changes"), icon=":material/expand_more:"
        ):
            state.keep("history_limit", limit + PAGE)
            st.rerun()
    places = chosen.selection.rows
    with right:
        detail(found[places[0] if places and places[0] < len(found) else 0].revision)


def detail(revision: int) -> None:
    """Draw what one act changed, with its undo and the way back to earlier values."""
    with state.folder().read() as session:
        act = next(one for one in acts(session, 1, revision + 1))
        altered = act_detail(session, revision) if act.count <= MOST else ()
    st.markdown(f"**{literal(act.text(_))}**")
    st.caption(_("Change {number}, {moment}").format(number=revision, moment=_.moment(act.at)))
    rows = remembered(f"act {revision} {_}", lambda: detail_rows(_, snapshot, altered))
    if act.count > MOST:
        st.caption(_.many("{count} record changed", "{count} records changed", act.count))
    elif rows:
        show_rows(rows, key="history_detail", row=38, most=310)
    with st.container(horizontal=True):
        undo_act(act)
        names = Names(snapshot, _)
        restore_record(revision, lambda found: called(_, names, found))


with title_row(_("History"), _.many("{count} change", "{count} changes", snapshot.revision)):
    view = choose_view({ACTS: _("Changes"), BACKUPS: _("Backups")}, key="history_view")
if view == BACKUPS:
    backup_list()
else:
    history()
