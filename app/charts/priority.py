"""The priority matrix: projects by effort and impact, each named where no other name stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from app.charts.template import Style, coloured, figure, plain, width_of
from methodology.priority_matrix import CUT, Priority, Quadrant
from methodology.text import N_

LEAST, MOST = 0.75, 5.25
WIDTH, TALL = 1000, 26  # px of the axes and ems of the figure that names are placed for
LOWEST = 420  # px of the axes on the projector, whose figure has no room to grow
AXIS = 3.2  # ems that the axis takes of the height
MARK = 0.42  # radius of a mark, in ems
CORNERS = {
    Quadrant.QUICK_WIN: (LEAST, MOST, "left", "top"),
    Quadrant.MAJOR: (MOST, MOST, "right", "top"),
    Quadrant.FILL_IN: (LEAST, LEAST, "left", "bottom"),
    Quadrant.DROP: (MOST, LEAST, "right", "bottom"),
}


@dataclass(frozen=True)
class Spot:
    """Projects at one place of the matrix and where their name stands, seen from the mark."""

    priorities: tuple[Priority, ...]
    x: float
    y: float
    text: str
    shift: tuple[float, float] = (0.0, 0.0)


def priority_matrix(found: Sequence[Priority], style: Style) -> go.Figure:
    """Return the projects in four quadrants cut at 3; those to do first stand out."""
    look = style.look
    made = figure(style, TALL * style.px)
    for axis in (
        {"x0": CUT, "x1": CUT, "y0": LEAST, "y1": MOST},
        {"x0": LEAST, "x1": MOST, "y0": CUT, "y1": CUT},
    ):
        made.add_shape(type="line", layer="below", line={"color": look.line, "width": 1.5}, **axis)
    spots = named(found, style)
    is_first = [spot.priorities[0].quadrant is Quadrant.QUICK_WIN for spot in spots]
    made.add_scatter(
        x=[spot.x for spot in spots],
        y=[spot.y for spot in spots],
        mode="markers",
        marker={
            "size": 2 * MARK * style.px,
            "color": [look.copper if first else look.iron for first in is_first],
            "symbol": ["diamond" if first else "circle" for first in is_first],
        },
        hoverinfo="skip",
    )
    for spot, first in zip(spots, is_first, strict=True):
        across, up = spot.shift
        made.add_annotation(
            x=spot.x,
            y=spot.y,
            xshift=across,
            yshift=up,
            text=f"<b>{plain(spot.text)}</b>",
            font={"color": look.copper_text if first else look.ink},
        )
    _add_corners(made, style)
    _add_axes(made, style)
    return made


def named(found: Sequence[Priority], style: Style) -> list[Spot]:
    """Return the places that projects stand at, each with a name that lies over no other.

    Projects at one place share it and are named together; the first places tried are beside the
    mark, then farther out.
    """
    spots = [*_spots(found)]
    tall = min(LOWEST, (TALL - AXIS) * style.px)
    across, up = (MOST - LEAST) / WIDTH, (MOST - LEAST) / tall
    marks = [(spot.x / across, spot.y / up) for spot in spots]
    radius = 1.15 * MARK * style.px
    taken = [(x - radius, y - radius, x + radius, y + radius) for x, y in marks]
    placed = []
    for spot, (x, y) in zip(spots, marks, strict=True):
        wide, high = width_of(spot.text, style.px) / 2 * 1.12, 0.62 * style.px
        boxes = [
            (dx, dy, (x + dx - wide, y + dy - high, x + dx + wide, y + dy + high))
            for dx, dy in _tried(wide + radius + 4, high + radius + 2)
        ]
        free = (one for one in boxes if not any(_overlap(one[2], other) for other in taken))
        dx, dy, box = next(free, boxes[0])
        taken.append(box)
        placed.append(Spot(spot.priorities, spot.x, spot.y, spot.text, (dx, dy)))
    return placed


def _tried(wide: float, high: float) -> Iterator[tuple[float, float]]:
    for far in (1.0, 1.7, 2.5, 3.4):
        yield wide, 0
        yield -wide, 0
        yield 0, high * far
        yield 0, -high * far
        yield wide, high * far
        yield -wide, high * far
        yield wide, -high * far
        yield -wide, -high * far


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]


def _spots(found: Sequence[Priority]) -> Iterator[Spot]:
    held: dict[tuple[float, float], list[Priority]] = {}
    for one in found:
        held.setdefault((float(one.effort), float(one.impact)), []).append(one)
    for (x, y), group in held.items():
        codes = (one.project.code or plain(one.project.name, 14) for one in group)
        yield Spot(tuple(group), x, y, ", ".join(codes))


def _add_corners(made: go.Figure, style: Style) -> None:
    look = style.look
    for quadrant, (x, y, side, edge) in CORNERS.items():
        first = quadrant is Quadrant.QUICK_WIN
        made.add_annotation(
            x=x,
            y=y,
            xanchor=side,
            yanchor=edge,
            text=coloured(
                plain(style.reader(quadrant.label)),
                look.copper_text if first else look.soft,
                bold=first,
            ),
        )


def _add_axes(made: go.Figure, style: Style) -> None:
    _ = style.reader
    shared = {"range": [LEAST, MOST], "tickvals": [1, 2, 3, 4, 5], "showgrid": False}
    made.update_xaxes(**shared, title_text=f"{plain(_(N_('Effort')))} →")
    made.update_yaxes(
        **shared,
        title={"text": f"{plain(_(N_('Impact')))} →", "standoff": style.px},
        tickfont={"size": style.px - 1, "color": style.look.soft},
    )
