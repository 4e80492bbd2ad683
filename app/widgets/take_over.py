"""The button that follows the indicators of objectives and first projects, without typing."""

import streamlit as st

from app import state
from app.store import ChangeSet, Put
from methodology.take_over import to_take_over
from methodology.text import N_


def take_over_button() -> None:
    """Offer to follow what objectives and first projects already measure; nothing when all is."""
    _ = state.reader()
    found = to_take_over(state.snapshot())
    if not found:
        return
    st.caption(
        _.many(
            "{count} indicator of objectives and first projects is not followed yet.",
            "{count} indicators of objectives and first projects are not followed yet.",
            len(found),
        )
    )
    if st.button(_("Follow them"), icon=":material/add:", key="monitoring_take_over"):
        title = N_("Follow indicators of objectives and projects")
        if state.apply(ChangeSet(title, tuple(Put(one) for one in found))) is not None:
            st.rerun()
