"""Stage 3: size and profile, each number with year, source and quality."""

from app import state
from app.widgets.begin import begin_with
from app.widgets.figures import FIGURES, draw, has_figure
from app.widgets.findings import finding
from app.widgets.profile_tables import concentration_rows, headline_rows, tying_rows
from app.widgets.stage_page import stage_page
from app.widgets.table import show_rows
from app.widgets.views import choose_view, chosen_view
from methodology.characterization import Statistic
from methodology.stage import Stage

NUMBERS, TIES, SPREAD = "numbers", "ties", "spread"

_ = state.reader()
snapshot = state.snapshot()
drawn = [name for name, found in FIGURES.items() if found.stage == Stage.CHARACTERIZATION]


def figures() -> None:
    """Draw one figure or table at a time, as chosen."""
    shown = [name for name in drawn if has_figure(name)]
    if not shown and not snapshot.all(Statistic):
        nothing_yet()
        return
    tables = {NUMBERS: _("Figures"), TIES: _("Totals and parts"), SPREAD: _("Concentration")}
    names = {**tables, **{name: _(FIGURES[name].short) for name in shown}}
    chosen = choose_view(names, key="characterization_figure")
    if chosen in tables:
        table(chosen)
    else:
        draw(chosen)


def nothing_yet() -> None:
    """Say what is missing and how it comes about."""
    begin_with(
        Statistic,
        _("No figure has been entered yet"),
        _("Enter firms, employment and turnover, each with its year, source and quality."),
        icon="bar_chart",
    )


def table(name: str) -> None:
    """Draw one of the tables of the profile with its source line."""
    rows, note = {
        NUMBERS: headline_rows,
        TIES: tying_rows,
        SPREAD: concentration_rows,
    }[name](_, snapshot)
    if not rows:
        nothing_yet()
        return
    show_rows(rows, key="characterization", note=note)


stage_page(
    Stage.CHARACTERIZATION,
    finding(Stage.CHARACTERIZATION),
    figures,
    figure=chosen_view(filter(has_figure, drawn), key="characterization_figure") or "sizes",
)
