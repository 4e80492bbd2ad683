"""The organ chart: a box for each organ, level by level, with who votes and who chairs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import plotly.graph_objects as go

from app.charts.template import PAGE, POSTER, Style, figure, in_room, room_of, told
from app.look import PROJECTOR
from methodology.organs import OrganNode

ROW = 6.4  # height of a level in ems
GAP = 0.02  # between boxes, of the width
AIR = 6  # px between the edge of a box and its texts
TALL = 0.43  # half the height of a box, of its level
LEAST, LINES, LINE = 2, 3, 1.3  # lines of a name, and the height of one in ems


@dataclass(frozen=True)
class Box:
    """Where an organ stands: its middle and half its width, in parts of the figure's width."""

    middle: float
    half: float
    level: int


def organ_chart(nodes: Sequence[OrganNode], chairs: Mapping[UUID, str], style: Style) -> go.Figure:
    """Return the organs from the top down; `chairs` says by organ who leads it."""
    places = boxes(nodes)
    levels = max((node.level for node in nodes), default=0) + 1
    made = figure(style, levels * ROW * style.px)
    made.add_scatter(x=[0], y=[0], mode="markers", marker={"opacity": 0}, hoverinfo="skip")
    for node in nodes:
        if node.parent in places:
            _join(made, places[node.parent], places[node.organ.id], style)
    for node in nodes:
        chair = chairs.get(node.organ.id, "")
        _draw(made, node, places[node.organ.id], chair, _room(levels, style), style)
    made.update_xaxes(visible=False, range=[0, 1])
    made.update_yaxes(visible=False, range=[levels - 0.55, -0.45])
    return made


def boxes(nodes: Sequence[OrganNode]) -> dict[UUID, Box]:
    """Return the place of each organ: those of a level share the width, children near parents."""
    found: dict[UUID, Box] = {}
    for level in sorted({node.level for node in nodes}):
        row = [node for node in nodes if node.level == level]
        row.sort(key=lambda node: found[node.parent].middle if node.parent in found else 0.0)
        each = 1 / len(row)
        half = min(each / 2 - GAP / 2, 0.17)
        for place, node in enumerate(row):
            found[node.organ.id] = Box((place + 0.5) * each, half, level)
    return found


def _join(made: go.Figure, above: Box, below: Box, style: Style) -> None:
    """Draw a line that leaves downward, turns half way and arrives from above."""
    turn = (above.level + TALL + below.level - TALL) / 2
    path = (
        f"M {above.middle} {above.level + TALL} L {above.middle} {turn} "
        f"L {below.middle} {turn} L {below.middle} {below.level - TALL}"
    )
    made.add_shape(type="path", path=path, line={"color": style.look.iron, "width": 1.5})


def _room(levels: int, style: Style) -> int:
    """Return how many lines a box holds: on the projector the levels share what there is."""
    row = min(ROW, POSTER / levels) if style.px >= PROJECTOR else ROW
    return max(2, int((2 * TALL * row + 0.3) / LINE))


def _draw(made: go.Figure, node: OrganNode, box: Box, chair: str, room: int, style: Style) -> None:
    _, look = style.reader, style.look
    is_empty = not node.votes and not node.members
    made.add_shape(
        type="rect",
        x0=box.middle - box.half,
        x1=box.middle + box.half,
        y0=box.level - TALL,
        y1=box.level + TALL,
        fillcolor=look.background,
        line={
            "color": look.copper if is_empty else look.iron,
            "width": 2,
            "dash": "dash" if is_empty else "solid",
        },
    )
    lines = _lines(node, 2 * (box.half * PAGE - AIR), chair, room, style)
    whole = [node.organ.name, _(node.organ.kind.label), _people(node, style), chair]
    made.add_annotation(
        x=box.middle,
        y=box.level,
        text="<br>".join(lines),
        font={"size": style.px - 1},
        **told(" · ".join(filter(None, whole)), [line.removesuffix("</b>") for line in lines]),
    )


def _lines(node: OrganNode, width: float, chair: str, room: int, style: Style) -> list[str]:
    """Return the name, who votes and, while there is room, who chairs and the kind."""
    _, size = style.reader, style.px - 1
    most = min(LINES, max(LEAST, room - 1 - bool(chair)))
    name = in_room(node.organ.name, width, size, most, is_bold=True)
    people = _people(node, style)
    if room_of(people, size) > width:
        people = _people(node, style, is_short=True)
    found = [f"<b>{line}</b>" for line in name]
    found += in_room(people, width, size, max(1, room - len(found)))
    if chair and len(found) < room:
        found += in_room(chair, width, size, min(LEAST, room - len(found)))
    kind = _(node.organ.kind.label)
    if len(name) == 1 and len(found) < room and kind != node.organ.name:
        found[1:1] = in_room(kind, width, size, 1)
    return found


def _people(node: OrganNode, style: Style, *, is_short: bool = False) -> str:
    _ = style.reader
    if node.votes and is_short:
        return _("{count} with a vote").format(count=_.number(node.votes))
    if node.votes:
        return _.many("{count} member with a vote", "{count} members with a vote", node.votes)
    if node.members:
        return _.many("{count} member", "{count} members", len(node.members))
    return str(_("nobody named yet"))
