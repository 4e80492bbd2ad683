"""Monitoring and evaluation: theory of change, logframe, indicators with their values, lessons.

Theory of change and the four levels: Ferrari's method.
"""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from methodology.choice import Choice
from methodology.project_sheet import Damage, Likelihood
from methodology.record import (
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
)
from methodology.stage import Stage
from methodology.text import N_
from methodology.usual_fields import (
    Baseline,
    BaselineOn,
    Day,
    MeasuredIn,
    NoteText,
    Reading,
    Responsible,
    ShortCode,
    SourceText,
    Target,
    TargetOn,
    WatchedBy,
)


class ChangeLink(Choice):
    """A link of the theory of change, from what goes in to what is left of it."""

    INPUTS = "inputs", N_("Inputs")
    ACTIVITIES = "activities", N_("Activities")
    PRODUCTS = "products", N_("Products")
    RESULTS = "results", N_("Results")
    IMPACTS = "impacts", N_("Impacts")


class LogframeLevel(Choice):
    """A row of the logical framework, from the top."""

    GOAL = "goal", N_("Goal")
    PURPOSE = "purpose", N_("Purpose")
    OUTPUTS = "outputs", N_("Outputs")
    ACTIVITIES = "activities", N_("Activities")


class Level(Choice):
    """The four levels on which a cluster is followed."""

    CLUSTER = "cluster", N_("I – Functioning of the cluster")
    PROGRAMME = "programme", N_("II – Functioning of the program")
    LESSONS = "lessons", N_("III – Lessons and recommendations")
    IMPACT = "impact", N_("IV – Evaluation of impact")


class Frequency(Choice):
    """How often an indicator is read; months between two readings."""

    MONTHLY = "monthly", N_("Every month"), 1
    QUARTERLY = "quarterly", N_("Every three months"), 3
    HALF_YEARLY = "half_yearly", N_("Every six months"), 6
    YEARLY = "yearly", N_("Every year"), 12

    months: int


class TheoryStep(Record):
    """One statement of the theory of change."""

    table = "theory_step"
    title = N_("Theory of change")
    about = N_("What goes in, what is done, what comes out, what changes and what is left of it.")
    stage = Stage.MONITORING

    link: Annotated[ChangeLink, Label(N_("Link")), Key(), Called("eslabón", "nivel", "elo")]
    name: Annotated[Name, Label(N_("Statement")), Key(), Called("enunciado", "declaración")]
    assumption: Annotated[
        LongText,
        Label(N_("Assumption")),
        Help(N_("What has to be true for this to lead to the next link")),
        Called("supuesto", "suposto"),
    ] = ""


class MonitoringIndicator(Record):
    """What is measured, how, from which value to which; follows an objective or a project."""

    table = "indicator"
    title = N_("Indicators")
    about = N_("What is measured, with baseline, target, frequency, source and responsible.")
    stage = Stage.MONITORING

    code: ShortCode = ""
    name: Annotated[Name, Label(N_("Indicator")), Key(), Called("indicador")]
    level: Annotated[Level, Label(N_("Level")), Called("nivel", "nível")] = Level.CLUSTER
    objective: Annotated[
        UUID | None,
        Label(N_("Strategic objective")),
        Ref("objective"),
        Help(N_("What is empty here follows the objective")),
        Called("objetivo estratégico", "objetivo"),
    ] = None
    project_indicator: Annotated[
        UUID | None,
        Label(N_("Indicator of a project")),
        Ref("project_indicator"),
        Help(N_("What is empty here follows the project's sheet")),
        Called("indicador del proyecto", "indicador do projeto"),
    ] = None
    formula: Annotated[
        Text, Label(N_("Formula")), Called("fórmula", "cálculo", "cómo se calcula")
    ] = ""
    unit: MeasuredIn = ""
    baseline: Baseline = None
    baseline_on: BaselineOn = None
    target: Target = None
    target_on: TargetOn = None
    frequency: Annotated[
        Frequency | None, Label(N_("Frequency")), Called("frecuencia", "frequência")
    ] = None
    source: Annotated[
        Text,
        Label(N_("Source")),
        Help(N_("Where the value is read")),
        Called("fuente", "fonte", "medio de verificación"),
    ] = ""
    responsible: Responsible = None
    disaggregation: Annotated[
        Text,
        Label(N_("Broken down by")),
        Help(N_("Size, type of actor, women and men, district")),
        Called("desagregación", "desagregado por", "desagregação"),
    ] = ""


