"""Key success factors: what it takes to win with an option."""

from typing import Annotated
from uuid import UUID

from methodology.choice import Choice
from methodology.record import (
    Called,
    Help,
    Key,
    Label,
    LongText,
    Many,
    Name,
    Record,
    Ref,
)
from methodology.scale import Level
from methodology.stage import Stage
from methodology.text import N_
from methodology.usual_fields import OptionKey, ShortCode


class SuccessLevel(Choice):
    """Who has it in hand."""

    FIRM = "firm", N_("Firm")
    CLUSTER = "cluster", N_("Cluster")
    ENVIRONMENT = "environment", N_("Environment")


class Relevance(Choice):
    """What a success factor is to an option."""

    NECESSARY = "necessary", N_("Necessary")
    IMPORTANT = "important", N_("Important")
    NOT_RELEVANT = "not_relevant", N_("Not relevant")


class SuccessFactor(Record):
    """Something that firms, cluster or environment must have for an option to win."""

    table = "success_factor"
    title = N_("Key success factors")
    about = N_("What it takes to win, tied to the parts of the environment it depends on.")
    stage = Stage.DIAMOND

    code: ShortCode = ""
    name: Annotated[
        Name,
        Label(N_("Key success factor")),
        Key(),
        Called("factor crítico de éxito", "factor clave de éxito", "fator crítico de sucesso"),
    ]
    level: Annotated[SuccessLevel, Label(N_("Level")), Called("nivel", "nível")]
    subfactors: Annotated[
        tuple[UUID, ...],
        Label(N_("Sub-factors of the diamond")),
        Many("diamond_factor"),
        Called("subfactores", "subfatores"),
    ] = ()
    present: Annotated[
        Level | None,
        Label(N_("Present level")),
        Help(N_("How much of it there is today, on the scale of the actual diamond")),
        Called("nivel actual", "nível atual"),
    ] = None
    waiver: Annotated[
        LongText,
        Label(N_("Why no project takes it on")),
        Help(N_("For a necessary factor of level 2 or less that no project serves")),
        Called("dispensa", "motivo"),
    ] = ""


class SuccessNeed(Record):
    """What a success factor is to one option."""

    table = "success_need"
    title = N_("Success factors by option")
    about = N_("Whether each option needs each success factor to win.")
    stage = Stage.DIAMOND

    factor: Annotated[
        UUID,
        Label(N_("Key success factor")),
        Ref("success_factor"),
        Key(),
        Called("factor crítico de éxito", "factor clave de éxito", "fator crítico de sucesso"),
    ]
    option: OptionKey
    relevance: Annotated[
        Relevance, Label(N_("Relevance")), Called("relevancia", "relevância", "importancia")
    ]
