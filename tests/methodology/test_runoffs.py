"""The second vote among those tied: the same rules for fewer, and what the first one says of it."""

from uuid import uuid4

import pytest

from methodology.adopting_rounds import priority_vote, round_proposals
from methodology.options import StrategicOption
from methodology.outcomes import outcome, result_notes
from methodology.round_results import RoundResult, RoundSummary
from methodology.rounds import Instrument, Round, RoundItem, State, TieBreak
from methodology.runoffs import among_tied, is_second_vote, second_vote
from methodology.snapshot import Snapshot
from tests import votes

OPTIONS = [
    StrategicOption(id=votes.identity("option", code), code=code, name=code)
    for code in ("O1", "O2", "O3")
]


def tie(instrument=Instrument.APPROVAL, places=(1, 2, 1), **values):
    """Return a round of three options that is over, the first place shared, and its records."""
    of = votes.asked("Voto", instrument, **{"tie_break": TieBreak.RUNOFF, **values})
    items = [
        one.model_copy(update={"about_table": option.table, "about_id": option.id})
        for one, option in zip(votes.items(of, "ABC"), OPTIONS, strict=True)
    ]
    results = [
        RoundResult(id=uuid4(), round=of.id, item=item.id, place=place, score=4, count=4)
        for item, place in zip(items, places, strict=True)
    ]
    shared = places.count(1) > 1
    winner = None if shared else items[places.index(1)].id
    summary = RoundSummary(
        id=uuid4(), round=of.id, cast=6, valid=6, eligible=9, is_tied=shared, winner=winner
    )
    return of, [of, *items, *results, summary, *OPTIONS]


def prepared(of, records):
    snapshot = Snapshot(records)
    found = outcome(snapshot, of)
    return among_tied(snapshot, of, found.tied(), found.criteria, uuid4, str)


def said(of, records):
    return [str(one) for one in result_notes(outcome(Snapshot(records), of))]


def over(made, parts, places):
    """Return the records of a second vote that was held."""
    items = [one for one in parts if isinstance(one, RoundItem)]
    results = [
        RoundResult(id=uuid4(), round=made.id, item=item.id, place=place, score=3, count=3)
        for item, place in zip(items, places, strict=True)
    ]
    winner = None if places.count(1) > 1 else items[places.index(1)].id
    summary = RoundSummary(
        id=uuid4(), round=made.id, cast=6, valid=6, is_tied=winner is None, winner=winner
    )
    return [made.model_copy(update={"state": State.REVEALED}), *parts, *results, summary]


def test_those_tied_alone_are_voted_on_under_the_same_rules_and_it_says_so():
    of, records = tie(explanation="Piensa en todos.", quorum=5, seconds=90, turns=2, turn=1)

    made, parts = prepared(of, records)

    same = ("instrument", "unit", "roll", "secrecy", "rule", "quorum", "meeting", "is_weighted")
    assert [getattr(made, name) for name in same] == [getattr(of, name) for name in same]
    assert (made.state, made.turns, made.opened_at, made.seconds) == (State.DRAFT, 1, None, 90)
    assert (made.name, made.question) == ("Second vote: Voto", "Second vote: ¿Voto?")
    assert made.explanation == (
        "Second vote among those tied in the first place.\nPiensa en todos."
    )
    assert [(one.round, one.position, one.name, one.about_id) for one in parts] == [
        (made.id, 1, "A", OPTIONS[0].id),
        (made.id, 2, "C", OPTIONS[2].id),
    ]


def test_a_question_too_long_for_it_stays_as_it_was():
    of, records = tie(question="¿" + "a" * 245 + "?")

    made, _parts = prepared(of, records)

    assert made.question == of.question


@pytest.mark.parametrize(
    ("instrument", "values", "amount"),
    [
        (Instrument.MULTIVOTE, {"amount": 3}, 1),
        (Instrument.MULTIVOTE, {"amount": 3, "can_stack": True}, 3),
        (Instrument.RANKING, {"amount": 3, "rule": "best_places"}, 2),
        (Instrument.POINTS, {"amount": 100}, 100),
    ],
)
def test_dots_and_places_fit_the_fewer_items(instrument, values, amount):
    made, _parts = prepared(*tie(instrument, **values))

    assert made.amount == amount


def test_the_first_vote_says_what_became_of_the_second():
    of, records = tie()
    made, parts = prepared(of, records)
    told = "Tie in the first place: A second vote among those tied"

    before = said(of, records)
    begun = said(of, [*records, made, *parts])
    held = said(of, [*records, *over(made, parts, (2, 1))])
    again = said(of, [*records, *over(made, parts, (1, 1))])

    assert before[:2] == begun[:2] == [told, "the second vote is still to come"]
    assert held[1] == "the second vote was held: C first"
    assert again[1] == "the second vote was held: no winner"


@pytest.mark.parametrize(
    ("values", "places"),
    [({"tie_break": TieBreak.ROOM}, (1, 2, 1)), ({}, (1, 2, 3))],
)
def test_without_a_tie_or_without_that_rule_nothing_is_said(values, places):
    assert not [one for one in said(*tie(places=places, **values)) if "second vote is" in one]


def test_a_void_second_vote_is_none_and_another_can_be_prepared():
    of, records = tie()
    made, parts = prepared(of, records)
    void = made.model_copy(update={"state": State.VOID, "void_reason": "Se cortó la luz"})
    records = [*records, void, *parts]

    second, _parts = prepared(of, records)

    assert second_vote(Snapshot(records), of) is None
    assert second.id != made.id
    assert second_vote(Snapshot([*records, second]), of) == second


def test_a_second_vote_gives_places_to_the_options_and_nothing_else():
    of, records = tie(feeds_table="strategic_option", feeds_field="rank")
    made, parts = prepared(of, records)
    held = [*records, *over(made, parts, (2, 1))]
    snapshot = Snapshot(held)
    second = snapshot.get(Round, made.id)

    found = round_proposals(snapshot, second)

    assert [(one.record.code, one.field, one.value) for one in found] == [
        ("O1", "rank", 2),
        ("O3", "rank", 1),
    ]
    assert is_second_vote(snapshot, second)
    assert priority_vote(snapshot, second, uuid4(), None, str) is None
    assert priority_vote(snapshot, of, uuid4(), None, str) is not None


def test_what_counts_firms_or_wordings_is_left_to_the_first_vote():
    made, _parts = prepared(*tie(feeds_table="intention"))

    assert (made.feeds_table, made.feeds_field) == ("", "")
