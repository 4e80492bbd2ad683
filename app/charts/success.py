"""Success factors against options: a full circle where one is necessary, a ring where important."""

import plotly.graph_objects as go

from app.charts.template import PAGE, Style, coloured, figure, in_room
from app.look import PROJECTOR
from methodology.code_order import titled
from methodology.success import Relevance
from methodology.success_matrix import SuccessMatrix, SuccessRow

ROW = 2.1
LINES = 4  # of an option's heading
OPTIONS = 6  # options that have room
COLUMN = {False: 8.3, True: 4.2}  # ems of an option's column at most, at work and projected
NAME = (13.0, 23.0)  # ems of a factor's name
SIDES = 1.2  # columns that the edges take
SIZES = {Relevance.NECESSARY: 1.15, Relevance.IMPORTANT: 1.05, Relevance.NOT_RELEVANT: 0.3}


def success_chart(matrix: SuccessMatrix, style: Style) -> go.Figure:
    """Return factors by options, and how much of each there is; the critical ones stand out."""
    _, look, options = style.reader, style.look, matrix.options[:OPTIONS]
    made = figure(style, (len(matrix.rows) * ROW + 6.7) * style.px)
    is_large = style.px >= PROJECTOR
    columns = len(options) + SIDES
    beside = _beside(columns, is_large=is_large, style=style)
    line = (PAGE - beside) / columns
    critical = {row.factor.id for row in matrix.critical}
    for relevance in Relevance:
        places = [
            (column, place)
            for place, row in enumerate(matrix.rows)
            for column, option in enumerate(options)
            if row.relevance.get(option.id) == relevance
        ]
        _add_marks(made, places, relevance, style)
    for place, row in enumerate(matrix.rows):
        _add_level(made, place, len(options), row.factor.present, row.factor.id in critical, style)
    heads = [_heading(titled(one), line, style) for one in options]
    made.update_xaxes(
        side="top",
        showgrid=False,
        tickangle=0,
        tickvals=[*range(len(options) + 1)],
        ticktext=[*heads, _heading(_("Present level"), line, style)],
        range=[-0.6, len(options) + 0.6],
    )
    names = [
        in_room(_name(row, is_large), beside, style.px, 1, is_bold=True)[0] for row in matrix.rows
    ]
    made.update_yaxes(
        tickvals=[*range(len(names))],
        ticktext=[
            coloured(name, look.copper_text, bold=True) if row.factor.id in critical else name
            for name, row in zip(names, matrix.rows, strict=True)
        ],
        range=[len(names) + 0.5, -0.6],
    )
    _add_key(made, len(names), style)
    return made


def _add_marks(
    made: go.Figure, places: list[tuple[int, int]], relevance: Relevance, style: Style
) -> None:
    look = style.look
    is_full = relevance == Relevance.NECESSARY
    made.add_scatter(
        x=[x for x, _y in places],
        y=[y for _x, y in places],
        mode="markers",
        marker={
            "size": SIZES[relevance] * style.px,
            "color": look.iron if is_full else look.background,
            "line": {
                "color": look.faint if relevance == Relevance.NOT_RELEVANT else look.iron,
                "width": 2,
            },
        },
        hoverinfo="skip",
    )


def _add_level(
    made: go.Figure, place: int, column: int, level: int | None, is_critical: bool, style: Style
) -> None:
    _, look = style.reader, style.look
    text = "–" if level is None else _.number(level)
    made.add_annotation(
        x=column,
        y=place,
        text=f"<b>{text}</b>" if is_critical else text,
        font={"color": look.copper_text if is_critical else look.ink},
    )


def _add_key(made: go.Figure, row: int, style: Style) -> None:
    """Say below the columns what the marks mean, in the marks' own signs."""
    _, signs = style.reader, {"●": Relevance.NECESSARY, "○": Relevance.IMPORTANT}
    made.add_annotation(
        x=1,
        xref="paper",
        xanchor="right",
        y=row + 0.1,
        text="   ".join(f"{sign} {_(one.label).lower()}" for sign, one in signs.items()),
        font={"color": style.look.soft, "size": style.px - 1},
    )


def _name(row: SuccessRow, is_large: bool) -> str:
    """Return how a factor is called: the room reads words, the desk looks up codes."""
    factor = row.factor
    return factor.name if is_large else titled(factor)


def _beside(columns: float, *, is_large: bool, style: Style) -> float:
    """Return how many px the names of factors have: what the columns leave."""
    least, most = (ems * style.px for ems in NAME)
    return min(most, max(least, PAGE - columns * COLUMN[is_large] * style.px))


def _heading(text: str, wide: float, style: Style) -> str:
    """Return a text on as many lines as a column has room for."""
    return "<br>".join(in_room(text, wide, style.px - 1, LINES))
