"""Points between two axes: named places, or bubbles, with the axes crossing where they are told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.report.chart_pieces import (
    BORDERLESS,
    CATEGORY_AXIS,
    GRID,
    VALUE_AXIS,
    accent,
    numbers,
    own_label,
    scaling,
    steps,
    text_properties,
    texts,
    title,
)
from app.report.graph import Figure, Point, Range
from app.report.markup import escape
from app.report.shapes import colour_fill

SIDES = ("r", "t", "b", "l")  # where a name stands, each next one when the last is taken
LETTER, NAME_TALL = 0.014, 0.06  # of a name, in shares of the plot's width and height
MARK_WIDE, MARK_TALL = 0.025, 0.045  # of a point's mark
OUTSIDE = 100  # how much worse than another name an edge at the side is: there a name is cut
ACROSS_FRAME = 10  # and one above or beneath: there a name stands on the frame
FINE = 6  # decimals of a cost: a name does not change sides for less
BUBBLE_SCALE = 50  # percent of the size Word would choose
HIDDEN = "".join(
    f'<c:show{part} val="0"/>' for part in ("CatName", "SerName", "Percent", "BubbleSize")
)


def points_plot(figure: Figure) -> str:
    """Return the plot of named points with both its axes."""
    axes = f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'
    if figure.has_bubbles:
        plot = (
            f'<c:bubbleChart><c:varyColors val="0"/>{_series(figure)}'
            f'<c:bubbleScale val="{BUBBLE_SCALE}"/><c:showNegBubbles val="0"/>'
            f'<c:sizeRepresents val="area"/>{axes}</c:bubbleChart>'
        )
    else:
        plot = (
            '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
            f"{_series(figure)}{axes}</c:scatterChart>"
        )
    return plot + _axis(figure, is_across=True) + _axis(figure, is_across=False)


def _series(figure: Figure) -> str:
    points, rows = figure.points, figure.rows
    last = len(points) + 1
    head = (
        '<c:ser><c:idx val="0"/><c:order val="0"/>'
        f"<c:tx>{texts('Sheet1!$C$1', [str(rows[0][2])])}</c:tx>"
    )
    labels = f"<c:dLbls>{''.join(_names(figure))}{_shown()}</c:dLbls>"
    places = (
        f"<c:xVal>{numbers(f'Sheet1!$B$2:$B${last}', [one.x for one in points], 'General')}"
        f"</c:xVal><c:yVal>"
        f"{numbers(f'Sheet1!$C$2:$C${last}', [one.y for one in points], 'General')}</c:yVal>"
    )
    if figure.has_bubbles:
        sizes = numbers(f"Sheet1!$D$2:$D${last}", [one.size for one in points], "General")
        looks = f'<c:spPr>{_bubble("accent1")}</c:spPr><c:invertIfNegative val="0"/>'
        more = f'<c:bubbleSize>{sizes}</c:bubbleSize><c:bubble3D val="0"/>'
        return f"{head}{looks}{_coloured(figure)}{labels}{places}{more}</c:ser>"
    looks = f"{_unlined('accent1')}{_marker('accent1')}"
    return f'{head}{looks}{_coloured(figure)}{labels}{places}<c:smooth val="0"/></c:ser>'


def _coloured(figure: Figure) -> str:
    """Return the looks of the points that have a colour of their own."""
    made = []
    for place, point in enumerate(figure.points):
        if point.accent is not None:
            colour = accent(point.accent, place)
            looks = (
                '<c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
                f"<c:spPr>{_bubble(colour)}</c:spPr>"
                if figure.has_bubbles
                else f'{_marker(colour)}<c:bubble3D val="0"/>{_unlined(colour)}'
            )
            made.append(f'<c:dPt><c:idx val="{place}"/>{looks}</c:dPt>')
    return "".join(made)


def _bubble(colour: str) -> str:
    fill = colour_fill(colour, 60)
    return f'{fill}<a:ln w="12700">{colour_fill(colour)}</a:ln>'


def _unlined(colour: str) -> str:
    """Return the looks of points without a line between them."""
    return f"<c:spPr>{colour_fill(colour)}<a:ln><a:noFill/></a:ln></c:spPr>"


def _marker(colour: str) -> str:
    fill = colour_fill(colour)
    return (
        '<c:marker><c:symbol val="circle"/><c:size val="9"/>'
        f"<c:spPr>{fill}<a:ln>{fill}</a:ln></c:spPr></c:marker>"
    )


def _names(figure: Figure) -> Iterator[str]:
    """Yield the name of each point as a text of its own."""
    sides = label_sides(figure.points, _limits(figure, 0), _limits(figure, 1))
    for place, (point, side) in enumerate(zip(figure.points, sides, strict=True)):
        yield own_label(place, point.name, "tx2", "Val", position=side)


def _shown() -> str:
    return (
        f'{BORDERLESS}{text_properties("tx2")}<c:dLblPos val="r"/><c:showLegendKey val="0"/>'
        f'<c:showVal val="1"/>{HIDDEN}'
    )


def label_sides(points: Sequence[Point], across: Range, along: Range) -> list[str]:
    """Return on which side of each point its name stands, so that none runs into another."""
    wide = (across[1] - across[0]) or 1.0
    tall = (along[1] - along[0]) or 1.0
    places = [
        ((point.x - across[0]) / wide, (point.y - along[0]) / tall, len(point.name))
        for point in points
    ]
    marks = [_around(left, bottom, MARK_WIDE, MARK_TALL) for left, bottom, _letters in places]
    sides: list[str] = []
    taken: list[Rectangle] = []
    for place in places:
        costs = []
        for side in SIDES:
            name = _name_at(place, side)
            crossed = sum(map(name.share, taken)) + sum(map(name.share, marks)) / 2
            cost = crossed + OUTSIDE * name.outside + ACROSS_FRAME * name.above_or_beneath
            costs.append(round(cost, FINE))
        best = costs.index(min(costs))
        sides.append(SIDES[best])
        taken.append(_name_at(place, SIDES[best]))
    return sides


@dataclass(frozen=True)
class Rectangle:
    """A part of the plot, in shares of its width and height."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def outside(self) -> float:
        """How far it reaches over the edges to the left and right, where names are cut."""
        return max(0.0, -self.left) + max(0.0, self.right - 1)

    @property
    def above_or_beneath(self) -> float:
        """How far it reaches over the frame at the top and the bottom."""
        return max(0.0, -self.bottom) + max(0.0, self.top - 1)

    def share(self, other: "Rectangle") -> float:
        """Return how much of its height and width another one takes, from 0 to 1."""
        across = min(self.right, other.right) - max(self.left, other.left)
        along = min(self.top, other.top) - max(self.bottom, other.bottom)
        if across <= 0 or along <= 0:
            return 0.0
        return min(1.0, across / LETTER) * along / (self.top - self.bottom)


