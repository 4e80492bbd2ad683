"""What the facilitator does to a round, and what may be known of it while it runs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import streamlit as st

from app import state
from app.store import ChangeSet, Edit, voting
from app.store.passphrase import REMOTE, has_passphrase, set_passphrase
from app.store.sealing import raw
from app.store.voting import Turnout
from methodology.ballot import Answer, Sheet
from methodology.rounds import Channel, Round, State, VoterCard
from methodology.text import N_, Problem

_BACK = {
    State.OPEN: State.DRAFT,
    State.REVEALED: State.CLOSED,
}


@dataclass(frozen=True)
class Entry:
    """One voter of the list, and whether they have voted."""

    card: UUID
    label: str
    has_voted: bool


def open_voting(asked: Round) -> bool:
    """Open a round, or its next turn; say what it lacks where it cannot be opened."""
    return _done(lambda: voting.open_round(state.folder(), asked.id, by=state.person()))


def close_voting(asked: Round) -> bool:
    """Close a round: its ballots are counted and, where it is secret, cut from their voters."""
    return _done(lambda: voting.close_round(state.folder(), asked.id, by=state.person()))


def go_on_sealing(asked: Round) -> bool:
    """Try again to seal a round that something held up; True once it is closed."""
    try:
        return voting.seal_round(state.folder(), asked.id, by=state.person())
    except Problem as problem:
        state.tell(problem)
        return False


def reveal(asked: Round) -> bool:
    """Show the result to the room."""
    return _edit(asked, State.REVEALED, N_("Show the result of “{round}”"))


def step_back(asked: Round) -> bool:
    """Go one step back: allowed until a result is adopted; an adoption is undone as its act."""
    return _edit(asked, _BACK[asked.state], N_("Take round “{round}” one step back"))


def void_round(asked: Round, reason: str) -> bool:
    """Declare a round void, with the reason that the plan prints."""
    return _done(lambda: voting.void_round(state.folder(), asked.id, reason, by=state.person()))


def enter_ballots(
    form: Sheet, answers: Sequence[Answer], channel: Channel, card: UUID | None
) -> bool:
    """Keep ballots of people without a phone; say why not where one is not valid."""
    return _done(lambda: voting.enter_ballots(state.folder(), form, answers, channel, card))


def turnout(asked: Round) -> Turnout:
    """Return how many have voted, of how many where there is a list; never what."""
    with state.folder().read() as session:
        return voting.turnout(session, asked)


def joined() -> int:
    """Return how many phones and cards came in today."""
    with state.folder().read() as session:
        return voting.presence(session, state.today()).count


def is_crowded(asked: Round) -> bool:
    """Say whether far more ballots came from phones than phones came in."""
    with state.folder().read() as session:
        return voting.is_crowded(session, asked)


def roll_of(asked: Round) -> list[Entry] | None:
    """Return who is entitled to vote and who has; None where that may not be told, or no list."""
    with state.folder().read() as session:
        found = voting.participants(session, asked)
    if found is None:
        return None
    snapshot = state.snapshot()
    entries = (
        Entry(key, card.label, has_voted)
        for key, has_voted in found.items()
        if (card := snapshot.get(VoterCard, key))
    )
    return sorted(entries, key=lambda one: one.label.casefold())


def card_codes(cards: Sequence[VoterCard]) -> dict[UUID, str]:
    """Return the codes of cards, to be printed."""
    return voting.card_codes(state.folder(), cards)


def card_address(address: str, code: str) -> str:
    """Return what the QR code of a card says: the page with the code already typed."""
    return f"{address}/c/{code.replace('-', '')}"


def came() -> frozenset[UUID]:
    """Return the cards that came in today."""
    with state.folder().read() as session:
        return voting.presence(session, state.today()).cards


def count_down(asked: Round, seconds: int) -> bool:
    """Have an open round's countdown end so many seconds from now; the vote stays open then."""
    values = {"ends_at": state.now() + timedelta(seconds=seconds)}
    change = Edit(Round, asked.id, values)
    title = N_("Start the countdown of “{round}”")
    return state.apply(ChangeSet(title, (change,), {"round": asked.name})) is not None


def set_remote(phrase: str) -> bool:
    """Keep the passphrase of the facilitator's own phone; an empty one takes it away."""
    return _done(lambda: _keep_remote(phrase))


def has_remote() -> bool:
    """Say whether a passphrase for the remote control was set."""
    with state.folder().read() as session:
        return has_passphrase(raw(session), REMOTE)


def _keep_remote(phrase: str) -> None:
    with state.folder().begin() as session:
        set_passphrase(raw(session), REMOTE, phrase)


def _edit(asked: Round, wanted: State, title: str) -> bool:
    change = Edit(Round, asked.id, {"state": wanted})
    return state.apply(ChangeSet(title, (change,), {"round": asked.name})) is not None


def _done(act: Callable[[], object]) -> bool:
    """Do something to the votes; say what stopped it and return False when it was refused."""
    try:
        with st.spinner("", show_time=False):
            act()
    except Problem as problem:
        state.tell(problem)
        return False
    state.say(state.reader()(N_("Saved")))
    return True
