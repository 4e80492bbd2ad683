"""Annex A2: every round of votes with its rules, who took part and what the ballots came to."""

from app.report.chapters.opening import Subheading, own_source
from app.report.material import Material
from app.report.pen import Pen
from app.report.records import record_grid
from methodology.record import Record
from methodology.rounds import (
    Round,
    RoundCriterion,
    RoundItem,
    RoundPair,
    RoundPledge,
    RoundResult,
    RoundSummary,
    RoundText,
)

TOLD: tuple[type[Record], ...] = (
    Round,
    RoundItem,
    RoundCriterion,
    RoundSummary,
    RoundResult,
    RoundPair,
    RoundText,
    RoundPledge,
)
LEFT_OUT = ("about_table", "about_id")  # the item's own words say it


def rounds_of_votes(pen: Pen, material: Material, subheading: Subheading) -> None:
    """Write the tables of all rounds, or that there were none."""
    _ = pen._
    if not material.rows(Round):
        pen.pending([_("No round of votes has been held in Dínamo yet.")])
    for cls in TOLD:
        if material.rows(cls):
            subheading(_(cls.title))
            columns = ("round", "position", "name") if cls is RoundItem else ()
            grid = record_grid(material, cls, columns=columns, leaving=LEFT_OUT)
            pen.table(grid, own_source(pen))
