"""The vision as a poster for the room, and which area takes up which gap."""

from collections.abc import Sequence

import plotly.graph_objects as go

from app.charts.dots import Dot, Head, Line, dot_matrix
from app.charts.template import Style, figure, plain
from methodology.areas import ImprovementArea
from methodology.code_order import titled
from methodology.lettering import wrapped
from methodology.needs import Need

ROOM = 1060  # px of a line, at the size of the projector
AT = 28  # px that the room is measured at
SIZES = (1.5, 1.25, 1.0)  # of the text, the first that leaves few enough lines
MOST_LINES = (9, 11, 14)
LEADING = 1.32


def vision_poster(text: str, note: str, style: Style) -> go.Figure:
    """Return the vision in type for the last row, with what became of it beneath."""
    scale, lines = _set(text, style)
    size = scale * style.px
    height = (len(lines) * LEADING * scale + 2.6) * style.px
    made = figure(style, height)
    made.update_xaxes(visible=False, range=[0, 1])
    made.update_yaxes(visible=False, range=[0, 1])
    shared = {"x": 0, "xanchor": "left", "xref": "paper", "yref": "paper", "align": "left"}
    made.add_annotation(
        y=1,
        yanchor="top",
        text="<br>".join(plain(line, 400) for line in lines),
        font={"size": round(size)},
        **shared,
    )
    made.add_annotation(
        y=0,
        yanchor="bottom",
        text=plain(note, 120),
        font={"color": style.look.soft},
        **shared,
    )
    return made


def _set(text: str, style: Style) -> tuple[float, list[str]]:
    """Return the largest size that a text has few enough lines in, and the lines."""
    room = ROOM * style.px / AT
    for scale, most in zip(SIZES, MOST_LINES, strict=True):
        lines = [*wrapped(text, room / (scale * style.px))]
        if len(lines) <= most:
            return scale, lines
    return SIZES[-1], [*lines[: MOST_LINES[-1] - 1], f"{lines[MOST_LINES[-1] - 1]}…"]


def area_matrix(
    needs: Sequence[Need],
    areas: Sequence[ImprovementArea],
    still: Sequence[Need],
    style: Style,
) -> go.Figure:
    """Return kept gaps by areas: a mark where an area takes one up, its priority in it.

    What is still open, taken up by no area and not set aside, stands out.
    """
    lines, dots = [], []
    waiting = {need.factor.id for need in still}
    for row, need in enumerate(needs):
        name = titled(need.factor)
        lines.append(Line(name, need.factor.id in waiting))
        text = style.reader.number(need.priority, 1, fixed=False)
        dots += [
            Dot(row, place, text) for place, area in enumerate(areas) if need.factor.id in area.gaps
        ]
    return dot_matrix(lines, [Head(area.code, area.name) for area in areas], dots, style)
