"""What buyers decide on: importance today and tomorrow, importance beside performance."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import plotly.graph_objects as go

from app.charts.labels import Label, Named, place_labels
from app.charts.template import Style, coloured, figure, name_upright, plain, width_of
from methodology.importance import Lines, Quadrant
from methodology.name_places import Area
from methodology.purchase import FactorReading, SegmentReading
from methodology.scale import IMPORTANCE, PERFORMANCE, Scale

ROW = 2.0
LONGEST = 30  # letters of a factor's name
LARGE = 20  # px of text from which a figure stands on a projector
NEAR = Decimal("0.35")  # of a point at least between the outermost factors and the edge
BORDER = (Decimal("0.14"), Decimal("0.28"))  # of their range: across, and down for the corners
CANVAS = {False: (620, 400), True: (1040, 420)}  # px at work beside a table, and projected


def importance_arrows(factors: Sequence[FactorReading], style: Style) -> go.Figure:
    """Return each factor's importance today and for advanced buyers, with an arrow between."""
    _, look = style.reader, style.look
    made = figure(style, (len(factors) * ROW + 3.4) * style.px)
    made.add_scatter(x=[3], y=[0], mode="markers", marker={"opacity": 0}, hoverinfo="skip")
    for place, one in enumerate(factors):
        _add_arrow(made, place, one, style)
    key = (
        f"{coloured('● ' + _('today'), look.ink, bold=True)}   "
        f"{coloured('○ ' + _('advanced buyers'), look.copper_text, bold=True)}"
    )
    made.add_annotation(x=1, xref="paper", xanchor="right", y=-1, text=key)
    add_scale(made, IMPORTANCE, len(factors), style)
    names = [_name(one, style) for one in factors]
    made.update_yaxes(**named_rows(names, IMPORTANCE, style), range=[len(factors) + 0.5, -1.5])
    return made


def add_scale(made: go.Figure, scale: Scale, rows: int, style: Style) -> None:
    """Write the steps of a scale along the bottom, and under the last row what its end means.

    The browser leaves numbers beside the last step the room that they take in its width.
    """
    ends = [scale.least - 0.5, scale.most + 0.5]
    made.update_xaxes(
        range=ends,
        autorange=True,
        autorangeoptions={"include": ends},
        tickvals=[*scale.anchors],
        ticktext=[str(score) for score in scale.anchors],
        showgrid=True,
    )
    made.add_annotation(
        x=1, xref="paper", xanchor="right", y=rows, text=_said(scale, scale.most, style),
        font={"color": style.look.soft, "size": style.px - 1},
    )  # fmt: skip


def named_rows(names: Sequence[str], scale: Scale, style: Style) -> dict[str, list[Any]]:
    """Return the ticks of rows by their names, and under them what the scale begins with.

    There it meets the words for its other end on no screen, however narrow.
    """
    least = coloured(_said(scale, scale.least, style), style.look.soft)
    return {"tickvals": [*range(len(names) + 1)], "ticktext": [*names, least]}


def _said(scale: Scale, score: int, style: Style) -> str:
    return plain(f"{score} {style.reader(scale.anchors[score])}")


def _name(one: FactorReading, style: Style) -> str:
    text = plain(one.factor.name, LONGEST)
    return coloured(text, style.look.copper_text, bold=True) if one.is_seed else text


def _add_arrow(made: go.Figure, place: int, one: FactorReading, style: Style) -> None:
    look = style.look
    today, advanced = one.value("importance_today"), one.value("importance_advanced")
    if today is not None and advanced is not None and today != advanced:
        made.add_annotation(
            x=float(advanced), y=place, ax=float(today), ay=place, text="",
            xref="x", yref="y", axref="x", ayref="y",
            standoff=style.px / 2.4, startstandoff=style.px / 2.4,
            showarrow=True, arrowhead=2, arrowwidth=3 if one.is_seed else 2,
            arrowcolor=look.copper if one.is_seed else look.faint,
        )  # fmt: skip
    is_grown = today is None or advanced is None or advanced >= today
    _add_end(made, place, today, style, -1 if is_grown else 1, is_filled=True)
    _add_end(made, place, advanced, style, 1 if is_grown else -1, is_filled=False)


def _add_end(
    made: go.Figure, place: int, value: Decimal | None, style: Style, way: int, *, is_filled: bool
) -> None:
    """Draw one importance: a full iron mark or a hollow copper one, its number outside."""
    if value is None:
        return
    look = style.look
    colour, text = (look.iron, look.ink) if is_filled else (look.copper, look.copper_text)
    made.add_scatter(
        x=[float(value)], y=[place], mode="markers", hoverinfo="skip",
        marker={
            "symbol": "circle" if is_filled else "circle-open",
            "size": style.px * (0.75 if is_filled else 0.95),
            "color": colour,
            "line": {"width": 3, "color": colour},
        },
    )  # fmt: skip
    made.add_annotation(
        x=float(value), y=place, text=f"<b>{_short(value, style)}</b>", font={"color": text},
        xanchor="left" if way > 0 else "right", xshift=way * style.px * 0.7,
    )  # fmt: skip


def _short(value: Decimal, style: Style) -> str:
    return style.reader.number(value, 1, fixed=False)


def importance_performance(reading: SegmentReading, style: Style) -> go.Figure:
    """Return the factors by performance and importance, in four quadrants named in words."""
    lines = reading.lines
    large = style.px >= LARGE
    room = CANVAS[large]
    made = figure(style, room[1] + 4.3 * style.px)
    if lines is None:
        made.update_xaxes(visible=False)
        made.update_yaxes(visible=False)
        return made
    edges = _edges(reading, lines)
    _add_lines(made, lines, style)
    corners = _add_quadrants(made, edges, room, style)
    _add_points(made, reading, edges, room, corners, style)
    _add_axes(made, edges, style)
    return made


