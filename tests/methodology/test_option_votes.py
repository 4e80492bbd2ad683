"""Both ballots: intentions only counted, the priority with quorum, result and consensus."""

from datetime import date
from decimal import Decimal

import pytest

from methodology.adoption import Adoption, Basis
from methodology.mapping import ActorKind, Inclusion
from methodology.option_votes import ballot, intentions
from methodology.options import Intention, OptionStatus, PriorityVote
from methodology.process import Meeting, MeetingKind
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.cluster import actor, made
from tests.options import option

DAY = date(2026, 9, 9)
TABLE = made(
    Meeting, "t", name="T4", kind=MeetingKind.WORKSHOP, about_stage=Stage.OPTIONS, held_on=DAY
)


def will(firm, of):
    return made(Intention, f"{firm.name}-{of.code}", firm=firm.id, option=of.id)


def vote(**values):
    return made(PriorityVote, "v", **values)


def taken(of, value, **values):
    given = {
        "about_table": of.table, "about_id": of.id, "field": "rank", "value": str(value),
        "basis": Basis.ROUND, "adopted_on": DAY, "count": 23, "eligible": 35,
        "rule": "Borda", "consensus_measure": "W", "consensus": Decimal("0.61"),
    }  # fmt: skip
    return made(Adoption, of.code, **{**given, **values})


def test_intentions_count_firms_and_not_lines():
    dairy, farm = actor("Dairy"), actor("Farm")
    one, two = option("O1"), option("O2")
    silent = actor("Silent", inclusion=Inclusion.INSIDE)
    bank = actor("Bank", ActorKind.FINANCE)
    rows = [
        dairy,
        farm,
        silent,
        bank,
        one,
        two,
        will(dairy, one),
        will(dairy, two),
        will(farm, one),
    ]

    found = intentions(Snapshot(rows))

    assert [(of.code, count) for of, count in found.counts] == [("O1", 2), ("O2", 1)]
    assert (found.answered, found.asked) == (2, 3)


def test_what_buyers_say_is_no_intention_of_the_cluster():
    dairy, shop = actor("Dairy"), actor("Shop", ActorKind.BUYER)
    brand = option("O1")

    found = intentions(Snapshot([dairy, shop, brand, will(dairy, brand), will(shop, brand)]))

    assert (found.counts, found.answered, found.asked) == (((brand, 1),), 1, 1)


def test_without_vote_there_is_no_ballot():
    assert ballot(Snapshot([option()])) is None


def test_typed_vote_has_turnout_and_the_quorum_that_was_announced():
    found = ballot(Snapshot([option(), vote(eligible=40, voted=18, quorum=18)]))

    assert (found.needed, found.turnout, found.has_quorum) == (18, 0.45, True)
    assert not found.has_result


def test_without_a_number_the_quorum_is_more_than_half():
    met = ballot(Snapshot([vote(eligible=35, voted=18)]))
    missed = ballot(Snapshot([vote(eligible=35, voted=17)]))

    assert (met.needed, met.has_quorum, missed.has_quorum) == (18, True, False)


@pytest.mark.parametrize("values", [{}, {"eligible": 9}, {"voted": 9}])
def test_quorum_is_not_met_before_both_numbers_are_known(values):
    assert not ballot(Snapshot([vote(**values)])).has_quorum


def test_results_come_by_place_then_by_points():
    rows = [
        option("O1", rank=2),
        option("O2", rank=1),
        option("O3", points=Decimal(4)),
        option("O4"),
    ]

    found = ballot(Snapshot([*rows, vote()]))

    assert [one.option.code for one in found.results] == ["O2", "O1", "O3", "O4"]
    assert not found.has_result


def test_an_option_out_before_the_vote_needs_no_place():
    gone = option("O2", status=OptionStatus.DISCARDED)

    assert ballot(Snapshot([option("O1", rank=1), gone, vote()])).has_result


def test_a_round_gives_turnout_and_consensus_and_the_form_gives_the_rest():
    one, two = option("O1", rank=1), option("O2", rank=2)
    typed = vote(eligible=99, voted=1, dissent="Some would wait.", meeting=TABLE.id)

    found = ballot(Snapshot([one, two, typed, TABLE, taken(one, 1), taken(two, 2)]))

    assert (found.is_adopted, found.rule, found.voted, found.eligible) == (True, "Borda", 23, 35)
    assert (found.consensus_measure, found.consensus) == ("W", Decimal("0.61"))
    assert (found.dissent, found.meeting, found.held_on) == ("Some would wait.", TABLE, DAY)


def test_a_place_changed_by_hand_no_longer_comes_from_the_round():
    one = option("O1", rank=3)

    found = ballot(Snapshot([one, taken(one, 1)]))

    assert not found.is_adopted
    assert found.voted is None


def test_places_typed_without_anything_else_are_a_ballot_without_quorum():
    found = ballot(Snapshot([option("O1", rank=1)]))

    assert found.has_result
    assert not found.has_quorum
