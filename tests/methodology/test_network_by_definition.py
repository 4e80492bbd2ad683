"""The network against its own definitions, worked out the long way, and through a whole project."""

from collections import Counter
from fractions import Fraction
from itertools import combinations, permutations

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
    SelfTie,
    TieKind,
    TieRule,
)
from methodology.network import (
    build_graph,
    ei_index,
    kinds_of,
    measure,
    settings_of,
    value_of,
)
from methodology.snapshot import Snapshot
from methodology.validation import Invalid, check
from tests.cluster import actor, florence, made, tie

graphs = st.builds(
    lambda count, share, seed: nx.gnp_random_graph(count, share, seed=seed),
    st.integers(1, 7),
    st.floats(0, 1),
    st.integers(0, 10_000),
)


def settings(**values):
    return made(MapSettings, "settings", **values)


def measured(*records, **values):
    """Return the measures of a project, by the settings given."""
    graph = build_graph(Snapshot(records), settings(**values))
    return measure(graph, kinds_of(graph))


def named(records, keys):
    names = {one.id: one.name for one in records}
    return [names[key] for key in keys]


def walks(graph, source, target):
    """Return the shortest of all simple paths between two nodes, tried one by one."""
    others = [node for node in graph if node not in (source, target)]
    for length in range(len(others) + 1):
        found = [
            (source, *middle, target)
            for middle in permutations(others, length)
            if nx.is_path(graph, (source, *middle, target))
        ]
        if found:
            return found
    return []


@given(graphs)
def test_betweenness_counts_the_shortest_paths_that_lead_through(graph):
    raw = dict.fromkeys(graph, Fraction(0))
    for source, target in combinations(graph, 2):
        paths = walks(graph, source, target)
        for path in paths:
            for node in path[1:-1]:
                raw[node] += Fraction(1, len(paths))
    pairs = Fraction((len(graph) - 1) * (len(graph) - 2), 2)

    found = measure(graph).by_actor

    for node in graph:
        assert found[node].brokerage == pytest.approx(float(raw[node]))
        if pairs:
            assert found[node].betweenness == pytest.approx(float(raw[node] / pairs))
        else:
            assert found[node].betweenness is None


@given(graphs)
def test_closeness_is_that_of_wasserman_and_faust_for_maps_in_pieces(graph):
    found = measure(graph).by_actor

    for node in graph:
        away = [
            len(walks(graph, node, other)[0]) - 1 for other in graph if walks_to(graph, node, other)
        ]
        reached, others = len(away), len(graph) - 1
        if not others:
            assert found[node].closeness is None
        elif not reached:
            assert found[node].closeness == 0
        else:
            expected = Fraction(reached, others) * Fraction(reached, sum(away))
            assert found[node].closeness == pytest.approx(float(expected))


def walks_to(graph, node, other):
    return node != other and walks(graph, node, other)


@given(graphs)
def test_density_and_centralisation_are_freemans(graph):
    count, degrees = len(graph), [degree for _, degree in graph.degree]
    found = measure(graph)

    if count < 2:
        assert found.density is None
    else:
        pairs = [*combinations(graph, 2)]
        tied = sum(graph.has_edge(*pair) for pair in pairs)
        assert found.density == pytest.approx(tied / len(pairs))
    if count < 3:
        assert (found.degree_centralisation, found.betweenness_centralisation) == (None, None)
    else:
        star = (count - 1) * (count - 2)
        missing = sum(max(degrees) - degree for degree in degrees)
        assert found.degree_centralisation == pytest.approx(missing / star)


@given(graphs)
def test_actor_holds_the_network_together_when_it_falls_apart_without_it(graph):
    pieces = nx.number_connected_components(graph)
    holding = []
    for node in graph:
        rest = graph.copy()
        rest.remove_node(node)
        alone = not graph.degree[node]
        if nx.number_connected_components(rest) > pieces - alone:
            holding.append(node)

    assert [*measure(graph).articulation_points] == holding


