"""The map of the cluster as an ECharts option: lanes drawn where the method places them.

ECharts shows texts literally, and tooltips are drawn as text, so people's words stay words.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.i18n import Reader
from app.look import FONT, WORK, Mode, Tokens, mark, tokens
from methodology.boxes import BANDS, Box, Side
from methodology.headings import LINE
from methodology.lanes import Lane, LaneMap
from methodology.lettering import ems
from methodology.mapping import Actor, ActorKind
from methodology.name_places import AIR, NAME, NamePlace, alignment, name_places

LEAST, LARGEST = 9, 30  # px of a mark
NAMED = 10  # names that are shown at the size of work where there is room; fewer in larger type
ENTRY = 2.2  # width of an entry of the legend beside its letters, in ems
LEGEND, BETWEEN = 1.3, 0.8  # height of a line of the legend, and from one to the next, in ems
SIDE = 0.7  # width of a mark of the legend, in ems
THIN = 60  # relations from which their lines get fainter
CURVE = 0.06  # of a relation, so that those along a row part
SYMBOLS = {  # for shapes that ECharts draws larger than their size, or beside their place
    "arrow": "path://M0,1L10,1L5,10Z",
    "pin": "path://M3,0H7V3H10V7H7V10H3V7H0V3H3Z",
}
Option = dict[str, Any]


@dataclass(frozen=True)
class Mapped:
    """What the map shows: actors in order, their relations, and a size for each (any unit)."""

    lanes: LaneMap
    actors: Sequence[Actor]
    relations: Sequence[tuple[UUID, UUID]]
    sizes: Mapping[UUID, float | None]


def lane_titles(boxes: Iterable[Box], reader: Reader) -> dict[str, str]:
    """Return what stands over each box, by its key: how many are in it, and its name."""
    return {
        box.key: f"{reader.number(len(box.actors))} {box.title or reader(box.label)}"
        for box in boxes
    }


def legend_height(boxes: Iterable[Box], reader: Reader, width: float, px: int) -> float:
    """Return the height, in px, of the legend under a map of this width."""
    found = [*boxes]
    if beside_title(found, reader, width, px):
        return 0
    rows, left = 0, width
    for kind in _in_legend(found):
        entry = _entry(kind, reader, px)
        left += entry
        if left > width:
            rows, left = rows + 1, entry
    return px * (LEGEND * rows + BETWEEN * max(0, rows - 1))


def beside_title(boxes: Sequence[Box], reader: Reader, width: float, px: int) -> Box | None:
    """Return the band whose title has the legend at its right, None where that has no room.

    It is the only one with mixed types and has a row of the map for itself.
    """
    mixed = _mixed(boxes)
    if len(mixed) != 1 or mixed[0].side == Side.CHAIN:
        return None
    (found,) = mixed
    title = ems(lane_titles([found], reader)[found.key]) * px
    wide = title + sum(_entry(kind, reader, px) for kind in _in_legend(boxes))
    is_alone = sum(box.side == found.side for box in boxes) == 1
    return found if is_alone and wide <= width else None


def _entry(kind: ActorKind | None, reader: Reader, px: int) -> float:
    """Return the width of an entry of the legend, in px."""
    return px * (ems(_name(kind, reader)) + ENTRY)


def network_option(
    mapped: Mapped,
    reader: Reader,
    mode: Mode = "light",
    px: int = WORK,
    named: int | None = None,
) -> Option:
    """Return the option of the map; nodes stand in the order of `mapped.actors`, titles after.

    So the index of a selected node below the number of actors is that of an actor.
    """
    present = {actor.kind for actor in mapped.actors}
    kinds = [kind for kind in (*ActorKind, None) if kind in present]
    count = NAMED * WORK // px if named is None else named
    look = tokens(mode)
    boxes = [lane.box for lane in mapped.lanes.lanes]
    keyed = beside_title(boxes, reader, mapped.lanes.width, px)
    entries = _in_legend(boxes)
    return {
        "animation": False,
        "textStyle": {"fontFamily": FONT, "fontSize": px - 1, "color": look.ink},
        "tooltip": {"renderMode": "richText", **_bubble(look, px)},
        "legend": _legend([] if keyed else entries, reader, mode, px),
        "series": [
            {
                **_series(mapped, look),
                "bottom": round(legend_height(boxes, reader, mapped.lanes.width, px)),
                "categories": [_category(kind, reader, mode) for kind in kinds],
                "data": [
                    *_actor_nodes(mapped, kinds, reader, look, px, count),
                    *_frame_nodes(mapped.lanes, look, px),
                    *(_key_nodes(mapped.lanes, keyed, entries, reader, mode, px) if keyed else ()),
                ],
                "links": [*_links(mapped), *_rules(mapped)],
            }
        ],
    }


def _series(mapped: Mapped, look: Tokens) -> Option:
    """Return how the graph is drawn and how it answers the pointer."""
    return {
        "type": "graph",
        "layout": "none",
        "preserveAspect": "contain",
        "left": 0,
        "right": 0,
        "top": 0,
        "roam": True,
        "lineStyle": {
            "color": look.faint,
            "width": 1,
            "opacity": _opacity(mapped),
            "curveness": CURVE,
        },
        "emphasis": {
            "focus": "adjacency",
            "lineStyle": {"color": look.copper, "width": 2, "opacity": 1},
            "label": {"show": True},
        },
        "blur": {"itemStyle": {"opacity": 0.3}, "lineStyle": {"opacity": 0.03}},
        "labelLayout": {"hideOverlap": True},
        "select": {"itemStyle": {"borderColor": look.copper, "borderWidth": 3}},
        "selectedMode": "single",
    }


def _opacity(mapped: Mapped) -> float:
    """Return how opaque a relation is drawn: fainter, the more there are."""
    return round(0.55 * math.pow(min(1.0, THIN / max(1, len(mapped.relations))), 0.58), 3)


def _bubble(look: Tokens, px: int) -> Option:
    return {
        "backgroundColor": look.ink,
        "borderWidth": 0,
        "textStyle": {"color": look.background, "fontSize": px},
    }


def _in_legend(boxes: Iterable[Box]) -> list[ActorKind | None]:
    """Return the types that no title tells: those that share a link of the chain with others."""
    mixed = {actor.kind for box in _mixed(boxes) for actor in box.actors}
    return [kind for kind in (*ActorKind, None) if kind in mixed]


def _mixed(boxes: Iterable[Box]) -> list[Box]:
    """Return the links of the chain in which several types work."""
    return [
        box
        for box in boxes
        if box.kind not in BANDS and len({actor.kind for actor in box.actors}) > 1
    ]


def _legend(kinds: Sequence[ActorKind | None], _: Reader, mode: Mode, px: int) -> Option:
    side = round(SIDE * px)
    return {
        "show": bool(kinds),
        "bottom": 0,
        "left": 0,
        "padding": 0,
        "itemWidth": side,
        "itemHeight": side,
        "itemGap": round(BETWEEN * px),
        "textStyle": {"fontSize": px - 1, "color": tokens(mode).ink},
        "data": [{"name": _name(kind, _), "icon": _symbol(mark(kind, mode)[1])} for kind in kinds],
    }


def _symbol(shape: str) -> str:
    return SYMBOLS.get(shape, shape)


def _category(kind: ActorKind | None, _: Reader, mode: Mode) -> Option:
    colour, shape = mark(kind, mode)
    return {"name": _name(kind, _), "symbol": _symbol(shape), "itemStyle": {"color": colour}}


def _name(kind: ActorKind | None, _: Reader) -> str:
    return _(kind.label) if kind else _("No type")


def _actor_nodes(
    mapped: Mapped,
    kinds: Sequence[ActorKind | None],
    reader: Reader,
    look: Tokens,
    px: int,
    named: int,
) -> list[Option]:
    """Return a node for each actor, sized by the root of its measure, the largest with a name."""
    sizes = _mark_sizes(mapped)
    ranked = sorted(mapped.actors, key=lambda actor: -(mapped.sizes.get(actor.id) or 0.0))
    names = [(actor.id, actor.name) for actor in ranked]
    places = name_places(mapped.lanes, names, sizes, px - 1, named)
    nodes = []
    for number, actor in enumerate(mapped.actors):
        place = mapped.lanes.places[actor.id]
        nodes.append(
            {
                "id": str(number),
                "name": actor.name,
                "value": _name(actor.kind, reader),
                "x": round(place.x, 2),
                "y": round(place.y, 2),
                "category": kinds.index(actor.kind),
                "symbolSize": round(sizes[actor.id], 1),
                "itemStyle": {"borderColor": look.background, "borderWidth": 1},
                "label": _label(actor, places.get(actor.id), mapped.lanes, look, px),
            }
        )
    return nodes


def _mark_sizes(mapped: Mapped) -> dict[UUID, float]:
    """Return the width of each mark, by the root of its measure; none wider than its place."""
    values = {actor.id: mapped.sizes.get(actor.id) or 0.0 for actor in mapped.actors}
    most = max(values.values(), default=0.0) or 1.0
    widest = max(LEAST / 2, min(LARGEST, mapped.lanes.pitch - 1))
    least = min(LEAST, widest * 0.55)
    return {
        key: least + (widest - least) * math.sqrt(value / most) for key, value in values.items()
    }


def _label(actor: Actor, spot: NamePlace | None, lanes: LaneMap, look: Tokens, px: int) -> Option:
    """Return the name of an actor: where it has room, else beneath while pointed at."""
    wide = px * min(NAME, ems(actor.name))
    align = alignment(lanes.places[actor.id].x, wide, lanes.width)
    found = spot or NamePlace("bottom", align)
    return {
        "show": spot is not None,
        "position": found.side,
        "align": found.align,
        "distance": AIR,
        "fontSize": px - 1,
        "color": look.ink,
        "textBorderColor": look.background,
        "textBorderWidth": 3,
        "width": NAME * px,
        "overflow": "truncate",
    }


def _frame_nodes(lanes: LaneMap, look: Tokens, px: int) -> list[Option]:
    """Return what frames the actors: the corners of the canvas, each lane's title and its rule."""
    found = [_point("corner-0", 0, 0), _point("corner-1", lanes.width, lanes.height)]
    for number, lane in enumerate(lanes.lanes):
        found += [
            _title(f"title-{number}", lane, look, px),
            _point(f"rule-{number}-0", lane.left, lane.rule),
            _point(f"rule-{number}-1", lane.left + lane.width, lane.rule),
        ]
    return found


