"""The options side by side: each with its diamonds, what it lacks and how much is covered."""

import streamlit as st

from app import state
from app.i18n import Reader
from app.widgets.figures import draw, source_line
from app.widgets.table import show_rows
from app.words import literal
from methodology.code_order import titled
from methodology.diamond import Cost
from methodology.gaps import OptionDiamond, costs, option_diamonds
from methodology.options import OptionStatus

DISCARDED = ":material/do_not_disturb_on:"
ACROSS, NARROW = 4, 3  # cards in a row, and when there are five or six


def option_cards() -> None:
    """Draw one card for every option, in rows, then all of them in numbers, and who scored."""
    _, found = state.reader(), option_diamonds(state.snapshot())
    across = ACROSS if len(found) <= ACROSS else NARROW
    for start in range(0, len(found), across):
        row = found[start : start + across]
        for place, diamond in zip(st.columns(max(len(row), 2)), row, strict=False):
            with (
                place,
                st.container(
                    border=True, height="stretch", vertical_alignment="distribute", gap="xsmall"
                ),
            ):
                _card(diamond, _)
    st.caption(literal(source_line("diamonds")))
    _comparison(found, _)


def covered_words(diamond: OptionDiamond, _: Reader) -> str:
    """Return in Markdown how much is covered and how many gaps need a decision."""
    if diamond.coverage is None:
        return f":gray[{_('Pending')}]"
    covered = _("Covered **{share}**").format(share=_.percent(diamond.coverage))
    wide = _("gaps of 2 or more: {count}").format(count=_.number(len(diamond.wide)))
    return f"{covered} · :gray[{wide}]"


def _card(diamond: OptionDiamond, _: Reader) -> None:
    option = diamond.option
    st.markdown(f"**{literal(titled(option))}**")
    with st.container(gap="xsmall"):
        if diamond.is_drawable:
            if option.status is OptionStatus.DISCARDED:
                st.badge(_(option.status.label), icon=DISCARDED, color="gray")
            draw("diamond", about=option.id, note=False)
            draw("determinants", about=option.id, note=False)
            st.markdown(covered_words(diamond, _))
            return
        if option.status is OptionStatus.DISCARDED:
            st.badge(_(option.status.label), icon=DISCARDED, color="gray")
            st.caption(literal(option.status_reason))
            return
        st.badge(_("Pending"), icon=":material/hourglass_empty:", color="gray")
        st.caption(_("Needs ideal and actual level on all four axes."))


def _comparison(found: tuple[OptionDiamond, ...], _: Reader) -> None:
    classes = costs(state.snapshot())
    rows = [_row(one, classes.get(one.option.id), _) for one in found]
    show_rows(rows, key="diamond_comparison", most=380)


def _row(diamond: OptionDiamond, cost: Cost | None, _: Reader) -> dict[str, str]:
    option, worst = diamond.option, diamond.worst
    pending = "–" if option.status is OptionStatus.DISCARDED else _("Pending")
    return {
        _("Strategic option"): titled(option),
        _("Status"): _(option.status.label),
        _("Coverage"): pending if diamond.coverage is None else _.percent(diamond.coverage),
        _("Worst determinant"): _(worst.determinant.label) if worst else "",
        _("Gaps of 2 or more"): _.number(len(diamond.wide)) if diamond.used else pending,
        _("Sub-factors used"): f"{_.number(len(diamond.used))} / {_.number(len(diamond.gaps))}",
        _("Cost class"): _(cost.label) if cost else pending,
    }
