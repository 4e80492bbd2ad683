"""What one turn of a round came to, put together from its records for whoever shows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeVar
from uuid import UUID

from methodology.composition import composition_notes
from methodology.mapping import ActorKind
from methodology.record import Record
from methodology.round_results import (
    Measure,
    RoundPair,
    RoundPledge,
    RoundResult,
    RoundSummary,
    RoundText,
    View,
)
from methodology.rounds import FREE, RULES, Instrument, Round, RoundCriterion, RoundItem
from methodology.runoffs import is_due, second_vote
from methodology.snapshot import Snapshot
from methodology.spread import DISCUSS_ABOVE
from methodology.text import N_, Remark

CHANCE = Decimal("0.05")  # probability from which an agreement may be nothing but chance
_BANDS = (  # half-way between the anchors .1 .3 .5 .7 .9 of Schmidt (1997)
    (Decimal("0.2"), N_("very weak agreement")),
    (Decimal("0.4"), N_("weak agreement")),
    (Decimal("0.6"), N_("moderate agreement")),
    (Decimal("0.8"), N_("strong agreement")),
)
_TOP = N_("unusually strong agreement")

Cell = tuple[UUID, UUID | None]
R = TypeVar("R", bound=Record)
S = TypeVar("S", RoundResult, RoundSummary)


@dataclass(frozen=True)
class Outcome:
    """One turn of a round in one view: items in their order, and what each came to."""

    round: Round
    turn: int
    items: tuple[RoundItem, ...]
    criteria: tuple[RoundCriterion, ...]
    summary: RoundSummary
    results: Mapping[Cell, RoundResult] = field(default_factory=dict)
    pairs: tuple[RoundPair, ...] = ()
    texts: tuple[RoundText, ...] = ()
    pledges: tuple[RoundPledge, ...] = ()
    decided: Remark | None = None

    def result(
        self, item: RoundItem, criterion: RoundCriterion | None = None
    ) -> RoundResult | None:
        """Return what an item came to, on a criterion where there are any."""
        return self.results.get((item.id, criterion.id if criterion else None))

    def tied(self) -> tuple[RoundItem, ...]:
        """Return the items that share the first place; none where one alone is first."""
        if not self.summary.is_tied:
            return ()
        choices: tuple[RoundCriterion | None, ...] = self.criteria or (None,)
        return tuple(item for item in self.items if self._place(item, choices[0])[0] == 1)

    def ranked(self, criterion: RoundCriterion | None = None) -> tuple[RoundItem, ...]:
        """Return the items by their place, those without one last; equal places keep the order."""
        return tuple(sorted(self.items, key=lambda item: self._place(item, criterion)))

    def disputed(self) -> tuple[tuple[RoundItem, RoundCriterion | None], ...]:
        """Return where scores lie so far apart that the room should talk, item by item."""
        choices: tuple[RoundCriterion | None, ...] = self.criteria or (None,)
        return tuple(
            (item, criterion)
            for item in self.items
            for criterion in choices
            if is_disputed(self.result(item, criterion))
        )

    def _place(self, item: RoundItem, criterion: RoundCriterion | None) -> tuple[int, int]:
        found = self.result(item, criterion)
        return (found.place if found and found.place else 10_000, item.position)


def outcome(
    snapshot: Snapshot,
    asked: Round,
    *,
    turn: int | None = None,
    view: View = View.DECLARED,
    without: UUID | None = None,
    group: ActorKind | None = None,
) -> Outcome | None:
    """Return what a turn of a round came to, the last one by default; None before it closed."""
    wanted, reading = turn or asked.turn, (view, without, group)
    if wanted == asked.turn and not asked.is_over:
        return None
    summaries = _read(snapshot.all(RoundSummary), asked, wanted, reading)
    summary = next(iter(summaries), None)
    if summary is None:
        return None
    return Outcome(
        asked,
        wanted,
        items_of(snapshot, asked),
        criteria_of(snapshot, asked),
        summary,
        {
            (one.item, one.criterion): one
            for one in _read(snapshot.all(RoundResult), asked, wanted, reading)
        },
        tuple(one for one in _of(snapshot.all(RoundPair), asked) if one.turn == wanted),
        tuple(one for one in _of(snapshot.all(RoundText), asked) if one.turn == wanted),
        tuple(_of(snapshot.all(RoundPledge), asked)),
        _decided(snapshot, asked, summary),
    )


def items_of(snapshot: Snapshot, asked: Round) -> tuple[RoundItem, ...]:
    """Return the items of a round in the order that the projector shows."""
    found = _of(snapshot.all(RoundItem), asked)
    return tuple(sorted(found, key=lambda one: one.position))


def criteria_of(snapshot: Snapshot, asked: Round) -> tuple[RoundCriterion, ...]:
    """Return the criteria of a round in their order."""
    found = _of(snapshot.all(RoundCriterion), asked)
    return tuple(sorted(found, key=lambda one: one.position))


def other_views(snapshot: Snapshot, asked: Round) -> tuple[RoundSummary, ...]:
    """Return what the last turn would have come to otherwise, as far as it was computed."""
    order = [*View]
    found = (
        one
        for one in _of(snapshot.all(RoundSummary), asked)
        if one.turn == asked.turn and one.view not in (View.DECLARED, View.GROUP)
    )
    return tuple(sorted(found, key=lambda one: (order.index(one.view), str(one.without or ""))))


def is_disputed(found: RoundResult | None) -> bool:
    """Say whether the scores of an item lie further apart than people who agree."""
    width = width_of(found)
    return width is not None and width > Decimal(str(DISCUSS_ABOVE))


def width_of(found: RoundResult | None) -> Decimal | None:
    """Return the interquartile range of an item's scores; None without scores."""
    if found is None or found.first_quartile is None or found.third_quartile is None:
        return None
    return found.third_quartile - found.first_quartile


