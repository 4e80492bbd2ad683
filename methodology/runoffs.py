"""The second vote among those tied in the first place, where that was agreed beforehand.

It is a round of its own, under the same rules; its id is derived from that of the round it decides.
"""

from collections.abc import Iterator, Sequence
from uuid import UUID, uuid5

from methodology.ready_rounds import NewId
from methodology.record import SHORT, Record
from methodology.rounds import (
    Instrument,
    Round,
    RoundCriterion,
    RoundItem,
    Rule,
    State,
    TieBreak,
)
from methodology.snapshot import Snapshot
from methodology.text import N_, Remark, Translate

MOST = 9  # second votes of one round that may be void before one counts


def second_vote(snapshot: Snapshot, asked: Round) -> Round | None:
    """Return the second vote of a round, in whatever state; None without one that is not void."""
    known = (snapshot.get(Round, key) for key in _ids(asked))
    return next((one for one in known if one and one.state is not State.VOID), None)


def is_second_vote(snapshot: Snapshot, asked: Round) -> bool:
    """Say whether a round decides between those tied in another one."""
    rounds = (one for one in snapshot.all(Round) if one.tie_break is TieBreak.RUNOFF)
    return any(asked.id in _ids(one) for one in rounds)


def is_due(asked: Round, *, is_tied: bool) -> bool:
    """Say whether a second vote decides, by the rules of a round that ended in a tie."""
    return (
        is_tied
        and asked.tie_break is TieBreak.RUNOFF
        and asked.instrument is not Instrument.COMMITMENT
    )


def among_tied(
    snapshot: Snapshot,
    asked: Round,
    tied: Sequence[RoundItem],
    criteria: Sequence[RoundCriterion],
    new_id: NewId,
    translate: Translate,
) -> tuple[Round, tuple[Record, ...]]:
    """Return a second vote in preparation, and its items and criteria: the same rules for fewer.

    Its name, still to be made its own, and its question say what it is.
    """
    said = Remark(N_("Second vote among those tied in the first place.")).text(translate)
    made = asked.model_copy(
        update={
            "id": next(key for key in _ids(asked) if snapshot.get(Round, key) is None),
            "name": _named(asked.name, translate),
            "question": _named(asked.question, translate),
            "explanation": "\n".join(filter(None, (said, asked.explanation))),
            "amount": _amount(asked, len(tied)),
            "state": State.DRAFT,
            "turns": 1,
            "turn": 1,
            "opened_at": None,
            "ends_at": None,
            "closed_at": None,
        }
        | _fed(asked)
    )
    items = (
        one.model_copy(update={"id": new_id(), "round": made.id, "position": place})
        for place, one in enumerate(tied, 1)
    )
    own = (one.model_copy(update={"id": new_id(), "round": made.id}) for one in criteria)
    return made, (*items, *own)


def _ids(asked: Round) -> Iterator[UUID]:
    return (uuid5(asked.id, f"second vote {number}") for number in range(1, MOST + 1))


def _named(text: str, translate: Translate) -> str:
    named = Remark(N_("Second vote: {name}"), {"name": text}).text(translate)
    return named if len(named) <= SHORT else text


def _amount(asked: Round, count: int) -> int:
    """Return the dots or places of a second vote: fewer than the items where they must be."""
    if asked.instrument is Instrument.MULTIVOTE and not asked.can_stack:
        return min(asked.amount, max(1, count - 1))
    return min(asked.amount, count) if asked.rule is Rule.BEST_PLACES else asked.amount


def _fed(asked: Round) -> dict[str, str]:
    """Return what a second vote is adopted into: places alone, its counts are of fewer items."""
    is_order = asked.feeds_field == "rank"
    return {} if is_order else {"feeds_table": "", "feeds_field": ""}
