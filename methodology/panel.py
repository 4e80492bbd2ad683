"""Whose scores count: each side apart, the one that knows best first, none of them pooled."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from uuid import UUID

from methodology.raters import Rater, Side
from methodology.snapshot import Snapshot
from methodology.spread import Spread, spread


@dataclass(frozen=True)
class Opinion:
    """What is known of one value: the adopted one, and each side's scores apart.

    `speaker` is the side whose median stands while nothing is adopted.
    """

    adopted: Decimal | None = None
    speaker: Side | None = None
    sides: Mapping[Side, Spread] = field(default_factory=dict)

    @property
    def spread(self) -> Spread | None:
        """The scores of the side that speaks."""
        return self.sides[self.speaker] if self.speaker else None

    @cached_property
    def median(self) -> Decimal | None:
        """The median of the side that speaks."""
        return exact(self.spread.median) if self.spread else None

    @property
    def value(self) -> Decimal | None:
        """The value to work with: the adopted one, the median while there is none."""
        return self.median if self.adopted is None else self.adopted

    @property
    def is_provisional(self) -> bool:
        """Say whether the value is a median that nobody has adopted yet."""
        return self.adopted is None and self.speaker is not None

    @property
    def is_disputed(self) -> bool:
        """Say whether the side that speaks should talk before the value is adopted."""
        return self.spread is not None and self.spread.is_disputed


def exact(value: float) -> Decimal:
    """Return a median as a number that compares without rounding: 3.5, not 3.50."""
    return Decimal(str(value)).normalize()


def sides(scores: Iterable[tuple[Side, float | None]]) -> dict[Side, Spread]:
    """Return the scores of each side apart, sides that gave none left out."""
    grouped: dict[Side, list[float | None]] = defaultdict(list)
    for side, score in scores:
        grouped[side].append(score)
    found = ((side, spread(grouped[side])) for side in Side if side in grouped)
    return {side: one for side, one in found if one}


def opinion(
    adopted: Decimal | None,
    scores: Iterable[tuple[Side, float | None]],
    order: Sequence[Side],
) -> Opinion:
    """Return what is known of one value; `order` says whose median stands in, best first."""
    found = sides(scores)
    speaker = next((side for side in order if side in found), None)
    return Opinion(adopted, speaker, found)


def raters_by_id(snapshot: Snapshot) -> Mapping[UUID, Rater]:
    """Return the raters of a project by their ids."""
    return {rater.id: rater for rater in snapshot.all(Rater)}
