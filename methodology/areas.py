"""Improvement areas: needs that several gaps share and that the cluster takes on together."""

from typing import Annotated
from uuid import UUID

from methodology.record import Called, Code, Help, Key, Label, LongText, Many, Name, Record, Text
from methodology.stage import Stage
from methodology.text import N_


class ImprovementArea(Record):
    """A need, named as such and not as a solution."""

    table = "improvement_area"
    title = N_("Improvement areas")
    about = N_("Needs that gaps have in common, with the options they serve; four to seven.")
    stage = Stage.VISION

    code: Annotated[Text, Label(N_("Code")), Code(), Called("código")] = ""
    name: Annotated[
        Name, Label(N_("Improvement area")), Key(), Called("área de mejora", "área de melhoria")
    ]
    need: Annotated[
        LongText,
        Label(N_("Need")),
        Help(N_("What is missing, not what to do")),
        Called("necesidad"),
    ] = ""
    gaps: Annotated[
        tuple[UUID, ...], Label(N_("Gaps it closes")), Many("diamond_factor"), Called("brechas")
    ] = ()
    options: Annotated[
        tuple[UUID, ...], Label(N_("Options served")), Many("strategic_option"), Called("opciones")
    ] = ()
    success_factors: Annotated[
        tuple[UUID, ...],
        Label(N_("Key success factors")),
        Many("success_factor"),
        Called("factores críticos de éxito"),
    ] = ()
