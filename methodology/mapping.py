"""Mapping: who is in the cluster, where in the chain, and who works with whom."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from methodology.choice import Choice
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
    Private,
    Record,
    Ref,
    Text,
    Unit,
    Year,
)
from methodology.stage import Stage
from methodology.text import N_, Problem
from methodology.usual_fields import Day, Email, Phone, SourceText


class ActorKind(Choice):
    """What an actor is."""

    PRODUCER = "producer", N_("Final producer")
    SUPPLIER = "supplier", N_("Supplier")
    SERVICES = "services", N_("Service firm")
    DISTRIBUTOR = "distributor", N_("Distributor")
    AUXILIARY = "auxiliary", N_("Auxiliary industry")
    BUYER = "buyer", N_("Buyer")
    PUBLIC_BODY = "public_body", N_("Public body")
    UNIVERSITY = "university", N_("University or R&D center")
    TRAINING = "training", N_("Training center")
    ASSOCIATION = "association", N_("Association")
    FINANCE = "finance", N_("Finance")
    SUPPORT = "support", N_("Support or promotion")
    OTHER = "other", N_("Media and others")

    @property
    def is_firm(self) -> bool:
        """Say whether the actor is a firm of the cluster: its buyers are not."""
        return self in FIRMS

    @property
    def is_in_chain(self) -> bool:
        """Say whether the actor does business in the chain, rather than support it."""
        return self.is_firm or self is ActorKind.BUYER


FIRMS = frozenset(
    {
        ActorKind.PRODUCER,
        ActorKind.SUPPLIER,
        ActorKind.SERVICES,
        ActorKind.DISTRIBUTOR,
        ActorKind.AUXILIARY,
    }
)


class LinkRole(Choice):
    """The place of a link in the value chain, from inputs to the buyer."""

    INPUTS = "inputs", N_("Inputs")
    PRIMARY = "primary", N_("Primary production")
    TRANSFORMATION = "transformation", N_("Transformation")
    DISTRIBUTION = "distribution", N_("Distribution")
    BUYERS = "buyers", N_("Buyers")
    AUXILIARY = "auxiliary", N_("Auxiliary")


class Inclusion(Choice):
    """The scope's rule applied to an actor."""

    INSIDE = "in", N_("Inside")
    PERIPHERY = "periphery", N_("Periphery")
    OUTSIDE = "out", N_("Outside")


class TieKind(Choice):
    """What flows between two actors."""

    SUPPLY = "supply", N_("Buys and sells")
    COOPERATION = "cooperation", N_("Joint project")
    KNOWLEDGE = "knowledge", N_("Advice and knowledge")
    TRAINING = "training", N_("Training")
    FINANCE = "finance", N_("Finance")
    MEMBERSHIP = "membership", N_("Membership")
    REGULATION = "regulation", N_("Regulation and promotion")
    OTHER = "other", N_("Other relation")


class Reporter(Choice):
    """Who said that the relation exists."""

    BOTH = "both", N_("Both sides")
    SOURCE = "source", N_("The first actor")
    TARGET = "target", N_("The second actor")
    TEAM = "team", N_("The team")


class TieRule(Choice):
    """Which reports make a relation."""

    UNION = "union", N_("Reported by either side")
    INTERSECTION = "intersection", N_("Reported by both sides")


class Measure(Choice):
    """A measure of an actor in the network, to size or rank by."""

    DEGREE = "degree", N_("Relations")
    BETWEENNESS = "betweenness", N_("Betweenness")
    CLOSENESS = "closeness", N_("Closeness")
    EMPLOYEES = "employees", N_("Employees")
    TURNOVER = "turnover", N_("Turnover")


class ChainLink(Record):
    """A link of the value chain: a step between inputs and the buyer."""

    table = "chain_link"
    title = N_("Links of the chain")
    about = N_("The steps from inputs to the buyer, in order, with auxiliaries beneath.")
    stage = Stage.MAPPING

    name: Annotated[Name, Label(N_("Link")), Key(), Called("eslabón", "elo", "nombre", "nome")]
    role: Annotated[LinkRole, Label(N_("Place in the chain")), Called("lugar", "posición")] = (
        LinkRole.TRANSFORMATION
    )
    order: Annotated[
        int, Field(ge=1, le=99), Label(N_("Order")), Help(N_("1 is the farthest from the buyer"))
    ] = 1
    missing: Annotated[
        Text,
        Label(N_("Missing link")),
        Help(N_("When nobody does this here: what the cluster does instead")),
        Called("eslabón faltante", "elo faltante"),
    ] = ""


