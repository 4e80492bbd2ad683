"""The criteria that the method proposes, offered while a project has none of its own."""

from uuid import uuid4

import streamlit as st

from app import state
from app.i18n import reader
from app.store import ChangeSet, Put
from app.widgets.empty import empty_state
from app.widgets.ways import choose_data
from methodology.options import OptionCriterion, OptionScore
from methodology.standard_criteria import STANDARD
from methodology.text import N_


def begin_matrix() -> None:
    """Say what the matrix waits for: criteria first, then scores."""
    _ = state.reader()
    if state.snapshot().all(OptionCriterion):
        missing = _("No option has a score on both axes yet")
        how = _("Enter or import the raters' scores, or the scores agreed in the room.")
        with empty_state(missing, how, icon="scatter_plot"):
            _enter(OptionScore, is_primary=True)
        return
    missing = _("There are no criteria yet")
    how = _("Begin with those of the method; names, weights and questions can be changed.")
    with empty_state(missing, how, icon="scatter_plot"):
        label = _.many("Use {count} proposed criterion", "Use {count} proposed criteria", COUNT)
        if st.button(label, type="primary", icon=":material/playlist_add:", key="option_standard"):
            add_standard_criteria()
        _enter(OptionCriterion)


COUNT = len(STANDARD)


def add_standard_criteria() -> None:
    """Write the proposed criteria, named in the language of the plan."""
    _ = reader(state.project())
    made = (
        OptionCriterion(
            id=uuid4(),
            code=one.code,
            name=_(one.name),
            axis=one.axis,
            question=_(one.question),
            is_coverage=one.is_coverage,
        )
        for one in STANDARD
    )
    changes = tuple(Put(one) for one in made)
    if state.apply(ChangeSet(N_("Begin with the proposed criteria"), changes)):
        st.rerun()


def _enter(cls: type[OptionCriterion | OptionScore], *, is_primary: bool = False) -> None:
    _ = state.reader()
    st.button(
        _("Enter “{table}”").format(table=_(cls.title)),
        type="primary" if is_primary else "secondary",
        icon=":material/edit:",
        key=f"begin_{cls.table}",
        on_click=choose_data,
        args=(cls,),
    )
