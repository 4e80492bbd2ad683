"""A small action plan to calculate with: two lines, three projects and project 0."""

from typing import Any

from methodology.action import (
    ActionLine,
    Category,
    FirstTag,
    Orientation,
    PlanProject,
    Readiness,
    Typology,
)
from methodology.areas import ImprovementArea
from methodology.mapping import ActorKind
from methodology.project_sheet import Activity, BudgetItem, MoneySource
from methodology.record import Record
from methodology.snapshot import Snapshot
from tests.cluster import actor, made

DAIRY, FARM = actor("Dairy", ActorKind.PRODUCER), actor("Farm", ActorKind.SUPPLIER)
GUILD, TOWN = actor("Guild", ActorKind.ASSOCIATION), actor("Town", ActorKind.PUBLIC_BODY)
ACTORS = (DAIRY, FARM, GUILD, TOWN)
MILK = made(ImprovementArea, "A1", code="A1", name="Milk")
IMAGE = made(ImprovementArea, "A2", code="A2", name="Image")
QUALITY = made(ActionLine, "L1", code="L1", name="Quality", areas=(MILK.id,))
MARKETS = made(ActionLine, "L2", code="L2", name="Markets", areas=(IMAGE.id,))

SEED_AMOUNTS = {  # of the first plan that the method was taken from, by orientation
    Orientation.ICT: 23_983,
    Orientation.PRODUCTION: 477_692,
    Orientation.RESEARCH: 579_857,
    Orientation.PEOPLE: 838_259,
    Orientation.ORGANISATION: 1_039_072,
    Orientation.MARKETS: 2_825_786,
}


def project(code: str, **values: Any) -> PlanProject:
    """Return a project that lacks nothing but money and activities."""
    given = {
        "name": f"Project {code}",
        "line": QUALITY.id,
        "category": Category.SUPPLIERS,
        "typology": Typology.OPEN_NETWORK,
        "leader": DAIRY.id,
        "actors": (FARM.id, TOWN.id),
        "areas": (MILK.id,),
        **values,
    }
    return made(PlanProject, code or given["name"], code=code, **given)


def activity(owner: PlanProject, code: str, months: int, **values: Any) -> Activity:
    """Return an activity of a project."""
    given = {"name": f"Activity {code}", **values}
    return made(Activity, code, project=owner.id, code=code, months=months, **given)


def budget(
    owner: PlanProject, source: MoneySource, amount: int, year: int = 2027, item: str = "Staff"
) -> BudgetItem:
    """Return a line of a project's budget, its amount in hundredths."""
    key = f"{owner.code} {item} {year} {source}"
    return made(
        BudgetItem, key, project=owner.id, item=item, year=year, source=source, amount=amount
    )


ZERO = project("P00", line=None, category=Category.INSTITUTIONS, leader=GUILD.id)
LABORATORY = project(
    "P01",
    typology=Typology.STRUCTURING,
    tags=(FirstTag.TRUST,),
    readiness=Readiness.READY,
)
SCHOOL = project("P02", category=Category.TRAINING, leader=GUILD.id)
BRAND = project(
    "P10",
    line=MARKETS.id,
    category=Category.BUSINESS,
    areas=(IMAGE.id,),
    readiness=Readiness.READY,
    tags=(FirstTag.KEY, FirstTag.URGENT),
)
PROJECTS = (BRAND, SCHOOL, LABORATORY, ZERO)  # not in the order of their codes


def records() -> list[Record]:
    """Return a plan that passes every check but those of project 0."""
    money = [
        budget(owner, source, amount)
        for owner in PROJECTS
        for source, amount in ((MoneySource.PUBLIC, 50_000), (MoneySource.FIRMS, 50_000))
    ]
    work = [
        activity(LABORATORY, "P01.1", 3),
        activity(LABORATORY, "P01.2", 4),
        activity(SCHOOL, "P02.1", 6, start_month=4),
        activity(BRAND, "P10.1", 12),
        activity(ZERO, "P00.1", 36),
    ]
    return [*ACTORS, MILK, IMAGE, QUALITY, MARKETS, *PROJECTS, *money, *work]


def plan(*more: Record, leaving: tuple[Record, ...] = ()) -> Snapshot:
    """Return the plan with more records; those of the same id take the place of its own."""
    gone = {record.id for record in leaving}
    kept = {record.id: record for record in (*records(), *more)}
    return Snapshot(record for record in kept.values() if record.id not in gone)
