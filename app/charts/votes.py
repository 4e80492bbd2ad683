"""What a round of votes came to: bars, two rules side by side, medians with spread, shifts."""

from collections.abc import Sequence
from decimal import Decimal
from math import ceil

import plotly.graph_objects as go

from app.charts.bars import Bar, bars
from app.charts.template import Drawing, Style, coloured, figure, head_column, in_room, room_of
from methodology.outcomes import Outcome, is_disputed, shifts
from methodology.round_results import RoundResult
from methodology.rounds import Instrument, RoundCriterion, RoundItem
from methodology.scale import MERIT, Scale, find_scale

SHOWN = 10  # items that fit a page of the projector in letters for the last row
ROW = 2.1  # height of a row in ems
WIDER = 1.12  # room at the ends of bars on a desk that is narrower than a page
WIDE = 38.0  # ems of a figure
NAME, RANKED, NAME_OF_SEVERAL = 20.0, 17.0, 14.0  # ems of a name: beside one column, two, scales
LEADING, SPARE = 1.3, 0.2  # ems of a line, and by how much the lines of a row may be closer
LINES = 3  # of a name at most
FEW, BESIDE = 6, 15.0  # items whose names have two lines on the desk, and ems of their lines there
TALLER = 0.7  # ems by which a row of two lines is taller there
ROOMY = 6  # items whose medians have room for their numbers
WORDED = 2  # criteria whose scales have room for words
APART = 0.3  # ems between what the outer steps of a scale mean
COLUMNS, GAP = 3, 0.05  # criteria side by side, and the room between them
TWO_RULES = ((0.0, 0.47), (0.54, 1.0))  # where the two columns of a ranking stand


def page_count(found: Outcome) -> int:
    """Return how many pages of a projector the items of a result take."""
    return max(1, ceil(len(found.items) / SHOWN))


def on_page(found: Outcome, page: int | None) -> range:
    """Return the places of the items on a page, counted from 0: all of them for None.

    Pages are of one length: twelve items are six and six, not ten and two.
    """
    count = len(found.items)
    if page is None:
        return range(count)
    each = ceil(count / page_count(found))
    return range(page * each, min((page + 1) * each, count))


def vote_bars(
    found: Outcome, style: Style, page: int | None = None, tall: float | None = None
) -> go.Figure:
    """Return one bar for each item, by the declared rule, the first place in copper.

    Bars have one length on every page; names take the lines that `tall` px leave them.
    """
    every = [(item, _bar(found, item, style)) for item in found.ranked()]
    shown = [every[place] for place in on_page(found, page)]
    made = bars([row for _item, row in shown], style, lines=1)
    _items(made, [(item, row.is_open) for item, row in shown], style, NAME, tall)
    whole = made if page is None else bars([row for _item, row in every], style, lines=1)
    _least, most = whole.layout.xaxis.range
    made.update_xaxes(range=[0, WIDER * most])  # shares and numbers stand at the ends
    return made


def ranking_bars(
    found: Outcome, style: Style, page: int | None = None, tall: float | None = None
) -> go.Figure:
    """Return the points of Borda and the pairs won of Copeland side by side.

    Both stand there whichever was declared: where they differ the room should know.
    """
    _, ranked, places = style.reader, found.ranked(), on_page(found, page)
    items = [ranked[place] for place in places]
    made, drawing = figure(style, (len(items) * ROW + 2) * style.px), Drawing()
    columns = (
        (_("Borda, points"), [_of(found, item, "borda") for item in ranked]),
        (_("Copeland, pairs"), [_of(found, item, "copeland") for item in ranked]),
    )
    for place, ((title, values), (left, right)) in enumerate(
        zip(columns, TWO_RULES, strict=True), 1
    ):
        _column(made, drawing, style, place, title, values, places)
        made.update_layout({f"xaxis{place if place > 1 else ''}": {"domain": [left, right]}})
    drawing.put_on(made)
    made.update_layout(margin={"t": round(2 * style.px)})
    _items(made, [(item, False) for item in items], style, RANKED, tall)
    return made


def rating_spreads(
    found: Outcome, style: Style, page: int | None = None, tall: float | None = None
) -> go.Figure:
    """Return the median of each item with the middle half of the scores, on the scale's steps.

    Each criterion has a column of its own, three at most. What the room should talk about, an
    interquartile range above 1, is copper and bold.
    """
    items = [found.items[place] for place in on_page(found, page)]
    made = _scale_figure(found, style, len(items))
    for place, criterion in enumerate(_criteria(found), 1):
        for row, item in enumerate(items):
            if result := found.result(item, criterion):
                _spread(made, result, row, _axis("x", place), style)
                if len(items) <= ROOMY:
                    _value(made, result, row, _axis("x", place), style)
    told = [(item, _talks(found, item)) for item in items]
    _items(made, told, style, _beside(found), tall)
    return made


