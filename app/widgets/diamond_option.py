"""One option: its diamonds, its gaps by priority, and what was decided about them."""

from collections.abc import Mapping
from uuid import UUID

import streamlit as st

from app import state
from app.i18n import Reader
from app.widgets.diamond_cards import covered_words
from app.widgets.diamond_decision import decide
from app.widgets.figures import draw
from app.widgets.table import table_height
from app.widgets.views import chosen_before
from methodology.code_order import titled
from methodology.diamond import GapDecision
from methodology.gaps import Gap, OptionDiamond, decisions, option_diamonds
from methodology.options import OptionStatus

OPTION = "diamond_option"
Decisions = Mapping[tuple[UUID, UUID], GapDecision]


def option_asked() -> UUID | None:
    """Return the option that the page shows, before it is drawn; None for the first."""
    chosen: UUID | None = chosen_before(OPTION)
    return chosen


def option_view() -> None:
    """Draw the choice of an option and everything about the chosen one."""
    _ = state.reader()
    found = {one.option.id: one for one in option_diamonds(state.snapshot()) if one.is_drawable}
    names = {key: titled(one.option) for key, one in found.items()}
    chosen = st.selectbox(
        _("Strategic option"),
        [*found],
        format_func=lambda key: names[key],
        key=OPTION,
        label_visibility="collapsed",
        persist_state="session",
        width=420,
    )
    diamond = found[chosen]
    left, right = st.columns([2, 3], gap="large")
    with left:
        draw("diamond", about=chosen, height=300, note=False)
        st.markdown(covered_words(diamond, _))
    with right:
        draw("gaps", about=chosen)
    _gap_table(diamond, _)
    decide(diamond)


def _gap_table(diamond: OptionDiamond, _: Reader) -> None:
    made = decisions(state.snapshot())
    rows = [_row(gap, diamond, made, _) for gap in (*diamond.ranked, *diamond.strengths)]
    if not rows:
        return
    most = max(1.0, *(gap.priority for gap in diamond.used))
    st.dataframe(
        rows,
        hide_index=True,
        height=table_height(len(rows), 330, 38),
        row_height=38,
        key="diamond_gaps",
        column_config={
            _("Sub-factor"): st.column_config.TextColumn(width=310),
            _("Priority"): st.column_config.ProgressColumn(
                format="%.0f", min_value=0, max_value=most, color="orange", width=150
            ),
        },
    )


def _row(gap: Gap, diamond: OptionDiamond, taken: Decisions, _: Reader) -> dict[str, object]:
    made = taken.get((diamond.option.id, gap.factor.id))
    is_due = gap.is_wide and diamond.option.status == OptionStatus.CHOSEN
    verdict = _(made.decision.label) if made else _("Pending") if is_due else ""
    return {
        _("Sub-factor"): titled(gap.factor),
        _("Actual level"): _.number(gap.actual or 0, 1, fixed=False),
        _("Ideal"): _.number(gap.need or 0),
        _("Weight"): _.number(gap.weight),
        _("Gap"): _("strength") if gap.is_strength else _.number(gap.shortfall, 1, fixed=False),
        _("Priority"): gap.priority,
        _("Decision"): verdict,
    }
