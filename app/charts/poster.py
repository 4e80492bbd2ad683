"""Words as large as the last row needs them: addresses, numbers, the time left."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from app.charts.template import Style, figure, plain

HUGE, LARGE, SMALL = 84, 44, 28  # px
LEADING = 1.25
LONGEST = 120  # letters of a line


@dataclass(frozen=True)
class Words:
    """One line of a poster: its words and size, copper where it is what is asked for now."""

    text: str
    px: int = SMALL
    is_asked: bool = False
    is_soft: bool = False


def poster(lines: Sequence[Words], style: Style) -> go.Figure:
    """Return lines of text, one beneath the other, as tall as they are together."""
    look = style.look
    tall = sum(line.px * LEADING for line in lines)
    made = figure(style, tall)
    made.add_scatter(x=[0, 1], y=[0, tall], mode="markers", marker={"opacity": 0})
    top = tall
    for line in lines:
        words = plain(line.text, LONGEST)
        colour = look.copper_text if line.is_asked else look.soft if line.is_soft else look.ink
        made.add_annotation(
            x=0,
            y=top,
            xanchor="left",
            yanchor="top",
            text=words if line.is_soft else f"<b>{words}</b>",
            font={"size": line.px, "color": colour},
        )
        top -= line.px * LEADING
    made.update_xaxes(visible=False, range=[0, 1])
    made.update_yaxes(visible=False, range=[0, tall])
    return made
