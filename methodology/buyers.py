"""What buyers decide on: segments of buyers and the purchase-decision factors of each."""

from typing import Annotated
from uuid import UUID

from methodology.record import Called, Code, Key, Label, LongText, Many, Name, Record, Ref, Text
from methodology.stage import Stage
from methodology.text import N_


class BuyerSegment(Record):
    """Buyers that decide in the same way."""

    table = "buyer_segment"
    title = N_("Buyer segments")
    about = N_("Groups of buyers that decide on the same factors.")
    stage = Stage.PURCHASE_FACTORS

    code: Annotated[Text, Label(N_("Code")), Code(), Called("código")] = ""
    name: Annotated[Name, Label(N_("Buyer segment")), Key(), Called("segmento", "comprador")]
    description: Annotated[LongText, Label(N_("Description")), Called("descripción")] = ""


class PurchaseFactor(Record):
    """What the buyers of a segment decide on."""

    table = "purchase_factor"
    title = N_("Purchase-decision factors")
    about = N_("What each buyer segment decides on, with the values the team works with.")
    stage = Stage.PURCHASE_FACTORS

    code: Annotated[Text, Label(N_("Code")), Code(), Called("código")] = ""
    segment: Annotated[
        UUID, Label(N_("Buyer segment")), Ref("buyer_segment"), Key(), Called("segmento")
    ]
    name: Annotated[Name, Label(N_("Purchase-decision factor")), Key(), Called("factor", "fator")]
    trends: Annotated[
        tuple[UUID, ...], Label(N_("Trends")), Many("trend"), Called("tendencias", "tendências")
    ] = ()
