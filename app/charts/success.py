"""Success factors against options: a full circle where one is necessary, a ring where important."""

from textwrap import wrap

import plotly.graph_objects as go

from app.charts.template import Style, coloured, figure, plain
from app.look import PROJECTOR
from methodology.code_order import titled
from methodology.success import Relevance
from methodology.success_matrix import SuccessMatrix, SuccessRow

ROW = 2.1
LINES = 3  # of an option's heading
OPTIONS = 6  # options that have room
SIZES = {Relevance.NECESSARY: 1.15, Relevance.IMPORTANT: 1.05, Relevance.NOT_RELEVANT: 0.3}


def success_chart(matrix: SuccessMatrix, style: Style) -> go.Figure:
    """Return factors by options, and how much of each there is; the critical ones stand out."""
    _, look, options = style.reader, style.look, matrix.options[:OPTIONS]
    made = figure(style, (len(matrix.rows) * ROW + 5.4) * style.px)
    is_large = style.px >= PROJECTOR
    line, longest = (10, 26) if is_large else (16, 44)  # letters that have room
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
    heads = [_heading(titled(one), line) for one in options]
    made.update_xaxes(
        side="top",
        showgrid=False,
        tickangle=0,
        tickvals=[*range(len(options) + 1)],
        ticktext=[*heads, _heading(_("Present level"), line)],
        range=[-0.6, len(options) + 0.6],
    )
    names = [plain(_name(row, is_large), longest) for row in matrix.rows]
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


def _heading(text: str, line: int) -> str:
    """Return a text on as many lines as a column has room for."""
    found = wrap(text, line, break_long_words=False)
    if len(found) > LINES:
        found = [*found[: LINES - 1], f"{found[LINES - 1]}…"]
    return "<br>".join(plain(one, line if " " in one else line - 1) for one in found)
