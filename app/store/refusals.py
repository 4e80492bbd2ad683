"""Why a change set is refused: nothing of it was written, and each says what stands against it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from methodology.record import Attribute, Record
from methodology.text import N_, Problem, Remark

_NAMED = 3


@dataclass(frozen=True)
class Clash:
    """One field that two people changed to different values."""

    record: Record
    field: Attribute
    theirs: Any
    yours: Any


class Conflict(Problem):
    """Somebody else changed the same field meanwhile; `clashes` has both values of each.

    `theirs` and `yours` are python values; the message shows those of the first clash.
    """

    def __init__(self, clashes: tuple[Clash, ...], **shown: object) -> None:
        super().__init__(
            N_(
                "{record}: somebody changed “{field}” meanwhile. It is now “{theirs}” and you "
                "entered “{yours}”. Nothing of yours was saved: look at the new value and decide."
            ),
            field=Remark(clashes[0].field.label),
            **shown,
        )
        self.clashes = clashes


class ChangedMeanwhile(Problem):
    """A record to be removed was changed by somebody else since the person saw it."""

    def __init__(self, cls: type[Record], key: UUID, record: Remark, by: str) -> None:
        super().__init__(
            N_("{record} was changed by {by} meanwhile, so it was not removed: look at it again."),
            record=record,
            by=by,
        )
        self.record_type, self.id = cls, key


class Gone(Problem):
    """A record to be changed does not exist any more."""

    def __init__(self, cls: type[Record], key: UUID, record: Remark) -> None:
        super().__init__(
            N_("{record} was removed meanwhile. Nothing was saved; the history can bring it back."),
            record=record,
        )
        self.record_type, self.id = cls, key


class NotUnique(Problem):
    """A second record with the same key or the same code; `field` is empty when it is the key."""

    def __init__(self, record: Record, field: str, message: str, **values: object) -> None:
        super().__init__(message, **values)
        self.record, self.field = record, field


class StillReferenced(Problem):
    """A record to be removed that others point to; `users` has each with the field that points."""

    def __init__(
        self, record: Remark, users: tuple[tuple[Record, Attribute], ...], named: tuple[Remark, ...]
    ) -> None:
        super().__init__(
            N_("{record} is still used by {users}. Nothing was removed."),
            record=record,
            users=named[:_NAMED],
        )
        self.users = users


class UndoRefused(Problem):
    """An act that cannot be undone any more; the message says what stands against it."""