def _title(key: str, lane: Lane, look: Tokens, px: int) -> Option:
    """Return the title of a lane."""
    found = _words(key, lane.left, lane.rule + (3 if lane.is_under else -2), look, px)
    found["name"] = "\n".join(lane.title)
    found["label"] |= {
        "verticalAlign": "top" if lane.is_under else "bottom",
        "fontWeight": 600,
        "color": look.copper_text if lane.box.is_missing else look.soft,
    }
    return found


def _words(key: str, x: float, y: float, look: Tokens, px: int) -> Option:
    """Return words on an invisible mark, larger than any, so that no name hides them."""
    size = LARGEST + 2
    return {
        **_point(key, x, y),
        "symbolSize": size,
        "label": {
            "show": True,
            "position": [size / 2, size / 2],
            "align": "left",
            "fontSize": px - 1,
            "lineHeight": round(LINE * (px - 1)),
            "textBorderColor": look.background,
            "textBorderWidth": 3,
        },
    }


def _key_nodes(
    lanes: LaneMap,
    box: Box,
    kinds: Sequence[ActorKind | None],
    reader: Reader,
    mode: Mode,
    px: int,
) -> list[Option]:
    """Return the legend at the right of a lane's title: a mark and a name for each type."""
    lane, look = next(lane for lane in lanes.lanes if lane.box is box), tokens(mode)
    x = lane.left + px * (max(map(ems, lane.title), default=0) + ENTRY - SIDE)
    y = lane.rule - 2 - LINE * (px - 1) / 2
    found: list[Option] = []
    for number, kind in enumerate(kinds):
        colour, shape = mark(kind, mode)
        found += [
            {
                **_point(f"key-{number}", x, y),
                "symbol": _symbol(shape),
                "symbolSize": round(SIDE * px),
                "itemStyle": {"color": colour},
                "blur": {"itemStyle": {"opacity": 1}},
            },
            {
                **_words(f"kind-{number}", x + SIDE * px, y, look, px),
                "name": _name(kind, reader),
            },
        ]
        found[-1]["label"] |= {"verticalAlign": "middle", "color": look.ink}
        x += _entry(kind, reader, px)
    return found


def _point(key: str, x: float, y: float) -> Option:
    """Return an invisible node that cannot be pointed at."""
    return {
        "id": key,
        "name": "",
        "x": round(x, 2),
        "y": round(y, 2),
        "symbolSize": 0.01,
        "itemStyle": {"color": "none"},
        "label": {"show": False},
        "tooltip": {"show": False},
        "blur": {"label": {"opacity": 1}},
    }


def _links(mapped: Mapped) -> list[Option]:
    numbers = {actor.id: str(number) for number, actor in enumerate(mapped.actors)}
    return [
        {"source": numbers[one], "target": numbers[other]}
        for one, other in mapped.relations
        if one in numbers and other in numbers
    ]


def _rules(mapped: Mapped) -> list[Option]:
    """Return the hairline beneath each title."""
    return [
        {
            "source": f"rule-{number}-0",
            "target": f"rule-{number}-1",
            "lineStyle": {"opacity": 1, "width": 1, "curveness": 0},
            "tooltip": {"show": False},
            "blur": {"lineStyle": {"opacity": 1}},
        }
        for number in range(len(mapped.lanes.lanes))
    ]
