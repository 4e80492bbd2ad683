"""What an option lacks, as bars; chance apart; where the raters of a sub-factor lie apart."""

from collections.abc import Sequence

import plotly.graph_objects as go

from app.charts.bars import Bar, bars
from app.charts.row_names import row_names
from app.charts.template import PAGE, POSTER, Style, coloured, figure, in_room, stretch
from app.look import PROJECTOR
from methodology.code_order import titled
from methodology.diamond import AXES, Determinant
from methodology.gaps import Gap, OptionDiamond
from methodology.levels import Reading
from methodology.scale import EXPOSURE, LEVEL
from methodology.spread import Spread
from methodology.text import N_

OPEN = 1.0  # points from which the gap of a determinant stands out
LONGEST = 4.0  # points that a gap can have
GAPS = 10  # gaps shown on a page, the first by priority
TALL, UNDER = 2.35, 0.24  # ems of a gap with its name above, and from its middle to each, in gaps
ROW = 2.1
CARD = 19  # ems of a figure that stands beside others
EDGE = 0.7  # steps beyond the ends of the scale of exposure


def determinant_bars(diamond: OptionDiamond, style: Style) -> go.Figure:
    """Return the mean points that each determinant lacks, on one scale for all options."""
    _ = style.reader
    rows = []
    for determinant in (*AXES, Determinant.GOVERNMENT):
        found = diamond.determinants.get(determinant)
        if found:
            text = _.number(found.shortfall, 1)
            is_open = found.shortfall >= OPEN
            rows.append(Bar(_(determinant.short), found.shortfall, text, is_open))
    return bars(rows, style, most=LONGEST / 2, is_quiet=True, room=7.5 * style.px, row=1.75)


def gap_bars(diamond: OptionDiamond, style: Style) -> go.Figure:
    """Return what is missing by priority: weight times points; two points or more stand out.

    Each name stands above its bar, so that long ones fit on a phone and before a room.
    """
    look = style.look
    shown = diamond.ranked[: int(POSTER / TALL) if style.px >= PROJECTOR else GAPS]
    made = figure(style, (len(shown) * TALL + 0.3) * style.px)
    made.add_bar(
        orientation="h",
        y=[place + UNDER for place in range(len(shown))],
        x=[gap.priority for gap in shown],
        width=0.3,
        marker={"color": [look.copper if gap.is_wide else look.faint for gap in shown]},
        hoverinfo="skip",
    )
    texts = [_sum(gap, style) for gap in shown]
    wide = PAGE if style.px >= PROJECTOR else CARD * style.px
    for place, gap in enumerate(shown):
        [name] = in_room(titled(gap.factor), wide, style.px, 1)
        made.add_annotation(x=0, y=place - UNDER, text=name, xanchor="left")
        made.add_annotation(
            x=gap.priority,
            y=place + UNDER,
            text=f"<b>{texts[place]}</b>" if gap.is_wide else texts[place],
            font={"color": look.copper_text if gap.is_wide else look.soft, "size": style.px - 1},
            xanchor="left",
            xshift=8,
        )
    longest = max((gap.priority for gap in shown), default=1)
    made.update_xaxes(visible=False, range=[0, longest * stretch(texts, style, CARD * style.px)])
    made.update_yaxes(visible=False, range=[len(shown) - 0.45, -0.6])
    return made


def _sum(gap: Gap, style: Style) -> str:
    return style.reader(N_("{priority} = {weight} × {points}")).format(
        priority=_score(gap.priority, style),
        weight=style.reader.number(gap.weight),
        points=_score(gap.shortfall, style),
    )


def chance_bars(found: Sequence[Reading], style: Style) -> go.Figure:
    """Return the exposure to chance: threats to the left in copper, tailwinds to the right."""
    look, _ = style.look, style.reader
    names, row = row_names([titled(one.factor) for one in found], style, ROW, beside=2)
    made = figure(style, (len(found) * row + 2) * style.px)
    values = [one.value or 0.0 for one in found]
    made.add_bar(
        orientation="h",
        y=[*range(len(found))],
        x=values,
        marker={"color": [look.copper if value < 0 else look.iron for value in values]},
        hoverinfo="skip",
    )
    for place, value in enumerate(values):
        is_threat = value < 0
        made.add_annotation(
            x=value,
            y=place,
            text=f"<b>{_score(value, style)}</b>" if is_threat else _score(value, style),
            font={"color": look.copper_text if is_threat else look.soft},
            xanchor="right" if is_threat else "left",
            xshift=-8 if is_threat else 8,
        )
    made.add_vline(x=0, line={"color": look.line, "width": 1.5})
    _set_rows(made, names)
    for way, side in ((-1, "left"), (1, "right")):
        made.add_annotation(
            x=way * (EXPOSURE.most + EDGE),
            y=-1,
            text=_(EXPOSURE.anchors[way]),
            xanchor=side,
            font={"color": look.soft, "size": style.px - 1},
        )
    steps = [*EXPOSURE.anchors]
    made.update_xaxes(
        tickvals=steps,
        showticklabels=False,
        range=[EXPOSURE.least - EDGE, EXPOSURE.most + EDGE],
    )
    made.update_yaxes(range=[len(found) - 0.4, -1.5])
    return made


def spread_ranges(rows: Sequence[tuple[str, Spread]], style: Style) -> go.Figure:
    """Return, for each name, where the middle half of the scores lies and their median."""
    look = style.look
    names, row = row_names([name for name, _found in rows], style, ROW, beside=2)
    made = figure(style, (len(rows) * row + 2) * style.px)
    for place, (_name, found) in enumerate(rows):
        made.add_scatter(
            x=[found.first, found.third],
            y=[place, place],
            mode="lines",
            line={"color": look.copper if found.is_disputed else look.iron, "width": style.px / 2},
            hoverinfo="skip",
        )
    made.add_scatter(
        x=[found.median for _name, found in rows],
        y=[*range(len(rows))],
        mode="markers",
        marker={
            "size": style.px,
            "symbol": "diamond",
            "color": look.background,
            "line": {"color": look.ink, "width": 2},
        },
        hoverinfo="skip",
    )
    _set_rows(
        made,
        [
            coloured(name, look.copper_text, bold=True) if found.is_disputed else name
            for name, (_name, found) in zip(names, rows, strict=True)
        ],
    )
    steps = [*LEVEL.anchors]
    made.update_xaxes(
        side="top", tickvals=steps, range=[LEVEL.least - 0.3, LEVEL.most + 0.3], dtick=1
    )
    return made


def _score(value: float, style: Style) -> str:
    return style.reader.number(value, 0 if float(value).is_integer() else 1)


def _set_rows(made: go.Figure, names: Sequence[str]) -> None:
    made.update_yaxes(
        tickvals=[*range(len(names))],
        ticktext=names,
        range=[len(names) - 0.4, -0.6],
    )
