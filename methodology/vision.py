"""The vision, version by version, and the objectives that measure it."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from methodology.choice import Choice
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
)
from methodology.stage import Stage
from methodology.text import N_
from methodology.usual_fields import (
    Baseline,
    BaselineOn,
    MeasuredIn,
    NoteText,
    OptionsServed,
    ShortCode,
    Target,
    TargetOn,
)


class Consent(Choice):
    """What the consent check gave: silence is not asked for, a reasoned objection is."""

    CONSENT = "consent", N_("No reasoned objection")
    OBJECTIONS = "objections", N_("Reasoned objections")


class VisionVersion(Record):
    """A wording of the vision: drafted, voted on, edited, adopted."""

    table = "vision_version"
    title = N_("Versions of the vision")
    about = N_("Each wording of the vision, with who drafted it and what became of it.")
    stage = Stage.VISION

    name: Annotated[
        Name,
        Label(N_("Version")),
        Key(),
        Help(N_("Draft A, second edit…")),
        Called("versión", "versão"),
    ]
    text: Annotated[
        LongText,
        Label(N_("Vision")),
        Help(N_("Horizon, territory, position, options, promise and how it is measured")),
        Called("visión", "visão", "texto"),
    ] = ""
    drafted_on: Annotated[date | None, Label(N_("Drafted on")), Called("fecha", "redactada el")] = (
        None
    )
    drafted_by: Annotated[
        Text,
        Label(N_("Drafted by")),
        Help(N_("Tables, working group or team")),
        Called("redactada por", "autores", "redigida por"),
    ] = ""
    approvals: Annotated[
        int | None,
        Field(ge=0),
        Label(N_("Approvals")),
        Help(N_("Ballots that approved it; several versions may be approved at once")),
        Called("aprobaciones", "aprovações"),
    ] = None
    voters: Annotated[
        int | None,
        Field(ge=0),
        Label(N_("Ballots cast")),
        Called("votaron", "cédulas", "votos emitidos"),
    ] = None
    consent: Annotated[
        Consent | None,
        Label(N_("Consent check")),
        Help(N_("Asked once, of the edited text: does anybody object with a reason?")),
        Called("consentimiento", "consentimento"),
    ] = None
    objections: Annotated[
        LongText,
        Label(N_("Objections")),
        Help(N_("Each with its reason and how it was met")),
        Called("objeciones", "objeções"),
    ] = ""
    adopted_on: Annotated[
        date | None, Label(N_("Adopted on")), Called("adoptada el", "adotada em")
    ] = None
    adopted_in: Annotated[
        UUID | None,
        Label(N_("Adopted in the meeting")),
        Ref("meeting"),
        Called("adoptada en", "reunión", "reunião"),
    ] = None
    note: NoteText = ""


class Objective(Record):
    """A strategic objective that can be measured."""

    table = "objective"
    title = N_("Strategic objectives")
    about = N_("Two to four objectives, each with indicator, baseline and target.")
    stage = Stage.VISION

    code: ShortCode = ""
    statement: Annotated[Name, Label(N_("Strategic objective")), Key(), Called("objetivo")]
    options: OptionsServed = ()
    indicator: Annotated[Text, Label(N_("Indicator")), Called("indicador")] = ""
    unit: MeasuredIn = ""
    baseline: Baseline = None
    baseline_on: BaselineOn = None
    target: Target = None
    target_on: TargetOn = None
    source: Annotated[
        Text,
        Label(N_("Source")),
        Help(N_("Where both values are read")),
        Called("fuente", "fonte", "medio de verificación"),
    ] = ""
