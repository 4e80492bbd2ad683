"""The funnel of the scope: sector, candidate segments, segments inside, options."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from app.charts.template import PAGE, Style, figure, in_room, told
from app.look import PROJECTOR
from methodology.segments import Funnel
from methodology.text import N_

ROW = 4.9
NARROWING = 0.06  # of the width, on each side, from one level to the next
BESIDE = 600  # px of its width on a page, beside the statement of the scope
EDGE = 0.03  # of the width, between the sides of a level and its text
LINES = 2
NAMES = 3  # candidate segments and options named


@dataclass(frozen=True)
class Level:
    """One level of the funnel: what it is called, what stands in it, whether it is still open."""

    label: str
    text: str
    is_pending: bool


def scope_funnel(funnel: Funnel, style: Style) -> go.Figure:
    """Return the levels from top to bottom; those still empty have a dashed outline."""
    rows = _levels(funnel, style)
    made = figure(style, len(rows) * ROW * style.px)
    for place, level in enumerate(rows):
        _add_level(made, place, level, style)
    made.add_scatter(x=[0.5], y=[0.5], mode="markers", marker={"opacity": 0}, hoverinfo="skip")
    made.update_xaxes(visible=False, range=[0, 1])
    made.update_yaxes(visible=False, range=[len(rows), 0])
    return made


def _levels(funnel: Funnel, style: Style) -> list[Level]:
    _ = style.reader
    found = (
        (N_("Sector"), funnel.sector),
        (N_("Candidate segments"), _first(funnel.considered, style)),
        (N_("Segment of the cluster"), _.join([*funnel.inside]) or funnel.segment),
        (N_("Strategic options"), _first(funnel.options, style)),
    )
    return [Level(_(label), text or _("Pending"), not text) for label, text in found]


def _first(names: Sequence[str], style: Style) -> str:
    """Return the first names; where there are more of them, how many."""
    _ = style.reader
    if len(names) > NAMES:
        return ", ".join(names[:NAMES]) + f" … ({_.number(len(names))})"
    return _.join([*names])


def _lines(text: str, place: int, style: Style) -> list[str]:
    """Return a text on the lines that its level has room for."""
    width = PAGE if style.px >= PROJECTOR else BESIDE
    narrow = 2 * (NARROWING * (place + 1) + EDGE)
    return in_room(text, width * (1 - narrow), style.px, LINES, is_bold=True)


def _add_level(made: go.Figure, place: int, level: Level, style: Style) -> None:
    look, lines = style.look, _lines(level.text, place, style)
    text = "<br>".join(lines)
    top, bottom = NARROWING * place, NARROWING * (place + 1) - 0.02
    high, low = place + 0.04, place + 0.96
    made.add_shape(
        type="path",
        path=f"M {top} {high} L {1 - top} {high} L {1 - bottom} {low} L {bottom} {low} Z",
        fillcolor="rgba(0,0,0,0)" if level.is_pending else look.tint,
        line={
            "color": look.faint if level.is_pending else look.iron,
            "dash": "dash" if level.is_pending else "solid",
            "width": 1.5,
        },
    )
    made.add_annotation(
        x=0.5,
        y=place + (0.17 if len(lines) > 1 else 0.3),
        text=level.label,
        font={"color": look.soft, "size": style.px - 1},
    )
    made.add_annotation(
        x=0.5,
        y=place + 0.62,
        text=text if level.is_pending else f"<b>{text}</b>",
        font={"color": look.soft if level.is_pending else look.ink},
        **told(level.text, lines),
    )
