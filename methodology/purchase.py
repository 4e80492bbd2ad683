"""What is known of each buyer segment: buyers, stand-ins and firms apart, values in their order.

Buyers' values are the ones to work with. Experts who stand in for buyers speak, marked, only where
buyers have not; what firms believe of themselves is shown beside and never used.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from methodology.adoption import Adoption, Basis, written
from methodology.buyers import BuyerSegment, FactorScore, PurchaseFactor
from methodology.code_order import code_order
from methodology.importance import Lines, Quadrant, Rated, Value, lines, value
from methodology.panel import Opinion, exact, opinion, raters_by_id
from methodology.raters import Side
from methodology.snapshot import Snapshot, derived

SHIFT = Decimal(1)  # of importance, from today's buyers to advanced ones: the seed of an option
ASKED: Mapping[str, tuple[Side, ...]] = {
    "importance_today": (Side.BUYER, Side.PROXY),
    "importance_advanced": (Side.ADVANCED_BUYER, Side.PROXY),
    "own": (Side.BUYER, Side.ADVANCED_BUYER, Side.PROXY),
    "rival": (Side.BUYER, Side.ADVANCED_BUYER, Side.PROXY),
    "reference": (Side.BUYER, Side.ADVANCED_BUYER, Side.PROXY),
}
IMPORTANCES = ("importance_today", "importance_advanced")
PERFORMANCES = ("own", "rival", "reference")
BUYERS = (Side.BUYER, Side.ADVANCED_BUYER, Side.PROXY)
SELF_IMAGE = "self_image"  # the field of what firms vote of themselves, beside the five asked for


@dataclass(frozen=True)
class FactorReading:
    """One factor with what is known of each of its five values.

    `stand_ins` are the values that do not rest on buyers: experts scored them in their place, or a
    workshop voted them. Who spoke decides, before a value is adopted as after.
    """

    factor: PurchaseFactor
    opinions: Mapping[str, Opinion]
    stand_ins: Mapping[str, Basis] = field(default_factory=dict)

    def value(self, name: str) -> Decimal | None:
        """Return the value to work with: the adopted one, else the median of who was asked."""
        return self.opinions[name].value

    @property
    def self_image(self) -> Decimal | None:
        """What the firms say of themselves: the raters' median, else what a round of them voted."""
        heard = self.opinions["own"].sides.get(Side.FIRM)
        return exact(heard.median) if heard else self.factor.self_image

    @property
    def shift(self) -> Decimal | None:
        """How much more it matters to advanced buyers than to today's."""
        today, advanced = self.value("importance_today"), self.value("importance_advanced")
        return None if today is None or advanced is None else advanced - today

    @property
    def is_seed(self) -> bool:
        """Say whether advanced buyers ask for a point or more: the seed of an option."""
        return self.shift is not None and self.shift >= SHIFT

    @property
    def place(self) -> tuple[Decimal, Decimal] | None:
        """Importance today and performance of the cluster, once both are known."""
        today, own = self.value("importance_today"), self.value("own")
        return None if today is None or own is None else (today, own)

    @property
    def rated(self) -> Rated | None:
        """Importance, own performance and the best rival's, once all are known."""
        best = self.value("rival")
        return None if self.place is None or best is None else Rated(*self.place, best)


