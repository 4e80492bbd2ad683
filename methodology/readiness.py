"""What a round lacks before it can open: said all at once, in words."""

from collections.abc import Iterator, Sequence

from methodology.ballot import Sheet
from methodology.quorums import entitled
from methodology.rounds import (
    FREE,
    RULES,
    Instrument,
    Roll,
    Rule,
    Secrecy,
    State,
    TieBreak,
    Unit,
    VoterCard,
)
from methodology.scale import scale_called
from methodology.text import N_, Problem, Remark
from methodology.votes import hides_weights

FEWEST_TO_COMPARE = 2
_COMPARES = (Instrument.RANKING, Instrument.PAIRWISE, Instrument.POINTS)


class NotReady(Problem):
    """A round that cannot open yet; `remarks` says everything that is missing."""

    def __init__(self, remarks: tuple[Remark, ...]) -> None:
        super().__init__(N_("The round cannot open yet: {remarks}"), remarks=remarks)
        self.remarks = remarks


def voters(asked: Sheet, cards: Sequence[VoterCard]) -> tuple[VoterCard, ...]:
    """Return the cards that are entitled to vote in a round; none on an open roll."""
    return entitled(asked.round, cards)


def missing_in(asked: Sheet, cards: Sequence[VoterCard]) -> tuple[Remark, ...]:
    """Return what keeps a round in preparation from opening, in words."""
    return tuple(Remark(*told) for told in (*_in_question(asked), *_in_roll(asked, cards)))


def refuse_unready(asked: Sheet, cards: Sequence[VoterCard]) -> None:
    """Refuse to open a round that lacks something; NotReady says all of it.

    A next turn asks the same again, so it is not looked at anew.
    """
    if asked.round.state is State.DRAFT and (found := missing_in(asked, cards)):
        raise NotReady(found)


Told = tuple[str, dict[str, object]]


def _in_question(asked: Sheet) -> Iterator[Told]:
    given, count = asked.round, len(asked.items)
    if given.instrument not in FREE and not count:
        yield N_("there is nothing to vote on"), {}
    elif given.instrument in _COMPARES and count < FEWEST_TO_COMPARE:
        yield N_("there have to be two items at least"), {}
    if given.rule not in RULES[given.instrument]:
        yield (
            N_("“{rule}” is no rule for “{instrument}”"),
            {"rule": given.rule, "instrument": given.instrument},
        )
    if given.tie_break is TieBreak.OTHER_RULE and given.other_rule is None:
        yield (
            N_("“{instrument}” has no other rule to decide a tie"),
            {"instrument": given.instrument},
        )
    if given.instrument is Instrument.RATING:
        yield from _in_criteria(asked)
    if given.rule is Rule.BEST_PLACES and given.amount > count:
        yield N_("more places score than there are items"), {}
    if given.instrument is Instrument.MULTIVOTE and not given.can_stack and given.amount > count:
        yield N_("there are more dots than items"), {}
    if given.instrument is Instrument.COMMITMENT and given.secrecy is not Secrecy.NAMED:
        yield N_("commitments are public on purpose"), {}


def _in_criteria(asked: Sheet) -> Iterator[Told]:
    if not asked.criteria:
        yield N_("a rating needs at least one criterion"), {}
    for criterion in asked.criteria:
        try:
            scale_called(criterion.scale)
        except KeyError:
            yield N_("the criterion “{name}” has no scale"), {"name": criterion.name}


def _in_roll(asked: Sheet, cards: Sequence[VoterCard]) -> Iterator[Told]:
    given, may_vote = asked.round, voters(asked, cards)
    if given.roll is Roll.OPEN:
        if given.unit is Unit.FIRM:
            yield N_("one vote for each firm needs cards: no phone says whose it is"), {}
        if given.is_weighted:
            yield N_("weights need cards"), {}
        return
    if not may_vote:
        yield N_("there is no card for this meeting yet"), {}
    if given.unit is Unit.FIRM and (lone := _without_firm(may_vote)):
        yield (
            N_(
                "cards without a firm: {count}; choose their firms under “Cards”,"
                " or count one vote for each person"
            ),
            {"count": lone},
        )
    if given.quorum and given.quorum > len(may_vote) > 0:
        yield (
            N_("the quorum of {quorum} is more than the {count} who may vote"),
            {"quorum": given.quorum, "count": len(may_vote)},
        )
    if not given.is_public and given.is_weighted and not hides_weights(c.weight for c in may_vote):
        yield N_("a weight that fewer than four cards have would tell how its voter voted"), {}


def _without_firm(cards: Sequence[VoterCard]) -> int:
    """Return how many persons' cards say of no firm; a firm's own card is a firm by itself."""
    return sum(not card.is_firm and card.actor is None for card in cards)
