"""What a stage is for and how to run its workshop: short, folded away behind its own view."""

import streamlit as st

from app import state
from methodology.guide import Guide
from methodology.guides import GUIDES
from methodology.stage import Stage


def guide_page(stage: Stage) -> None:
    """Draw the guide of a stage: purpose, what goes in and comes out, the workshop by minutes."""
    _ = state.reader()
    guide = GUIDES[stage]
    st.markdown(_(guide.purpose))
    before, during = st.columns([2, 3], gap="medium")
    with before:
        for title, lines in (
            (_("What goes in"), guide.inputs),
            (_("What comes out"), guide.outputs),
        ):
            st.markdown("\n".join([f"**{title}**", "", *(f"- {_(line)}" for line in lines)]))
    with during, st.expander(f"**{_(guide.workshop)}**", expanded=True, icon=":material/groups:"):
        _agenda(guide)


def _agenda(guide: Guide) -> None:
    """Draw the agenda as a table of our own texts, minutes from the beginning."""
    _ = state.reader()
    rows, started = [], 0
    for step in guide.agenda:
        rows.append({_("Minute"): str(started), _("What happens"): _(step.what)})
        started += step.minutes
    rows.append({_("Minute"): str(guide.minutes), _("What happens"): _("End")})
    st.table(rows, border="horizontal", hide_index=True)
