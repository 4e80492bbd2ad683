"""The level of each sub-factor today: what the raters say side by side, and what was adopted.

The sides that scores come from are never pooled: the median shown while nothing is adopted is that
of the side with most raters.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import floor
from uuid import UUID

from methodology.adoption import MEDIAN, Basis, Proposal, adoption_of, taken_from
from methodology.code_order import code_order
from methodology.diamond import Determinant, DiamondFactor, DiamondScore
from methodology.process import Meeting
from methodology.raters import Rater, Side
from methodology.snapshot import Snapshot, derived
from methodology.spread import RANGE, Spread, spread
from methodology.text import N_, Remark, sentences

RATERS = 8  # people who score a sub-factor before its level counts as known


@dataclass(frozen=True)
class Reading:
    """A sub-factor with what each side says of it; of chance, its exposure.

    `leading` is the side whose median stands in while no value is adopted.
    """

    factor: DiamondFactor
    spreads: Mapping[Side, Spread]
    leading: Side | None

    @property
    def raters(self) -> int:
        """How many people scored it, whatever their side."""
        return sum(found.count for found in self.spreads.values())

    @property
    def spread(self) -> Spread | None:
        """What the leading side says of it."""
        return self.spreads.get(self.leading) if self.leading else None

    @property
    def adopted(self) -> int | None:
        """The value that the team works with, None while there is none."""
        return self.factor.exposure if self.factor.is_chance else self.factor.actual

    @property
    def value(self) -> float | None:
        """The adopted value; while there is none, the median of the leading side."""
        if self.adopted is not None:
            return self.adopted
        return self.spread.median if self.spread else None

    @property
    def is_disputed(self) -> bool:
        """Say whether the leading side should talk about it first."""
        return self.spread is not None and self.spread.is_disputed

    @property
    def is_settled(self) -> bool:
        """Say whether enough people scored it, or a table settled it with an expert who did."""
        if self.raters >= RATERS:
            return True
        agreed = self.factor.agreed_in is not None and self.adopted is not None
        return agreed and Side.EXPERT in self.spreads


@derived
def in_order(snapshot: Snapshot) -> tuple[DiamondFactor, ...]:
    """Return the sub-factors by determinant, in each by code."""
    groups = [*Determinant]
    return tuple(
        sorted(
            snapshot.all(DiamondFactor),
            key=lambda one: (groups.index(one.determinant), code_order(one)),
        )
    )


@derived
def readings(snapshot: Snapshot) -> tuple[Reading, ...]:
    """Return what is known of every sub-factor, chance included, in the order of the method."""
    sides = {rater.id: rater.side for rater in snapshot.all(Rater)}
    given: dict[UUID, dict[Side, list[int | None]]] = defaultdict(lambda: defaultdict(list))
    chance = {one.id for one in snapshot.all(DiamondFactor) if one.is_chance}
    voices: dict[UUID, Side] = {}
    for score in snapshot.all(DiamondScore):
        value = score.exposure if score.factor in chance else score.level
        if value is not None and score.rater in sides:
            given[score.factor][sides[score.rater]].append(value)
            voices[score.rater] = sides[score.rater]
    leading = _leading(voices)
    return tuple(_reading(factor, given[factor.id], leading) for factor in in_order(snapshot))


@derived
def levels(snapshot: Snapshot) -> Mapping[UUID, float]:
    """Return the level today of every sub-factor that has one, chance left out."""
    return {
        found.factor.id: found.value
        for found in readings(snapshot)
        if found.value is not None and not found.factor.is_chance
    }


@derived
def levels_source(snapshot: Snapshot) -> Remark:
    """Return who scored the levels, how many of them are adopted, and where and when."""
    found = [one for one in readings(snapshot) if not one.factor.is_chance]
    known = [one for one in found if one.value is not None]
    counts = [one.spread.count for one in known if one.spread]
    settled = [one for one in known if one.adopted is not None]
    adopted: list[object] = [
        Remark(
            N_("{adopted} of {total} levels adopted"),
            {"adopted": len(settled), "total": len(found)},
        ),
        *_settled(snapshot, settled),
    ]
    if counts:
        people = Decimal(counts[0]) if len({*counts}) == 1 else f"{min(counts)}–{max(counts)}"
        values = {"people": people, "side": next(one.leading for one in known if one.spread)}
        adopted.insert(0, Remark(N_("Actual: median of raters ({side}: {people})"), values))
    return Remark("{parts}", {"parts": tuple(adopted)})


def levels_line(snapshot: Snapshot) -> Remark:
    """Return the same as sentences, followed by where the adopted levels come from."""
    told = Remark("{source}.", {"source": levels_source(snapshot)})
    return sentences(told, levels_taken(snapshot))


@derived
def levels_taken(snapshot: Snapshot) -> Remark:
    """Return where the adopted levels come from; empty where none was adopted."""
    adopted = ((one, "actual") for one in in_order(snapshot) if not one.is_chance)
    return taken_from(snapshot, adopted)


def _settled(snapshot: Snapshot, known: Iterable[Reading]) -> Iterator[Remark]:
    """Yield the meetings that settled levels, each with its date, and the last adoption."""
    for key in dict.fromkeys(one.factor.agreed_in for one in known):
        meeting = snapshot.get(Meeting, key)
        if meeting and meeting.held_on:
            values = {"meeting": meeting.name, "date": meeting.held_on}
            yield Remark(N_("settled in {meeting}, {date}"), values)
        elif meeting:
            yield Remark(N_("settled in {meeting}"), {"meeting": meeting.name})
    kept = (adoption_of(snapshot, one.factor, "actual") for one in known)
    days = [one.adopted_on for one in kept if one]
    if days:
        yield Remark(N_("last on {date}"), {"date": max(days)})


def proposals(snapshot: Snapshot) -> tuple[Proposal, ...]:
    """Return the medians that could be adopted, halves rounded up: levels, of chance exposures.

    What a meeting agreed on with the same result needs no other source.
    """
    found = []
    for one in readings(snapshot):
        value = floor(one.spread.median + 0.5) if one.spread else None
        is_agreed = one.factor.agreed_in is not None and one.adopted == value
        if one.spread and not is_agreed:
            found.append(
                Proposal(
                    one.factor,
                    "exposure" if one.factor.is_chance else "actual",
                    value,
                    Basis.RATERS,
                    MEDIAN,
                    one.spread.count,
                    consensus_measure=RANGE,
                    consensus=Decimal(str(one.spread.width)),
                )
            )
    return tuple(found)


def _leading(voices: Mapping[UUID, Side]) -> Side | None:
    counts = Counter(voices.values())
    return max(Side, key=lambda side: counts[side]) if counts else None


def _reading(
    factor: DiamondFactor, given: Mapping[Side, list[int | None]], leading: Side | None
) -> Reading:
    found = {side: spread(scores) for side, scores in given.items()}
    return Reading(factor, {side: one for side, one in found.items() if one}, leading)
