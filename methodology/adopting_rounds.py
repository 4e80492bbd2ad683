"""What a round could change in its stage: one proposal for each value, with where it comes from."""

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from uuid import UUID

from methodology.adoption import Basis, Proposal
from methodology.options import PriorityVote, StrategicOption, VotingUnit
from methodology.outcomes import Outcome, outcome, width_of
from methodology.record import Kind, Record, attribute
from methodology.round_results import RoundResult
from methodology.rounds import Instrument, Round, RoundItem, Unit
from methodology.runoffs import is_second_vote
from methodology.snapshot import Snapshot
from methodology.spread import RANGE
from methodology.text import N_, Translate
from methodology.vision import VisionVersion

ROUNDED = N_("Median, rounded half up")


def round_proposals(snapshot: Snapshot, asked: Round) -> tuple[Proposal, ...]:
    """Return the values that a stage could take over from a round, item by item.

    Items that stand for no record, and those without a result, are left out.
    """
    found = outcome(snapshot, asked)
    if found is None or not asked.feeds_table:
        return ()
    return tuple(_proposed(snapshot, found))


def priority_vote(
    snapshot: Snapshot, asked: Round, key: UUID, held_on: date | None, translate: Translate
) -> PriorityVote | None:
    """Return what the plan says of the vote on the options, its rule in the reader's words.

    None for a round about anything else, and for a second vote: the plan tells of the first.
    """
    found = outcome(snapshot, asked)
    if (
        found is None
        or is_second_vote(snapshot, asked)
        or (asked.feeds_table, asked.feeds_field) != (StrategicOption.table, "rank")
    ):
        return None
    kept = snapshot.one(PriorityVote)
    summary = found.summary
    return PriorityVote(
        id=kept.id if kept else key,
        question=asked.question,
        rule=translate(asked.rule.label),
        unit=VotingUnit.FIRM if asked.unit is Unit.FIRM else VotingUnit.PERSON,
        meeting=asked.meeting,
        held_on=held_on,
        eligible=summary.eligible,
        voted=summary.cast,
        quorum=asked.quorum,
        consensus_measure=translate(summary.measure.label) if summary.measure else "",
        consensus=_places(summary.consensus),
        dissent=kept.dissent if kept else "",
    )


def _proposed(snapshot: Snapshot, found: Outcome) -> Iterator[Proposal]:
    for item in found.items:
        record = snapshot.find(found.round.feeds_table, item.about_id)
        if record is None:
            continue
        if found.round.instrument is Instrument.RATING:
            yield from _rated(found, item, record)
        elif found.round.instrument is Instrument.COMMITMENT:
            yield from _joined(found, item, record)
        elif result := found.result(item):
            has_all = not is_second_vote(snapshot, found.round)
            yield from _counted(found, result, record, has_all=has_all)


def _rated(found: Outcome, item: RoundItem, record: Record) -> Iterator[Proposal]:
    """Yield the median of each criterion, rounded where the field takes whole steps alone."""
    for criterion in found.criteria:
        result = found.result(item, criterion)
        if result is None or result.median is None or not criterion.field:
            continue
        is_whole = attribute(type(record), criterion.field).kind is Kind.INTEGER
        value: Any = result.median
        rule = found.round.rule.label
        if is_whole:
            value = int(result.median.quantize(Decimal(1), ROUND_HALF_UP))
            rule = rule if value == result.median else ROUNDED
        yield _proposal(
            found, record, criterion.field, value, rule, count=result.count, spread=result
        )


def _counted(
    found: Outcome, result: RoundResult, record: Record, *, has_all: bool
) -> Iterator[Proposal]:
    """Yield place and points of an option, approvals and ballots of a wording.

    Points of a round that not all options were in say nothing beside those of the others.
    """
    rule = found.round.rule.label
    match record:
        case StrategicOption() if result.place is not None:
            yield _proposal(found, record, "rank", result.place, rule)
            if result.score is not None and has_all:
                yield _proposal(found, record, "points", _places(result.score), rule)
        case VisionVersion():
            yield _proposal(found, record, "approvals", result.count, rule)
            yield _proposal(found, record, "voters", found.summary.cast, rule)


def _joined(found: Outcome, item: RoundItem, record: Record) -> Iterator[Proposal]:
    """Yield the actors of a project with those who joined it, nobody taken out."""
    name = found.round.feeds_field
    before: tuple[UUID, ...] = getattr(record, name)
    joined = [one.actor for one in found.pledges if one.item == item.id and one.actor]
    after = tuple(dict.fromkeys([*before, *joined]))
    if after != before:
        yield _proposal(found, record, name, after, found.round.rule.label, count=len(joined))


def _proposal(
    found: Outcome,
    record: Record,
    name: str,
    value: Any,
    rule: str,
    *,
    count: int | None = None,
    spread: RoundResult | None = None,
) -> Proposal:
    asked, summary = found.round, found.summary
    measure, consensus = summary.measure.label if summary.measure else "", summary.consensus
    if spread is not None:
        measure, consensus = RANGE, width_of(spread)
    return Proposal(
        record=record,
        field=name,
        value=value,
        basis=Basis.ROUND,
        rule=rule,
        count=summary.cast if count is None else count,
        eligible=summary.eligible,
        unit=asked.unit.label,
        question=asked.question,
        instrument=asked.instrument.label,
        turn=found.turn,
        meeting=asked.meeting,
        round_id=asked.id,
        consensus_measure=measure if consensus is not None else "",
        consensus=_places(consensus),
    )


def _places(value: Decimal | None) -> Decimal | None:
    return None if value is None else round(value, 4)
