"""Closing a round: counted, shuffled, and nothing left that links a ballot to its voter."""

import sqlite3
from contextlib import closing
from uuid import uuid4

import pytest

from app.store import (
    Edit,
    Put,
    Remove,
    Severity,
    apply,
    back_up,
    check_folder,
    open_folder,
    pack,
    purge_person,
    restore,
    unpack,
)
from app.store.ballots import cast
from app.store.changes import ChangeSet
from app.store.layout import database
from app.store.references import with_consequences
from app.store.restoring import RoundsOpen
from app.store.sealing import close_round, raw, seal_round
from app.store.seals import broken_seals, sealed_ballots
from app.store.voters import known_turn_key, of_card, voter_key
from app.store.voting import open_round, void_round
from methodology.process import TeamMember, TeamRole
from methodology.round_results import RoundResult, RoundSummary, RoundText
from methodology.round_steps import NoSuchStep, ReasonMissing
from methodology.rounds import Instrument, Roll, Round, Secrecy, State, Unit, VoterCard
from tests.store.balloting import a_cast, put_cards, put_open

NAMES = ("Rosa", "Luis", "Ana", "Eva", "Iris", "Hugo")


@pytest.fixture
def folder(make_folder):
    return make_folder()


def vote(folder, *given):
    with folder.begin() as session:
        cast(raw(session), given)


def vote_with(folder, asked, cards, *chosen):
    """Have each card vote for one item."""
    for card, item in zip(cards, chosen, strict=False):
        one = a_cast(asked, "", 1_764_000_000_000 + item, chosen=(item,))
        vote(folder, one._replace(voter=of_card(card.id), card=card.id))


def rows(folder, table):
    with folder.read() as session:
        return raw(session).execute(f"SELECT * FROM {table}").fetchall()


def state_of(folder, asked):
    return folder.snapshot().get(Round, asked.round.id).state


def summary_of(folder):
    return folder.snapshot().one(RoundSummary)


def secret_round(folder, **values):
    cards = put_cards(folder, *NAMES)
    asked = put_open(folder, roll=Roll.PERSONS, meeting=cards[0].meeting, **values)
    vote_with(folder, asked, cards, 1, 1, 2, 3, 1, 2)
    return asked, cards


def keys_of(folder, asked, cards):
    with folder.read() as session:
        key = known_turn_key(raw(session), str(asked.round.id), 1)
    return [key, *(voter_key(key, of_card(card.id)) for card in cards)]


def bytes_in(folder):
    return b"".join(path.read_bytes() for path in folder.path.rglob("*") if path.is_file())


def test_results_stand_in_records_once_the_round_is_closed(folder):
    asked, _ = secret_round(folder, quorum=4)

    assert close_round(folder, asked.round.id, by="ana")

    found = summary_of(folder)
    assert state_of(folder, asked) is State.CLOSED
    assert (found.cast, found.eligible, found.has_quorum) == (6, 6, True)
    assert found.winner == asked.items[0].id
    results = folder.snapshot().all(RoundResult)
    assert {(one.place, one.score) for one in results} == {(1, 3), (2, 2), (3, 1)}


def test_nothing_links_a_secret_ballot_to_its_voter_after_the_close(folder):
    asked, cards = secret_round(folder)
    keys = keys_of(folder, asked, cards)
    assert any(key in bytes_in(folder) for key in keys)

    close_round(folder, asked.round.id, by="ana")

    assert rows(folder, "ballot") == rows(folder, "ballot_key") == []
    left = bytes_in(folder)
    assert not any(key in left for key in keys)


def test_many_ballots_leave_no_byte_either(folder):
    asked = put_open(folder)
    given = [a_cast(asked, str(n), n + 1, chosen=(n % 3 + 1,)) for n in range(1000)]
    for start in range(0, len(given), 100):
        vote(folder, *given[start : start + 100])
    other = put_open(folder)
    vote(folder, a_cast(other, "rosa", 1, chosen=(2,)))
    with folder.read() as session:
        key = known_turn_key(raw(session), str(asked.round.id), 1)
    keys = {voter_key(key, one.voter) for one in given}

    close_round(folder, asked.round.id, by="ana")

    left = bytes_in(folder)
    assert not any(one in left for one in keys)
    assert len(rows(folder, "ballot")) == 1
    assert summary_of(folder).cast == 1000


