"""What a round of votes came to: bars, two rules side by side, medians with spread, shifts."""

from collections.abc import Sequence
from decimal import Decimal

import plotly.graph_objects as go

from app.charts.bars import Bar, bars
from app.charts.template import Style, figure, plain, width_of
from methodology.outcomes import Outcome, is_disputed, shifts
from methodology.round_results import RoundResult
from methodology.rounds import Instrument, RoundCriterion, RoundItem
from methodology.scale import MERIT, Scale, find_scale

SHOWN = 10  # items that fit a projector in letters for the last row
ROW = 2.1  # height of a row in ems
WIDER = 1.12  # room at the ends of bars on a desk that is narrower than a page
NAME = 30  # letters of an item's name
TWO_RULES = ((0.0, 0.47), (0.54, 1.0))  # where the two columns of a ranking stand


def vote_bars(found: Outcome, style: Style) -> go.Figure:
    """Return one bar for each item, by the declared rule, the first place in copper."""
    made = bars([_bar(found, item, style) for item in found.ranked()[:SHOWN]], style)
    _least, most = made.layout.xaxis.range
    made.update_xaxes(range=[0, WIDER * most])  # shares and numbers stand at the ends
    return made


def ranking_bars(found: Outcome, style: Style) -> go.Figure:
    """Return the points of Borda and the pairs won of Copeland side by side.

    Both stand there whichever was declared: where they differ the room should know.
    """
    _, items = style.reader, found.ranked()[:SHOWN]
    made = figure(style, (len(items) * ROW + 2) * style.px)
    columns = (
        (_("Borda, points"), [_of(found, item, "borda") for item in items]),
        (_("Copeland, pairs won"), [_of(found, item, "copeland") for item in items]),
    )
    for place, ((title, values), (left, right)) in enumerate(
        zip(columns, TWO_RULES, strict=True), 1
    ):
        _column(made, style, place, title, values)
        made.update_layout({f"xaxis{place if place > 1 else ''}": {"domain": [left, right]}})
    made.update_yaxes(
        tickvals=[*range(len(items))],
        ticktext=[plain(item.name, NAME) for item in items],
        range=[len(items) - 0.4, -0.6],
    )
    made.update_layout(margin={"t": round(2 * style.px)})
    return made


def rating_spreads(found: Outcome, style: Style) -> go.Figure:
    """Return the median of each item with the middle half of the scores, on the scale's steps.

    The first criterion is a filled iron circle, the second a hollow diamond; what the room should
    talk about, an interquartile range above 1, is copper and bold.
    """
    items = found.items[:SHOWN]
    criteria: Sequence[RoundCriterion | None] = found.criteria[:2] or (None,)
    made = _scale_figure(found, style, len(items))
    for place, criterion in enumerate(criteria):
        shift = (place - (len(criteria) - 1) / 2) * 0.34
        for row, item in enumerate(items):
            if result := found.result(item, criterion):
                _spread(made, result, row + shift, place, style)
                if len(criteria) == 1:
                    _value(made, result, row, style)
        if criterion and len(criteria) > 1:
            _name_once(made, found, criterion, shift, style)
    _items(made, [(item, _talks(found, item)) for item in items], style)
    return made


