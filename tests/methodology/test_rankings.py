"""Orders of preference against published elections and against pref-voting."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.rankings import (
    borda,
    condorcet_winner,
    copeland,
    first_places,
    places,
    preferences,
    ranks,
    weighted_places,
)
from tests.methodology.pref_voting_answers import ANSWERS, answered, elections

M, N, C, K = range(4)
TENNESSEE = [  # methodology.md 3.2
    ((M, N, C, K), Fraction(42)),
    ((N, C, K, M), Fraction(26)),
    ((C, K, N, M), Fraction(15)),
    ((K, C, N, M), Fraction(17)),
]
CITIES = (M, N, C, K)
PROJECTS = "ABCDEFGHIJ"
FIVE = ("DIBCAFEJHG", "ACEFGJDHIB", "HGEDBIJACF", "DIFAEGBCHJ", "BGAJHCFEID")


def five():
    return [(tuple(map(PROJECTS.index, order)), Fraction(1)) for order in FIVE]


def by_letter(scores):
    return {PROJECTS[item]: score for item, score in scores.items()}


def test_tennessee_by_borda():
    assert borda(TENNESSEE, CITIES) == {M: 126, N: 194, C: 173, K: 107}


def test_tennessee_by_first_places():
    assert first_places(TENNESSEE, CITIES) == {M: 42, N: 26, C: 15, K: 17}


def test_tennessee_by_pairs():
    found = preferences(TENNESSEE, CITIES)

    assert (found[N, M], found[N, C], found[N, K]) == (58, 68, 68)
    assert (found[C, M], found[C, K], found[K, M]) == (58, 83, 58)
    assert copeland(found, CITIES) == {N: 3, C: 2, K: 1, M: 0}
    assert condorcet_winner(found, CITIES) == N


def test_five_voters_and_ten_projects_by_the_published_weighted_multivote():
    found = by_letter(weighted_places(five(), range(10), (3, 2, 1)))

    assert found == {"D": 6, "A": 4, "B": 4, "G": 4, "I": 4, "H": 3, "C": 2, "E": 2, "F": 1, "J": 0}
    assert sum(found.values()) == 30


def test_trap_5_the_rule_changes_the_winner_on_the_same_ballots():
    points = by_letter(borda(five(), range(10)))
    wins = by_letter(copeland(preferences(five(), range(10)), range(10)))

    assert points == {
        "A": 29,
        "D": 27,
        "G": 25,
        "B": 24,
        "E": 24,
        "I": 22,
        "C": 21,
        "F": 20,
        "H": 18,
        "J": 15,
    }
    assert wins == {"D": 7, "A": 6, "E": 6, "G": 6, "B": 5, "I": 5, "C": 4, "F": 4, "H": 1, "J": 1}
    assert (max(points, key=points.get), max(wins, key=wins.get)) == ("A", "D")


def test_items_left_out_share_the_points_of_the_places_left():
    found = borda([((2,), Fraction(1))], range(4))

    assert found == {2: 3, 0: 1, 1: 1, 3: 1}
    assert preferences([((2,), Fraction(1))], range(3)) == {
        (2, 0): 1, (2, 1): 1, (0, 2): 0, (1, 2): 0, (0, 1): 0, (1, 0): 0,
    }  # fmt: skip
    assert ranks((2,), range(4)) == [3, 3, 1, 3]


def test_a_cycle_has_no_condorcet_winner_and_all_tie():
    orders = [((0, 1, 2), Fraction(1)), ((1, 2, 0), Fraction(1)), ((2, 0, 1), Fraction(1))]
    found = preferences(orders, range(3))

    assert condorcet_winner(found, range(3)) is None
    assert copeland(found, range(3)) == {0: 1, 1: 1, 2: 1}


def test_equal_scores_share_a_place():
    assert places({"a": 3, "b": 5, "c": 3, "d": 1}) == {"b": 1, "a": 2, "c": 2, "d": 4}


@pytest.mark.parametrize("told", json.loads(ANSWERS.read_text("utf-8")))
def test_counts_agree_with_pref_voting(told):
    items = range(told["items"])
    ballots = [(o, Fraction(n)) for o, n in zip(told["orders"], told["counts"], strict=True)]

    found = preferences(ballots, items)
    points, wins, first = (
        borda(ballots, items),
        copeland(found, items),
        first_places(ballots, items),
    )

    assert {(one, other): votes for one, other, votes in told["support"]} == found
    assert {int(item): score for item, score in told["copeland"].items()} == wins
    assert {int(item): score for item, score in told["plurality"].items()} == first
    assert condorcet_winner(found, items) == told["condorcet"]
    assert winners(points) == told["borda_winners"]
    assert winners(wins) == told["copeland_winners"]
    assert winners(first) == told["plurality_winners"]


def winners(scores):
    return sorted(item for item, place in places(scores).items() if place == 1)


def test_the_answers_kept_are_what_pref_voting_says_where_it_is_installed():
    pytest.importorskip("pref_voting", reason="pref-voting wants an older numpy: see its answers")
    told = json.loads(ANSWERS.read_text("utf-8"))

    assert [answered(*one) for one in elections()][:10] == told[:10]


orders = st.lists(st.permutations(range(5)).map(tuple), min_size=1, max_size=12)


@given(orders)
def test_order_of_ballots_and_names_of_items_make_no_difference(found):
    ballots = [(one, Fraction(1)) for one in found]
    turned = [(tuple(4 - item for item in one), Fraction(1)) for one in reversed(found)]

    points, mirrored = borda(ballots, range(5)), borda(turned, range(5))

    assert points == {4 - item: score for item, score in mirrored.items()}
    assert sum(points.values()) == 10 * len(found)


@given(orders)
def test_pairs_are_whole_and_borda_is_the_sum_of_pairs(found):
    ballots = [(one, Fraction(1)) for one in found]
    preferred, points = preferences(ballots, range(5)), borda(ballots, range(5))

    for item in range(5):
        others = [other for other in range(5) if other != item]
        assert points[item] == sum(preferred[item, other] for other in others)
        for other in others:
            assert preferred[item, other] + preferred[other, item] == len(found)


@given(orders, st.integers(0, 4))
def test_raising_an_item_never_costs_it_anything(found, item):
    raised = [(item, *(one for one in order if one != item)) for order in found]
    before = [(one, Fraction(1)) for one in found]
    after = [(one, Fraction(1)) for one in raised]

    assert borda(after, range(5))[item] >= borda(before, range(5))[item]
    won = copeland(preferences(before, range(5)), range(5))[item]
    assert copeland(preferences(after, range(5)), range(5))[item] >= won


@given(st.permutations(range(5)), st.integers(1, 9))
def test_what_all_agree_on_wins_by_every_rule(order, voters):
    ballots = [(tuple(order), Fraction(1))] * voters
    preferred = preferences(ballots, range(5))

    assert condorcet_winner(preferred, range(5)) == order[0]
    assert winners(borda(ballots, range(5))) == winners(copeland(preferred, range(5))) == [order[0]]
