"""The records that a round leaves when it closes: results, summary, pairs, texts, pledges.

In a secret round everything that shall ever be known is computed here, once: afterwards nobody
can tell whose a ballot was. Views that would give a firm away are left out.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from methodology.apart import in_public, in_secret
from methodology.ballot import Sheet
from methodology.composition import composition
from methodology.mapping import ActorKind
from methodology.options import Intention
from methodology.record import Record
from methodology.round_results import (
    RoundChoice,
    RoundPair,
    RoundPledge,
    RoundResult,
    RoundSummary,
    RoundText,
    View,
    weights_written,
)
from methodology.rounds import FREE, Channel, Instrument, Roll, RoundItem, Rule, Unit
from methodology.tally import Count, Line, count, decimal
from methodology.votes import (
    Vote,
    firms,
    hides_shares,
    hides_weights,
    weighed,
    without,
)

NewId = Callable[[], UUID]


def outcome(
    asked: Sheet,
    votes: Sequence[Vote],
    *,
    eligible: int | None,
    new_id: NewId,
    weights: Iterable[Decimal] = (),
) -> tuple[Record, ...]:
    """Return everything that the ballots of the current turn come to.

    `votes` carry the weights of the cards; `eligible` is how many may vote, None on an open roll,
    and `weights` those of their cards.
    """
    found = list(_declared(asked, votes, eligible, new_id, weights))
    found += _texts(asked, votes, new_id)
    if asked.round.instrument is Instrument.COMMITMENT:
        found += _pledges(asked, votes, new_id)
    elif asked.round.instrument not in FREE:
        found += _choices(asked, votes, new_id)
        for reading in _readings(asked, votes):
            found += _other_view(asked, reading, new_id)
    return tuple(found)


def _declared(
    asked: Sheet,
    votes: Sequence[Vote],
    eligible: int | None,
    new_id: NewId,
    weights: Iterable[Decimal],
) -> Iterator[Record]:
    given = asked.round
    counted = weighed(votes, given.unit, is_weighted=given.is_weighted)
    made = count(asked, counted)
    channels = Counter(vote.channel for vote in votes)
    declared = _Reading(View.DECLARED, tuple(votes))
    summary, took_part = _summary(asked, made, declared, new_id), composition(given, votes)
    yield summary.model_copy(
        update={
            "eligible": eligible,
            "weights": weights_written(weights) if given.is_weighted else "",
            "kinds": took_part.kinds,
            "largest_share": decimal(took_part.largest_share),
            "by_paper": channels[Channel.PAPER],
            "by_hands": channels[Channel.HANDS],
            "has_quorum": None if given.quorum is None else len(votes) >= given.quorum,
        }
    )
    hides = given.is_public or _hides(asked, votes)
    for line in made.lines:
        result = _result(asked, line, declared, new_id)
        yield result if hides else _only_place(result)
    if hides:
        yield from _pairs(asked, made, new_id)


def _hides(asked: Sheet, votes: Sequence[Vote]) -> bool:
    """Say whether the numbers of a secret round tell nothing of a few ballots."""
    if asked.round.is_weighted and not hides_weights(vote.weight for vote in votes):
        return False
    return asked.round.unit is Unit.PERSON or hides_shares(votes)


@dataclass(frozen=True)
class _Reading:
    """Some of the ballots as one view counts them."""

    view: View
    votes: tuple[Vote, ...]
    without: UUID | None = None
    group: ActorKind | None = None
    unit: Unit | None = None


def _readings(asked: Sheet, votes: Sequence[Vote]) -> Iterator[_Reading]:
    """Yield the views besides the declared one that give no firm away."""
    given = asked.round
    if given.is_weighted and not given.is_public:
        return

    def counted(own: Sequence[Vote]) -> tuple[Vote, ...]:
        return weighed(own, given.unit, is_weighted=given.is_weighted)

    shown = in_public(votes) if given.is_public else in_secret(votes, given.unit)
    if shown.is_recounted and given.unit is Unit.FIRM:
        every = weighed(votes, Unit.PERSON, is_weighted=False)
        yield _Reading(View.PER_PERSON, every, unit=Unit.PERSON)
    elif shown.is_recounted:
        every = weighed(votes, Unit.FIRM, is_weighted=False)
        yield _Reading(View.PER_FIRM, every, unit=Unit.FIRM)
    for firm in shown.firms:
        yield _Reading(View.WITHOUT_FIRM, counted(without(votes, firm)), without=firm)
    for kind, own in shown.groups:
        yield _Reading(View.GROUP, counted(own), group=kind)


def _other_view(asked: Sheet, reading: _Reading, new_id: NewId) -> Iterator[Record]:
    made = count(asked, reading.votes, reading.unit)
    yield _summary(asked, made, reading, new_id)
    for line in made.lines:
        yield _result(asked, line, reading, new_id)


def _summary(asked: Sheet, made: Count, reading: _Reading, new_id: NewId) -> RoundSummary:
    votes = reading.votes
    valid = sum(not vote.answer.abstains for vote in votes)
    return RoundSummary(
        id=new_id(),
        round=asked.round.id,
        turn=asked.round.turn,
        view=reading.view,
        without=reading.without,
        group=reading.group,
        cast=len(votes),
        valid=valid,
        firms=len(firms(votes)) or None,
        winner=made.winner.id if made.winner and valid else None,
        is_tied=made.is_tied and valid > 0,
        condorcet=made.condorcet.id if made.condorcet else None,
        measure=made.measure,
        consensus=decimal(made.consensus),
        chi_square=decimal(made.chi_square),
        probability=decimal(made.probability),
    )


def _result(asked: Sheet, line: Line, reading: _Reading, new_id: NewId) -> RoundResult:
    found = line.rated
    return RoundResult(
        id=new_id(),
        round=asked.round.id,
        turn=asked.round.turn,
        view=reading.view,
        without=reading.without,
        group=reading.group,
        item=line.item.id,
        criterion=line.criterion.id if line.criterion else None,
        place=line.place,
        score=decimal(line.scores.get(asked.round.rule)),
        share=decimal(line.share),
        count=line.count,
        abstained=line.abstained,
        not_competent=line.not_competent,
        mean=decimal(found.mean) if found else None,
        median=decimal(found.spread.median) if found else None,
        first_quartile=decimal(found.spread.first) if found else None,
        third_quartile=decimal(found.spread.third) if found else None,
        variation=decimal(found.variation) if found else None,
        top_two=decimal(found.top_two) if found else None,
        bottom_two=decimal(found.bottom_two) if found else None,
        within_one=decimal(found.within_one) if found else None,
        agreement=decimal(found.agreement) if found else None,
        borda=decimal(line.scores.get(Rule.BORDA)),
        copeland=decimal(line.scores.get(Rule.COPELAND)),
        counts=" ".join(map(str, line.counts)),
    )


def _only_place(result: RoundResult) -> RoundResult:
    """Return a result without its numbers: a rare weight among them would give a voter away."""
    return RoundResult(
        id=result.id,
        round=result.round,
        turn=result.turn,
        item=result.item,
        criterion=result.criterion,
        place=result.place,
    )


def _pairs(asked: Sheet, made: Count, new_id: NewId) -> Iterator[RoundPair]:
    items = {item.position: item.id for item in asked.items}
    for (one, other), votes in made.pairs.items():
        yield RoundPair(
            id=new_id(),
            round=asked.round.id,
            turn=asked.round.turn,
            item=items[one],
            other=items[other],
            votes=decimal(votes) or 0,
        )


def _texts(asked: Sheet, votes: Sequence[Vote], new_id: NewId) -> Iterator[RoundText]:
    """Yield what was written, in the order of the alphabet: it says nothing of who wrote it."""
    items = {item.position: item for item in asked.items}
    told: Counter[tuple[RoundItem | None, str]] = Counter()
    spelled: dict[tuple[RoundItem | None, str], str] = {}
    for vote in votes:
        given: list[tuple[RoundItem | None, str]] = [(None, text) for text in vote.answer.texts]
        given += [(items[number], text) for number, text in vote.answer.reasons.items()]
        for key in {(item, text.casefold()) for item, text in given if text}:
            told[key] += 1
        for item, text in given:
            known = spelled.setdefault((item, text.casefold()), text)
            spelled[item, text.casefold()] = min(known, text)
    for (item, folded), number in sorted(told.items(), key=lambda one: (-one[1], one[0][1])):
        yield RoundText(
            id=new_id(),
            round=asked.round.id,
            turn=asked.round.turn,
            item=item.id if item else None,
            text=spelled[item, folded],
            count=number,
        )


def _choices(asked: Sheet, votes: Sequence[Vote], new_id: NewId) -> Iterator[RoundChoice]:
    """Yield which options each firm will pursue, where the round told firms that the team keeps it.

    Firms that abstained said nothing; those that chose none of the options said just that.
    """
    given = asked.round
    if given.is_secret or (given.feeds_table, given.roll) != (Intention.table, Roll.FIRMS):
        return
    items = {item.position: item.id for item in asked.items}
    for vote in votes:
        if vote.firm is None or vote.answer.abstains:
            continue
        for number in vote.answer.chosen or (None,):
            yield RoundChoice(
                id=new_id(),
                round=given.id,
                turn=given.turn,
                firm=vote.firm,
                item=items[number] if number else None,
            )


def _pledges(asked: Sheet, votes: Sequence[Vote], new_id: NewId) -> Iterator[RoundPledge]:
    items = {item.position: item.id for item in asked.items}
    for vote in votes:
        for number, contribution in vote.answer.joins.items():
            who = vote.who or vote.answer.who
            yield RoundPledge(
                id=new_id(),
                round=asked.round.id,
                item=items[number],
                who=who or "–",
                actor=vote.firm,
                contribution=contribution,
            )
