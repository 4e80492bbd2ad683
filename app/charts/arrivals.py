"""Who comes back and who comes for the first time: one bar of actors for each meeting."""

from collections.abc import Sequence

import plotly.graph_objects as go

from app.charts.template import (
    CLEAR,
    PAGE,
    Style,
    coloured,
    figure,
    in_room,
    plain,
    room_of,
    stretch,
)
from methodology.involvement import Arrival

ROW = 1.5  # height of a row in ems
NAME = 19.0  # ems of a meeting's name


def arrival_bars(rows: Sequence[Arrival], style: Style) -> go.Figure:
    """Return actors at each meeting: iron came before, copper outline came for the first time."""
    made = figure(style, (len(rows) * ROW + 1.6) * style.px)
    places = [*range(len(rows))]
    _add_bars(made, rows, style)
    texts = [_text(row, style) for row in rows]
    for place, row in enumerate(rows):
        made.add_annotation(
            x=row.returning + row.first,
            y=place,
            text=plain(texts[place], 80),
            font={"color": style.look.soft},
            xanchor="left",
            xshift=8,
        )
    made.add_annotation(x=0, y=-0.95, xanchor="left", text=_key(style))
    most = max((row.returning + row.first for row in rows), default=0) or 1
    names = [in_room(row.meeting.name, NAME * style.px, style.px, 1)[0] for row in rows]
    room = PAGE - max((room_of(name, style.px) for name in names), default=0)
    made.update_layout(barmode="stack")
    made.update_xaxes(visible=False, range=[0, most * stretch(texts, style, room)])
    made.update_yaxes(
        tickvals=places,
        ticktext=names,
        range=[len(rows) - 0.4, -1.5],
    )
    return made


def _add_bars(made: go.Figure, rows: Sequence[Arrival], style: Style) -> None:
    look, places = style.look, [*range(len(rows))]
    first = {"color": CLEAR, "line": {"color": look.copper, "width": 2}}
    for values, marker in (
        ([row.returning for row in rows], {"color": look.iron}),
        ([row.first or None for row in rows], first),
    ):
        made.add_bar(orientation="h", y=places, x=values, marker=marker, hoverinfo="skip")


def _key(style: Style) -> str:
    _, look = style.reader, style.look
    return " · ".join(
        (
            coloured(_("filled: came before"), look.iron, bold=True),
            coloured(_("outlined: for the first time"), look.copper_text, bold=True),
        )
    )


def _text(row: Arrival, style: Style) -> str:
    _ = style.reader
    count = row.returning + row.first
    if not row.first:
        return _.many("{count} actor", "{count} actors", count)
    return _("{count} actors, {first} for the first time").format(
        count=_.number(count), first=_.number(row.first)
    )
