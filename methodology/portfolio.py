"""The projects of the plan taken together: their order, lines, orientations, leaders."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from methodology.action import (
    ActionLine,
    FirstTag,
    Leadership,
    Orientation,
    PlanProject,
)
from methodology.code_order import code_order
from methodology.cofinancing import ProjectMoney, money
from methodology.concentration import hhi
from methodology.mapping import Actor, ActorKind
from methodology.plan_rules import PlanRules, rules_of
from methodology.project_sheet import BudgetItem, MoneySource
from methodology.shares import exact_shares, largest_remainder
from methodology.snapshot import Snapshot, derived

LEAST_ACTORS = 3
LEAST_KINDS = 2
MOST_LED = 3
PRIVATE_KINDS = frozenset({ActorKind.ASSOCIATION, ActorKind.FINANCE})  # beside firms
UNLINED = None


@dataclass(frozen=True)
class Slice:
    """The money of one orientation: amount in hundredths, exact share, percent as printed.

    `orientation` is None for projects that have no category and none of their own.
    """

    orientation: Orientation | None
    amount: int
    share: float
    percent: int


@dataclass(frozen=True)
class Mix:
    """The money by orientation, the smallest first, and how concentrated it is."""

    slices: tuple[Slice, ...]
    hhi: float | None

    @property
    def total(self) -> int:
        """All the money of the mix."""
        return sum(one.amount for one in self.slices)


@dataclass(frozen=True)
class LineProjects:
    """A line of action and its projects, in the order of their codes; None for those without."""

    line: ActionLine | None
    projects: tuple[PlanProject, ...]


@dataclass(frozen=True)
class YearMoney:
    """What the plan spends in one year, by whose money it is."""

    year: int
    amounts: Mapping[MoneySource, int]

    @property
    def total(self) -> int:
        """All the money of the year."""
        return sum(self.amounts.values())


@dataclass(frozen=True)
class LineMoney:
    """What a line of action costs, by whose money it is."""

    line: ActionLine | None
    rows: tuple[ProjectMoney, ...]

    @property
    def total(self) -> int:
        """All the money of the line."""
        return sum(row.total for row in self.rows)

    def paid(self, source: MoneySource) -> int:
        """Return what one source pays."""
        return sum(getattr(row, source.value) for row in self.rows)


@derived
def projects(snapshot: Snapshot) -> tuple[PlanProject, ...]:
    """Return the projects in the order of their codes: P00 first, P2 before P10."""
    return tuple(sorted(snapshot.all(PlanProject), key=code_order))


def is_project_zero(project: PlanProject) -> bool:
    """Say whether the project is the work plan of the cluster manager: P00, P0."""
    digits = "".join(letter for letter in project.code if letter.isdecimal())
    return bool(digits) and not int(digits)


def by_line(snapshot: Snapshot) -> tuple[LineProjects, ...]:
    """Return the lines in the order of their codes, each with its projects.

    Projects without a line come first: project 0 serves them all.
    """
    lines = sorted(snapshot.all(ActionLine), key=code_order)
    held: dict[UUID | None, list[PlanProject]] = {UNLINED: [], **{line.id: [] for line in lines}}
    for project in projects(snapshot):
        held[project.line if project.line in held else UNLINED].append(project)
    found = [LineProjects(line, tuple(held[line.id])) for line in lines]
    free = tuple(held[UNLINED])
    return (LineProjects(UNLINED, free), *found) if free else tuple(found)


def orientation_of(project: PlanProject, rules: PlanRules) -> Orientation | None:
    """Return what a project's money counts under: its own choice, else that of its category."""
    if project.orientation:
        return project.orientation
    return rules.orientations[project.category] if project.category else None


def mix_of(amounts: Mapping[Orientation | None, int]) -> Mix:
    """Return amounts by orientation with their shares; percentages add up to 100."""
    order = [None, *Orientation]
    filled = (found for found in amounts.items() if found[1])
    ordered = sorted(filled, key=lambda found: (found[1], order.index(found[0])))
    sums = [amount for _orientation, amount in ordered]
    slices = tuple(
        Slice(orientation, amount, float(share), percent)
        for (orientation, amount), share, percent in zip(
            ordered, exact_shares(sums), largest_remainder(sums), strict=True
        )
    )
    return Mix(slices, hhi(sums))


def mix(snapshot: Snapshot) -> Mix:
    """Return the money of the plan by orientation."""
    rules = rules_of(snapshot)
    amounts: Counter[Orientation | None] = Counter()
    for row in money(snapshot):
        amounts[orientation_of(row.project, rules)] += row.total
    return mix_of(amounts)


def by_year(snapshot: Snapshot) -> tuple[YearMoney, ...]:
    """Return the budget of each year by whose money it is; estimates have no year."""
    years: dict[int, dict[MoneySource, int]] = {}
    for item in snapshot.all(BudgetItem):
        sums = years.setdefault(item.year, dict.fromkeys(MoneySource, 0))
        sums[item.source] += item.amount
    return tuple(YearMoney(year, years[year]) for year in sorted(years))


def line_money(snapshot: Snapshot) -> tuple[LineMoney, ...]:
    """Return the money of each line that has any, in the order of the lines."""
    rows = {row.project.id: row for row in money(snapshot)}
    found = (
        LineMoney(one.line, tuple(rows[project.id] for project in one.projects))
        for one in by_line(snapshot)
    )
    return tuple(one for one in found if one.total)


def leadership(snapshot: Snapshot, project: PlanProject) -> Leadership | None:
    """Return from which side a project is led: as stated, else as its leader's type says."""
    leader = snapshot.get(Actor, project.leader)
    if leader is None:
        return None
    if project.leadership or leader.kind is None:
        return project.leadership
    is_private = leader.kind.is_in_chain or leader.kind in PRIVATE_KINDS
    return Leadership.PRIVATE if is_private else Leadership.PUBLIC


def taking_part(project: PlanProject) -> frozenset[UUID]:
    """Return the actors of a project, its leader included."""
    leader = {project.leader} if project.leader else set()
    return frozenset({*project.actors, *leader})


def kinds_in(snapshot: Snapshot, project: PlanProject) -> frozenset[ActorKind]:
    """Return the types of the actors of a project."""
    actors = (snapshot.get(Actor, key) for key in taking_part(project))
    return frozenset(actor.kind for actor in actors if actor and actor.kind)


def led(snapshot: Snapshot) -> Counter[UUID]:
    """Return how many projects each actor leads; project 0 does not count."""
    return Counter(
        project.leader
        for project in snapshot.all(PlanProject)
        if project.leader and not is_project_zero(project)
    )


def first_projects(snapshot: Snapshot) -> list[PlanProject]:
    """Return the projects to begin with: those that have a reason for it."""
    order = [*FirstTag]
    tagged = [project for project in projects(snapshot) if project.tags]
    return sorted(tagged, key=lambda project: min(order.index(tag) for tag in project.tags))
