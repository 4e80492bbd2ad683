"""Shortest paths of all pairs, against hand-worked cases and networkx."""

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from methodology.paths import shortest_paths


def test_no_nodes_have_no_paths():
    found = shortest_paths(0, [])

    assert found.distances.shape == (0, 0)
    assert found.betweenness.shape == (0,)


def test_unreachable_nodes_are_marked():
    found = shortest_paths(3, [(0, 1)])

    assert found.distances.tolist() == [[0, 1, -1], [1, 0, -1], [-1, -1, 0]]
    assert found.betweenness.tolist() == [0, 0, 0]


def test_middle_of_a_line_lies_on_every_pair():
    found = shortest_paths(3, [(0, 1), (1, 2)])

    assert found.distances[0, 2] == 2
    assert found.betweenness.tolist() == [0, 1, 0]


def test_two_equal_ways_share_the_pair():
    found = shortest_paths(4, [(0, 1), (1, 3), (0, 2), (2, 3)])

    assert found.betweenness.tolist() == [0.5, 0.5, 0.5, 0.5]


@given(st.integers(2, 25), st.floats(0, 0.6), st.integers(0, 9999))
def test_distances_and_betweenness_agree_with_networkx(count, share, seed):
    graph = nx.gnp_random_graph(count, share, seed=seed)
    theirs = dict(nx.all_pairs_shortest_path_length(graph))
    between = nx.betweenness_centrality(graph, normalized=False)

    found = shortest_paths(count, [*graph.edges])

    for one in graph:
        for other in graph:
            assert found.distances[one, other] == theirs[one].get(other, -1)
    assert np.allclose(found.betweenness, [between[node] for node in range(count)])


@given(st.integers(2, 20), st.floats(0, 1), st.integers(0, 9999))
def test_distances_are_symmetric(count, share, seed):
    graph = nx.gnp_random_graph(count, share, seed=seed)

    found = shortest_paths(count, [*graph.edges]).distances

    assert (found == found.T).all()
    assert (np.diag(found) == 0).all()
