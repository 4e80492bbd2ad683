"""The quorum of rounds that have a list of voters: half plus one of the cards, unless it is set.

It is fixed with the other rules before a round opens, and follows the cards until then.
"""

from collections.abc import Iterable, Iterator
from uuid import UUID

from methodology.majority import Majority, needed
from methodology.rounds import Instrument, Roll, Round, State, VoterCard


def entitled(asked: Round, cards: Iterable[VoterCard]) -> tuple[VoterCard, ...]:
    """Return the cards that are entitled to vote in a round; none on an open roll."""
    if asked.roll is Roll.OPEN:
        return ()
    is_firm = asked.roll is Roll.FIRMS
    return tuple(
        card
        for card in cards
        if not card.is_void and card.meeting == asked.meeting and card.is_firm == is_firm
    )


def usual_quorum(asked: Round, cards: Iterable[VoterCard]) -> int | None:
    """Return half plus one of the cards; None without cards, and where nothing is decided.

    Whoever joins a project speaks for themselves: commitments need no quorum.
    """
    if asked.instrument is Instrument.COMMITMENT:
        return None
    count = len(entitled(asked, cards))
    return needed(Majority.HALF_PLUS_ONE, count) or None


def quorums_after(
    rounds: Iterable[Round], before: Iterable[VoterCard], after: Iterable[VoterCard]
) -> Iterator[tuple[UUID, int | None]]:
    """Yield the rounds in preparation whose quorum follows the cards, each with its new one.

    A quorum that somebody set, or took away, is no longer the usual one and stays.
    """
    old, new = tuple(before), tuple(after)
    for asked in rounds:
        usual = usual_quorum(asked, new)
        if asked.state is State.DRAFT and asked.quorum == usual_quorum(asked, old) != usual:
            yield asked.id, usual
