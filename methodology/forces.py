"""The business and where it goes: trends, the five forces behind them, the challenges."""

from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import Field, model_validator

from methodology.choice import Choice
from methodology.record import (
    Called,
    Code,
    Help,
    Key,
    Label,
    LongText,
    Name,
    Record,
    Ref,
    Text,
    Year,
)
from methodology.scale import INTENSITY, Intensity, Middle
from methodology.stage import Stage
from methodology.text import N_, Problem
from methodology.usual_fields import RaterKey, ReasonText, ShortCode, SourceText, Trends


class Force(Choice):
    """The five forces that decide how attractive a business is (Porter 1979)."""

    ENTRY = "entry", N_("Threat of entry")
    SUPPLIERS = "suppliers", N_("Supplier power")
    BUYERS = "buyers", N_("Buyer power")
    SUBSTITUTES = "substitutes", N_("Substitutes")
    RIVALRY = "rivalry", N_("Rivalry")


class BothWays(Problem):
    """A trend that presses on a force and relieves it at the same time."""


Weighing = Annotated[Decimal, Field(ge=0, le=100, max_digits=5, decimal_places=2)]


class Business(Record):
    """What is scored: one business, the same for everybody, today and at one horizon."""

    table = "business"
    title = N_("What is scored")
    about = N_("The business that everybody scores, and the year that scores look ahead to.")
    stage = Stage.ATTRACTIVENESS
    is_single = True

    what: Annotated[
        LongText,
        Label(N_("Business")),
        Help(N_("Product, territory and place in the chain; without it scores do not compare")),
    ] = ""
    year: Annotated[int | None, Field(ge=1900, le=2100), Label(N_("Year of today")), Year()] = None
    horizon: Annotated[
        int | None,
        Field(ge=1900, le=2100),
        Label(N_("Year of the horizon")),
        Help(N_("Three to ten years ahead")),
        Year(),
    ] = None
    scored_in: Annotated[UUID | None, Label(N_("Scored in")), Ref("meeting")] = None


class Trend(Record):
    """A change under way that presses on some of the forces or relieves them."""

    table = "trend"
    title = N_("Trends")
    about = N_("Changes under way in the business, with the forces each presses on or relieves.")
    stage = Stage.ATTRACTIVENESS

    code: ShortCode = ""
    statement: Annotated[Name, Label(N_("Trend")), Key(), Called("tendencia", "tendência")]
    driver: Annotated[
        Text,
        Label(N_("Driver")),
        Help(N_("What moves it: technology, demand, rules, climate…")),
        Called("motor", "causa", "impulsor"),
    ] = ""
    horizon: Annotated[
        int | None,
        Field(ge=1900, le=2100),
        Label(N_("Felt by")),
        Help(N_("Year by which it is felt in full")),
        Year(),
        Called("horizonte", "año", "ano"),
    ] = None
    forces: Annotated[
        tuple[Force, ...],
        Label(N_("Presses on")),
        Help(N_("Forces it makes stronger: the business loses attractiveness")),
        Called("fuerza", "fuerzas", "força", "forças", "presiona"),
    ] = ()
    relieves: Annotated[
        tuple[Force, ...],
        Label(N_("Relieves")),
        Help(N_("Forces it makes weaker: the business gains attractiveness")),
        Called("alivia"),
    ] = ()
    evidence: Annotated[
        LongText,
        Label(N_("Evidence")),
        Help(N_("Where it can be seen, with source and year")),
        Called("evidencia", "evidência"),
    ] = ""

    @model_validator(mode="after")
    def _one_way(self) -> "Trend":
        if both := tuple(force for force in self.forces if force in self.relieves):
            raise BothWays(N_("Pressed on and relieved at once: {forces}."), forces=both)
        return self