def test_sealed_ballots_keep_no_voter_and_no_order(folder):
    asked, _ = secret_round(folder)

    close_round(folder, asked.round.id, by="ana")

    with folder.read() as session:
        sealed = sealed_ballots(raw(session), str(asked.round.id), 1)
    assert {who for who, _ in sealed} == {""}
    assert sorted(content for _, content in sealed) == sorted(
        f'{{"chosen":[{item}]}}' for item in (1, 1, 2, 3, 1, 2)
    )
    with folder.read() as session:
        came = raw(session).execute("SELECT count(*) FROM participation").fetchone()
    assert came == (6,)


def test_a_public_round_keeps_names(folder):
    asked, _ = secret_round(folder, secrecy=Secrecy.NAMED)

    close_round(folder, asked.round.id, by="ana")

    with folder.read() as session:
        sealed = sealed_ballots(raw(session), str(asked.round.id), 1)
    assert {who for who, _ in sealed} == set(NAMES)


def test_history_tables_and_copies_never_hold_linked_ballots(folder, tmp_path):
    asked, cards = secret_round(folder)
    keys = keys_of(folder, asked, cards)
    backup = back_up(folder)
    packed = pack(folder.path, tmp_path / "all.dinamo")
    unpacked = unpack(packed, tmp_path / "unpacked")

    for copy in (backup, unpacked / "project.db"):
        assert not any(key in copy.read_bytes() for key in keys)
        with closing(sqlite3.connect(copy)) as connection:
            assert connection.execute("SELECT count(*) FROM ballot").fetchone() == (0,)
            assert connection.execute("SELECT count(*) FROM round").fetchone() == (1,)
    tables = "".join(path.read_text("utf-8") for path in (folder.path / "tables").glob("*"))
    assert '""chosen""' not in tables
    assert "chosen" not in str(rows(folder, "alteration"))


def test_a_reader_that_holds_the_journal_up_keeps_the_round_sealing(folder):
    asked, _ = secret_round(folder)
    with folder.read() as session:
        raw(session).execute("SELECT count(*) FROM ballot").fetchone()
        assert not close_round(folder, asked.round.id, by="ana")
        assert state_of(folder, asked) is State.SEALING

    assert seal_round(folder, asked.round.id, by="ana")

    assert state_of(folder, asked) is State.CLOSED
    assert len(folder.snapshot().all(RoundSummary)) == 1


def test_sealing_goes_on_where_a_dead_program_left_it(folder):
    asked, _ = secret_round(folder)
    with folder.begin() as session:
        change = Edit(Round, asked.round.id, {"state": State.SEALING})
        apply(session, ChangeSet("Close", (change,)), by="ana")
    folder.close()

    again = open_folder(folder.path)
    try:
        assert seal_round(again, asked.round.id, by="eva")
        assert summary_of(again).cast == 6
    finally:
        again.close()


def test_closing_twice_or_a_draft_is_refused(folder):
    asked, _ = secret_round(folder)
    close_round(folder, asked.round.id, by="ana")

    with pytest.raises(NoSuchStep):
        close_round(folder, asked.round.id, by="eva")
    assert seal_round(folder, asked.round.id, by="eva")
    assert len(folder.snapshot().all(RoundSummary)) == 1


def test_ballots_of_void_cards_do_not_count(folder):
    asked, cards = secret_round(folder)
    folder.apply(ChangeSet("Void", (Edit(VoterCard, cards[0].id, {"is_void": True}),)), by="ana")

    close_round(folder, asked.round.id, by="ana")

    assert (summary_of(folder).cast, summary_of(folder).eligible) == (5, 5)


