"""Orders of preference: Borda, pairs, Copeland, Condorcet, first places.

A ballot is an order of items, the best first, with its weight. No item stands twice in an order.
Items left out of an incomplete ballot come after those in it and tie among themselves: in Borda
they share the points of the places that are left, in pairs none of them beats another.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, permutations

HALF = Fraction(1, 2)

Order = Sequence[int]
Ballots = Iterable[tuple[Order, Fraction]]
Scores = dict[int, Fraction]
Pairs = dict[tuple[int, int], Fraction]


def borda(ballots: Ballots, items: Sequence[int]) -> Scores:
    """Return the Borda points: n − 1 for the first place, 0 for the last (Borda 1781)."""
    found = dict.fromkeys(items, Fraction(0))
    for order, weight in ballots:
        for place, item in enumerate(order):
            found[item] += weight * (len(items) - 1 - place)
        left = [item for item in items if item not in order]
        for item in left:
            found[item] += weight * Fraction(len(left) - 1, 2)
    return found


def preferences(ballots: Ballots, items: Sequence[int]) -> Pairs:
    """Return, for each pair in both directions, the votes that prefer the first to the second."""
    found = dict.fromkeys(permutations(items, 2), Fraction(0))
    for order, weight in ballots:
        left = [item for item in items if item not in order]
        for better, worse in combinations(order, 2):
            found[better, worse] += weight
        for better in order:
            for worse in left:
                found[better, worse] += weight
    return found


def copeland(preferred: Mapping[tuple[int, int], Fraction], items: Sequence[int]) -> Scores:
    """Return the pairs that each item wins, a tie counting one half (Copeland 1951)."""
    found = dict.fromkeys(items, Fraction(0))
    for one, other in combinations(items, 2):
        margin = preferred[one, other] - preferred[other, one]
        if margin == 0:
            found[one] += HALF
            found[other] += HALF
        else:
            found[one if margin > 0 else other] += 1
    return found


def condorcet_winner(
    preferred: Mapping[tuple[int, int], Fraction], items: Sequence[int]
) -> int | None:
    """Return the item that beats every other one to one, None when there is none."""
    beaten = (
        item
        for item in items
        if all(preferred[item, o] > preferred[o, item] for o in items if o != item)
    )
    return next(beaten, None) if len(items) > 1 else None


def first_places(ballots: Ballots, items: Sequence[int]) -> Scores:
    """Return the votes that put each item first (plurality)."""
    found = dict.fromkeys(items, Fraction(0))
    for order, weight in ballots:
        if order:
            found[order[0]] += weight
    return found


def weighted_places(ballots: Ballots, items: Sequence[int], points: Sequence[int]) -> Scores:
    """Return the points of a weighted multivote: `points` for the first places, none after them.

    With k, k − 1 … 1 it is the count of a nominal group (Delbecq & Van de Ven 1971).
    """
    found = dict.fromkeys(items, Fraction(0))
    for order, weight in ballots:
        for item, given in zip(order, points, strict=False):
            found[item] += weight * given
    return found


def ranks(order: Order, items: Sequence[int]) -> list[Fraction]:
    """Return the rank of each item in a ballot, those left out sharing the mean of the rest."""
    shared = Fraction(len(order) + 1 + len(items), 2)
    places = {item: Fraction(place) for place, item in enumerate(order, start=1)}
    return [places.get(item, shared) for item in items]


def places(scores: Mapping[int, object]) -> dict[int, int]:
    """Return the place of each item by its score, the highest first; equal scores share a place."""
    found = sorted(scores.values(), reverse=True)  # type: ignore[type-var]  # all of one kind
    return {item: found.index(score) + 1 for item, score in scores.items()}
