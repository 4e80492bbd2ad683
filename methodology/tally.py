"""The count of a round: ballots in, results out, by the rule that was fixed beforehand."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from methodology import rankings
from methodology.ballot import Sheet, cell
from methodology.concordance import kendall
from methodology.ratings import Rated, one_each, rated, spread_out
from methodology.round_results import Measure
from methodology.rounds import Instrument, RoundCriterion, RoundItem, Rule, Unit
from methodology.votes import Vote

ADDED_UP = frozenset({Rule.APPROVALS, Rule.BEST_PLACES, Rule.SUM, Rule.DOTS, Rule.JOINED})
MILLION = 10**6


@dataclass
class Line:
    """What one item came to, on one criterion where there are any."""

    item: RoundItem
    criterion: RoundCriterion | None = None
    scores: dict[Rule, Fraction | None] = field(default_factory=dict)
    place: int | None = None
    share: Fraction | None = None
    count: int = 0
    abstained: int = 0
    not_competent: int = 0
    rated: Rated | None = None
    counts: tuple[int, ...] = ()


@dataclass
class Count:
    """What ballots came to: a line for each item, and what holds for all of them."""

    lines: list[Line] = field(default_factory=list)
    pairs: dict[tuple[int, int], Fraction] = field(default_factory=dict)
    winner: RoundItem | None = None
    is_tied: bool = False
    condorcet: RoundItem | None = None
    measure: Measure | None = None
    consensus: float | None = None
    chi_square: float | None = None
    probability: float | None = None


def count(asked: Sheet, votes: Sequence[Vote], unit: Unit | None = None) -> Count:
    """Return what weighed ballots come to; abstentions are counted and leave shares alone.

    Where everybody abstained nothing has a place, not even the same for all.
    `unit` is what counts as one vote where it is not the round's own.
    """
    valid = [vote for vote in votes if not vote.answer.abstains]
    found = Count()
    _COUNTS[asked.round.instrument](asked, valid, unit or asked.round.unit, found)
    for line in found.lines:
        line.abstained += len(votes) - len(valid)
        if not valid:
            line.scores.pop(Rule.COPELAND, None)  # half a win for each pair, from nobody's votes
    if valid:
        _give_places(asked, found)
    return found


def decimal(value: Fraction | float | None) -> Decimal | None:
    """Return a number as records keep it: six decimals at most."""
    return None if value is None else Decimal(round(value * MILLION)) / MILLION


def _approval(asked: Sheet, votes: Sequence[Vote], _unit: Unit, found: Count) -> None:
    total = sum((vote.weight for vote in votes), Fraction(0))
    for item in asked.items:
        own = [vote for vote in votes if item.position in vote.answer.chosen]
        score = sum((vote.weight for vote in own), Fraction(0))
        found.lines.append(_summed(item, Rule.APPROVALS, score, total, len(own)))


def _amounts(asked: Sheet, votes: Sequence[Vote], _unit: Unit, found: Count) -> None:
    sums = {
        item: sum(
            (vote.weight * vote.answer.amounts.get(item.position, 0) for vote in votes), Fraction(0)
        )
        for item in asked.items
    }
    total = sum(sums.values())
    for item, score in sums.items():
        given = sum(vote.answer.amounts.get(item.position, 0) > 0 for vote in votes)
        found.lines.append(_summed(item, asked.round.rule, score, Fraction(total), given))
    if asked.round.instrument is Instrument.POINTS:
        _note_concordance(found, [_ranks_of_amounts(asked, vote) for vote in votes])


def _joined(asked: Sheet, votes: Sequence[Vote], _unit: Unit, found: Count) -> None:
    for item in asked.items:
        own = [vote for vote in votes if item.position in vote.answer.joins]
        score = Fraction(len(own))
        found.lines.append(_summed(item, Rule.JOINED, score, Fraction(len(votes)), len(own)))


def _summed(item: RoundItem, rule: Rule, score: Fraction, total: Fraction, number: int) -> Line:
    share = score / total if total else None
    return Line(item, scores={rule: score}, share=share, count=number)


def _ranking(asked: Sheet, votes: Sequence[Vote], _unit: Unit, found: Count) -> None:
    ballots = [(vote.answer.order, vote.weight) for vote in votes]
    points = rankings.borda(ballots, asked.numbers)
    best = rankings.weighted_places(ballots, asked.numbers, range(asked.round.amount, 0, -1))
    _compare(asked, rankings.preferences(ballots, asked.numbers), found)
    for line in found.lines:
        number = line.item.position
        line.scores[Rule.BORDA] = points[number]
        line.scores[Rule.BEST_PLACES] = best[number]
        at = [order.index(number) for order, _ in ballots if number in order]
        line.count = len(at)
        line.counts = tuple(at.count(place) for place in range(len(asked.items)))
    ranks = [rankings.ranks(order, asked.numbers) for order, _ in ballots]
    _note_concordance(found, ranks)


def _pairwise(asked: Sheet, votes: Sequence[Vote], _unit: Unit, found: Count) -> None:
    preferred = dict.fromkeys(rankings.preferences((), asked.numbers), Fraction(0))
    for vote in votes:
        for better, worse in vote.answer.wins:
            preferred[better, worse] += vote.weight
    _compare(asked, preferred, found)
    for line in found.lines:
        number = line.item.position
        named = (any(number in pair for pair in vote.answer.wins) for vote in votes)
        line.count = sum(named)


def _compare(asked: Sheet, preferred: rankings.Pairs, found: Count) -> None:
    wins = rankings.copeland(preferred, asked.numbers)
    first = rankings.condorcet_winner(preferred, asked.numbers)
    found.pairs = preferred
    found.condorcet = next((one for one in asked.items if one.position == first), None)
    found.lines = [Line(item, scores={Rule.COPELAND: wins[item.position]}) for item in asked.items]


def _rating(asked: Sheet, votes: Sequence[Vote], unit: Unit, found: Count) -> None:
    for criterion in asked.criteria:
        for item in asked.items:
            found.lines.append(_rated_line(asked, item, criterion, votes, unit))
    rows = [line.rated for line in found.lines if line.rated]
    agreed = [one.agreement for one in rows if one.agreement is not None]
    if agreed:
        found.measure, found.consensus = Measure.TASTLE_WIERMAN, sum(agreed) / len(agreed)


def _rated_line(
    asked: Sheet, item: RoundItem, criterion: RoundCriterion, votes: Sequence[Vote], unit: Unit
) -> Line:
    key = cell(item.position, criterion.position)
    given = [vote for vote in votes if key in vote.answer.scores]
    unable = sum(key in vote.answer.not_competent for vote in votes)
    line = Line(item, criterion, count=len(given), not_competent=unable)
    line.abstained = len(votes) - len(given) - unable
    scores = [vote.answer.scores[key] for vote in given]
    if unit is Unit.FIRM:
        cards = ((vote.answer.scores[key], vote.firm, vote.weight / vote.part) for vote in given)
        own = one_each(cards)
    else:
        own = [(vote.answer.scores[key], vote.weight) for vote in given]
    line.rated = rated(spread_out(own), asked.scale(criterion))
    raw = rated(scores, asked.scale(criterion))
    if line.rated and raw:
        line.counts = raw.counts
        line.scores[Rule.MEDIAN] = Fraction(line.rated.spread.median)
        line.scores[Rule.TOP_TWO] = Fraction(line.rated.top_two)
    return line


def _nothing(_asked: Sheet, _votes: Sequence[Vote], _unit: Unit, _found: Count) -> None:
    """Texts are not counted by item."""


def _ranks_of_amounts(asked: Sheet, vote: Vote) -> list[Fraction]:
    """Return the rank of each item in a ballot of points, equal points sharing their mean rank."""
    given = [vote.answer.amounts.get(number, 0) for number in asked.numbers]
    return [
        Fraction(2 * sum(other > one for other in given) + given.count(one) + 1, 2) for one in given
    ]


def _note_concordance(found: Count, ranks: Sequence[Sequence[Fraction]]) -> None:
    agreed = kendall(ranks)
    if agreed:
        found.measure, found.consensus = Measure.KENDALL, agreed.w
        found.chi_square, found.probability = agreed.chi_square, agreed.probability


def _give_places(asked: Sheet, found: Count) -> None:
    """Put the lines in order by the rule, each criterion by itself, and note the first."""
    groups: dict[RoundCriterion | None, list[Line]] = {}
    for line in found.lines:
        if line.scores.get(asked.round.rule) is not None:
            groups.setdefault(line.criterion, []).append(line)
    for lines in groups.values():
        keys = {place: tuple(_keys(asked, line)) for place, line in enumerate(lines)}
        for place, taken in rankings.places(keys).items():
            lines[place].place = taken
    if len(groups) == 1:
        (lines,) = groups.values()
        first = [line for line in lines if line.place == 1 and _has_any(asked, line)]
        if not first:
            return
        found.is_tied = len(first) > 1
        found.winner = None if found.is_tied else first[0].item


def _has_any(asked: Sheet, line: Line) -> bool:
    """Say whether an item got anything: where votes are added up, nothing comes first with none."""
    return asked.round.rule not in ADDED_UP or bool(line.scores.get(asked.round.rule))


def _keys(asked: Sheet, line: Line) -> Iterator[Fraction]:
    yield line.scores.get(asked.round.rule) or Fraction(0)
    if other := asked.round.other_rule:
        yield line.scores.get(other) or Fraction(0)


_COUNTS: Mapping[Instrument, Callable[[Sheet, Sequence[Vote], Unit, Count], None]] = {
    Instrument.APPROVAL: _approval,
    Instrument.RANKING: _ranking,
    Instrument.POINTS: _amounts,
    Instrument.RATING: _rating,
    Instrument.MULTIVOTE: _amounts,
    Instrument.PAIRWISE: _pairwise,
    Instrument.IDEAS: _nothing,
    Instrument.WORDS: _nothing,
    Instrument.COMMITMENT: _joined,
}
