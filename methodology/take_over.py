"""Indicators that objectives and first projects already carry, to be followed without typing."""

from uuid import UUID, uuid5

from methodology.follow_up import first_projects
from methodology.monitoring import Level, MonitoringIndicator
from methodology.project_sheet import ProjectIndicator
from methodology.snapshot import Snapshot
from methodology.vision import Objective

SPACE = UUID("6d8d4f0e-5f0b-4b7e-9a51-1f1b3f6f2f11")  # ids that follow from what is taken over


def to_take_over(snapshot: Snapshot) -> tuple[MonitoringIndicator, ...]:
    """Return an indicator for each objective and each indicator of a first project without one.

    Only the name is copied: baseline, target, unit and source follow where they were written.
    """
    known = {one.objective for one in snapshot.all(MonitoringIndicator)}
    known |= {one.project_indicator for one in snapshot.all(MonitoringIndicator)}
    taken = {one.name.casefold() for one in snapshot.all(MonitoringIndicator)}
    found = []
    for objective in snapshot.all(Objective):
        if objective.indicator and objective.id not in known:
            found.append(
                MonitoringIndicator(
                    id=uuid5(SPACE, str(objective.id)),
                    name=_free(objective.indicator, objective.code, taken),
                    level=Level.IMPACT,
                    objective=objective.id,
                )
            )
    first = {one.id: one for one in first_projects(snapshot)}
    for row in snapshot.all(ProjectIndicator):
        if row.project in first and row.id not in known:
            found.append(
                MonitoringIndicator(
                    id=uuid5(SPACE, str(row.id)),
                    name=_free(row.name, first[row.project].code, taken),
                    level=Level.CLUSTER,
                    project_indicator=row.id,
                )
            )
    return tuple(found)


def _free(name: str, code: str, taken: set[str]) -> str:
    """Return a name that is not taken yet: with the code, then with a number, when it is."""
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        tail = f" ({code})" if code and number == 2 else f" ({number})"
        free = name[: 250 - len(tail)] + tail
    taken.add(free.casefold())
    return free
