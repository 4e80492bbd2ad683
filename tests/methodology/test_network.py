"""The network: published values, the choices they depend on, and what is not defined."""

from dataclasses import fields as parts
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.mapping import (
    ActorKind,
    Inclusion,
    MapSettings,
    Measure,
    Reporter,
    TieKind,
    TieRule,
)
from methodology.network import (
    build_graph,
    counted_actors,
    ei_index,
    kinds_of,
    measure,
    settings_note,
    settings_of,
    value_of,
)
from methodology.record import fields
from methodology.snapshot import Snapshot
from tests.cluster import actor, florence, made, tie

graphs = st.builds(
    lambda count, share, seed: nx.gnp_random_graph(count, share, seed=seed),
    st.integers(0, 14),
    st.floats(0, 1),
    st.integers(0, 10_000),
)


def settings(**values):
    return made(MapSettings, "settings", **values)


def star(count=5):
    return nx.star_graph(count - 1)


def figures(graph):
    found = measure(graph)
    return tuple(
        round(value, 4)
        for value in (
            found.degree_centralisation,
            found.betweenness_centralisation,
            found.density,
        )
    )


def test_star_is_wholly_centralised():
    assert figures(star()) == (1, 1, 0.4)


def test_circle_is_not_centralised():
    assert figures(nx.cycle_graph(5)) == (0, 0, 0.5)


def test_path_is_centralised_a_little():
    assert figures(nx.path_graph(5)) == (0.1667, 0.4167, 0.4)


def test_complete_graph_is_dense_and_not_centralised():
    assert figures(nx.complete_graph(5)) == (0, 0, 1)


def test_trap_10_copied_formula_that_divides_m_instead_of_2m_is_not_used():
    """A widely copied page gives (N·D − m) / ((N−1)(N−2)), 1.33 for a star."""
    count, largest, relations = 5, 4, 4
    trap = (count * largest - relations) / ((count - 1) * (count - 2))

    assert round(trap, 2) == 1.33
    assert measure(star()).degree_centralisation == 1


def test_krackhardt_kite_has_its_published_values():
    found = measure(nx.krackhardt_kite_graph())

    assert (found.actors, found.relations, found.density) == (10, 18, 0.4)
    assert [one.degree for one in found.by_actor.values()] == [4, 4, 3, 6, 3, 5, 5, 3, 2, 1]
    assert [round(one.betweenness, 4) for one in found.by_actor.values()] == [
        0.0231, 0.0231, 0, 0.1019, 0, 0.2315, 0.2315, 0.3889, 0.2222, 0,
    ]  # fmt: skip
    assert round(found.degree_centralisation, 4) == 0.3333
    assert round(found.betweenness_centralisation, 4) == 0.2963


def named(graph, keys):
    return [graph.nodes[key]["name"] for key in keys]


def test_florentine_marriages_with_pucci_who_married_nobody():
    families, marriages = florence()
    graph = build_graph(Snapshot([*families, *marriages]), settings())

    found = measure(graph, kinds_of(graph))

    assert (found.actors, found.relations) == (16, 20)
    assert round(found.density, 6) == 0.166667
    assert round(found.degree_centralisation, 6) == 0.266667
    assert round(found.betweenness_centralisation, 6) == 0.383492
    assert named(graph, found.isolates) == ["Pucci"]
    assert len(found.components) == 2
    assert named(graph, found.articulation_points) == ["Albizzi", "Guadagni", "Medici", "Salviati"]
    assert (len(found.communities), round(found.modularity, 4)) == (4, 0.3987)
    assert round(found.transitivity, 4) == 0.1915
    assert (found.diameter, round(found.mean_path, 4)) == (5, 2.4857)


def test_medici_stand_between_most_families():
    families, marriages = florence()
    graph = build_graph(Snapshot([*families, *marriages]), settings())

    found = measure(graph)
    medici = found.by_actor[found.brokers()[0]]

    assert named(graph, found.top(1)) == ["Medici"]
    assert named(graph, found.brokers(2)) == ["Medici", "Guadagni"]
    assert (medici.brokerage, round(medici.betweenness, 4)) == (47.5, 0.4524)


def test_florentine_marriages_without_pucci():
    families, marriages = florence()
    graph = build_graph(Snapshot([*families, *marriages]), settings(keep_isolates=False))

    found = measure(graph)
    between = [round(found.by_actor[key].betweenness, 4) for key in found.brokers(2)]

    assert (found.actors, found.relations) == (15, 20)
    assert round(found.density, 6) == 0.190476
    assert round(found.degree_centralisation, 6) == 0.274725
    assert round(found.betweenness_centralisation, 6) == 0.436813
    assert between == [0.5220, 0.2546]
    assert (found.isolates, len(found.components)) == ((), 1)
    assert named(graph, found.articulation_points) == ["Albizzi", "Guadagni", "Medici", "Salviati"]
    assert (len(found.communities), round(found.modularity, 4)) == (3, 0.3987)


