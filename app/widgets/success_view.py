"""Success factors against options, and what answers those that stand in the way."""

import streamlit as st

from app import state
from app.i18n import Reader
from app.widgets.figures import draw
from app.widgets.table import show_rows
from methodology.code_order import titled
from methodology.success_matrix import SuccessRow, success_matrix


def success_view() -> None:
    """Draw the matrix, and below it the necessary and weak factors with their projects."""
    _ = state.reader()
    draw("success")
    critical = success_matrix(state.snapshot()).critical
    if not critical:
        return
    st.markdown(f"**{_('Necessary in a chosen option, and of level 2 or less')}**")
    rows = [_row(row, _) for row in critical]
    show_rows(rows, key="success_critical", row=38, most=380, widths={_("Key success factor"): 380})


def _row(row: SuccessRow, _: Reader) -> dict[str, str]:
    projects = _.join([one.code or one.name for one in row.projects])
    return {
        _("Key success factor"): titled(row.factor),
        _("Level"): _(row.factor.level.label),
        _("Present level"): "" if row.factor.present is None else _.number(row.factor.present),
        _("Answered by"): projects or row.factor.waiver or _("Pending"),
    }