@given(graphs)
def test_communities_part_the_network_and_their_q_is_newmans(graph):
    found = measure(graph)
    edges = graph.number_of_edges()

    assert sorted(node for group in found.communities for node in group) == sorted(graph)
    if not edges:
        assert found.modularity is None
        return
    homes = {node: place for place, group in enumerate(found.communities) for node in group}
    inside = Counter(homes[one] for one, other in graph.edges if homes[one] == homes[other])
    ends = Counter()
    for node, degree in graph.degree:
        ends[homes[node]] += degree
    expected = sum(inside[home] / edges - (ends[home] / (2 * edges)) ** 2 for home in ends)
    assert found.modularity == pytest.approx(expected)


@given(graphs)
def test_transitivity_is_the_share_of_triples_that_close(graph):
    triples = [
        (one, other) for middle in graph for one, other in combinations(graph.neighbors(middle), 2)
    ]
    found = measure(graph).transitivity

    if not triples:
        assert found is None
    else:
        assert found == pytest.approx(sum(graph.has_edge(*ends) for ends in triples) / len(triples))


@given(graphs)
def test_groups_come_largest_first_and_isolates_are_the_pieces_of_one(graph):
    found = measure(graph)
    sizes = [len(group) for group in found.components]

    assert sizes == sorted(sizes, reverse=True)
    assert [*found.isolates] == sorted(group[0] for group in found.components if len(group) == 1)
    assert sum(sizes) == found.actors


@given(graphs, st.lists(st.sampled_from(["f", "i", "g", None]), min_size=7, max_size=7))
def test_ei_index_turns_round_when_inside_and_outside_change_places(graph, groups):
    kinds = dict(zip(graph, groups, strict=False))
    known = [(one, other) for one, other in graph.edges if kinds[one] and kinds[other]]
    across = sum(kinds[one] != kinds[other] for one, other in known)

    found = ei_index(graph.edges, kinds)

    if not known:
        assert found is None
    else:
        assert found == pytest.approx((across - (len(known) - across)) / len(known))
        assert -1 <= found <= 1


@pytest.mark.parametrize(("groups", "index"), [("ab", 1), ("aa", -1)])
def test_ei_index_of_one_relation_is_either_end_of_the_scale(groups, index):
    one, other = actor("One", ActorKind.PRODUCER), actor("Other", ActorKind.PRODUCER)
    if groups == "ab":
        other = actor("Other", ActorKind.FINANCE)

    assert measured(one, other, tie(one, other)).ei_index == index


def test_trap_10_keeping_pucci_or_dropping_him_changes_every_centralisation_as_published():
    families, marriages = florence()

    kept = measured(*families, *marriages)
    dropped = measured(*families, *marriages, keep_isolates=False)

    assert (kept.actors, dropped.actors) == (16, 15)
    assert (round(kept.density, 6), round(dropped.density, 6)) == (0.166667, 0.190476)
    assert round(kept.degree_centralisation, 6) == 0.266667
    assert round(dropped.degree_centralisation, 6) == 0.274725
    assert round(kept.betweenness_centralisation, 6) == 0.383492
    assert round(dropped.betweenness_centralisation, 6) == 0.436813
    assert (len(kept.isolates), len(dropped.isolates)) == (1, 0)
    assert (len(kept.components), len(dropped.components)) == (2, 1)
    assert (len(kept.communities), len(dropped.communities)) == (4, 3)
    assert round(kept.modularity, 4) == round(dropped.modularity, 4) == 0.3987


def test_florentines_who_stand_between_the_others_come_in_order():
    families, marriages = florence()
    found = measured(*families, *marriages, keep_isolates=False)

    assert named(families, found.brokers(2)) == ["Medici", "Guadagni"]
    medici, guadagni = (found.by_actor[key] for key in found.brokers(2))
    assert (round(medici.betweenness, 4), round(guadagni.betweenness, 4)) == (0.522, 0.2546)
    assert medici.brokerage == 47.5
    assert named(families, found.top(1)) == ["Medici"]
    assert named(families, found.articulation_points) == [
        "Albizzi",
        "Guadagni",
        "Medici",
        "Salviati",
    ]


def test_trap_10_marriages_told_by_one_side_alone_vanish_where_both_have_to_tell():
    families, marriages = florence()
    told = [
        made(
            type(one),
            str(place),
            source=one.source,
            target=one.target,
            reported_by=Reporter.BOTH if place < 5 else Reporter.SOURCE,
        )
        for place, one in enumerate(marriages)
    ]

    assert measured(*families, *told).relations == 20
    assert measured(*families, *told, rule=TieRule.INTERSECTION).relations == 5


