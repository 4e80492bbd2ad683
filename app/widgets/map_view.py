"""What of the cluster the map shows: filters and size in, an ECharts option out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from app.charts import Style
from app.network_chart import Mapped, Option, lane_titles, legend_height, network_option
from methodology.boxes import Box, boxes
from methodology.lanes import lane_map
from methodology.mapping import Actor, ActorKind, Measure, TieKind
from methodology.network import NetworkMeasures, build_graph, counted_actors, settings_of, value_of
from methodology.snapshot import Snapshot

WIDTH, TALL = 1100.0, 452.0  # px of the figure on a page
PROJECTED = 540.0  # px of its height on the projector


@dataclass(frozen=True)
class MapView:
    """Which types and relations show, all when none is chosen, and what marks are sized by."""

    kinds: tuple[ActorKind, ...] = ()
    ties: tuple[TieKind, ...] = ()
    size_by: Measure = Measure.DEGREE
    width: float = WIDTH
    height: float = TALL


def stored_view(snapshot: Snapshot) -> MapView:
    """Return everything, sized as the settings of the map say."""
    return MapView(size_by=settings_of(snapshot).size_by)


def shown_actors(snapshot: Snapshot, view: MapView) -> tuple[Actor, ...]:
    """Return the actors that the map shows, in the order of its marks."""
    counted = counted_actors(snapshot, settings_of(snapshot))
    return tuple(actor for actor in counted if not view.kinds or actor.kind in view.kinds)


def map_option(
    snapshot: Snapshot, measures: NetworkMeasures, view: MapView, style: Style
) -> Option:
    """Return the map as ECharts draws it; `measures` are those of the whole network."""
    settings = settings_of(snapshot)
    actors = shown_actors(snapshot, view)
    shown = {actor.id for actor in actors}
    edges = build_graph(snapshot, settings).edges(data="kinds")
    relations = [
        (one, other)
        for one, other, kinds in edges
        if one in shown and other in shown and (not view.ties or set(kinds) & set(view.ties))
    ]
    found = _shown_boxes(snapshot, actors)
    sizes = {actor.id: value_of(measures, actor, view.size_by) for actor in actors}
    height = view.height - legend_height(found, style.reader, view.width, style.px)
    lanes = lane_map(
        found,
        relations,
        view.width,
        height,
        style.px,
        titles=lane_titles(found, style.reader),
        heads=_heads(found, sizes),
    )
    mapped = Mapped(lanes, actors, relations, sizes)
    return network_option(mapped, style.reader, style.mode, style.px)


def _shown_boxes(snapshot: Snapshot, actors: tuple[Actor, ...]) -> tuple[Box, ...]:
    """Return the boxes with these actors, and the links that are missing whoever is left out."""
    counted = counted_actors(snapshot, settings_of(snapshot))
    missing = {box.key for box in boxes(snapshot, counted) if box.is_missing}
    return tuple(box for box in boxes(snapshot, actors) if box.actors or box.key in missing)


def _heads(found: Sequence[Box], sizes: Mapping[UUID, float | None]) -> frozenset[UUID]:
    """Return the largest actor of each box."""
    largest = (max(box.actors, key=lambda one: sizes[one.id] or 0.0) for box in found if box.actors)
    return frozenset(actor.id for actor in largest)


def projected(view: MapView) -> MapView:
    """Return the same map as tall as the projector shows it."""
    return replace(view, height=PROJECTED)
