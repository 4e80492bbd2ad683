"""Candidate clusters: what is known of each, and what they are chosen by."""

from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import Field

from methodology.record import (
    Called,
    Help,
    Key,
    Label,
    LongText,
    Name,
    Record,
    Ref,
    Text,
    Unit,
    Year,
)
from methodology.scope import Answer
from methodology.stage import Stage
from methodology.text import N_
from methodology.usual_fields import NoteText, SourceText

Jobs = Annotated[int, Field(ge=0, le=10_000_000_000), Unit(N_("jobs"))]


class CandidateCluster(Record):
    """A cluster that the six months could be spent on, by the four criteria of the method."""

    table = "candidate_cluster"
    title = N_("Candidate clusters")
    about = N_("Clusters to choose from, with their jobs and the four criteria of the method.")
    stage = Stage.SCOPE

    name: Annotated[
        Name, Label(N_("Candidate cluster")), Key(), Called("clúster", "candidato", "cluster")
    ]
    activity: Annotated[
        Text,
        Label(N_("Activity")),
        Help(N_("Category or code; candidates of the same activity are compared for the stars")),
        Called("actividad", "atividade", "rubro"),
    ] = ""
    cluster_jobs: Annotated[
        Jobs | None,
        Label(N_("Jobs in the cluster")),
        Help(N_("Counted as the jobs of the activity in the country are")),
        Called("empleo del clúster", "empleos en el clúster", "emprego do cluster"),
    ] = None
    region_jobs: Annotated[
        Jobs | None,
        Label(N_("All jobs of the region")),
        Called("empleo de la región", "empleo regional", "emprego da região"),
    ] = None
    activity_jobs: Annotated[
        Jobs | None,
        Label(N_("Jobs of the activity in the country")),
        Called("empleo de la actividad", "empleo nacional de la actividad", "emprego da atividade"),
    ] = None
    country_jobs: Annotated[
        Jobs | None,
        Label(N_("All jobs of the country")),
        Called("empleo del país", "empleo nacional", "emprego do país"),
    ] = None
    year: Annotated[
        int | None,
        Field(ge=1900, le=2100),
        Label(N_("Year of the figures")),
        Year(),
        Called("año", "ano", "year"),
    ] = None
    source: SourceText = ""
    business: Annotated[
        Answer | None,
        Label(N_("Business segment")),
        Help(N_("Do firms compete for the same customers, and see themselves as one business?")),
        Called("segmento de negocio"),
    ] = None
    business_evidence: Annotated[
        LongText,
        Label(N_("Evidence of the business segment")),
        Called("evidencia del segmento", "evidência do segmento"),
    ] = ""
    mass: Annotated[
        Answer | None,
        Label(N_("Critical mass")),
        Help(N_("Are there enough firms and agents to work with?")),
        Called("masa crítica", "massa crítica"),
    ] = None
    mass_evidence: Annotated[
        LongText,
        Label(N_("Evidence of the critical mass")),
        Called("evidencia de la masa crítica", "evidência da massa crítica"),
    ] = ""
    demand: Annotated[
        Answer | None,
        Label(N_("Demand not only local")),
        Help(N_("Do customers outside the region buy?")),
        Called("demanda no solo local", "demanda não só local"),
    ] = None
    demand_evidence: Annotated[
        LongText,
        Label(N_("Evidence of the demand")),
        Called("evidencia de la demanda", "evidência da demanda"),
    ] = ""
    concentration: Annotated[
        Answer | None,
        Label(N_("Geographic concentration")),
        Help(N_("Does the activity weigh more here than in the country?")),
        Called("concentración geográfica", "concentração geográfica"),
    ] = None
    concentration_evidence: Annotated[
        LongText,
        Label(N_("Evidence of the concentration")),
        Called("evidencia de la concentración", "evidência da concentração"),
    ] = ""
    is_chosen: Annotated[
        bool, Label(N_("Cluster chosen")), Called("elegido", "seleccionado", "escolhido")
    ] = False
    note: NoteText = ""


class SelectionCriterion(Record):
    """What candidates are put in order by."""

    table = "selection_criterion"
    title = N_("Criteria of prioritization")
    about = N_("What candidates are put in order by, each with its weight and its unit.")
    stage = Stage.SCOPE

    name: Annotated[
        Name,
        Label(N_("Criterion")),
        Key(),
        Help(N_("Put so that a high value speaks for the candidate")),
        Called("criterio", "critério"),
    ]
    weight: Annotated[
        Decimal,
        Field(ge=0, le=1000, max_digits=8, decimal_places=4),
        Label(N_("Weight")),
        Help(N_("Any numbers: each counts by its share of the whole")),
        Called("peso", "ponderación", "ponderação"),
    ] = Decimal(1)
    unit: Annotated[
        Text,
        Label(N_("Unit")),
        Help(N_("Such as firms, % a year, or points from 1 to 5")),
        Called("unidad", "unidade", "medida"),
    ] = ""


class CandidateScore(Record):
    """The value of one candidate by one criterion: as measured or as experts gave it."""

    table = "candidate_score"
    title = N_("Values of the candidates")
    about = N_("The value of one candidate by one criterion, with who gave it and from where.")
    stage = Stage.SCOPE

    candidate: Annotated[
        UUID,
        Label(N_("Candidate cluster")),
        Ref("candidate_cluster"),
        Key(),
        Called("clúster", "candidato", "cluster"),
    ]
    criterion: Annotated[
        UUID,
        Label(N_("Criterion")),
        Ref("selection_criterion"),
        Key(),
        Called("criterio", "critério"),
    ]
    value: Annotated[
        Decimal,
        Field(max_digits=18, decimal_places=4),
        Label(N_("Value")),
        Help(N_("In the unit of the criterion")),
        Called("valor", "puntaje", "pontuação"),
    ]
    given_by: Annotated[
        Text,
        Label(N_("Given by")),
        Help(N_("Team, panel or institution, as the plan will print it")),
        Called("quién lo dio", "lo dio", "autor", "evaluador"),
    ] = ""
    source: SourceText = ""