def test_a_replaced_card_votes_in_the_place_of_the_lost_one(folder):
    asked, cards = secret_round(folder)
    folder.apply(ChangeSet("Lost", (Edit(VoterCard, cards[3].id, {"issue": 2}),)), by="ana")
    one = a_cast(asked, "", 2_000_000_000_000, chosen=(1,))

    vote(folder, one._replace(voter=of_card(cards[3].id), card=cards[3].id))
    close_round(folder, asked.round.id, by="ana")

    assert summary_of(folder).cast == 6
    assert max(one.score for one in folder.snapshot().all(RoundResult)) == 4


def test_the_weights_that_counted_stay_when_cards_weigh_otherwise_later(folder):
    cards = put_cards(folder, *NAMES, weights=(3, 3))
    asked = put_open(
        folder,
        roll=Roll.PERSONS,
        meeting=cards[0].meeting,
        is_weighted=True,
        secrecy=Secrecy.NAMED,
    )
    vote_with(folder, asked, cards, 1, 2, 1)

    close_round(folder, asked.round.id, by="ana")
    folder.apply(ChangeSet("Weigh", (Edit(VoterCard, cards[0].id, {"weight": 9}),)), by="ana")

    assert summary_of(folder).weights == "1×4 3×2"


def test_weights_and_firms_come_from_the_cards(folder):
    cards = put_cards(folder, "Ñusta", "Sol", is_firm=True, weights=(3, 1))
    asked = put_open(
        folder,
        roll=Roll.FIRMS,
        unit=Unit.FIRM,
        is_weighted=True,
        secrecy=Secrecy.NAMED,
        meeting=cards[0].meeting,
    )
    vote_with(folder, asked, cards, 1, 2)

    close_round(folder, asked.round.id, by="ana")

    assert [one.score for one in folder.snapshot().all(RoundResult)] == [3, 1, 0]


def test_the_second_turn_begins_with_an_empty_box_and_both_are_kept(folder):
    asked = put_open(folder, turns=2)
    vote(folder, a_cast(asked, "rosa", 1, chosen=(1,)))
    close_round(folder, asked.round.id, by="ana")
    second = put_next_turn(folder, asked)

    vote(folder, a_cast(second, "rosa", 1, chosen=(2,)))
    close_round(folder, asked.round.id, by="ana")

    found = {one.turn: one.winner for one in folder.snapshot().all(RoundSummary)}
    assert found == {1: asked.items[0].id, 2: asked.items[1].id}


def put_next_turn(folder, asked):

    return type(asked)(open_round(folder, asked.round.id, by="ana"), asked.items)


def test_a_void_round_loses_its_ballots(folder):
    asked, cards = secret_round(folder)
    keys = keys_of(folder, asked, cards)

    with pytest.raises(ReasonMissing):
        void_round(folder, asked.round.id, " ", by="ana")
    void_round(folder, asked.round.id, "Se cortó la luz", by="ana")

    assert state_of(folder, asked) is State.VOID
    assert not any(key in bytes_in(folder) for key in keys)
    assert rows(folder, "seal") == []


def seals_broken(folder):
    with closing(sqlite3.connect(database(folder.path))) as connection:
        return broken_seals(connection)


