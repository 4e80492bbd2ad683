"""Closing a round: no more ballots, then the count, then whatever linked ballot and voter goes.

Three transactions. The first has the round *sealing*, and from then on no ballot gets in. The
second writes what the ballots came to, keeps them shuffled (with their names in a public round)
and forgets link, order, time and the key of the turn. Then the database is rewritten and its
journal emptied; while a reader holds that up the round stays *sealing*, and `seal_round` tries
again. The third says that it is closed. A program that dies in between is no harm: `seal_round`
goes on where it ended.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from app.store import seals, voters, writer
from app.store.changes import ChangeSet, Edit, Put
from app.store.loading import matching, stored
from app.store.traces import forget_traces
from methodology.ballot import Answer, Sheet, sheet
from methodology.mapping import Actor, ActorKind
from methodology.readiness import voters as entitled
from methodology.record import Record
from methodology.round_outcome import outcome
from methodology.rounds import (
    Channel,
    Roll,
    Round,
    RoundCriterion,
    RoundItem,
    State,
    VoterCard,
)
from methodology.text import N_, Problem
from methodology.votes import Vote

_CHANNELS = {one.value: one for one in Channel}


class Place(Protocol):
    """A project folder as votes need it: where it is, and sessions that read and write."""

    @property
    def path(self) -> Path:
        """The folder."""

    def begin(self) -> AbstractContextManager[Session]:
        """Give a session that writes: kept together at the end, or not at all on an error."""

    def read(self) -> AbstractContextManager[Session]:
        """Give a session that sees the project at one moment and holds up nobody."""


class NoSuchRound(Problem):
    """A round that is not there, or not any more."""

    def __init__(self) -> None:
        super().__init__(N_("This round is not there any more."))


def raw(session: Session) -> sqlite3.Connection:
    """Return the driver's connection of a session, for what no record type declares."""
    found = session.connection().connection.driver_connection
    if not isinstance(found, sqlite3.Connection):
        raise TypeError(type(found))
    return found


def sheet_of(session: Session, key: UUID) -> Sheet:
    """Return a round with its items and criteria; NoSuchRound when it is gone."""
    found = stored(session, Round, [key]).get(key)
    if found is None or not isinstance(found[0], Round):
        raise NoSuchRound
    items = matching(session, RoundItem, round=key)
    return sheet(found[0], items, matching(session, RoundCriterion, round=key))


def cards_of(session: Session, asked: Round) -> tuple[VoterCard, ...]:
    """Return the cards of a round's meeting, void ones too."""
    return tuple(matching(session, VoterCard, meeting=asked.meeting))


def edit_round(session: Session, asked: Round, values: dict[str, Any], title: str, by: str) -> None:
    """Change a round as one act, named with the round's name."""
    change = Edit(Round, asked.id, values)
    writer.apply(session, ChangeSet(title, (change,), {"round": asked.name}), by=by)


def close_round(place: Place, key: UUID, *, by: str) -> bool:
    """Close a round; True once it is closed, False while it is still *sealing*.

    Results are then there as records. Call `seal_round` now and then while it is sealing.
    """
    with place.begin() as session:
        asked = sheet_of(session, key).round
        values = {"state": State.SEALING, "closed_at": datetime.now(UTC), "ends_at": None}
        edit_round(session, asked, values, N_("Close round “{round}”"), by)
    return seal_round(place, key, by=by)


def seal_round(place: Place, key: UUID, *, by: str) -> bool:
    """Go on with the sealing of a round; True once it is closed."""
    with place.read() as session:
        asked = sheet_of(session, key)
        if asked.round.state is not State.SEALING:
            return asked.round.is_over
        is_sealed = seals.is_sealed(raw(session), str(key), asked.round.turn)
        counted = () if is_sealed else _counted(session, asked)
    if not is_sealed:
        with place.begin() as session:
            _write(session, asked, counted, by)
    if not forget_traces(place.path):
        return False
    with place.begin() as session:
        if sheet_of(session, key).round.state is State.SEALING:
            edit_round(
                session, asked.round, {"state": State.CLOSED}, N_("Close round “{round}”"), by
            )
    return True


def drop_ballots(connection: sqlite3.Connection, key: UUID, turn: int) -> None:
    """Delete the linked ballots of a turn and forget its key, inside a transaction."""
    connection.execute("DELETE FROM ballot WHERE round = ? AND turn = ?", (str(key), turn))
    connection.execute("DELETE FROM ballot_key WHERE round = ? AND turn = ?", (str(key), turn))


def votes_of(session: Session, asked: Sheet) -> tuple[Vote, ...]:
    """Return the ballots of a turn with whose they are, as long as they are linked.

    Where cards are asked for, ballots of cards that are void or gone by now do not count.
    """
    cards = cards_of(session, asked.round)
    return tuple(_votes(raw(session), asked, cards, _kinds(session, cards)))


def _kinds(session: Session, cards: Sequence[VoterCard]) -> Mapping[UUID | None, ActorKind | None]:
    actors = stored(session, Actor, filter(None, (card.actor for card in cards)))
    return {key: one.kind for key, (one, _row) in actors.items() if isinstance(one, Actor)}


def _votes(
    connection: sqlite3.Connection,
    asked: Sheet,
    cards: Sequence[VoterCard],
    kinds: Mapping[UUID | None, ActorKind | None],
) -> Iterator[Vote]:
    given = asked.round
    key = voters.known_turn_key(connection, str(given.id), given.turn)
    if key is None:
        return
    known = {
        voters.voter_key(key, voters.of_card(card.id)): card for card in entitled(asked, cards)
    }
    chosen = "SELECT voter, channel, content FROM ballot WHERE round = ? AND turn = ?"
    for voter, channel, content in connection.execute(chosen, (str(given.id), given.turn)):
        card = known.get(bytes(voter))
        answer = Answer.model_validate_json(content)
        if card:
            weight = Fraction(card.weight)
            kind = kinds.get(card.actor)
            yield Vote(answer, weight, card.actor, _CHANNELS[channel], card.label, kind)
        elif given.roll is Roll.OPEN:
            yield Vote(answer, channel=_CHANNELS[channel], who=answer.who)


def _counted(session: Session, asked: Sheet) -> tuple[Record, ...]:
    cards = cards_of(session, asked.round)
    may_vote = entitled(asked, cards)
    return outcome(
        asked,
        votes_of(session, asked),
        eligible=None if asked.round.roll is Roll.OPEN else len(may_vote),
        new_id=uuid4,
        weights=(card.weight for card in may_vote),
    )


def _write(session: Session, asked: Sheet, counted: Sequence[Record], by: str) -> None:
    """Keep what the ballots came to and cut them from their voters, unless somebody just did."""
    given, connection = asked.round, raw(session)
    connection.execute("PRAGMA secure_delete = ON").close()
    if seals.is_sealed(connection, str(given.id), given.turn):
        return
    sealed = [
        ("" if given.is_secret else vote.who, vote.answer.written())
        for vote in votes_of(session, asked)
    ]
    drop_ballots(connection, given.id, given.turn)
    title = N_("Count round “{round}”")
    changes = tuple(map(Put, counted))
    writer.apply(session, ChangeSet(title, changes, {"round": given.name}), by=by)
    seals.seal(connection, str(given.id), given.turn, sealed, datetime.now(UTC))
