"""Which parts of a vote may be shown apart without telling how fewer than four people voted.

Results are sums: whoever knows the whole and some parts knows the difference too. So the parts
that are published (firms left out, kinds of actors) cut the ballots into pieces, and every piece
has to be large enough, not only the parts themselves.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from methodology.mapping import ActorKind
from methodology.rounds import Unit
from methodology.votes import Vote, firms, hides_shares, is_enough

Group = tuple[ActorKind | None, tuple[Vote, ...]]
LEAST_GROUPS = 2  # one alone differs from nobody


@dataclass(frozen=True)
class Apart:
    """What may be shown besides the whole: groups, results without a firm, the other count.

    The group without a kind are all the others together. `is_recounted` says whether firms and
    persons may be counted side by side.
    """

    groups: tuple[Group, ...] = ()
    firms: tuple[UUID, ...] = ()
    is_recounted: bool = False


def in_public(votes: Sequence[Vote]) -> Apart:
    """Return what may be shown of a vote in which everybody's answer has its name."""
    known = {kind: own for kind, own in by_kind(votes) if kind and is_enough(len(own))}
    rest = _besides(votes, known.values())
    groups: list[Group] = [*known.items()]
    if is_enough(len(rest)):
        groups.append((None, rest))
    shown = firms(votes)
    return Apart(
        tuple(groups) if len(groups) >= LEAST_GROUPS else (),
        tuple(shown) if len(shown) > 1 else (),
        max(shown.values(), default=1) > 1,
    )


def in_secret(votes: Sequence[Vote], unit: Unit) -> Apart:
    """Return what may be shown of a vote that keeps who said what from the room.

    Where firms share their vote among their people, fractions tell whose a ballot is: every piece
    has to hide that as well (`hides_shares`).
    """
    by_firm = unit is Unit.FIRM
    if by_firm and not hides_shares(votes):
        return Apart()
    shown = _firms(votes, by_firm=by_firm)
    groups = _groups(votes, shown, by_firm=by_firm)
    parts = [own for _kind, own in groups] or [tuple(votes)]
    is_recounted = max(firms(votes).values(), default=1) > 1
    return Apart(
        groups,
        shown,
        is_recounted and all(_hides(_left(own, shown), by_firm=True) for own in parts),
    )


def by_kind(votes: Iterable[Vote]) -> tuple[Group, ...]:
    """Return the ballots by the kind of actor they come from, the largest group first."""
    found: dict[ActorKind | None, list[Vote]] = {}
    for vote in votes:
        found.setdefault(vote.kind, []).append(vote)
    order = [*ActorKind, None]
    grouped = sorted(found.items(), key=lambda one: (-len(one[1]), order.index(one[0])))
    return tuple((kind, tuple(own)) for kind, own in grouped)


def _firms(votes: Sequence[Vote], *, by_firm: bool) -> tuple[UUID, ...]:
    """Return the firms that may be left out one by one: the others stay hidden all the same."""
    sizes = firms(votes)
    large = sorted((key for key in sizes if is_enough(sizes[key])), key=lambda key: -sizes[key])
    while large:
        left = _left(votes, large)
        if (left or len(large) > 1) and _hides(left, by_firm=by_firm):
            return tuple(key for key in sizes if key in large)
        large.pop()
    return ()


def _groups(votes: Sequence[Vote], shown: Sequence[UUID], *, by_firm: bool) -> tuple[Group, ...]:
    """Return the groups that may be shown side by side, those too small put with the others."""

    def is_shown(own: Sequence[Vote]) -> bool:
        return is_enough(len(own)) and _hides(_left(own, shown), by_firm=by_firm)

    groups = [(kind, own) for kind, own in by_kind(votes) if kind and is_shown(own)]
    while groups:
        rest = _besides(votes, (own for _kind, own in groups))
        if not rest or is_shown(rest):
            found = (*groups, (None, rest)) if rest else tuple(groups)
            return found if len(found) >= LEAST_GROUPS else ()
        groups.pop()
    return ()


def _hides(votes: Sequence[Vote], *, by_firm: bool) -> bool:
    """Say whether a piece that can be worked out tells nothing of fewer than four ballots."""
    return not votes or (is_enough(len(votes)) and (not by_firm or hides_shares(votes)))


def _left(votes: Iterable[Vote], shown: Sequence[UUID]) -> tuple[Vote, ...]:
    return tuple(one for one in votes if one.firm not in shown)


def _besides(votes: Sequence[Vote], parts: Iterable[Sequence[Vote]]) -> tuple[Vote, ...]:
    told = {id(one) for own in parts for one in own}
    return tuple(one for one in votes if id(one) not in told)
