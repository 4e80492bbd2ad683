"""The characterization on screen: its figures and its finding."""

from collections.abc import Mapping

from app import charts
from app.i18n import Reader
from app.widgets.figure import Figure, Make, Source, always, drawing
from app.widgets.figures_of_mapping import actors_source
from methodology.firms import firms
from methodology.profile import comparisons, headlines, link_tables
from methodology.sizes import pyramid
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_


def finding(snapshot: Snapshot, _: Reader) -> str:
    """Return what the stage found so far, in the few words of a title; empty while nothing."""
    found = headlines(snapshot)
    if not found:
        return ""
    sourced = sum(headline.is_sourced for headline in found)
    return _("{sourced} of {total} figures with source").format(
        sourced=_.number(sourced), total=_.number(len(found))
    )


def _pyramid(snapshot: Snapshot, style: charts.Style) -> object:
    found = pyramid(firms(snapshot))
    return charts.size_pyramid(found, style) if found.firms else None


def _links(place: int) -> Make:
    def make(snapshot: Snapshot, style: charts.Style) -> object:
        tables = link_tables(snapshot)
        return charts.link_bars(tables[place], style) if place < len(tables) else None

    return make


def _links_source(place: int) -> Source:
    def source(snapshot: Snapshot, _: Reader) -> str:
        tables = link_tables(snapshot)
        if place >= len(tables):
            return ""
        table = tables[place]
        return _(
            "{indicator}, {year}, by link of the chain; sources in the table of figures."
        ).format(indicator=_(table.indicator.label), year=table.year)

    return source


FIGURES: Mapping[str, Figure] = {
    "sizes": Figure(
        Stage.CHARACTERIZATION,
        N_("Firms and employees by size"),
        _pyramid,
        actors_source,
        short=N_("Sizes"),
    ),
    "links": Figure(
        Stage.CHARACTERIZATION,
        N_("By link of the chain"),
        _links(0),
        _links_source(0),
        short=N_("By link"),
    ),
    "comparison": Figure(
        Stage.CHARACTERIZATION,
        N_("Beside the reference clusters"),
        drawing(comparisons, charts.comparison_bars),
        always(N_("This cluster in percent of each reference cluster; the line is the reference.")),
        short=N_("References"),
    ),
}
