"""Sections of the stages still to come: present, with what they wait for."""

from app.report.chapters.opening import close_section, open_section
from app.report.material import Material
from app.report.pen import Pen
from methodology.gates import checks
from methodology.plan import Section


def later(pen: Pen, material: Material, section: Section) -> None:
    """Write a section whose stage the team has not come to yet."""
    subheading = open_section(pen, material, section, new_page=_begins(section))
    if not checks(section.stage):
        _ = pen._
        pen.pending(
            [
                _("The stage “{stage}” has not been worked on yet.").format(
                    stage=_(section.stage.label)
                )
            ]
        )
    close_section(pen, material, section, subheading)


def _begins(section: Section) -> bool:
    """Say whether the section opens a page: the first of those to come does."""
    return section == Section.BUSINESS