def rating_shifts(first: Outcome, second: Outcome, style: Style) -> go.Figure:
    """Return how the medians moved from the first turn to the second, and what is still wide."""
    moved = [one for one in shifts(first, second) if one.criterion == _first(second)][:SHOWN]
    made = _scale_figure(second, style, len(moved))
    look = style.look
    for row, one in enumerate(moved):
        before, after = float(one.before.median or 0), float(one.after.median or 0)
        made.add_scatter(
            x=[before, after],
            y=[row, row],
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
    _items(made, [(one.item, is_disputed(one.after)) for one in moved], style)
    return made


def _bar(found: Outcome, item: RoundItem, style: Style) -> Bar:
    _ = style.reader
    result = found.result(item)
    if result is None:
        return Bar(item.name[:NAME], None, _("Pending"))
    if result.score is None and result.place:
        text = _("place {number}").format(number=result.place)
        return Bar(item.name[:NAME], len(found.items) + 1 - result.place, text, result.place == 1)
    value = result.score if result.score is not None else Decimal(result.count)
    text = _.number(value, 2, fixed=False)
    if found.round.instrument is Instrument.APPROVAL and result.share is not None:
        value = result.share
        text = f"{_.percent(result.share)} · {_.number(result.count)}"
    elif found.round.instrument is Instrument.POINTS and result.share is not None:
        text = f"{text} · {_.percent(result.share)}"
    return Bar(item.name[:NAME], float(value), text, is_open=result.place == 1)


def _of(found: Outcome, item: RoundItem, name: str) -> float | None:
    result = found.result(item)
    value = getattr(result, name) if result else None
    return None if value is None else float(value)


def _column(
    made: go.Figure, style: Style, place: int, title: str, values: Sequence[float | None]
) -> None:
    """Draw one rule's bars in its own column, the largest in copper."""
    look, axis = style.look, f"x{place if place > 1 else ''}"
    most = max((value or 0 for value in values), default=0) or 1
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
        made.add_annotation(
            x=value or 0,
            y=row,
            xref=axis,
            text=f"<b>{text}</b>" if is_first else text,
            font={"color": look.copper_text if is_first else look.soft},
            xanchor="left",
            xshift=8,
        )
    made.add_annotation(
        x=0, y=1, xref=axis, yref="paper", yanchor="bottom", xanchor="left", text=f"<b>{title}</b>"
    )
    made.update_layout({f"xaxis{place if place > 1 else ''}": {"visible": False}})
    made.update_layout({f"xaxis{place if place > 1 else ''}": {"range": [0, most * 1.45]}})


def _scale_figure(found: Outcome, style: Style, rows: int) -> go.Figure:
    """Return an empty figure with the steps of the scale below, the outer ones in words."""
    _ = style.reader
    scale = _scale(found)
    made = figure(style, (max(rows, 1) * ROW + 2.4) * style.px)
    steps = [*scale.anchors]
    made.update_xaxes(
        range=[scale.least - 0.3, scale.most + 0.3],
        tickvals=steps,
        ticktext=[str(step) for step in steps],
        tickfont={"size": style.px, "color": style.look.soft},
    )
    for step, anchor in ((scale.least, "left"), (scale.most, "right")):
        made.add_annotation(
            x=step + (-0.3 if anchor == "left" else 0.3),
            y=0,
            yref="paper",
            yanchor="top",
            yshift=-1.5 * style.px,
            xanchor=anchor,
            text=plain(_(scale.anchors[step]), 34),
            font={"color": style.look.soft},
        )
    made.update_layout(margin={"b": round(3.2 * style.px)})
    return made


def _spread(made: go.Figure, result: RoundResult, y: float, place: int, style: Style) -> None:
    if result.median is None:
        return
    look = style.look
    colour = look.copper if is_disputed(result) else look.iron
    if result.first_quartile is not None and result.third_quartile is not None:
        made.add_scatter(
            x=[float(result.first_quartile), float(result.third_quartile)],
            y=[y, y],
            mode="lines",
            line={"color": colour, "width": style.px / 4, "dash": "solid" if not place else "dot"},
            hoverinfo="skip",
        )
    made.add_scatter(
        x=[float(result.median)],
        y=[y],
        mode="markers",
        marker={
            "symbol": "circle" if not place else "diamond-open",
            "size": style.px * 0.8,
            "color": colour,
            "line": {"width": 3, "color": colour},
        },
        hoverinfo="skip",
    )


def _value(made: go.Figure, result: RoundResult, row: int, style: Style) -> None:
    """Write the median above its mark."""
    if result.median is not None:
        made.add_annotation(
            x=float(result.median),
            y=row,
            yshift=style.px * 0.95,
            text=f"<b>{style.reader.number(result.median, 1, fixed=False)}</b>",
            font={"color": style.look.copper_text if is_disputed(result) else style.look.iron},
        )


def _name_once(
    made: go.Figure, found: Outcome, criterion: RoundCriterion, shift: float, style: Style
) -> None:
    """Name a criterion at its mark in the first row, in words and with its sign."""
    result = found.result(found.items[0], criterion)
    if result is None or result.median is None:
        return
    end = float(max(result.median, result.third_quartile or result.median))
    name = plain(criterion.name, 24)
    room = width_of(name, style.px) > (5.2 - end) * 6 * style.px
    made.add_annotation(
        x=float(min(result.median, result.first_quartile or result.median)) if room else end,
        y=shift,
        text=f"<b>{name}</b>",
        xanchor="right" if room else "left",
        xshift=-style.px if room else style.px,
        font={"color": style.look.iron, "size": style.px},
    )


def _items(made: go.Figure, rows: Sequence[tuple[RoundItem, bool]], style: Style) -> None:
    """Write the items beside their rows, those to talk about in copper and bold."""
    made.update_yaxes(
        tickvals=[*range(len(rows))],
        ticktext=[
            f'<span style="color:{style.look.copper_text}"><b>{plain(item.name, NAME)}</b></span>'
            if is_open
            else plain(item.name, NAME)
            for item, is_open in rows
        ],
        range=[len(rows) - 0.4, -0.7],
    )


def _talks(found: Outcome, item: RoundItem) -> bool:
    return any(item == talked for talked, _criterion in found.disputed())


def _first(found: Outcome) -> RoundCriterion | None:
    return found.criteria[0] if found.criteria else None


def _scale(found: Outcome) -> Scale:
    first = _first(found)
    return (find_scale(first.scale) if first else None) or MERIT
