"""Project 0: the work plan of the cluster manager, and who that should be."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from methodology.record import (
    Amount,
    Called,
    Help,
    Key,
    Label,
    LongText,
    Name,
    Record,
    Text,
    Unit,
)
from methodology.stage import Stage
from methodology.text import N_


class ManagerTask(Record):
    """One activity of the cluster manager, with its target for a month."""

    table = "manager_task"
    title = N_("Project 0")
    about = N_("Work plan of the cluster manager: what, how often, how many hours, which product.")
    stage = Stage.ACTION_PLAN

    name: Annotated[Name, Label(N_("Activity")), Key(), Called("actividad", "atividade")]
    monthly_target: Annotated[
        Decimal | None,
        Field(ge=0, max_digits=9, decimal_places=2),
        Label(N_("Monthly target")),
        Help(N_("0.33 is once in three months")),
        Called("meta mensual", "meta mensal"),
    ] = None
    counted_in: Annotated[
        Text, Label(N_("Counted in")), Called("unidad", "unidade", "se cuenta en")
    ] = ""
    hours: Annotated[
        int | None,
        Field(ge=0, le=400),
        Label(N_("Hours a month")),
        Unit(N_("h")),
        Called("horas al mes", "horas por mês", "horas"),
    ] = None
    product: Annotated[Text, Label(N_("Product")), Called("producto", "produto")] = ""
    indicator: Annotated[Text, Label(N_("Indicator")), Called("indicador")] = ""


class ManagerProfile(Record):
    """The profile of the cluster manager that the firms look for."""

    table = "manager_profile"
    title = N_("Profile of the manager")
    about = N_("Mission, competences and conditions of the cluster manager.")
    stage = Stage.ACTION_PLAN
    is_single = True

    mission: Annotated[LongText, Label(N_("Mission")), Called("misión", "missão")] = ""
    functions: Annotated[LongText, Label(N_("Functions")), Called("funciones", "funções")] = ""
    training: Annotated[LongText, Label(N_("Training")), Called("formación", "formação")] = ""
    experience: Annotated[
        LongText, Label(N_("Experience")), Called("experiencia", "experiência")
    ] = ""
    competences: Annotated[
        LongText, Label(N_("Competences")), Called("competencias", "competências")
    ] = ""
    reports_to: Annotated[Text, Label(N_("Reports to")), Called("depende de", "reporta a")] = ""
    dedication: Annotated[
        int | None,
        Field(ge=0, le=100),
        Label(N_("Dedication")),
        Help(N_("100 is full time")),
        Unit("%"),
        Called("dedicación", "dedicação"),
    ] = None
    yearly_cost: Annotated[
        int | None,
        Field(ge=0),
        Amount(),
        Label(N_("Cost a year")),
        Called("costo anual", "custo anual"),
    ] = None
    selection: Annotated[
        LongText, Label(N_("How the person is chosen")), Called("selección", "seleção")
    ] = ""
