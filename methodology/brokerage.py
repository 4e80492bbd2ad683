"""Whom an actor brings together: the roles of brokers, by the groups of the three involved.

A broker is related to two others that are not related to each other. Its role says whose go-between
it is: R. Gould and R. Fernandez, "Structures of mediation", Sociological Methodology 19 (1989).
Relations have no direction here, so that their gatekeeper and their representative are one role.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from itertools import combinations
from typing import Any

from methodology.choice import Choice
from methodology.text import N_, Remark, Term


class Role(Choice):
    """Whose go-between a broker is."""

    COORDINATOR = "coordinator", N_("Coordinator"), N_("all three of one type")
    REPRESENTATIVE = "representative", N_("Representative"), N_("its own type and another")
    ITINERANT = "itinerant", N_("Itinerant"), N_("two of one type that is not its own")
    LIAISON = "liaison", N_("Liaison"), N_("three different types")

    between: str  # whom it stands between, as a message


def broker_roles(
    edges: Iterable[tuple[Any, Any]], groups: Mapping[Any, Hashable]
) -> dict[Any, Counter[Role]]:
    """Return, for each node that brokers, how many pairs it brings together in which role.

    Nodes without a group count neither as brokers nor as ends.
    """
    near: defaultdict[Any, set[Any]] = defaultdict(set)
    for one, other in edges:
        if one != other and groups.get(one) is not None and groups.get(other) is not None:
            near[one].add(other)
            near[other].add(one)
    found: defaultdict[Any, Counter[Role]] = defaultdict(Counter)
    for broker, others in near.items():
        for one, other in combinations(others, 2):
            if other not in near[one]:
                found[broker][_role(groups[one], groups[broker], groups[other])] += 1
    return dict(found)


def roles_told(counts: Mapping[Role, int]) -> Remark:
    """Return the roles of a broker with their numbers of pairs, the most frequent first."""
    ranked = sorted(counts, key=lambda role: (-counts[role], [*Role].index(role)))
    each = (Remark("{role} {count}", {"role": role, "count": counts[role]}) for role in ranked)
    return Remark("{roles}", {"roles": tuple(each)})


def roles_explained() -> Remark:
    """Return what every role means, for the note beneath a table."""
    each = (
        Remark("{role} ({between})", {"role": role, "between": Term(role.between)}) for role in Role
    )
    return Remark(
        N_(
            "Role as broker: pairs that are not related to each other and meet in the actor, by "
            "the types of the three (Gould and Fernandez): {roles}."
        ),
        {"roles": tuple(each)},
    )


def _role(one: Hashable, broker: Hashable, other: Hashable) -> Role:
    if one == other:
        return Role.COORDINATOR if one == broker else Role.ITINERANT
    return Role.REPRESENTATIVE if broker in (one, other) else Role.LIAISON
