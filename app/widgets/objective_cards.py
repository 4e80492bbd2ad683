"""The strategic objectives side by side: from where to where, by when, what still lacks."""

from datetime import date
from decimal import Decimal

import streamlit as st

from app import state
from app.words import literal
from methodology.vision import Objective
from methodology.visions import lacking, objectives

COLUMNS = 2


def objective_cards() -> None:
    """Draw a card for each objective, by code."""
    found = objectives(state.snapshot())
    for start in range(0, len(found), COLUMNS):
        row = found[start : start + COLUMNS]
        for place, objective in zip(st.columns(COLUMNS), row, strict=False):
            with place, st.container(border=True, height="stretch", gap="small"):
                _card(objective)


def _card(objective: Objective) -> None:
    _ = state.reader()
    st.markdown(f"**{literal(f'{objective.code} {objective.statement}'.strip())}**")
    st.text(objective.indicator or _("Pending"))
    with st.container(horizontal=True, vertical_alignment="center"):
        _reading(_("Baseline"), objective.baseline, objective.baseline_on, objective.unit)
        _reading(_("Target"), objective.target, objective.target_on, objective.unit)
    if objective.source:
        st.caption(literal(f"{_('Source')}: {objective.source}"))
    if missing := lacking(objective):
        names = _.join([_(each.label) for each in missing])
        st.badge(
            _("Still lacking: {parts}").format(parts=names),
            icon=":material/hourglass_empty:",
            color="gray",
        )


def _reading(label: str, value: Decimal | None, on: date | None, unit: str) -> None:
    _ = state.reader()
    told = _("Pending") if value is None else _.number(value, 4, fixed=False)
    day = _.date(on, "medium") if on else ""
    with st.container():
        st.metric(f"{label} {day}".strip(), told)
        if value is not None and unit:
            st.caption(literal(unit))
