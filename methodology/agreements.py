"""What the people of the cluster agreed and how they changed: decisions and changes."""

from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import Field

from methodology.choice import Choice
from methodology.record import Called, Help, Key, Label, LongText, Many, Name, Record
from methodology.stage import Stage
from methodology.text import N_, Remark
from methodology.usual_fields import Day, MeetingKey


class DecisionWay(Choice):
    """How a decision was reached."""

    CONSENSUS = "consensus", N_("By consensus")
    MAJORITY = "majority", N_("By simple majority")
    SPECIAL_MAJORITY = "special_majority", N_("By special majority")
    BALLOT = "ballot", N_("By secret ballot")
    TEAM = "team", N_("By the team, within its task")


class Decision(Record):
    """What was decided in a meeting: who agreed to what, how and when."""

    table = "decision"
    title = N_("Decisions")
    about = N_("Who agreed to what, when and how: the agreement that keeps the focus later.")

    meeting: MeetingKey
    text: Annotated[Name, Label(N_("Decision")), Key(), Called("decisión", "acuerdo", "decisão")]
    way: Annotated[DecisionWay, Label(N_("How it was decided")), Called("cómo", "forma")] = (
        DecisionWay.CONSENSUS
    )
    actors: Annotated[
        tuple[UUID, ...],
        Label(N_("Who agreed")),
        Help(N_("Firms and institutions that agreed, as the minutes name them")),
        Many("actor"),
        Called("quiénes acordaron", "quem concordou", "actores"),
    ] = ()
    in_favour: Annotated[
        int | None, Field(ge=0), Label(N_("In favor")), Called("a favor", "votos a favor")
    ] = None
    against: Annotated[
        int | None, Field(ge=0), Label(N_("Against")), Called("en contra", "contra")
    ] = None
    decided_on: Annotated[
        date | None,
        Label(N_("Date")),
        Help(N_("Empty when it is the day of the meeting")),
        Called("fecha", "data"),
    ] = None
    note: Annotated[
        LongText, Label(N_("Reservations and conditions")), Called("reservas", "condiciones")
    ] = ""


class ChangeStep(Choice):
    """How far people came, from being involved to taking responsibility."""

    INVOLVED = "involved", N_("Leaders got involved")
    OPENED = "opened", N_("Minds opened, clichés of the sector broke")
    WAYS_OUT = "ways_out", N_("Ways out were seen")
    RESPONSIBLE = "responsible", N_("Responsibility was taken")


class ChangeNote(Record):
    """Something that changed in people: the second checklist, beside that of the analysis."""

    table = "change_note"
    title = N_("People moved")
    about = N_("The process of change: who was involved, which lead entrepreneurs, what changed.")

    name: Annotated[
        Name, Label(N_("What changed")), Key(), Called("qué cambió", "cambio", "o que mudou")
    ]
    about_stage: Annotated[Stage, Label(N_("Stage")), Called("etapa")]
    step: Annotated[ChangeStep, Label(N_("How far people came")), Called("paso", "passo")]
    noted_on: Day = None
    actors: Annotated[
        tuple[UUID, ...],
        Label(N_("Who was involved")),
        Many("actor"),
        Called("quiénes participaron", "actores", "quem participou"),
    ] = ()
    leads: Annotated[
        tuple[UUID, ...],
        Label(N_("Lead entrepreneurs")),
        Many("contact"),
        Help(N_("In the plan only those who consent to be named")),
        Called("empresarios referentes", "empresários líderes"),
    ] = ()
    evidence: Annotated[
        LongText,
        Label(N_("How it shows")),
        Help(N_("What somebody said or did that was not so before")),
        Called("cómo se nota", "evidencia", "como se nota"),
    ] = ""


def decision_way(decision: Decision) -> Remark:
    """Return how something was decided, with its votes where they were counted."""
    if decision.in_favour is None:
        return Remark(decision.way.label)
    values = {
        "way": decision.way,
        "in_favour": Decimal(decision.in_favour),
        "against": Decimal(decision.against or 0),
    }
    return Remark(N_("{way}: {in_favour} in favor, {against} against"), values)
