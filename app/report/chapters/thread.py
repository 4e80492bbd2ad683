"""The strategic thread in the plan: each project back to the market, and the loose ends."""

from collections.abc import Iterable

from app.report.chapters.opening import Subheading
from app.report.material import Material
from app.report.pen import Pen
from app.report.table import Column, Grid, Row
from methodology.chain import Element, Rung
from methodology.loose_ends import loose_ends

BASIS = (Rung.AREA, Rung.GAP, Rung.SUCCESS, Rung.OPTION, Rung.FACTOR, Rung.TREND)
SHARES = (22, 9, 15, 12, 12, 16, 14)  # of the width of the page: the project, then what it rests on


def strategic_thread(pen: Pen, material: Material, subheading: Subheading) -> None:
    """Write what each project rests on, and what rests on nothing or leads nowhere."""
    _ = pen._
    if not material.thread.elements:
        return
    subheading(_("Strategic thread"))
    source = _("references that the team declared from trend to project.")
    pen.table(_projects(pen, material), source)
    found = loose_ends(material.snapshot)
    if not found:
        pen.text(_("Everything that was begun rests on something and leads somewhere."))
        return
    rows = tuple(
        Row((_(one.end.label), _.number(len(one.elements)), _titles(pen, one.elements)))
        for one in found
    )
    share = pen.room // 3
    grid = Grid(
        (Column(_("Loose end")), Column(_("Number"), True), Column(_("Elements"))),
        rows,
        _("Loose ends of the strategic thread"),
        widths=(share, pen.room // 9, pen.room - share - pen.room // 9),
    )
    pen.table(grid, source)


def basis(material: Material, element: Element) -> dict[Rung, list[Element]]:
    """Return what an element rests on, kind by kind, from the areas back to the trends."""
    found = material.thread.rests_on(element.id)
    return {rung: [one for one in found if one.rung is rung] for rung in BASIS}


def _projects(pen: Pen, material: Material) -> Grid:
    _ = pen._
    rows = []
    for project in material.thread.on(Rung.PROJECT):
        found = basis(material, project)
        cells = (", ".join(one.short for one in found[rung]) or "–" for rung in BASIS)
        rows.append(Row((project.title, *cells)))
    widths = [share * pen.room // 100 for share in SHARES]
    return Grid(
        (Column(_(Rung.PROJECT.label)), *(Column(_(rung.label)) for rung in BASIS)),
        tuple(rows),
        _("What each project rests on"),
        widths=tuple(widths),
    )


def _titles(pen: Pen, elements: Iterable[Element]) -> str:
    return pen._.join([one.title for one in elements])
