"""A grid of marks: rows by columns, a mark where they meet; what meets nothing stands out."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

import plotly.graph_objects as go

from app.charts.template import Style, coloured, figure, plain, width_of

ROW = 2.1  # height of a row in ems
MARK = 1.75  # diameter of a mark, in ems
LONGEST = 44  # letters of a row's name
ROOM = 620  # px for the columns
FEWEST_LETTERS, MOST_LETTERS = 8, 22  # on a line of a heading
MOST_LINES = 3


@dataclass(frozen=True)
class Dot:
    """A mark in a row and a column, with a word or number in it; a light one is only outlined."""

    row: int
    column: int
    text: str = ""
    is_light: bool = False


@dataclass(frozen=True)
class Line:
    """A row by its name; `is_open` asks for attention, `is_head` is the name of those below."""

    name: str
    is_open: bool = False
    is_head: bool = False


def dot_matrix(
    lines: Sequence[Line], columns: Sequence[str], dots: Sequence[Dot], style: Style
) -> go.Figure:
    """Return rows by columns with their marks; the first row stands on top."""
    heads = [_heading(column, len(columns), style) for column in columns]
    tall = max((head.count("<br>") + 1 for head in heads), default=1)
    made = figure(style, (len(lines) * ROW + tall * 1.35 + 0.6) * style.px)
    _add_dots(made, [dot for dot in dots if not dot.is_light], style)
    _add_dots(made, [dot for dot in dots if dot.is_light], style, is_light=True)
    made.update_xaxes(
        side="top",
        showgrid=False,
        tickvals=[*range(len(columns))],
        ticktext=heads,
        tickangle=0,
        tickfont={"color": style.look.ink},
        range=[-0.6, max(0, len(columns) - 1) + 0.6],
    )
    made.update_yaxes(
        showgrid=True,
        gridcolor=style.look.grid,
        tickvals=[*range(len(lines))],
        ticktext=[_name(line, style) for line in lines],
        range=[len(lines) - 0.4, -0.6],
    )
    return made


def _add_dots(
    made: go.Figure, dots: Sequence[Dot], style: Style, *, is_light: bool = False
) -> None:
    look = style.look
    made.add_scatter(
        x=[dot.column for dot in dots],
        y=[dot.row for dot in dots],
        mode="markers",
        marker={
            "size": MARK * style.px,
            "color": look.background if is_light else look.iron,
            "line": {"color": look.faint if is_light else look.iron, "width": 1.5},
        },
        hoverinfo="skip",
        cliponaxis=False,
    )
    for dot in dots:
        if dot.text:
            colour = look.soft if is_light else look.background
            made.add_annotation(
                x=dot.column, y=dot.row, text=plain(dot.text, 4), font={"color": colour}
            )


def _name(line: Line, style: Style) -> str:
    name = plain(line.name, LONGEST)
    if line.is_open:
        return coloured(name, style.look.copper_text, bold=True)
    return f"<b>{name}</b>" if line.is_head else name


def _heading(text: str, columns: int, style: Style) -> str:
    """Return a text on as many short lines as a column has room for."""
    letters = int(ROOM / max(1, columns) / width_of("x", style.px))
    letters = max(FEWEST_LETTERS, min(MOST_LETTERS, letters))
    lines = wrap(text, letters, break_long_words=True)
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1][: letters - 1]}…"]
    return "<br>".join(plain(line) for line in lines)