class Actor(Record):
    """A firm or institution of the cluster."""

    table = "actor"
    title = N_("Actors")
    about = N_("Firms and institutions, one on each row.")
    row_called = (
        *("empresa", "empresas", "actor", "actores", "firma", "negocio", "organización"),
        *("organizaciones", "institución", "instituciones", "entidad", "ator", "organização"),
        *("instituição", "entidade", "company", "firm", "actor", "organisation", "organization"),
        *("institution", "business"),
    )
    stage = Stage.MAPPING

    name: Annotated[
        Name,
        Label(N_("Name")),
        Key(),
        Called(
            "nombre",
            "nome",
            "razón social",
            "empresa",
            "firma",
            "actor",
            "organización",
            *("empresas", "firmas", "actores", "organizaciones", "institución", "instituciones"),
            *("entidad", "entidades", "nombre comercial", "denominación", "denominación social"),
            *("razão social", "nome fantasia", "ator", "organização", "instituição", "entidade"),
            *("company", "companies", "firm", "firms", "organisation", "organization"),
            *("institution", "business name", "trade name"),
            "descriptor of the value chain",
        ),
    ]
    code: Annotated[Text, Label(N_("Code")), Code(), Called("código", "id", "card id")] = ""
    kind: Annotated[
        ActorKind | None, Label(N_("Type")), Called("tipo", "tipo de actor", "type", "categoría")
    ] = None
    link: Annotated[
        UUID | None, Label(N_("Link of the chain")), Ref("chain_link"), Called("eslabón", "elo")
    ] = None
    segments: Annotated[
        tuple[UUID, ...], Label(N_("Segments")), Many("segment"), Called("segmento", "segmentos")
    ] = ()
    inclusion: Annotated[
        Inclusion | None,
        Label(N_("In scope")),
        Help(N_("The rule of the scope applied to this actor")),
        Called("inclusión", "ámbito"),
    ] = None
    is_core: Annotated[
        bool, Label(N_("Core group")), Called("núcleo duro", "grupo impulsor", "grupo gestor")
    ] = False
    tax_id: Annotated[
        Text, Label(N_("Tax number")), Called("ruc", "rut", "nit", "cuit", "cnpj", "nif", "rfc")
    ] = ""
    place: Annotated[
        Text,
        Label(N_("Municipality")),
        Called(
            *("municipio", "localidad", "ciudad", "distrito", "ubicación", "lau", "cidade"),
            *("city", "town"),
        ),
    ] = ""
    founded: Annotated[
        int | None,
        Field(ge=1500, le=2100),
        Label(N_("Founded")),
        Year(),
        Called("año de fundación", "fundación", "ano de fundação"),
    ] = None
    employees: Annotated[
        int | None,
        Field(ge=0, le=10_000_000),
        Label(N_("Employees")),
        Help(N_("Permanent staff")),
        Called("empleados", "trabajadores", "empleo", "personal", "empregados", "funcionários"),
    ] = None
    turnover: Annotated[
        int | None,
        Field(ge=0),
        Label(N_("Turnover")),
        Help(N_("Sales of one year")),
        Amount(),
        Called("ventas", "facturación", "vendas", "faturamento", "sales", "revenue"),
    ] = None
    export_share: Annotated[
        int | None,
        Field(ge=0, le=100),
        Label(N_("Export share")),
        Unit(N_("% of sales")),
        Called("exportación", "% exportado", "exportações", "exports"),
    ] = None
    figures_year: Annotated[
        int | None,
        Field(ge=1900, le=2100),
        Label(N_("Year of the figures")),
        Year(),
        Called("año", "ano", "year", "año de los datos"),
    ] = None
    source: SourceText = ""
    website: Annotated[
        Text, Label(N_("Website")), Called("web", "sitio web", "página web", "url")
    ] = ""
    notes: Annotated[
        LongText,
        Label(N_("Description")),
        Called("descripción", "notas", "observaciones", "descrição", "notes", "comentarios"),
    ] = ""
    position: Annotated[
        LongText,
        Label(N_("Interest and position")),
        Help(N_("What this actor wants from the cluster; for the team only")),
        Private(),
        Called("interés", "posición", "interesse"),
    ] = ""


