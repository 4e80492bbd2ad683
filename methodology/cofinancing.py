"""Who pays for the projects: sources, the public share of each typology, leverage."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from methodology.action import PlanProject
from methodology.plan_rules import PlanRules, rules_of
from methodology.project_sheet import BudgetItem, MoneySource
from methodology.snapshot import Snapshot, derived


@dataclass(frozen=True)
class Cofinancing:
    """An amount split between the public side and the private one, in hundredths."""

    total: int
    public: int

    @property
    def private(self) -> int:
        """What is not public."""
        return self.total - self.public

    @property
    def leverage(self) -> float | None:
        """How much private money comes with one unit of public money."""
        return self.private / self.public if self.public else None


@dataclass(frozen=True)
class ProjectMoney:
    """What a project costs, by whose money it is; `allowed` is the public part by its typology.

    `is_estimate` says that the project has no budget yet and its estimate stands in.
    """

    project: PlanProject
    public: int = 0
    firms: int = 0
    other: int = 0
    allowed: int | None = None
    is_estimate: bool = False

    @property
    def total(self) -> int:
        """All the money of the project."""
        return self.public + self.firms + self.other

    @property
    def is_cofinanced(self) -> bool:
        """Say whether somebody beside the public side pays."""
        return self.total > self.public

    @property
    def is_over(self) -> bool:
        """Say whether more is asked of the public side than the typology grants."""
        return self.allowed is not None and self.public > self.allowed


def public_part(amount: int, rate: int) -> int:
    """Return the public part of an amount in hundredths, at a rate in percent, half up."""
    exact = Decimal(amount) * rate / 100
    return int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def cofinancing(parts: Iterable[tuple[int, int]]) -> Cofinancing:
    """Return amounts in hundredths, each with its public rate in percent, taken together."""
    pairs = [*parts]
    total = sum(amount for amount, _rate in pairs)
    return Cofinancing(total, sum(public_part(amount, rate) for amount, rate in pairs))


def rate_of(project: PlanProject, rules: PlanRules) -> int | None:
    """Return the public rate of a project in percent; None without a typology."""
    return rules.rates[project.typology] if project.typology else None


def money_of(project: PlanProject, items: Iterable[BudgetItem], rules: PlanRules) -> ProjectMoney:
    """Return the money of a project from the lines of its budget, else from its estimate.

    An estimate is split by the rate of the typology; without one nobody but the public side is
    known to pay.
    """
    sums = dict.fromkeys(MoneySource, 0)
    for item in items:
        sums[item.source] += item.amount
    rate = rate_of(project, rules)
    total = sum(sums.values())
    if not total and project.estimate:
        public = public_part(project.estimate, 100 if rate is None else rate)
        allowed = None if rate is None else public
        return ProjectMoney(project, public, project.estimate - public, 0, allowed, True)
    return ProjectMoney(
        project,
        sums[MoneySource.PUBLIC],
        sums[MoneySource.FIRMS],
        sums[MoneySource.OTHER],
        None if rate is None else public_part(total, rate),
    )


@derived
def money(snapshot: Snapshot) -> tuple[ProjectMoney, ...]:
    """Return the money of every project, in the order they were entered."""
    items: dict[object, list[BudgetItem]] = {}
    for item in snapshot.all(BudgetItem):
        items.setdefault(item.project, []).append(item)
    rules = rules_of(snapshot)
    return tuple(
        money_of(project, items.get(project.id, ()), rules) for project in snapshot.all(PlanProject)
    )


def together(found: Iterable[ProjectMoney]) -> Cofinancing:
    """Return the money of several projects as one amount: public, and all the rest."""
    rows = [*found]
    return Cofinancing(sum(row.total for row in rows), sum(row.public for row in rows))


def estimated(snapshot: Snapshot) -> int:
    """Return the money of projects that have an estimate and no budget, and so no years yet."""
    return sum(row.total for row in money(snapshot) if row.is_estimate)


def by_typology(snapshot: Snapshot) -> Cofinancing:
    """Return what the public side would pay if every project took its full public share.

    Projects without a typology have no rate and are left out.
    """
    rules = rules_of(snapshot)
    rated = ((row.total, rate_of(row.project, rules)) for row in money(snapshot))
    return cofinancing((total, rate) for total, rate in rated if rate is not None)
