"""A grid of marks: rows by columns, a mark where they meet; what asks for attention stands out."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

import plotly.graph_objects as go

from app.charts.template import POSTER, Style, coloured, figure, plain, width_of
from app.look import PROJECTOR
from methodology.code_order import titled

ROW, DENSEST = 2.1, 1.12  # height of a row in ems: usual, and the least on the projector
MARK = 0.83  # diameter of a mark, in rows
INSIDE = 1.5  # ems of a mark that has room for a word; beside a smaller one
LONGEST = 44  # letters of a row's name
WIDE, NARROWEST = 1140, 260  # px of a figure, and the least of it that is left to the columns
FEWEST_LETTERS, MOST_LETTERS = 11, 22  # on a line of a heading; with fewer it is only the code
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


@dataclass(frozen=True)
class Head:
    """A column by its code and name; where there is little room the code stands for both."""

    code: str
    name: str


def dot_matrix(
    lines: Sequence[Line], columns: Sequence[Head], dots: Sequence[Dot], style: Style
) -> go.Figure:
    """Return rows by columns with their marks; the first row stands on top.

    On the projector rows move together, and those that still have no room are only counted.
    """
    names = max((width_of(line.name[:LONGEST], style.px) for line in lines), default=0)
    heads = _heads(columns, max(NARROWEST, WIDE - names), style)
    above = max((head.count("<br>") + 1 for head in heads), default=1) * 1.35 + 0.6
    shown = _shown(lines, above, style)
    row = ROW
    if style.px >= PROJECTOR and len(shown) * ROW + above > POSTER:
        row = (POSTER - above) / len(shown)
    made = figure(style, (len(shown) * row + above) * style.px)
    kept = [dot for dot in dots if dot.row < len(shown) and not shown[dot.row].is_head]
    for is_light in (False, True):
        _add_dots(
            made, [dot for dot in kept if dot.is_light == is_light], row * MARK, style, is_light
        )
    made.update_xaxes(
        side="top",
        showgrid=False,
        tickvals=[*range(len(columns))],
        ticktext=heads,
        tickangle=0,
        tickfont={"color": style.look.ink},
        range=[-0.6, max(0, len(columns) - 1) + (0.6 if row * MARK >= INSIDE else 0.9)],
    )
    made.update_yaxes(
        showgrid=True,
        gridcolor=style.look.grid,
        tickvals=[*range(len(shown))],
        ticktext=[_name(line, style) for line in shown],
        range=[len(shown) - 0.4, -0.6],
    )
    return made


def _shown(lines: Sequence[Line], above: float, style: Style) -> list[Line]:
    """Return the rows that there is room for, the last one counting the others."""
    room = int((POSTER - above) / DENSEST)
    if style.px < PROJECTOR or len(lines) <= room:
        return [*lines]
    rest = sum(not line.is_head for line in lines[room - 1 :])
    more = style.reader.many("and {count} more row", "and {count} more rows", rest)
    return [*lines[: room - 1], Line(more, is_head=True)]


def _add_dots(
    made: go.Figure, dots: Sequence[Dot], size: float, style: Style, is_light: bool
) -> None:
    look = style.look
    made.add_scatter(
        x=[dot.column for dot in dots],
        y=[dot.row for dot in dots],
        mode="markers",
        marker={
            "size": size * style.px,
            "color": look.background if is_light else look.iron,
            "line": {"color": look.faint if is_light else look.iron, "width": 1.5},
        },
        hoverinfo="skip",
        cliponaxis=False,
    )
    is_beside = size < INSIDE
    inside = look.soft if is_light else look.background
    for dot in dots:
        if dot.text:
            made.add_annotation(
                x=dot.column,
                y=dot.row,
                text=plain(dot.text, 4),
                font={"color": look.ink if is_beside else inside},
                xanchor="left" if is_beside else "center",
                xshift=(size / 2 + 0.25) * style.px if is_beside else 0,
            )


def _name(line: Line, style: Style) -> str:
    name = plain(line.name, LONGEST)
    if line.is_open:
        return coloured(name, style.look.copper_text, bold=True)
    return f"<b>{name}</b>" if line.is_head else name


def _heads(columns: Sequence[Head], room: float, style: Style) -> list[str]:
    """Return the headings on as many short lines as a column has room for, of `room` px for all."""
    letters = int(room / max(1, len(columns)) / width_of("x", style.px))
    if letters < FEWEST_LETTERS and all(column.code for column in columns):
        return [plain(column.code, FEWEST_LETTERS) for column in columns]
    letters = max(FEWEST_LETTERS, min(MOST_LETTERS, letters))
    return [_heading(titled(column), letters) for column in columns]


def _heading(text: str, letters: int) -> str:
    lines = wrap(text, letters, break_long_words=True)
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1][: letters - 1]}…"]
    return "<br>".join(plain(line) for line in lines)
