"""Porter's diamond: the environment's sub-factors, what there is and what each option needs."""

from typing import Annotated
from uuid import UUID

from methodology.choice import Choice
from methodology.record import Called, Code, Help, Key, Label, LongText, Name, Record, Ref, Text
from methodology.scale import Exposure, Level, Need, Weight
from methodology.stage import Stage
from methodology.text import N_
from methodology.usual_fields import OptionKey, ReasonText, SubFactorKey


class Determinant(Choice):
    """The groups of sub-factors: four determinants, government and chance (Porter 1990)."""

    FACTORS = "FC", N_("Factor conditions"), N_("Factors")
    DEMAND = "DC", N_("Demand conditions"), N_("Demand")
    RELATED = "RS", N_("Related and supporting industries"), N_("Support")
    STRATEGY = "FS", N_("Strategy, structure and rivalry"), N_("Rivalry")
    GOVERNMENT = "GOV", N_("Government"), N_("Government")
    CHANCE = "CH", N_("Chance"), N_("Chance")

    short: str  # one word for a figure, where the whole name has no room


AXES = (  # of the drawn diamond, clockwise from the top
    Determinant.FACTORS,
    Determinant.DEMAND,
    Determinant.RELATED,
    Determinant.STRATEGY,
)


class Decision(Choice):
    """What the cluster does about a gap."""

    TAKE_ON = "take_on", N_("Taken on together")
    INDIVIDUAL = "individual", N_("Left to each firm")
    NOT_NOW = "not_now", N_("Not now")


class DiamondFactor(Record):
    """One sub-factor of the environment, with the level adopted for today."""

    table = "diamond_factor"
    title = N_("Sub-factors of the diamond")
    about = N_("The environment in parts, each with its level today and the evidence for it.")
    stage = Stage.DIAMOND

    code: Annotated[
        Text, Label(N_("Code")), Code(), Help(N_("Stable: FC1, DC2…")), Called("código")
    ] = ""
    name: Annotated[Name, Label(N_("Sub-factor")), Key(), Called("subfactor", "factor")]
    determinant: Annotated[Determinant, Label(N_("Determinant")), Called("determinante", "grupo")]
    actual: Annotated[
        Level | None,
        Label(N_("Actual level")),
        Help(N_("Of the cluster today, the same for every option; chance has an exposure instead")),
        Called("actual", "nivel actual", "nível atual"),
    ] = None
    exposure: Annotated[
        Exposure | None,
        Label(N_("Exposure")),
        Help(N_("Of chance alone, and never averaged with the levels")),
        Called("exposición", "exposição"),
    ] = None
    evidence: Annotated[LongText, Label(N_("Evidence")), Called("evidencia", "evidência")] = ""
    agreed_in: Annotated[
        UUID | None,
        Label(N_("Agreed in meeting")),
        Ref("meeting"),
        Help(N_("Where a table settled the level together with an expert who also scored it")),
        Called("acordado en", "acordado em"),
    ] = None

    @property
    def is_chance(self) -> bool:
        """Say whether it is scored as an exposure, apart from the levels."""
        return self.determinant == Determinant.CHANCE


class DiamondScore(Record):
    """What one rater says of a sub-factor today: a level, of chance an exposure."""

    table = "diamond_score"
    title = N_("Scores of the actual diamond")
    about = N_("What each rater says of each sub-factor today; chance is scored as an exposure.")
    stage = Stage.DIAMOND

    rater: Annotated[UUID, Label(N_("Rater")), Ref("rater"), Key(), Called("evaluador", "mesa")]
    factor: SubFactorKey
    level: Annotated[
        Level | None, Label(N_("Actual level")), Called("nivel", "nivel actual", "nível atual")
    ] = None
    exposure: Annotated[
        Exposure | None, Label(N_("Exposure")), Called("exposición", "exposição")
    ] = None


class Ideal(Record):
    """The level of a sub-factor that an option needs, and how much it weighs in it."""

    table = "ideal"
    title = N_("Ideal diamond")
    about = N_("For each option, the level it needs of each sub-factor and its weight.")
    stage = Stage.DIAMOND

    factor: SubFactorKey
    option: OptionKey
    need: Annotated[Need, Label(N_("Ideal")), Called("ideal", "nivel ideal")]
    weight: Annotated[Weight, Label(N_("Weight")), Called("peso", "ponderación")] = 3
    reason: ReasonText = ""


class GapDecision(Record):
    """What the cluster decided about the gap of one sub-factor in one option."""

    table = "gap_decision"
    title = N_("Decisions on gaps")
    about = N_("For each gap of 2 or more: taken on together, left to each firm or not now.")
    stage = Stage.DIAMOND

    factor: SubFactorKey
    option: OptionKey
    decision: Annotated[Decision, Label(N_("Decision")), Called("decisión", "decisão")]
    reason: ReasonText = ""


class Cost(Choice):
    """How much it costs to close the gaps of an option, in classes."""

    LOW = "low", N_("Low: within what exists")
    MEDIUM = "medium", N_("Medium: projects with co-financing")
    HIGH = "high", N_("High: public investment")


class GapCost(Record):
    """What class of cost it would take to give an option the environment it needs."""

    table = "gap_cost"
    title = N_("Cost of closing the gaps")
    about = N_("For each option, the class of cost of the environment it needs.")
    stage = Stage.DIAMOND

    option: OptionKey
    cost: Annotated[
        Cost, Label(N_("Cost class")), Called("clase de costo", "costo", "classe de custo")
    ]
    reason: ReasonText = ""
