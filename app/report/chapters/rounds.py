"""Annex A2: every round of votes with its rules, who took part and what the ballots came to."""

from app.report.chapters.opening import Subheading
from app.report.chapters.round_of_votes import round_of_votes
from app.report.material import Material
from app.report.pen import Pen
from methodology.rounds import Round, State


def rounds_of_votes(pen: Pen, material: Material, subheading: Subheading) -> None:
    """Write all rounds that were opened, or that there were none."""
    _ = pen._
    held = [one for one in material.snapshot.all(Round) if one.state is not State.DRAFT]
    if not held:
        pen.pending([_("No round of votes has been held in Dínamo yet.")])
    for asked in held:
        round_of_votes(pen, material, asked, subheading)
