"""The options side by side: what each is, for whom, how large its market, what became of it."""

from collections.abc import Mapping
from typing import Literal

import streamlit as st

from app import state
from app.words import literal
from methodology.code_order import code_order, titled
from methodology.options import OptionStatus, StrategicOption
from methodology.words import words

COLUMNS = 4
COLOURS: Mapping[OptionStatus, Literal["orange", "blue", "gray"]] = {
    OptionStatus.CHOSEN: "orange",
    OptionStatus.PARALLEL: "blue",
    OptionStatus.CANDIDATE: "gray",
    OptionStatus.DISCARDED: "gray",
}


def option_cards() -> None:
    """Draw a card for each option, by code, up to four in a row."""
    found = sorted(state.snapshot().all(StrategicOption), key=code_order)
    for start in range(0, len(found), COLUMNS):
        places = st.columns(min(COLUMNS, len(found)))
        for place, option in zip(places, found[start : start + COLUMNS], strict=False):
            with place, st.container(border=True, height="stretch", gap="xsmall"):
                _card(option)


def _card(option: StrategicOption) -> None:
    _ = state.reader()
    st.markdown(f"**{literal(titled(option))}**")
    st.badge(_(option.status.label), color=COLOURS[option.status])
    st.text(option.definition or _("Pending"))
    for label, told in _lines(option):
        st.markdown(f":gray[{label}:] {literal(told)}")


def _unbroken(amount: str) -> str:
    """Return an amount that stays on one line with its currency."""
    return amount.replace(" ", "\N{NO-BREAK SPACE}")


def _lines(option: StrategicOption) -> list[tuple[str, str]]:
    """Return what a card says beneath the definition, label by label."""
    _, snapshot = state.reader(), state.snapshot()
    buyers = [one for key in option.segments if (one := snapshot.find_any(key))]
    lines = [(_("Buyers"), _.join([words(snapshot, one, _) for one in buyers]))]
    if option.market_size is not None:
        lines.append((_("Market a year"), _unbroken(_.money(option.market_size))))
    rates = [(_("growth"), option.market_growth), (_("margin"), option.margin)]
    told = [
        f"{name} {_unbroken(_.percent(value / 100, 2, fixed=False))}"
        for name, value in rates
        if value is not None
    ]
    lines.append((_("Rates"), ", ".join(told)))
    lines.append((_("Firms already there"), _.number(len(option.firms))))
    return [(label, told) for label, told in lines if told]
