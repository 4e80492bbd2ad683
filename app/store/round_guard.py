"""What may not change in rounds of votes, whoever asks: an edit, an import or an undone act."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import column, func, select, table
from sqlalchemy.orm import Session

from app.store.loading import stored
from app.store.tables import record_table, stored_id
from methodology.record import Record
from methodology.round_results import RoundPair, RoundResult, RoundSummary
from methodology.round_steps import RoundFixed, refuse_step
from methodology.rounds import Roll, Round, RoundCriterion, RoundItem, State, VoterCard
from methodology.text import N_, Problem

_RUNNING = (State.OPEN, State.SEALING)
_TOLD = (RoundItem, RoundCriterion)
_RIGHTS = ("meeting", "is_firm", "actor", "weight")


class CardsFixed(RoundFixed):
    """A change of what a card counts for while a round that asks for it is open."""

    def __init__(self) -> None:
        Problem.__init__(
            self,
            N_(
                "A round that asks for these cards is open, so their weights and firms stay as"
                " they are. Change them once it is closed."
            ),
        )


Before = Mapping[UUID, Record]
After = Mapping[UUID, Record | None]


class BallotsThere(Problem):
    """A step back of a round that somebody has voted in already."""

    def __init__(self) -> None:
        super().__init__(
            N_("Somebody has voted already, so the round cannot go back. Close it, or void it.")
        )


def refuse_in_rounds(session: Session, before: Before, after: After) -> None:
    """Refuse changes that voters would notice, or that alter what their ballots came to.

    RoundFixed, NoSuchStep, ReasonMissing or BallotsThere say why.
    """
    for key, record in after.items():
        known = before.get(key)
        match known or record:
            case Round():
                _judge_round(session, known, record)
            case VoterCard():
                _judge_card(session, known, record)
            case RoundItem() | RoundCriterion():
                _judge_told(session, known, record, before, after)
            case RoundResult() | RoundSummary() | RoundPair() if known and record:
                raise RoundFixed


def _judge_round(session: Session, known: Record | None, record: Record | None) -> None:
    if not isinstance(known, Round):
        return
    if not isinstance(record, Round):
        if known.state in _RUNNING:
            raise RoundFixed
        return
    refuse_step(known, record)
    if (known.state, record.state) == (State.OPEN, State.DRAFT) and has_ballots(session, known.id):
        raise BallotsThere


def _judge_told(
    session: Session, known: Record | None, record: Record | None, before: Before, after: After
) -> None:
    """Refuse to add, change or remove what is asked unless its round is in preparation."""
    for one in (known, record):
        if isinstance(one, _TOLD):
            is_going = one.round in after and after[one.round] is None
            found = before.get(one.round) or _stored_round(session, one.round)
            if isinstance(found, Round) and found.state is not State.DRAFT and not is_going:
                raise RoundFixed


def _stored_round(session: Session, key: UUID) -> Record | None:
    found = stored(session, Round, [key]).get(key)
    return found[0] if found else None


def _judge_card(session: Session, known: Record | None, record: Record | None) -> None:
    """Refuse to change what a card counts for while a round that asks for cards is open.

    A card may not come from another meeting either: it could not be taken back any more.
    """
    if not isinstance(known, VoterCard) or not isinstance(record, VoterCard):
        return  # a card that goes, or is void, takes its ballot out of the count
    if all(getattr(known, name) == getattr(record, name) for name in _RIGHTS):
        return
    rounds = record_table(Round)
    running = select(rounds.c.meeting).where(
        rounds.c.state.in_([state.value for state in _RUNNING]), rounds.c.roll != Roll.OPEN.value
    )
    meetings = {one.meeting and stored_id(one.meeting) for one in (known, record)}
    if not meetings.isdisjoint(session.scalars(running)):
        raise CardsFixed


def has_ballots(session: Session, key: UUID) -> bool:
    """Say whether a round holds ballots that are still linked to their voters."""
    chosen = select(func.count()).select_from(table("ballot", column("round")))
    found = session.execute(chosen.where(column("round") == stored_id(key))).scalar()
    return bool(found)
