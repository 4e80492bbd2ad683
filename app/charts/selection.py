"""Candidate clusters by criteria: each value with a bar behind it, and the weighted score below."""

from collections.abc import Sequence

import plotly.graph_objects as go

from app.charts.template import POSTER, Drawing, Style, coloured, figure, in_lines, in_room, room_of
from app.look import PROJECTOR
from methodology.selection import Selection, Standing, Weighed

ROW, TALL_ROW, DENSEST = 2.1, 3.1, 1.3  # ems: usual, with its name above, least on the projector
WIDTH = 0.9  # of a column, that the longest bar takes
CANDIDATES = {False: 5, True: 4}  # that have room, at work and on the projector
LETTERS = {False: 11, True: 13}  # of a line of a heading
NAME = {False: 23.0, True: 15.5}  # ems of a criterion's name with its weight
TWO_LINES = 2.0  # ems of a row from which that has two lines
LINES = {False: 4, True: 3}  # of a heading
UP, DOWN = 0.32, 0.14  # of a row, from its middle: to its name above, to its value below
HALF = {False: 0.22, True: 0.38}  # of the height of a bar, in rows


def selection_chart(found: Selection, style: Style) -> go.Figure:
    """Return criteria by candidates, best first; the chosen one in copper and named as such."""
    _, is_large = style.reader, style.px >= PROJECTOR
    shown = _shown(found, CANDIDATES[is_large])
    above, rows = 1.35 * (LINES[is_large] + 1) + 0.6, found.criteria
    room = int((POSTER - above) / DENSEST) - 2
    if is_large and len(rows) > room:
        rows = tuple(sorted(rows, key=lambda one: -one.share)[:room])
    tall = len(rows) + (1 if len(rows) == len(found.criteria) else 2)
    row = min(ROW, (POSTER - above) / tall) if is_large else TALL_ROW
    made, drawing = figure(style, (tall * row + above) * style.px), Drawing()
    for column, one in enumerate(shown):
        for place, by in enumerate(rows):
            _add_value(drawing, column, place, one, by, style)
        _add_score(drawing, column, len(rows), one, style)
    if len(rows) < len(found.criteria):
        _add_rest(drawing, len(rows) + 1, len(found.criteria) - len(rows), style)
    drawing.put_on(made)
    made.add_scatter(x=[0], y=[0], mode="markers", marker={"opacity": 0}, hoverinfo="skip")
    line, lines = LETTERS[is_large], 2 if is_large and row >= TWO_LINES else 1
    made.update_xaxes(
        side="top",
        showgrid=False,
        tickangle=0,
        ticklabeloverflow="allow",
        tickvals=[*range(len(shown))],
        ticktext=[_heading(one, line, style) for one in shown],
        tickfont={"color": style.look.ink},
        range=[-0.5, len(shown) - 0.5],
    )
    _name_rows(
        made,
        [*(_named(by, lines, style) for by in rows), f"<b>{_('Weighted score')}</b>"],
        style,
    )
    made.update_yaxes(range=[tall - 0.4, -0.6])
    return made


def _name_rows(made: go.Figure, names: Sequence[str], style: Style) -> None:
    """Write the names of the rows: beside them for the room, above them where a page is narrow."""
    if style.px >= PROJECTOR:
        made.update_yaxes(tickvals=[*range(len(names))], ticktext=names)
        return
    made.update_yaxes(showticklabels=False)
    for place, name in enumerate(names):
        made.add_annotation(
            x=0, xref="paper", xanchor="left", y=place - UP, text=name,
            font={"color": style.look.soft},
        )  # fmt: skip


def _shown(found: Selection, most: int) -> Sequence[Standing]:
    """Return the best candidates that have room, those chosen among them in any case."""
    kept = sorted(found.compared, key=lambda one: not one.candidate.is_chosen)[:most]
    return [one for one in found.compared if one in kept]


def _add_value(
    drawing: Drawing, column: int, place: int, one: Standing, by: Weighed, style: Style
) -> None:
    """Draw a value on a bar that is as long as the value is high among the candidates."""
    key = one.candidate.id
    if scaled := by.scaled.get(key):
        _add_bar(drawing, column, place, scaled, style)
    text = style.reader.number(by.values[key], by.decimals) if key in by.values else "–"
    drawing.note(x=column, y=_low(place, style), text=text)


def _add_score(drawing: Drawing, column: int, place: int, one: Standing, style: Style) -> None:
    look, score = style.look, one.score or 0.0
    colour = look.copper if one.candidate.is_chosen else look.iron
    middle, left = _low(place, style), column - WIDTH / 2
    low = middle + HALF[style.px >= PROJECTOR] + 0.04
    drawing.shape(
        type="line", x0=left, x1=left + WIDTH * score, y0=low, y1=low,
        line={"color": colour, "width": 0.25 * style.px},
    )  # fmt: skip
    ink = look.copper_text if one.candidate.is_chosen else look.ink
    text = f"<b>{style.reader.number(score, 2)}</b>"
    drawing.note(x=column, y=middle, text=text, font={"color": ink})


def _add_bar(drawing: Drawing, column: int, place: int, length: float, style: Style) -> None:
    left, middle, half = column - WIDTH / 2, _low(place, style), HALF[style.px >= PROJECTOR]
    drawing.shape(
        type="rect", x0=left, x1=left + WIDTH * length, y0=middle - half, y1=middle + half,
        fillcolor=style.look.grid, line={"width": 0}, layer="below",
    )  # fmt: skip


def _low(place: int, style: Style) -> float:
    """Return the height of the values of a row: below its name where that stands above them."""
    return place if style.px >= PROJECTOR else place + DOWN


def _add_rest(drawing: Drawing, place: int, count: int, style: Style) -> None:
    """Say how many criteria have no room."""
    drawing.note(
        x=1,
        xref="paper",
        xanchor="right",
        y=place,
        text=style.reader.many("and {count} more criterion", "and {count} more criteria", count),
        font={"color": style.look.soft},
    )


def _heading(one: Standing, line: int, style: Style) -> str:
    _ = style.reader
    name = "<br>".join(in_lines(one.candidate.name, line, LINES[style.px >= PROJECTOR]))
    if not one.candidate.is_chosen:
        return name
    return f"{coloured(name, style.look.copper_text, bold=True)}<br>{_('chosen')}"


def _named(by: Weighed, lines: int, style: Style) -> str:
    """Return a criterion with its weight; where it tells nobody apart, that stands there too."""
    _ = style.reader
    told = f" · {_.percent(by.share, 1, fixed=False)}"
    if by.is_flat:
        told += f" · {_('all equal')}"
    wide = NAME[style.px >= PROJECTOR] * style.px - room_of(told, style.px)
    return "<br>".join(in_room(by.criterion.name, wide, style.px, lines)) + told
