"""What belongs to one project of the plan: activities, money, indicators, risks, commitments."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from methodology.choice import Choice
from methodology.record import (
    Amount,
    Called,
    Help,
    Key,
    Label,
    LongText,
    Many,
    Name,
    Record,
    Ref,
    Text,
    Unit,
    Year,
)
from methodology.stage import Stage
from methodology.text import N_
from methodology.usual_fields import (
    Baseline,
    BaselineOn,
    Day,
    MeasuredIn,
    ProjectKey,
    ShortCode,
    Target,
    TargetOn,
    WatchedBy,
)

LONGEST = 240  # months that a plan can reach


class MoneySource(Choice):
    """Whose money a line of a budget is."""

    PUBLIC = "public", N_("Public")
    FIRMS = "firms", N_("Firms")
    OTHER = "other", N_("Others")


class Degree(Choice):
    """How likely a risk is, and how much it would hurt: a risk is graded by the product of both."""

    LOW = "low", N_("Low"), 1
    MEDIUM = "medium", N_("Moderate"), 2
    HIGH = "high", N_("High"), 3

    points: int


Likelihood = Annotated[
    Degree | None, Label(N_("Likelihood")), Called("probabilidad", "probabilidade")
]
Damage = Annotated[
    Degree | None, Label(N_("Damage")), Called("daño", "impacto", "dano", "gravedad")
]


class Activity(Record):
    """One activity of a project, with its place in time."""

    table = "activity"
    title = N_("Activities")
    about = N_("The activities of each project, with months and what they wait for.")
    stage = Stage.ACTION_PLAN

    project: ProjectKey
    code: ShortCode = ""
    name: Annotated[Name, Label(N_("Activity")), Key(), Called("actividad", "atividade")]
    start_month: Annotated[
        int | None,
        Field(ge=1, le=LONGEST),
        Label(N_("Not before month")),
        Help(N_("Month of the plan, from 1; empty: as soon as what it waits for is done")),
        Called("mes de inicio", "mês de início", "mes"),
    ] = None
    months: Annotated[
        int,
        Field(ge=1, le=LONGEST),
        Label(N_("Months")),
        Help(N_("How long it takes")),
        Called("meses", "duración", "duração"),
    ]
    after: Annotated[
        tuple[UUID, ...],
        Label(N_("Waits for")),
        Many("activity"),
        Help(N_("Activities, of any project, that have to end first")),
        Called("dependencias", "depende de", "dependências"),
    ] = ()


class BudgetItem(Record):
    """An amount that one source gives one project for one item in one year."""

    table = "budget_item"
    title = N_("Budget")
    about = N_("What each project costs: item, year, whose money, amount.")
    stage = Stage.ACTION_PLAN

    project: ProjectKey
    item: Annotated[Name, Label(N_("Budget item")), Key(), Called("rubro", "partida", "rubrica")]
    year: Annotated[
        int, Field(ge=1900, le=2100), Label(N_("Year")), Year(), Key(), Called("año", "ano")
    ]
    source: Annotated[
        MoneySource, Label(N_("Whose money")), Key(), Called("fuente", "origen", "origem")
    ]
    amount: Annotated[
        int, Field(ge=0), Amount(), Label(N_("Amount")), Called("monto", "importe", "valor")
    ]


class ProjectIndicator(Record):
    """How it will be seen that a project works."""

    table = "project_indicator"
    title = N_("Indicators of projects")
    about = N_("What is measured in each project, from which value to which.")
    stage = Stage.ACTION_PLAN

    project: ProjectKey
    name: Annotated[Name, Label(N_("Indicator")), Key(), Called("indicador")]
    unit: MeasuredIn = ""
    baseline: Baseline = None
    baseline_on: BaselineOn = None
    target: Target = None
    target_on: TargetOn = None
    verification: Annotated[
        Text,
        Label(N_("Means of verification")),
        Called("medio de verificación", "meio de verificação"),
    ] = ""


class ProjectRisk(Record):
    """Something that could keep a project from working."""

    table = "project_risk"
    title = N_("Risks of projects")
    about = N_("What could go wrong in each project, and what is done about it.")
    stage = Stage.ACTION_PLAN

    project: ProjectKey
    name: Annotated[Name, Label(N_("Risk")), Key(), Called("riesgo", "risco")]
    likelihood: Likelihood = None
    damage: Damage = None
    response: Annotated[
        LongText, Label(N_("Response")), Called("respuesta", "mitigación", "resposta")
    ] = ""
    watched_by: WatchedBy = None


class Commitment(Record):
    """What an actor said it would give a project; the letter is attached as a file."""

    table = "commitment"
    title = N_("Commitments")
    about = N_("Who joins which project and with what; attach the letter to the row.")
    stage = Stage.ACTION_PLAN

    project: ProjectKey
    actor: Annotated[
        UUID, Label(N_("Actor")), Ref("actor"), Key(), Called("organización", "organização")
    ]
    contribution: Annotated[
        LongText,
        Label(N_("Contribution")),
        Help(N_("Money, time, premises, people: in its own words")),
        Called("aporte", "contribución", "contribuição"),
    ] = ""
    amount: Annotated[
        int | None,
        Field(ge=0),
        Amount(),
        Label(N_("Amount offered")),
        Called("monto", "valor"),
    ] = None
    hours: Annotated[
        int | None,
        Field(ge=0, le=10_000),
        Label(N_("Hours a month")),
        Unit(N_("h")),
        Called("horas al mes", "horas por mês"),
    ] = None
    committed_on: Day = None
    meeting: Annotated[
        UUID | None, Label(N_("In the meeting")), Ref("meeting"), Called("reunión", "reunião")
    ] = None
