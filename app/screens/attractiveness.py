"""Stage 4: trends, five forces today and at the horizon, challenges."""

from app import state
from app.widgets.adopting import adoption_panel
from app.widgets.begin import begin_with
from app.widgets.beginnings import offer_force_factors
from app.widgets.empty import empty_state
from app.widgets.figures import draw, has_figure
from app.widgets.findings import finding
from app.widgets.forces_tables import challenge_rows, factor_rows, trend_rows
from app.widgets.pivot import pivot
from app.widgets.stage_page import stage_page
from app.widgets.table import show_rows
from app.widgets.views import choose_view, chosen_view
from methodology.attractiveness import SPEAKERS
from methodology.code_order import code_order
from methodology.forces import Challenge, ForceFactor, ForceScore, Trend
from methodology.proposals_of_challenges import force_proposals
from methodology.raters import Rater
from methodology.stage import Stage

VIEW, TALLEST = "attractiveness_figure", 394  # px of a table, its source line still in sight

_ = state.reader()
snapshot = state.snapshot()
names = {
    "forces": _("Five forces"),
    "trends": _("Trends"),
    "parts": _("Sub-factors"),
    "challenges": _("Challenges"),
    "score": _("Scoring"),
    "adopt": _("Adopt"),
}


def figures() -> None:
    """Draw the figure, the table or the sheet for scores that is chosen."""
    view = choose_view(names, key=VIEW)
    if view in ("forces", "parts", "score", "adopt") and not snapshot.all(ForceFactor):
        begin_with_factors()
        return
    match view:
        case "trends" | "parts" | "challenges":
            table(view)
        case "score":
            scores()
        case "adopt":
            adoption_panel(force_proposals(snapshot), key="attractiveness")
        case _:
            forces()


def begin_with_factors() -> None:
    """Offer the method's own sub-factors to a project that has none."""
    with empty_state(
        _("The forces have no sub-factors yet"),
        _("Each is worded so that 5 is strong pressure; add, reword and weigh them afterwards."),
        icon="target",
    ):
        offer_force_factors(key="attractiveness_begin")


def forces() -> None:
    """Draw the five forces, or say that they wait for scores."""
    if has_figure("forces"):
        draw("forces")
        return
    begin_with(
        ForceScore,
        _("Nobody has scored the forces yet"),
        _("Raters score each sub-factor from 1 (weak pressure) to 5 (very strong pressure)."),
        icon="target",
    )


def table(view: str) -> None:
    """Draw a table with its source line, or say how it comes about."""
    rows, note = {"trends": trend_rows, "parts": factor_rows, "challenges": challenge_rows}[view](
        _, snapshot
    )
    if rows:
        show_rows(rows, key=f"attractiveness_{view}", most=TALLEST, note=note)
    elif view == "trends":
        begin_with(
            Trend,
            _("There are no trends yet"),
            _("A trend says what is changing, what moves it and which forces feel it."),
            icon="trending_up",
        )
    else:
        begin_with(
            Challenge,
            _("There are no challenges yet"),
            _("Write five at most, from the trends and forces; validate them in a meeting."),
            icon="flag",
        )


def scores() -> None:
    """Draw the sheet of scores of one date: a row for each sub-factor, a column for each rater."""
    dates = {"today": _("Today"), "later": _("Horizon")}
    date = choose_view(dates, key="attractiveness_date")
    factors = sorted(snapshot.all(ForceFactor), key=code_order)
    asked = [one for one in snapshot.all(Rater) if one.side in SPEAKERS]
    raters = sorted(asked, key=lambda one: (SPEAKERS.index(one.side), one.name))
    pivot(
        ForceScore,
        row="factor",
        column="rater",
        value=date,
        key=f"attractiveness_scores_{date}",
        rows=factors,
        columns=raters,
    )


shown = chosen_view(names, key=VIEW)
stage_page(
    Stage.ATTRACTIVENESS,
    finding(Stage.ATTRACTIVENESS),
    figures,
    figure="trends" if shown == "trends" else "forces",
)