def tamper(folder, statement):
    with closing(sqlite3.connect(database(folder.path))) as connection, connection:
        connection.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        """UPDATE sealed_ballot SET content = '{"chosen":[3]}' WHERE place = 1""",
        "DELETE FROM sealed_ballot WHERE place = 2",
        "INSERT INTO sealed_ballot SELECT round, turn, 99, '', '{}' FROM sealed_ballot LIMIT 1",
        "UPDATE seal SET at = '2026-01-01' WHERE number = 1",
        "UPDATE seal SET digest = 'x' WHERE number = 1",
        "UPDATE seal SET count = 7 WHERE number = 1",
        "UPDATE seal SET told = '' WHERE number = 1",
        "UPDATE round SET question = '¿Otra?' WHERE id = '{first}'",
        "UPDATE round SET rule = 'borda' WHERE id = '{first}'",
        "UPDATE round_item SET name = 'Otra' WHERE round = '{first}' AND position = 1",
        "UPDATE round_result SET count = 99 WHERE round = '{first}'",
        "DELETE FROM round_result WHERE round = '{first}'",
        "UPDATE round_summary SET \"cast\" = 99 WHERE round = '{first}'",
    ],
)
def test_later_tampering_shows(folder, statement):
    first, second = put_open(folder), put_open(folder)
    vote(folder, *(a_cast(first, str(n), 1, chosen=(1,)) for n in range(3)))
    for asked in (first, second):
        close_round(folder, asked.round.id, by="ana")
    assert seals_broken(folder) == []

    tamper(folder, statement.replace("{first}", str(first.round.id)))

    assert (str(first.round.id), 1) in seals_broken(folder)
    (found,) = [one for one in check_folder(folder.path) if one.severity is Severity.ERROR]
    assert first.round.name in str(found.remark)


def test_removing_a_whole_round_from_the_chain_shows_in_the_next(folder):
    first, second = put_open(folder), put_open(folder)
    for asked in (first, second):
        close_round(folder, asked.round.id, by="ana")

    tamper(folder, "DELETE FROM seal WHERE number = 1")

    assert seals_broken(folder) == [(str(second.round.id), 1), (str(first.round.id), 1)]


def test_cutting_the_end_of_the_chain_shows_in_the_round_that_is_left(folder):
    asked = put_open(folder)
    close_round(folder, asked.round.id, by="ana")

    tamper(folder, "DELETE FROM seal")

    assert seals_broken(folder) == [(str(asked.round.id), 1)]


def test_what_may_change_after_the_count_breaks_no_seal(folder):
    asked = put_open(folder, Instrument.IDEAS, "", amount=3)
    vote(folder, a_cast(asked, "luis", 1, texts=("Una cava", "Una marca")))
    close_round(folder, asked.round.id, by="ana")
    text = folder.snapshot().all(RoundText)[0]
    folder.apply(ChangeSet("Group", (Edit(RoundText, text.id, {"group": "Frío"}),)), by="ana")
    for state in (State.REVEALED, State.ADOPTED):
        change = Edit(Round, asked.round.id, {"state": state})
        folder.apply(ChangeSet("Step", (change,)), by="ana")

    assert seals_broken(folder) == []


def test_a_round_that_was_removed_leaves_a_whole_chain(folder):
    first, second = put_open(folder), put_open(folder)
    for asked in (first, second):
        close_round(folder, asked.round.id, by="ana")
    gone = with_consequences(
        folder.snapshot(), ChangeSet("Remove", (Remove(Round, first.round.id),))
    )
    folder.apply(gone, by="ana")

    assert seals_broken(folder) == []


def test_going_back_to_a_copy_is_refused_while_a_round_holds_ballots(folder):
    backup = back_up(folder)
    asked, _ = secret_round(folder)

    with pytest.raises(RoundsOpen):
        restore(backup, folder.path, by="ana")
    close_round(folder, asked.round.id, by="ana")
    restore(backup, folder.path, by="ana")

    folder.forget_snapshot()
    assert folder.snapshot().all(Round) == ()


def test_a_person_taken_out_leaves_sealed_texts_and_the_chain_whole(folder):

    person = TeamMember(id=uuid4(), name="Rosa Huamán Quispe", role=TeamRole.LEAD)
    folder.apply(ChangeSet("Team", (Put(person),)), by="ana")
    asked = put_open(folder, Instrument.IDEAS, "", amount=3)
    vote(folder, a_cast(asked, "luis", 1, texts=("Que coordine Rosa Huamán Quispe", "Cava")))
    close_round(folder, asked.round.id, by="ana")

    purge_person(folder, person.id, by="ana")

    assert b"Huam\xc3\xa1n" not in database(folder.path).read_bytes()
    assert seals_broken(folder) == []
    assert "Cava" in {one.text for one in folder.snapshot().all(RoundText)}
