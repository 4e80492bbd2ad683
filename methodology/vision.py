"""The vision and the objectives that measure it."""

from typing import Annotated
from uuid import UUID

from methodology.record import Called, Code, Key, Label, Many, Name, Record, Text
from methodology.stage import Stage
from methodology.text import N_


class Objective(Record):
    """A strategic objective that can be measured."""

    table = "objective"
    title = N_("Strategic objectives")
    about = N_("Two to four objectives, each with indicator, baseline and target.")
    stage = Stage.VISION

    code: Annotated[Text, Label(N_("Code")), Code(), Called("código")] = ""
    statement: Annotated[Name, Label(N_("Strategic objective")), Key(), Called("objetivo")]
    options: Annotated[
        tuple[UUID, ...], Label(N_("Options served")), Many("strategic_option"), Called("opciones")
    ] = ()
