"""What the raters say of the diamond today: medians, who should talk, and what is adopted."""

import streamlit as st

from app import state
from app.i18n import Reader
from app.widgets.adopting import adoption_panel
from app.widgets.figures import draw
from app.widgets.table import show_rows
from app.words import literal
from methodology.code_order import titled
from methodology.levels import Reading, proposals, readings
from methodology.raters import Side
from methodology.scale import EXPOSURE, LEVEL, Scale


def scores_view() -> None:
    """Draw where scores lie apart, the scores in numbers, and the panel that adopts medians."""
    _, snapshot = state.reader(), state.snapshot()
    found = readings(state.snapshot())
    draw("levels")
    scale_note(LEVEL, _)
    rows = [_row(one, _) for one in found if one.spreads]
    show_rows(rows, key="diamond_readings", row=38, most=420, widths={_("Sub-factor"): 330})
    st.markdown(f"**{_('Adopt the medians')}**")
    adoption_panel(proposals(snapshot), "diamond_actual")


def chance_view() -> None:
    """Draw the exposure to chance, apart from everything else."""
    draw("chance")
    scale_note(EXPOSURE, state.reader())


def scale_note(scale: Scale, _: Reader) -> None:
    """Say every step of a scale in words, marked as a house convention."""
    house = _("Scale of Dínamo")
    st.caption(literal(f"{house}. {scale.explained(_)}."))


def _row(one: Reading, _: Reader) -> dict[str, str]:
    others = [
        f"{_(side.label)}: {_.number(found.median, 1, fixed=False)} ({_.number(found.count)})"
        for side, found in one.spreads.items()
        if side != one.leading
    ]
    return {
        _("Sub-factor"): titled(one.factor),
        _("Raters"): f"{_side(one.leading, _)}: {_.number(one.spread.count)}" if one.spread else "",
        _("Median"): _.number(one.spread.median, 1, fixed=False) if one.spread else "",
        _("Quartiles"): _quartiles(one, _),
        _("To discuss"): _("Yes") if one.is_disputed else "",
        _("Other sides"): "; ".join(others),
        _("Adopted"): _("Pending") if one.adopted is None else _.number(one.adopted),
    }


def _side(side: Side | None, _: Reader) -> str:
    return _(side.label) if side else ""


def _quartiles(one: Reading, _: Reader) -> str:
    if one.spread is None:
        return ""
    ends = (one.spread.first, one.spread.third)
    return " … ".join(_.number(end, 2, fixed=False) for end in ends)
