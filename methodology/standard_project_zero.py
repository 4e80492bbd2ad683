"""What every cluster manager does: the activities that project 0 begins with (Ferrari).

Targets and hours are a house convention for a manager at full time; the team changes them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import NAMESPACE_OID, uuid5

from methodology.project_zero import ManagerTask
from methodology.snapshot import Snapshot
from methodology.text import N_, Translate


@dataclass(frozen=True)
class Standard:
    """An activity as messages, with its target for a month and its hours."""

    name: str
    target: str
    counted_in: str
    hours: int
    product: str
    indicator: str


STANDARD = (
    Standard(
        N_("Visits to firms"),
        "12",
        N_("visits"),
        36,
        N_("Note of each visit with needs and next step"),
        N_("Firms visited"),
    ),
    Standard(
        N_("Articulation of the governance"),
        "2",
        N_("meetings"),
        16,
        N_("Agendas and minutes of the organs"),
        N_("Agreements carried out"),
    ),
    Standard(
        N_("Periodic strategic review"),
        "0.33",
        N_("reviews"),
        6,
        N_("Report on the progress of the plan"),
        N_("Projects on schedule"),
    ),
    Standard(
        N_("Promotion of networks and applications"),
        "1",
        N_("applications"),
        24,
        N_("Applications prepared with firms"),
        N_("Funds obtained"),
    ),
    Standard(
        N_("Management of public-good projects"),
        "2",
        N_("follow-ups"),
        20,
        N_("Progress note of each project"),
        N_("Milestones met"),
    ),
    Standard(
        N_("Follow-up and diffusion"),
        "1",
        N_("reports"),
        10,
        N_("Dashboard of indicators, shared with the members"),
        N_("Indicators up to date"),
    ),
    Standard(
        N_("Database, website and bulletin"),
        "1",
        N_("bulletins"),
        12,
        N_("Bulletin sent, actor base up to date"),
        N_("Readers of the bulletin"),
    ),
    Standard(
        N_("Forums and meetings of firms"),
        "0.5",
        N_("events"),
        12,
        N_("Forum with attendance and conclusions"),
        N_("People at each event"),
    ),
    Standard(
        N_("Benchmarking with other clusters"),
        "0.33",
        N_("comparisons"),
        6,
        N_("Sheet on a practice to adopt"),
        N_("Practices adopted"),
    ),
    Standard(
        N_("Reverse missions of buyers and experts"),
        "0.17",
        N_("missions"),
        8,
        N_("Program and report of the mission"),
        N_("Contacts that led to business"),
    ),
    Standard(
        N_("Market watch"),
        "1",
        N_("notes"),
        10,
        N_("Note on buyers, prices and trends"),
        N_("Notes used by firms"),
    ),
)


def standard_tasks(snapshot: Snapshot, translate: Translate) -> tuple[ManagerTask, ...]:
    """Return the standard activities, in the reader's language, that the project lacks by name.

    The same activity has the same id in every language: taken over twice it is still one.
    """
    known = {task.id for task in snapshot.all(ManagerTask)}
    named = {task.name.casefold() for task in snapshot.all(ManagerTask)}
    made = (_task(one, translate) for one in STANDARD)
    return tuple(one for one in made if one.id not in known and one.name.casefold() not in named)


def monthly_hours(tasks: Iterable[ManagerTask]) -> int:
    """Return the hours that the tasks take in a month."""
    return sum(task.hours or 0 for task in tasks)


def _task(one: Standard, translate: Translate) -> ManagerTask:
    return ManagerTask(
        id=uuid5(NAMESPACE_OID, f"dinamo project 0: {one.name}"),
        name=translate(one.name),
        monthly_target=Decimal(one.target),
        counted_in=translate(one.counted_in),
        hours=one.hours,
        product=translate(one.product),
        indicator=translate(one.indicator),
    )