def test_trap_10_ei_index_of_firms_institutions_and_government():
    edges = [
        ("f1", "f2"), ("f1", "i1"), ("f2", "i1"), ("f3", "g1"), ("f3", "i1"), ("i1", "g1"),
    ]  # fmt: skip
    groups = {key: key[0] for key in ("f1", "f2", "f3", "i1", "g1")}

    assert round(ei_index(edges, groups), 4) == 0.6667


def test_ei_index_leaves_out_relations_of_actors_without_a_type():
    assert ei_index([("a", "b"), ("a", "c")], {"a": 1, "b": 1, "c": None}) == -1
    assert ei_index([("a", "b")], {}) is None


@pytest.mark.parametrize("count", range(6))
def test_network_without_relations_has_no_measures_that_need_them(count):
    found = measure(nx.empty_graph(count))

    assert (found.relations, found.modularity, found.transitivity) == (0, None, None)
    assert (found.diameter, found.mean_path, found.ei_index) == (None, None, None)
    assert (found.density is None) == (count < 2)
    assert (found.degree_centralisation is None) == (count < 3)
    assert (found.betweenness_centralisation is None) == (count < 3)
    assert len(found.isolates) == len(found.components) == len(found.communities) == count


@pytest.mark.parametrize("kind", [nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph])
def test_trap_10_loops_and_second_edges_change_no_measure(kind):
    star = [("hub", "a"), ("hub", "b"), ("hub", "c")]
    graph = kind([*star, ("a", "hub"), ("hub", "b"), ("hub", "hub"), ("c", "c")])

    found = measure(graph, {"hub": "f", "a": "f", "b": "i", "c": "i"})

    assert (found.actors, found.relations) == (4, 3)
    assert found.density == 0.5  # 2·3 / (4·3)
    assert found.degree_centralisation == found.betweenness_centralisation == 1
    assert found.by_actor["hub"].degree == 3
    assert found.ei_index == pytest.approx(1 / 3)  # two across, one inside


def test_two_actors_have_no_betweenness():
    found = measure(nx.path_graph(2))

    assert (found.density, found.diameter, found.mean_path) == (1, 1, 1)
    assert [one.betweenness for one in found.by_actor.values()] == [None, None]
    assert found.brokers() == ()


@given(graphs)
def test_paths_agree_with_networkx(graph):
    found = measure(graph)
    between = nx.betweenness_centrality(graph, normalized=False)
    near = nx.closeness_centrality(graph)

    for node, one in found.by_actor.items():
        assert one.brokerage == pytest.approx(between[node], abs=1e-9)
        if one.closeness is not None:
            assert one.closeness == pytest.approx(near[node])


@given(graphs)
def test_measures_stay_in_their_bounds(graph):
    found = measure(graph)

    for name in ("density", "degree_centralisation", "betweenness_centralisation", "transitivity"):
        value = getattr(found, name)
        assert value is None or -1e-9 <= value <= 1 + 1e-9
    for groups in (found.components, found.communities):
        assert sorted(node for group in groups for node in group) == sorted(graph)


@given(graphs, st.randoms(use_true_random=False))
def test_names_of_actors_do_not_matter(graph, random):
    order = [*graph]
    random.shuffle(order)
    renamed = nx.relabel_nodes(graph, {node: f"n{place}" for place, node in enumerate(order)})

    one, other = measure(graph), measure(renamed)

    for part in parts(one):
        mine, theirs = getattr(one, part.name), getattr(other, part.name)
        if isinstance(mine, float) and part.name != "modularity":
            assert mine == pytest.approx(theirs, abs=1e-9)


def test_order_of_entry_does_not_change_the_network():
    families, marriages = florence()

    one = build_graph(Snapshot([*families, *marriages]), settings())
    other = build_graph(Snapshot([*reversed(families), *reversed(marriages)]), settings())

    assert [*one] == [*other]
    assert measure(one).communities == measure(other).communities


def pair(*reports, rule=TieRule.INTERSECTION, **values):
    one, other = actor("A"), actor("B")
    ties = [tie(one, other, reported_by=report) for report in reports]
    ties = [
        made(type(tie), str(place), **tie.model_dump(exclude={"id"}))
        for place, tie in enumerate(ties)
    ]
    return build_graph(Snapshot([one, other, *ties]), settings(rule=rule, **values))


@pytest.mark.parametrize(
    ("reports", "counts"),
    [
        ([Reporter.BOTH], True),
        ([Reporter.SOURCE], False),
        ([Reporter.TARGET], False),
        ([Reporter.TEAM], False),
        ([Reporter.SOURCE, Reporter.TARGET], True),
        ([Reporter.SOURCE, Reporter.SOURCE], False),
        ([Reporter.SOURCE, Reporter.TEAM], False),
    ],
)
def test_intersection_wants_the_report_of_both_sides(reports, counts):
    assert pair(*reports).number_of_edges() == counts
    assert pair(*reports, rule=TieRule.UNION).number_of_edges() == 1


