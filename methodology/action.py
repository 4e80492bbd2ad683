"""The action plan: lines of action and the projects in them."""

from typing import Annotated
from uuid import UUID

from methodology.record import (
    Called,
    Code,
    Help,
    Key,
    Label,
    LongText,
    Many,
    Name,
    Record,
    Ref,
    Text,
)
from methodology.stage import Stage
from methodology.text import N_


class ActionLine(Record):
    """A line of action: projects that serve the same areas."""

    table = "action_line"
    title = N_("Action lines")
    about = N_("Lines of action, each with the improvement areas it serves.")
    stage = Stage.ACTION_PLAN

    code: Annotated[Text, Label(N_("Code")), Code(), Called("código")] = ""
    name: Annotated[Name, Label(N_("Action line")), Key(), Called("línea", "linha de ação")]
    areas: Annotated[
        tuple[UUID, ...],
        Label(N_("Improvement areas")),
        Many("improvement_area"),
        Called("áreas de mejora", "áreas de melhoria"),
    ] = ()


class PlanProject(Record):
    """A project of the action plan, as its sheet describes it."""

    table = "plan_project"
    title = N_("Projects")
    about = N_("The projects of the action plan, each with its sheet.")
    stage = Stage.ACTION_PLAN

    code: Annotated[
        Text, Label(N_("Code")), Code(), Help(N_("Never renumbered once published"))
    ] = ""
    name: Annotated[Name, Label(N_("Project")), Key(), Called("proyecto", "projeto")]
    line: Annotated[
        UUID | None, Label(N_("Action line")), Ref("action_line"), Called("línea", "linha")
    ] = None
    areas: Annotated[
        tuple[UUID, ...],
        Label(N_("Improvement areas")),
        Many("improvement_area"),
        Called("áreas de mejora", "áreas de melhoria"),
    ] = ()
    success_factors: Annotated[
        tuple[UUID, ...],
        Label(N_("Key success factors")),
        Many("success_factor"),
        Called("factores críticos de éxito"),
    ] = ()
    objective: Annotated[LongText, Label(N_("Objective")), Called("objetivo")] = ""
    leader: Annotated[
        UUID | None, Label(N_("Leader")), Ref("actor"), Called("líder", "responsable")
    ] = None
    actors: Annotated[
        tuple[UUID, ...],
        Label(N_("Actors")),
        Many("actor"),
        Help(N_("Three at least")),
        Called("actores", "atores", "participantes"),
    ] = ()
