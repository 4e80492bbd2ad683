"""The diamond as it is drawn everywhere: five rings, actual level in iron, ideal in copper.

Plain x and y rather than a polar axis, so that the rings are rhombi and names can stand between the
axes. Its area is no measure and is printed nowhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from app.charts.template import Style, plain, room_of
from app.look import WORK
from methodology.diamond import AXES, Determinant
from methodology.gaps import OptionDiamond

RINGS = 5
WAYS = ((0, 1), (1, 0), (0, -1), (-1, 0))  # of the axes, clockwise from the top
FILL = 0.2  # of the iron
LOW, HIGH = 0.74, 0.97  # where the names at the sides stand, of half the height
BESIDE, NEAR = 1.02, 0.3  # from the middle to those names: of half the height, and ems more


@dataclass(frozen=True)
class Spot:
    """Where a diamond stands in its figure: centre and half its width, in the figure's units."""

    x: float
    y: float
    half: float

    def at(self, way: tuple[int, int], level: float) -> tuple[float, float]:
        """Return the place of a level on an axis."""
        length = self.half * level / RINGS
        return self.x + way[0] * length, self.y + way[1] * length


def add_rhombus(made: go.Figure, diamond: OptionDiamond, spot: Spot, style: Style) -> None:
    """Draw the rings, the actual and the ideal diamond of an option; nothing where scores lack."""
    _add_rings(made, spot, style)
    if not diamond.is_drawable:
        return
    look, width = style.look, style.px / 5.3
    means = [diamond.determinants[axis] for axis in AXES]
    _add_polygon(
        made,
        spot,
        [one.actual for one in means],
        mode="lines",
        fill="toself",
        fillcolor=_faded(look.iron, FILL),
        line={"color": look.iron, "width": width},
    )
    _add_polygon(
        made,
        spot,
        [one.need for one in means],
        mode="lines+markers",
        line={"color": look.copper, "width": width, "dash": "dash"},
        marker={
            "size": style.px * 0.62,
            "color": look.background,
            "line": {"color": look.copper, "width": width},
        },
    )


def add_names(
    made: go.Figure,
    spot: Spot,
    style: Style,
    *,
    gap: float,
    above: float = 0,
    high: float = LOW,
) -> None:
    """Name the axes: above and below the diamond, and beside its upper edges.

    `gap` is the room between a tip and its name, `above` that over the upper one where it is
    more, in the figure's units; `high` is where the names at the sides stand, of half the height:
    the higher, the closer they come to the middle.
    """
    for axis, (x, y) in zip(AXES, WAYS, strict=True):
        side = {1: "left", 0: "center", -1: "right"}[x]
        made.add_annotation(
            x=spot.x + x * (BESIDE - high) * spot.half,
            y=spot.y + (y * (spot.half + max(gap, y * above)) if y else high * spot.half),
            text=plain(style.reader(axis.short)),
            font={"size": max(WORK, style.px - 1)},
            xanchor=side,
            xshift=x * style.px * NEAR,
        )


def height_of_names(room: float, half: float, style: Style) -> float:
    """Return how high the names at the sides stand where each has so many px from the middle."""
    sides = [axis.short for axis, (x, _y) in zip(AXES, WAYS, strict=True) if x]
    widest = max(room_of(style.reader(name), style.px) for name in sides)
    return min(HIGH, max(LOW, BESIDE - (room - widest - NEAR * style.px) / half))


def add_letters(made: go.Figure, spot: Spot, style: Style) -> None:
    """Name the axes by their first letters at the tips, where names have no room."""
    for axis, way in zip(AXES, WAYS, strict=True):
        made.add_annotation(
            x=spot.x + way[0] * (spot.half + 0.45 * style.px),
            y=spot.y + way[1] * (spot.half + 0.6 * style.px),
            text=plain(style.reader(axis.short)[:1]),
        )


def add_labels(made: go.Figure, diamond: OptionDiamond, spot: Spot, style: Style) -> None:
    """Write «actual» into the iron and «ideal» outside the copper: no legend."""
    if not diamond.is_drawable:
        return
    look, _ = style.look, style.reader
    right, below = (
        diamond.determinants[axis].need for axis in (Determinant.DEMAND, Determinant.RELATED)
    )
    made.add_annotation(x=spot.x, y=spot.y, text=f"<b>{_('actual')}</b>", font={"color": look.iron})
    made.add_annotation(
        x=spot.x + right / 2 * spot.half / RINGS,
        y=spot.y - below / 2 * spot.half / RINGS,
        text=f"<b>{_('ideal')}</b>",
        font={"color": look.copper_text},
        xanchor="left",
        yanchor="top",
        xshift=0.35 * style.px,
    )


def _add_rings(made: go.Figure, spot: Spot, style: Style) -> None:
    look = style.look
    for ring in range(1, RINGS + 1):
        _add_polygon(
            made,
            spot,
            [ring] * 4,
            mode="lines",
            line={"color": look.line if ring == RINGS else look.grid, "width": 1},
        )
    for way in WAYS[:2]:
        ends = [spot.at(way, RINGS), spot.at(way, -RINGS)]
        _add_line(made, ends, mode="lines", line={"color": look.grid, "width": 1})


def _add_polygon(made: go.Figure, spot: Spot, levels: Sequence[float], **looks: object) -> None:
    corners = [spot.at(way, level) for way, level in zip(WAYS, levels, strict=True)]
    _add_line(made, [*corners, corners[0]], **looks)


def _add_line(made: go.Figure, points: Sequence[tuple[float, float]], **looks: object) -> None:
    made.add_scatter(
        x=[x for x, _y in points], y=[y for _x, y in points], hoverinfo="skip", **looks
    )


def _faded(colour: str, share: float) -> str:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share})"
