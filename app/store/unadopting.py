"""Undo of an adoption: the values, where they come from and the round's state, as one act."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.store import history
from app.store.changes import Act
from app.store.refusals import UndoRefused
from app.store.undoing import undo
from methodology.rounds import Round, State
from methodology.text import N_


def undo_adoption(session: Session, asked: Round, *, by: str) -> Act:
    """Take back the act that adopted a round's result, whole: the round is shown again.

    UndoRefused when an adopted value was changed since, or the history does not hold that act.
    """
    found = _adopting(session, asked.id)
    if found is None:
        raise UndoRefused(
            N_(
                "The history does not hold how this result was adopted."
                " Change the values in their stage."
            )
        )
    return undo(session, found.revision, by=by)


def _adopting(session: Session, key: UUID) -> Act | None:
    """Return the act that last changed the round's state, where it adopted its result."""
    for act, altered, _ in history.since(session, [key]):
        before, after = altered.before or {}, altered.after or {}
        if "state" in {*before, *after}:
            is_adopting = (before.get("state"), after.get("state")) == (
                State.REVEALED.value,
                State.ADOPTED.value,
            )
            return act if is_adopting else None
    return None
