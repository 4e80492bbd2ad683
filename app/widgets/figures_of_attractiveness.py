"""The business on screen: its five forces, its trends and its finding."""

from collections.abc import Mapping

from app import charts
from app.i18n import Reader
from app.widgets.figure import Figure, always, drawing
from methodology.attractiveness import outlook
from methodology.code_order import code_place
from methodology.forces import Trend
from methodology.snapshot import Snapshot
from methodology.sources_of_challenges import forces_source
from methodology.stage import Stage
from methodology.text import N_


def finding(snapshot: Snapshot, _: Reader) -> str:
    """Return how attractive the business is and where that goes; empty while it is not known."""
    found = outlook(snapshot)
    if found.today is None:
        count = len(snapshot.all(Trend))
        return _.many("{count} trend", "{count} trends", count) if count else ""
    today = _.number(found.today, 1)
    if found.later is None:
        return _("Attractiveness {today} of 5").format(today=today)
    return _("Attractiveness from {today} to {later}").format(
        today=today, later=_.number(found.later, 1)
    )


def _trends(snapshot: Snapshot, style: charts.Style) -> object:
    found = sorted(snapshot.all(Trend), key=lambda one: code_place(one.code, one.statement))
    return charts.trend_list(found, style) if found else None


def weights_source(snapshot: Snapshot, _: Reader) -> str:
    """Return who scored the forces and, unless all weigh the same, how much each weighs."""
    said = forces_source(snapshot, _)
    forces = outlook(snapshot).forces
    if len({one.weight for one in forces}) == 1:
        return said
    weights = (f"{_(one.force.label)} {_.number(one.weight, 2, fixed=False)}" for one in forces)
    return f"{said} " + _("Weights: {weights}.").format(weights="; ".join(weights))


FIGURES: Mapping[str, Figure] = {
    "forces": Figure(
        Stage.ATTRACTIVENESS,
        N_("Five forces"),
        drawing(outlook, charts.five_forces, lambda found: found.is_begun),
        weights_source,
        is_finding=True,
        short=N_("Five forces"),
        least=760,
    ),
    "trends": Figure(
        Stage.ATTRACTIVENESS,
        N_("Trends of the business"),
        _trends,
        always(N_("▲ presses on the force: less attractive; ▼ relieves it: more attractive.")),
        short=N_("Trends"),
    ),
}
