"""Tables beside the figures of the action plan: priority and money in words."""

import streamlit as st

from app import state
from app.i18n import Reader
from app.widgets.adopting import adoption_panel
from app.widgets.table import show_rows
from app.words import literal
from methodology.code_order import titled
from methodology.cofinancing import by_typology, money, together
from methodology.priority_matrix import priorities, proposals
from methodology.snapshot import Snapshot


def priority_table() -> None:
    """Draw what the matrix says of each project, and the medians that can be adopted."""
    _, snapshot = state.reader(), state.snapshot()
    rows = priority_rows(snapshot, _)
    show_rows(rows, key="action_plan_priorities", row=38, most=420)
    found = proposals(snapshot)
    if found:
        with st.expander(_("Adopt the medians of the raters")):
            adoption_panel(found, key="action_plan_priority")


def priority_rows(snapshot: Snapshot, _: Reader) -> list[dict[str, str]]:
    """Return each project of the matrix as a row of words, those to do first on top."""
    found = priorities(snapshot)
    order = [*type(found[0].quadrant)] if found else []
    ranked = sorted(found, key=lambda one: (order.index(one.quadrant), -one.impact, one.effort))
    return [
        {
            _("Project"): titled(one.project),
            _("Verdict"): _(one.quadrant.label),
            _("Impact"): _.number(float(one.impact), 2),
            _("Effort"): _.number(float(one.effort), 2),
            _("Raters"): _.number(one.raters),
            _("Value"): _("Adopted") if one.is_adopted else _("Median"),
            _("To discuss"): _("Yes") if one.is_disputed else "",
        }
        for one in ranked
    ]


def money_line() -> None:
    """Say in one line what the plan costs, who pays and what public money brings along."""
    _, snapshot = state.reader(), state.snapshot()
    found, most = together(money(snapshot)), by_typology(snapshot)
    parts = (
        (_("Whole plan"), _.money(found.total)),
        (_("Public"), _.money(found.public)),
        (_("Firms and others"), _.money(found.private)),
        (_("Leverage"), _.number_if_known(found.leverage, 2)),
    )
    told = _(
        "At the full public share of each typology the public side would pay {amount}; "
        "leverage is other money for each unit of public money."
    )
    st.markdown(
        " · ".join(f"{literal(label)} **{literal(value)}**" for label, value in parts),
        help=literal(told.format(amount=_.money(most.public))),
    )