def test_second_telling_of_a_relation_in_the_other_direction_is_no_second_relation():
    families, marriages = florence()
    back = [tie(*reversed(ends(families, one)), kind=TieKind.SUPPLY) for one in marriages]

    once, twice = measured(*families, *marriages), measured(*families, *marriages, *back)

    assert (twice.relations, twice.density) == (once.relations, once.density)
    assert twice.by_actor == once.by_actor


def ends(actors, found):
    by_id = {one.id: one for one in actors}
    return by_id[found.source], by_id[found.target]


@given(st.randoms(use_true_random=False))
def test_trap_11_order_in_which_people_typed_changes_no_number(random):
    families, marriages = florence()
    shuffled = [*families, *marriages]
    random.shuffle(shuffled)

    assert measured(*shuffled) == measured(*families, *marriages)


def test_relation_with_somebody_left_out_of_the_scope_is_left_out_too():
    inside = [actor(name, inclusion=Inclusion.INSIDE) for name in "AB"]
    outside = actor("Out", inclusion=Inclusion.OUTSIDE)
    ties = [tie(inside[0], inside[1]), tie(inside[0], outside), tie(inside[1], outside)]

    found = measured(*inside, outside, *ties, inside_only=True)

    assert (found.actors, found.relations, found.transitivity) == (2, 1, None)


def test_isolate_of_the_chosen_relations_is_dropped_though_it_has_others():
    one, other, third = (actor(name) for name in "ABC")
    ties = [tie(one, other, kind=TieKind.SUPPLY), tie(one, third, kind=TieKind.FINANCE)]

    found = measured(one, other, third, *ties, kinds=(TieKind.SUPPLY,), keep_isolates=False)

    assert (found.actors, found.relations) == (2, 1)
    assert found.density == 1


def test_trap_10_actor_cannot_be_related_to_itself():
    one = actor("A")
    values = {"id": one.id, "source": one.id, "target": one.id}

    with pytest.raises(Invalid) as caught:
        check(type(tie(one, actor("B"))), values)

    assert isinstance(caught.value.complaints[0].problem, SelfTie)
    assert caught.value.complaints[0].field == ""


@pytest.mark.parametrize(
    ("count", "defined"),
    [
        (0, set()),
        (1, set()),
        (2, {"density"}),
        (3, {"density", "degree_centralisation", "betweenness_centralisation"}),
    ],
)
def test_measures_without_relations_are_zero_or_not_defined_but_never_made_up(count, defined):
    found = measured(*(actor(f"A{number}") for number in range(count)))
    asked = {
        name: getattr(found, name)
        for name in (
            "density",
            "degree_centralisation",
            "betweenness_centralisation",
            "modularity",
            "transitivity",
            "diameter",
            "mean_path",
            "ei_index",
        )
    }

    assert asked == {name: 0 if name in defined else None for name in asked}
    assert len(found.isolates) == len(found.components) == len(found.communities) == count
    assert (found.brokers(), len(found.top())) == ((), count)


@pytest.mark.parametrize("by", [*Measure])
def test_every_measure_of_an_actor_is_a_number_or_unknown(by):
    families, marriages = florence()
    found = measured(*families, *marriages)
    rich = actor("Rich", employees=7, turnover=900)
    values = [value_of(found, one, by) for one in families]

    if by in (Measure.EMPLOYEES, Measure.TURNOVER):
        assert values == [None] * len(families)
        assert value_of(found, rich, by) in (7, 900)
    else:
        assert all(value is not None and value >= 0 for value in values)
        assert max(values) == value_of(
            found, next(one for one in families if one.name == "Medici"), by
        )


def test_settings_kept_in_the_project_are_those_it_is_measured_with():
    families, marriages = florence()
    chosen = settings(keep_isolates=False)
    snapshot = Snapshot([*families, *marriages, chosen])

    assert settings_of(snapshot) == chosen
    assert measure(build_graph(snapshot, settings_of(snapshot))).actors == 15
