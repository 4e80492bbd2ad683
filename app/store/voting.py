"""What a facilitator does with rounds of votes, and what may be known while they run.

`place` is an open `Folder`, or the phone server's own view of one. Other steps of a round (show
the result, hide it again, start a countdown) are plain edits of its record through the one writer,
which refuses what the rules do not allow.

    open_round(folder, round.id, by="Ana")            # NotReady says all that is missing
    with folder.read() as session:
        turnout(session, round)                       # Turnout(cast=23, eligible=35)
        participants(session, round)                  # {card id: has voted}, None while hidden
    enter_ballots(folder, sheet, [Answer(chosen=(1,))], Channel.PAPER, card)
    close_round(folder, round.id, by="Ana")           # True: closed, results are records
    seal_round(folder, round.id, by="Ana")            # while the round is *sealing*
    void_round(folder, round.id, "power cut", by="Ana")
    card_codes(folder, cards)                         # {card id: "7GJ2-4K0M-…"}, to be printed
"""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from app.store import voters
from app.store.ballots import Cast, cast
from app.store.sealing import (
    Place,
    cards_of,
    close_round,
    drop_ballots,
    edit_round,
    raw,
    seal_round,
    sheet_of,
)
from app.store.traces import owe, settle
from methodology.ballot import Answer, Sheet, refuse_answer
from methodology.readiness import refuse_unready
from methodology.readiness import voters as entitled
from methodology.round_steps import NoSuchStep, NotOpen, opened
from methodology.rounds import Channel, Roll, Round, State, VoterCard
from methodology.text import N_, Problem

__all__ = [
    "CardMissing",
    "Place",
    "Presence",
    "Turnout",
    "card_codes",
    "close_round",
    "enter_ballots",
    "is_crowded",
    "open_round",
    "participants",
    "presence",
    "seal_round",
    "turnout",
    "void_round",
]

SPARE_BALLOTS, SPARE_TIMES = 10, 1.5  # more than phones that came in, before it is told
FEWEST_TO_LIST = 3  # ballots from which on the list of who has voted is shown


@dataclass(frozen=True)
class Turnout:
    """How many ballots are in, and of how many entitled to vote where there is a list."""

    cast: int
    eligible: int | None = None


@dataclass(frozen=True)
class Presence:
    """How many phones or cards joined on a day, and which cards."""

    count: int
    cards: frozenset[UUID]


class CardMissing(Problem):
    """A ballot on paper without its voter's card, in a round that asks for cards."""

    def __init__(self) -> None:
        super().__init__(N_("Say whose ballot it is: this round has a list of voters."))


def open_round(place: Place, key: UUID, *, by: str) -> Round:
    """Open a round, or its next turn, and return it as it is now.

    NotReady says everything that is missing, NoSuchStep that it cannot open from where it is.
    """
    with place.begin() as session:
        asked = sheet_of(session, key)
        if asked.round.state is State.OPEN:
            raise NoSuchStep(State.OPEN, State.OPEN)
        refuse_unready(asked, cards_of(session, asked.round))
        now = datetime.now(UTC)
        values = opened(asked.round, now)
        if asked.round.seconds:
            values["ends_at"] = now + timedelta(seconds=asked.round.seconds)
        edit_round(session, asked.round, values, N_("Open round “{round}”"), by)
        return sheet_of(session, key).round


def void_round(place: Place, key: UUID, reason: str, *, by: str) -> None:
    """Declare a round void, with its reason; ballots that are still linked are destroyed."""
    owe(place.path)
    with place.begin() as session:
        asked = sheet_of(session, key).round
        values = {"state": State.VOID, "void_reason": reason.strip()}
        edit_round(session, asked, values, N_("Declare round “{round}” void"), by)
        raw(session).execute("PRAGMA secure_delete = ON").close()
        drop_ballots(raw(session), key, asked.turn)
    settle(place.path)


def turnout(session: Session, asked: Round) -> Turnout:
    """Return how many ballots an open round holds; never what they say."""
    chosen = "SELECT count(*) FROM ballot WHERE round = ? AND turn = ?"
    count = raw(session).execute(chosen, (str(asked.id), asked.turn)).fetchone()[0]
    if asked.roll is Roll.OPEN:
        return Turnout(int(count))
    return Turnout(int(count), len(_entitled(session, asked)))


def is_crowded(session: Session, asked: Round) -> bool:
    """Say whether far more ballots came from phones than phones came in, where any may vote.

    A device that keeps no cookies, or makes itself a new one each time, is not told apart.
    """
    chosen = "SELECT count(*) FROM ballot WHERE round = ? AND turn = ? AND channel = ?"
    row = (str(asked.id), asked.turn, Channel.PHONE.value)
    sent = int(raw(session).execute(chosen, row).fetchone()[0])
    since = (asked.opened_at or datetime.now(UTC)).date() - timedelta(days=1)
    chosen = "SELECT count(DISTINCT voter) FROM presence WHERE day >= ?"
    came = int(raw(session).execute(chosen, (since.isoformat(),)).fetchone()[0])
    return asked.roll is Roll.OPEN and sent > SPARE_BALLOTS + SPARE_TIMES * came


def participants(session: Session, asked: Round) -> dict[UUID, bool] | None:
    """Return for each card entitled to vote whether it has; None where that may not be told.

    There is no list on an open roll, and none in a secret round under three ballots.
    """
    if asked.roll is Roll.OPEN:
        return None
    chosen = "SELECT card FROM participation WHERE round = ? AND turn = ?"
    found = raw(session).execute(chosen, (str(asked.id), asked.turn))
    voted = {UUID(row[0]) for row in found}
    if not asked.is_public and len(voted) < FEWEST_TO_LIST:
        return None
    return {card.id: card.id in voted for card in _entitled(session, asked)}


def presence(session: Session, day: date) -> Presence:
    """Return who joined on a day (of the coordinated universal time): phones, and cards by id."""
    chosen = "SELECT card FROM presence WHERE day = ?"
    rows = [row[0] for row in raw(session).execute(chosen, (day.isoformat(),))]
    return Presence(len(rows), frozenset(UUID(row) for row in rows if row))


def enter_ballots(
    place: Place,
    asked: Sheet,
    answers: Sequence[Answer],
    channel: Channel,
    card: UUID | None = None,
) -> None:
    """Put ballots of people without a phone into the log, marked with how they came.

    Where there is a list each is its card's only ballot, in the place of one from its phone.
    BallotInvalid, CardMissing or NotOpen say why none was kept.
    """
    if asked.round.roll is not Roll.OPEN and (card is None or len(answers) > 1):
        raise CardMissing
    for answer in answers:
        refuse_answer(asked, answer)
    seq = moment()
    with place.begin() as session:
        given = [
            Cast(
                str(asked.round.id),
                asked.round.turn,
                voters.of_card(card) if card else f"p:{uuid4()}",
                seq,
                answer.written(),
                card,
                channel,
            )
            for answer in answers
        ]
        for kept in cast(raw(session), given):
            if isinstance(kept, NotOpen):
                raise kept


def card_codes(place: Place, cards: Iterable[VoterCard]) -> dict[UUID, str]:
    """Return the codes of cards, for printing; void ones have none."""
    with place.begin() as session:
        return voters.codes(voters.secret(raw(session), voters.CARDS), cards)


def moment() -> int:
    """Return the time in milliseconds: orders the ballots of one voter from several phones."""
    return time.time_ns() // 1_000_000


def _entitled(session: Session, asked: Round) -> tuple[VoterCard, ...]:
    return entitled(Sheet(asked, ()), cards_of(session, asked))
