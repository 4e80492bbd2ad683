"""The exported plans: each numbered, with its status and what had changed since the one before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import Field

from methodology.plan import Section
from methodology.project import PlanStatus
from methodology.record import Key, Label, Name, Record
from methodology.snapshot import Snapshot
from methodology.text import N_


class PlanVersion(Record):
    """One plan that was exported."""

    table = "plan_version"
    title = N_("Versions of the plan")
    about = N_("Every exported plan with its number, date and status.")
    is_internal = True

    number: Annotated[int, Field(ge=1), Label(N_("Version")), Key()]
    made_on: Annotated[date, Label(N_("Date"))]
    status: Annotated[PlanStatus, Label(N_("Status"))]
    document: Annotated[Name, Label(N_("File"))]
    as_of: Annotated[int, Field(ge=0), Label(N_("Written from act"))]


@dataclass(frozen=True)
class PlanChange:
    """What changed in one table since an earlier version: names of records, by what happened.

    Names that the plan must not print are empty; they count all the same.
    """

    section: Section
    table: str
    added: Sequence[str] = ()
    changed: Sequence[str] = ()
    removed: Sequence[str] = ()


@dataclass(frozen=True)
class Since:
    """What changed since an earlier version, section by section."""

    version: PlanVersion
    changes: Sequence[PlanChange]


def versions(snapshot: Snapshot) -> list[PlanVersion]:
    """Return the exported plans, the newest first."""
    return sorted(snapshot.all(PlanVersion), key=lambda one: one.number, reverse=True)