def rating_shifts(
    first: Outcome,
    second: Outcome,
    style: Style,
    page: int | None = None,
    tall: float | None = None,
) -> go.Figure:
    """Return how the medians moved from the first turn, hollow, to the second, and what is wide."""
    moved, look = shifts(first, second), style.look
    items = [second.items[place] for place in on_page(second, page)]
    made = _scale_figure(second, style, len(items))
    for place, criterion in enumerate(_criteria(second), 1):
        for one in moved:
            if one.criterion == criterion and one.item in items:
                row = items.index(one.item)
                made.add_scatter(
                    x=[float(one.before.median or 0), float(one.after.median or 0)],
                    y=[row, row],
                    xaxis=_axis("x", place),
                    mode="lines+markers",
                    line={"color": look.iron, "width": style.px / 6},
                    marker={
                        "size": [style.px * 0.6, style.px * 0.9],
                        "symbol": ["circle-open", "circle"],
                        "color": look.iron,
                        "opacity": 1,
                        "line": {"width": 3, "color": look.iron},
                    },
                    opacity=1,
                    hoverinfo="skip",
                )
    wide = [(one.item, is_disputed(one.after)) for one in moved]
    told = [(item, (item, True) in wide) for item in items]
    _items(made, told, style, _beside(second), tall)
    return made


def _bar(found: Outcome, item: RoundItem, style: Style) -> Bar:
    _ = style.reader
    result = found.result(item)
    if result is None:
        return Bar(item.name, None, _("Pending"))
    if result.score is None and result.place:
        text = _("place {number}").format(number=result.place)
        return Bar(item.name, len(found.items) + 1 - result.place, text, result.place == 1)
    value = result.score if result.score is not None else Decimal(result.count)
    text = _.number(value, 2, fixed=False)
    if found.round.instrument is Instrument.APPROVAL and result.share is not None:
        value = result.share
        text = f"{_.percent(result.share)} · {_.number(result.count)}"
    elif found.round.instrument is Instrument.POINTS and result.share is not None:
        text = f"{text} · {_.percent(result.share)}"
    return Bar(item.name, float(value), text, is_open=result.place == 1)


def _of(found: Outcome, item: RoundItem, name: str) -> float | None:
    result = found.result(item)
    value = getattr(result, name) if result else None
    return None if value is None else float(value)


def _column(
    made: go.Figure,
    drawing: Drawing,
    style: Style,
    place: int,
    title: str,
    every: Sequence[float | None],
    places: range,
) -> None:
    """Draw one rule's bars on a page in its own column, the largest of every page in copper."""
    look, axis = style.look, f"x{place if place > 1 else ''}"
    most = max((value or 0 for value in every), default=0) or 1
    values = [every[row] for row in places]
    made.add_bar(
        orientation="h",
        y=[*range(len(values))],
        x=[value or 0 for value in values],
        marker={"color": [look.copper if value == most else look.iron for value in values]},
        hoverinfo="skip",
        xaxis=axis,
        yaxis="y",
    )
    for row, value in enumerate(values):
        text = "–" if value is None else style.reader.number(value, 1, fixed=False)
        is_first = value == most
        drawing.note(
            x=value or 0,
            y=row,
            xref=axis,
            text=f"<b>{text}</b>" if is_first else text,
            font={"color": look.copper_text if is_first else look.soft},
            xanchor="left",
            xshift=8,
        )
    drawing.note(
        x=0, y=1, xref=axis, yref="paper", yanchor="bottom", xanchor="left", text=f"<b>{title}</b>"
    )
    made.update_layout({f"xaxis{place if place > 1 else ''}": {"visible": False}})
    made.update_layout({f"xaxis{place if place > 1 else ''}": {"range": [0, most * 1.45]}})


def _criteria(found: Outcome) -> Sequence[RoundCriterion | None]:
    return found.criteria[:COLUMNS] or (None,)


def _axis(letter: str, place: int) -> str:
    return f"{letter}{place if place > 1 else ''}"


def _scale_figure(found: Outcome, style: Style, rows: int) -> go.Figure:
    """Return an empty figure with a column for each criterion, named where there are several."""
    criteria = _criteria(found)
    width = (1 - GAP * (len(criteria) - 1)) / len(criteria)
    room = (WIDE - _beside(found)) * width * style.px
    heads = [_head(criterion, room, style) for criterion in criteria if len(criteria) > 1]
    words = [_outer_words(_scale(criterion), room, style) for criterion in criteria]
    top = LEADING * max(map(len, heads)) + 0.8 if heads else 0
    bottom = 1.9 + LEADING * max(len(lines) for pair in words for lines in pair)
    if len(criteria) > WORDED:
        words, bottom = [], 1.6
    made = figure(style, (max(rows, 1) * ROW + bottom + top) * style.px)
    for place, criterion in enumerate(criteria):
        left = place * (width + GAP)
        _steps(made, _scale(criterion), place + 1, (left, left + width), style)
    for place, lines in enumerate(heads, 1):
        head_column(made, f"{_axis('x', place)} domain", lines, style.look.iron)
    for place, pair in enumerate(words, 1):
        _anchors(made, place, pair, style)
    made.update_layout(margin={"b": round(bottom * style.px), "t": round(top * style.px)})
    return made