class Measurement(Record):
    """The value of an indicator on one day."""

    table = "measurement"
    title = N_("Measured values")
    about = N_("The values of each indicator, each with its day and source.")
    stage = Stage.MONITORING

    indicator: Annotated[UUID, Label(N_("Indicator")), Ref("indicator"), Key(), Called("indicador")]
    measured_on: Annotated[
        date, Label(N_("Date")), Key(), Called("fecha", "data", "medido el", "medido em")
    ]
    value: Annotated[Reading, Label(N_("Value")), Called("valor", "medición")]
    source: SourceText = ""
    note: NoteText = ""


class LogframeRow(Record):
    """A row of the logical framework."""

    table = "logframe_row"
    title = N_("Logical framework")
    about = N_("Goal, purpose, outputs and activities: indicator, means and assumptions of each.")
    stage = Stage.MONITORING

    level: Annotated[LogframeLevel, Label(N_("Row")), Key(), Called("fila", "nivel", "linha")]
    name: Annotated[
        Name, Label(N_("Summary")), Key(), Called("resumen", "resumo", "resumen narrativo")
    ]
    indicators: Annotated[
        tuple[UUID, ...], Label(N_("Indicators")), Many("indicator"), Called("indicadores")
    ] = ()
    means: Annotated[
        LongText,
        Label(N_("Means of verification")),
        Called("medios de verificación", "meios de verificação"),
    ] = ""
    assumptions: Annotated[
        LongText, Label(N_("Assumptions")), Called("supuestos", "supostos", "pressupostos")
    ] = ""


class FollowUp(Record):
    """A date of the calendar of monitoring: what is done, by whom, with which product."""

    table = "follow_up"
    title = N_("Calendar of monitoring")
    about = N_("Readings, reports, reviews and evaluations to come, each with who does it.")
    stage = Stage.MONITORING

    name: Annotated[Name, Label(N_("What is done")), Key(), Called("qué se hace", "actividad")]
    due_on: Annotated[date, Label(N_("Date")), Key(), Called("fecha", "data")]
    level: Annotated[Level, Label(N_("Level")), Called("nivel", "nível")] = Level.CLUSTER
    responsible: Responsible = None
    product: Annotated[Text, Label(N_("Product")), Called("producto", "produto")] = ""
    done_on: Annotated[date | None, Label(N_("Done on")), Called("hecho el", "feito em")] = None


class Lesson(Record):
    """Something learnt, and what is recommended because of it."""

    table = "lesson"
    title = N_("Lessons")
    about = N_("What was learnt on the way, and what is recommended to whom.")
    stage = Stage.MONITORING

    name: Annotated[Name, Label(N_("Lesson")), Key(), Called("lección", "aprendizaje", "lição")]
    learnt_on: Day = None
    story: Annotated[
        LongText, Label(N_("What happened")), Called("qué pasó", "o que aconteceu")
    ] = ""
    recommendation: Annotated[
        LongText,
        Label(N_("Recommendation")),
        Called("recomendación", "recomendação"),
    ] = ""
    addressed_to: Annotated[Text, Label(N_("Addressed to")), Called("dirigida a", "para quién")] = (
        ""
    )


class Risk(Record):
    """Something that could keep the plan from working."""

    table = "risk"
    title = N_("Risks of the plan")
    about = N_("What could go wrong with the plan as a whole, how likely, how grave, what is done.")
    stage = Stage.MONITORING

    code: ShortCode = ""
    name: Annotated[Name, Label(N_("Risk")), Key(), Called("riesgo", "risco")]
    likelihood: Likelihood = None
    damage: Damage = None
    mitigation: Annotated[
        LongText, Label(N_("Mitigation")), Called("mitigación", "tratamiento", "mitigação")
    ] = ""
    watched_by: WatchedBy = None
    sign: Annotated[
        Text,
        Label(N_("Early sign")),
        Help(N_("What would be seen first")),
        Called("señal temprana", "sinal precoce"),
    ] = ""


class Sustainability(Record):
    """How the cluster goes on when public funding ends."""

    table = "sustainability"
    title = N_("Exit from public funding")
    about = N_("Until when public money pays for what, and what takes its place.")
    stage = Stage.MONITORING
    is_single = True

    path: Annotated[
        LongText,
        Label(N_("Path of the exit")),
        Help(N_("Year by year: what public money pays, what replaces it")),
    ] = ""
    public_share: Annotated[
        int | None,
        Field(ge=0, le=100),
        Label(N_("Public share aimed at in the third year")),
        Unit("%"),
    ] = None
    ends_on: Annotated[date | None, Label(N_("End of public funding"))] = None
    what_remains: Annotated[
        LongText,
        Label(N_("What remains without it")),
        Help(N_("Organs, services and projects that go on in any case")),
    ] = ""
