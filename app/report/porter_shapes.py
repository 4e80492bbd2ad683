"""The map of the cluster as editable shapes: the chain in columns, institutions around."""

from collections.abc import Mapping, Sequence

from app.report.pen import TWIP, Pen
from app.report.shapes import CENTIMETRE, Line, Looks, Place, box, group, line
from methodology.boxes import Side
from methodology.porter import PorterBox, PorterFlow, PorterMap

TALLEST = int(13.6 * CENTIMETRE)
OUTSIDE = int(2.6 * CENTIMETRE)  # what caption and source need on the page
BAND = int(1.75 * CENTIMETRE)
GAP = int(0.9 * CENTIMETRE)
ROW_GAP = int(0.6 * CENTIMETRE)
LETTERS = 5.2  # letters to the centimetre at the size of names
LINE, HEAD = 0.34, 2.3  # centimetres of a line of names, and of title, count and what is unnamed
THICKEST = 44_450  # EMU: 3.5 points
ROWS = (Side.ABOVE, Side.CHAIN, Side.BENEATH, Side.BELOW)
LINK = Looks(fill="bg1", outline="accent1", weight=19_050)
INSTITUTION = Looks(fill="bg2", outline="accent1")
AUXILIARY = Looks(fill="bg1", outline="accent5")
MISSING = Looks(fill="bg1", outline="accent2", is_dashed=True)


def draw_map(pen: Pen, drawn: PorterMap) -> None:
    """Write the map as one group of shapes as wide as the page."""
    _ = pen._
    width = pen.room * TWIP
    height = min(TALLEST, pen.paper.tall * TWIP - OUTSIDE)
    places = _places(drawn, width, height)
    largest = max((flow.count for flow in drawn.flows), default=1)
    shapes = [
        *(_flow(pen, drawn, flow, places, largest) for flow in drawn.flows),
        *(_box(pen, found, places[found.key]) for found in drawn.boxes),
    ]
    pen.shapes(
        group("".join(shapes), width, height), _("Map of the cluster"), _alt(pen, drawn), height
    )


def _places(drawn: PorterMap, width: int, height: int) -> dict[str, Place]:
    rows = [side for side in ROWS if drawn.side(side)]
    bands = sum(side is not Side.CHAIN for side in rows)
    chain = height - bands * (BAND + ROW_GAP)
    places, top = {}, 0
    for side in rows:
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
    return {Side.CHAIN: LINK, Side.BENEATH: AUXILIARY}.get(found.side, INSTITUTION)


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
    return text if len(text) <= room else text[: room - 1].rstrip() + "…"


def _flow(
    pen: Pen, drawn: PorterMap, flow: PorterFlow, places: Mapping[str, Place], largest: int
) -> str:
    columns = [one.key for one in drawn.columns]
    one, other = places[flow.source], places[flow.target]
    name = pen._("Relations: {count}").format(count=flow.count)
    if flow.source in columns and flow.target in columns:
        steps = columns.index(flow.target) - columns.index(flow.source)
        return _arrow(pen, flow, one, other, largest, name) if steps == 1 else ""
    weight = max(9_525, THICKEST * flow.count // largest)
    looks = Looks(outline="accent3", weight=weight)
    upper, lower = sorted((one, other), key=lambda place: place.top)
    if upper.top == lower.top:
        return ""
    return line((upper.middle, upper.bottom), (lower.middle, lower.top), pen.key(), name, looks)


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
