"""Which names can be written on the map, and where, so that none lies over a mark or a title."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from methodology.headings import LINE
from methodology.lanes import Lane, LaneMap, Place
from methodology.lettering import ems

NAME = 15.0  # width of a name, of the text: longer ones are cut
TRIED = 60  # actors whose names are tried, at most
AIR = 4.0  # between a mark and its name


@dataclass(frozen=True)
class NamePlace:
    """Where a name stands seen from its mark (bottom, top, right, left), and how it is aligned."""

    side: str
    align: str


@dataclass(frozen=True)
class Area:
    """A rectangle of the canvas."""

    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: "Area") -> bool:
        """Say whether two rectangles have anything in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def name_places(
    lanes: LaneMap,
    names: Sequence[tuple[UUID, str]],
    sizes: Mapping[UUID, float],
    text: float,
    most: int,
) -> dict[UUID, NamePlace]:
    """Return places for at most so many names, tried in their order; those without room go.

    `sizes` are the widths of the marks.
    """
    taken = [mark_area(lanes.places[key], size) for key, size in sizes.items()]
    for lane in lanes.lanes:
        taken += [rule_area(lane), *title_areas(lane, text)]
    found: dict[UUID, NamePlace] = {}
    for key, name in names[:TRIED]:
        if len(found) == most:
            break
        for spot, area in _spots(lanes.places[key], sizes[key], name, text, lanes.width):
            if _is_inside(area, lanes) and not any(map(area.covers, taken)):
                found[key] = spot
                taken.append(area)
                break
    return found


def mark_area(place: Place, size: float) -> Area:
    """Return the rectangle of a mark."""
    half = size / 2
    return Area(place.x - half, place.y - half, place.x + half, place.y + half)


def rule_area(lane: Lane) -> Area:
    """Return the rectangle of the rule between a lane and its title."""
    return Area(lane.left, lane.rule - 1, lane.left + lane.width, lane.rule + 1)


def title_areas(lane: Lane, text: float) -> tuple[Area, ...]:
    """Return the rectangle of a lane's title, none for a lane without one."""
    if not lane.title:
        return ()
    tall = text * LINE * len(lane.title)
    top = lane.rule if lane.is_under else lane.rule - tall
    right = lane.left + text * max(map(ems, lane.title))
    return (Area(lane.left, top, right, top + tall),)


def alignment(x: float, wide: float, width: float) -> str:
    """Return how a name above or under its mark is aligned: in the middle, but for the edges."""
    return "left" if x < wide / 2 else "right" if x > width - wide / 2 else "center"


def _spots(
    place: Place, size: float, name: str, text: float, width: float
) -> Iterator[tuple[NamePlace, Area]]:
    wide, tall, clear = text * min(NAME, ems(name)), 1.05 * text, size / 2 + AIR
    align = alignment(place.x, wide, width)
    left = place.x - {"left": 0, "center": wide / 2, "right": wide}[align]
    for side, top in (("bottom", place.y + clear), ("top", place.y - clear - tall)):
        yield NamePlace(side, align), Area(left, top, left + wide, top + tall)
    top = place.y - tall / 2
    for side, align, left in (
        ("right", "left", place.x + clear),
        ("left", "right", place.x - clear - wide),
    ):
        yield NamePlace(side, align), Area(left, top, left + wide, top + tall)


def _is_inside(area: Area, lanes: LaneMap) -> bool:
    across = area.left >= 0 and area.right <= lanes.width
    return across and area.top >= 0 and area.bottom <= lanes.height
