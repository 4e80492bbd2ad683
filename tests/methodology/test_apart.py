"""What may be shown apart of a vote: whatever is worked out from it, four ballots at least."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.apart import Apart, by_kind, in_public, in_secret
from methodology.mapping import ActorKind
from methodology.rounds import Unit
from methodology.votes import Vote, is_enough
from tests.voting import key, vote

KINDS = (ActorKind.PRODUCER, ActorKind.BUYER, ActorKind.SUPPLIER)


def ballots(*parts) -> list[Vote]:
    """Return ballots of parts like (kind, firm, how many); firm 0 is a firm for each ballot."""
    made, numbers = [], iter(range(100, 1000))
    for kind, firm, many in parts:
        made += [vote(firm=firm or next(numbers), kind=kind) for _ in range(many)]
    return made


def kinds(shown: Apart) -> dict:
    return {kind: len(own) for kind, own in shown.groups}


def test_kinds_come_by_size():
    votes = ballots((KINDS[0], 0, 2), (None, 0, 3), (KINDS[1], 0, 3))

    assert [(kind, len(own)) for kind, own in by_kind(votes)] == [
        (KINDS[1], 3),
        (None, 3),
        (KINDS[0], 2),
    ]


def test_groups_of_four_are_shown_and_the_others_together():
    votes = ballots((KINDS[0], 0, 6), (KINDS[1], 0, 4), (KINDS[2], 0, 2), (None, 0, 2))

    assert kinds(in_secret(votes, Unit.PERSON)) == {KINDS[0]: 6, KINDS[1]: 4, None: 4}
    assert kinds(in_public(votes)) == {KINDS[0]: 6, KINDS[1]: 4, None: 4}


def test_the_smallest_group_hides_those_that_subtraction_would_tell():
    votes = ballots((KINDS[0], 0, 9), (KINDS[1], 0, 4), (KINDS[2], 0, 1))

    assert kinds(in_secret(votes, Unit.PERSON)) == {KINDS[0]: 9, None: 5}


@pytest.mark.parametrize("sizes", [(9, 1), (3, 3), (20,), ()])
def test_one_group_alone_is_not_shown(sizes):
    votes = ballots(*((kind, 0, size) for kind, size in zip(KINDS, sizes, strict=False)))

    assert in_secret(votes, Unit.PERSON).groups == ()


def test_two_firms_left_out_must_not_tell_the_third():
    votes = ballots((KINDS[0], 1, 5), (KINDS[0], 2, 4), (KINDS[0], 3, 1))

    assert in_secret(votes, Unit.PERSON).firms == (key(9001),)


def test_a_firm_left_out_must_not_tell_the_rest_of_its_group():
    votes = ballots((KINDS[0], 1, 4), (KINDS[0], 0, 2), (KINDS[1], 0, 6))

    shown = in_secret(votes, Unit.PERSON)

    assert shown.firms == (key(9001),)
    assert shown.groups == ()


def test_the_other_count_is_left_out_where_a_firm_left_out_would_solve_it():
    votes = ballots((KINDS[0], 1, 4), (KINDS[0], 2, 2), (KINDS[1], 0, 6))

    assert in_secret(votes, Unit.PERSON).is_recounted is False


def test_shares_that_tell_a_firm_leave_nothing_to_show():
    votes = ballots((KINDS[0], 1, 3), (KINDS[0], 0, 5), (KINDS[1], 0, 5))

    assert in_secret(votes, Unit.FIRM) == Apart()


def test_in_public_every_firm_may_be_left_out():
    votes = ballots((KINDS[0], 1, 3), (KINDS[1], 2, 1))

    shown = in_public(votes)

    assert shown.firms == (key(9001), key(9002))
    assert shown.is_recounted


@given(
    st.lists(st.tuples(st.sampled_from([*KINDS, None]), st.integers(0, 6)), max_size=40),
    st.sampled_from(Unit),
)
def test_nothing_that_can_be_worked_out_is_of_fewer_than_four_ballots(drawn, unit):
    """The ballots that no published sum tells apart are the least that subtraction can isolate."""
    owners = {firm: kind for kind, firm in drawn}
    votes = ballots(*((owners[firm], firm, 1) for _kind, firm in drawn))
    shown = in_secret(votes, unit)
    pieces = Counter()
    for one in votes:
        group = next((kind for kind, own in shown.groups if one in own), None)
        pieces[group, one.firm if one.firm in shown.firms else None] += 1

    if shown != Apart():
        assert all(map(is_enough, pieces.values()))
    assert all(is_enough(len(own)) for _kind, own in shown.groups)


@pytest.mark.parametrize(("second", "is_recounted"), [(1, True), (2, False)])
def test_votes_are_recounted_where_a_firm_has_several(second, is_recounted):
    assert in_public([vote(firm=1), vote(firm=second)]).is_recounted is is_recounted
