"""Front matter: cover, presentation letter, acknowledgements, acronyms."""

from app.report.markup import run
from app.report.material import Material
from app.report.pen import Pen
from app.report.table import Column, Grid, Row
from methodology.concentration import MOST_CONCENTRATED
from methodology.project import Project
from methodology.record import attribute
from methodology.text import N_

MEASURES = {  # what the plan's own measures are called, and what that is
    N_("HHI"): N_(
        "Herfindahl–Hirschman index: from 0, spread over many, to {most}, all in one hand"
    ),
    N_("IQR"): N_("Interquartile range: how far apart the middle half of the answers lies"),
    "W": N_("Kendall's coefficient of concordance: from 0, no agreement, to 1, full agreement"),
    "Gini": N_("Gini coefficient: from 0, all alike, to 1, all in one hand"),
    "E–I": N_(
        "Krackhardt and Stern's index: from −1, relations only within a type of actor, to 1, only "
        "between types"
    ),
    "Q": N_("Modularity: how much denser relations are within communities than by chance"),
    "Gale": N_("Relative value for the customer after Gale: at 100 the cluster equals its rival"),
    "Copeland": N_("Copeland's rule: the option that beats most others one by one comes first"),
}
PROMOTERS = ("promoter", "executing_entity", "public_counterpart")


def cover_values(material: Material) -> dict[str, str]:
    """Return what stands in place of the anchors of cover, headers and footers."""
    _, project = material.reader, material.project
    return {
        "title": _("Strategic plan"),
        "project": project.name if project else _("Pending"),
        "cluster": _of(material, "cluster"),
        "territory": _of(material, "territory"),
        "version": _("Version {number}").format(number=material.number),
        "date": _.date(material.on),
        "status": _(material.status.label),
        "logo": "",
    }


def promoters(pen: Pen, material: Material) -> None:
    """Write who pays, who carries out and who stands for the public side."""
    for name in PROMOTERS:
        pen.put(run(_labelled(material, name)), "Cover Data")


def presentation(pen: Pen, material: Material) -> None:
    """Write the presentation letter on a page of its own."""
    _ = pen._
    pen.front(_("Presentation"), new_page=True)
    _letter(pen, material.project.presentation if material.project else "")


def acknowledgements(pen: Pen, material: Material) -> None:
    """Write the acknowledgements; a final plan without any does not mention them."""
    _ = pen._
    words = material.project.acknowledgements if material.project else ""
    if words or not material.is_final:
        pen.front(_("Acknowledgements"))
        _letter(pen, words)


def acronyms(pen: Pen, material: Material) -> None:
    """Write the acronyms as a table; a line without a colon stands whole.

    The team's come first, then those of the measures that this plan prints.
    """
    _ = pen._
    lines = (material.project.acronyms if material.project else "").split("\n")
    pairs = [line.partition(":") for line in lines if line.strip()]
    own = [(short.strip(), long.strip()) for short, _colon, long in pairs]
    known = {short for short, _long in own}
    measures = [
        (_(short), _(long).format(most=_.number(MOST_CONCENTRATED)))
        for short, long in MEASURES.items()
        if _(short) not in known and pen.has_used(_(short))
    ]
    if material.is_final and not (own or measures):
        return
    pen.front(_("Acronyms"))
    if not (own or measures):
        pen.pending([_not_written(pen)])
        return
    rows = tuple(Row(pair) for pair in (*own, *measures))
    columns = (Column(_("Acronym")), Column(_("Meaning")))
    pen.plain_table(Grid(columns, rows, _("Acronyms")))


def _of(material: Material, name: str) -> str:
    value = str(getattr(material.project, name, ""))
    return value or _labelled(material, name)


def _labelled(material: Material, name: str) -> str:
    _ = material.reader
    words = str(getattr(material.project, name, "")) or _("Pending")
    return f"{_(attribute(Project, name).label)}: {words}"


def _letter(pen: Pen, words: str) -> None:
    if words:
        pen.text(words)
    else:
        pen.pending([_not_written(pen)])


def _not_written(pen: Pen) -> str:
    _ = pen._
    return _("It is not written yet in the project's data.")
