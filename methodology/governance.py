"""Governance: the model, its organs with their members, rules, agreements, roles and budget.

Models, roles and what governance is not: Ferrari's method. Governance and projects are different
circles: the cluster is all its actors, projects are for those who want to do things.
"""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from methodology.choice import Choice
from methodology.majority import Counted, Majority
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
)
from methodology.stage import Stage
from methodology.text import N_

YEARS = 3  # years of the operating budget


class Base(Choice):
    """What the cluster manager depends on."""

    PRIVATE = "private", N_("Private base")
    PUBLIC_PRIVATE = "public_private", N_("Public–private base")


class OrganKind(Choice):
    """The organs of a cluster, from the widest to the smallest circle."""

    ASSEMBLY = "assembly", N_("Assembly or forum")
    COMMITTEE = "committee", N_("Steering or executive committee")
    COORDINATION = "coordination", N_("Coordination")
    THEMATIC = "thematic", N_("Thematic group")
    PUBLIC_TABLE = "public_table", N_("Public table")
    ADVISORY = "advisory", N_("Advisory board")


class Seat(Choice):
    """What a member does in an organ."""

    CHAIR = "chair", N_("Chair")
    VICE_CHAIR = "vice_chair", N_("Vice-chair")
    SECRETARY = "secretary", N_("Secretary")
    MEMBER = "member", N_("Member")
    OBSERVER = "observer", N_("Observer, without a vote")

    @property
    def votes(self) -> bool:
        """Say whether the seat counts for quorums and majorities."""
        return self is not Seat.OBSERVER


class RuleKind(Choice):
    """What a rule settles."""

    QUORUM = "quorum", N_("Quorum")
    DECISION = "decision", N_("Decisions")
    ADMISSION = "admission", N_("Admission of members")
    REMOTE_VOTE = "remote_vote", N_("Remote vote")
    RHYTHM = "rhythm", N_("Rhythm of meetings")
    TERM = "term", N_("Terms of office")
    BALANCE = "balance", N_("Balance of the organs")
    CONFLICT = "conflict", N_("Conflicts of interest")
    OTHER = "other", N_("Other rule")


class Part(Choice):
    """What the running of the cluster costs money for."""

    STRUCTURE = "structure", N_("Structure")
    SERVICES = "services", N_("Services")
    PROJECTS = "projects", N_("Projects")


class Fund(Choice):
    """Where the money to run the cluster comes from."""

    FEES = "fees", N_("Members' fees")
    INCOME = "income", N_("Sales of services")
    FIRMS = "firms", N_("Contributions of firms")
    PUBLIC = "public", N_("Public funds")
    OTHER = "other", N_("Other funds")


class RoleKind(Choice):
    """The roles that every governance has to fill."""

    PRIVATE = "private", N_("Private representatives")
    PUBLIC = "public", N_("Public counterpart")
    COORDINATION = "coordination", N_("Coordination")
    SUPPORT = "support", N_("Support institutions")
    PROMOTER = "promoter", N_("Promoter")


class Governance(Record):
    """The model of governance that the cluster adopted."""

    table = "governance"
    title = N_("Model of governance")
    about = N_("What the cluster manager depends on, since when, and what governance is not.")
    stage = Stage.GOVERNANCE
    is_single = True

    base: Annotated[Base | None, Label(N_("Model"))] = None
    entity: Annotated[
        Text,
        Label(N_("Entity")),
        Help(N_("Existing or new association, or formal mixed institution")),
    ] = ""
    why: Annotated[LongText, Label(N_("Why this model"))] = ""
    public_link: Annotated[
        LongText,
        Label(N_("Link with the public counterpart")),
        Help(N_("Who sits where, and which agreements bind both sides")),
    ] = ""
    is_not: Annotated[
        LongText,
        Label(N_("What it is not, here")),
        Help(N_("Added to the five statements that the plan prints for every cluster")),
    ] = ""
    adopted_on: Annotated[date | None, Label(N_("Adopted on"))] = None
    adopted_in: Annotated[UUID | None, Label(N_("Adopted in the meeting")), Ref("meeting")] = None


class Organ(Record):
    """An organ of the governance."""

    table = "organ"
    title = N_("Organs")
    about = N_("Assembly, committee, coordination, groups and tables, each with its task.")
    stage = Stage.GOVERNANCE

    name: Annotated[Name, Label(N_("Organ")), Key(), Called("órgano", "órgão")]
    kind: Annotated[OrganKind, Label(N_("Type")), Called("tipo")]
    task: Annotated[LongText, Label(N_("Task")), Called("función", "encargo", "função")] = ""
    reports_to: Annotated[
        UUID | None, Label(N_("Reports to")), Ref("organ"), Called("depende de", "reporta a")
    ] = None
    rhythm: Annotated[
        Text,
        Label(N_("Meets")),
        Help(N_("Every two months, quarterly…")),
        Called("se reúne", "frecuencia", "reúne-se"),
    ] = ""
    term: Annotated[
        int | None,
        Field(ge=1, le=20),
        Label(N_("Term of office")),
        Unit(N_("years")),
        Called("mandato"),
    ] = None
    members: Annotated[
        int | None,
        Field(ge=1, le=100_000),
        Label(N_("Members with a vote")),
        Help(N_("Where the members are not listed one by one; else the list counts")),
        Called("miembros", "miembros con voto", "membros com voto"),
    ] = None


