"""What keeps a plan from being final: checks that are neither met nor waived, an unsigned front."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from methodology.gates import verdicts
from methodology.project import Project
from methodology.record import Record, attribute
from methodology.snapshot import Snapshot, derived
from methodology.stage import Stage
from methodology.text import N_, Problem, Remark, Term

FRONT = (
    "cluster",
    "territory",
    "promoter",
    "executing_entity",
    "public_counterpart",
    "presentation",
)


@dataclass(frozen=True)
class Obstacle:
    """One thing that is pending: the stage, what to do, how it stands, and where it is done."""

    stage: Stage
    action: Remark
    detail: Remark
    where: type[Record]


class NotFinal(Problem):
    """A plan that cannot go out as final; `obstacles` says why."""

    def __init__(self, obstacles: Sequence[Obstacle]) -> None:
        super().__init__(
            N_("The plan cannot be final yet; pending and not waived: {count}."),
            count=len(obstacles),
        )
        self.obstacles = tuple(obstacles)


@derived
def obstacles(snapshot: Snapshot) -> tuple[Obstacle, ...]:
    """Return what is pending and not waived, the front matter first, then stage by stage."""
    return (*_front(snapshot), *_checks(snapshot))


def _front(snapshot: Snapshot) -> Iterator[Obstacle]:
    project = snapshot.one(Project)
    for name in FRONT:
        if not getattr(project, name, ""):
            label = Term(attribute(Project, name).label)
            yield Obstacle(
                Stage.PROCESS,
                Remark(N_("Fill in “{field}” of the project"), {"field": label}),
                Remark(N_("It stands on the first pages of the plan.")),
                Project,
            )


def _checks(snapshot: Snapshot) -> Iterator[Obstacle]:
    for stage in Stage:
        for verdict in verdicts(snapshot, stage):
            if not verdict.is_settled:
                check = verdict.check
                yield Obstacle(stage, Remark(check.action), verdict.detail, check.where)
