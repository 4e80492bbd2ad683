"""The log of ballots: what counts, whatever the network did on the way."""

import sqlite3
from random import Random
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.store.ballots import BallotWriter, Kept, cast
from app.store.layout import database
from app.store.sealing import raw, votes_of
from app.store.voting import close_round, turnout
from methodology.round_steps import NotOpen, RoundClosed
from methodology.rounds import Instrument, Roll
from methodology.tally import count
from tests.store.balloting import Box, a_cast, put_cards, put_open, put_round


@pytest.fixture
def folder(make_folder):
    return make_folder()


@pytest.fixture
def box(folder):
    opened = Box(database(folder.path))
    yield opened
    opened.close()


def votes(folder, asked):
    with folder.read() as session:
        return sorted(one.answer.chosen for one in votes_of(session, asked))


def test_a_ballot_is_acknowledged_with_a_receipt_and_kept(folder, box):
    asked = put_open(folder)

    (kept,) = box.cast(a_cast(asked, "rosa", 1, chosen=(1, 3)))

    assert isinstance(kept, Kept)
    assert len(kept.code) == 6
    assert votes(folder, asked) == [(1, 3)]


def test_the_same_ballot_again_has_the_same_receipt_and_counts_once(folder, box):
    asked = put_open(folder)

    found = box.cast(*[a_cast(asked, "rosa", 7, chosen=(1,))] * 3)

    assert len(set(found)) == 1
    assert votes(folder, asked) == [(1,)]


def test_a_newer_ballot_replaces_and_an_older_one_that_comes_late_does_not(folder, box):
    asked = put_open(folder)

    box.cast(a_cast(asked, "rosa", 5, chosen=(1,)))
    box.cast(a_cast(asked, "rosa", 6, chosen=(2,)))
    box.cast(a_cast(asked, "rosa", 5, chosen=(1,)))

    assert votes(folder, asked) == [(2,)]


def test_rounds_in_preparation_closed_or_unknown_take_no_ballot(folder, box):
    draft, asked = put_round(folder), put_open(folder)
    close_round(folder, asked.round.id, by="ana")
    gone = a_cast(asked, "rosa", 1, chosen=(1,))

    found = box.cast(
        a_cast(draft, "rosa", 1, chosen=(1,)),
        gone,
        type(gone)(str(uuid4()), 1, gone.voter, 1, gone.content),
    )

    assert all(isinstance(one, NotOpen) for one in found)


def test_a_ballot_of_the_first_turn_does_not_count_in_the_second(folder, box):
    asked = put_open(folder)
    late = a_cast(asked, "rosa", 1, chosen=(1,))

    (found,) = box.cast(type(late)(late.round, 2, late.voter, 1, late.content))

    assert isinstance(found, RoundClosed)


def test_ballots_of_several_rounds_and_one_too_late_go_in_one_group(folder, box):
    one, other, draft = put_open(folder), put_open(folder), put_round(folder)

    found = box.cast(
        *(a_cast(asked, "rosa", 1, chosen=(1,)) for asked in (one, draft, other)),
    )

    assert [isinstance(each, Kept) for each in found] == [True, False, True]
    assert votes(folder, one) == votes(folder, other) == [(1,)]


def test_the_log_knows_neither_voter_nor_card(folder, box):
    (card,) = put_cards(folder, "Rosa Huamán")
    asked = put_open(folder, roll=Roll.PERSONS, meeting=card.meeting)
    given_cast = a_cast(asked, "secreto-del-telefono", 1, chosen=(1,))

    box.cast(given_cast._replace(card=card.id))

    with folder.read() as session:
        (row,) = raw(session).execute("SELECT * FROM ballot").fetchall()
        (came,) = raw(session).execute("SELECT card FROM participation").fetchall()
    assert came == (str(card.id),)
    assert not any(part in str(row) for part in (str(card.id), "secreto", "Rosa"))


def test_a_disk_that_fails_acknowledges_nothing(folder, tmp_path):
    asked = put_open(folder)
    (tmp_path / "broken.db").write_bytes(b"")
    broken = Box(tmp_path / "broken.db")

    (found,) = broken.cast(a_cast(asked, "rosa", 1, chosen=(1,)))
    broken.close()

    assert not isinstance(found, Kept)
    assert isinstance(found, Exception)


def test_a_ballot_that_cannot_be_written_keeps_no_other_from_being(folder, box, caplog):
    asked = put_open(folder)
    spoiled = a_cast(asked, "rosa", 1, chosen=(1,))._replace(voter="\ud800")

    (refused,) = box.cast(spoiled)
    (kept,) = box.cast(a_cast(asked, "ana", 1, chosen=(1,)))

    assert isinstance(refused, UnicodeEncodeError)
    assert isinstance(kept, Kept)
    assert "ballots not kept" in caplog.text


def test_a_database_that_is_not_there_is_not_made(tmp_path):
    with pytest.raises(sqlite3.OperationalError):
        BallotWriter(tmp_path / "project.db", print)

    assert list(tmp_path.iterdir()) == []


def in_groups(folder, given_casts, rng):
    with folder.begin() as session:
        while given_casts:
            size = rng.randint(1, 300)
            group, given_casts = given_casts[:size], given_casts[size:]
            cast(raw(session), group)


def test_ten_thousand_doubled_reordered_and_late_ballots_give_the_same_count(folder):
    rng = Random(20261125)
    plain, stormy = put_open(folder, Instrument.RANKING), put_open(folder, Instrument.RANKING)
    sent = [
        (str(voter), seq, tuple(rng.sample((1, 2, 3), 3)))
        for voter in range(500)
        for seq in range(1, rng.randint(2, 8))
    ]
    doubled = [*sent, *rng.choices(sent, k=10_000 - len(sent))]
    rng.shuffle(doubled)

    in_groups(folder, [a_cast(plain, v, s, order=order) for v, s, order in sent], rng)
    in_groups(folder, [a_cast(stormy, v, s, order=order) for v, s, order in doubled], rng)

    with folder.read() as session:
        expected, found = votes_of(session, plain), votes_of(session, stormy)
        assert turnout(session, stormy.round).cast == len(expected) == 500
    one, other = count(plain, expected), count(stormy, found)
    assert [line.scores for line in one.lines] == [line.scores for line in other.lines]
    assert (one.pairs, one.consensus) == (other.pairs, other.consensus)


ballots = st.lists(
    st.tuples(st.sampled_from("abc"), st.integers(1, 5), st.integers(1, 3)), max_size=12
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ballots, st.randoms(use_true_random=False))
def test_the_last_ballot_of_each_voter_counts_in_whatever_order_they_come(folder, sent, rng):
    asked = put_open(folder)
    last = {}
    unique = {(voter, seq): chosen for voter, seq, chosen in sent}
    for (voter, _seq), chosen in sorted(unique.items()):
        last[voter] = chosen
    given_casts = [a_cast(asked, v, s, chosen=(c,)) for (v, s), c in unique.items()] * 2
    rng.shuffle(given_casts)

    in_groups(folder, given_casts, rng)

    assert votes(folder, asked) == sorted((chosen,) for chosen in last.values())
