"""Criteria that the method proposes for judging options; a team takes them over and edits them."""

from dataclasses import dataclass

from methodology.options import Axis
from methodology.text import N_


@dataclass(frozen=True)
class Standard:
    """A criterion as proposed: code, name and question as messages, and its axis."""

    code: str
    name: str
    axis: Axis
    question: str
    is_coverage: bool = False


STANDARD = (
    Standard("A1", N_("Market size"), Axis.ATTRACTIVENESS, N_("How large is its market?")),
    Standard("A2", N_("Market growth"), Axis.ATTRACTIVENESS, N_("How fast does it grow?")),
    Standard("A3", N_("Margin"), Axis.ATTRACTIVENESS, N_("How much do those who play it keep?")),
    Standard("A4", N_("Little rivalry"), Axis.ATTRACTIVENESS, N_("How calm is the competition?")),
    Standard(
        "A5", N_("Hard to enter"), Axis.ATTRACTIVENESS, N_("How hard is it for others to follow?")
    ),
    Standard(
        "A6", N_("Fit with trends"), Axis.ATTRACTIVENESS, N_("How well do the trends carry it?")
    ),
    Standard(
        "A7",
        N_("Spill-over"),
        Axis.ATTRACTIVENESS,
        N_("How much do other firms of the cluster gain by it?"),
    ),
    Standard("C1", N_("Firms already there"), Axis.CAPACITY, N_("How many firms play it already?")),
    Standard("C2", N_("Know-how"), Axis.CAPACITY, N_("How much of it do firms know how to do?")),
    Standard("C3", N_("Resources"), Axis.CAPACITY, N_("How far do people, plant and money reach?")),
    Standard("C4", N_("Access to buyers"), Axis.CAPACITY, N_("How well are its buyers reached?")),
    Standard(
        "C5",
        N_("Coverage of the diamond"),
        Axis.CAPACITY,
        N_("How much of the environment that it needs is there?"),
        is_coverage=True,
    ),
)