def test_each_side_may_report_in_its_own_direction():
    one, other = actor("A"), actor("B")
    ties = [
        tie(one, other, reported_by=Reporter.SOURCE),
        tie(other, one, reported_by=Reporter.SOURCE),
    ]

    graph = build_graph(Snapshot([one, other, *ties]), settings(rule=TieRule.INTERSECTION))

    assert graph.number_of_edges() == 1


def test_both_sides_have_to_report_the_same_kind():
    one, other = actor("A"), actor("B")
    ties = [
        tie(one, other, reported_by=Reporter.SOURCE, kind=TieKind.SUPPLY),
        tie(one, other, reported_by=Reporter.TARGET, kind=TieKind.FINANCE),
    ]

    graph = build_graph(Snapshot([one, other, *ties]), settings(rule=TieRule.INTERSECTION))

    assert graph.number_of_edges() == 0


def test_several_relations_between_two_actors_are_one_edge():
    one, other = actor("A"), actor("B")
    ties = [
        tie(one, other, kind=TieKind.FINANCE, intensity=1),
        tie(other, one, kind=TieKind.SUPPLY, intensity=3),
    ]

    graph = build_graph(Snapshot([one, other, *ties]), settings())

    assert graph.edges[one.id, other.id] == {
        "kinds": (TieKind.SUPPLY, TieKind.FINANCE),
        "intensity": 3,
        "ties": 2,
    }


def test_only_chosen_kinds_count():
    one, other = actor("A"), actor("B")
    snapshot = Snapshot([one, other, tie(one, other, kind=TieKind.SUPPLY)])

    assert build_graph(snapshot, settings(kinds=(TieKind.SUPPLY,))).number_of_edges() == 1
    assert build_graph(snapshot, settings(kinds=(TieKind.FINANCE,))).number_of_edges() == 0


def test_actors_outside_and_unjudged_leave_when_only_the_inside_counts():
    actors = [
        actor("In", inclusion=Inclusion.INSIDE),
        actor("Near", inclusion=Inclusion.PERIPHERY),
        actor("Out", inclusion=Inclusion.OUTSIDE),
        actor("Unknown"),
    ]
    ties = [tie(one, other) for one, other in pairwise(actors)]
    snapshot = Snapshot([*actors, *ties])

    graph = build_graph(snapshot, settings(inside_only=True))

    assert named(graph, graph) == ["In", "Near"]
    assert graph.number_of_edges() == 1
    assert [one.name for one in counted_actors(snapshot, settings())] == [
        "In",
        "Near",
        "Out",
        "Unknown",
    ]


def test_settings_are_the_methods_own_before_anybody_chose():
    assert settings_of(Snapshot()).keep_isolates is True
    assert settings_of(Snapshot([settings(keep_isolates=False)])).keep_isolates is False


def test_every_setting_that_changes_a_measure_is_printed():
    before = settings_note(settings())
    other = {
        "keep_isolates": False,
        "rule": TieRule.INTERSECTION,
        "kinds": (TieKind.SUPPLY,),
        "inside_only": True,
    }

    assert {field.name for field in fields(MapSettings)} == {*other, "size_by"}
    for name, value in other.items():
        assert settings_note(settings(**{name: value})) != before
    assert settings_note(settings(size_by=Measure.TURNOVER)) == before


def test_note_is_in_the_readers_language():
    spanish = {
        "Buys and sells": "Compra y vende",
        "Finance": "Finanzas",
        "Relations counted: {kinds}.": "Relaciones contadas: {kinds}.",
    }

    note = settings_note(
        settings(kinds=(TieKind.FINANCE, TieKind.SUPPLY)), lambda text: spanish.get(text, text)
    )

    assert note == (
        "A relation counts when either side reports it, or the team. "
        "Relaciones contadas: Compra y vende, Finanzas. Actors without relations are counted."
    )


def test_actors_can_be_sized_by_every_measure():
    one, other = actor("A", employees=4, turnover=100_00), actor("B")
    found = measure(build_graph(Snapshot([one, other, tie(one, other)]), settings()))

    assert {by: value_of(found, one, by) for by in Measure} == {
        Measure.DEGREE: 1,
        Measure.BETWEENNESS: None,
        Measure.CLOSENESS: 1,
        Measure.EMPLOYEES: 4,
        Measure.TURNOVER: 100_00,
    }
    assert value_of(found, actor("Not on the map"), Measure.DEGREE) is None


def test_types_come_with_the_network():
    one = actor("A", ActorKind.FINANCE)
    graph = build_graph(Snapshot([one, actor("B", None)]), settings())

    assert [*kinds_of(graph).values()] == [ActorKind.FINANCE, None]
