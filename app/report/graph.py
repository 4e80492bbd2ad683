"""Native Word charts: what is compared, as DrawingML that follows the template's theme.

Written as text: python-pptx takes 3 ms a chart and gives XML that Word's validator refuses.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from math import isfinite

from app.report.markup import declared, escape
from app.report.shapes import colour_fill
from methodology.record import SHORT, clean_line

ACCENTS = 6
CATEGORY_AXIS, VALUE_AXIS = 1, 2
BORDERLESS = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


class Shape(Enum):
    """The forms of chart the plan is drawn with."""

    BARS = "clustered"
    STACKED = "stacked"
    LINES = "standard"


@dataclass(frozen=True)
class Series:
    """Values in the order of the categories; None leaves a gap. `accent` is its theme colour."""

    name: str
    values: Sequence[float | None]
    accent: int | None = None
    is_hidden: bool = False


@dataclass(frozen=True)
class Figure:
    """A chart in values: what is compared, series by series; the first category stands on top."""

    shape: Shape
    categories: Sequence[str]
    series: Sequence[Series]
    number_format: str = "#,##0"
    axis_title: str = ""
    has_axis: bool = False
    gap: int = 60

    @property
    def plotted(self) -> "Figure":
        """The figure as Word plots it: clean, and bars counted from the bottom up."""
        turn = 1 if self.shape is Shape.LINES else -1
        series = [
            replace(one, name=_line(one.name), values=_finite(one.values)[::turn])
            for one in self.series
        ]
        return replace(self, categories=[*map(_line, self.categories)][::turn], series=series)

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to draw."""
        return not any(value for one in self.series for value in one.values)


def chart_xml(figure: Figure, language: str, relation: str) -> bytes:
    """Return the part of a plotted figure; `relation` is its relationship to the workbook."""
    shown = [series for series in figure.series if not series.is_hidden]
    legend = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
    return (
        f"<c:chartSpace {declared('c', 'a', 'r')}>"
        f'<c:date1904 val="0"/><c:lang val="{language}"/><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        f"{_plot(figure)}{_category_axis(figure)}{_value_axis(figure)}</c:plotArea>"
        f"{legend if len(shown) > 1 else ''}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{BORDERLESS}{_text_properties('tx2')}"
        f'<c:externalData r:id="{relation}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    ).encode()


def _line(text: str) -> str:
    return str(clean_line(text))[:SHORT]


def _finite(values: Sequence[float | None]) -> list[float | None]:
    return [float(value) if value is not None and isfinite(value) else None for value in values]


def _plot(figure: Figure) -> str:
    series = "".join(_series(figure, place) for place in range(len(figure.series)))
    head = f'<c:grouping val="{figure.shape.value}"/><c:varyColors val="0"/>{series}'
    axes = f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'
    if figure.shape is Shape.LINES:
        return f'<c:lineChart>{head}<c:marker val="1"/>{axes}</c:lineChart>'
    overlap = 100 if figure.shape is Shape.STACKED else -10
    return (
        f'<c:barChart><c:barDir val="bar"/>{head}<c:gapWidth val="{figure.gap}"/>'
        f'<c:overlap val="{overlap}"/>{axes}</c:barChart>'
    )


def _series(figure: Figure, place: int) -> str:
    series, count = figure.series[place], len(figure.categories)
    column = chr(ord("B") + place)
    is_line = figure.shape is Shape.LINES
    looks = _line_looks(series, place) if is_line else _bar_looks(series, place)
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/>'
        f"<c:tx>{_texts(f'Sheet1!${column}$1', [series.name])}</c:tx>{looks}"
        f"{'' if figure.has_axis or series.is_hidden else _labels(figure)}"
        f"<c:cat>{_texts(f'Sheet1!$A$2:$A${count + 1}', figure.categories)}</c:cat>"
        f"<c:val>{_numbers(f'Sheet1!${column}$2:${column}${count + 1}', series, figure)}</c:val>"
        + ('<c:smooth val="0"/></c:ser>' if is_line else "</c:ser>")
    )


