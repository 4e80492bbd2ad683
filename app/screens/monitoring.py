"""Stage 11: what is looked at, how it stands, what could go wrong, and what goes on afterwards."""

from app import state
from app.widgets.begin import begin_with
from app.widgets.figures import FIGURES, draw, has_figure
from app.widgets.findings import finding
from app.widgets.monitoring_tables import date_rows, indicator_rows, risk_rows
from app.widgets.stage_page import stage_page
from app.widgets.table import show_rows
from app.widgets.take_over import take_over_button
from app.widgets.views import choose_view, chosen_view
from methodology.monitoring import FollowUp, MonitoringIndicator, Risk, TheoryStep
from methodology.record import Record
from methodology.stage import Stage

DATES, VALUES = "dates", "values"
BEGIN: dict[str, type[Record]] = {
    "progress": MonitoringIndicator,
    "theory": TheoryStep,
    "risks": Risk,
}

_ = state.reader()
snapshot = state.snapshot()


def figures() -> None:
    """Draw one view of the monitoring at a time, as chosen."""
    names = {name: _(FIGURES[name].short) for name in BEGIN}
    names |= {VALUES: _("Values"), DATES: _("Calendar")}
    match choose_view(names, key="monitoring_figure"):
        case "values":
            listed(*indicator_rows(_, snapshot, state.today()), MonitoringIndicator, "values")
        case "dates":
            listed(*date_rows(_, snapshot, state.today()), FollowUp, "dates")
        case chosen:
            drawn(chosen)


def drawn(chosen: str) -> None:
    """Draw a figure with what belongs to it, or say what is missing."""
    if not has_figure(chosen):
        missing(BEGIN[chosen])
    else:
        draw(chosen)
    if chosen == "progress":
        take_over_button()
    if chosen == "risks" and snapshot.all(Risk):
        listed(*risk_rows(_, snapshot), Risk, "risks")


def listed(rows: list[dict[str, str]], note: str, cls: type[Record], name: str) -> None:
    """Draw a table with its source line, or what is missing."""
    if not rows:
        missing(cls)
        return
    show_rows(rows, key=f"monitoring_{name}", note=note)


def missing(cls: type[Record]) -> None:
    """Say what is missing and how it comes about."""
    begin_with(
        cls, _("“{table}” is still empty").format(table=_(cls.title)), _(cls.about), icon="flag"
    )


stage_page(
    Stage.MONITORING,
    finding(Stage.MONITORING),
    figures,
    figure=chosen_view(BEGIN, key="monitoring_figure"),
)
