"""The priority of projects: four criteria of impact, four of effort, and what people think."""

from typing import Annotated

from methodology.record import Called, Label, Record
from methodology.scale import Effort, Impact
from methodology.stage import Stage
from methodology.text import N_
from methodology.usual_fields import ProjectKey, RaterKey


class PriorityScores(Record):
    """The eight criteria of a project's priority: four of impact, four of effort."""

    contribution: Annotated[
        Impact | None, Label(N_("Contribution to the options")), Called("contribución")
    ] = None
    gap_closed: Annotated[Impact | None, Label(N_("Gap closed")), Called("brecha que cierra")] = (
        None
    )
    reach: Annotated[Impact | None, Label(N_("Reach among beneficiaries")), Called("alcance")] = (
        None
    )
    externality: Annotated[
        Impact | None, Label(N_("Externality")), Called("externalidad", "externalidade")
    ] = None
    cost: Annotated[Effort | None, Label(N_("Cost")), Called("costo", "custo")] = None
    time: Annotated[Effort | None, Label(N_("Time")), Called("tiempo", "tempo")] = None
    complexity: Annotated[
        Effort | None, Label(N_("Complexity")), Called("complejidad", "complexidade")
    ] = None
    dependence: Annotated[
        Effort | None, Label(N_("Dependence on third parties")), Called("dependencia")
    ] = None


class ProjectRating(PriorityScores):
    """One rater's view of one project: four criteria of impact, four of effort."""

    table = "project_rating"
    title = N_("Scores of projects")
    about = N_("Impact and effort of each project as each rater sees them, from 1 to 5.")
    stage = Stage.ACTION_PLAN

    project: ProjectKey
    rater: RaterKey