@dataclass(frozen=True)
class SegmentReading:
    """A buyer segment with its factors in the order of the axis and who was heard."""

    segment: BuyerSegment
    factors: tuple[FactorReading, ...]
    heard: Mapping[Side, int]

    @property
    def respondents(self) -> int:
        """How many buyers, advanced buyers and stand-ins scored."""
        return sum(self.heard.get(side, 0) for side in BUYERS)

    @property
    def lines(self) -> Lines | None:
        """The lines between high and low, as the segment stores them."""
        one = self.segment
        places = [factor.place for factor in self.factors if factor.place]
        return lines(places, one.crosshair, (one.line_importance, one.line_performance))

    @property
    def quadrants(self) -> tuple[tuple[FactorReading, Quadrant], ...]:
        """Each factor with its quadrant, those without importance or performance left out."""
        found = self.lines
        return tuple(
            (one, found.quadrant(*one.place)) for one in self.factors if found and one.place
        )

    @property
    def compared(self) -> tuple[FactorReading, ...]:
        """The factors that can be set against the best rival."""
        return tuple(one for one in self.factors if one.rated)

    @property
    def value(self) -> Value | None:
        """The factors together: weights, weighted gaps and relative value."""
        return value([one.rated for one in self.compared if one.rated])

    @property
    def gaps(self) -> tuple[tuple[FactorReading, Decimal, Decimal], ...]:
        """Factor, weight and weighted gap, the widest first."""
        if self.value is None:
            return ()
        found = zip(self.compared, self.value.weights, self.value.gaps, strict=True)
        return tuple(sorted(found, key=lambda one: -one[2]))

    @property
    def seeds(self) -> tuple[FactorReading, ...]:
        """The factors that matter a point more to advanced buyers, the widest shift first."""
        found = (one for one in self.factors if one.is_seed)
        return tuple(sorted(found, key=lambda one: -(one.shift or 0)))


@derived
def segments(snapshot: Snapshot) -> tuple[SegmentReading, ...]:
    """Return what is known of every buyer segment."""
    raters, scores, adopted = raters_by_id(snapshot), _scores(snapshot), _adopted(snapshot)
    factors: dict[UUID, list[FactorReading]] = defaultdict(list)
    heard: dict[UUID, dict[UUID, Side]] = defaultdict(dict)
    for factor in sorted(snapshot.all(PurchaseFactor), key=_place):
        given = [(raters[one.rater].side, one) for one in scores.get(factor.id, ())]
        heard[factor.segment].update((one.rater, side) for side, one in given if _says(one))
        factors[factor.segment].append(_reading(factor, given, adopted.get(factor.id, {})))
    return tuple(
        SegmentReading(one, tuple(factors.get(one.id, ())), _count(heard.get(one.id, {})))
        for one in sorted(snapshot.all(BuyerSegment), key=code_order)
    )


def segment_reading(snapshot: Snapshot, key: UUID) -> SegmentReading | None:
    """Return what is known of one buyer segment, None when it is not there."""
    return next((one for one in segments(snapshot) if one.segment.id == key), None)


def _place(factor: PurchaseFactor) -> tuple[bool, int, str]:
    return (factor.order is None, factor.order or 0, factor.code)


def _reading(
    factor: PurchaseFactor,
    given: list[tuple[Side, FactorScore]],
    adopted: Mapping[str, Adoption],
) -> FactorReading:
    opinions = {
        name: opinion(
            getattr(factor, name), ((side, getattr(one, name)) for side, one in given), order
        )
        for name, order in ASKED.items()
    }
    found = ((name, _stand_in(one, adopted.get(name))) for name, one in opinions.items())
    return FactorReading(factor, opinions, {name: basis for name, basis in found if basis})


def _stand_in(known: Opinion, adopted: Adoption | None) -> Basis | None:
    """Return what stands in for buyers: raters who are experts, a round of votes, or nothing.

    A value that was typed, or changed since it was adopted, is whoever speaks of it now.
    """
    speaker = known.speaker.label if known.speaker else ""
    if adopted and adopted.value == written(known.adopted):
        if adopted.basis is Basis.ROUND:
            return Basis.ROUND
        speaker = adopted.unit or speaker
    return Basis.RATERS if speaker == Side.PROXY.label else None


def _adopted(snapshot: Snapshot) -> Mapping[UUID, Mapping[str, Adoption]]:
    found: dict[UUID, dict[str, Adoption]] = defaultdict(dict)
    for one in snapshot.all(Adoption):
        if one.about_table == PurchaseFactor.table:
            found[one.about_id][one.field] = one
    return found


def _says(score: FactorScore) -> bool:
    return any(getattr(score, name) is not None for name in ASKED)


def _scores(snapshot: Snapshot) -> Mapping[UUID, list[FactorScore]]:
    found: dict[UUID, list[FactorScore]] = defaultdict(list)
    for score in snapshot.all(FactorScore):
        found[score.factor].append(score)
    return found


def _count(heard: Mapping[UUID, Side]) -> dict[Side, int]:
    sides = [*heard.values()]
    return {side: sides.count(side) for side in Side if side in sides}
