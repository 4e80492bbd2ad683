"""Attractiveness and capacity of the options: where each stands in the matrix.

The GE–McKinsey family: choose criteria, weigh them, score, multiply, add up. Sums are divided by
the weights used, so that they stay on the scale of the scores; a criterion without a score is
left out of both sums, and how many were used is printed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from uuid import UUID

from methodology.choice import Choice
from methodology.code_order import code_order
from methodology.gaps import option_diamonds
from methodology.options import Axis, OptionCriterion, OptionMerit, OptionScore, StrategicOption
from methodology.raters import Rater, Side
from methodology.scale import MERIT
from methodology.snapshot import Snapshot, derived
from methodology.spread import Spread, spread
from methodology.text import N_
from methodology.weighted_mean import weighted_mean

Cuts = tuple[float, float]
THIRDS: Cuts = (7 / 3, 11 / 3)  # of the scale from 1 to 5
OUT_OF_TEN: Cuts = (3.3, 6.7)  # a published matrix on a scale to 10 cuts here
FINE = 9  # decimals that bands and orders look at: sums of weights are not exact


class Band(Choice):
    """The third of an axis that a value lies in."""

    LOW = "low", N_("Low third")
    MEDIUM = "medium", N_("Middle third")
    HIGH = "high", N_("High third")


class Origin(Choice):
    """Where the score of an option by a criterion comes from."""

    RATERS = "raters", N_("Median of the raters")
    ADOPTED = "adopted", N_("Adopted")
    COVERAGE = "coverage", N_("Coverage of the diamond")


@dataclass(frozen=True)
class Merit:
    """An option by one criterion; `spread` is what the raters gave, adopted score or not."""

    criterion: OptionCriterion
    value: float
    origin: Origin
    spread: Spread | None = None


@dataclass(frozen=True)
class Position:
    """Where an option stands: its scores and what they come to on either axis."""

    option: StrategicOption
    merits: tuple[Merit, ...]

    @property
    def attractiveness(self) -> float | None:
        """The weighted mean of the criteria of attractiveness."""
        return self._on(Axis.ATTRACTIVENESS)

    @property
    def capacity(self) -> float | None:
        """The weighted mean of the criteria of capacity."""
        return self._on(Axis.CAPACITY)

    @property
    def overall(self) -> float | None:
        """The mean of both axes, which options are put in order by; None unless both are known."""
        if self.attractiveness is None or self.capacity is None:
            return None
        return (self.attractiveness + self.capacity) / 2

    @property
    def bands(self) -> tuple[Band | None, Band | None]:
        """The bands of attractiveness and capacity."""
        found = [
            None if value is None else band(value) for value in (self.attractiveness, self.capacity)
        ]
        return found[0], found[1]

    @property
    def is_disputed(self) -> bool:
        """Say whether the raters lie far apart by some criterion that nobody settled."""
        return any(
            one.spread is not None and one.spread.is_disputed
            for one in self.merits
            if one.origin == Origin.RATERS
        )

    def of(self, criterion: OptionCriterion) -> Merit | None:
        """Return the score by a criterion, None where there is none."""
        return next((one for one in self.merits if one.criterion == criterion), None)

    def _on(self, axis: Axis) -> float | None:
        return weighted_mean(
            (one.value, float(one.criterion.weight))
            for one in self.merits
            if one.criterion.axis == axis
        )


def band(value: float, cuts: Cuts = THIRDS) -> Band:
    """Return the band of a value; a value on a cut belongs to the band above it."""
    low, high = (round(cut, FINE) for cut in cuts)
    if round(value, FINE) < low:
        return Band.LOW
    return Band.MEDIUM if round(value, FINE) < high else Band.HIGH


def on_the_scale(share: float) -> float:
    """Return a share from 0 to 1 as a score: nothing is the lowest, everything the highest."""
    return MERIT.least + share * (MERIT.most - MERIT.least)


def diameters(sizes: Iterable[float | None], largest: float) -> list[float | None]:
    """Return the diameters of bubbles whose areas go with the sizes, the largest as given."""
    given = [*sizes]
    most = max((size for size in given if size is not None), default=0)
    return [
        None if size is None or not most else largest * sqrt(max(0.0, size) / most)
        for size in given
    ]


@derived
def positions(snapshot: Snapshot, *, without: UUID | None = None) -> tuple[Position, ...]:
    """Return where every option stands, by their codes; `without` leaves one rater out."""
    given = {
        cell: [score for rater, score in own.items() if rater != without]
        for cell, own in _scores(snapshot).items()
    }
    adopted = {(one.option, one.criterion): float(one.merit) for one in snapshot.all(OptionMerit)}
    coverage = {one.option.id: one.coverage for one in option_diamonds(snapshot)}
    found = criteria(snapshot)
    return tuple(
        Position(
            option,
            tuple(
                merit
                for criterion in found
                if (merit := _merit(option, criterion, adopted, given, coverage.get(option.id)))
            ),
        )
        for option in sorted(snapshot.all(StrategicOption), key=code_order)
    )


@derived
def criteria(snapshot: Snapshot) -> tuple[OptionCriterion, ...]:
    """Return the criteria, axis by axis, in each by code."""
    axes = [*Axis]
    return tuple(
        sorted(
            snapshot.all(OptionCriterion), key=lambda one: (axes.index(one.axis), code_order(one))
        )
    )


@derived
def leading_side(snapshot: Snapshot) -> Side | None:
    """Return the side that most raters score from: its medians stand, sides are never pooled."""
    counts = Counter(rater.side for rater in _voices(snapshot))
    return max(Side, key=lambda side: counts[side]) if counts else None


@derived
def raters(snapshot: Snapshot) -> tuple[Rater, ...]:
    """Return those whose scores count: everybody who scored from the leading side."""
    leading = leading_side(snapshot)
    return tuple(rater for rater in _voices(snapshot) if rater.side == leading)


def unheard(snapshot: Snapshot) -> tuple[Rater, ...]:
    """Return those who scored from another side than the leading one."""
    leading = leading_side(snapshot)
    return tuple(rater for rater in _voices(snapshot) if rater.side != leading)


def in_order(
    found: Iterable[Position], today: Sequence[StrategicOption] = ()
) -> tuple[Position, ...]:
    """Return the options that both axes are known of, the best mean of both first.

    Ties keep the order of `today` where one is given, else that of the codes.
    """
    places = {option.id: place for place, option in enumerate(today)}
    known = [(one, one.overall) for one in found if one.overall is not None]
    ranked = sorted(
        known,
        key=lambda pair: (
            -round(pair[1], FINE),
            places.get(pair[0].option.id, 0),
            code_order(pair[0].option),
        ),
    )
    return tuple(one for one, _overall in ranked)


def _voices(snapshot: Snapshot) -> list[Rater]:
    scored = {one.rater for one in snapshot.all(OptionScore)}
    return [rater for rater in snapshot.all(Rater) if rater.id in scored]


@derived
def _scores(snapshot: Snapshot) -> Mapping[tuple[UUID, UUID], Mapping[UUID, int]]:
    """Return what each rater that counts gave an option on a criterion."""
    counting = {rater.id for rater in raters(snapshot)}
    given: dict[tuple[UUID, UUID], dict[UUID, int]] = defaultdict(dict)
    for one in snapshot.all(OptionScore):
        if one.rater in counting:
            given[one.option, one.criterion][one.rater] = one.score
    return given


def _merit(
    option: StrategicOption,
    criterion: OptionCriterion,
    adopted: Mapping[tuple[UUID, UUID], float],
    given: Mapping[tuple[UUID, UUID], list[int]],
    coverage: float | None,
) -> Merit | None:
    key = option.id, criterion.id
    found = spread(given.get(key, ()))
    if key in adopted:
        return Merit(criterion, adopted[key], Origin.ADOPTED, found)
    if criterion.is_coverage:
        if coverage is None:
            return None
        return Merit(criterion, on_the_scale(coverage), Origin.COVERAGE)
    return Merit(criterion, found.median, Origin.RATERS, found) if found else None
