"""The theory of change as a chain of five columns, each with its statements."""

from collections.abc import Sequence

import plotly.graph_objects as go

from app.charts.template import Style, figure, in_lines, plain
from app.look import PROJECTOR, WORK
from methodology.monitoring import ChangeLink, TheoryStep

SHOWN = 4  # statements of a link
LETTERS = 24  # of a line, at the work size
LINES = 8  # of a statement
LINE = 1.3  # ems
ROOM = 13  # lines that a column has room for on the projector


def theory_chain(steps: Sequence[TheoryStep], style: Style) -> go.Figure:
    """Return the chain from inputs to impacts; a link without a statement is dashed and says so."""
    _, look = style.reader, style.look
    columns = [[step for step in steps if step.link == link] for link in ChangeLink]
    texts = [_statements(column, style) for column in columns]
    tallest = max(text.count("<br>") + 1 for text in texts)
    made = figure(style, (tallest + 3.4) * LINE * style.px)
    made.add_scatter(x=[0], y=[0], mode="markers", marker={"opacity": 0}, hoverinfo="skip")
    for place, (link, text) in enumerate(zip(ChangeLink, texts, strict=True)):
        is_open = not columns[place]
        made.add_shape(
            type="rect", x0=place + 0.02, x1=place + 0.94, y0=0, y1=1,
            line={
                "color": look.faint if is_open else look.iron,
                "width": 1.5,
                "dash": "dash" if is_open else "solid",
            },
        )  # fmt: skip
        made.add_annotation(
            x=place + 0.48, y=0.97, yanchor="top", text=f"<b>{plain(_(link.label))}</b>"
        )
        made.add_annotation(
            x=place + 0.05, y=0.97, yanchor="top", yshift=-2 * style.px, xanchor="left",
            align="left", text=text,
            font={"size": style.px - 1, "color": look.soft if is_open else look.ink},
        )  # fmt: skip
        if place:
            made.add_annotation(
                x=place - 0.02, y=0.5, text="<b>→</b>", font={"color": look.copper_text}
            )
    made.update_xaxes(visible=False, range=[0, len(columns)])
    made.update_yaxes(visible=False, range=[-0.01, 1.01])
    return made


def _statements(steps: Sequence[TheoryStep], style: Style) -> str:
    _ = style.reader
    if not steps:
        return plain(_("Pending"))
    letters = max(10, int(LETTERS * WORK / style.px))
    for most in range(LINES, 0, -1):
        names = [in_lines(step.name, letters, most) for step in steps[:SHOWN]]
        if style.px < PROJECTOR or sum(map(len, names)) + len(names) - 1 <= ROOM:
            break
    parts = ["<br>".join(lines) for lines in names]
    rest = len(steps) - SHOWN
    if rest > 0:
        parts.append(_.many("… and {count} more", "… and {count} more", rest))
    return "<br><br>".join(parts)