Edges = tuple[tuple[float, float], tuple[float, float]]


def _edges(reading: SegmentReading, lines: Lines) -> Edges:
    """Return the ranges of performance and of importance that hold factors and lines."""
    places = [one.place for one in reading.factors if one.place]
    importance = [*(place[0] for place in places), lines.importance]
    performance = [*(place[1] for place in places), lines.performance]
    return _edge(performance, BORDER[0]), _edge(importance, BORDER[1])


def _edge(values: Sequence[Decimal], border: Decimal) -> tuple[float, float]:
    least, most = min(values), max(values)
    room = max(NEAR, border * (most - least))
    return float(least - room), float(most + room)


def _add_lines(made: go.Figure, lines: Lines, style: Style) -> None:
    rule = {"color": style.look.faint, "width": 2, "dash": "dash"}
    made.add_vline(x=float(lines.performance), line=rule)
    made.add_hline(y=float(lines.importance), line=rule)


def _add_quadrants(
    made: go.Figure, edges: Edges, room: tuple[float, float], style: Style
) -> list[Area]:
    """Name the quadrants in their corners; return the ground the names take, in px."""
    _, look, px, taken = style.reader, style.look, style.px, []
    for kind, x, y in (
        (Quadrant.CONCENTRATE, 0, 1),
        (Quadrant.KEEP, 1, 1),
        (Quadrant.LOW, 0, 0),
        (Quadrant.OVERKILL, 1, 0),
    ):
        is_asked = kind is Quadrant.CONCENTRATE
        text, wide = _(kind.label), width_of(_(kind.label), px) * 1.1
        made.add_annotation(
            x=edges[0][x], y=edges[1][y], text=f"<b>{plain(text)}</b>",
            xanchor="right" if x else "left", yanchor="top" if y else "bottom",
            font={"color": look.copper_text if is_asked else look.soft},
        )  # fmt: skip
        left, top = (room[0] - wide if x else 0), (0 if y else room[1] - 1.3 * px)
        taken.append(Area(left, top, left + wide, top + 1.3 * px))
    return taken


def _add_points(
    made: go.Figure,
    reading: SegmentReading,
    edges: Edges,
    room: tuple[float, float],
    taken: Sequence[Area],
    style: Style,
) -> None:
    """Draw the factors; those in the same place share one mark and stand beneath each other."""
    look, px = style.look, style.px
    places: dict[tuple[Decimal, Decimal], list[str]] = {}
    asked = set()
    for one, kind in reading.quadrants:
        if one.place:
            places.setdefault(one.place, []).append(plain(one.factor.name, LONGEST))
            if kind is Quadrant.CONCENTRATE:
                asked.add(one.place)
    ordered = sorted(places, key=lambda place: (-place[0], place[1]))
    points = [_named(place, tuple(places[place]), edges, room, px) for place in ordered]
    labels = place_labels(points, room, px, taken=taken)
    for place, point, label in zip(ordered, points, labels, strict=True):
        is_asked = place in asked
        made.add_scatter(
            x=[float(place[1])], y=[float(place[0])], mode="markers", hoverinfo="skip",
            marker={
                "symbol": "diamond" if is_asked else "circle",
                "size": px * (0.95 if is_asked else 0.75),
                "color": look.copper if is_asked else look.iron,
            },
        )  # fmt: skip
        _add_label(made, place, point, label, style, is_asked=is_asked)


def _named(
    place: tuple[Decimal, Decimal],
    names: tuple[str, ...],
    edges: Edges,
    room: tuple[float, float],
    px: int,
) -> Named:
    (least_x, most_x), (least_y, most_y) = edges
    x = (float(place[1]) - least_x) / (most_x - least_x) * room[0]
    y = (most_y - float(place[0])) / (most_y - least_y) * room[1]
    return Named(x, y, names, max(width_of(name, px) for name in names))


def _add_label(
    made: go.Figure,
    place: tuple[Decimal, Decimal],
    point: Named,
    label: Label,
    style: Style,
    *,
    is_asked: bool,
) -> None:
    words = "<br>".join(point.lines)
    made.add_annotation(
        x=float(place[1]), y=float(place[0]), ax=label.right, ay=label.down,
        xshift=0 if label.is_far else label.right, yshift=0 if label.is_far else -label.down,
        text=f"<b>{words}</b>" if is_asked else words,
        xanchor=label.align, align=label.align if label.align != "center" else "center",
        showarrow=label.is_far, arrowhead=0, arrowwidth=1, arrowcolor=style.look.faint,
        bgcolor=style.look.background,
        font={"color": style.look.copper_text if is_asked else style.look.ink},
    )  # fmt: skip


def _add_axes(made: go.Figure, edges: Edges, style: Style) -> None:
    _ = style.reader
    across = _scaled(_("Performance of the cluster"), PERFORMANCE, style)
    for axis, scale, edge in (("xaxis", PERFORMANCE, edges[0]), ("yaxis", IMPORTANCE, edges[1])):
        made.update_layout(
            {
                axis: {
                    "range": [*edge],
                    "tickvals": [*scale.anchors],
                    "showgrid": False,
                    "tickfont": {"size": style.px - 1, "color": style.look.soft},
                }
            }
        )
    made.update_xaxes(title={"text": across})
    name_upright(made, _scaled(_("Importance today"), IMPORTANCE, style), style)


def _scaled(name: str, scale: Scale, style: Style) -> str:
    """Return the name of an axis with what the ends of its scale mean."""
    ends = " – ".join(_said(scale, end, style) for end in (scale.least, scale.most))
    return f"{plain(name)} ({ends})"
