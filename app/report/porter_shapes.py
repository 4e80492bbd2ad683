"""The map of the cluster as editable shapes: the chain in columns, institutions around."""

from collections.abc import Mapping, Sequence
from enum import Enum
from itertools import pairwise

from app.report.markup import cut
from app.report.pen import TWIP, Pen
from app.report.shapes import CENTIMETRE, KNOWN, MISSING, Line, Looks, Place, box, group, line
from methodology.boxes import Side
from methodology.porter import PorterBox, PorterFlow, PorterMap

TALLEST = int(13.6 * CENTIMETRE)
OUTSIDE = int(2.6 * CENTIMETRE)  # what caption and source need on the page
BAND = int(1.75 * CENTIMETRE)
GAP = int(0.9 * CENTIMETRE)
ROW_GAP = int(0.6 * CENTIMETRE)
LANE = int(0.55 * CENTIMETRE)  # over the chain, for each flow that passes over links
PILL = (int(0.75 * CENTIMETRE), int(0.42 * CENTIMETRE))  # the label of a number
HEAD_SIZE = int(0.3 * CENTIMETRE)
LETTERS = 5.2  # letters to the centimetre at the size of names
LINE, HEAD = 0.34, 2.3  # centimetres of a line of names, and of title, count and what is unnamed
THICKEST = 44_450  # EMU: 3.5 points
ROWS = (Side.ABOVE, Side.CHAIN, Side.BENEATH, Side.BELOW)
INSTITUTION = Looks(fill="bg2", outline="accent1")
AUXILIARY = Looks(fill="bg1", outline="accent5")


def draw_map(pen: Pen, drawn: PorterMap) -> None:
    """Write the map as one group of shapes as wide as the page."""
    _ = pen._
    width = pen.room * TWIP
    height = min(TALLEST, pen.paper.tall * TWIP - OUTSIDE)
    places = _places(drawn, width, height)
    largest = max((flow.count for flow in drawn.flows), default=1)
    shapes = [
        *(_flow(pen, drawn, flow, places, largest) for flow in drawn.flows),
        *(_over(pen, flow, places, lane) for lane, flow in enumerate(_leaps(drawn))),
        *(_box(pen, found, places[found.key]) for found in drawn.boxes),
    ]
    pen.shapes(
        group("".join(shapes), width, height), _("Map of the cluster"), _alt(pen, drawn), height
    )


def undrawn(pen: Pen, drawn: PorterMap) -> str:
    """Name the flows that have no place of their own on the map; empty where all are drawn."""
    _ = pen._
    titles = {found.key: found.title or _(found.label) for found in drawn.boxes}
    told = [
        f"{titles[flow.source]} – {titles[flow.target]} ({_.number(flow.count)})"
        for flow in drawn.flows
        if _way(drawn, flow) is Way.NONE
    ]
    return _("Not drawn: {flows}.").format(flows="; ".join(told)) if told else ""


class Way(Enum):
    """How a flow is drawn: to the next link, over the links between, to the row beside, not."""

    NEXT = "next"
    OVER = "over"
    BESIDE = "beside"
    NONE = "none"


def _way(drawn: PorterMap, flow: PorterFlow) -> Way:
    rows = [side for side in ROWS if drawn.side(side)]
    sides = {found.key: rows.index(found.side) for found in drawn.boxes}
    columns = [one.key for one in drawn.columns]
    if flow.source in columns and flow.target in columns:
        steps = columns.index(flow.target) - columns.index(flow.source)
        return Way.NEXT if steps == 1 else Way.OVER
    is_beside = abs(sides[flow.source] - sides[flow.target]) == 1
    return Way.BESIDE if is_beside else Way.NONE


def _leaps(drawn: PorterMap) -> list[PorterFlow]:
    """Return the flows that pass over links, the shortest first: it runs lowest."""
    columns = [one.key for one in drawn.columns]
    found = [flow for flow in drawn.flows if _way(drawn, flow) is Way.OVER]
    return sorted(found, key=lambda flow: columns.index(flow.target) - columns.index(flow.source))


def _places(drawn: PorterMap, width: int, height: int) -> dict[str, Place]:
    rows = [side for side in ROWS if drawn.side(side)]
    bands = sum(side is not Side.CHAIN for side in rows)
    lanes = LANE * len(_leaps(drawn))
    chain = height - bands * (BAND + ROW_GAP) - lanes
    places, top = {}, 0
    for side in rows:
        top += lanes if side is Side.CHAIN else 0
        tall = chain if side is Side.CHAIN else BAND
        gap = GAP if side is Side.CHAIN else GAP // 3
        places.update(_row(drawn.side(side), top, tall, width, gap))
        top += tall + ROW_GAP
    return places


def _row(
    found: Sequence[PorterBox], top: int, height: int, width: int, gap: int
) -> dict[str, Place]:
    each = (width - gap * (len(found) - 1)) // len(found)
    return {
        one.key: Place(place * (each + gap), top, each, height) for place, one in enumerate(found)
    }


def _box(pen: Pen, found: PorterBox, place: Place) -> str:
    _ = pen._
    title = found.title or _(found.label)
    narrow = place.width < 3 * CENTIMETRE
    lines = [Line(title, 7.5 if narrow else 9, is_bold=True)]
    if found.missing:
        lines.append(Line(_("Missing link"), 8, is_bold=True, colour="accent2"))
        lines.append(Line(_shortened(found.missing, place, 4), 7.5))
    else:
        actors = _.many("{count} actor", "{count} actors", found.count)
        lines.append(Line(actors, 8, colour="accent2", is_bold=True))
        lines += _names(pen, found, place)
    return box(place, lines, pen.key(), title, _looks(found))


