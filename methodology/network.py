"""The network of the cluster: who works with whom, measured, with the choices it depends on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

import networkx as nx
import numpy as np

from methodology.boxes import by_name
from methodology.brokerage import Role, broker_roles
from methodology.mapping import (
    Actor,
    ActorKind,
    Inclusion,
    MapSettings,
    Measure,
    Reporter,
    Tie,
    TieKind,
    TieRule,
)
from methodology.paths import Paths, shortest_paths
from methodology.record import NOBODY
from methodology.snapshot import Snapshot
from methodology.text import N_, Translate

NOT_DEFINED = N_("n/d")
Graph = Any  # networkx carries no types


@dataclass(frozen=True)
class ActorMeasures:
    """Where one actor stands: `degree` in relations, `brokerage` raw, the others from 0 to 1.

    `roles` counts the pairs it brings together by what it is to them, where types are known.
    """

    degree: int
    degree_centrality: float | None
    brokerage: float
    betweenness: float | None
    closeness: float | None
    roles: Mapping[Role, int]


@dataclass(frozen=True)
class NetworkMeasures:
    """A network in numbers; None where a measure is not defined ("n/d"), never a made-up zero."""

    actors: int
    relations: int
    density: float | None
    degree_centralisation: float | None
    betweenness_centralisation: float | None
    components: tuple[tuple[Any, ...], ...]
    isolates: tuple[Any, ...]
    articulation_points: tuple[Any, ...]
    communities: tuple[tuple[Any, ...], ...]
    modularity: float | None
    transitivity: float | None
    diameter: int | None
    mean_path: float | None
    ei_index: float | None
    by_actor: Mapping[Any, ActorMeasures]

    def top(self, limit: int = 10) -> tuple[Any, ...]:
        """Return the best connected actors, most relations first."""
        ranked = sorted(self.by_actor, key=lambda node: -self.by_actor[node].degree)
        return tuple(ranked[:limit])

    def brokers(self, limit: int = 10) -> tuple[Any, ...]:
        """Return the actors through whom most shortest paths lead, those without any left out."""
        between = [node for node, found in self.by_actor.items() if found.brokerage > 0]
        return tuple(sorted(between, key=lambda node: -self.by_actor[node].brokerage)[:limit])


def settings_of(snapshot: Snapshot) -> MapSettings:
    """Return the stored settings of the map, the method's own before anybody chose."""
    return snapshot.one(MapSettings) or MapSettings(id=NOBODY)


def build_graph(snapshot: Snapshot, settings: MapSettings) -> Graph:
    """Return the undirected network that the settings describe; nodes are ids of actors.

    Nodes come by name. An edge knows its `kinds`, its `intensity` (the strongest) and how many
    reported `ties` it stands for; several relations between two actors are one edge.
    """
    graph = nx.Graph()
    for actor in counted_actors(snapshot, settings):
        graph.add_node(actor.id, kind=actor.kind, name=actor.name)
    for tie in _counted(snapshot.all(Tie), settings):
        if tie.source in graph and tie.target in graph:
            _join(graph, tie)
    if not settings.keep_isolates:
        graph.remove_nodes_from([*nx.isolates(graph)])
    return graph


def counted_actors(snapshot: Snapshot, settings: MapSettings) -> tuple[Actor, ...]:
    """Return the actors on the map by name, with relations or without."""
    near = (Inclusion.INSIDE, Inclusion.PERIPHERY)
    return tuple(
        actor
        for actor in sorted(snapshot.all(Actor), key=by_name)
        if not settings.inside_only or actor.inclusion in near
    )


def kinds_of(graph: Graph) -> dict[UUID, ActorKind | None]:
    """Return the type of every actor in a network made by `build_graph`."""
    return dict(graph.nodes(data="kind"))