def _around(middle: float, height: float, wide: float, tall: float) -> Rectangle:
    return Rectangle(middle - wide / 2, height - tall / 2, middle + wide / 2, height + tall / 2)


def _name_at(place: tuple[float, float, int], side: str) -> Rectangle:
    """Return where the name of a point stands on one of its sides."""
    left, bottom, letters = place
    wide = max(1, letters) * LETTER
    beside, over = (MARK_WIDE + wide) / 2, (MARK_TALL + NAME_TALL) / 2
    moves = {"r": (beside, 0.0), "l": (-beside, 0.0), "t": (0.0, over), "b": (0.0, -over)}
    across, along = moves[side]
    return _around(left + across, bottom + along, wide, NAME_TALL)


def _limits(figure: Figure, axis: int) -> Range:
    chosen = figure.y_range if axis else figure.x_range
    places = [one.y if axis else one.x for one in figure.points]
    return chosen or (min(places, default=0.0), max(places, default=1.0))


def _axis(figure: Figure, *, is_across: bool) -> str:
    """Return one axis; it stands where the crosshair has the other axis' value."""
    own, other = (CATEGORY_AXIS, VALUE_AXIS) if is_across else (VALUE_AXIS, CATEGORY_AXIS)
    limits = figure.x_range if is_across else figure.y_range
    side = "b" if is_across else "l"
    words = figure.x_title if is_across else figure.y_title
    cross = '<c:crosses val="min"/>'
    weight, dash = 9525, "solid"
    if figure.crosshair:
        at = figure.crosshair[1] if is_across else figure.crosshair[0]
        cross = f'<c:crossesAt val="{at!r}"/>'
        weight, dash = 12700, "dash"
    line = (
        f'<c:spPr><a:ln w="{weight}">{colour_fill("tx2", 60)}<a:prstDash val="{dash}"/></a:ln>'
        "</c:spPr>"
    )
    return (
        f'<c:valAx><c:axId val="{own}"/>{scaling(limits)}<c:delete val="0"/>'
        f'<c:axPos val="{side}"/>{GRID if figure.bands else ""}{title(words)}'
        f'<c:numFmt formatCode="{escape(figure.number_format)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'{line}<c:crossAx val="{other}"/>{cross}<c:crossBetween val="midCat"/>'
        f"{_parts(limits, figure.bands)}</c:valAx>"
    )


def _parts(limits: Range | None, bands: int) -> str:
    """Return the steps of an axis: one band each where it has bands."""
    if not (limits and bands):
        return steps(limits)
    return f'<c:majorUnit val="{(limits[1] - limits[0]) / bands!r}"/>'
