"""Where kinds of actors lie apart: what each came to in a round, beside the others."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from methodology.outcomes import Outcome, outcome
from methodology.round_results import RoundSummary, View
from methodology.rounds import Instrument, Round, RoundCriterion, RoundItem
from methodology.snapshot import Snapshot
from methodology.spread import DISCUSS_ABOVE
from methodology.text import N_, Remark, Term

OTHERS = N_("All the others")


@dataclass(frozen=True)
class Row:
    """What the groups say of one item, on a criterion where there are any; None where nothing."""

    item: RoundItem
    criterion: RoundCriterion | None
    values: tuple[Decimal | None, ...]
    is_apart: bool

    @property
    def name(self) -> str:
        """The item, with the criterion where there are any."""
        return f"{self.item.name} · {self.criterion.name}" if self.criterion else self.item.name


def group_outcomes(snapshot: Snapshot, asked: Round) -> tuple[Outcome, ...]:
    """Return what each kind of actor came to, as far as it was computed; the others come last."""
    kinds = [
        one.group
        for one in snapshot.all(RoundSummary)
        if one.round == asked.id and one.turn == asked.turn and one.view is View.GROUP
    ]
    found = (outcome(snapshot, asked, view=View.GROUP, group=kind) for kind in kinds)
    return tuple(sorted(filter(None, found), key=lambda one: one.summary.group is None))


def group_name(found: Outcome) -> Term:
    """Return what a group is called."""
    kind = found.summary.group
    return Term(kind.label if kind else OTHERS)


def group_rows(groups: Sequence[Outcome]) -> tuple[Row, ...]:
    """Return each item with what every group says of it, and whether they lie apart.

    Scores lie apart when two medians are more than a step of the scale from each other; of other
    answers, what comes first for one group and not for every one.
    """
    return tuple(_rows(groups)) if groups else ()


def is_shared(groups: Sequence[Outcome]) -> bool:
    """Say whether the values of the groups are shares of their votes."""
    found = [one for group in groups for one in group.results.values()]
    return not _is_rating(groups) and any(one.share is not None for one in found)


def group_headline(groups: Sequence[Outcome]) -> Remark:
    """Return in a sentence how far the kinds of actors agree."""
    if _is_rating(groups):
        apart = tuple(row.name for row in group_rows(groups) if row.is_apart)
        if apart:
            return Remark(N_("Kinds of actors lie apart on: {names}"), {"names": apart})
        return Remark(N_("All kinds of actors give similar scores"))
    firsts = {_firsts(group) for group in groups}
    if len(firsts) > 1:
        return Remark(N_("Kinds of actors do not put the same first"))
    return Remark(N_("First for all kinds of actors: {names}"), {"names": firsts.pop()})


def _rows(groups: Sequence[Outcome]) -> Iterator[Row]:
    first, is_rating, has_shares = groups[0], _is_rating(groups), is_shared(groups)
    choices: tuple[RoundCriterion | None, ...] = first.criteria or (None,)
    for criterion in choices if is_rating else (None,):
        for item in first.items:
            found = [group.result(item, criterion) for group in groups]
            places = [one.place if one else None for one in found]
            if is_rating:
                values = tuple(one.median if one else None for one in found)
                is_apart = _width(values) > Decimal(str(DISCUSS_ABOVE))
            else:
                values = tuple(one.share if one else None for one in found)
                is_apart = 1 in places and {*places} != {1}
            if not is_rating and not has_shares:
                values = tuple(None if place is None else Decimal(place) for place in places)
            yield Row(item, criterion, values, is_apart)


def _is_rating(groups: Sequence[Outcome]) -> bool:
    return groups[0].round.instrument is Instrument.RATING


def _firsts(found: Outcome) -> tuple[str, ...]:
    results = ((item.name, found.result(item)) for item in found.items)
    return tuple(name for name, one in results if one and one.place == 1)


def _width(values: Iterable[Decimal | None]) -> Decimal:
    known = [value for value in values if value is not None]
    return max(known) - min(known) if known else Decimal(0)
