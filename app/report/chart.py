"""Native Word charts: a figure as DrawingML that follows the template's theme.

Written as text: python-pptx takes 3 ms a chart and gives XML that Word's validator refuses.
"""

from collections.abc import Iterator
from math import floor

from app.report.chart_pieces import (
    BORDERLESS,
    CATEGORY_AXIS,
    GRID,
    NO_LINE,
    VALUE_AXIS,
    accent,
    column,
    labels,
    line_looks,
    numbers,
    own_label,
    scaling,
    steps,
    text_properties,
    texts,
    title,
)
from app.report.chart_points import points_plot
from app.report.graph import Figure, Series, Shape
from app.report.markup import declared, escape
from app.report.shapes import colour_fill

AXES = f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'
LINED = (Shape.LINES, Shape.RADAR)
HOLE = 50  # percent of a doughnut
GROUPING = {Shape.BARS: "clustered", Shape.STACKED: "stacked"}


def chart_xml(figure: Figure, language: str, relation: str) -> bytes:
    """Return the part of a plotted figure; `relation` is its relationship to the workbook."""
    frame = "<c:spPr><a:noFill/>" + (
        f'<a:ln w="6350">{colour_fill("tx2", 40)}</a:ln></c:spPr>'
        if figure.shape is Shape.POINTS
        else "<a:ln><a:noFill/></a:ln></c:spPr>"
    )
    return (
        f"<c:chartSpace {declared('c', 'a', 'r')}>"
        f'<c:date1904 val="0"/><c:lang val="{language}"/><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        f"{_PLOT[figure.shape](figure)}{frame}</c:plotArea>{_legend(figure)}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{BORDERLESS}{text_properties('tx2')}"
        f'<c:externalData r:id="{relation}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    ).encode()


def _legend(figure: Figure) -> str:
    shown = sum(not series.is_hidden for series in figure.series)
    is_round = figure.shape is Shape.DOUGHNUT
    if not is_round and shown < 2:
        return ""
    side = "r" if is_round else "b"
    return f'<c:legend><c:legendPos val="{side}"/><c:overlay val="0"/></c:legend>'


def _bars(figure: Figure) -> str:
    overlap = 100 if figure.shape is Shape.STACKED else -10
    return (
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="{GROUPING[figure.shape]}"/>'
        f'<c:varyColors val="0"/>{_all_series(figure)}<c:gapWidth val="{figure.gap}"/>'
        f'<c:overlap val="{overlap}"/>{AXES}</c:barChart>'
        f"{_category_axis('l', every=True)}{_value_axis(figure, 'b')}"
    )


def _lines(figure: Figure) -> str:
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{_all_series(figure)}'
        f'<c:marker val="1"/>{AXES}</c:lineChart>'
        f"{_category_axis('b')}{_value_axis(figure, 'l')}"
    )


def _radar(figure: Figure) -> str:
    """Return superposed polygons; the values stand on the first spoke."""
    limits = figure.y_range
    return (
        '<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>'
        f"{_all_series(figure)}{AXES}</c:radarChart>{_category_axis('b', GRID)}"
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/>{scaling(limits or _range_of(figure))}'
        f'<c:delete val="0"/><c:axPos val="l"/>{GRID}'
        f'<c:numFmt formatCode="{escape(figure.number_format)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/>{NO_LINE}<c:crossAx val="{CATEGORY_AXIS}"/>'
        f'<c:crosses val="autoZero"/><c:crossBetween val="between"/>{steps(limits)}</c:valAx>'
    )


def _range_of(figure: Figure) -> tuple[float, float] | None:
    """Return a range from nothing to the widest value, so that a polygon is not cut short."""
    values = [value for one in figure.series for value in one.values if value is not None]
    widest = max(values, default=0.0)
    return (0.0, widest) if widest > 0 and min(values) >= 0 else None


def _doughnut(figure: Figure) -> str:
    series = figure.series[0]
    count = len(figure.categories)
    edge = f'<a:ln w="19050">{colour_fill("bg1")}</a:ln>'
    parts = "".join(
        f'<c:dPt><c:idx val="{place}"/><c:bubble3D val="0"/>'
        f"<c:spPr>{colour_fill(accent(None, place))}{edge}</c:spPr></c:dPt>"
        for place in range(count)
    )
    shown = labels(figure.share_format, "", "bg1", "Percent", own="".join(_own_percents(figure)))
    return (
        '<c:doughnutChart><c:varyColors val="1"/><c:ser><c:idx val="0"/><c:order val="0"/>'
        f"<c:tx>{texts('Sheet1!$B$1', [series.name])}</c:tx>{parts}{shown}"
        f"{_cells(figure, 0)}</c:ser>"
        f'<c:firstSliceAng val="0"/><c:holeSize val="{HOLE}"/></c:doughnutChart>'
    )


