"""The money of the plan: a ring by orientation, bars by year or line with whose money it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import cos, pi, sin

import plotly.graph_objects as go

from app.charts.template import CLEAR, Style, figure, plain, stretch
from methodology.code_order import titled
from methodology.portfolio import LineMoney, Mix, YearMoney
from methodology.project_sheet import MoneySource
from methodology.text import N_

RING = 25  # height of the ring's figure, in ems
INNER, OUTER = 0.58, 1.0
HALF = 1.22  # units above and under the centre
WIDE = 2.8  # units on each side of it
STEPS = 72  # corners of a whole circle
GAP = 0.38  # least distance between two names of two lines, in units
ROW = 2.3
ROOM = 760  # px of the axis
LONGEST = 34


@dataclass(frozen=True)
class Stack:
    """A row of amounts by whose money it is, in hundredths."""

    name: str
    amounts: Mapping[MoneySource, int]

    @property
    def total(self) -> int:
        """All the money of the row."""
        return sum(self.amounts.values())


def orientation_ring(found: Mix, style: Style) -> go.Figure:
    """Return the money by orientation as a ring, the largest first, clockwise from the top.

    Percentages are those that add up to 100; each part is named beside it.
    """
    _, look = style.reader, style.look
    made = figure(style, RING * style.px)
    parts = [*reversed(found.slices)]
    turns = _turns([one.share for one in parts])
    for place, (start, end) in enumerate(turns):
        _add_part(made, start, end, look.categorical[place % len(look.categorical)], style)
    texts = [
        f"<b>{_.percent(Decimal(one.percent) / 100)}</b> "
        + plain(_(one.orientation.label) if one.orientation else _(N_("Not stated")))
        + f'<br><span style="color:{look.soft}">{plain(_.money(one.amount))}</span>'
        for one in parts
    ]
    _add_names(made, [(start + end) / 2 for start, end in turns], texts, style)
    made.add_annotation(x=0, y=0.1, text=f"<b>{plain(_.money(found.total))}</b>")
    made.add_annotation(
        x=0,
        y=-0.1,
        text=plain(_(N_("in all"))),
        font={"size": style.px - 1, "color": look.soft},
    )
    made.update_xaxes(visible=False, range=[-WIDE, WIDE], constrain="domain")
    made.update_yaxes(visible=False, range=[-HALF, HALF], scaleanchor="x", constrain="domain")
    return made


def year_stacks(found: Sequence[YearMoney], style: Style) -> go.Figure:
    """Return the budget of each year by whose money it is."""
    return stacks([Stack(str(one.year), one.amounts) for one in found], style)


def line_stacks(found: Sequence[LineMoney], style: Style) -> go.Figure:
    """Return the money of each line by whose it is."""
    rows = []
    for one in found:
        name = titled(one.line) if one.line else style.reader(N_("For all lines"))
        rows.append(Stack(name, {source: one.paid(source) for source in MoneySource}))
    return stacks(rows, style)


def stacks(rows: Sequence[Stack], style: Style) -> go.Figure:
    """Return horizontal bars in the given order, their parts named above, totals at the end."""
    _, look = style.reader, style.look
    colours = dict(zip(MoneySource, (look.iron, look.copper, look.categorical[2]), strict=True))
    used = [source for source in MoneySource if any(row.amounts[source] for row in rows)]
    made = figure(style, (len(rows) * ROW + 2.4) * style.px, barmode="stack")
    for source in used:
        made.add_bar(
            orientation="h",
            y=[*range(len(rows))],
            x=[row.amounts[source] for row in rows],
            marker={"color": colours[source], "line": {"color": look.background, "width": 1.5}},
            hoverinfo="skip",
        )
    totals = [_.money(row.total) for row in rows]
    for place, row in enumerate(rows):
        made.add_annotation(
            x=row.total,
            y=place,
            xanchor="left",
            xshift=8,
            text=plain(totals[place]),
            font={"color": look.soft},
        )
    key = "   ".join(
        f'<span style="color:{colours[source]}">■</span> <b>{plain(_(source.label))}</b>'
        for source in used
    )
    made.add_annotation(x=0, y=-0.95, xanchor="left", text=key)
    most = max((row.total for row in rows), default=0) or 1
    made.update_xaxes(visible=False, range=[0, most * stretch(totals, style, ROOM)])
    made.update_yaxes(
        tickvals=[*range(len(rows))],
        ticktext=[plain(row.name, LONGEST) for row in rows],
        range=[len(rows) - 0.4, -1.4],
    )
    return made


def _turns(shares: Sequence[float]) -> list[tuple[float, float]]:
    """Return where each part begins and ends, in whole turns from the top."""
    turns, start = [], 0.0
    for share in shares:
        turns.append((start, start + share))
        start += share
    return turns


def _point(turn: float, radius: float) -> tuple[float, float]:
    return radius * sin(2 * pi * turn), radius * cos(2 * pi * turn)


def _add_part(made: go.Figure, start: float, end: float, colour: str, style: Style) -> None:
    count = max(2, round(STEPS * (end - start)) + 1)
    turns = [start + (end - start) * step / (count - 1) for step in range(count)]
    edge = [_point(turn, OUTER) for turn in turns]
    edge += [_point(turn, INNER) for turn in reversed(turns)]
    made.add_scatter(
        x=[x for x, _y in edge],
        y=[y for _x, y in edge],
        mode="lines",
        fill="toself",
        fillcolor=colour,
        line={"color": style.look.background, "width": 2},
        hoverinfo="skip",
    )


def _add_names(
    made: go.Figure, middles: Sequence[float], texts: Sequence[str], style: Style
) -> None:
    """Write the names on both sides of the ring, moved apart so that none lies over another."""
    for is_right in (True, False):
        side = [
            (place, *_point(middle, OUTER))
            for place, middle in enumerate(middles)
            if (middle % 1 < 0.5) is is_right
        ]
        side.sort(key=lambda one: -one[2])
        for (place, x, y), level in zip(side, _apart([one[2] for one in side]), strict=True):
            edge = 1.16 if is_right else -1.16
            made.add_scatter(
                x=[x, 1.05 * x, edge],
                y=[y, 1.05 * y, level],
                mode="lines",
                line={"color": style.look.line, "width": 1},
                fillcolor=CLEAR,
                hoverinfo="skip",
            )
            made.add_annotation(
                x=edge,
                y=level,
                xanchor="left" if is_right else "right",
                xshift=4 if is_right else -4,
                align="left" if is_right else "right",
                text=texts[place],
            )


def _apart(levels: Sequence[float]) -> list[float]:
    """Return levels from high to low, at least a gap apart and inside the figure."""
    found: list[float] = []
    for level in levels:
        found.append(min(level, found[-1] - GAP) if found else level)
    lowest = -HALF + 0.1
    for place in reversed(range(len(found))):
        floor = lowest + GAP * (len(found) - 1 - place)
        found[place] = max(found[place], floor)
    return found
