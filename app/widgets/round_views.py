"""Other readings of a result: what would be if every firm counted the same, or without one."""

import streamlit as st

from app import state
from app.widgets.round_figures import view_words
from app.widgets.round_state import Scene, scene, set_scene
from methodology.group_outcomes import group_outcomes
from methodology.outcomes import other_views
from methodology.round_results import RoundText, View
from methodology.rounds import Instrument, Round

SHIFT, REASONS, GROUPS = "shift", "reasons", "groups"


def view_choice(asked: Round) -> None:
    """Offer the views that were computed when the round closed; the room sees the chosen one."""
    _ = state.reader()
    choices = {"": Scene(round_id=asked.id)}
    names = {"": _(View.DECLARED.label)}
    if asked.instrument is Instrument.RATING and asked.turn > 1:
        choices[SHIFT] = Scene(round_id=asked.id, is_shift=True)
        names[SHIFT] = _("From the first round to the second")
    if any(one.round == asked.id and one.item for one in state.snapshot().all(RoundText)):
        choices[REASONS] = Scene(round_id=asked.id, is_reasons=True)
        names[REASONS] = _("Reasons, without names")
    if group_outcomes(state.snapshot(), asked):
        choices[GROUPS] = Scene(round_id=asked.id, is_groups=True)
        names[GROUPS] = _(View.GROUP.label)
    for one in other_views(state.snapshot(), asked):
        key = f"{one.view}{one.without or ''}"
        choices[key] = Scene(round_id=asked.id, view=one.view, without=one.without)
        names[key] = view_words(_, one.view, one.without)
    if len(choices) == 1:
        return
    now = next((key for key, one in choices.items() if one == scene()), "")
    keys = [*choices]
    picked = st.selectbox(
        _("What the room sees"),
        keys,
        index=keys.index(now),
        format_func=lambda key: names[key],
        key=f"round_what_if_{asked.id}",
    )
    if picked != now and scene().round_id == asked.id:
        set_scene(choices[picked])
