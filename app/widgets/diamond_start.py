"""How the diamond begins: the standard sub-factors at one press, then ideals, then scores."""

from uuid import uuid4

import streamlit as st

from app import state
from app.i18n import reader
from app.store import ChangeSet, Put
from app.widgets.begin import begin_with
from app.widgets.empty import empty_state
from app.widgets.ways import choose_data
from methodology.diamond import DiamondFactor, DiamondScore, Ideal
from methodology.options import StrategicOption
from methodology.scale import EXPOSURE
from methodology.standard_diamond import STANDARD, standard_factors
from methodology.success import SuccessFactor
from methodology.text import N_


def begin_diamond() -> None:
    """Say what the diamond still waits for, and give the button that goes there."""
    _, snapshot = state.reader(), state.snapshot()
    if not snapshot.all(DiamondFactor):
        _begin_factors()
    elif not snapshot.all(StrategicOption):
        begin_with(
            StrategicOption,
            _("No option has been described yet"),
            _("The ideal diamond belongs to an option: describe the options first."),
            icon="alt_route",
        )
    elif not snapshot.all(Ideal):
        begin_with(
            Ideal,
            _("No option has an ideal diamond yet"),
            _("Set for each option the level it needs of each sub-factor, and its weight."),
            icon="target",
        )
    else:
        begin_with(
            DiamondScore,
            _("No option has actual and ideal on all four axes yet"),
            _("Score the actual level once for the cluster, and complete the ideals."),
            icon="rule",
        )


def begin_scores() -> None:
    """Say that nobody has scored yet, once there is something to score."""
    _ = state.reader()
    if not state.snapshot().all(DiamondFactor):
        _begin_factors()
        return
    begin_with(
        DiamondScore,
        _("Nobody has scored the actual diamond yet"),
        _("Each rater says the level of each sub-factor today; scores stay one by one."),
        icon="rule",
    )


def begin_chance() -> None:
    """Say that nobody has judged what chance can bring, or that no such sub-factor is named."""
    _, factors = state.reader(), state.snapshot().all(DiamondFactor)
    if not factors:
        _begin_factors()
        return
    named = any(one.is_chance for one in factors)
    begin_with(
        DiamondScore if named else DiamondFactor,
        _("Nobody has judged yet what chance can bring"),
        _("Each rater says how far it threatens or favors, from {least} to {most}.").format(
            least=_.number(EXPOSURE.least), most=_.number(EXPOSURE.most)
        ),
        icon="rule",
    )


def begin_success() -> None:
    """Say that there are no success factors, or that there is nothing to set them against."""
    _, snapshot = state.reader(), state.snapshot()
    if snapshot.all(SuccessFactor):
        begin_diamond()
        return
    begin_with(
        SuccessFactor,
        _("No success factor has been named yet"),
        _("Ask of each option what it takes to win: six to ten factors are enough."),
        icon="key",
    )


def _begin_factors() -> None:
    _ = state.reader()
    missing = _("The diamond has no sub-factors yet")
    how = _("Begin with the standard list; names can be changed, rows added and left out.")
    with empty_state(missing, how, icon="diamond"):
        label = _.many("Use the standard sub-factor", "Use the {count} standard sub-factors", COUNT)
        if st.button(label, type="primary", icon=":material/playlist_add:", key="diamond_standard"):
            add_standard_factors()
        st.button(
            _("Enter “{table}”").format(table=_(DiamondFactor.title)),
            icon=":material/edit:",
            key="begin_diamond_factor",
            on_click=choose_data,
            args=(DiamondFactor,),
        )


COUNT = len(STANDARD)


def add_standard_factors() -> None:
    """Write the standard sub-factors, named in the language of the plan."""
    ids = (uuid4() for _place in range(COUNT))
    found = standard_factors(ids, reader(state.project()))
    changes = tuple(Put(one) for one in found)
    if state.apply(ChangeSet(N_("Begin with the standard sub-factors"), changes)):
        st.rerun()
