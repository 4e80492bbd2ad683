"""Options against the purchase factors: what each wants to win on, and how good it wants to be."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from methodology.buyers import BuyerSegment, PurchaseFactor
from methodology.code_order import code_order
from methodology.option_pairs import targets
from methodology.options import StrategicOption
from methodology.snapshot import Snapshot

Group = tuple[BuyerSegment | None, tuple[PurchaseFactor, ...]]


@dataclass(frozen=True)
class Profile:
    """Options, purchase factors segment by segment, and targets by option and factor."""

    options: tuple[StrategicOption, ...]
    segments: tuple[Group, ...]
    targets: Mapping[tuple[UUID, UUID], int]

    @property
    def factors(self) -> tuple[PurchaseFactor, ...]:
        """All the factors, in the order of their segments."""
        return tuple(factor for _segment, factors in self.segments for factor in factors)


def profile(snapshot: Snapshot) -> Profile:
    """Return the options against every purchase factor, both by their codes."""
    options = sorted(snapshot.all(StrategicOption), key=code_order)
    factors = sorted(snapshot.all(PurchaseFactor), key=code_order)
    segments = sorted(snapshot.all(BuyerSegment), key=code_order)
    known = {one.id for one in segments}
    groups: list[Group] = [
        (segment, tuple(one for one in factors if one.segment == segment.id))
        for segment in segments
    ]
    groups.append((None, tuple(one for one in factors if one.segment not in known)))
    return Profile(tuple(options), tuple(group for group in groups if group[1]), targets(snapshot))
