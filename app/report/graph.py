"""What a native chart shows, in values: series over categories, or points between two axes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from math import isfinite

from app.report.markup import cut
from methodology.record import SHORT, clean_line

ONE_LINE = 40  # letters of a name beside a bar
LEAST = 20  # of one under a line
IN_A_LEGEND = 60
ACROSS = 280  # letters under the categories of lines, in three lines altogether
LINE = 0.38  # centimetres that a line of a name takes
BESIDE_BARS = 1.2  # centimetres that a chart needs beside its bars
ANGLES = 3  # the least number of categories that make a radar
Range = tuple[float, float]


class Shape(Enum):
    """The forms of chart the plan is drawn with."""

    BARS = "bars"
    STACKED = "stacked"
    LINES = "lines"
    RADAR = "radar"
    DOUGHNUT = "doughnut"
    POINTS = "points"


@dataclass(frozen=True)
class Series:
    """Values in the order of the categories; None leaves a gap. `accent` is its theme colour."""

    name: str
    values: Sequence[float | None]
    accent: int | None = None
    is_hidden: bool = False


@dataclass(frozen=True)
class Point:
    """A named place between two axes; with sizes the points are bubbles of that area."""

    name: str
    x: float
    y: float
    size: float | None = None
    accent: int | None = None


@dataclass(frozen=True)
class Figure:
    """A chart in values; the first category stands on top, or at the top of a round.

    A doughnut takes one series and prints its shares; `percents` are those of its parts as they are
    printed elsewhere. Points take axis titles and ranges of their own, and a crosshair where the
    axes cross, or lines that part each axis into so many equal bands; they are bubbles when every
    one has a size. `y_range` is the range of values of the other shapes too.
    """

    shape: Shape
    categories: Sequence[str] = ()
    series: Sequence[Series] = ()
    number_format: str = "#,##0"
    share_format: str = "0%"
    axis_title: str = ""
    has_axis: bool = False
    gap: int = 60
    points: Sequence[Point] = ()
    x_title: str = ""
    y_title: str = ""
    size_title: str = ""
    x_range: Range | None = None
    y_range: Range | None = None
    percents: Sequence[int] = ()
    crosshair: tuple[float, float] | None = None
    bands: int = 0

    @property
    def plotted(self) -> "Figure":
        """The figure as Word plots it: clean, and bars counted from the bottom up."""
        is_flat = self.shape is Shape.RADAR and len(self.categories) < ANGLES
        shape = Shape.BARS if is_flat else self.shape
        turn = -1 if shape in (Shape.BARS, Shape.STACKED) else 1
        is_share = shape is Shape.DOUGHNUT
        series = [
            replace(one, name=_line(one.name), values=_finite(one.values, is_share)[::turn])
            for one in self.series
        ]
        return replace(
            self,
            shape=shape,
            categories=[*map(_line, self.categories)][::turn],
            series=series[:1] if is_share else series,
            points=_placed(self.points),
        )

    def fitting(self, height: float) -> "Figure":
        """The figure with names cut where they would not fit its height in centimetres.

        Programs leave names out that have no room, or let them run into each other.
        """
        most = SHORT
        if self.shape is Shape.LINES:
            most = max(LEAST, ACROSS // max(1, len(self.categories)))
        elif self.shape in (Shape.BARS, Shape.STACKED):
            lines = sum(-(-len(name) // ONE_LINE) for name in self.categories)
            most = SHORT if lines * LINE <= height - BESIDE_BARS else ONE_LINE
        if all(len(name) <= most for name in self.categories) and all(
            len(one.name) <= IN_A_LEGEND for one in self.series
        ):
            return self
        return replace(
            self,
            categories=[cut(name, most) for name in self.categories],
            series=[replace(one, name=cut(one.name, IN_A_LEGEND)) for one in self.series],
        )

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to draw."""
        if self.shape is Shape.POINTS:
            return not _placed(self.points)
        return not any(value for one in self.series for value in one.values)

    @property
    def has_bubbles(self) -> bool:
        """Say whether the points are drawn as areas."""
        return bool(self.points) and all(one.size for one in self.points)

    @property
    def rows(self) -> list[list[str | float | None]]:
        """The table behind the figure: names in the first column, a heading over each other."""
        if self.shape is Shape.POINTS:
            heads: list[str | float | None] = [None, self.x_title or "x", self.y_title or "y"]
            rows: list[list[str | float | None]] = [[one.name, one.x, one.y] for one in self.points]
            if not self.has_bubbles:
                return [heads, *rows]
            sizes: list[str | float | None] = [one.size for one in self.points]
            named = [*heads, self.size_title or "n"]
            return [named, *([*row, size] for row, size in zip(rows, sizes, strict=True))]
        return [
            [None, *(one.name for one in self.series)],
            *(
                [category, *(one.values[place] for one in self.series)]
                for place, category in enumerate(self.categories)
            ),
        ]


def where(chosen: Sequence[bool], values: Sequence[float]) -> list[float | None]:
    """Return the values of a series that holds the chosen categories alone."""
    return [value if take else None for take, value in zip(chosen, values, strict=True)]


def _line(text: str) -> str:
    return str(clean_line(text))[:SHORT]


def _finite(values: Sequence[float | None], is_share: bool) -> list[float | None]:
    """Return values that Word can plot; a share of a whole is more than nothing."""
    numbers = [float(one) if one is not None and isfinite(one) else None for one in values]
    return [one if one and one > 0 else None for one in numbers] if is_share else numbers


def _placed(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the points that have a place, with clean names and a size only where it is one."""
    return tuple(
        replace(
            one,
            name=_line(one.name),
            x=float(one.x),
            y=float(one.y),
            size=float(one.size) if one.size and isfinite(one.size) and one.size > 0 else None,
        )
        for one in points
        if isfinite(one.x) and isfinite(one.y)
    )
