"""Key success factors: what it takes to win with an option."""

from typing import Annotated
from uuid import UUID

from methodology.choice import Choice
from methodology.record import Called, Code, Key, Label, Many, Name, Record, Text
from methodology.stage import Stage
from methodology.text import N_


class SuccessLevel(Choice):
    """Who has it in hand."""

    FIRM = "firm", N_("Firm")
    CLUSTER = "cluster", N_("Cluster")
    ENVIRONMENT = "environment", N_("Environment")


class SuccessFactor(Record):
    """Something that firms, cluster or environment must have for an option to win."""

    table = "success_factor"
    title = N_("Key success factors")
    about = N_("What it takes to win, tied to the parts of the environment it depends on.")
    stage = Stage.DIAMOND

    code: Annotated[Text, Label(N_("Code")), Code(), Called("código")] = ""
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
