"""The five forces as editable shapes: the rivals in the middle, four forces pressing on them."""

from app.report.pen import TWIP, Pen
from app.report.shapes import BARE, CENTIMETRE, KNOWN, Line, Looks, Place, box, group
from methodology.attractiveness import ForceReading, Outlook
from methodology.forces import Force

TALL, GAP = int(2.0 * CENTIMETRE), int(0.8 * CENTIMETRE)
HEIGHT = 3 * TALL + 2 * GAP
PENDING = Looks(fill="bg1", outline="accent1", is_dashed=True)
ARROW = Looks(fill="accent1", outline="")
CELLS = {
    Force.ENTRY: (1, 0),
    Force.SUPPLIERS: (0, 1),
    Force.RIVALRY: (1, 1),
    Force.BUYERS: (2, 1),
    Force.SUBSTITUTES: (1, 2),
}
ARROWS = {
    Force.ENTRY: "downArrow",
    Force.SUPPLIERS: "rightArrow",
    Force.BUYERS: "leftArrow",
    Force.SUBSTITUTES: "upArrow",
}


def draw_forces(pen: Pen, outlook: Outlook, dates: tuple[str, str]) -> None:
    """Write the five forces as one group of shapes as wide as the text; `dates` name both dates."""
    _ = pen._
    width = pen.room * TWIP
    shapes = [_force(pen, one, _cell(CELLS[one.force], width), dates) for one in outlook.forces]
    shapes += [_arrow(pen, force, width) for force in ARROWS]
    shapes.append(_corner(pen, outlook, _cell((0, 0), width)))
    alt = "; ".join(f"{_(one.force.label)}: {_said(pen, one)}" for one in outlook.forces)
    pen.shapes(group("".join(shapes), width, HEIGHT), _("Five forces"), alt, HEIGHT)


def _cell(at: tuple[int, int], width: int) -> Place:
    column, row = at
    each = (width - 2 * GAP) // 3
    return Place(column * (each + GAP), row * (TALL + GAP), each, TALL)


def _force(pen: Pen, one: ForceReading, place: Place, dates: tuple[str, str]) -> str:
    _ = pen._
    name = _(one.force.label)
    lines = [Line(name, 10, is_bold=True)]
    for date, value, colour in ((dates[0], one.today, "text2"), (dates[1], one.later, "accent2")):
        if value is not None:
            lines.append(Line(f"{date}: {_.number(value, 1)}", 10, is_bold=True, colour=colour))
    if len(lines) == 1:
        lines.append(Line(_("Pending"), 9))
    return box(place, lines, pen.key(), name, KNOWN if len(lines) > 2 else PENDING)


def _said(pen: Pen, one: ForceReading) -> str:
    _ = pen._
    values = (one.today, one.later)
    return " → ".join(_.number_if_known(value, 1) for value in values)


def _arrow(pen: Pen, force: Force, width: int) -> str:
    """Return the arrow from a force to the rivals, in the gap between them."""
    place, middle = _cell(CELLS[force], width), _cell(CELLS[Force.RIVALRY], width)
    thick = int(0.55 * CENTIMETRE)
    if place.top == middle.top:
        left = min(place.left, middle.left) + place.width
        spot = Place(left, place.top + (TALL - thick) // 2, GAP, thick)
    else:
        top = min(place.top, middle.top) + TALL
        spot = Place(place.left + (place.width - thick) // 2, top, thick, GAP)
    return box(spot, [], pen.key(), pen._("Pressure"), ARROW, ARROWS[force])


def _corner(pen: Pen, outlook: Outlook, place: Place) -> str:
    """Return what the forces come to, in the free corner."""
    _ = pen._
    values = [one for one in (outlook.today, outlook.later) if one is not None]
    said = " → ".join(_.number(value, 1) for value in values) or _("n/d")
    lines = [Line(_("Attractiveness, 1 to 5"), 9), Line(said, 12, is_bold=True)]
    return box(place, lines, pen.key(), _("Attractiveness, 1 to 5"), BARE, "rect")
