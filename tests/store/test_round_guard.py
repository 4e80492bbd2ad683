"""What the one writer refuses about rounds of votes."""

from uuid import uuid4

import pytest
from sqlalchemy import text

from app.store import Edit, Put, Remove, UndoRefused
from app.store.round_guard import BallotsThere, CardsFixed
from methodology.process import Meeting, MeetingKind
from methodology.round_results import RoundSummary
from methodology.round_steps import NoSuchStep, RoundFixed
from methodology.rounds import Instrument, Roll, Round, RoundItem, Rule, State, VoterCard
from methodology.stage import Stage


def a_round(**values):
    given = {"instrument": Instrument.APPROVAL, "rule": Rule.APPROVALS, **values}
    return Round(id=uuid4(), name="Visión", question="¿Qué texto?", **given)


def an_item(asked, position=1):
    return RoundItem(id=uuid4(), round=asked.id, position=position, name=f"Texto {position}")


@pytest.fixture
def asked(database):
    found = a_round()
    database.put(found, an_item(found))
    return found


def step(database, asked, state, **values):
    return database.apply(Edit(Round, asked.id, {"state": state, **values}))


def item(database):
    return database.snapshot().all(RoundItem)[0]


def test_items_are_changed_and_added_in_preparation(database, asked):
    database.apply(Edit(RoundItem, item(database).id, {"name": "Otro"}), Put(an_item(asked, 2)))

    assert [one.name for one in database.snapshot().all(RoundItem)] == ["Otro", "Texto 2"]


def test_items_stay_as_they_are_once_the_round_was_open(database, asked):
    step(database, asked, State.OPEN)

    for change in (
        Edit(RoundItem, item(database).id, {"name": "Otro"}),
        Put(an_item(asked, 2)),
        Remove(RoundItem, item(database).id),
    ):
        with pytest.raises(RoundFixed):
            database.apply(change)


def test_a_round_cannot_open_and_change_its_items_in_one_act(database, asked):
    step(database, asked, State.OPEN)

    with pytest.raises(RoundFixed):
        database.apply(
            Edit(Round, asked.id, {"state": State.DRAFT}),
            Edit(RoundItem, item(database).id, {"name": "Otro"}),
        )


def test_an_open_round_is_not_removed_and_a_void_one_goes_with_all_it_has(database, asked):
    step(database, asked, State.OPEN)
    changes = (Remove(Round, asked.id), Remove(RoundItem, item(database).id))
    with pytest.raises(RoundFixed):
        database.apply(*changes)

    step(database, asked, State.VOID, void_reason="Era una prueba")
    database.apply(*changes)

    assert database.snapshot().all(RoundItem) == ()


def test_opening_is_undone_while_nobody_has_voted(database, asked):
    act = step(database, asked, State.OPEN)

    database.undo(act.revision)

    assert database.snapshot().one(Round).state is State.DRAFT


def test_opening_is_not_undone_once_somebody_has_voted(database, asked):
    act = step(database, asked, State.OPEN)
    ballot = "INSERT INTO ballot VALUES (:round, 1, x'00', 1, 'phone', '{}')"
    with database.engine.begin() as connection:
        connection.execute(text(ballot), {"round": str(asked.id)})

    with pytest.raises(BallotsThere):
        step(database, asked, State.DRAFT)
    with pytest.raises(UndoRefused, match="voted already"):
        database.undo(act.revision)


def test_sealing_is_not_undone(database, asked):
    step(database, asked, State.OPEN)
    act = step(database, asked, State.SEALING)

    with pytest.raises(UndoRefused):
        database.undo(act.revision)
    with pytest.raises(NoSuchStep):
        step(database, asked, State.OPEN)


def test_what_the_ballots_came_to_is_not_edited(database, asked):
    summary = RoundSummary(id=uuid4(), round=asked.id, cast=12)
    database.put(summary)

    with pytest.raises(RoundFixed):
        database.apply(Edit(RoundSummary, summary.id, {"cast": 13}))


def test_a_card_keeps_its_weight_while_a_round_of_its_meeting_is_open(database):
    meeting = Meeting(id=uuid4(), name="T4", kind=MeetingKind.WORKSHOP, about_stage=Stage.OPTIONS)
    asked = a_round(meeting=meeting.id, roll=Roll.PERSONS)
    card = VoterCard(id=uuid4(), label="Rosa", meeting=meeting.id)
    other = VoterCard(id=uuid4(), label="Luis")
    database.put(meeting, asked, an_item(asked), card, other)
    step(database, asked, State.OPEN)

    with pytest.raises(CardsFixed, match="weights and firms stay as they are"):
        database.apply(Edit(VoterCard, card.id, {"weight": 3}))
    with pytest.raises(CardsFixed):
        database.apply(Edit(VoterCard, other.id, {"meeting": meeting.id}))
    database.apply(Edit(VoterCard, card.id, {"issue": 2}), Edit(VoterCard, other.id, {"weight": 3}))
    database.put(VoterCard(id=uuid4(), label="Ana", meeting=meeting.id))

    assert {one.label: one.issue for one in database.snapshot().all(VoterCard)}["Rosa"] == 2
    database.apply(Remove(VoterCard, card.id))
