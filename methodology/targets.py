"""How good each option wants to be at each purchase-decision factor: its value curve."""

from typing import Annotated

from methodology.choice import Choice
from methodology.record import Called, Help, Label, Record
from methodology.scale import Performance
from methodology.stage import Stage
from methodology.text import N_
from methodology.usual_fields import FactorKey, OptionKey


class Move(Choice):
    """What an option does with a factor (Kim and Mauborgne 2005)."""

    ELIMINATE = "eliminate", N_("Eliminate")
    REDUCE = "reduce", N_("Reduce")
    RAISE = "raise", N_("Raise")
    CREATE = "create", N_("Create")


class OptionTarget(Record):
    """The performance an option aims at in one factor."""

    table = "option_target"
    title = N_("Targets of the options")
    about = N_("For each option, how good it wants to be at each purchase-decision factor.")
    stage = Stage.OPTIONS

    option: OptionKey
    factor: FactorKey
    target: Annotated[Performance, Label(N_("Target")), Called("meta", "objetivo")]
    move: Annotated[
        Move | None,
        Label(N_("Move")),
        Help(N_("Empty: raised or reduced by a point or more follows from target and performance")),
        Called("movimiento", "movimento"),
    ] = None
