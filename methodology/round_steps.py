"""How a round goes from draft to adopted, and what may not change on the way.

A round's rules are fixed when it opens. `refuse_step` is the state machine: the store asks it
before any change of a round is written, an undone act included.
"""

from collections.abc import Mapping
from datetime import datetime

from methodology.rounds import Round, State
from methodology.text import N_, Problem

STEPS: Mapping[State, frozenset[State]] = {
    State.DRAFT: frozenset({State.OPEN, State.VOID}),
    State.OPEN: frozenset({State.DRAFT, State.SEALING, State.VOID}),
    State.SEALING: frozenset({State.CLOSED}),
    State.CLOSED: frozenset({State.REVEALED, State.OPEN, State.VOID}),
    State.REVEALED: frozenset({State.CLOSED, State.ADOPTED, State.OPEN, State.VOID}),
    State.ADOPTED: frozenset({State.REVEALED}),
    State.VOID: frozenset(),
}
LIVE = frozenset({"state", "turn", "opened_at", "ends_at", "closed_at", "void_reason"})


class RoundFixed(Problem):
    """An attempt to change what voters were told when the round opened."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "The round has been opened, so its question, items and rules stay as they are."
                " Nothing was changed: void it with a reason and make a new one."
            )
        )


class NoSuchStep(Problem):
    """A round cannot go from the state it is in to the one asked for."""

    def __init__(self, now: State, wanted: State) -> None:
        super().__init__(
            N_("A round that is “{now}” cannot become “{wanted}”."), now=now, wanted=wanted
        )
        self.now, self.wanted = now, wanted


class NotOpen(Problem):
    """A ballot for a round that is not open."""

    def __init__(self) -> None:
        super().__init__(N_("This round is not open. Your answer was not counted."))


class RoundClosed(NotOpen):
    """A ballot for a round, or a turn of it, that is over."""

    def __init__(self) -> None:
        Problem.__init__(self, N_("This round is closed. Your last answer before that counts."))


class ReasonMissing(Problem):
    """A round is declared void without a reason."""

    def __init__(self) -> None:
        super().__init__(N_("Write why the round is void: the plan says so."))


def refuse_step(before: Round, after: Round) -> None:
    """Refuse a change of a round that the rules do not allow.

    RoundFixed when what voters were told would change, NoSuchStep for a state out of order,
    ReasonMissing for a void round without a reason.
    """
    if before.state is not State.DRAFT and _told(before) != _told(after):
        raise RoundFixed
    if after.state is not before.state:
        is_next_turn = after.turn == before.turn + 1 <= before.turns
        is_again = after.state is State.OPEN and before.is_over
        if after.state not in STEPS[before.state] or (is_again and not is_next_turn):
            raise NoSuchStep(before.state, after.state)
    elif after.turn != before.turn:
        raise NoSuchStep(before.state, after.state)
    if after.turn != before.turn and after.state is not State.OPEN:
        raise NoSuchStep(before.state, after.state)
    if after.state is State.VOID and not after.void_reason:
        raise ReasonMissing


def opened(given: Round, at: datetime) -> dict[str, object]:
    """Return the new values of a round that opens, or opens its next turn, at this moment."""
    turn = given.turn + 1 if given.is_over else given.turn
    return {"state": State.OPEN, "turn": turn, "opened_at": at, "ends_at": None, "closed_at": None}


def _told(given: Round) -> dict[str, object]:
    return {name: value for name, value in given if name not in LIVE}
