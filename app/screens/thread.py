"""The strategic thread: from any trend to the projects that answer it, and back."""

import streamlit as st

from app import state
from app.widgets.empty import empty_state
from app.widgets.figures import draw
from app.widgets.thread import (
    choose_element,
    chosen_element,
    loose_list,
    the_loose_ends,
    thread_table,
)
from app.widgets.title import title_row
from app.widgets.views import choose_view
from app.widgets.ways import lead_to_table
from methodology.forces import Trend

THREAD, LOOSE = "thread", "loose"

_ = state.reader()
about = chosen_element()
count = sum(len(one.elements) for one in the_loose_ends())
note = _.many("{count} loose end", "{count} loose ends", count) if count else ""
with title_row(
    _("Strategic thread"),
    note,
    figure="thread" if about else "",
    about=about.id if about else None,
):
    view = choose_view({THREAD: _("Thread"), LOOSE: _("Loose ends")}, key="thread_view")
if about is None:
    with empty_state(
        _("There is nothing to connect yet"),
        _("Trends, purchase factors, options, gaps, areas and projects appear here as they come."),
        icon="account_tree",
    ):
        lead_to_table(Trend, "thread_begin", is_first=True)
elif view == THREAD:
    about = choose_element()
    draw("thread", about=about.id)
    thread_table(about, _)
elif count:
    loose_list("loose")
else:
    st.success(_("Everything that was begun rests on something and leads somewhere."))