class Contact(Record):
    """A person of an actor: whom to call, who comes to the workshops."""

    table = "contact"
    title = N_("People")
    about = N_("Contact persons of the actors; in the plan only those who consent.")
    stage = Stage.MAPPING
    is_person = True

    name: Annotated[
        Name, Label(N_("Person")), Key(), Called("persona", "contacto", "nombre", "pessoa")
    ]
    actor: Annotated[
        UUID,
        Label(N_("Actor")),
        Ref("actor"),
        Key(),
        Called(
            *("empresa", "organización", "institución", "entidad", "company", "organisation"),
            *("organização", "instituição"),
        ),
    ]
    position: Annotated[Text, Label(N_("Position")), Called("cargo", "puesto", "função")] = ""
    is_lead: Annotated[
        bool, Label(N_("Lead entrepreneur")), Called("empresario referente", "líder")
    ] = False
    email: Email = ""
    phone: Phone = ""
    consent: Annotated[
        bool,
        Label(N_("Consents to be named")),
        Help(N_("The person agreed to appear in the plan")),
        Called("consentimiento", "consentimento", "autoriza"),
    ] = False


class Tie(Record):
    """A relation between two actors."""

    table = "tie"
    title = N_("Relations")
    about = N_("Who works with whom, and in what.")
    stage = Stage.MAPPING

    source: Annotated[
        UUID,
        Label(N_("From")),
        Ref("actor"),
        Key(),
        Called("de", "desde", "origen", "quién", "actor 1", "actor a", "from", "origem", "quem"),
    ]
    target: Annotated[
        UUID,
        Label(N_("To")),
        Ref("actor"),
        Key(),
        Called(
            "a", "hacia", "destino", "con quién", "actor 2", "actor b", "to", "para", "com quem"
        ),
    ]
    kind: Annotated[
        TieKind,
        Label(N_("Relation")),
        Key(),
        Called("tipo", "relación", "vínculo", "tipo de relación", "tipo de vínculo"),
    ] = TieKind.COOPERATION
    intensity: Annotated[
        int,
        Field(ge=1, le=3),
        Label(N_("Intensity")),
        Help(N_("1 occasional, 2 regular, 3 strategic")),
        Called("intensidad", "frecuencia", "intensidade", "frequência", "peso", "weight"),
    ] = 2
    reported_by: Annotated[
        Reporter, Label(N_("Reported by")), Called("reportado por", "informante")
    ] = Reporter.TEAM
    reported_on: Day = None
    note: Annotated[Text, Label(N_("Note")), Called("nota", "observaciones")] = ""

    @model_validator(mode="after")
    def _between_two(self) -> Self:
        if self.source == self.target:
            raise SelfTie(N_("A relation needs two different actors."))
        return self


class SelfTie(Problem):
    """A relation from an actor to itself."""


class Service(Record):
    """A service that an institution offers to the firms."""

    table = "service"
    title = N_("Services of institutions")
    about = N_("What universities, associations and public bodies offer to the firms.")
    stage = Stage.MAPPING

    actor: Annotated[
        UUID, Label(N_("Institution")), Ref("actor"), Key(), Called("institución", "instituição")
    ]
    name: Annotated[Name, Label(N_("Service")), Key(), Called("servicio", "serviço")]
    audience: Annotated[
        Text, Label(N_("For whom")), Called("para quién", "público", "destinatarios")
    ] = ""
    description: Annotated[
        LongText, Label(N_("Description")), Called("descripción", "descrição")
    ] = ""


class MapSettings(Record):
    """The choices that every measure of the network depends on, printed under each figure."""

    table = "map_settings"
    title = N_("Settings of the map")
    about = N_("What counts as a relation and who counts as part of the network.")
    stage = Stage.MAPPING
    is_single = True
    is_internal = True

    keep_isolates: Annotated[
        bool, Label(N_("Count actors without relations")), Help(N_("Changes every centralization"))
    ] = True
    rule: Annotated[TieRule, Label(N_("A relation exists when"))] = TieRule.UNION
    kinds: Annotated[
        tuple[TieKind, ...], Label(N_("Relations counted")), Help(N_("None chosen means all"))
    ] = ()
    inside_only: Annotated[bool, Label(N_("Only actors inside the scope or at its periphery"))] = (
        False
    )
    size_by: Annotated[Measure, Label(N_("Size by"))] = Measure.DEGREE
