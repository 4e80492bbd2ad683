"""Progress of the indicators: how far from baseline to target, a tick for the time that is gone."""

from collections.abc import Sequence

import plotly.graph_objects as go

from app.charts.template import Style, coloured, figure, plain
from methodology.follow_up import Standing
from methodology.progress import Light

ROW = 2.3  # height of a row in ems
LEAST, MOST = -0.25, 1.25  # progress drawn; what lies beyond stops at the edge and says its number
WORDS = 0.75  # room for the words, in lengths of the way
LONGEST = 38
ASKING = (Light.RED, Light.AMBER, Light.NOT_MET)


def progress_bars(rows: Sequence[Standing], style: Style) -> go.Figure:
    """Return a bar for each indicator with its light in words; copper asks for attention."""
    look = style.look
    made = figure(style, (len(rows) * ROW + 2) * style.px)
    places = [*range(len(rows))]
    made.add_bar(
        orientation="h",
        y=places,
        x=[_shown(row) for row in rows],
        marker={"color": [look.copper if row.light in ASKING else look.iron for row in rows]},
        hoverinfo="skip",
    )
    for place, row in enumerate(rows):
        made.add_shape(
            type="rect", x0=0, x1=1, y0=place - 0.31, y1=place + 0.31,
            line={"color": look.faint, "width": 1.5, "dash": "dash"},
        )  # fmt: skip
        if row.elapsed is not None:
            at = float(row.elapsed)
            made.add_shape(
                type="line", x0=at, x1=at, y0=place - 0.45, y1=place + 0.45,
                line={"color": look.ink, "width": 3},
            )  # fmt: skip
        made.add_annotation(
            x=MOST, y=place, xanchor="left", xshift=8, text=_words(row, style),
            font={"color": look.copper_text if row.light in ASKING else look.soft},
        )  # fmt: skip
    _add_ends(made, style)
    least = min((_shown(row) for row in rows), default=0.0)
    made.update_xaxes(visible=False, range=[min(least, 0.0) - 0.04, MOST + WORDS])
    made.update_yaxes(
        tickvals=places,
        ticktext=[_name(row, style) for row in rows],
        range=[len(rows) - 0.4, -1.4],
    )
    return made


def _shown(row: Standing) -> float:
    if row.progress is None:
        return 1.0 if row.light == Light.MET else 0.0
    return min(max(float(row.progress), LEAST), MOST)


def _words(row: Standing, style: Style) -> str:
    _ = style.reader
    done = "" if row.progress is None else f"{_.percent(row.progress)} · "
    text = plain(f"{row.light.mark} {done}{_(row.light.label)}")
    return f"<b>{text}</b>" if row.light in ASKING else text


def _name(row: Standing, style: Style) -> str:
    code = f"{row.indicator.code} " if row.indicator.code else ""
    name = plain(code + row.indicator.name, LONGEST)
    return coloured(name, style.look.copper_text) if row.light in ASKING else name


def _add_ends(made: go.Figure, style: Style) -> None:
    _, look = style.reader, style.look
    for at, text in ((0, _("baseline")), (1, _("target"))):
        made.add_annotation(
            x=at, y=-0.95, text=plain(text), font={"size": style.px - 1, "color": look.soft}
        )
