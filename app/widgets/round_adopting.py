"""Taking a result over into its stage: before and after, as one act that can be undone."""

import pandas as pd
import streamlit as st

from app import state
from app.exchange.adopting import is_adopted, round_adoption
from app.widgets.adopting import ROW, TALLEST, rows, say_adopted
from app.widgets.earlier import undo_adopting
from app.widgets.table import table_height
from methodology.adopting_rounds import round_proposals
from methodology.rounds import Round


def adopting(asked: Round) -> None:
    """Draw what the round would change in its stage, and the button that changes it."""
    _, snapshot = state.reader(), state.snapshot()
    proposals = round_proposals(snapshot, asked)
    open_ones = [one for one in proposals if not is_adopted(snapshot, one)]
    if not proposals:
        st.caption(_("The items of this round stand for no records: nothing to adopt."))
        return
    if not open_ones:
        say_adopted(len(proposals))
        undo_adopting(asked, "round_unadopt_all")
        return
    st.dataframe(
        pd.DataFrame(rows(open_ones, snapshot, _)),
        hide_index=True,
        height=table_height(len(open_ones), TALLEST, ROW),
        row_height=ROW,
        key="round_adopting",
        alt=_("Values that can be adopted"),
    )
    if not asked.is_revealed:
        st.caption(_("A result is adopted once the room has seen it."))
        return
    label = _.many("Adopt {count} value", "Adopt {count} values", len(open_ones))
    is_sent = st.button(label, type="primary", icon=":material/task_alt:", key="round_adopt")
    if is_sent and state.apply(round_adoption(_, snapshot, asked, open_ones, state.today())):
        st.rerun()
