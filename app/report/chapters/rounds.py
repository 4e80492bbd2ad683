"""Annex A2: every round of votes with its rules, who took part and what the ballots came to."""

from app.report.chapters.opening import Subheading, own_source
from app.report.chapters.round_of_votes import round_of_votes
from app.report.material import Material
from app.report.pen import Pen
from app.report.records import record_grid
from methodology.record import Record
from methodology.round_results import RoundPair, RoundPledge, RoundResult, RoundSummary, RoundText
from methodology.rounds import Round, RoundCriterion, RoundItem, State

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
    for asked in material.snapshot.all(Round):
        if asked.state is not State.DRAFT:
            round_of_votes(pen, material, asked, subheading)
    for cls in TOLD:
        rows = [one for one in material.rows(cls) if not getattr(one, "is_hidden", False)]
        if rows:
            subheading(_(cls.title))
            columns = ("round", "position", "name") if cls is RoundItem else ()
            grid = record_grid(material, cls, columns=columns, leaving=LEFT_OUT, rows=rows)
            pen.table(grid, own_source(pen))
