"""Which round the facilitator has before them, and what the room sees: one scene for a project."""

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

import streamlit as st

from app import state
from app.store import Act, history
from methodology.record import SHORT, clean_line
from methodology.round_results import View
from methodology.rounds import Round, State
from methodology.snapshot import Snapshot

CHOSEN, VIEW, WANTED = "round", "votes_view", "votes_wanted"
WORKSHOP = timedelta(hours=6)  # after which nobody waits for a result any more
ROUNDS, START, JOINING, CARDS, AGENDA = "rounds", "start", "joining", "cards", "agenda"


@dataclass(frozen=True)
class Scene:
    """What the projector shows: the way in, or a round in one of the views of its result.

    Without a round it follows the work: the step that was done last, else whatever is open.
    """

    is_joining: bool = False
    round_id: UUID | None = None
    view: View = View.DECLARED
    without: UUID | None = None
    is_shift: bool = False
    is_reasons: bool = False
    is_groups: bool = False


def chosen_round() -> Round | None:
    """Return the round the facilitator is at; None at another view, or when it is gone."""
    if st.session_state.get(VIEW, ROUNDS) != ROUNDS:
        return None
    return state.snapshot().get(Round, state.kept(CHOSEN))


def choose_round(key: UUID | None) -> None:
    """Go to a round, or back to the list."""
    state.keep(CHOSEN, key)
    go_to(ROUNDS)


def go_to(view: str) -> None:
    """Have the next run of the page show one of its views."""
    state.keep(WANTED, view)


def settle_view() -> None:
    """Show the view that was asked for: before the choice of views is drawn."""
    if wanted := state.kept(WANTED):
        st.session_state[VIEW] = wanted
        state.keep(WANTED, None)


def tidy(typed: str) -> str:
    """Return what somebody typed as a name can hold it: one line, short, nothing unprintable."""
    return str(clean_line(typed)).strip()[:SHORT].strip()


def round_name(snapshot: Snapshot, wanted: str) -> str:
    """Return a name that no other round has: a number is added where it is taken."""
    taken = {one.name.casefold() for one in snapshot.all(Round)}
    name, number = wanted[: SHORT - 5], 2
    while name.casefold() in taken:
        name, number = f"{wanted[: SHORT - 5]} ({number})", number + 1
    return name


def scene() -> Scene:
    """Return what the room sees: what was chosen, or the round a later step was done with.

    Steps are done at the desk and on the remote control, which is another program.
    """
    chosen, revision = _scenes().get(state.key(), (Scene(), 0))
    step = _last_step(state.snapshot(), revision)
    return chosen if step in (None, chosen.round_id) else Scene(round_id=step)


def set_scene(wanted: Scene) -> None:
    """Have every projector of this project show something."""
    _scenes()[state.key()] = wanted, state.folder().revision()


def _last_step(snapshot: Snapshot, revision: int) -> UUID | None:
    """Return the round whose state an act after a revision changed last, in today's workshop."""
    done = snapshot.recall("steps of rounds", lambda: _steps(snapshot))
    oldest = state.now() - WORKSHOP
    return next((key for key, act in done if act.revision > revision and act.at > oldest), None)


def _steps(snapshot: Snapshot) -> list[tuple[UUID, Act]]:
    """Return the last step of each round that a room may see, newest first."""
    shown = [one.id for one in snapshot.all(Round) if one.state not in (State.DRAFT, State.VOID)]
    found: dict[UUID, Act] = {}
    with state.folder().read() as session:
        for act, altered, _ in history.since(session, shown) if shown else ():
            if "state" in (altered.before or {}):
                found.setdefault(altered.id, act)
    return [*found.items()]


def show_round(asked: Round) -> None:
    """Have the room see a round, its result as declared."""
    set_scene(replace(Scene(), round_id=asked.id))


def on_screen(snapshot: Snapshot) -> Round | None:
    """Return the round the room sees; None while it sees the way in."""
    wanted = scene()
    if wanted.is_joining:
        return None
    if found := snapshot.get(Round, wanted.round_id):
        return found
    running = [one for one in snapshot.all(Round) if one.is_running]
    return max(running, key=lambda one: str(one.opened_at), default=None)


@st.cache_resource(show_spinner=False)
def _scenes() -> dict[str, tuple[Scene, int]]:
    """What was chosen for each project, and as of which revision: all windows share it."""
    return {}
