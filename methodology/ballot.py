"""What a voter answers: one shape for all instruments, and what makes an answer valid.

Items and criteria are named by their numbers in the round, which stay once it was open. A score is
kept under `item.criterion`, as in `"3.1"`.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from methodology.record import Text
from methodology.rounds import Instrument, Round, RoundCriterion, RoundItem
from methodology.scale import Scale, scale_called
from methodology.text import N_, Problem

MOST_NUMBERS = 1000
Number = Annotated[int, Field(ge=1, le=999)]


def _in_order(found: Any) -> Any:
    """Return what was given in one order for all: the order of a phone's own would tell whose."""
    return dict(sorted(found.items())) if isinstance(found, dict) else tuple(sorted(found))


Alike = AfterValidator(_in_order)
_NONE: Any = Field(default_factory=dict)
_BESIDE = frozenset({"reasons", "who"})  # what may stand beside any answer


class Answer(BaseModel):
    """What one ballot says; only the fields of the round's instrument are filled."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    abstains: bool = False
    chosen: Annotated[tuple[Number, ...], Field(max_length=MOST_NUMBERS), Alike] = ()
    order: Annotated[tuple[Number, ...], Field(max_length=MOST_NUMBERS)] = ()
    amounts: Annotated[dict[Number, int], Field(max_length=MOST_NUMBERS), Alike] = _NONE
    scores: Annotated[dict[str, int], Field(max_length=MOST_NUMBERS), Alike] = _NONE
    not_competent: Annotated[tuple[str, ...], Field(max_length=MOST_NUMBERS), Alike] = ()
    wins: Annotated[tuple[tuple[Number, Number], ...], Field(max_length=MOST_NUMBERS), Alike] = ()
    texts: Annotated[tuple[Text, ...], Field(max_length=MOST_NUMBERS)] = ()
    reasons: Annotated[dict[Number, Text], Field(max_length=MOST_NUMBERS), Alike] = _NONE
    joins: Annotated[dict[Number, Text], Field(max_length=MOST_NUMBERS), Alike] = _NONE
    who: Text = ""

    def written(self) -> str:
        """Return the answer as the log of ballots keeps it."""
        return self.model_dump_json(exclude_defaults=True)


@dataclass(frozen=True)
class Sheet:
    """A round as voters see it: its items and criteria by number."""

    round: Round
    items: tuple[RoundItem, ...]
    criteria: tuple[RoundCriterion, ...] = ()

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the items."""
        return tuple(item.position for item in self.items)

    @cached_property
    def known(self) -> frozenset[int]:
        """The numbers that an answer may name."""
        return frozenset(self.numbers)

    def scale(self, criterion: RoundCriterion) -> Scale:
        """Return the scale of a criterion."""
        return scale_called(criterion.scale)


class BallotInvalid(Problem):
    """An answer that the rules of its round do not allow; it was not counted."""


def sheet(
    asked: Round, items: Iterable[RoundItem], criteria: Iterable[RoundCriterion] = ()
) -> Sheet:
    """Return a round with those of the items and criteria that are its own, by number."""
    own = sorted((one for one in items if one.round == asked.id), key=lambda one: one.position)
    judged = sorted((one for one in criteria if one.round == asked.id), key=lambda c: c.position)
    return Sheet(asked, tuple(own), tuple(judged))


def cell(item: int, criterion: int) -> str:
    """Return the key under which an answer keeps a score."""
    return f"{item}.{criterion}"


