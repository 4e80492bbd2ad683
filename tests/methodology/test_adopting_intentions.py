"""What firms say they will pursue: adopted from a round that the team keeps, only counted else."""

from itertools import count
from uuid import UUID

import pytest

from methodology.adopting_intentions import intentions_taken, new_intentions
from methodology.option_sources import intention_source
from methodology.options import Intention, StrategicOption
from methodology.ready_rounds import ready_rounds
from methodology.round_outcome import outcome
from methodology.round_results import RoundChoice, View
from methodology.rounds import Roll, Secrecy, State, Unit
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.cluster import actor
from tests.voting import a_sheet, key, vote

OPTIONS = [StrategicOption(id=key(700 + n), name=f"O{n}", code=f"O{n}") for n in (1, 2, 3)]
FIRMS = [actor(f"Quesería {n}").model_copy(update={"id": key(9000 + n)}) for n in range(1, 6)]
ASKED = {
    "roll": Roll.FIRMS,
    "unit": Unit.FIRM,
    "secrecy": Secrecy.TEAM,
    "feeds_table": "intention",
    "state": State.REVEALED,
}
VOTES = [
    vote(firm=1, chosen=(1, 2)),
    vote(firm=2, chosen=(2,)),
    vote(firm=3, chosen=()),
    vote(firm=4, abstains=True),
]


def ids(start=1):
    numbers = count(start)
    return lambda: UUID(int=next(numbers))


def asked(**values):
    found = a_sheet(items="ABC", **{**ASKED, **values})
    items = tuple(
        item.model_copy(update={"about_table": option.table, "about_id": option.id})
        for item, option in zip(found.items, OPTIONS, strict=True)
    )
    return type(found)(found.round, items, found.criteria)


def closed(votes=VOTES, *known, **values):
    """Return a round that these ballots closed, with the project it stands in."""
    form = asked(**values)
    left = outcome(form, votes, eligible=5, new_id=ids())
    return form.round, Snapshot([*OPTIONS, *FIRMS, form.round, *form.items, *left, *known])


def intention(firm, option, number=900):
    return Intention(
        id=key(number + 10 * firm + option), firm=key(9000 + firm), option=key(700 + option)
    )


def pairs(rows):
    return {(one.firm.int - key(9000).int, one.option.int - key(700).int) for one in rows}


def test_each_firm_s_answer_is_kept_for_the_team_none_of_them_included():
    of, snapshot = closed()

    kept = [(one.firm, one.item) for one in snapshot.all(RoundChoice)]

    first, second, _third = (item for item in asked().items)
    assert kept == [
        (key(9001), first.id),
        (key(9001), second.id),
        (key(9002), second.id),
        (key(9003), None),
    ]
    assert {one.round for one in snapshot.all(RoundChoice)} == {of.id}


@pytest.mark.parametrize(
    "values",
    [
        {"secrecy": Secrecy.SECRET},
        {"feeds_table": ""},
        {"roll": Roll.PERSONS},
    ],
)
def test_no_other_round_keeps_who_answered_what(values):
    of, snapshot = closed(**values)

    assert snapshot.all(RoundChoice) == ()
    assert new_intentions(snapshot, of, ids()) is None


def test_a_round_writes_one_intention_for_each_firm_and_option():
    of, snapshot = closed()

    found = new_intentions(snapshot, of, ids(50))

    assert pairs(found.added) == {(1, 1), (1, 2), (2, 2)}
    assert found.dropped == ()
    assert found.firms == {key(9001), key(9002), key(9003)}
    assert not found.is_adopted


def test_a_firm_that_answered_anew_drops_what_it_said_before_and_the_others_keep_theirs():
    before = [intention(1, 1), intention(1, 3), intention(3, 2), intention(4, 1), intention(5, 2)]
    of, snapshot = closed(VOTES, *before)

    found = new_intentions(snapshot, of, ids(50))

    assert pairs(found.added) == {(1, 2), (2, 2)}
    assert pairs(found.dropped) == {(1, 3), (3, 2)}


def test_once_everything_stands_it_is_adopted_and_the_source_names_the_round():
    of, snapshot = closed()
    found = new_intentions(snapshot, of, ids(50))
    after = Snapshot([*snapshot, *found.added])

    assert new_intentions(after, of, ids()).is_adopted
    assert str(intentions_taken(after)) == (
        "Round “Votación 1”, Approval: tick all that you support, Share of valid ballots that "
        "approve, 4 of 5 voted."
    )
    assert str(intention_source(after)).endswith("4 of 5 voted.")


def test_intentions_that_were_typed_or_changed_since_name_no_round():
    of, snapshot = closed()
    found = new_intentions(snapshot, of, ids(50))

    assert str(intentions_taken(Snapshot([*snapshot, *found.added[1:]]))) == ""
    assert str(intentions_taken(Snapshot([*OPTIONS, intention(1, 1)]))) == ""


@pytest.mark.parametrize("state", [State.DRAFT, State.OPEN, State.SEALING, State.VOID])
def test_nothing_is_adopted_before_the_round_is_over(state):
    of, snapshot = closed(state=state)

    assert new_intentions(snapshot, of, ids()) is None


def test_an_option_that_is_gone_is_nobody_s_intention_any_more():
    of, snapshot = closed()
    left = Snapshot([one for one in snapshot if one.id != OPTIONS[1].id])

    found = new_intentions(left, of, ids(50))

    assert pairs(found.added) == {(1, 1)}


def test_a_round_without_answers_changes_nothing():
    of, snapshot = closed(votes=[vote(firm=1, abstains=True)])

    assert new_intentions(snapshot, of, ids()) is None


def test_the_room_gets_no_view_that_would_give_a_firm_away():
    _of, snapshot = closed()

    views = {one.view for one in snapshot if hasattr(one, "view")}

    assert views == {View.DECLARED}


def test_the_ready_round_keeps_it_for_the_team_and_says_so():
    intention_round, _priority = ready_rounds(Snapshot(OPTIONS), Stage.OPTIONS)

    assert (intention_round.secrecy, intention_round.feeds) == (Secrecy.TEAM, ("intention", ""))
