"""The business and where it goes: trends, the five forces behind them, the challenges."""

from typing import Annotated

from methodology.choice import Choice
from methodology.record import Called, Code, Help, Key, Label, LongText, Name, Record, Text
from methodology.stage import Stage
from methodology.text import N_


class Force(Choice):
    """The five forces that decide how attractive a business is (Porter 1979)."""

    ENTRY = "entry", N_("Threat of entry")
    SUPPLIERS = "suppliers", N_("Supplier power")
    BUYERS = "buyers", N_("Buyer power")
    SUBSTITUTES = "substitutes", N_("Substitutes")
    RIVALRY = "rivalry", N_("Rivalry")


class Trend(Record):
    """A change under way that presses on one of the forces or relieves it."""

    table = "trend"
    title = N_("Trends")
    about = N_("Changes under way in the business, with the force each presses on or relieves.")
    stage = Stage.ATTRACTIVENESS

    code: Annotated[Text, Label(N_("Code")), Code(), Called("código")] = ""
    statement: Annotated[Name, Label(N_("Trend")), Key(), Called("tendencia", "tendência")]
    forces: Annotated[
        tuple[Force, ...], Label(N_("Forces")), Called("fuerza", "fuerzas", "força", "forças")
    ] = ()
    evidence: Annotated[
        LongText,
        Label(N_("Evidence")),
        Help(N_("Where it can be seen, with source and year")),
        Called("evidencia", "evidência"),
    ] = ""
