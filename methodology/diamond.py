"""Porter's diamond: the environment's sub-factors, what there is and what each option needs."""

from typing import Annotated
from uuid import UUID

from methodology.choice import Choice
from methodology.record import Called, Code, Help, Key, Label, LongText, Name, Record, Ref, Text
from methodology.scale import Need, Weight
from methodology.stage import Stage
from methodology.text import N_


class Determinant(Choice):
    """The groups of sub-factors: four determinants, government and chance (Porter 1990)."""

    FACTORS = "FC", N_("Factor conditions")
    DEMAND = "DC", N_("Demand conditions")
    RELATED = "RS", N_("Related and supporting industries")
    STRATEGY = "FS", N_("Strategy, structure and rivalry")
    GOVERNMENT = "GOV", N_("Government")
    CHANCE = "CH", N_("Chance")


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
    evidence: Annotated[LongText, Label(N_("Evidence")), Called("evidencia", "evidência")] = ""


class Ideal(Record):
    """The level of a sub-factor that an option needs, and how much it weighs in it."""

    table = "ideal"
    title = N_("Ideal diamond")
    about = N_("For each option, the level it needs of each sub-factor and its weight.")
    stage = Stage.DIAMOND

    factor: Annotated[
        UUID, Label(N_("Sub-factor")), Ref("diamond_factor"), Key(), Called("subfactor")
    ]
    option: Annotated[
        UUID, Label(N_("Strategic option")), Ref("strategic_option"), Key(), Called("opción")
    ]
    need: Annotated[Need, Label(N_("Ideal")), Called("ideal", "nivel ideal")]
    weight: Annotated[Weight, Label(N_("Weight")), Called("peso", "ponderación")] = 3
