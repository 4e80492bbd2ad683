"""The two ballots on the options: what each firm will pursue, and what to build for first.

They are kept apart: a firm's intention is its own business and is only counted; the priority is
the cluster's, decided by a vote with quorum, whose consensus and dissent are kept with the result.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from methodology.adoption import Adoption, Basis, adoption_of
from methodology.code_order import code_order
from methodology.firms import firms
from methodology.majority import Majority, needed
from methodology.mapping import Actor, ActorKind
from methodology.options import Intention, OptionStatus, PriorityVote, StrategicOption
from methodology.process import Meeting
from methodology.record import NOBODY
from methodology.snapshot import Snapshot


@dataclass(frozen=True)
class Intentions:
    """How many firms will pursue each option; `answered` named one at least, of those `asked`.

    Asked are the firms inside the scope and whoever answered besides.
    """

    counts: tuple[tuple[StrategicOption, int], ...]
    answered: int
    asked: int


@dataclass(frozen=True)
class Result:
    """What the vote gave an option: its place, its points, or both."""

    option: StrategicOption
    rank: int | None
    points: Decimal | None

    @property
    def is_known(self) -> bool:
        """Say whether the vote gave it anything."""
        return self.rank is not None or self.points is not None


@dataclass(frozen=True)
class Ballot:
    """The vote on the priority: how it was held, who took part, how far it was agreed.

    `is_adopted` says that it comes from a round of votes; otherwise the team typed it.
    """

    question: str
    rule: str
    eligible: int | None
    voted: int | None
    quorum: int | None
    consensus_measure: str
    consensus: Decimal | None
    meeting: Meeting | None
    held_on: date | None
    dissent: str
    results: tuple[Result, ...]
    is_adopted: bool

    @property
    def needed(self) -> int | None:
        """The ballots that make a quorum: as announced, else more than half of those entitled."""
        if self.quorum is not None:
            return self.quorum
        if not self.eligible:
            return None
        return needed(Majority.HALF_PLUS_ONE, self.eligible)

    @property
    def turnout(self) -> float | None:
        """The share of those entitled who voted; None while either is not known."""
        if self.voted is None or not self.eligible:
            return None
        return self.voted / self.eligible

    @property
    def has_quorum(self) -> bool:
        """Say whether enough ballots were cast; not before both numbers are known."""
        return self.needed is not None and self.voted is not None and self.voted >= self.needed

    @property
    def has_result(self) -> bool:
        """Say whether every option that stood has a place or points."""
        return bool(self.results) and all(one.is_known for one in self.results)


def intentions(snapshot: Snapshot) -> Intentions:
    """Return how many firms will pursue each option, by their codes; buyers are none of them."""
    given = [one for one in snapshot.all(Intention) if not _is_buyer(snapshot, one.firm)]
    options = sorted(snapshot.all(StrategicOption), key=code_order)
    answered = {one.firm for one in given}
    counts = tuple(
        (option, len({one.firm for one in given if one.option == option.id})) for option in options
    )
    asked = {firm.id for firm in firms(snapshot)} | answered
    return Intentions(counts, len(answered), len(asked))


def _is_buyer(snapshot: Snapshot, key: UUID) -> bool:
    actor = snapshot.get(Actor, key)
    return actor is not None and actor.kind is ActorKind.BUYER


def ballot(snapshot: Snapshot) -> Ballot | None:
    """Return the vote on the priority: what a round gave, else what was typed; None before."""
    vote, adopted = snapshot.one(PriorityVote), _adopted(snapshot)
    results = _results(snapshot)
    if vote is None and not any(one.is_known for one in results):
        return None
    typed = vote or PriorityVote(id=NOBODY)
    taken = adopted or typed
    meeting = snapshot.get(Meeting, taken.meeting or typed.meeting)
    return Ballot(
        question=taken.question or typed.question,
        rule=taken.rule or typed.rule,
        eligible=taken.eligible,
        voted=adopted.count if adopted else typed.voted,
        quorum=typed.quorum,
        consensus_measure=taken.consensus_measure,
        consensus=taken.consensus,
        meeting=meeting,
        held_on=typed.held_on or (meeting.held_on if meeting else None),
        dissent=typed.dissent,
        results=results,
        is_adopted=adopted is not None,
    )


def _adopted(snapshot: Snapshot) -> Adoption | None:
    """Return where places or points come from, when a round of votes gave them."""
    for option in snapshot.all(StrategicOption):
        for field in ("rank", "points"):
            found = adoption_of(snapshot, option, field)
            if found and found.basis == Basis.ROUND:
                return found
    return None


def _results(snapshot: Snapshot) -> tuple[Result, ...]:
    """Return what each option got, the winner first; options out before the vote are left out."""
    found = [Result(one, one.rank, one.points) for one in snapshot.all(StrategicOption)]
    return tuple(
        sorted(
            (one for one in found if one.is_known or one.option.status != OptionStatus.DISCARDED),
            key=lambda one: (
                one.rank is None,
                one.rank or 0,
                -(one.points or 0),
                code_order(one.option),
            ),
        )
    )
