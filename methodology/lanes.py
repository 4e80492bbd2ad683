"""Where each actor is drawn: lanes by link of the chain, institutions in bands around them.

Computed, not simulated: the same project gives the same map on every machine. Lengths are in
units of a canvas that a figure scales as a whole; y grows downwards.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from math import ceil
from uuid import UUID

from methodology.boxes import Box, Side
from methodology.headings import (
    EDGE,
    RULE,
    Heading,
    headings,
    side_by_side,
    title_lines,
    title_needs,
)

WIDTH, HEIGHT = 1100.0, 600.0
TEXT = 16.0  # size of the texts that will be written
GAP = 14.0  # between lanes side by side
NAMES = {Side.CHAIN: 1.3}  # room beneath the columns, of the text: for the names of last actors
BENEATH = 0.4  # and beneath bands: for air
WIDEST, NARROWEST = 34.0, 4.0  # distance between neighbours in a lane: more brings nothing
ROWS, CLOSE = 6, 20.0  # rows of a column to come closer for, and how close at most
SWEEPS = 4


@dataclass(frozen=True)
class Place:
    """A point of the canvas."""

    x: float
    y: float


@dataclass(frozen=True)
class Lane:
    """The rectangle that a box's actors stand in, with the lines of its title.

    The title stands above its `rule`, or under it where titles above would be too wide.
    """

    box: Box
    left: float
    top: float
    width: float
    height: float
    title: tuple[str, ...] = ()
    rule: float = 0.0
    is_under: bool = False

    @property
    def is_column(self) -> bool:
        """Say whether actors stand below each other, in a link of the chain."""
        return self.box.side == Side.CHAIN


@dataclass(frozen=True)
class LaneMap:
    """A drawn map: places of actors by id, lanes with their titles, size of the canvas.

    `pitch` is the least distance between two actors: a mark no wider than it overlaps none.
    """

    width: float
    height: float
    pitch: float
    places: Mapping[UUID, Place]
    lanes: tuple[Lane, ...]


@dataclass(frozen=True)
class _Canvas:
    """The space there is, the size of the texts and the titles that need their part of it."""

    width: float
    height: float
    text: float
    titles: Mapping[str, str] = field(default_factory=dict)
    is_cutting: bool = False

    @property
    def gap(self) -> float:
        """The distance between lanes side by side."""
        return max(GAP, 0.5 * self.text)

    def beneath(self, side: Side) -> float:
        """Return the height of the names beneath a row of lanes."""
        return self.text * NAMES.get(side, BENEATH)

    def headings(self, side: Side) -> tuple[Heading, ...]:
        """Return the ways to set the titles of a row of lanes, the lowest first."""
        return headings(side, is_cutting=self.is_cutting or not self.titles)

    def room(self, boxes: Sequence[Box]) -> float:
        """Return the width that boxes side by side can share, gaps left out."""
        return self.width - self.gap * (len(boxes) - 1)

    def widths(
        self, boxes: Sequence[Box], rows: int, pitch: float, heading: Heading
    ) -> list[float] | None:
        """Return the least widths of boxes with so many rows of actors, None if too wide."""
        share = self.room(boxes) / max(1, len(boxes))
        named = [self.titles.get(box.key, "") for box in boxes]
        titles = title_needs(named, heading, self.text, share)
        needs = [max(pitch, ceil(len(box.actors) / rows) * pitch) for box in boxes]
        found = side_by_side(needs, titles, heading.tiers, self.gap)
        return found if sum(found) <= self.room(boxes) + 1e-6 else None


def lane_map(
    boxes: Sequence[Box],
    relations: Iterable[tuple[UUID, UUID]],
    width: float = WIDTH,
    height: float = HEIGHT,
    text: float = TEXT,
    *,
    titles: Mapping[str, str] | None = None,
    heads: Collection[UUID] = (),
) -> LaneMap:
    """Place every actor of the boxes; neighbours in the network come near each other.

    `titles` by key of the box get room to be read whole; `heads` stand last in their column,
    where their names can be read. Order within a lane follows the mean place of an actor's
    neighbours (barycentre heuristic, Sugiyama, Tagawa and Toda 1981), swept a fixed number of
    times over all lanes.
    """
    canvas = _Canvas(width, height, text, titles or {})
    if not _fits(boxes, NARROWEST, canvas):
        canvas = replace(canvas, is_cutting=True)
    pitch = _pitch(boxes, canvas)
    lanes = _lanes(boxes, pitch, canvas)
    slots = [_slots(lane, pitch) for lane in lanes]
    order = [[actor.id for actor in lane.box.actors] for lane in lanes]
    places = dict(zip(chain(*order), chain(*slots), strict=True))
    neighbours = _neighbours(places, relations)
    for _ in range(SWEEPS):
        for lane, spots in zip(lanes, slots, strict=True):
            places.update(zip(_ordered(lane, places, neighbours), spots, strict=True))
    for lane, spots in zip(lanes, slots, strict=True):
        if lane.is_column:
            places.update(zip(_heads_last(lane, places, spots, heads), spots, strict=True))
    return LaneMap(width, height, pitch, places, lanes)


def _neighbours(
    places: Mapping[UUID, Place], relations: Iterable[tuple[UUID, UUID]]
) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = {key: [] for key in places}
    for one, other in relations:
        if one in found and other in found:
            found[one].append(other)
            found[other].append(one)
    return found


def _pitch(boxes: Sequence[Box], canvas: _Canvas) -> float:
    """Return the widest distance at which all lanes fit, by halving."""
    least, most = NARROWEST, WIDEST
    if _fits(boxes, most, canvas):
        return most
    for _ in range(20):
        middle = (least + most) / 2
        least, most = (middle, most) if _fits(boxes, middle, canvas) else (least, middle)
    return least


def _fits(boxes: Sequence[Box], pitch: float, canvas: _Canvas) -> bool:
    """Say whether the columns, side by side, fit in what the bands leave of the height."""
    return _chain_heading(boxes, pitch, canvas) is not None


def _chain_heading(boxes: Sequence[Box], pitch: float, canvas: _Canvas) -> Heading | None:
    """Return the lowest titles with which the columns fit.

    Actors come closer rather than stand all in one row.
    """
    columns = [box for box in boxes if box.side == Side.CHAIN]
    largest = max((len(box.actors) for box in columns), default=0)
    least = max(1, min(largest, ROWS if pitch > CLOSE else 1))
    free = _free(boxes, pitch, canvas)
    for heading in canvas.headings(Side.CHAIN):
        rows = int((free - heading.height(canvas.text)) / pitch)
        if rows >= least and canvas.widths(columns, rows, pitch, heading) is not None:
            return heading
    return None


def _band(boxes: Sequence[Box], pitch: float, canvas: _Canvas) -> tuple[Heading, int]:
    """Return the titles and the rows with which bands side by side are lowest."""
    most = max((len(box.actors) for box in boxes), default=1) or 1
    for is_cutting in (canvas.is_cutting, True):
        ways = [
            (heading.height(canvas.text) + rows * pitch, place, rows, heading)
            for place, heading in enumerate(
                replace(canvas, is_cutting=is_cutting).headings(boxes[0].side)
            )
            if (rows := _fewest(boxes, most, pitch, canvas, heading))
        ]
        if ways:
            _height, _place, rows, heading = min(ways, key=lambda way: way[:3])
            return heading, rows
    return headings(boxes[0].side, is_cutting=True)[0], most


def _fewest(
    boxes: Sequence[Box], most: int, pitch: float, canvas: _Canvas, heading: Heading
) -> int:
    """Return the fewest rows in which bands fit side by side, 0 when they never do."""
    fitting = (
        rows
        for rows in range(1, most + 1)
        if canvas.widths(boxes, rows, pitch, heading) is not None
    )
    return next(fitting, 0)


def _free(boxes: Sequence[Box], pitch: float, canvas: _Canvas) -> float:
    """Return the height that names and bands leave to the columns and their titles."""
    height = canvas.height - canvas.beneath(Side.CHAIN)
    for side in Side:
        inside = [box for box in boxes if box.side == side]
        if inside and side != Side.CHAIN:
            heading, rows = _band(inside, pitch, canvas)
            height -= heading.height(canvas.text) + rows * pitch + canvas.beneath(side)
    return height


def _lanes(boxes: Sequence[Box], pitch: float, canvas: _Canvas) -> tuple[Lane, ...]:
    """Return the lanes from top to bottom: bands above, columns, auxiliaries, bands below."""
    found: list[Lane] = []
    top = 0.0
    for side in Side:
        inside = [box for box in boxes if box.side == side]
        if not inside:
            continue
        if side == Side.CHAIN:
            fitting = _chain_heading(boxes, pitch, canvas)
            heading = fitting or headings(side, is_cutting=True)[0]
            tall = max(pitch, _free(boxes, pitch, canvas) - heading.height(canvas.text))
        else:
            heading, rows = _band(inside, pitch, canvas)
            tall = rows * pitch
        top += heading.above(canvas.text)
        found += _row_of_lanes(inside, top, tall, pitch, canvas, heading)
        top += tall + canvas.beneath(side) + heading.under(canvas.text)
    return tuple(found)


def _row_of_lanes(
    boxes: Sequence[Box], top: float, tall: float, pitch: float, canvas: _Canvas, heading: Heading
) -> list[Lane]:
    """Return lanes of one height; what is left of the width is shared out evenly."""
    share, inset = canvas.room(boxes) / len(boxes), RULE * canvas.text
    under = top + tall + canvas.beneath(boxes[0].side) + inset
    needs = canvas.widths(boxes, _rows(tall, pitch), pitch, heading) or [share] * len(boxes)
    spare = max(0.0, canvas.room(boxes) - sum(needs)) / len(boxes)
    widths = [need + spare for need in needs]
    lefts = [sum(widths[:place]) + canvas.gap * place for place in range(len(boxes))]
    ends = [*lefts, *[canvas.width + canvas.gap] * heading.tiers]
    return [
        Lane(
            box,
            left,
            top,
            width,
            tall,
            title_lines(
                canvas.titles.get(box.key, ""),
                (ends[place + heading.tiers] - canvas.gap - left) / (canvas.text * EDGE),
                heading.lines,
            ),
            under if place % heading.tiers else top - inset,
            is_under=bool(place % heading.tiers),
        )
        for place, (box, left, width) in enumerate(zip(boxes, lefts, widths, strict=True))
    ]


def _rows(tall: float, pitch: float) -> int:
    return max(1, int(tall / pitch + 1e-9))


def _slots(lane: Lane, pitch: float) -> list[Place]:
    """Return a place for each actor, in the order in which the lane is read, spread evenly."""
    count = len(lane.box.actors)
    if not count:
        return []
    in_row = ceil(count / _rows(lane.height, pitch))
    rows = ceil(count / in_row)
    found = []
    for number in range(count):
        row, column = divmod(number, in_row)
        here = min(in_row, count - row * in_row)
        x = lane.left + lane.width * (column + 0.5) / here
        found.append(Place(x, lane.top + lane.height * (row + 0.5) / rows))
    return found if lane.is_column else sorted(found, key=lambda place: (place.x, place.y))


def _ordered(
    lane: Lane, places: Mapping[UUID, Place], neighbours: Mapping[UUID, list[UUID]]
) -> list[UUID]:
    """Return the lane's actors by the mean place of their neighbours, their own without any."""

    def along(key: UUID) -> float:
        return round(places[key].y if lane.is_column else places[key].x, 6)

    def pull(key: UUID) -> float:
        near = neighbours[key]
        return sum(map(along, near)) / len(near) if near else along(key)

    return sorted((actor.id for actor in lane.box.actors), key=pull)


def _heads_last(
    lane: Lane, places: Mapping[UUID, Place], spots: Sequence[Place], heads: Collection[UUID]
) -> list[UUID]:
    """Return a column's actors as they stand, its heads moved to the middle of the last row."""
    by_place = {places[actor.id]: actor.id for actor in lane.box.actors}
    found = [by_place[spot] for spot in spots]
    last = [key for key in found if key in heads]
    rest = [key for key in found if key not in heads]
    in_last = sum(spot.y == spots[-1].y for spot in spots) if spots else 0
    middle = max(0, len(found) - len(last) - max(0, in_last - len(last)) // 2)
    return [*rest[:middle], *last, *rest[middle:]]
