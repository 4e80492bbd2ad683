"""Whether options are distinct: each pair must differ in what it wants to win on.

An option's priorities are the purchase factors it lists and, where given, the performance it aims
at in each. Two options differ in a factor that only one of them lists, and in one where their
targets are at least a point apart. That two such differences are needed is a house convention.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from uuid import UUID

from methodology.buyers import PurchaseFactor
from methodology.code_order import code_order
from methodology.options import OptionStatus, StrategicOption
from methodology.snapshot import Snapshot
from methodology.targets import OptionTarget

LEAST_DIFFERENCES = 2
APART = 1  # points between two targets that make a difference


@dataclass(frozen=True)
class Pair:
    """Two options and the purchase factors in which they differ."""

    one: StrategicOption
    other: StrategicOption
    factors: tuple[PurchaseFactor, ...]

    @property
    def is_distinct(self) -> bool:
        """Say whether they differ enough to stay two options."""
        return len(self.factors) >= LEAST_DIFFERENCES


def pairs(snapshot: Snapshot) -> tuple[Pair, ...]:
    """Return every pair of options still in play, by their codes, with their differences."""
    kept = [one for one in snapshot.all(StrategicOption) if one.status != OptionStatus.DISCARDED]
    aims = targets(snapshot)
    factors = sorted(snapshot.all(PurchaseFactor), key=code_order)
    return tuple(
        Pair(one, other, tuple(each for each in factors if _differ(one, other, each.id, aims)))
        for one, other in combinations(sorted(kept, key=code_order), 2)
    )


def to_merge(snapshot: Snapshot) -> tuple[Pair, ...]:
    """Return the pairs that differ in too little: candidates for a merger."""
    return tuple(pair for pair in pairs(snapshot) if not pair.is_distinct)


def targets(snapshot: Snapshot) -> Mapping[tuple[UUID, UUID], int]:
    """Return the performance aimed at, by option and purchase factor."""
    return {(one.option, one.factor): one.target for one in snapshot.all(OptionTarget)}


def _differ(
    one: StrategicOption,
    other: StrategicOption,
    factor: UUID,
    aims: Mapping[tuple[UUID, UUID], int],
) -> bool:
    if (factor in one.purchase_factors) != (factor in other.purchase_factors):
        return True
    first, second = aims.get((one.id, factor)), aims.get((other.id, factor))
    return first is not None and second is not None and abs(first - second) >= APART
