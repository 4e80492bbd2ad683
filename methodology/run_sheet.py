"""A meeting's run sheet against the clock: which block is on, how late, when it will end."""

from collections.abc import Sequence
from dataclasses import dataclass

from methodology.agenda import Slot
from methodology.clock import minute_of, time_of


@dataclass(frozen=True)
class Running:
    """The block that was begun last, and the minute of the day it was begun at."""

    place: int
    at: int


@dataclass(frozen=True)
class Line:
    """A block with the clock time expected of it now, and where it stands."""

    slot: Slot
    begins: str
    ends: str
    is_past: bool = False
    is_now: bool = False
    left: int = 0


@dataclass(frozen=True)
class RunSheet:
    """Every block as it is expected now; `late` is how many minutes behind the plan it is."""

    lines: tuple[Line, ...]
    late: int | None = None
    ends: str = ""


def run_sheet(slots: Sequence[Slot], running: Running | None, now: int) -> RunSheet:
    """Return the run sheet as it stands at a minute of the day.

    Before a block is begun it is the plan. A block that takes longer than planned pushes the rest
    back minute by minute; `late` compares the expected end with the planned one.
    """
    planned = [minute_of(slot.begins) for slot in slots]
    if running is None or running.place >= len(slots):
        lines = tuple(Line(slot, slot.begins, slot.ends) for slot in slots)
        return RunSheet(lines, None, slots[-1].ends if slots else "")
    minute = running.at
    lines_made: list[Line] = []
    for place, slot in enumerate(slots):
        if place < running.place:
            lines_made.append(Line(slot, slot.begins, slot.ends, is_past=True))
            continue
        after = minute + slot.block.minutes
        is_now = place == running.place
        left = after - now if is_now else 0
        if is_now:
            after = max(after, now)
        lines_made.append(Line(slot, time_of(minute), time_of(after), is_now=is_now, left=left))
        minute = after
    first = planned[0]
    end = None if first is None else first + sum(slot.block.minutes for slot in slots)
    late = None if end is None else minute - end
    return RunSheet(tuple(lines_made), late, time_of(minute))
