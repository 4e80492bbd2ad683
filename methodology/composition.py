"""Who took part in a vote: how many types of actors, and how large a part of it was one firm's.

A public ballot has no quorum; it counts if three types of actors took part and no firm cast more
than a fifth of the votes (the method, section 3.3).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from methodology.round_results import RoundSummary
from methodology.rounds import FREE, Instrument, Round
from methodology.text import N_, Remark
from methodology.votes import Vote, is_enough, weighed

FEWEST_KINDS = 3
LARGEST_SHARE = Decimal("0.2")


@dataclass(frozen=True)
class Composition:
    """The types of actors among those who voted, and the share of the largest firm; where known."""

    kinds: int | None = None
    largest_share: Fraction | None = None


def composition(asked: Round, votes: Sequence[Vote]) -> Composition:
    """Return who took part, unless fewer than four ballots would be told of in secret.

    A firm has the share that the round gives it: where firms count, one vote however many voted.
    """
    if not asked.is_public and not is_enough(len(votes)):
        return Composition()
    kinds = {vote.kind for vote in votes if vote.kind}
    shares: defaultdict[object, Fraction] = defaultdict(Fraction)
    for vote in weighed(votes, asked.unit, is_weighted=False):
        shares[vote.firm] += vote.weight
    total, known = sum(shares.values()), [shares[firm] for firm in shares if firm]
    return Composition(len(kinds) or None, max(known) / total if known else None)


def composition_notes(asked: Round, summary: RoundSummary) -> Iterator[Remark]:
    """Yield who took part in words, and whether that is broad enough for a public ballot."""
    if asked.instrument in FREE or asked.instrument is Instrument.COMMITMENT:
        return
    if summary.eligible is None:
        yield Remark(N_("Open roll: types of actors and share of a firm are not known"))
        return
    if summary.kinds is not None:
        yield Remark(N_("Types of actors: {count}"), {"count": summary.kinds})
    if summary.largest_share is not None:
        values = {"share": _percent(summary.largest_share)}
        yield Remark(N_("Largest firm: {share}% of the votes"), values)
    if asked.quorum is None and _is_narrow(summary):
        yield Remark(N_("Too narrow for a public ballot: three types, no firm above 20%"))


def _is_narrow(summary: RoundSummary) -> bool:
    kinds, share = summary.kinds, summary.largest_share
    return (kinds is not None and kinds < FEWEST_KINDS) or (
        share is not None and share > LARGEST_SHARE
    )


def _percent(share: Decimal) -> Decimal:
    """Return a share in percent with a decimal where it has one: 20.4 is above 20."""
    tenths = (100 * share).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return tenths if tenths % 1 else tenths.quantize(Decimal(1))
