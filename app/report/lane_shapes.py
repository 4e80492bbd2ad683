"""Every actor and relation as editable shapes: lanes by link, a mark for each actor.

All relations are one shape and all actors of a type another, so that Word stays quick.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from uuid import UUID

from app.report.markup import cut
from app.report.material import Material
from app.report.pen import TWIP, Pen
from app.report.shapes import (
    BARE,
    CENTIMETRE,
    Line,
    Looks,
    Place,
    box,
    circle,
    drawn_path,
    group,
    polygon,
)
from methodology.boxes import boxes
from methodology.lanes import Lane, LaneMap, lane_map
from methodology.mapping import Actor, ActorKind
from methodology.network import counted_actors

WIDTH, HEIGHT = 1100.0, 500.0  # canvas units; the figure is as wide as the page
MOST_ACTORS = 300
LARGEST = 7.0  # radius of a mark, in canvas units
NAMED = 12
LETTERS = 44  # of a name
SMALL = 7  # points of names and legend: print has nothing smaller
LEGEND = int(1.05 * CENTIMETRE)  # three lines
LETTER = int(0.135 * CENTIMETRE)  # of a name
TALL = int(0.38 * CENTIMETRE)
ACCENTS = 6
FRAME = Looks(fill="", outline="tx2", weight=9_525, strength=25)
TIES = Looks(fill="", outline="tx2", weight=3_175, strength=30)


@dataclass(frozen=True)
class Canvas:
    """The map in canvas units and what one unit is in EMU."""

    drawn: LaneMap
    unit: float
    degrees: Mapping[UUID, int]

    @property
    def size(self) -> Place:
        """The whole canvas, in EMU."""
        return Place(0, 0, self.emu(self.drawn.width), self.emu(self.drawn.height))

    def emu(self, length: float) -> int:
        """Return a length of the canvas in EMU."""
        return round(length * self.unit)

    def point(self, key: UUID) -> tuple[int, int]:
        """Return where an actor stands, in EMU."""
        place = self.drawn.places[key]
        return self.emu(place.x), self.emu(place.y)

    def radius(self, key: UUID) -> int:
        """Return the size of an actor's mark by its relations; marks never overlap."""
        most = max(self.degrees.values(), default=0) or 1
        share = 0.45 + 0.55 * sqrt(self.degrees.get(key, 0) / most)
        return self.emu(min(LARGEST, self.drawn.pitch * 0.42) * share)


def draw_network(pen: Pen, material: Material) -> None:
    """Write the map of all actors as one group of shapes as wide as the page."""
    _ = pen._
    canvas = _canvas(pen, material)
    kinds = _kinds(material, canvas)
    shapes = [
        *(_lane(pen, canvas, lane) for lane in canvas.drawn.lanes),
        _ties(pen, material, canvas),
        *(_marks(pen, canvas, place, kind, keys) for place, (kind, keys) in enumerate(kinds)),
        *_names(pen, material, canvas),
        *_legend(pen, canvas, kinds),
    ]
    width, height = canvas.size.width, canvas.size.height + LEGEND
    alt = _(
        "Actors by link and type; lines are relations. The tables of this section say the same."
    )
    pen.shapes(group("".join(shapes), width, height), _("Network of the cluster"), alt, height)


def _canvas(pen: Pen, material: Material) -> Canvas:
    actors = counted_actors(material.snapshot, material.settings)
    drawn = lane_map(boxes(material.snapshot, actors), list(material.graph.edges), WIDTH, HEIGHT)
    return Canvas(drawn, pen.room * TWIP / WIDTH, dict(material.graph.degree))


def _kinds(material: Material, canvas: Canvas) -> list[tuple[ActorKind | None, list[UUID]]]:
    """Return the actors of each type, types in the method's order."""
    found: dict[ActorKind | None, list[UUID]] = {kind: [] for kind in (*ActorKind, None)}
    for key in canvas.drawn.places:
        actor = material.snapshot.get(Actor, key)
        found[actor.kind if actor else None].append(key)
    return [(kind, keys) for kind, keys in found.items() if keys]


