"""Sections of the stages still to come: present, with what they wait for; and the summary."""

from app.report.chapters.characterization import figures_source, headline_grid
from app.report.chapters.opening import (
    close_section,
    missing,
    open_section,
    title_of,
)
from app.report.material import Material
from app.report.pen import Pen
from methodology.gates import checks
from methodology.plan import Section
from methodology.scope import Scope

HEADLINES = 5
WORKED = (Section.PROCESS, Section.SCOPE, Section.MAPPING, Section.CHARACTERIZATION)


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


def summary(pen: Pen, material: Material) -> None:
    """Write the executive summary as far as there is something to sum up."""
    _ = pen._
    subheading = open_section(pen, material, Section.SUMMARY)
    scope = material.snapshot.one(Scope)
    if scope and scope.statement:
        subheading(_("What the cluster is"))
        pen.text(scope.statement)
    grid = headline_grid(pen, material, HEADLINES)
    if grid.rows:
        subheading(_("The cluster in figures"))
        pen.table(grid, figures_source(pen))
    waiting = _waiting(material)
    if waiting:
        subheading(_("What this version still lacks"))
        pen.pending(title_of(section, pen) for section in waiting)


def _waiting(material: Material) -> list[Section]:
    """Return the numbered sections that are not complete."""
    return [
        section
        for section in Section
        if section.number
        and not section.is_annex
        and (not checks(section.stage) or missing(material, section.stage))
    ]


def _begins(section: Section) -> bool:
    """Say whether the section opens a page: the first of those to come does."""
    return section == Section.BUSINESS
