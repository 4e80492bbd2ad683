"""Stage 6: distinct ways of competing, where each stands, what firms and cluster chose."""

import streamlit as st

from app import state
from app.widgets.begin import begin_with
from app.widgets.figures import draw, has_figure
from app.widgets.findings import finding
from app.widgets.option_cards import option_cards
from app.widgets.option_criteria import begin_matrix
from app.widgets.option_tables import score_rows, turned_rows
from app.widgets.pivot import pivot
from app.widgets.stage_page import stage_page
from app.widgets.table import show_rows
from app.widgets.views import choose_view, chosen_before
from app.words import literal
from methodology.option_matrix import criteria
from methodology.option_pairs import to_merge
from methodology.option_sources import scores_source
from methodology.option_votes import ballot
from methodology.options import Axis, Intention, OptionMerit, PriorityVote, StrategicOption
from methodology.record import Record
from methodology.robustness import robustness
from methodology.stage import Stage

VIEW = "options_figure"
PROJECTED = {"factors": "options_factors", "votes": "options_vote", "order": "options_order"}

_ = state.reader()
snapshot = state.snapshot()


def figures() -> None:
    """Draw one view of the options at a time, as chosen."""
    if not snapshot.all(StrategicOption):
        begin_with(
            StrategicOption,
            _("No option has been proposed yet"),
            _("Workshop T3 drafts three to five, each from the factors it wants to win on."),
            icon="alt_route",
        )
        return
    views = {
        "sheets": (_("Options"), sheets),
        "factors": (_("Purchase factors"), factors),
        "matrix": (_("Matrix"), matrix),
        "scores": (_("Scores"), scores),
        "votes": (_("Votes"), votes),
        "order": (_("Firmness"), order),
    }
    chosen = choose_view({name: label for name, (label, _draw) in views.items()}, key=VIEW)
    views[chosen][1]()


def sheets() -> None:
    """Draw the options side by side, and the pairs that are too alike."""
    option_cards()
    st.caption(_("Each option has its whole sheet in the data view; the plan prints all of it."))
    for pair in to_merge(snapshot):
        told = _("{one} and {other} differ in {count} purchase factors: merge or sharpen them.")
        st.warning(
            literal(
                told.format(
                    one=pair.one.name, other=pair.other.name, count=_.number(len(pair.factors))
                )
            ),
            icon=":material/merge:",
        )


def factors() -> None:
    """Draw which factors each option wants to win on."""
    if has_figure("options_factors"):
        draw("options_factors")
    else:
        st.info(_("Options are told apart by purchase factors: stage 5 names them."))


def matrix() -> None:
    """Draw attractiveness by capacity."""
    if has_figure("options_matrix"):
        draw("options_matrix")
    else:
        begin_matrix()


def scores() -> None:
    """Draw the scores that count, criterion by criterion."""
    rows = score_rows(_, snapshot)
    if len(rows) <= len(Axis):
        begin_matrix()
        return
    show_rows(rows, key="scores", row=38, most=420)
    st.caption(literal(scores_source(snapshot).text(_)))
    st.markdown(f"**{_('Scores adopted in place of the medians')}**")
    st.caption(_("Where a cell is empty the median of the raters stands."))
    pivot(
        OptionMerit,
        row="criterion",
        column="option",
        value="merit",
        key="options_merit",
        rows=criteria(snapshot),
    )


def votes() -> None:
    """Draw both ballots: what the cluster builds for, what firms will pursue."""
    st.markdown(f"**{_('Which option the plan should build for first')}**")
    if ballot(snapshot) is None:
        draw_or_begin("options_vote", PriorityVote, _("The vote has not been noted down yet."))
    else:
        missing = _("Some options have neither a place nor points.")
        draw_or_begin("options_vote", StrategicOption, missing)
    st.markdown(f"**{_('Which options firms will pursue')}**")
    draw_or_begin("options_intentions", Intention, _("No firm has said it yet."))


def draw_or_begin(name: str, cls: type[Record], missing: str) -> None:
    """Draw a figure, or say what it waits for and where that is entered."""
    if has_figure(name):
        draw(name)
    else:
        begin_with(cls, missing, _(cls.about), icon="how_to_vote")


def order() -> None:
    """Draw how often each option comes first, and which weights would turn the order."""
    found = robustness(snapshot)
    if found is None:
        begin_matrix()
        return
    draw("options_order")
    rows = turned_rows(_, found)
    if rows:
        st.markdown(f"**{_('Weights that put another option first')}**")
        show_rows(rows, key="options_turned", row=38, most=230)


stage_page(
    Stage.OPTIONS,
    finding(Stage.OPTIONS),
    figures,
    figure=PROJECTED.get(chosen_before(VIEW), "options_matrix"),
)
