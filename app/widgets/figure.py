"""What a figure is: what it shows, its source line, how it is drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from app import charts
from app.i18n import Reader
from methodology.record import Record
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import Remark

F = TypeVar("F")
Make = Callable[[Snapshot, charts.Style], object]
Source = Callable[[Snapshot, Reader], str]
NARROW = 540  # px below which most figures cannot be read: there they scroll in their own box
WHOLE = 1040  # px below which those scroll whose texts are fitted to the width of a page


@dataclass(frozen=True)
class Figure:
    """A figure by its name in the address; `make` gives None while there is nothing to show.

    `is_finding` says that the finding of the stage is what the figure shows; `short` is its name
    in a choice of views; `least` is the width in px below which it scrolls in its own box, 0 when
    it can be read at any. With `subjects` it can be about one record: the one that the address
    names; until then about the first of them, or about all.
    """

    stage: Stage
    title: str
    make: Make
    source: Source
    is_finding: bool = False
    short: str = ""
    subjects: "Subjects | None" = None
    least: int = NARROW

    def about(self, snapshot: Snapshot, key: UUID | None) -> "Figure":
        """Return the figure about one of its subjects; itself when it has none of this id."""
        if self.subjects is None or key is None:
            return self
        found = (one for one in self.subjects.all(snapshot) if one.id == key)
        subject = next(found, None)
        return self.subjects.of(subject) if subject else self

    def subject(self, snapshot: Snapshot, key: UUID | None) -> Record | None:
        """Return the record that the figure is about when one is asked for; None if about all."""
        if self.subjects is None:
            return None
        known = self.subjects.all(snapshot)
        begins = None if self.subjects.begin_together else next(iter(known), None)
        return next((one for one in known if one.id == key), begins)


@dataclass(frozen=True)
class Subjects:
    """The records a figure can be about, and the figure about one of them.

    With `begin_together` it shows all of them until one is asked for, else the first.
    """

    all: Callable[[Snapshot], Sequence[Record]]
    of: Callable[[Record], Figure]
    begin_together: bool = False


def drawing(
    find: Callable[[Snapshot], F | None],
    draw: Callable[[F, charts.Style], object],
    is_begun: Callable[[F], object] = bool,
) -> Make:
    """Return what draws what `find` reads of the project, once there is something to show."""

    def make(snapshot: Snapshot, style: charts.Style) -> object:
        found = find(snapshot)
        return draw(found, style) if found is not None and is_begun(found) else None

    return make


def saying(remark: Callable[[Snapshot], Remark]) -> Source:
    """Return the source line that the method has words for."""
    return lambda snapshot, _: remark(snapshot).text(_)


def always(text: str) -> Source:
    """Return a source line that is the same for every project."""
    return lambda _snapshot, _: _(text)