def measure(graph: Graph, kinds: Mapping[Any, object] | None = None) -> NetworkMeasures:
    """Return all measures of a networkx graph, read as undirected.

    Loops are left out, and edges between the same two nodes, in either direction, are one relation.
    `kinds` gives each node's group for the E–I index and the roles of brokers; without it the
    index is not defined and nobody has a role.
    Formulas: Freeman 1977 and 1979; Wasserman and Faust 1994 for closeness in pieces.
    """
    nodes = [*graph]
    places = {node: place for place, node in enumerate(nodes)}
    both_ways = (sorted(edge, key=places.__getitem__) for edge in graph.edges())
    relations = [*dict.fromkeys((one, other) for one, other in both_ways if one != other)]
    edges = tuple((places[one], places[other]) for one, other in relations)
    found = _structure(len(nodes), edges)
    roles = broker_roles(relations, kinds or {})
    by_actor = {
        node: _of_actor(found, place, len(nodes) - 1, roles.get(node, {}))
        for node, place in places.items()
    }

    def named(group: Iterable[int]) -> tuple[Any, ...]:
        return tuple(nodes[place] for place in group)

    return NetworkMeasures(
        actors=len(nodes),
        relations=len(edges),
        density=2 * len(edges) / (len(nodes) * (len(nodes) - 1)) if len(nodes) > 1 else None,
        degree_centralisation=_degree_centralisation([*found.degrees]),
        betweenness_centralisation=_betweenness_centralisation([*found.betweenness]),
        components=tuple(map(named, found.components)),
        isolates=tuple(node for node in nodes if not by_actor[node].degree),
        articulation_points=named(found.articulation_points),
        communities=tuple(map(named, found.communities)),
        modularity=found.modularity,
        transitivity=found.transitivity,
        diameter=found.diameter,
        mean_path=found.mean_path,
        ei_index=ei_index(relations, kinds or {}),
        by_actor=by_actor,
    )


def ei_index(edges: Iterable[tuple[Any, Any]], groups: Mapping[Any, object]) -> float | None:
    """Return (external − internal) / all relations: −1 closed groups, +1 only across groups.

    Relations of an actor without a group are left out. D. Krackhardt and R. Stern, "Informal
    networks and organizational crises", Social Psychology Quarterly 51 (1988).
    """
    known = [
        (groups.get(one), groups.get(other))
        for one, other in edges
        if groups.get(one) is not None and groups.get(other) is not None
    ]
    external = sum(one != other for one, other in known)
    return (2 * external - len(known)) / len(known) if known else None


def value_of(measures: NetworkMeasures, actor: Actor, by: Measure) -> float | None:
    """Return what an actor is sized or ranked by; turnover in minor units of the currency."""
    found = measures.by_actor.get(actor.id)
    if by == Measure.EMPLOYEES:
        return actor.employees
    if by == Measure.TURNOVER:
        return actor.turnover
    return None if found is None else getattr(found, by.value)


def settings_note(settings: MapSettings, translate: Translate = str) -> str:
    """Return the sentences printed under every figure of the network: what was counted."""
    kinds = ", ".join(translate(kind.label) for kind in TieKind if kind in settings.kinds)
    sentences = [
        translate(N_("A relation counts when either side reports it, or the team."))
        if settings.rule == TieRule.UNION
        else translate(N_("A relation counts only when both sides report it.")),
        translate(N_("Relations counted: {kinds}.")).format(kinds=kinds)
        if kinds
        else translate(N_("All kinds of relation are counted.")),
        translate(N_("Actors without relations are counted."))
        if settings.keep_isolates
        else translate(N_("Actors without relations are left out.")),
    ]
    if settings.inside_only:
        sentences.append(translate(N_("Only actors inside the scope or at its periphery.")))
    return " ".join(sentences)


def _counted(ties: Iterable[Tie], settings: MapSettings) -> list[Tie]:
    """Return the relations of the kinds and reports that count.

    Both sides must have reported the same kind; what only the team says is nobody's report.
    """
    chosen = [tie for tie in ties if not settings.kinds or tie.kind in settings.kinds]
    if settings.rule == TieRule.UNION:
        return chosen
    reporters: dict[tuple[frozenset[UUID], TieKind], set[UUID]] = {}
    for tie in chosen:
        reporters.setdefault(_relation(tie), set()).update(_reported(tie))
    return [tie for tie in chosen if len(reporters[_relation(tie)]) == 2]


def _relation(tie: Tie) -> tuple[frozenset[UUID], TieKind]:
    return frozenset((tie.source, tie.target)), tie.kind


def _reported(tie: Tie) -> set[UUID]:
    return {
        Reporter.BOTH: {tie.source, tie.target},
        Reporter.SOURCE: {tie.source},
        Reporter.TARGET: {tie.target},
        Reporter.TEAM: set(),
    }[tie.reported_by]


