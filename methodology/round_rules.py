"""What voters are told before a round opens: every rule in words, on projector, phone and paper."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from methodology.rounds import Instrument, Roll, Round, RoundCriterion, Rule
from methodology.scale import find_scale
from methodology.text import N_, Remark

_PARTIAL = {
    Instrument.RANKING: N_("incomplete rankings count, what is left out shares the last places"),
    Instrument.RATING: N_("incomplete answers count, item by item"),
}


@dataclass(frozen=True)
class Told:
    """One rule: what it is about, as a message, and what holds."""

    about: str
    text: Remark


def rules(
    asked: Round,
    eligible: int | None = None,
    criteria: Iterable[RoundCriterion] = (),
    weights: Iterable[Decimal] | Mapping[Decimal, int] = (),
) -> tuple[Told, ...]:
    """Return the rules of a round in the order in which people ask about them.

    `eligible` is the number of cards, where the roll has any; `criteria` where their scales are
    to be told too; `weights` those of the cards, or how many have each, told where they count.
    """
    made = [
        Told(N_("Instrument"), Remark(asked.instrument.label)),
        *(Told(N_("Scale"), said) for one in criteria if (said := _scale(one))),
        Told(N_("What counts as one vote"), Remark(asked.unit.label)),
        Told(N_("Who may vote"), _roll(asked, eligible)),
        Told(N_("Rule"), _rule(asked)),
        *(Told(N_("Weights"), said) for said in _weights(asked, weights)),
        Told(N_("Quorum"), _quorum(asked)),
        Told(N_("In case of a tie"), _tie_break(asked)),
        Told(N_("Secrecy"), Remark(asked.secrecy.label)),
    ]
    if asked.turns > 1:
        text = N_("Two: first alone, then again after seeing median, spread and reasons")
        made.append(Told(N_("Number of rounds"), Remark(text)))
    if asked.seconds:
        minutes = -(-asked.seconds // 60)
        made.append(Told(N_("Countdown"), Remark(N_("{count} min"), {"count": minutes})))
    return tuple(made)


def _scale(criterion: RoundCriterion) -> Remark | None:
    scale = find_scale(criterion.scale)
    if scale is None:
        return None
    told = {
        "criterion": criterion.name,
        "least": scale.least,
        "low": Remark(scale.anchors[scale.least]),
        "most": scale.most,
        "high": Remark(scale.anchors[scale.most]),
    }
    return Remark(N_("{criterion}: {least} {low}, {most} {high}"), told)


def _roll(asked: Round, eligible: int | None) -> Remark:
    if asked.roll is Roll.OPEN or eligible is None:
        return Remark(asked.roll.label)
    return Remark(N_("{roll} (cards: {count})"), {"roll": asked.roll, "count": eligible})


def _rule(asked: Round) -> Remark:
    parts: list[Remark] = [Remark(asked.rule.label)]
    if asked.instrument in (Instrument.POINTS, Instrument.MULTIVOTE):
        parts.append(Remark(N_("{count} for each voter"), {"count": asked.amount}))
    if asked.rule is Rule.BEST_PLACES:
        points = tuple(range(asked.amount, 0, -1))
        parts.append(Remark(N_("points by place: {points}"), {"points": points}))
    if asked.instrument is Instrument.MULTIVOTE:
        stack = N_("several on one item allowed") if asked.can_stack else N_("one on each item")
        parts.append(Remark(stack))
    if asked.rule is Rule.MEDIAN:
        parts.append(Remark(N_("with quartiles by linear interpolation")))
    if asked.is_weighted:
        parts.append(Remark(N_("weighted as agreed beforehand")))
    if asked.is_partial and asked.rule is Rule.BEST_PLACES:
        parts.append(Remark(N_("incomplete rankings count, what is left out gets no points")))
    elif asked.is_partial and asked.instrument in _PARTIAL:
        parts.append(Remark(_PARTIAL[asked.instrument]))
    elif asked.instrument in _PARTIAL:
        parts.append(Remark(N_("incomplete ballots do not count")))
    return Remark("{parts}", {"parts": tuple(parts)})


def _weights(asked: Round, weights: Iterable[Decimal] | Mapping[Decimal, int]) -> Iterator[Remark]:
    """Yield how many cards have each weight, from the least."""
    if found := Counter(weights if asked.is_weighted else ()):
        each = (
            Remark(N_("{weight} (cards: {count})"), {"weight": weight, "count": found[weight]})
            for weight in sorted(found)
        )
        yield Remark("{parts}", {"parts": tuple(each)})


def _tie_break(asked: Round) -> Remark:
    if other := asked.other_rule:
        return Remark("{agreed}: {rule}", {"agreed": asked.tie_break, "rule": other})
    return Remark(asked.tie_break.label)


def _quorum(asked: Round) -> Remark:
    if asked.quorum is None:
        return Remark(N_("None; turnout is shown"))
    return Remark(N_("{count} ballots, abstentions included"), {"count": asked.quorum})
