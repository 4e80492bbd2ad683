"""Shortest paths between all pairs of an undirected graph, counted level by level for all sources.

Brandes' accumulation (2001) on whole matrices: a thousand actors take a fraction of a second.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Paths:
    """Distances between all pairs (-1 where there is no path) and each node's raw betweenness."""

    distances: NDArray[np.int64]
    betweenness: Matrix


def shortest_paths(count: int, edges: list[tuple[int, int]]) -> Paths:
    """Count shortest paths among `count` nodes; betweenness counts each unordered pair once.

    L. C. Freeman, "A set of measures of centrality based on betweenness", Sociometry 40 (1977).
    """
    adjacency = _adjacency(count, edges)
    distances = np.full((count, count), -1, dtype=np.int64)
    np.fill_diagonal(distances, 0)
    ways = np.eye(count)
    levels = _walk(adjacency, distances, ways)
    return Paths(distances, _accumulate(adjacency, distances, ways, levels))


def _adjacency(count: int, edges: list[tuple[int, int]]) -> csr_array:
    ends = np.array(edges, dtype=np.int64).reshape(-1, 2)
    rows, columns = (
        np.concatenate([ends[:, 0], ends[:, 1]]),
        np.concatenate([ends[:, 1], ends[:, 0]]),
    )
    return csr_array((np.ones(len(rows)), (rows, columns)), shape=(count, count))


def _walk(adjacency: csr_array, distances: NDArray[np.int64], ways: Matrix) -> int:
    """Fill in distances and numbers of shortest paths; return the longest distance."""
    front, level = ways.copy(), 0
    while front.any():
        reached: Matrix = adjacency @ front
        front = np.where(distances < 0, reached, 0.0)
        new = front > 0
        if new.any():
            level += 1
            distances[new] = level
            ways[new] = front[new]
    return level


def _accumulate(
    adjacency: csr_array, distances: NDArray[np.int64], ways: Matrix, levels: int
) -> Matrix:
    dependency = np.zeros_like(ways)
    for level in range(levels, 1, -1):
        here = distances == level
        passed = np.divide(1 + dependency, ways, out=np.zeros_like(ways), where=here)
        spread: Matrix = adjacency @ passed
        before = distances == level - 1
        dependency[before] += (ways * spread)[before]
    np.fill_diagonal(dependency, 0.0)
    return np.asarray(dependency.sum(axis=1) / 2)
