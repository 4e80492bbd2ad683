"""Stages 0 and 1: which cluster, and from the statistical sector to the segment."""

import streamlit as st

from app import state
from app.widgets.begin import begin_with
from app.widgets.figures import draw, has_figure
from app.widgets.findings import finding
from app.widgets.selection_view import is_selection_open, selection_view
from app.widgets.stage_page import stage_page
from app.widgets.table import show_rows
from methodology.mapping import Inclusion
from methodology.scope import Scope, Segment
from methodology.segments import TESTS, funnel, outcome
from methodology.stage import Stage

_ = state.reader()
snapshot = state.snapshot()


def figures() -> None:
    """Draw the choice of the cluster, the funnel, the sentence and the tests of the segments."""
    selection_view()
    if not has_figure("funnel"):
        begin_with(
            Segment,
            _("No segment has been proposed yet"),
            _("List products by customers in workshop T0 and put each candidate to four tests."),
            icon="filter_alt",
        )
        return
    left, right = st.columns([3, 2], gap="large")
    with left:
        draw("funnel", height=280)
    with right:
        statement()
    if snapshot.all(Segment):
        rows = [tests(segment) for segment in snapshot.all(Segment)]
        show_rows(rows, key="scope_tests", row=38, most=176)


def statement() -> None:
    """Draw the scope sentence and how the rule was applied to the actors."""
    scope = snapshot.one(Scope)
    title = _("Scope sentence")
    if scope and scope.accepted_on:
        day = _.date(scope.accepted_on, "medium")
        title = _("Scope sentence, accepted on {day}").format(day=day)
    st.markdown(f"**{title}**")
    if scope and scope.statement:
        st.text(scope.statement)
    else:
        st.badge(_("Pending"), icon=":material/hourglass_empty:", color="gray")
    flags = funnel(snapshot).firms
    with st.grid(3, min_column_width=100):
        for flag in Inclusion:
            st.metric(_(flag.label), _.number(flags.get(flag, 0)))
    st.caption(_("Actors of the base by their place in the scope, institutions too."))


def tests(segment: Segment) -> dict[str, str]:
    """Return one candidate segment as a row: its four answers, what they say, the verdict."""
    answers = {name: word(getattr(segment, test)) for test, name in heads().items()}
    return {
        _("Segment"): segment.name,
        **answers,
        _("Outcome"): _(outcome(segment).label),
        _("Verdict"): word(segment.verdict),
    }


def heads() -> dict[str, str]:
    """Return the four tests in a word or two each: the questions stand in the data view."""
    return dict(zip(TESTS, (_("Customers"), _("Rivals"), _("Own name"), _("Enough")), strict=True))


def word(choice: object) -> str:
    """Return a choice in words, «pending» for none."""
    return _(getattr(choice, "label", "")) if choice else _("Pending")


stage_page(
    Stage.SCOPE,
    finding(Stage.SCOPE),
    figures,
    figure="selection" if is_selection_open() else "funnel",
)
