"""The action plan: lines of action and the projects in them."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from methodology.choice import Choice
from methodology.priority import PriorityScores
from methodology.record import (
    Amount,
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
from methodology.usual_fields import AreasServed, GapsClosed, ShortCode, SuccessFactors


class Category(Choice):
    """What a project is about: the nine categories of the method, in its order."""

    INNOVATION = "innovation", N_("Product and process innovation")
    EFFICIENCY = "efficiency", N_("Operational efficiency")
    BUSINESS = "business", N_("Business development and internationalization")
    TRAINING = "training", N_("Specialized training")
    KNOWLEDGE = "knowledge", N_("Market and consumer knowledge")
    SUPPLIERS = "suppliers", N_("Supplier improvement")
    REGULATION = "regulation", N_("Regulatory framework")
    INSTITUTIONS = "institutions", N_("Institutionality")
    FINANCE = "finance", N_("Finance")


class Typology(Choice):
    """Who gets the benefit of a project, and so how much of it the public side pays."""

    STRUCTURING = "structuring", N_("Structuring project"), N_("low appropriability")
    OPEN_NETWORK = "open_network", N_("Open network"), N_("medium to high appropriability")
    CLOSED_NETWORK = "closed_network", N_("Closed network"), N_("medium to high appropriability")
    INTER_CLUSTER = "inter_cluster", N_("Inter-cluster"), N_("low appropriability")

    appropriability: str


class Orientation(Choice):
    """What the money goes to; six of them, which are not the nine categories."""

    ICT = "ict", N_("ICT")
    PRODUCTION = "production", N_("Production")
    RESEARCH = "research", N_("R&D and innovation")
    PEOPLE = "people", N_("Human resources")
    ORGANISATION = "organisation", N_("Organization")
    MARKETS = "markets", N_("Markets")


class Readiness(Choice):
    """How far a project is worked out."""

    IDEA = "idea", N_("Idea")
    PROFILE = "profile", N_("Profile")
    READY = "ready", N_("Ready to apply")


class FirstTag(Choice):
    """Why a project is among the first."""

    TRUST = "trust", N_("Builds trust")
    URGENT = "urgent", N_("Urgent")
    KEY = "key", N_("Key")


class Leadership(Choice):
    """From which side a project is led."""

    PRIVATE = "private", N_("Private")
    PUBLIC = "public", N_("Public")


class ActionLine(Record):
    """A line of action: projects that serve the same areas."""

    table = "action_line"
    title = N_("Action lines")
    about = N_("Lines of action, each with the improvement areas it serves.")
    stage = Stage.ACTION_PLAN

    code: ShortCode = ""
    name: Annotated[Name, Label(N_("Action line")), Key(), Called("línea", "linha de ação")]
    areas: AreasServed = ()
    group: Annotated[
        tuple[UUID, ...],
        Label(N_("Working group")),
        Many("actor"),
        Help(N_("Six to twelve members that meet two or three times")),
        Called("grupo de trabajo", "mesa", "grupo de trabalho"),
    ] = ()
    meetings: Annotated[
        tuple[UUID, ...],
        Label(N_("Meetings of the group")),
        Many("meeting"),
        Called("reuniones", "reuniões"),
    ] = ()


class PlanProject(PriorityScores):
    """A project of the action plan, as its sheet describes it.

    The eight scores are the values adopted for the priority matrix.
    """

    table = "plan_project"
    title = N_("Projects")
    about = N_("The projects of the action plan, each with its sheet.")
    stage = Stage.ACTION_PLAN

    code: Annotated[
        Text,
        Label(N_("Code")),
        Code(),
        Help(N_("P00 is project 0; never renumbered once published")),
        Called("código"),
    ] = ""
    name: Annotated[Name, Label(N_("Project")), Key(), Called("proyecto", "projeto")]
    line: Annotated[
        UUID | None, Label(N_("Action line")), Ref("action_line"), Called("línea", "linha")
    ] = None
    category: Annotated[
        Category | None, Label(N_("Category")), Called("categoría", "categoria")
    ] = None
    typology: Annotated[
        Typology | None,
        Label(N_("Typology")),
        Help(N_("Decides the public share of the money")),
        Called("tipología", "tipologia"),
    ] = None
    orientation: Annotated[
        Orientation | None,
        Label(N_("Orientation")),
        Help(N_("Empty: as the category says; ICT is always chosen here")),
        Called("orientación", "orientação"),
    ] = None
    readiness: Annotated[Readiness, Label(N_("Readiness")), Called("madurez", "maturidade")] = (
        Readiness.IDEA
    )
    tags: Annotated[
        tuple[FirstTag, ...],
        Label(N_("First project because")),
        Called("primeros proyectos", "primeiros projetos"),
    ] = ()
    is_early: Annotated[
        bool,
        Label(N_("Early lane")),
        Help(N_("Begins during the planning, before any gap is known")),
        Called("carril temprano", "via rápida"),
    ] = False
    leader: Annotated[
        UUID | None, Label(N_("Leader")), Ref("actor"), Called("líder", "responsable")
    ] = None
    leadership: Annotated[
        Leadership | None,
        Label(N_("Led from the side")),
        Help(N_("Empty: as the type of the leader says")),
        Called("liderazgo", "liderança"),
    ] = None
    fund: Annotated[
        Text,
        Label(N_("Instrument or fund targeted")),
        Called("instrumento", "fondo", "fundo"),
    ] = ""
    estimate: Annotated[
        int | None,
        Field(ge=0),
        Amount(),
        Label(N_("Estimated amount")),
        Help(N_("Until the project has a budget of its own")),
        Called("monto estimado", "valor estimado"),
    ] = None
    areas: AreasServed = ()
    gaps: GapsClosed = ()
    success_factors: SuccessFactors = ()
    actors: Annotated[
        tuple[UUID, ...],
        Label(N_("Actors")),
        Many("actor"),
        Help(N_("Three at least, of two types if possible")),
        Called("actores", "atores", "participantes"),
    ] = ()
    objective: Annotated[LongText, Label(N_("Objective")), Called("objetivo")] = ""
    description: Annotated[
        LongText, Label(N_("Description")), Called("descripción", "descrição")
    ] = ""
    deliverables: Annotated[
        LongText, Label(N_("Deliverables")), Called("entregables", "productos", "entregas")
    ] = ""
    beneficiaries: Annotated[
        LongText, Label(N_("Beneficiaries")), Called("beneficiarios", "beneficiários")
    ] = ""