class OrganMember(Record):
    """Who sits in an organ."""

    table = "organ_member"
    title = N_("Members of the organs")
    about = N_("Who sits in which organ; people are printed only when they consent.")
    stage = Stage.GOVERNANCE

    organ: Annotated[UUID, Label(N_("Organ")), Ref("organ"), Key(), Called("órgano", "órgão")]
    actor: Annotated[
        UUID,
        Label(N_("Actor")),
        Ref("actor"),
        Key(),
        Called("empresa", "organización", "organização"),
    ]
    person: Annotated[
        UUID | None,
        Label(N_("Person")),
        Ref("contact"),
        Key(),
        Help(N_("Among the people of the actors")),
        Called("persona", "representante", "pessoa"),
    ] = None
    seat: Annotated[Seat, Label(N_("Seat")), Called("cargo", "puesto")] = Seat.MEMBER
    since: Annotated[date | None, Label(N_("Since")), Called("desde")] = None


class GovernanceRule(Record):
    """A rule of the governance, as a formula where it can be one."""

    table = "governance_rule"
    title = N_("Rules")
    about = N_("Quorum, majorities, admissions, rhythm: what was adopted, and when.")
    stage = Stage.GOVERNANCE

    name: Annotated[Name, Label(N_("Rule")), Key(), Called("regla", "regra")]
    kind: Annotated[RuleKind, Label(N_("What it settles")), Called("tipo", "materia")]
    organ: Annotated[UUID | None, Label(N_("Organ")), Ref("organ"), Called("órgano", "órgão")] = (
        None
    )
    majority: Annotated[
        Majority | None,
        Label(N_("Majority")),
        Help(N_("Half plus one is 4 of 7, 12 of 22, 18 of 35")),
        Called("mayoría", "maioria"),
    ] = None
    counted: Annotated[
        Counted | None, Label(N_("Counted")), Called("sobre", "se cuenta", "conta-se")
    ] = None
    text: Annotated[
        LongText, Label(N_("Rule in words")), Called("texto", "detalle", "regla en palabras")
    ] = ""
    adopted_on: Annotated[
        date | None, Label(N_("Adopted on")), Called("aprobada el", "adoptada el", "adotada em")
    ] = None
    adopted_in: Annotated[
        UUID | None,
        Label(N_("Adopted in the meeting")),
        Ref("meeting"),
        Called("aprobada en", "reunión", "reunião"),
    ] = None


class Agreement(Record):
    """An agreement signed between the cluster and others; the file is attached to the row."""

    table = "agreement"
    title = N_("Agreements")
    about = N_("What was signed, with whom, until when; attach the signed paper to the row.")
    stage = Stage.GOVERNANCE

    name: Annotated[Name, Label(N_("Agreement")), Key(), Called("convenio", "acuerdo", "acordo")]
    parties: Annotated[
        tuple[UUID, ...], Label(N_("Parties")), Many("actor"), Called("partes", "firmantes")
    ] = ()
    subject: Annotated[LongText, Label(N_("Subject")), Called("objeto", "materia")] = ""
    signed_on: Annotated[
        date | None, Label(N_("Signed on")), Called("firmado el", "assinado em")
    ] = None
    valid_until: Annotated[
        date | None, Label(N_("Valid until")), Called("vigente hasta", "válido até")
    ] = None


class GovernanceRole(Record):
    """Who fills a role of the governance, and what is asked of it."""

    table = "governance_role"
    title = N_("Roles in the governance")
    about = N_("Private representatives, public counterpart, coordination, support, promoter.")
    stage = Stage.GOVERNANCE

    role: Annotated[RoleKind, Label(N_("Role")), Key(), Called("rol", "papel")]
    actors: Annotated[
        tuple[UUID, ...], Label(N_("Who fills it")), Many("actor"), Called("quiénes", "actores")
    ] = ()
    task: Annotated[
        LongText, Label(N_("What is asked of it")), Called("qué se le pide", "función")
    ] = ""


class OperatingCost(Record):
    """An amount that one fund gives in one year to run the cluster."""

    table = "operating_cost"
    title = N_("Operating budget")
    about = N_("Three years of structure, services and projects, each amount with its source.")
    stage = Stage.GOVERNANCE

    name: Annotated[Name, Label(N_("Budget item")), Key(), Called("partida", "rubro", "concepto")]
    year: Annotated[
        int,
        Field(ge=1, le=YEARS),
        Label(N_("Year of operation")),
        Help(N_("1 is the first year after the plan")),
        Key(),
        Called("año", "año de operación", "ano"),
    ]
    fund: Annotated[
        Fund, Label(N_("Source of the money")), Key(), Called("fuente", "origen", "fonte")
    ]
    part: Annotated[Part, Label(N_("What for")), Called("para qué", "destino")] = Part.STRUCTURE
    payer: Annotated[
        UUID | None, Label(N_("Who pays")), Ref("actor"), Called("quién paga", "quem paga")
    ] = None
    amount: Annotated[
        int, Field(ge=0), Amount(), Label(N_("Amount")), Called("monto", "importe", "valor")
    ]