def _bar_looks(series: Series, place: int) -> str:
    looks = (
        BORDERLESS
        if series.is_hidden
        else f"<c:spPr>{colour_fill(_accent(series, place))}</c:spPr>"
    )
    return f'{looks}<c:invertIfNegative val="0"/>'


def _line_looks(series: Series, place: int) -> str:
    fill = colour_fill(_accent(series, place))
    return (
        f'<c:spPr><a:ln w="28575" cap="rnd">{fill}<a:round/></a:ln></c:spPr>'
        f'<c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>{fill}</c:spPr></c:marker>'
    )


def _accent(series: Series, place: int) -> str:
    return f"accent{(place if series.accent is None else series.accent) % ACCENTS + 1}"


def _labels(figure: Figure) -> str:
    position = {Shape.BARS: "outEnd", Shape.STACKED: "ctr", Shape.LINES: "t"}[figure.shape]
    colour = "bg1" if figure.shape is Shape.STACKED else "tx2"
    hidden = "".join(
        f'<c:show{name} val="0"/>' for name in ("CatName", "SerName", "Percent", "BubbleSize")
    )
    return (
        f'<c:dLbls><c:numFmt formatCode="{escape(figure.number_format)}" sourceLinked="0"/>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_text_properties(colour)}"
        f'<c:dLblPos val="{position}"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        f"{hidden}</c:dLbls>"
    )


def _texts(formula: str, texts: Sequence[str]) -> str:
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{escape(text)}</c:v></c:pt>' for place, text in enumerate(texts)
    )
    return (
        f"<c:strRef><c:f>{formula}</c:f><c:strCache>"
        f'<c:ptCount val="{len(texts)}"/>{points}</c:strCache></c:strRef>'
    )


def _numbers(formula: str, series: Series, figure: Figure) -> str:
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{value!r}</c:v></c:pt>'
        for place, value in enumerate(series.values)
        if value is not None
    )
    return (
        f"<c:numRef><c:f>{formula}</c:f><c:numCache>"
        f"<c:formatCode>{escape(figure.number_format)}</c:formatCode>"
        f'<c:ptCount val="{len(series.values)}"/>{points}</c:numCache></c:numRef>'
    )


def _category_axis(figure: Figure) -> str:
    side = "b" if figure.shape is Shape.LINES else "l"
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/>'
        '<c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{side}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="9525">{colour_fill("tx2", 40)}</a:ln></c:spPr>'
        f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def _value_axis(figure: Figure) -> str:
    side = "l" if figure.shape is Shape.LINES else "b"
    values = [value for one in figure.series for value in one.values if value is not None]
    least = '<c:min val="0"/>' if min(values, default=0) >= 0 else ""
    lines = f'<c:spPr><a:ln w="6350">{colour_fill("tx2", 20)}</a:ln></c:spPr>'
    grid = f"<c:majorGridlines>{lines}</c:majorGridlines>" if figure.has_axis else ""
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/>'
        f'<c:scaling><c:orientation val="minMax"/>{least}</c:scaling>'
        f'<c:delete val="{0 if figure.has_axis else 1}"/><c:axPos val="{side}"/>{grid}'
        f"{_title(figure.axis_title)}"
        f'<c:numFmt formatCode="{escape(figure.number_format)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        '<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        f'<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def _title(words: str) -> str:
    if not words:
        return ""
    looks = '<a:pPr><a:defRPr sz="900" b="0"/></a:pPr>'
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>{looks}"
        f'<a:r><a:rPr sz="900" b="0"/><a:t>{escape(words)}</a:t></a:r></a:p></c:rich></c:tx>'
        '<c:overlay val="0"/></c:title>'
    )


def _text_properties(colour: str) -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900">{colour_fill(colour)}'
        "</a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>"
    )
