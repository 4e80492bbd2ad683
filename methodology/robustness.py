"""Whether the order of the options holds: weights shaken, each rater left out.

Options are put in order by the mean of both axes. Three questions: does the first stay first when
one weight at a time is raised or lowered; how often does each option come first when the weights
of each axis are drawn evenly from all there could be; does the first stay first without each of
the raters.

Weights are drawn by Richtmyer's sequence (multiples of the square roots of primes, fractions only),
turned into shares by logarithms: the same on every computer, and more even than chance.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, islice
from math import sqrt
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from methodology.option_matrix import FINE, Position, in_order, positions, raters
from methodology.options import Axis, OptionCriterion, OptionSettings, StrategicOption
from methodology.raters import Rater
from methodology.record import NOBODY
from methodology.shares import adding_up
from methodology.snapshot import Snapshot, derived

Numbers = NDArray[np.float64]
LEAST = 2  # options to put in an order


@dataclass(frozen=True)
class Trial:
    """The order with one weight raised (`change` above 1) or lowered."""

    criterion: OptionCriterion
    change: float
    order: tuple[StrategicOption, ...]


@dataclass(frozen=True)
class LeftOut:
    """The order without one rater."""

    rater: Rater
    order: tuple[StrategicOption, ...]


@dataclass(frozen=True)
class Robustness:
    """How the order of the options bears shaking; `shares` says how often each comes first."""

    order: tuple[StrategicOption, ...]
    trials: tuple[Trial, ...]
    shares: Mapping[UUID, float]
    samples: int
    left_out: tuple[LeftOut, ...]

    @property
    def first(self) -> StrategicOption:
        """The option that comes first with the weights and raters as they are."""
        return self.order[0]

    @property
    def share(self) -> float:
        """How often the first comes first whatever the weights, from 0 to 1."""
        return self.shares[self.first.id]

    @property
    def printed(self) -> tuple[float, ...]:
        """The shares in order, as whole percentages that add up to 100."""
        return tuple(map(float, adding_up([self.shares[one.id] for one in self.order])))

    @property
    def turned(self) -> tuple[Trial, ...]:
        """The trials after which another option comes first."""
        return tuple(trial for trial in self.trials if trial.order[0] != self.first)

    @property
    def lost(self) -> tuple[LeftOut, ...]:
        """The raters without whom another option comes first."""
        return tuple(one for one in self.left_out if not one.order or one.order[0] != self.first)


@derived
def robustness(snapshot: Snapshot) -> Robustness | None:
    """Return how the order bears shaking; None with fewer than two options to put in order."""
    found = in_order(positions(snapshot))
    if len(found) < LEAST:
        return None
    settings = snapshot.one(OptionSettings) or OptionSettings(id=NOBODY)
    table = _Table.of(found)
    return Robustness(
        tuple(one.option for one in found),
        tuple(_trials(table, settings.swing / 100)),
        _shares(table, settings.samples, settings.seed),
        settings.samples,
        tuple(_left_out(snapshot, table.options)),
    )


@dataclass(frozen=True)
class _Table:
    """The scores as numbers: options by criteria, with the weight and the axis of each."""

    options: tuple[StrategicOption, ...]
    criteria: tuple[OptionCriterion, ...]
    scores: Numbers
    weights: Numbers

    @classmethod
    def of(cls, found: Sequence[Position]) -> "_Table":
        """Return the table of some positions."""
        used = {merit.criterion.id: merit.criterion for one in found for merit in one.merits}
        criteria = tuple(used.values())
        values = [
            [merit.value if (merit := one.of(criterion)) else np.nan for criterion in criteria]
            for one in found
        ]
        weights = np.array([float(criterion.weight) for criterion in criteria])
        return cls(tuple(one.option for one in found), criteria, np.array(values), weights)

    def on(self, axis: Axis) -> list[int]:
        """Return the places of the criteria of an axis."""
        return [place for place, one in enumerate(self.criteria) if one.axis == axis]

    def overall(self, weights: Numbers) -> Numbers:
        """Return the mean of both axes: a row for each set of weights, a column for each option.

        An axis of an option that a set of weights leaves without weight counts for nothing.
        """
        given = ~np.isnan(self.scores)
        scores = np.where(given, self.scores, 0.0)
        whole = np.zeros((len(weights), len(self.options)))
        for axis in Axis:
            own = self.on(axis)
            used = weights[:, own] @ given[:, own].T
            sums = weights[:, own] @ scores[:, own].T
            whole += np.divide(sums, used, out=np.zeros_like(sums), where=used > 0)
        return np.round(whole / len(Axis), FINE)

    def order(self, weights: Numbers) -> tuple[StrategicOption, ...]:
        """Return the options in order under one set of weights; ties keep today's order."""
        [overall] = self.overall(weights[np.newaxis, :])
        return tuple(self.options[place] for place in np.argsort(-overall, kind="stable"))


def _trials(table: _Table, swing: float) -> Iterator[Trial]:
    for place, criterion in enumerate(table.criteria):
        for change in (1 + swing, 1 - swing):
            shaken = table.weights.copy()
            shaken[place] *= change
            if any(shaken[table.on(criterion.axis)]):
                yield Trial(criterion, change, table.order(shaken))


def _shares(table: _Table, samples: int, seed: int) -> dict[UUID, float]:
    """Return how often each option comes first; options that tie for it share it."""
    drawn = np.ones((samples, len(table.criteria)))
    used = 0
    for axis in Axis:
        own = table.on(axis)
        drawn[:, own] = simplex(samples, len(own), seed, used)
        used += len(own)
    overall = table.overall(drawn)
    firsts = overall == overall.max(axis=1, keepdims=True)
    shares = (firsts / firsts.sum(axis=1, keepdims=True)).mean(axis=0)
    return {option.id: float(share) for option, share in zip(table.options, shares, strict=True)}


def simplex(samples: int, parts: int, seed: int, used: int = 0) -> Numbers:
    """Return sets of shares that add up to 1, drawn evenly from all there are.

    What is drawn beside others, of which `used` parts came before, leaves their primes alone: the
    same ones would draw the same shares, and every set would raise the same places of both.
    """
    primes = islice(_primes(), used, used + parts)
    steps = np.sqrt(np.array([*primes], dtype=np.float64))
    turns = np.arange(seed + 1, seed + samples + 1, dtype=np.float64)
    fractions = np.mod(turns[:, np.newaxis] * steps, 1.0)
    logs = -np.log(np.clip(fractions, np.finfo(float).tiny, None))
    shares: Numbers = logs / logs.sum(axis=1, keepdims=True)
    return shares


def _primes() -> Iterator[int]:
    return (
        number
        for number in count(2)
        if all(number % small for small in range(2, int(sqrt(number)) + 1))
    )


def _left_out(snapshot: Snapshot, today: Sequence[StrategicOption]) -> Iterator[LeftOut]:
    """Yield the order without each rater; as with weights, ties keep today's order."""
    for rater in raters(snapshot):
        found = in_order(positions(snapshot, without=rater.id), today)
        yield LeftOut(rater, tuple(one.option for one in found))