def _lane(pen: Pen, canvas: Canvas, lane: Lane) -> str:
    emu = canvas.emu
    title = lane.box.title or pen._(lane.box.label)
    frame = Place(emu(lane.left), emu(lane.top), emu(lane.width), emu(lane.height))
    tall = int(0.75 * CENTIMETRE) if lane.is_column else int(0.42 * CENTIMETRE)
    above = Place(frame.left, max(0, frame.top - tall), frame.width, tall)
    return box(frame, [], pen.key(), title, FRAME) + box(
        above, [Line(title, 7, is_bold=True)], pen.key(), title, BARE, "rect"
    )


def _ties(pen: Pen, material: Material, canvas: Canvas) -> str:
    path = "".join(
        polygon((canvas.point(one), canvas.point(other)), is_closed=False)
        for one, other in material.graph.edges
    )
    return drawn_path(canvas.size, path, pen.key(), pen._("Relations"), TIES)


def _marks(
    pen: Pen, canvas: Canvas, place: int, kind: ActorKind | None, keys: Sequence[UUID]
) -> str:
    path = "".join(_mark(place, *canvas.point(key), canvas.radius(key)) for key in keys)
    return drawn_path(canvas.size, path, pen.key(), _named(pen, kind), _looks(place))


def _mark(place: int, x: int, y: int, radius: int) -> str:
    """Return the outline of a mark: another form for each type, and again from the sixth on."""
    forms = (
        [(x - radius, y - radius), (x + radius, y - radius), (x + radius, y + radius),
         (x - radius, y + radius)],
        [(x, y - radius), (x + radius, y + radius), (x - radius, y + radius)],
        [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)],
        [(x - radius, y), (x - radius // 2, y - radius), (x + radius // 2, y - radius),
         (x + radius, y), (x + radius // 2, y + radius), (x - radius // 2, y + radius)],
    )  # fmt: skip
    form = place % (len(forms) + 1)
    return circle(x, y, radius) if form == 0 else polygon(forms[form - 1])


def _looks(place: int) -> Looks:
    return Looks(fill=f"accent{place % ACCENTS + 1}", outline="bg1", weight=6_350)


def _named(pen: Pen, kind: ActorKind | None) -> str:
    return pen._(kind.label) if kind else pen._("Type not known")


def _names(pen: Pen, material: Material, canvas: Canvas) -> list[str]:
    """Return the names of the best connected, leaving out what would cover another name."""
    shown: dict[Place, str] = {}
    for key in material.measures.top(NAMED):
        name = material.speaker.name(key)
        for place in _beside(canvas, key, len(cut(name, LETTERS))):
            if not any(_covers(place, other) for other in shown):
                shown[place] = name
                break
    return [
        box(place, [Line(cut(name, LETTERS), SMALL)], pen.key(), name, BARE, "rect")
        for place, name in shown.items()
    ]


def _beside(canvas: Canvas, key: UUID, letters: int) -> list[Place]:
    """Return where the name of an actor may stand: beneath its mark, over it, further off."""
    width = (letters + 2) * LETTER
    (x, y), radius = canvas.point(key), canvas.radius(key)
    left = min(max(0, x - width // 2), canvas.size.width - width)
    tops = (y + radius, y - radius - TALL, y + radius + TALL, y - radius - 2 * TALL)
    fitting = (top for top in tops if 0 <= top <= canvas.size.height - TALL)
    return [Place(left, top, width, TALL) for top in fitting]


def _covers(one: Place, other: Place) -> bool:
    across = one.left < other.left + other.width and other.left < one.left + one.width
    return across and one.top < other.bottom and other.top < one.bottom


def _legend(
    pen: Pen, canvas: Canvas, kinds: Sequence[tuple[ActorKind | None, list[UUID]]]
) -> list[str]:
    """Return a mark and a name for each type, in a row beneath the map."""
    each = canvas.size.width // len(kinds)
    top, radius = canvas.size.height, canvas.emu(5)
    whole = Place(0, 0, canvas.size.width, top + LEGEND)
    made = []
    for place, (kind, _keys) in enumerate(kinds):
        name = _named(pen, kind)
        mark = _mark(place, place * each + radius + canvas.emu(2), top + LEGEND // 2, radius)
        words = Place(place * each + 3 * radius, top, each - 3 * radius, LEGEND)
        made.append(drawn_path(whole, mark, pen.key(), name, _looks(place)))
        made.append(box(words, [Line(name, SMALL)], pen.key(), name, BARE, "rect"))
    return made
