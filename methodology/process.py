"""The process: who drives it, who was heard, when and where."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from methodology.choice import Choice
from methodology.clock import ClockTime
from methodology.record import (
    Called,
    Help,
    Key,
    Label,
    LongText,
    Name,
    Private,
    Record,
    Ref,
    Text,
)
from methodology.stage import WEEKS, Stage
from methodology.text import N_, Problem
from methodology.usual_fields import Email, MeetingKey, Phone


class TeamRole(Choice):
    """What a member of the dynamization team does in it."""

    LEAD = "lead", N_("Team lead")
    CONSULTANT = "consultant", N_("Consultant")
    CLUSTER_MANAGER = "cluster_manager", N_("Cluster manager")
    LOCAL_EXPERT = "local_expert", N_("Local expert")
    INTERNATIONAL_EXPERT = "international_expert", N_("International expert")
    PROMOTER = "promoter", N_("Promoter's officer")
    PUBLIC_COUNTERPART = "public_counterpart", N_("Public counterpart")


class MeetingKind(Choice):
    """The occasions on which the team meets the cluster."""

    WORKSHOP = "workshop", N_("Workshop")
    WORKING_GROUP = "working_group", N_("Working group")
    PUBLIC_EVENT = "public_event", N_("Public presentation")
    VALIDATION = "validation", N_("Validation table")
    REFERENCE_TRIP = "reference_trip", N_("Reference trip")
    ASSEMBLY = "assembly", N_("Assembly")
    OTHER = "other", N_("Other meeting")


class TeamMember(Record):
    """A person of the dynamization team."""

    table = "team_member"
    title = N_("Dynamization team")
    about = N_("The people who drive the process, with local and international experts.")
    is_person = True

    name: Annotated[Name, Label(N_("Name")), Key(), Called("nombre", "nome", "persona", "pessoa")]
    role: Annotated[TeamRole, Label(N_("Role")), Called("rol", "cargo", "papel", "função")]
    organisation: Annotated[
        Text,
        Label(N_("Organization")),
        Called("organización", "entidad", "institución", "entidade"),
    ] = ""
    email: Email = ""
    phone: Phone = ""


class StageWindow(Record):
    """The weeks a stage is planned for, when they differ from the method's."""

    table = "stage_window"
    title = N_("Calendar")
    about = N_("Planned weeks of each stage; what is not listed follows the method's calendar.")

    planned_stage: Annotated[Stage, Label(N_("Stage")), Key(), Called("etapa")]
    first_week: Annotated[int, Field(ge=1, le=2 * WEEKS), Label(N_("First week"))]
    last_week: Annotated[int, Field(ge=1, le=2 * WEEKS), Label(N_("Last week"))]
    closed_on: Annotated[
        date | None, Label(N_("Closed on")), Help(N_("Day the team closed the stage"))
    ] = None

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        if self.last_week < self.first_week:
            raise EndsBeforeItBegins(
                N_("The last week ({last}) comes before the first ({first})."),
                last=self.last_week,
                first=self.first_week,
            )
        return self


class EndsBeforeItBegins(Problem):
    """Weeks that run backwards."""


class Meeting(Record):
    """A meeting of the team with the cluster: a workshop, a public presentation, a table."""

    table = "meeting"
    title = N_("Meetings")
    about = N_("Workshops, public presentations and tables, with their minutes.")

    name: Annotated[
        Name, Label(N_("Meeting")), Key(), Called("reunión", "taller", "reunião", "oficina")
    ]
    kind: Annotated[MeetingKind, Label(N_("Type")), Called("tipo")]
    about_stage: Annotated[Stage, Label(N_("Stage")), Called("etapa")]
    held_on: Annotated[date | None, Label(N_("Date")), Called("fecha", "data", "día")] = None
    starts_at: Annotated[
        ClockTime,
        Label(N_("Starts at")),
        Help(N_("Hours and minutes, 0 to 24: 09:30")),
        Called("hora", "hora de inicio", "hora de início"),
    ] = ""
    place: Annotated[Text, Label(N_("Place")), Called("lugar", "local")] = ""
    people: Annotated[
        int | None,
        Field(ge=0),
        Label(N_("People present")),
        Help(N_("Head count, when the list by actor is not kept")),
        Called("asistentes", "participantes", "presentes"),
    ] = None
    minutes: Annotated[
        LongText,
        Label(N_("Minutes")),
        Help(N_("What was discussed and agreed; the file goes in as evidence")),
        Called("acta", "ata"),
    ] = ""


class Attendance(Record):
    """How many people an actor sent to a meeting."""

    table = "attendance"
    title = N_("Attendance")
    about = N_("Which actor came to which meeting, and with how many people.")

    meeting: MeetingKey
    actor: Annotated[UUID, Label(N_("Actor")), Ref("actor"), Key(), Called("empresa", "firma")]
    people: Annotated[
        int, Field(ge=1), Label(N_("People")), Called("personas", "asistentes", "pessoas")
    ] = 1


class Interview(Record):
    """An interview with an actor of the cluster."""

    table = "interview"
    title = N_("Interviews")
    about = N_("Who was interviewed, when, and what the team took from it.")

    actor: Annotated[
        UUID, Label(N_("Actor")), Ref("actor"), Key(), Called("empresa", "entrevistado")
    ]
    held_on: Annotated[date, Label(N_("Date")), Key(), Called("fecha", "data")]
    interviewer: Annotated[
        UUID | None, Label(N_("Interviewer")), Ref("team_member"), Called("entrevistador")
    ] = None
    findings: Annotated[
        LongText, Label(N_("Findings")), Help(N_("May be quoted in the plan")), Called("hallazgos")
    ] = ""
    confidential: Annotated[
        LongText, Label(N_("Confidential notes")), Private(), Called("notas", "confidencial")
    ] = ""
