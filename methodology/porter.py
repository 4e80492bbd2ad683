"""The map of the cluster as boxes: links of the chain, bands of institutions, flows between."""

from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from methodology.boxes import Box, Side, boxes
from methodology.mapping import ChainLink
from methodology.network import Graph, build_graph, counted_actors, settings_of
from methodology.snapshot import Snapshot

NAMED = 5  # actors named in a box
DRAWN = 0.25  # flows are drawn above this part of the largest one


@dataclass(frozen=True)
class PorterBox:
    """A link or a band of institutions: how many actors, and the best connected by name.

    `title` is people's own name for a link; `label`, a message, stands in for it when empty.
    """

    key: str
    side: Side
    title: str
    label: str
    count: int
    names: tuple[str, ...]
    missing: str = ""


@dataclass(frozen=True)
class PorterFlow:
    """Relations between the actors of two boxes, from the earlier box to the later one."""

    source: str
    target: str
    count: int


@dataclass(frozen=True)
class PorterMap:
    """The whole map; `flows` are those worth drawing, the largest first."""

    boxes: tuple[PorterBox, ...]
    flows: tuple[PorterFlow, ...]
    relations: int

    def side(self, side: Side) -> tuple[PorterBox, ...]:
        """Return the boxes of one part of the map, in order."""
        return tuple(box for box in self.boxes if box.side == side)

    @property
    def columns(self) -> tuple[PorterBox, ...]:
        """The links of the chain, from inputs to the buyer."""
        return self.side(Side.CHAIN)


def porter_map(snapshot: Snapshot, named: int = NAMED, graph: Graph | None = None) -> PorterMap:
    """Return the map of the cluster, counted with the stored settings of the network.

    `graph` is the network of those settings, when it is at hand.
    """
    settings = settings_of(snapshot)
    graph = build_graph(snapshot, settings) if graph is None else graph
    groups = boxes(snapshot, counted_actors(snapshot, settings))
    homes = {actor.id: box.key for box in groups for actor in box.actors}
    return PorterMap(
        boxes=tuple(_porter_box(box, graph, named) for box in groups),
        flows=_flows(graph, homes, [box.key for box in groups]),
        relations=graph.number_of_edges(),
    )


def _porter_box(box: Box, graph: Any, named: int) -> PorterBox:
    degrees = dict(graph.degree)
    ranked = sorted(box.actors, key=lambda actor: -degrees.get(actor.id, 0))
    link: ChainLink | None = box.link
    return PorterBox(
        key=box.key,
        side=box.side,
        title=box.title,
        label=box.label,
        count=len(box.actors),
        names=tuple(actor.name for actor in ranked[:named]),
        missing=link.missing if link and box.is_missing else "",
    )


def _flows(graph: Any, homes: dict[UUID, str], order: list[str]) -> tuple[PorterFlow, ...]:
    """Count relations between different boxes and keep the flows worth drawing."""
    counted: Counter[tuple[str, str]] = Counter()
    for one, other in graph.edges:
        first, last = sorted((homes[one], homes[other]), key=order.index)
        if first != last:
            counted[first, last] += 1
    largest = max(counted.values(), default=0)
    ranked = sorted(counted.items(), key=lambda found: (-found[1], *map(order.index, found[0])))
    return tuple(
        PorterFlow(source, target, count)
        for (source, target), count in ranked
        if count > DRAWN * largest
    )
