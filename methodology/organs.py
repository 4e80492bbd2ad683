"""What follows from the governance: who votes where, votes needed, the tree of organs, money."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from methodology.governance import (
    YEARS,
    Fund,
    GovernanceRule,
    OperatingCost,
    Organ,
    OrganKind,
    OrganMember,
    Part,
)
from methodology.majority import Majority, needed
from methodology.mapping import Actor, Contact
from methodology.snapshot import Snapshot
from methodology.text import N_, Remark

IS_NOT = (
    N_("An end in itself: it exists for projects that firms could not do alone."),
    N_("A trade association of the traditional kind: it speaks of business, not of the trade."),
    N_("A lobby: it asks the public side for what the plan says, in public."),
    N_("A closed club: whoever meets the rules may join."),
    N_("Compulsory: nobody has to take part in an action, and projects have circles of their own."),
)


@dataclass(frozen=True)
class OrganNode:
    """An organ on its level of the chart, 0 being the top, with those who sit in it."""

    organ: Organ
    level: int
    parent: UUID | None
    votes: int
    members: tuple[OrganMember, ...]


@dataclass(frozen=True)
class RuleVotes:
    """A rule with a majority: of how many it is taken, and how many votes it asks for.

    `count` is None while nobody knows how many vote in its organ.
    """

    rule: GovernanceRule
    organ: Organ | None
    majority: Majority
    count: int | None

    @property
    def needed(self) -> int | None:
        """How many votes the rule asks for when everybody is there."""
        return needed(self.majority, self.count) if self.count else None


@dataclass(frozen=True)
class OperatingYear:
    """The money of one year, in hundredths; funds and parts without any are left out."""

    year: int
    by_fund: Mapping[Fund, int]
    by_part: Mapping[Part, int]

    @property
    def total(self) -> int:
        """All of it."""
        return sum(self.by_fund.values())

    @property
    def public_share(self) -> float | None:
        """The part that is public, 0 to 1; None for a year without money."""
        return self.by_fund.get(Fund.PUBLIC, 0) / self.total if self.total else None


def voters(snapshot: Snapshot, organ: Organ) -> int:
    """Return how many vote in an organ: the members listed, else the number given for it."""
    listed = sum(one.seat.votes for one in snapshot.all(OrganMember) if one.organ == organ.id)
    return listed or organ.members or 0


def organ_tree(snapshot: Snapshot) -> tuple[OrganNode, ...]:
    """Return the organs from the top, each on the level below the one it reports to.

    Organs that report to each other in a circle stand on the top level.
    """
    organs = {one.id: one for one in snapshot.all(Organ)}
    found = []
    for organ in organs.values():
        level = _level(organ, organs)
        parent = organ.reports_to if level else None
        seats = tuple(one for one in snapshot.all(OrganMember) if one.organ == organ.id)
        found.append(OrganNode(organ, level, parent, voters(snapshot, organ), seats))
    kinds = [*OrganKind]
    return tuple(sorted(found, key=lambda one: (one.level, kinds.index(one.organ.kind))))


def rule_votes(snapshot: Snapshot) -> tuple[RuleVotes, ...]:
    """Return the rules that are formulas, each with the votes it asks for now."""
    found = []
    for rule in snapshot.all(GovernanceRule):
        if rule.majority:
            organ = snapshot.get(Organ, rule.organ)
            count = voters(snapshot, organ) if organ else 0
            found.append(RuleVotes(rule, organ, rule.majority, count or None))
    return tuple(found)


def operating_years(snapshot: Snapshot) -> tuple[OperatingYear, ...]:
    """Return the operating budget of each of the years; empty while there is no amount."""
    costs = snapshot.all(OperatingCost)
    if not costs:
        return ()
    found = []
    for year in range(1, YEARS + 1):
        rows = [cost for cost in costs if cost.year == year]
        by_fund = {fund: sum(row.amount for row in rows if row.fund == fund) for fund in Fund}
        by_part = {part: sum(row.amount for row in rows if row.part == part) for part in Part}
        found.append(
            OperatingYear(
                year,
                {fund: amount for fund, amount in by_fund.items() if amount},
                {part: amount for part, amount in by_part.items() if amount},
            )
        )
    return tuple(found)


def seated(snapshot: Snapshot, member: OrganMember, *, named: bool) -> str:
    """Return who sits somewhere: the actor, with the person where `named` allows it."""
    actor = snapshot.get(Actor, member.actor)
    person = snapshot.get(Contact, member.person)
    is_told = person is not None and (named or person.consent)
    return " · ".join(
        part
        for part in (actor.name if actor else "", person.name if is_told and person else "")
        if part
    )


def votes_words(found: RuleVotes) -> Remark:
    """Return the votes a rule asks for in words, with the number they are taken of."""
    if found.organ is None:
        return Remark(N_("Not known: the rule names no organ"))
    if found.needed is None:
        return Remark(N_("Not known: no organ with members"))
    return Remark(N_("{needed} of {count}"), {"needed": found.needed, "count": found.count})


def _level(organ: Organ, organs: Mapping[UUID, Organ]) -> int:
    """Return how far below the top an organ stands; 0 in a circle or beneath an unknown organ."""
    seen, level, at = {organ.id}, 0, organ
    while at.reports_to is not None and at.reports_to in organs:
        at = organs[at.reports_to]
        if at.id in seen:
            return 0
        seen.add(at.id)
        level += 1
    return level
