"""What every native chart is put together from: fills, texts, cached cells, axes, labels."""

from collections.abc import Collection, Sequence

from app.report.graph import Range
from app.report.markup import escape
from app.report.shapes import colour_fill

ACCENTS = 6
CATEGORY_AXIS, VALUE_AXIS = 1, 2
BORDERLESS = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
NO_LINE = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
PALE_LINE = f'<c:spPr><a:ln w="6350">{colour_fill("tx2", 20)}</a:ln></c:spPr>'
GRID = f"<c:majorGridlines>{PALE_LINE}</c:majorGridlines>"
SYMBOLS = ("circle", "square", "triangle", "diamond", "x", "star")
DASHES = ("solid", "dash", "sysDot", "lgDash", "dashDot", "lgDashDot")
MANY_STEPS = 12  # from so many on, Word chooses the steps of an axis itself


def column(place: int) -> str:
    """Return the letters of a column, the first at place 0."""
    letters = chr(ord("A") + place % 26)
    return letters if place < 26 else column(place // 26 - 1) + letters


def accent(chosen: int | None, place: int) -> str:
    """Return the theme colour chosen for a series, or that of its place."""
    return f"accent{(place if chosen is None else chosen) % ACCENTS + 1}"


def texts(formula: str, words: Sequence[str]) -> str:
    """Return cells of text as the chart keeps them."""
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{escape(text)}</c:v></c:pt>' for place, text in enumerate(words)
    )
    return (
        f"<c:strRef><c:f>{formula}</c:f><c:strCache>"
        f'<c:ptCount val="{len(words)}"/>{points}</c:strCache></c:strRef>'
    )


def numbers(formula: str, values: Sequence[float | None], number_format: str) -> str:
    """Return cells of numbers as the chart keeps them; empty ones stay out."""
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{value!r}</c:v></c:pt>'
        for place, value in enumerate(values)
        if value is not None
    )
    return (
        f"<c:numRef><c:f>{formula}</c:f><c:numCache>"
        f"<c:formatCode>{escape(number_format)}</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )


def text_properties(colour: str) -> str:
    """Return the size and colour of a chart's texts."""
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900">{colour_fill(colour)}'
        "</a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>"
    )


def labels(number_format: str, position: str, colour: str, *shown: str, own: str = "") -> str:
    """Return the labels of a series: what they show ("Val", "CatName", "Percent") and where.

    `own` are the labels of points that say something else.
    """
    place = f'<c:dLblPos val="{position}"/>' if position else ""
    return (
        f'<c:dLbls>{own}<c:numFmt formatCode="{escape(number_format)}" sourceLinked="0"/>'
        f"{BORDERLESS}{text_properties(colour)}{place}{_shown(shown)}</c:dLbls>"
    )


def own_label(place: int, text: str, colour: str, *shown: str, position: str = "") -> str:
    """Return the label of one point with a text of its own."""
    looks = f'<a:rPr sz="900">{colour_fill(colour)}</a:rPr>'
    where = f'<c:dLblPos val="{position}"/>' if position else ""
    return (
        f'<c:dLbl><c:idx val="{place}"/><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r>'
        f"{looks}<a:t>{escape(text)}</a:t></a:r></a:p></c:rich></c:tx>{BORDERLESS}"
        f"{where}{_shown(shown)}</c:dLbl>"
    )


def _shown(shown: Collection[str]) -> str:
    parts = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    return "".join(f'<c:show{part} val="{int(part in shown)}"/>' for part in parts)


def line_looks(colour: str, place: int) -> str:
    """Return line and marker of a series; each has a dash and a symbol of its own."""
    fill = colour_fill(colour)
    symbol, dash = SYMBOLS[place % len(SYMBOLS)], DASHES[place % len(DASHES)]
    marker_line = f"<a:ln>{fill}</a:ln>"
    return (
        f'<c:spPr><a:ln w="28575" cap="rnd">{fill}<a:prstDash val="{dash}"/><a:round/></a:ln>'
        f'</c:spPr><c:marker><c:symbol val="{symbol}"/><c:size val="7"/>'
        f"<c:spPr>{fill}{marker_line}</c:spPr></c:marker>"
    )


def scaling(limits: Range | None) -> str:
    """Return the range of an axis; Word chooses it where there is none."""
    ends = f'<c:max val="{limits[1]!r}"/><c:min val="{limits[0]!r}"/>' if limits else ""
    return f'<c:scaling><c:orientation val="minMax"/>{ends}</c:scaling>'


def steps(limits: Range | None) -> str:
    """Return steps of one on an axis short enough for them, which has to begin at a whole one.

    Word counts steps from where the axis begins: from 0.5 on they would all be read half a point
    too high.
    """
    is_short = limits and 1 < limits[1] - limits[0] <= MANY_STEPS and float(limits[0]).is_integer()
    return '<c:majorUnit val="1"/>' if is_short else ""


def title(words: str) -> str:
    """Return the title of an axis, small."""
    if not words:
        return ""
    looks = '<a:pPr><a:defRPr sz="900" b="0"/></a:pPr>'
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>{looks}"
        f'<a:r><a:rPr sz="900" b="0"/><a:t>{escape(words)}</a:t></a:r></a:p></c:rich></c:tx>'
        '<c:overlay val="0"/></c:title>'
    )
