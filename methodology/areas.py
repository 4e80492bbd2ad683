"""Improvement areas: needs that several gaps share and that the cluster takes on together."""

from typing import Annotated

from pydantic import Field

from methodology.choice import Choice
from methodology.record import Called, Help, Key, Label, LongText, Name, Record, Text
from methodology.stage import Stage
from methodology.text import N_
from methodology.usual_fields import (
    Baseline,
    BaselineOn,
    GapsClosed,
    MeasuredIn,
    OptionsServed,
    ShortCode,
    SourceText,
    SuccessFactors,
)


class Failure(Choice):
    """Why firms, each on its own, would not close the gap; the last one says that they would."""

    PUBLIC_GOOD = "public_good", N_("Public good"), N_("Nobody can be kept from using it")
    CLUB_GOOD = (
        "club_good",
        N_("Club good"),
        N_("Members can share it, others can be kept out"),
    )
    MARKET_FAILURE = (
        "market_failure",
        N_("Market failure"),
        N_("Nobody offers it at a price that firms can pay, though it would be worth it"),
    )
    EXTERNALITY = (
        "externality",
        N_("Externality"),
        N_("Others gain or lose more by it than the firm that pays"),
    )
    TRANSACTION_COST = (
        "transaction_cost",
        N_("Transaction cost"),
        N_("Finding partners, agreeing and checking costs each firm more than it gains"),
    )
    PRIVATE = "private", N_("None: each firm on its own"), N_("A firm that pays keeps the gain")

    meaning: str


class AreaRule(Record):
    """Which gaps are kept for improvement areas."""

    table = "area_rule"
    title = N_("Rule for gaps")
    about = N_("Which gaps are large enough to become part of an improvement area.")
    stage = Stage.VISION
    is_single = True

    least_gap: Annotated[
        int,
        Field(ge=1, le=4),
        Label(N_("Least gap")),
        Help(N_("Steps between what the option needs and what there is")),
        Called("brecha mínima", "lacuna mínima"),
    ] = 1
    least_priority: Annotated[
        int,
        Field(ge=1, le=20),
        Label(N_("Least priority")),
        Help(N_("Weight times gap, from 1 to 20")),
        Called("prioridad mínima", "prioridade mínima"),
    ] = 6


class ImprovementArea(Record):
    """A need, named as such and not as a solution."""

    table = "improvement_area"
    title = N_("Improvement areas")
    about = N_("Needs that gaps have in common, with the options they serve; four to seven.")
    stage = Stage.VISION

    code: ShortCode = ""
    name: Annotated[
        Name, Label(N_("Improvement area")), Key(), Called("área de mejora", "área de melhoria")
    ]
    need: Annotated[
        LongText,
        Label(N_("Need")),
        Help(N_("What is missing, not what to do")),
        Called("necesidad"),
    ] = ""
    gaps: GapsClosed = ()
    options: OptionsServed = ()
    success_factors: SuccessFactors = ()
    failure: Annotated[
        Failure | None,
        Label(N_("Why together")),
        Help(N_("Why each firm on its own would not do it")),
        Called("tipo de falla", "por qué en conjunto", "tipo de falha"),
    ] = None
    failure_reason: Annotated[
        LongText,
        Label(N_("Reason")),
        Help(N_("What keeps a firm from closing the gap alone")),
        Called("motivo", "razón", "justificación"),
    ] = ""
    indicator: Annotated[Text, Label(N_("Baseline indicator")), Called("indicador")] = ""
    unit: MeasuredIn = ""
    baseline: Baseline = None
    baseline_on: BaselineOn = None
    source: SourceText = ""