def _looks(found: PorterBox) -> Looks:
    if found.missing:
        return MISSING
    return {Side.CHAIN: KNOWN, Side.BENEATH: AUXILIARY}.get(found.side, INSTITUTION)


def _names(pen: Pen, found: PorterBox, place: Place) -> list[Line]:
    _ = pen._
    if found.side is Side.CHAIN:
        room = int((place.height / CENTIMETRE - HEAD) / LINE)
        shown = found.names[: max(0, room // 2)]
        lines = [Line(_shortened(name, place, 2), 7.5) for name in shown]
        if rest := found.count - len(shown):
            lines.append(Line(_more(pen, rest), 7.5))
        return lines
    return [Line(_joined(pen, found, place), 7.5)] if found.names else []


def _joined(pen: Pen, found: PorterBox, place: Place) -> str:
    """Name as many actors of a band as three lines hold."""
    room = int(place.width / CENTIMETRE * LETTERS * 2) - 14
    named: list[str] = []
    for name in found.names:
        if named and len("; ".join((*named, name))) > room:
            break
        named.append(_shortened(name, place, 2))
    rest = found.count - len(named)
    return "; ".join((*named, _more(pen, rest)) if rest else named)


def _more(pen: Pen, rest: int) -> str:
    _ = pen._
    return _.many("… and {count} more", "… and {count} more", rest)


def _shortened(text: str, place: Place, lines: int) -> str:
    room = max(12, int(place.width / CENTIMETRE * LETTERS * lines))
    return cut(text, room)


def _flow(
    pen: Pen, drawn: PorterMap, flow: PorterFlow, places: Mapping[str, Place], largest: int
) -> str:
    """Return what joins two neighbours: an arrow in the chain, else a line with its number."""
    way = _way(drawn, flow)
    one, other = places[flow.source], places[flow.target]
    name = _name(pen, flow)
    if way is Way.NEXT:
        return _arrow(pen, flow, one, other, largest, name)
    if way is not Way.BESIDE:
        return ""
    weight = max(9_525, THICKEST * flow.count // largest)
    looks = Looks(outline="accent3", weight=weight)
    upper, lower = sorted((one, other), key=lambda place: place.top)
    start, end = (upper.middle, upper.bottom), (_under(upper, lower), lower.top)
    middle = ((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
    return line(start, end, pen.key(), name, looks) + _number(pen, flow, middle, "accent3")


def _under(upper: Place, lower: Place) -> int:
    """Return where a line comes down on a box: straight below its start where that is possible."""
    return min(max(upper.middle, lower.left + GAP), lower.left + lower.width - GAP)


def _over(pen: Pen, flow: PorterFlow, places: Mapping[str, Place], lane: int) -> str:
    """Return a flow between links that are no neighbours: up, over those between, and down."""
    name, looks = _name(pen, flow), Looks(outline="accent2", weight=19_050)
    shift = (lane + 1) * GAP // 3
    one, other = places[flow.source], places[flow.target]
    from_x, to_x = one.middle + shift, other.middle - shift
    height = one.top - lane * LANE - LANE * 2 // 3
    head = Place(to_x - HEAD_SIZE // 2, other.top - HEAD_SIZE, HEAD_SIZE, HEAD_SIZE)
    corners = ((from_x, one.top), (from_x, height), (to_x, height), (to_x, head.top))
    lines = (line(start, end, pen.key(), name, looks) for start, end in pairwise(corners))
    tip = box(head, [], pen.key(), name, Looks(fill="accent2", outline=""), "downArrow")
    return "".join(lines) + tip + _number(pen, flow, ((from_x + to_x) // 2, height), "accent2")


def _number(pen: Pen, flow: PorterFlow, middle: tuple[int, int], colour: str) -> str:
    """Return the number of a flow on a label of its own."""
    wide, tall = PILL
    place = Place(middle[0] - wide // 2, middle[1] - tall // 2, wide, tall)
    words = [Line(pen._.number(flow.count), 7, is_bold=True, colour="background1")]
    return box(place, words, pen.key(), _name(pen, flow), Looks(fill=colour, outline=""))


def _name(pen: Pen, flow: PorterFlow) -> str:
    return pen._("Relations: {count}").format(count=flow.count)


def _arrow(pen: Pen, flow: PorterFlow, one: Place, other: Place, largest: int, name: str) -> str:
    """Return the arrow between neighbouring links, as tall as the flow is large."""
    tall = int(CENTIMETRE * (0.8 + 1.0 * flow.count / largest))
    left = one.left + one.width
    middle = one.top + one.height // 2
    place = Place(left, middle - tall // 2, other.left - left, tall)
    label = [Line(pen._.number(flow.count), 7.5, is_bold=True, colour="background1")]
    looks = Looks(fill="accent2", outline="")
    return box(place, label, pen.key(), name, looks, "rightArrow")


def _alt(pen: Pen, drawn: PorterMap) -> str:
    _ = pen._
    parts = [f"{found.title or _(found.label)}: {_.number(found.count)}" for found in drawn.boxes]
    return (
        _("Links of the chain and institutions with their number of actors.")
        + " "
        + "; ".join(parts)
    )
