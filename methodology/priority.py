"""The priority of projects: four criteria of impact, four of effort, and what people think."""

from typing import Annotated
from uuid import UUID

from methodology.record import Called, Key, Label, Record, Ref
from methodology.scale import Effort, Impact
from methodology.stage import Stage
from methodology.text import N_

Contribution = Annotated[
    Impact | None, Label(N_("Contribution to the options")), Called("contribución")
]
GapClosed = Annotated[Impact | None, Label(N_("Gap closed")), Called("brecha que cierra")]
Reach = Annotated[Impact | None, Label(N_("Reach among beneficiaries")), Called("alcance")]
Externality = Annotated[
    Impact | None, Label(N_("Externality")), Called("externalidad", "externalidade")
]
Cost = Annotated[Effort | None, Label(N_("Cost")), Called("costo", "custo")]
Time = Annotated[Effort | None, Label(N_("Time")), Called("tiempo", "tempo")]
Complexity = Annotated[
    Effort | None, Label(N_("Complexity")), Called("complejidad", "complexidade")
]
Dependence = Annotated[
    Effort | None, Label(N_("Dependence on third parties")), Called("dependencia")
]


class ProjectRating(Record):
    """One rater's view of one project: four criteria of impact, four of effort."""

    table = "project_rating"
    title = N_("Scores of projects")
    about = N_("Impact and effort of each project as each rater sees them, from 1 to 5.")
    stage = Stage.ACTION_PLAN

    project: Annotated[
        UUID, Label(N_("Project")), Ref("plan_project"), Key(), Called("proyecto", "projeto")
    ]
    rater: Annotated[
        UUID, Label(N_("Rater")), Ref("rater"), Key(), Called("evaluador", "avaliador")
    ]
    contribution: Contribution = None
    gap_closed: GapClosed = None
    reach: Reach = None
    externality: Externality = None
    cost: Cost = None
    time: Time = None
    complexity: Complexity = None
    dependence: Dependence = None
