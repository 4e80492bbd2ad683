"""Stage 7: what it takes to win with each option, and the environment that it needs."""

from app import state
from app.widgets.diamond_cards import option_cards
from app.widgets.diamond_option import option_asked, option_view
from app.widgets.diamond_scores import chance_view, scores_view
from app.widgets.diamond_start import begin_chance, begin_diamond, begin_scores, begin_success
from app.widgets.figures import FIGURES, has_figure
from app.widgets.findings import finding
from app.widgets.stage_page import stage_page
from app.widgets.success_view import success_view
from app.widgets.views import choose_view, chosen_before
from methodology.stage import Stage

VIEW = "diamond_figure"
VIEWS = {  # a figure of the stage: what draws it with all about it, and what while it is empty
    "diamonds": (option_cards, begin_diamond),
    "diamond": (option_view, begin_diamond),
    "success": (success_view, begin_success),
    "levels": (scores_view, begin_scores),
    "chance": (chance_view, begin_chance),
}

_ = state.reader()


def figures() -> None:
    """Draw one view at a time, as chosen."""
    shown = [name for name in VIEWS if has_figure(name)]
    if not shown:
        begin_diamond()
        return
    chosen = choose_view({name: _(FIGURES[name].short) for name in VIEWS}, key=VIEW)
    draw_it, begin = VIEWS[chosen]
    (draw_it if chosen in shown else begin)()


before = chosen_before(VIEW, "diamonds")
stage_page(
    Stage.DIAMOND,
    finding(Stage.DIAMOND),
    figures,
    figure=before,
    about=option_asked() if before == "diamond" else None,
)
