"""Value curves of a segment, and what each option eliminates, reduces, raises and creates.

A curve joins the performance on each factor in the stored order of the axis: the line itself means
nothing, only the levels do (Kim and Mauborgne 2005).
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from methodology.code_order import code_order
from methodology.options import OptionStatus, StrategicOption
from methodology.purchase import FactorReading, SegmentReading
from methodology.snapshot import Snapshot
from methodology.targets import Move, OptionTarget

STEP = Decimal(1)  # from which a target above or below today's performance is a move


@dataclass(frozen=True)
class OptionCurve:
    """The levels an option aims at, in the order of the factors; None where it says nothing."""

    option: StrategicOption
    levels: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class Moves:
    """What an option does with the factors of a segment, move by move."""

    option: StrategicOption
    factors: Mapping[Move, tuple[FactorReading, ...]]


def move(target: OptionTarget, own: Decimal | None) -> Move | None:
    """Return what a target does with a factor: as stored, else raised or reduced by a point."""
    if target.move is not None or own is None:
        return target.move
    if target.target - own >= STEP:
        return Move.RAISE
    return Move.REDUCE if own - target.target >= STEP else None


def option_curves(snapshot: Snapshot, reading: SegmentReading) -> tuple[OptionCurve, ...]:
    """Return the curve of each option with a target in the segment; discarded ones left out."""
    found = []
    for option, targets in _targets(snapshot).items():
        levels = [targets.get(one.factor.id) for one in reading.factors]
        if any(levels):
            values = tuple(Decimal(one.target) if one else None for one in levels)
            found.append(OptionCurve(option, values))
    return tuple(found)


def option_moves(snapshot: Snapshot, reading: SegmentReading) -> tuple[Moves, ...]:
    """Return what each option eliminates, reduces, raises and creates in the segment."""
    found = []
    for option, targets in _targets(snapshot).items():
        moves: dict[Move, list[FactorReading]] = defaultdict(list)
        for one in reading.factors:
            target = targets.get(one.factor.id)
            if target and (made := move(target, one.value("own"))):
                moves[made].append(one)
        if moves:
            ordered = {kind: tuple(moves[kind]) for kind in Move if kind in moves}
            found.append(Moves(option, ordered))
    return tuple(found)


def _targets(snapshot: Snapshot) -> Mapping[StrategicOption, Mapping[UUID, OptionTarget]]:
    found: dict[UUID, dict[UUID, OptionTarget]] = defaultdict(dict)
    for target in snapshot.all(OptionTarget):
        found[target.option][target.factor] = target
    kept = (one for one in snapshot.all(StrategicOption) if one.status != OptionStatus.DISCARDED)
    ordered = sorted(kept, key=code_order)
    return {option: found[option.id] for option in ordered if option.id in found}
