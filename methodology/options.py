"""Strategic options: distinct ways of competing in the segment."""

from typing import Annotated
from uuid import UUID

from methodology.choice import Choice
from methodology.record import Called, Code, Help, Key, Label, LongText, Many, Name, Record, Text
from methodology.stage import Stage
from methodology.text import N_


class OptionStatus(Choice):
    """What became of an option."""

    CANDIDATE = "candidate", N_("Candidate")
    CHOSEN = "chosen", N_("Chosen")
    PARALLEL = "parallel", N_("Parallel")
    DISCARDED = "discarded", N_("Discarded")


class StrategicOption(Record):
    """One way of competing, defined by the purchase factors it serves."""

    table = "strategic_option"
    title = N_("Strategic options")
    about = N_("Distinct ways of competing, each with its sheet; three to five of them.")
    stage = Stage.OPTIONS

    code: Annotated[Text, Label(N_("Code")), Code(), Called("código")] = ""
    name: Annotated[
        Name, Label(N_("Strategic option")), Key(), Called("opción", "opção", "opción estratégica")
    ]
    definition: Annotated[
        LongText, Label(N_("Definition")), Help(N_("One sentence")), Called("definición")
    ] = ""
    segments: Annotated[
        tuple[UUID, ...], Label(N_("Buyer segments")), Many("buyer_segment"), Called("segmentos")
    ] = ()
    purchase_factors: Annotated[
        tuple[UUID, ...],
        Label(N_("Purchase-decision factors")),
        Many("purchase_factor"),
        Help(N_("The factors on which the option wants to win")),
        Called("factores de compra"),
    ] = ()
    status: Annotated[OptionStatus, Label(N_("Status")), Called("estado", "situação")] = (
        OptionStatus.CANDIDATE
    )
    status_reason: Annotated[
        LongText, Label(N_("Reason for the status")), Called("motivo", "razón")
    ] = ""
