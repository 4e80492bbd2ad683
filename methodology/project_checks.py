"""What one project of the plan still lacks: the checks that its sheet shows beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from methodology.action import PlanProject, Readiness
from methodology.chain import areas_of
from methodology.cofinancing import ProjectMoney
from methodology.mapping import Actor
from methodology.portfolio import (
    LEAST_ACTORS,
    LEAST_KINDS,
    is_project_zero,
    kinds_in,
    taking_part,
)
from methodology.project_sheet import (
    Activity,
    Commitment,
    ProjectIndicator,
    ProjectRisk,
)
from methodology.snapshot import Snapshot
from methodology.text import N_, Remark


@dataclass(frozen=True)
class SheetCheck:
    """Something a sheet should have: whether it has it, and what to say of it."""

    is_met: bool
    remark: Remark


def sheet_checks(
    snapshot: Snapshot, project: PlanProject, money: ProjectMoney
) -> tuple[SheetCheck, ...]:
    """Return how a project stands, point by point; a project with all met can apply for money."""
    return tuple(
        SheetCheck(is_met, remark)
        for is_met, remark in (
            *_described(snapshot, project),
            *_peopled(snapshot, project),
            *_paid(money),
            *_worked_out(snapshot, project),
        )
    )


def _described(snapshot: Snapshot, project: PlanProject) -> Iterator[tuple[bool, Remark]]:
    yield bool(project.code), Remark(N_("Code"))
    if not is_project_zero(project):
        yield project.line is not None, Remark(N_("Action line"))
        is_served = bool(areas_of(snapshot, project)) or project.is_early
        yield is_served, Remark(N_("Improvement area served"))
    yield project.category is not None, Remark(N_("Category"))
    texts = bool(project.objective and project.description and project.deliverables)
    yield texts, Remark(N_("Objective, description and deliverables"))


def _peopled(snapshot: Snapshot, project: PlanProject) -> Iterator[tuple[bool, Remark]]:
    count, kinds = len(taking_part(project)), len(kinds_in(snapshot, project))
    yield snapshot.get(Actor, project.leader) is not None, Remark(N_("Leader"))
    yield (
        count >= LEAST_ACTORS,
        Remark(N_("Actors: {count} of {least}"), {"count": count, "least": LEAST_ACTORS}),
    )
    yield (
        kinds >= LEAST_KINDS,
        Remark(N_("Types of actors: {count} of {least}"), {"count": kinds, "least": LEAST_KINDS}),
    )
    given = [one for one in snapshot.all(Commitment) if one.project == project.id]
    yield bool(given), Remark(N_("Commitments: {count}"), {"count": len(given)})


def _paid(money: ProjectMoney) -> Iterator[tuple[bool, Remark]]:
    is_budgeted = bool(money.total) and not money.is_estimate
    yield is_budgeted, Remark(N_("Budget by item, year and source"))
    yield money.is_cofinanced, Remark(N_("Co-financing"))
    is_within = money.allowed is not None and not money.is_over
    yield is_within, Remark(N_("Public money within its typology"))


def _worked_out(snapshot: Snapshot, project: PlanProject) -> Iterator[tuple[bool, Remark]]:
    counts = {
        cls: sum(one.project == project.id for one in snapshot.all(cls))  # type: ignore[attr-defined]
        for cls in (Activity, ProjectIndicator, ProjectRisk)
    }
    yield (
        bool(counts[Activity]),
        Remark(N_("Activities with months: {count}"), {"count": counts[Activity]}),
    )
    yield (
        bool(counts[ProjectIndicator]),
        Remark(N_("Indicators: {count}"), {"count": counts[ProjectIndicator]}),
    )
    yield bool(counts[ProjectRisk]), Remark(N_("Risks: {count}"), {"count": counts[ProjectRisk]})
    yield project.readiness is Readiness.READY, Remark(N_("Ready to apply"))
