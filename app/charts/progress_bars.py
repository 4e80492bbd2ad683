"""Progress of the indicators: how far from baseline to target, a tick for the time that is gone."""

from collections.abc import Sequence

import plotly.graph_objects as go

from app.charts.template import PAGE, POSTER, Style, figure, in_room, plain, room_of, told
from app.look import PROJECTOR
from methodology.code_order import titled
from methodology.follow_up import Standing
from methodology.progress import Light

ROW, LINE = 2.3, 1.3  # height of a row and of a further line of a name, in ems
HEAD = 2  # height of what stands over the rows, in ems
LEAST, MOST = -0.25, 1.25  # progress drawn; what lies beyond stops at the edge and says its number
EDGE = 0.04  # beside the way and what goes beyond it, in lengths of the way
WAY = 240  # px that names and words leave to the bars
NAME = 26.0  # the widest line of a name, in ems
LINES = 2
AIR = 8  # px between a bar's frame and the texts beside it
ASKING = (Light.RED, Light.AMBER, Light.NOT_MET)


def progress_bars(rows: Sequence[Standing], style: Style) -> go.Figure:
    """Return a bar for each indicator with its light in words; copper asks for attention."""
    look = style.look
    words = [_words(row, style) for row in rows]
    right = max((room_of(text, style.px, is_bold=True) for text in words), default=0) + 2 * AIR
    names = _names(rows, PAGE - right - WAY, style)
    tall = ROW + LINE * (max(map(len, names), default=1) - 1)
    made = figure(style, (len(rows) * tall + HEAD) * style.px)
    places = [*range(len(rows))]
    made.add_bar(
        orientation="h",
        y=places,
        x=[_shown(row) for row in rows],
        marker={"color": [look.copper if row.light in ASKING else look.iron for row in rows]},
        hoverinfo="skip",
    )
    for place, row in enumerate(rows):
        _add_frame(made, row, place, style)
        _add_texts(made, row, place, names[place], words[place], style)
    _add_ends(made, style)
    shown = [_shown(row) for row in rows]
    made.update_xaxes(visible=False, range=[min([*shown, 0.0]) - EDGE, max([*shown, 1.0]) + EDGE])
    made.update_yaxes(visible=False, range=[len(rows) - 0.4, -1.4])
    left = max((room_of(line, style.px) for lines in names for line in lines), default=0) + AIR
    made.update_layout(margin={"l": round(left), "r": round(right)})
    return made


def _names(rows: Sequence[Standing], room: float, style: Style) -> list[list[str]]:
    """Return the lines of each name; on the projector the rows share the height there is."""
    is_close = style.px >= PROJECTOR and (len(rows) + HEAD) * LINES * LINE > POSTER
    width = min(room, NAME * style.px)
    return [
        in_room(titled(row.indicator), width, style.px, 1 if is_close else LINES) for row in rows
    ]


def _shown(row: Standing) -> float:
    if row.progress is None:
        return 1.0 if row.light == Light.MET else 0.0
    return min(max(float(row.progress), LEAST), MOST)


def _words(row: Standing, style: Style) -> str:
    _ = style.reader
    done = "" if row.progress is None else f"{_.percent(row.progress)} · "
    return f"{row.light.mark} {done}{_(row.light.label)}"


def _add_frame(made: go.Figure, row: Standing, place: int, style: Style) -> None:
    look = style.look
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


def _add_texts(
    made: go.Figure, row: Standing, place: int, name: Sequence[str], words: str, style: Style
) -> None:
    """Write the name at the left of the bars and the words at their right, in the margins."""
    look, is_asking = style.look, row.light in ASKING
    made.add_annotation(
        x=0, xref="paper", y=place, xanchor="right", xshift=-AIR, align="right",
        text="<br>".join(name), font={"color": look.copper_text if is_asking else look.ink},
        **told(titled(row.indicator), name),
    )  # fmt: skip
    text = plain(words)
    made.add_annotation(
        x=1, xref="paper", y=place, xanchor="left", xshift=AIR, align="left",
        text=f"<b>{text}</b>" if is_asking else text,
        font={"color": look.copper_text if is_asking else look.soft},
    )  # fmt: skip


def _add_ends(made: go.Figure, style: Style) -> None:
    _, look = style.reader, style.look
    for at, text in ((0, _("baseline")), (1, _("target"))):
        made.add_annotation(
            x=at, y=-0.95, text=plain(text), font={"size": style.px - 1, "color": look.soft}
        )