def _head(criterion: RoundCriterion | None, room: float, style: Style) -> list[str]:
    """Return the name of a criterion on lines that its column has room for."""
    return in_room(criterion.name, room, style.px, 2, is_bold=True) if criterion else []


def _outer_words(scale: Scale, room: float, style: Style) -> tuple[list[str], list[str]]:
    """Return what the outer steps of a scale mean: the longer words get what the others leave."""
    _, room = style.reader, room - APART * style.px
    least, most = (_(scale.anchors[step]) for step in (scale.least, scale.most))
    left, right = (min(room_of(words, style.px), room / 2) for words in (least, most))
    return (
        in_room(least, room - right, style.px, 2),
        in_room(most, room - left, style.px, 2),
    )


def _steps(
    made: go.Figure, scale: Scale, place: int, domain: tuple[float, float], style: Style
) -> None:
    """Write the steps of a scale below its column."""
    made.update_layout(
        {
            f"xaxis{place if place > 1 else ''}": {
                "domain": domain,
                "anchor": "y",
                "range": [scale.least - 0.3, scale.most + 0.3],
                "tickvals": [*scale.anchors],
                "ticktext": [str(step) for step in scale.anchors],
                "tickfont": {"size": style.px, "color": style.look.soft},
                "showgrid": True,
                "gridcolor": style.look.line,
                "zeroline": False,
            }
        }
    )


def _anchors(made: go.Figure, place: int, words: tuple[list[str], list[str]], style: Style) -> None:
    """Write what the outer steps of a column's scale mean, beneath them."""
    for x, anchor, lines in zip((0, 1), ("left", "right"), words, strict=True):
        made.add_annotation(
            x=x,
            xref=f"{_axis('x', place)} domain",
            y=0,
            yref="paper",
            yanchor="top",
            yshift=-1.5 * style.px,
            xanchor=anchor,
            align=anchor,
            text="<br>".join(lines),
            font={"color": style.look.soft},
        )


def _spread(made: go.Figure, result: RoundResult, row: int, axis: str, style: Style) -> None:
    """Draw one median with its middle half."""
    if result.median is None:
        return
    colour = style.look.copper if is_disputed(result) else style.look.iron
    if result.first_quartile is not None and result.third_quartile is not None:
        made.add_scatter(
            x=[float(result.first_quartile), float(result.third_quartile)],
            y=[row, row],
            xaxis=axis,
            mode="lines",
            line={"color": colour, "width": style.px / 4},
            hoverinfo="skip",
        )
    made.add_scatter(
        x=[float(result.median)],
        y=[row],
        xaxis=axis,
        mode="markers",
        marker={"symbol": "circle", "size": style.px * 0.8, "color": colour},
        hoverinfo="skip",
    )


def _value(made: go.Figure, result: RoundResult, row: int, axis: str, style: Style) -> None:
    """Write the median above its mark."""
    if result.median is not None:
        made.add_annotation(
            x=float(result.median),
            xref=axis,
            y=row,
            yshift=style.px * 0.95,
            text=f"<b>{style.reader.number(result.median, 1, fixed=False)}</b>",
            font={"color": style.look.copper_text if is_disputed(result) else style.look.iron},
        )


def _beside(found: Outcome) -> float:
    """Return how many ems names have beside the columns of a rating."""
    return NAME if len(found.criteria) <= 1 else NAME_OF_SEVERAL


def _items(
    made: go.Figure,
    rows: Sequence[tuple[RoundItem, bool]],
    style: Style,
    width: float,
    tall: float | None,
) -> None:
    """Write the items beside their rows, those to talk about in copper and bold."""
    lines = _lines(made, len(rows), style, tall)
    if tall is None:
        width = min(width, BESIDE)
    names = [
        "<br>".join(in_room(item.name, width * style.px, style.px, lines, is_bold=True))
        for item, _is_open in rows
    ]
    if tall is None and any("<br>" in name for name in names):
        made.layout.height += round(TALLER * len(rows) * style.px)
    made.update_yaxes(
        tickvals=[*range(len(rows))],
        ticktext=[
            coloured(name, style.look.copper_text, bold=True) if is_open else name
            for name, (_item, is_open) in zip(names, rows, strict=True)
        ],
        range=[len(rows) - 0.4, -0.7],
    )


def _lines(made: go.Figure, rows: int, style: Style, tall: float | None) -> int:
    """Return on how many lines names stand: as many as their rows are tall."""
    if tall is None:
        return 2 if rows <= FEW else 1
    around = (made.layout.margin.t or 0) + (made.layout.margin.b or 0)
    row = (tall - around) / style.px / max(1, rows)
    return max(1, min(LINES, int((row + SPARE) / LEADING)))


def _talks(found: Outcome, item: RoundItem) -> bool:
    return any(item == talked for talked, _criterion in found.disputed())


def _scale(criterion: RoundCriterion | None) -> Scale:
    return (find_scale(criterion.scale) if criterion else None) or MERIT
