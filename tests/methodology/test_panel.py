"""Whose scores count: sides apart, the one that knows best first, none pooled (trap 18)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.panel import Opinion, exact, opinion, raters_by_id, sides
from methodology.raters import Rater, Side
from methodology.snapshot import Snapshot
from methodology.spread import Spread
from tests.cluster import made

ORDER = (Side.BUYER, Side.ADVANCED_BUYER, Side.PROXY)
given_scores = st.lists(st.tuples(st.sampled_from([*Side]), st.none() | st.integers(1, 5)))


def test_nothing_known_is_nothing_said():
    found = opinion(None, [], ORDER)

    assert found == Opinion()
    assert (found.value, found.median, found.spread) == (None, None, None)
    assert (found.is_provisional, found.is_disputed) == (False, False)


def test_the_first_side_that_spoke_is_heard_and_the_others_stand_beside():
    found = opinion(
        None, [(Side.PROXY, 1), (Side.BUYER, 4), (Side.FIRM, 5), (Side.BUYER, 5)], ORDER
    )

    assert found.speaker is Side.BUYER
    assert found.value == Decimal("4.5")
    assert found.sides == {
        Side.FIRM: Spread(1, 5, 5, 5),
        Side.BUYER: Spread(2, 4.5, 4.25, 4.75),
        Side.PROXY: Spread(1, 1, 1, 1),
    }


def test_stand_ins_speak_only_where_those_they_stand_for_have_not():
    assert opinion(None, [(Side.PROXY, 2)], ORDER).speaker is Side.PROXY
    assert opinion(None, [(Side.PROXY, 2), (Side.ADVANCED_BUYER, 5)], ORDER).value == 5


def test_a_side_nobody_asks_never_speaks():
    found = opinion(None, [(Side.FIRM, 5), (Side.FIRM, 5)], ORDER)

    assert found.speaker is None
    assert found.value is None
    assert found.sides[Side.FIRM].count == 2


def test_a_side_whose_scores_are_all_empty_has_not_spoken():
    found = opinion(None, [(Side.BUYER, None), (Side.PROXY, 3)], ORDER)

    assert found.speaker is Side.PROXY
    assert Side.BUYER not in found.sides


def test_an_adopted_value_stands_above_every_median():
    found = opinion(Decimal(2), [(Side.BUYER, 5), (Side.BUYER, 5)], ORDER)

    assert (found.value, found.median) == (Decimal(2), Decimal(5))
    assert not found.is_provisional


def test_an_adopted_nought_is_adopted():
    found = opinion(Decimal(0), [(Side.BUYER, 5)], ORDER)

    assert found.value == 0
    assert not found.is_provisional


def test_a_median_that_stands_in_is_provisional():
    assert opinion(None, [(Side.BUYER, 5)], ORDER).is_provisional


def test_only_the_side_that_speaks_can_be_in_dispute():
    apart = [(Side.FIRM, 1), (Side.FIRM, 5), (Side.BUYER, 3), (Side.BUYER, 3)]

    assert not opinion(None, apart, ORDER).is_disputed
    assert opinion(None, apart, (Side.FIRM,)).is_disputed


@pytest.mark.parametrize(("value", "text"), [(3.5, "3.5"), (4.0, "4"), (3.25, "3.25")])
def test_a_median_is_kept_without_idle_noughts(value, text):
    assert str(exact(value)) == text
    assert exact(value) == Decimal(str(value))


def test_raters_are_found_by_their_ids():
    one, other = (made(Rater, name, name=name, side=Side.FIRM) for name in ("A", "B"))

    assert raters_by_id(Snapshot([one, other])) == {one.id: one, other.id: other}


@given(given_scores)
def test_sides_are_never_pooled(scores):
    found = sides(scores)

    for side in Side:
        own = [score for whose, score in scores if whose is side and score is not None]
        assert (found[side].count if side in found else 0) == len(own)


@given(given_scores, given_scores)
def test_what_others_say_does_not_move_the_value_of_the_side_that_speaks(own, others):
    buyers = [(Side.BUYER, score) for _side, score in own]
    strangers = [(side, score) for side, score in others if side is not Side.BUYER]
    alone, among = opinion(None, buyers, ORDER), opinion(None, [*strangers, *buyers], ORDER)

    if alone.value is not None:
        assert among.value == alone.value
