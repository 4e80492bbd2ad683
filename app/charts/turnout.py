"""Turnout while a round is open: how many of how many, and the quorum; never what they voted."""

import plotly.graph_objects as go

from app.charts.template import Style, figure

HEIGHT = 3.4  # ems
BAR = (0.0, 0.42)  # of the height


def turnout_bar(cast: int, eligible: int | None, quorum: int | None, style: Style) -> go.Figure:
    """Return the bar of those who have voted, with the tick of the quorum.

    Without a roll it fills up to the quorum; without either it only says the number.
    """
    _, look = style.reader, style.look
    whole = max(eligible or 0, quorum or 0, cast, 1)
    made = figure(style, HEIGHT * style.px)
    bottom, top = BAR
    if eligible or quorum:
        for end, fill in ((whole, look.tint), (cast, look.iron)):
            made.add_shape(
                type="rect",
                x0=0,
                x1=end,
                y0=bottom,
                y1=top,
                fillcolor=fill,
                line={"color": look.faint if end == whole else fill, "width": 1},
            )
    if quorum:
        made.add_shape(
            type="line",
            x0=quorum,
            x1=quorum,
            y0=bottom - 0.05,
            y1=top + 0.08,
            line={"color": look.copper, "width": 4},
        )
        made.add_annotation(
            x=quorum,
            y=top + 0.1,
            yanchor="bottom",
            xanchor="right" if quorum > whole / 2 else "left",
            text=_("quorum {count}").format(count=_.number(quorum)),
            font={"color": look.copper_text},
        )
    made.update_xaxes(visible=False, range=[-0.002 * whole, 1.002 * whole])
    made.update_yaxes(visible=False, range=[-0.1, 1])
    return made
