"""The chain of sealed ballots: whole, tampered with, and written anew."""

import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.store.seals import broken_seals, is_sealed, seal, seal_again, sealed_ballots
from app.store.tables import schema

AT = datetime(2026, 9, 9, 15, 30, tzinfo=UTC)
BALLOTS = [("", '{"chosen":[1]}'), ("", '{"chosen":[2]}'), ("Rosa", '{"chosen":[1,2]}')]


@pytest.fixture(scope="module")
def layout():
    """Give the statements that make the tables of seals, as the store declares them."""
    made = "CREATE TABLE IF NOT EXISTS seal"
    return [statement for statement in schema().statements if statement.lstrip().startswith(made)]


def opened(layout):
    made = sqlite3.connect(":memory:")
    for statement in layout:
        made.execute(statement)
    return closing(made)


def sealed(connection, *rounds):
    for number, ballots in enumerate(rounds, start=1):
        seal(connection, f"round {number}", 1, ballots, AT)


def test_a_project_without_seals_has_nothing_broken(layout):
    with opened(layout) as connection:
        assert broken_seals(connection) == []
        assert not is_sealed(connection, "round 1", 1)
        assert sealed_ballots(connection, "round 1", 1) == []


def test_a_database_older_than_seals_has_nothing_broken_and_nothing_to_write():
    with closing(sqlite3.connect(":memory:")) as connection:
        seal_again(connection)

        assert broken_seals(connection) == []


def test_what_is_sealed_is_kept_whole_and_known_by_round_and_turn(layout):
    with opened(layout) as connection:
        sealed(connection, BALLOTS)

        assert Counter(sealed_ballots(connection, "round 1", 1)) == Counter(BALLOTS)
        assert is_sealed(connection, "round 1", 1)
        assert not is_sealed(connection, "round 1", 2)
        assert not is_sealed(connection, "round 2", 1)
        assert broken_seals(connection) == []


def test_a_round_nobody_voted_in_is_sealed_as_well(layout):
    with opened(layout) as connection:
        sealed(connection, [], BALLOTS, [])

        assert is_sealed(connection, "round 1", 1)
        assert broken_seals(connection) == []


def test_both_turns_of_a_round_have_a_link_each(layout):
    with opened(layout) as connection:
        seal(connection, "round 1", 1, BALLOTS, AT)
        seal(connection, "round 1", 2, BALLOTS[:1], AT)

        assert len(sealed_ballots(connection, "round 1", 1)) == 3
        assert len(sealed_ballots(connection, "round 1", 2)) == 1
        assert broken_seals(connection) == []


def test_a_turn_cannot_be_sealed_twice(layout):
    with opened(layout) as connection:
        sealed(connection, BALLOTS)

        with pytest.raises(sqlite3.IntegrityError):
            seal(connection, "round 1", 1, BALLOTS, AT)


def test_the_order_that_ballots_came_in_is_not_kept(layout):
    came = [("", str(number)) for number in range(60)]
    with opened(layout) as connection:
        sealed(connection, came)

        kept = sealed_ballots(connection, "round 1", 1)
        assert kept != came
        assert sorted(kept) == sorted(came)


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE sealed_ballot SET content = 'x' WHERE round = 'round 2' AND place = 1", [2]),
        ("UPDATE sealed_ballot SET who = 'Luis' WHERE round = 'round 2' AND place = 1", [2]),
        ("DELETE FROM sealed_ballot WHERE round = 'round 2' AND place = 1", [2]),
        ("INSERT INTO sealed_ballot VALUES ('round 2', 1, 99, '', '{}')", [2]),
        ("UPDATE seal SET at = '2026-09-10' WHERE number = 2", [2]),
        ('UPDATE seal SET "count" = 99 WHERE number = 2', [2]),
        ("UPDATE seal SET digest = 'x' WHERE number = 2", [2]),
        ("UPDATE seal SET chain = 'x' WHERE number = 2", [2, 3]),
        ("DELETE FROM seal WHERE number = 2", [3]),
        ("DELETE FROM seal WHERE number = 1", [2]),
    ],
)
def test_whatever_is_changed_shows_where_it_was_changed(layout, statement, broken):
    with opened(layout) as connection:
        sealed(connection, BALLOTS, BALLOTS[:2], BALLOTS[1:])
        connection.execute(statement)

        assert broken_seals(connection) == [(f"round {number}", 1) for number in broken]


def test_the_last_link_taken_away_cannot_show_in_the_chain_alone(layout):
    with opened(layout) as connection:
        sealed(connection, BALLOTS, BALLOTS)
        connection.execute("DELETE FROM seal WHERE number = 2")

        assert broken_seals(connection) == []
        assert not is_sealed(connection, "round 2", 1)


def test_two_ballots_that_change_places_are_a_change(layout):
    with opened(layout) as connection:
        sealed(connection, [("", "a"), ("", "b")])
        connection.execute("UPDATE sealed_ballot SET content = 'c' WHERE content = 'a'")
        connection.execute("UPDATE sealed_ballot SET content = 'a' WHERE content = 'b'")
        connection.execute("UPDATE sealed_ballot SET content = 'b' WHERE content = 'c'")

        assert broken_seals(connection) == [("round 1", 1)]


def test_a_chain_written_anew_is_whole_and_counts_as_before(layout):
    with opened(layout) as connection:
        sealed(connection, BALLOTS, BALLOTS, BALLOTS)
        connection.execute("UPDATE sealed_ballot SET who = '—' WHERE who = 'Rosa'")
        assert len(broken_seals(connection)) == 3

        seal_again(connection)

        assert broken_seals(connection) == []
        counted = connection.execute('SELECT "count" FROM seal').fetchall()
        assert counted == [(3,), (3,), (3,)]


def test_writing_anew_does_not_hide_a_ballot_that_is_missing(layout):
    with opened(layout) as connection:
        sealed(connection, BALLOTS)
        connection.execute("DELETE FROM sealed_ballot WHERE place = 2")

        seal_again(connection)

        assert broken_seals(connection) == [("round 1", 1)]


def test_a_whole_chain_written_anew_is_the_same_chain(layout):
    with opened(layout) as connection:
        sealed(connection, BALLOTS, BALLOTS[:1])
        before = connection.execute("SELECT * FROM seal").fetchall()

        seal_again(connection)

        assert connection.execute("SELECT * FROM seal").fetchall() == before


@settings(max_examples=25, deadline=None)
@given(
    rounds=st.lists(
        st.lists(st.tuples(st.text(max_size=5), st.text(max_size=12)), max_size=5),
        min_size=1,
        max_size=4,
    ),
    data=st.data(),
)
def test_any_ballot_that_becomes_another_is_noticed(layout, rounds, data):
    plain = [[(w.replace("\0", ""), c.replace("\0", "")) for w, c in one] for one in rounds]
    with opened(layout) as connection:
        sealed(connection, *plain)
        assert broken_seals(connection) == []
        filled = [place for place, ballots in enumerate(plain, start=1) if ballots]
        if not filled:
            return
        number = data.draw(st.sampled_from(filled))

        connection.execute(
            "UPDATE sealed_ballot SET content = content || '!' WHERE round = ? AND place = 1",
            (f"round {number}",),
        )

        assert broken_seals(connection) == [(f"round {number}", 1)]
