"""Stage 10: who decides, with which rules and which money."""

import streamlit as st

from app import state
from app.widgets.begin import begin_with
from app.widgets.figures import FIGURES, draw, has_figure
from app.widgets.findings import finding
from app.widgets.governance_tables import rule_rows, trial_rows
from app.widgets.stage_page import stage_page
from app.widgets.table import show_rows
from app.widgets.views import choose_view, chosen_view
from app.words import literal
from methodology.governance import Governance, GovernanceRule, OperatingCost, Organ
from methodology.organs import IS_NOT
from methodology.record import Record
from methodology.stage import Stage

RULES, IS = "rules", "is_not"
BEGIN: dict[str, type[Record]] = {"organs": Organ, "funding": OperatingCost}
VOTERS = 22  # voters that the trial begins with

_ = state.reader()
snapshot = state.snapshot()


def figures() -> None:
    """Draw one view of the governance at a time, as chosen."""
    names = {name: _(FIGURES[name].short) for name in BEGIN}
    names |= {RULES: _("Rules and votes"), IS: _("What it is not")}
    match choose_view(names, key="governance_figure"):
        case "rules":
            rules()
        case "is_not":
            is_not()
        case chosen:
            drawn(chosen)


def drawn(chosen: str) -> None:
    """Draw a figure, or say what is missing."""
    if has_figure(chosen):
        draw(chosen)
        return
    begin_with(
        BEGIN[chosen],
        _("Nothing to draw yet"),
        _("Enter the organs and who sits in them, and the money of three years with its sources."),
        icon="account_tree",
    )


def rules() -> None:
    """Draw the rules with their votes, and what any majority asks for of any number."""
    rows, note = rule_rows(_, snapshot)
    if rows:
        show_rows(rows, key="governance_rules", note=note)
    else:
        begin_with(
            GovernanceRule,
            _("No rule is written yet"),
            _("Write quorum and decisions first: their majorities are formulas."),
            icon="gavel",
        )
    with st.container(border=True):
        count = st.number_input(
            _("Try it with this many voters"),
            min_value=1,
            max_value=100_000,
            value=VOTERS,
            key="governance_voters",
        )
        rows, note = trial_rows(_, int(count))
        st.dataframe(rows, hide_index=True, key="governance_trial")
        st.caption(note)


def is_not() -> None:
    """Draw what governance is not, for every cluster and for this one."""
    st.markdown("\n".join(f"- {_(line)}" for line in IS_NOT))
    model = snapshot.one(Governance)
    if model and model.is_not:
        st.markdown(literal(model.is_not))


stage_page(
    Stage.GOVERNANCE,
    finding(Stage.GOVERNANCE),
    figures,
    figure=chosen_view(BEGIN, key="governance_figure"),
)
