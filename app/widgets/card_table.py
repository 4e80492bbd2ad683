"""The table of voters' cards: whose each is and what it weighs, agreed before a round opens."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import pandas as pd
import streamlit as st

from app import state
from app.exchange.editing import Amendment, Editor, Line
from app.i18n import Reader
from app.widgets.columns import advice
from app.widgets.table import table_height
from app.words import literal
from methodology.record import attribute
from methodology.rounds import Roll, Round, VoterCard
from methodology.snapshot import Snapshot

VOTER, UNIT, ACTOR, WEIGHT, STATE = "label", "is_firm", "actor", "weight", "state"
TYPED = (ACTOR, WEIGHT)
TALLEST, ROW = 380, 38


def card_table(found: Sequence[VoterCard]) -> None:
    """Draw the cards; firm and weight can be typed as long as no round asks for them."""
    _, snapshot = state.reader(), state.snapshot()
    editor = Editor(VoterCard, snapshot, _)
    is_fixed = is_asked_for(snapshot, found[0].meeting)
    edited: pd.DataFrame = st.data_editor(
        _frame(_, editor, found),
        column_config=_columns(_, editor),
        disabled=is_fixed or [VOTER, UNIT, STATE],
        hide_index=True,
        placeholder="",
        row_height=ROW,
        height=table_height(len(found), TALLEST, ROW),
        key=f"cards_table_{hash(tuple(str(one) for one in found))}",
        alt=_("Voters' cards"),
    )
    if is_fixed:
        said = _("A round that asks for these cards is open: firms and weights stay as they are.")
        st.caption(f":material/lock: {said}")
        return
    amended = amendments(editor, found, edited.fillna("").to_dict("records"))
    faults = fault_lines(_, found, amended)
    for line in faults:
        st.markdown(f":red[:material/error: {literal(line)}]")
    if any(fault.field == WEIGHT for one in amended for fault in one.faults):
        st.caption(_("A weight is a number above zero, at most 1,000; 1 where all count the same."))
    label = _("Save firms and weights")
    if (
        amended
        and st.button(
            label, type="primary", icon=":material/save:", key="cards_save", disabled=bool(faults)
        )
        and state.apply(editor.change_set(amended))
    ):
        st.rerun()
    if any(one.weight != found[0].weight for one in found):
        st.caption(_("Weights count in the rounds whose rules say so; everybody sees them there."))


def is_asked_for(snapshot: Snapshot, meeting: UUID | None) -> bool:
    """Say whether a round is open that asks for the cards of a meeting."""
    return any(
        one.meeting == meeting and one.roll is not Roll.OPEN and one.is_running
        for one in snapshot.all(Round)
    )


def amendments(
    editor: Editor, found: Sequence[VoterCard], typed: Sequence[Mapping[str, object]]
) -> list[Amendment]:
    """Return what was typed over the firms and weights of cards, those that stay left out."""
    made = []
    for card, cells in zip(found, typed, strict=True):
        line = Line(card.id, card)
        shown = editor.shown(line)
        texts = {name: str(cells[name] or "") for name in TYPED}
        changed = {name: text for name, text in texts.items() if text.strip() != shown[name]}
        if changed:
            made.append(editor.amend(line, changed))
    return [one for one in made if one.changes or one.faults]


def fault_lines(_: Reader, found: Sequence[VoterCard], amended: Sequence[Amendment]) -> list[str]:
    """Return what is wrong with the cells typed: «Ana, Weight: …»."""
    labels = {card.id: card.label for card in found}
    return [
        _("{row}, {column}: {problem}").format(
            row=labels[fault.row],
            column=_(attribute(VoterCard, fault.field).label) if fault.field else _("Row"),
            problem=fault.problem.text(_),
        )
        for one in amended
        for fault in one.faults
    ]


def _frame(_: Reader, editor: Editor, found: Sequence[VoterCard]) -> pd.DataFrame:
    rows = []
    for card in found:
        shown = editor.shown(Line(card.id, card))
        row = {VOTER: card.label, UNIT: _("Firm") if card.is_firm else _("Person")}
        rows.append({**row, **{name: shown[name] for name in TYPED}, STATE: _state(_, card)})
    return pd.DataFrame(rows, dtype="str")


def _state(_: Reader, card: VoterCard) -> str:
    if card.is_void:
        return _("Void")
    return _("Replaced") if card.issue > 1 else _("Valid")


def _columns(_: Reader, editor: Editor) -> dict[str, Any]:
    actor, weight = (attribute(VoterCard, name) for name in TYPED)
    return {
        VOTER: st.column_config.TextColumn(_("Voter"), pinned=True),
        UNIT: st.column_config.TextColumn(_("Votes for")),
        ACTOR: st.column_config.SelectboxColumn(_("Firm"), options=editor.words(actor)),
        WEIGHT: st.column_config.TextColumn(
            _(weight.label), help=advice(weight, _) or None, alignment="right"
        ),
        STATE: st.column_config.TextColumn(_("State")),
    }
