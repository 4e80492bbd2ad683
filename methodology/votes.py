"""Ballots as they are counted: what each weighs, and which groups are too small to be shown."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from uuid import UUID

from methodology.ballot import Answer
from methodology.mapping import ActorKind
from methodology.rounds import Channel, Unit

FEWEST = 4  # ballots that a group must have before anything is told of it


@dataclass(frozen=True)
class Vote:
    """One ballot with what it weighs; `firm` and its `kind` are whose it is, where known.

    `part` is the part of its firm's vote, where firms count.
    """

    answer: Answer
    weight: Fraction = Fraction(1)
    firm: UUID | None = None
    channel: Channel = Channel.PHONE
    who: str = ""
    kind: ActorKind | None = None
    part: Fraction = Fraction(1)


def weighed(votes: Iterable[Vote], unit: Unit, *, is_weighted: bool) -> tuple[Vote, ...]:
    """Return the ballots with the weight that the round's rules give them.

    Where firms count, the ballots of one firm share one vote: each weighs 1/k of it.
    """
    found = [one if is_weighted else replace(one, weight=Fraction(1)) for one in votes]
    if unit is not Unit.FIRM:
        return tuple(found)
    sizes = Counter(one.firm for one in found)
    sizes[None] = 1
    parts = {firm: Fraction(1, size) for firm, size in sizes.items()}
    return tuple(
        replace(one, weight=one.weight * parts[one.firm], part=parts[one.firm]) for one in found
    )


def without(votes: Iterable[Vote], firm: UUID) -> tuple[Vote, ...]:
    """Return the ballots of all the others."""
    return tuple(one for one in votes if one.firm != firm)


def firms(votes: Iterable[Vote]) -> Counter[UUID]:
    """Return how many ballots each firm cast."""
    return Counter(one.firm for one in votes if one.firm)


def is_enough(count: int) -> bool:
    """Say whether a group is large enough to be shown apart."""
    return count >= FEWEST


def hides_firms(votes: Sequence[Vote]) -> bool:
    """Say whether counting by person and by firm side by side would give no firm away.

    The two differ by what firms with several ballots voted: those must be two firms and four
    ballots at least, and the ballots of all the others four as well, or none. Two sums tell two
    unknowns: where firms are of two sizes only, those of each size must have four ballots.
    """
    several = [size for size in firms(votes).values() if size > 1]
    ballots = Counter({1: len(votes) - sum(several)})
    for size in several:
        ballots[size] += size
    told = [count for count in ballots.values() if count]
    is_hidden = len(several) >= 2 and is_enough(sum(several))
    is_single_hidden = ballots[1] == 0 or is_enough(ballots[1])
    return is_hidden and is_single_hidden and (len(told) != 2 or all(map(is_enough, told)))


def hides_shares(votes: Sequence[Vote]) -> bool:
    """Say whether results in which firms share their vote among their people give none away."""
    return max(firms(votes).values(), default=1) == 1 or hides_firms(votes)


def hides_weights(weights: Iterable[object]) -> bool:
    """Say whether every weight is that of four ballots at least: a rare one tells whose it is."""
    found = Counter(weights)
    return len(found) == 1 or all(map(is_enough, found.values()))


def default_dots(items: int) -> int:
    """Return how many dots each voter gets: a third of the items, from three to eight."""
    return min(max(round(items / 3), 3), 8)
