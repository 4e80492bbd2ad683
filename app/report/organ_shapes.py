"""The organ chart as editable shapes: a box for each organ, level by level."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from uuid import UUID

from app.report.markup import cut
from app.report.pen import TWIP, Pen
from app.report.shapes import CENTIMETRE, KNOWN, MISSING, Line, Looks, Place, box, group, line
from methodology.organs import OrganNode

BOX = int(2.6 * CENTIMETRE)
ROW = int(3.5 * CENTIMETRE)
WIDEST = int(5.2 * CENTIMETRE)
GAP = int(0.3 * CENTIMETRE)
LETTERS = 6.5  # letters to the centimetre at the size of names
JOIN = Looks(outline="accent1", weight=12_700)


def draw_organs(pen: Pen, nodes: Sequence[OrganNode], chairs: Mapping[UUID, str]) -> None:
    """Write the organs as one group of shapes as wide as the text."""
    _ = pen._
    width = pen.room * TWIP
    levels = max(node.level for node in nodes) + 1
    height = (levels - 1) * ROW + BOX
    places = _places(nodes, width)
    joins = [
        _join(pen, places[node.parent], places[node.organ.id])
        for node in nodes
        if node.parent in places
    ]
    made = [_box(pen, node, places[node.organ.id], chairs.get(node.organ.id, "")) for node in nodes]
    alt = "; ".join(f"{node.organ.name}: {_people(pen, node)}" for node in nodes)
    pen.shapes(group("".join((*joins, *made)), width, height), _("Organ chart"), alt, height)


def _places(nodes: Sequence[OrganNode], width: int) -> dict[UUID, Place]:
    found: dict[UUID, Place] = {}
    for level in sorted({node.level for node in nodes}):
        row = [node for node in nodes if node.level == level]
        row.sort(key=lambda node: found[node.parent].middle if node.parent in found else 0)
        each = width // len(row)
        wide = min(each - GAP, WIDEST)
        for place, node in enumerate(row):
            left = place * each + (each - wide) // 2
            found[node.organ.id] = Place(left, level * ROW, wide, BOX)
    return found


def _join(pen: Pen, above: Place, below: Place) -> str:
    """Return three straight lines: down, across, down."""
    turn = (above.bottom + below.top) // 2
    corners = (
        (above.middle, above.bottom),
        (above.middle, turn),
        (below.middle, turn),
        (below.middle, below.top),
    )
    return "".join(
        line(start, end, pen.key(), pen._("Reports to"), JOIN)
        for start, end in pairwise(corners)
        if start != end
    )


def _box(pen: Pen, node: OrganNode, place: Place, chair: str) -> str:
    room = int(place.width / CENTIMETRE * LETTERS)
    lines = [
        Line(cut(node.organ.name, 3 * room), 8.5, is_bold=True),
        Line(cut(pen._(node.organ.kind.label), 2 * room), 7),
        Line(_people(pen, node), 7, colour="accent2", is_bold=True),
    ]
    if chair:
        lines.append(Line(cut(chair, 2 * room), 7))
    looks = KNOWN if node.votes or node.members else MISSING
    return box(place, lines, pen.key(), node.organ.name, looks)


def _people(pen: Pen, node: OrganNode) -> str:
    _ = pen._
    if node.votes:
        return _.many("{count} member with a vote", "{count} members with a vote", node.votes)
    if node.members:
        return _.many("{count} member", "{count} members", len(node.members))
    return _("nobody named yet")