def _own_percents(figure: Figure) -> Iterator[str]:
    """Yield a text of its own for each part that Word would round to another percentage."""
    values = figure.series[0].values
    whole = sum(value or 0.0 for value in values)
    for place, (value, percent) in enumerate(zip(values, figure.percents, strict=False)):
        if value and floor(100 * value / whole + 0.5) != percent:
            said = figure.share_format.replace("0", str(percent))
            yield own_label(place, said, "bg1", "Percent")


_PLOT = {
    Shape.BARS: _bars,
    Shape.STACKED: _bars,
    Shape.LINES: _lines,
    Shape.RADAR: _radar,
    Shape.DOUGHNUT: _doughnut,
    Shape.POINTS: points_plot,
}


def _all_series(figure: Figure) -> str:
    return "".join(_series(figure, place) for place in range(len(figure.series)))


def _series(figure: Figure, place: int) -> str:
    series = figure.series[place]
    is_line = figure.shape in LINED
    looks = line_looks(accent(series.accent, place), place) if is_line else _looks(series, place)
    is_bare = figure.has_axis or series.is_hidden or figure.shape is Shape.RADAR
    named = texts(f"Sheet1!${column(place + 1)}$1", [series.name])
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/><c:tx>{named}</c:tx>{looks}'
        f"{'' if is_bare else _labels(figure)}{_cells(figure, place)}"
        + ('<c:smooth val="0"/></c:ser>' if figure.shape is Shape.LINES else "</c:ser>")
    )


def _cells(figure: Figure, place: int) -> str:
    """Return categories and values of a series, as the workbook has them."""
    last, letter = len(figure.categories) + 1, column(place + 1)
    values = numbers(
        f"Sheet1!${letter}$2:${letter}${last}", figure.series[place].values, figure.number_format
    )
    named = texts(f"Sheet1!$A$2:$A${last}", figure.categories)
    return f"<c:cat>{named}</c:cat><c:val>{values}</c:val>"


def _looks(series: Series, place: int) -> str:
    fill = f"<c:spPr>{colour_fill(accent(series.accent, place))}</c:spPr>"
    return f'{BORDERLESS if series.is_hidden else fill}<c:invertIfNegative val="0"/>'


def _labels(figure: Figure) -> str:
    position = {Shape.BARS: "outEnd", Shape.STACKED: "ctr", Shape.LINES: "t"}[figure.shape]
    colour = "bg1" if figure.shape is Shape.STACKED else "tx2"
    return labels(figure.number_format, position, colour, "Val")


def _category_axis(side: str, grid: str = "", *, every: bool = False) -> str:
    """Return the axis of the names; programs leave some out where room is scarce, unless told."""
    skipped = '<c:tickLblSkip val="1"/>' if every else ""
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/>{scaling(None)}<c:delete val="0"/>'
        f'<c:axPos val="{side}"/>{grid}<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="9525">{colour_fill("tx2", 40)}</a:ln></c:spPr>'
        f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        f'{skipped}<c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def _value_axis(figure: Figure, side: str) -> str:
    values = [value for one in figure.series for value in one.values if value is not None]
    least = '<c:min val="0"/>' if min(values, default=0) >= 0 else ""
    ranged = f'<c:scaling><c:orientation val="minMax"/>{least}</c:scaling>'
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/>'
        f"{scaling(figure.y_range) if figure.y_range else ranged}"
        f'<c:delete val="{0 if figure.has_axis else 1}"/><c:axPos val="{side}"/>'
        f"{GRID if figure.has_axis else ''}{title(figure.axis_title)}"
        f'<c:numFmt formatCode="{escape(figure.number_format)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/>{NO_LINE}<c:crossAx val="{CATEGORY_AXIS}"/>'
        f'<c:crosses val="autoZero"/><c:crossBetween val="between"/>{steps(figure.y_range)}'
        "</c:valAx>"
    )
