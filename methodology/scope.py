"""Scope of intervention: from the statistical sector to the segment where firms compete."""

from datetime import date
from typing import Annotated
from uuid import UUID

from methodology.choice import Choice
from methodology.record import Called, Help, Key, Label, LongText, Name, Record, Ref, Text
from methodology.stage import Stage
from methodology.text import N_
from methodology.usual_fields import NoteText


class Orientation(Choice):
    """What a cluster is organised around."""

    TECHNOLOGY = "technology", N_("Technology or process")
    PRODUCT = "product", N_("Product or service")
    CUSTOMER = "customer", N_("Customer or market")


class Answer(Choice):
    """The answer to a test of a candidate segment."""

    YES = "yes", N_("Yes")
    NO = "no", N_("No")
    DOUBT = "doubt", N_("In doubt")


class SegmentVerdict(Choice):
    """What the core group decided on a candidate segment."""

    INSIDE = "inside", N_("Inside the scope")
    OUTSIDE = "outside", N_("Outside the scope")
    LATER = "later", N_("To be studied later")


class Scope(Record):
    """The scope of intervention that the core group accepted."""

    table = "scope"
    title = N_("Scope statement")
    about = N_("The one paragraph that says what the cluster is, and what it leaves out.")
    stage = Stage.SCOPE
    is_single = True

    sector: Annotated[
        Text, Label(N_("Sector")), Help(N_("Statistical grouping, with its activity codes"))
    ] = ""
    segment: Annotated[
        Text,
        Label(N_("Business segment")),
        Help(N_("Where similar firms compete for similar customers")),
    ] = ""
    territory: Annotated[Text, Label(N_("Territory covered"))] = ""
    orientation: Annotated[Orientation | None, Label(N_("Orientation"))] = None
    statement: Annotated[
        LongText,
        Label(N_("Scope sentence")),
        Help(N_("Segment, territory, orientation and what is left out, in one paragraph")),
    ] = ""
    rule: Annotated[
        LongText,
        Label(N_("Rule for inclusion")),
        Help(N_("How to tell whether a firm is in, out or at the periphery")),
    ] = ""
    left_out: Annotated[LongText, Label(N_("What is left out, and why"))] = ""
    accepted_on: Annotated[
        date | None, Label(N_("Accepted on")), Help(N_("Day the core group accepted the sentence"))
    ] = None
    accepted_in: Annotated[UUID | None, Label(N_("Accepted in")), Ref("meeting")] = None


class Segment(Record):
    """A candidate segment, product by customer, with the four tests of the method."""

    table = "segment"
    title = N_("Candidate segments")
    about = N_("Products by customers, with four tests: a segment passes with four times yes.")
    stage = Stage.SCOPE

    name: Annotated[Name, Label(N_("Segment")), Key(), Called("segmento", "nombre", "nome")]
    product: Annotated[Text, Label(N_("Product or service")), Called("producto", "produto")] = ""
    customer: Annotated[Text, Label(N_("Customer")), Called("cliente", "mercado")] = ""
    same_customers: Annotated[
        Answer | None, Label(N_("Same customers?")), Called("mismos clientes")
    ] = None
    same_rivals: Annotated[Answer | None, Label(N_("Same rivals?")), Called("mismos rivales")] = (
        None
    )
    own_name: Annotated[
        Answer | None,
        Label(N_("Do firms name themselves by it?")),
        Called("se reconocen"),
    ] = None
    enough_firms: Annotated[
        Answer | None, Label(N_("Are there enough firms?")), Called("suficientes empresas")
    ] = None
    verdict: Annotated[
        SegmentVerdict | None, Label(N_("Verdict")), Called("veredicto", "decisión")
    ] = None
    note: NoteText = ""