class ForceWeight(Record):
    """How much a force weighs in this business; equal weights need no row."""

    table = "force_weight"
    title = N_("Weights of the forces")
    about = N_("How much each force weighs in this business; without rows all weigh the same.")
    stage = Stage.ATTRACTIVENESS

    force: Annotated[Force, Label(N_("Force")), Key(), Called("fuerza", "força")]
    weight: Annotated[
        Weighing,
        Label(N_("Weight")),
        Help(N_("In proportion to the others: 2 weighs twice as much as 1")),
        Called("peso", "ponderación"),
    ] = Decimal(1)
    reason: ReasonText = ""


class ForceFactor(Record):
    """One part of a force, worded so that a high score is strong pressure."""

    table = "force_factor"
    title = N_("Sub-factors of the forces")
    about = N_("The five forces in parts, with the values adopted for today and the horizon.")
    stage = Stage.ATTRACTIVENESS

    code: Annotated[
        Text, Label(N_("Code")), Code(), Help(N_("Stable: EN1, PR2…")), Called("código")
    ] = ""
    force: Annotated[Force, Label(N_("Force")), Called("fuerza", "força")]
    name: Annotated[
        Name,
        Label(N_("Sub-factor")),
        Key(),
        Help(N_("Worded so that 5 is strong pressure: “Little capital is needed”")),
        Called("subfactor", "subfator", "factor"),
    ]
    weight: Annotated[
        Weighing,
        Label(N_("Weight")),
        Help(N_("Within its force, in proportion to the others")),
        Called("peso", "ponderación"),
    ] = Decimal(1)
    today: Annotated[
        Middle | None, INTENSITY, Label(N_("Today, adopted")), Called("hoy", "hoje")
    ] = None
    later: Annotated[
        Middle | None,
        INTENSITY,
        Label(N_("Horizon, adopted")),
        Called("futuro", "horizonte"),
    ] = None


class ForceScore(Record):
    """What one rater says of one sub-factor: its pressure today and at the horizon."""

    table = "force_score"
    title = N_("Scores of the forces")
    about = N_("What each rater says of each sub-factor: pressure today and at the horizon.")
    stage = Stage.ATTRACTIVENESS

    rater: RaterKey
    factor: Annotated[
        UUID,
        Label(N_("Sub-factor")),
        Ref("force_factor"),
        Key(),
        Called("subfactor", "subfator", "factor"),
    ]
    today: Annotated[Intensity | None, Label(N_("Today")), Called("hoy", "hoje")] = None
    later: Annotated[Intensity | None, Label(N_("Horizon")), Called("futuro", "horizonte")] = None


class ForceEvidence(Record):
    """A fact behind the scores of a force; two at least for each force."""

    table = "force_evidence"
    title = N_("Evidence of the forces")
    about = N_("Facts behind the scores, each with its source; two at least for each force.")
    stage = Stage.ATTRACTIVENESS

    force: Annotated[Force, Label(N_("Force")), Key(), Called("fuerza", "força")]
    statement: Annotated[
        Name, Label(N_("Evidence")), Key(), Called("evidencia", "evidência", "hecho", "fato")
    ]
    source: SourceText = ""
    year: Annotated[
        int | None, Field(ge=1900, le=2100), Label(N_("Year")), Year(), Called("año", "ano")
    ] = None


class Challenge(Record):
    """What the cluster has to face if it goes on as it does; five at most."""

    table = "challenge"
    title = N_("Challenges")
    about = N_("What the cluster has to face, tied to trends and forces; five at most.")
    stage = Stage.ATTRACTIVENESS

    code: ShortCode = ""
    statement: Annotated[Name, Label(N_("Challenge")), Key(), Called("reto", "desafío", "desafio")]
    why: Annotated[
        LongText,
        Label(N_("Why it is one")),
        Help(N_("What happens if nobody takes it up")),
        Called("por qué", "por quê", "motivo"),
    ] = ""
    trends: Trends = ()
    forces: Annotated[tuple[Force, ...], Label(N_("Forces")), Called("fuerzas", "forças")] = ()
    validated_on: Annotated[
        date | None, Label(N_("Validated on")), Called("validado el", "fecha", "data")
    ] = None
    validated_in: Annotated[
        UUID | None, Label(N_("Validated in")), Ref("meeting"), Called("validado en", "reunión")
    ] = None