def _join(graph: Graph, tie: Tie) -> None:
    old = graph.get_edge_data(tie.source, tie.target)
    if old is None:
        graph.add_edge(tie.source, tie.target, kinds=(tie.kind,), intensity=tie.intensity, ties=1)
        return
    graph.add_edge(
        tie.source,
        tie.target,
        kinds=tuple(kind for kind in TieKind if kind == tie.kind or kind in old["kinds"]),
        intensity=max(tie.intensity, old["intensity"]),
        ties=old["ties"] + 1,
    )


@dataclass(frozen=True)
class _Structure:
    """What relations alone say, whoever the actors are; these stand for their places."""

    degrees: tuple[int, ...]
    betweenness: tuple[float, ...]
    closeness: tuple[float | None, ...]
    components: tuple[tuple[int, ...], ...]
    articulation_points: tuple[int, ...]
    communities: tuple[tuple[int, ...], ...]
    modularity: float | None
    transitivity: float | None
    diameter: int | None
    mean_path: float | None


@lru_cache(maxsize=8)  # by far the slowest of a screen or plan, and the same until a tie changes
def _structure(count: int, edges: tuple[tuple[int, int], ...]) -> _Structure:
    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(edges)
    paths = shortest_paths(count, [*edges])
    components = _grouped(nx.connected_components(graph))
    communities, modularity = _communities(graph)
    diameter, mean_path = _lengths(paths, [*components[0]] if count else [])
    return _Structure(
        degrees=tuple(degree for _node, degree in graph.degree),
        betweenness=tuple(map(float, paths.betweenness)),
        closeness=tuple(_closeness(row, count - 1) for row in paths.distances),
        components=components,
        articulation_points=tuple(sorted(nx.articulation_points(graph))),
        communities=communities,
        modularity=modularity,
        transitivity=_transitivity(graph),
        diameter=diameter,
        mean_path=mean_path,
    )


def _of_actor(
    found: _Structure, place: int, others: int, roles: Mapping[Role, int]
) -> ActorMeasures:
    pairs = others * (others - 1) / 2
    degree, raw = found.degrees[place], found.betweenness[place]
    return ActorMeasures(
        degree=degree,
        degree_centrality=degree / others if others > 0 else None,
        brokerage=raw,
        betweenness=raw / pairs if pairs > 0 else None,
        closeness=found.closeness[place],
        roles=roles,
    )


def _closeness(distances: Any, others: int) -> float | None:
    """Return (r / (n−1)) · (r / Σd), r being the actors within reach; 0 for an isolate."""
    if others < 1:
        return None
    reached = distances[distances > 0]
    return len(reached) / others * len(reached) / float(reached.sum()) if len(reached) else 0.0


def _degree_centralisation(degrees: list[int]) -> float | None:
    """Return Σ(max − d) / ((n−1)(n−2)), loops excluded: 1 for a star, 0 for a circle."""
    count = len(degrees)
    if count < 3:
        return None
    return sum(max(degrees) - degree for degree in degrees) / ((count - 1) * (count - 2))


def _betweenness_centralisation(raw: list[float]) -> float | None:
    """Return Σ(max − B) / ((n−1)²(n−2)/2) on raw betweenness: 1 for a star."""
    count = len(raw)
    if count < 3:
        return None
    return sum(max(raw) - value for value in raw) / ((count - 1) ** 2 * (count - 2) / 2)


def _grouped(groups: Iterable[Iterable[int]]) -> tuple[tuple[int, ...], ...]:
    """Return groups of places, the largest first, each in order."""
    inner = [tuple(sorted(group)) for group in groups]
    return tuple(sorted(inner, key=lambda group: (-len(group), group[0])))


def _communities(graph: Graph) -> tuple[tuple[tuple[int, ...], ...], float | None]:
    """Return the communities of greedy modularity (Clauset, Newman and Moore 2004) and their Q."""
    if not graph.number_of_edges():
        return tuple((place,) for place in graph), None
    groups = _grouped(nx.community.greedy_modularity_communities(graph))
    return groups, float(nx.community.modularity(graph, groups))


def _transitivity(graph: Graph) -> float | None:
    """Return the share of open or closed triples that are closed; None without any triple."""
    triples = sum(degree * (degree - 1) for _, degree in graph.degree)
    return float(nx.transitivity(graph)) if triples else None


def _lengths(paths: Paths, main: list[int]) -> tuple[int | None, float | None]:
    """Return diameter and mean length of path of the main component; None for a single actor."""
    if len(main) < 2:
        return None, None
    distances = paths.distances[np.ix_(main, main)]
    return int(distances.max()), float(distances.sum() / (len(main) * (len(main) - 1)))