def pairs(numbers: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Return every pair of items that a voter compares."""
    return tuple(combinations(numbers, 2))


def refuse_answer(asked: Sheet, answer: Answer) -> None:
    """Refuse an answer that the round's rules do not allow; BallotInvalid says why."""
    filled = {name for name in answer.model_fields_set if getattr(answer, name)} - _BESIDE
    if answer.abstains:
        if filled != {"abstains"}:
            raise BallotInvalid(N_("Whoever abstains gives no other answer."))
        return
    names, rule = _RULES[asked.round.instrument]
    if not filled <= names or (answer.reasons and not asked.round.asks_reasons):
        raise BallotInvalid(N_("This answer does not belong to this question."))
    _refuse_unknown(asked, answer.reasons)
    rule(asked, answer)


def _refuse_unknown(asked: Sheet, numbers: Iterable[int]) -> None:
    if not asked.known.issuperset(numbers):
        raise BallotInvalid(N_("This answer names something that is not asked."))


def _approval(asked: Sheet, answer: Answer) -> None:
    _refuse_unknown(asked, answer.chosen)
    _refuse_repeated(answer.chosen)


def _ranking(asked: Sheet, answer: Answer) -> None:
    _refuse_unknown(asked, answer.order)
    _refuse_repeated(answer.order)
    if not answer.order:
        raise BallotInvalid(N_("Put at least one in its place, or abstain."))
    if not asked.round.is_partial and len(answer.order) < len(asked.items):
        raise BallotInvalid(N_("All have to be put in order."))


def _points(asked: Sheet, answer: Answer) -> None:
    _refuse_unknown(asked, answer.amounts)
    total = sum(answer.amounts.values())
    if min(answer.amounts.values(), default=0) < 0 or total != asked.round.amount:
        raise BallotInvalid(
            N_("The points have to add up to {wanted}; these add up to {found}."),
            wanted=asked.round.amount,
            found=total,
        )


def _multivote(asked: Sheet, answer: Answer) -> None:
    _refuse_unknown(asked, answer.amounts)
    most = asked.round.amount
    used = answer.amounts.values()
    if min(used, default=0) < 0 or sum(used) > most:
        raise BallotInvalid(N_("There are {most} dots to place."), most=most)
    if max(used, default=0) > 1 and not asked.round.can_stack:
        raise BallotInvalid(N_("Only one dot goes on each."))
    if not any(used):
        raise BallotInvalid(N_("Place at least one, or abstain."))


def _rating(asked: Sheet, answer: Answer) -> None:
    known = {
        cell(item, criterion.position): asked.scale(criterion)
        for item in asked.numbers
        for criterion in asked.criteria
    }
    unable = set(answer.not_competent)
    if not {*answer.scores, *unable} <= set(known) or unable & set(answer.scores):
        raise BallotInvalid(N_("This answer names something that is not asked."))
    for key, score in answer.scores.items():
        if not known[key].least <= score <= known[key].most:
            raise BallotInvalid(N_("One of the scores is not on the scale."))
    if not asked.round.is_partial and len(answer.scores) + len(unable) < len(known):
        raise BallotInvalid(N_("Every item needs an answer."))
    if not answer.scores and not unable:
        raise BallotInvalid(N_("Give at least one score, or abstain."))


def _pairwise(asked: Sheet, answer: Answer) -> None:
    _refuse_unknown(asked, (number for pair in answer.wins for number in pair))
    found = [frozenset(pair) for pair in answer.wins]
    _refuse_repeated(found)
    if any(len(pair) < 2 for pair in found):
        raise BallotInvalid(N_("This answer names something that is not asked."))
    if not found:
        raise BallotInvalid(N_("Choose in at least one pair, or abstain."))
    if not asked.round.is_partial and len(found) < len(pairs(asked.numbers)):
        raise BallotInvalid(N_("Every pair needs an answer."))


def _texts(asked: Sheet, answer: Answer) -> None:
    given = [text for text in answer.texts if text]
    if not given:
        raise BallotInvalid(N_("Write something, or abstain."))
    if len(given) > asked.round.amount:
        raise BallotInvalid(N_("At most {most} go here."), most=asked.round.amount)


def _commitment(asked: Sheet, answer: Answer) -> None:
    _refuse_unknown(asked, answer.joins)


def _refuse_repeated(found: Collection[object]) -> None:
    if len(set(found)) < len(found):
        raise BallotInvalid(N_("The same one is named twice."))


_RULES: Mapping[Instrument, tuple[set[str], Callable[[Sheet, Answer], None]]] = {
    Instrument.APPROVAL: ({"chosen"}, _approval),
    Instrument.RANKING: ({"order"}, _ranking),
    Instrument.POINTS: ({"amounts"}, _points),
    Instrument.RATING: ({"scores", "not_competent"}, _rating),
    Instrument.MULTIVOTE: ({"amounts"}, _multivote),
    Instrument.PAIRWISE: ({"wins"}, _pairwise),
    Instrument.IDEAS: ({"texts"}, _texts),
    Instrument.WORDS: ({"texts"}, _texts),
    Instrument.COMMITMENT: ({"joins"}, _commitment),
}
