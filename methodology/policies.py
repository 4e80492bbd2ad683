"""Policies: what the cluster asks of the public sector beside its projects."""

from typing import Annotated
from uuid import UUID

from methodology.choice import Choice
from methodology.record import Called, Key, Label, LongText, Many, Name, Record, Text
from methodology.stage import Stage
from methodology.text import N_
from methodology.usual_fields import AreasServed, Day, ShortCode


class PolicyKind(Choice):
    """What is asked for."""

    REGULATION = "regulation", N_("Regulation")
    PUBLIC_GOODS = "public_goods", N_("Public goods")
    INSTRUMENTS = "instruments", N_("Other instruments")


class PolicyState(Choice):
    """What became of a request."""

    PREPARED = "prepared", N_("In preparation")
    ASKED = "asked", N_("Asked for")
    GRANTED = "granted", N_("Granted")
    REFUSED = "refused", N_("Refused")


class PolicyRequest(Record):
    """Something that the public sector alone can do, asked for with its reason."""

    table = "policy_request"
    title = N_("Policy requests")
    about = N_("What the cluster asks of the public sector: rules, public goods, instruments.")
    stage = Stage.ACTION_PLAN

    code: ShortCode = ""
    name: Annotated[Name, Label(N_("Request")), Key(), Called("petición", "pedido", "solicitud")]
    kind: Annotated[PolicyKind, Label(N_("Kind")), Called("tipo")]
    addressee: Annotated[
        Text, Label(N_("To whom")), Called("a quién", "destinatario", "destinatário")
    ] = ""
    reason: Annotated[LongText, Label(N_("Reason")), Called("motivo", "justificación")] = ""
    areas: AreasServed = ()
    projects: Annotated[
        tuple[UUID, ...],
        Label(N_("Projects that need it")),
        Many("plan_project"),
        Called("proyectos", "projetos"),
    ] = ()
    asked_on: Day = None
    state: Annotated[PolicyState, Label(N_("Status")), Called("estado", "situação")] = (
        PolicyState.PREPARED
    )
    answer: Annotated[LongText, Label(N_("Answer")), Called("respuesta", "resposta")] = ""