def consensus(summary: RoundSummary) -> Remark | None:
    """Return in words how far the voters agree, with the number; None where none is measured.

    The bands of W are Schmidt's (1997): 0.1 very weak to 0.9 unusually strong.
    """
    if summary.measure is None or summary.consensus is None:
        return None
    named = {"measure": summary.measure, "value": _hundredths(summary.consensus)}
    if summary.measure is not Measure.KENDALL:
        return Remark(N_("{measure}: {value} of 1"), named)
    if summary.probability is not None and summary.probability > CHANCE:
        return Remark(N_("no agreement beyond chance, {measure} = {value}"), named)
    words = next((text for top, text in _BANDS if summary.consensus < top), _TOP)
    return Remark(N_("{words}, {measure} = {value}"), {"words": Remark(words), **named})


def headline(found: Outcome) -> Remark:
    """Return what a round found in the words of a title."""
    winner = next((item for item in found.items if item.id == found.summary.winner), None)
    if found.round.instrument is Instrument.RATING:
        disputed = len(found.disputed())
        values: dict[str, object] = {"disputed": disputed, "total": _scored(found)}
        if disputed:
            return Remark(N_("To talk about: {disputed} of {total} scores lie far apart"), values)
        return Remark(N_("The scores lie close together"))
    if found.round.instrument is Instrument.COMMITMENT:
        return Remark(N_("Commitments: {count}"), {"count": len(found.pledges)})
    if found.round.instrument in FREE:
        return Remark(N_("Contributions: {count}"), {"count": sum(t.count for t in found.texts)})
    if found.summary.is_tied:
        tied = tuple(item.name for item in found.tied())
        return Remark(N_("Tie: {names}"), {"names": tied})
    if winner is None:
        return Remark(N_("No result"))
    return Remark(N_("First: {name}"), {"name": winner.name})


def is_split(found: Outcome) -> bool:
    """Say whether a ranking's winner is not who beats every other: worth a word in the room."""
    condorcet = found.summary.condorcet
    return (
        found.round.rule in RULES[Instrument.RANKING]
        and condorcet is not None
        and found.summary.winner is not None
        and condorcet != found.summary.winner
    )


def result_notes(found: Outcome) -> list[Remark]:
    """Return what has to be said beside a result: agreement, quorum, ties, who took part."""
    said: list[Remark] = []
    if words := consensus(found.summary):
        said.append(words)
    if is_split(found):
        other = next(item for item in found.items if item.id == found.summary.condorcet)
        text = N_("{name} beats every other one to one: the rule decides the winner")
        said.append(Remark(text, {"name": other.name}))
    if found.summary.is_tied:
        said.append(Remark(N_("Tie in the first place: {rule}"), {"rule": found.round.tie_break}))
    if found.decided:
        said.append(found.decided)
    said.append(_took_part(found))
    if found.summary.has_quorum is False:
        said.append(Remark(N_("No quorum: {count} were needed"), {"count": found.round.quorum}))
    apart = found.summary.by_paper + found.summary.by_hands
    if apart:
        said.append(Remark(N_("{count} on paper or by show of hands"), {"count": apart}))
    said += composition_notes(found.round, found.summary)
    return said


def _decided(snapshot: Snapshot, asked: Round, summary: RoundSummary) -> Remark | None:
    """Return what became of the second vote that a tie asks for; None where it asks for none."""
    if summary.view is not View.DECLARED or not is_due(asked, is_tied=summary.is_tied):
        return None
    second = second_vote(snapshot, asked)
    found = outcome(snapshot, second) if second else None
    if found is None:
        return Remark(N_("the second vote is still to come"))
    winner = next((one for one in found.items if one.id == found.summary.winner), None)
    if winner is None:
        return Remark(N_("the second vote was held: no winner"))
    return Remark(N_("the second vote was held: {name} first"), {"name": winner.name})


def _took_part(found: Outcome) -> Remark:
    cast, eligible = found.summary.cast, found.summary.eligible
    if eligible:
        return Remark(N_("{count} of {eligible} voted"), {"count": cast, "eligible": eligible})
    return Remark(N_("Ballots: {count}"), {"count": cast})


@dataclass(frozen=True)
class Shift:
    """How far the scores of one item moved from the first turn to the second."""

    item: RoundItem
    criterion: RoundCriterion | None
    before: RoundResult
    after: RoundResult


def shifts(first: Outcome, second: Outcome) -> tuple[Shift, ...]:
    """Return how each item moved between two turns, those without scores in one left out."""
    moved = []
    choices: tuple[RoundCriterion | None, ...] = second.criteria or (None,)
    for criterion in choices:
        for item in second.items:
            before, after = first.result(item, criterion), second.result(item, criterion)
            if before and after and before.median is not None and after.median is not None:
                moved.append(Shift(item, criterion, before, after))
    return tuple(moved)


def _hundredths(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _scored(found: Outcome) -> int:
    return sum(result.median is not None for result in found.results.values())


def _read(records: Iterable[S], asked: Round, turn: int, reading: tuple[object, ...]) -> list[S]:
    return [
        one
        for one in _of(records, asked)
        if one.turn == turn and (one.view, one.without, one.group) == reading
    ]


def _of(records: Iterable[R], asked: Round) -> list[R]:
    return [one for one in records if getattr(one, "round", None) == asked.id]
