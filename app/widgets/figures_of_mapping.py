"""The mapping on screen: its figures and its finding."""

from collections.abc import Mapping

from app import charts
from app.i18n import Reader
from app.widgets.figure import Figure, drawing
from app.widgets.map_view import map_option, projected, stored_view
from app.widgets.readings import network
from methodology.firms import firms, link_counts
from methodology.mapping import Actor, Tie
from methodology.network import settings_note, settings_of
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_


def finding(snapshot: Snapshot, _: Reader) -> str:
    """Return what the stage found so far, in the few words of a title; empty while nothing."""
    actors, ties = len(snapshot.all(Actor)), len(snapshot.all(Tie))
    if not actors:
        return ""
    return ", ".join(
        (
            _.many("{count} actor", "{count} actors", actors),
            _.many("{count} relation", "{count} relations", ties),
        )
    )


def _map(snapshot: Snapshot, style: charts.Style) -> object:
    if not snapshot.all(Actor):
        return None
    measures = network(settings_of(snapshot))
    return map_option(snapshot, measures, projected(stored_view(snapshot)), style)


def actors_source(snapshot: Snapshot, _: Reader) -> str:
    """Return how many firms a figure counts, and how many of them gave their employees."""
    known = sum(actor.employees is not None for actor in firms(snapshot))
    gave = _.many("{count} gave its employees.", "{count} gave their employees.", known)
    return f"{firms_source(snapshot, _)} {gave}"


def firms_source(snapshot: Snapshot, _: Reader) -> str:
    """Return how many firms a figure counts, and which: those at the periphery are among them."""
    return _.many(
        "{count} firm of the base, without buyers and those outside the scope.",
        "{count} firms of the base, without buyers and those outside the scope.",
        len(firms(snapshot)),
    )


FIGURES: Mapping[str, Figure] = {
    "map": Figure(
        Stage.MAPPING,
        N_("Map of the cluster"),
        _map,
        lambda snapshot, _: settings_note(settings_of(snapshot), _),
        is_finding=True,
    ),
    "chain": Figure(
        Stage.MAPPING,
        N_("Firms by link of the chain"),
        drawing(link_counts, charts.actor_bars, lambda counts: any(row.firms for row in counts)),
        firms_source,
    ),
}
