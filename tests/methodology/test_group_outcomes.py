"""Where kinds of actors lie apart in a round, worked out by hand."""

from decimal import Decimal
from itertools import count
from uuid import UUID

import pytest

from methodology.group_outcomes import (
    group_headline,
    group_name,
    group_outcomes,
    group_rows,
    is_shared,
)
from methodology.mapping import ActorKind
from methodology.round_outcome import outcome
from methodology.rounds import Instrument, State
from methodology.snapshot import Snapshot
from tests.voting import a_sheet, vote

MAKERS, BUYERS = ActorKind.PRODUCER, ActorKind.BUYER


def groups(asked, votes):
    """Return the groups of a round that closed with these ballots."""
    numbers = count(1)
    found = outcome(asked, votes, eligible=None, new_id=lambda: UUID(int=next(numbers)))
    closed = asked.round.model_copy(update={"state": State.CLOSED})
    return group_outcomes(Snapshot([closed, *asked.items, *asked.criteria, *found]), closed)


def scores(kind, *given):
    """Return ballots that score two items."""
    return [vote(kind=kind, scores={"1.1": one, "2.1": other}) for one, other in given]


def test_medians_more_than_a_step_apart_are_to_be_talked_about():
    asked = a_sheet(Instrument.RATING, "AB", criteria=(("Nivel", "level"),))
    votes = scores(MAKERS, (2, 3), (2, 3), (3, 4), (3, 4)) + scores(BUYERS, *[(4, 4)] * 4)

    found = groups(asked, votes)

    assert [group_name(one).label for one in found] == [MAKERS.label, BUYERS.label]
    assert [(row.name, row.values, row.is_apart) for row in group_rows(found)] == [
        ("A · Nivel", (Decimal("2.5"), Decimal(4)), True),
        ("B · Nivel", (Decimal("3.5"), Decimal(4)), False),
    ]
    assert not is_shared(found)
    assert group_headline(found).text(str) == "Kinds of actors lie apart on: A · Nivel"


def test_groups_with_like_scores_agree():
    asked = a_sheet(Instrument.RATING, "AB", criteria=(("Nivel", "level"),))
    votes = scores(MAKERS, *[(4, 3)] * 4) + scores(BUYERS, *[(3, 3)] * 4)

    assert "similar" in group_headline(groups(asked, votes)).text(str)


def test_shares_of_approval_and_what_comes_first_for_one_kind_alone():
    votes = [vote(kind=MAKERS, chosen=(1,)) for _ in range(4)]
    votes += [vote(kind=BUYERS, chosen=(1, 2)) for _ in range(3)] + [
        vote(kind=BUYERS, chosen=(2,)),
        vote(kind=BUYERS, chosen=(2,)),
    ]

    found = groups(a_sheet(items="ABC"), votes)

    assert is_shared(found)
    assert [(row.name, row.values, row.is_apart) for row in group_rows(found)] == [
        ("A", (Decimal("0.6"), Decimal(1)), True),
        ("B", (Decimal(1), Decimal(0)), True),
        ("C", (Decimal(0), Decimal(0)), False),
    ]
    assert group_headline(found).text(str) == "Kinds of actors do not put the same first"


def test_rankings_show_places():
    votes = [vote(kind=MAKERS, order=(1, 2, 3)) for _ in range(4)]
    votes += [vote(kind=BUYERS, order=(1, 3, 2)) for _ in range(4)]

    found = groups(a_sheet(Instrument.RANKING, "ABC"), votes)

    assert [row.values for row in group_rows(found)] == [(1, 1), (2, 3), (3, 2)]
    assert group_headline(found).text(str) == "First for all kinds of actors: A"


@pytest.mark.parametrize("votes", [[], [vote(chosen=(1,))] * 9])
def test_ballots_of_unknown_kind_make_no_groups(votes):
    assert groups(a_sheet(items="AB"), votes) == ()
    assert group_rows(()) == ()
