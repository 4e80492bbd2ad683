"""What a person does to a project: change sets going in, acts and alterations coming out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from methodology.record import Record
from methodology.text import N_, Remark, Translate

UNDO = N_("Undo: {what}")
REDO = N_("Redo: {what}")


@dataclass(frozen=True)
class Put:
    """A new record, whole."""

    record: Record


@dataclass(frozen=True)
class Edit:
    """New values of some fields of a record.

    `seen`, where given, is what the person had before their eyes in those fields: it decides about
    conflicts in the place of the revision that the whole change set expects.
    """

    cls: type[Record]
    id: UUID
    values: Mapping[str, Any]
    seen: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Remove:
    """The removal of a record; one that is already gone is no error."""

    cls: type[Record]
    id: UUID


Change = Put | Edit | Remove


@dataclass(frozen=True)
class ChangeSet:
    """One act of a person, written whole or not at all and undone as one.

    `title` is an English message that names the act, `values` what goes into its places.
    """

    title: str
    changes: tuple[Change, ...]
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Act:
    """A change set that was written; `revision` is its number.

    `count` is the number of records it altered: 0 when there was nothing to write, and the
    revision is then that of the act before.
    """

    revision: int
    at: datetime
    by: str
    title: str
    values: Mapping[str, str | int] = field(default_factory=dict)
    count: int = 0
    undone_by: int | None = None
    undoes: int | None = None

    def text(self, translate: Translate) -> str:
        """Return what was done, in the reader's language."""
        if self.title not in (UNDO, REDO):
            return Remark(self.title, self.values).text(translate)
        what = Remark(str(self.values["what"]), self.values)
        return Remark(self.title, {"what": what}).text(translate)


@dataclass(frozen=True)
class Alteration:
    """What an act did to one record: the stored values of the fields it changed.

    `before` is None where the act made the record, `after` where it removed it; both then hold
    every field. Values are those of `model_dump(mode="json")`.
    """

    cls: type[Record]
    id: UUID
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None

    @property
    def fields(self) -> frozenset[str]:
        """The names of the fields it changed."""
        return frozenset((self.before or {}).keys() | (self.after or {}).keys())
