"""Annex A2: every round of votes with its rules, who took part and what the ballots came to."""

from app.report.chapters.opening import Subheading, write_lacks
from app.report.chapters.round_of_votes import round_of_votes
from app.report.material import Material
from app.report.pen import Pen
from methodology.plan import Section
from methodology.sections import held_rounds


def rounds_of_votes(pen: Pen, material: Material, subheading: Subheading) -> None:
    """Write all rounds that were opened, or that there were none."""
    write_lacks(pen, material, Section.BALLOTS)
    for asked in held_rounds(material.snapshot):
        round_of_votes(pen, material, asked, subheading)
