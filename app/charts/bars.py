"""Horizontal bars: links of the chain, ratios with a reference, whatever has a name and a value."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import plotly.graph_objects as go

from app.charts.row_names import LINES, row_names, width_of_names
from app.charts.template import PAGE, Drawing, Style, coloured, figure, plain, stretch
from methodology.firms import LinkCount
from methodology.mapping import LinkRole
from methodology.profile import Comparison, LinkTable

ROW = 2.1  # height of a row in ems


@dataclass(frozen=True)
class Bar:
    """One bar: its name, its length, what stands at its end; `is_open` asks for attention."""

    name: str
    value: float | None
    text: str
    is_open: bool = False


def bars(
    rows: Sequence[Bar],
    style: Style,
    *,
    most: float = 0,
    is_quiet: bool = False,
    room: float = 0,
    row: float = ROW,
    lines: int = LINES,
) -> go.Figure:
    """Return horizontal bars in the given order, each value at the end of its bar.

    `most` keeps one length for figures side by side; `is_quiet` greys the bars that are not open;
    `room` is the width of the axis in px that texts are fitted to, that of a page beside the names
    when none is given; `row` is a row's height in ems, `lines` how many a name has at most.
    """
    look = style.look
    most = max((most, *(one.value or 0 for one in rows))) or 1
    calm = look.faint if is_quiet else look.iron
    names, row = row_names([one.name for one in rows], style, row, beside=0.5, most=lines)
    made = figure(style, (len(rows) * row + 0.5) * style.px)
    made.add_bar(
        orientation="h",
        y=[*range(len(rows))],
        x=[one.value or 0 for one in rows],
        marker={"color": [look.copper if one.is_open else calm for one in rows]},
        hoverinfo="skip",
    )
    _add_values(made, rows, style)
    room = room or PAGE - width_of_names(names, style)
    longest = most * stretch([one.text for one in rows], style, room)
    made.update_xaxes(visible=False, range=[0, longest])
    made.update_yaxes(
        tickvals=[*range(len(rows))],
        ticktext=[_name(one, name, style) for one, name in zip(rows, names, strict=True)],
        range=[len(rows) - 0.4, -0.6],
    )
    return made


def _add_values(made: go.Figure, rows: Sequence[Bar], style: Style) -> None:
    drawing = Drawing()
    for place, one in enumerate(rows):
        drawing.note(
            x=one.value or 0,
            y=place,
            text=f"<b>{plain(one.text)}</b>" if one.is_open else plain(one.text),
            font={"color": style.look.copper_text if one.is_open else style.look.soft},
            xanchor="left",
            xshift=8,
        )
    drawing.put_on(made)


def _name(one: Bar, name: str, style: Style) -> str:
    return coloured(name, style.look.copper_text, bold=True) if one.is_open else name


def link_bars(table: LinkTable, style: Style) -> go.Figure:
    """Return one indicator by link of the chain, with each link's share of the whole."""
    _ = style.reader
    write = _money(style) if table.indicator.is_money else _count(style)
    shares = _.parts([row.share or 0.0 for row in table.rows])
    rows = [
        Bar(
            row.link.name,
            float(row.value),
            write(float(row.value)) + ("" if row.share is None else f" · {share}"),
        )
        for row, share in zip(table.rows, shares, strict=True)
    ]
    return bars(rows, style)


def actor_bars(counts: Sequence[LinkCount], style: Style) -> go.Figure:
    """Return the firms of each link as counted among the actors; a missing link stands out.

    Buyers are not firms: their link shows only where a firm stands in it.
    """
    _ = style.reader
    rows = []
    for row in counts:
        if row.link and row.link.role is LinkRole.BUYERS and not row.firms:
            continue
        name = row.link.name if row.link else _("Link not known")
        text = _.number(row.firms) if row.firms else _("missing link")
        rows.append(Bar(name, row.firms, text, is_open=not row.firms or row.link is None))
    return bars(rows, style)


def comparison_bars(found: Sequence[Comparison], style: Style) -> go.Figure:
    """Return how large the cluster is beside each reference, in percent of the reference.

    Figures without a counterpart here say so; the copper line is the reference itself.
    """
    _ = style.reader
    rows = [
        Bar(
            f"{_(one.indicator.label)} · {one.reference.name} {one.theirs.year}",
            one.ratio,
            _("Pending") if one.ratio is None else _.percent(one.ratio),
        )
        for one in found
    ]
    made = bars(rows, style)
    made.add_vline(x=1, line={"color": style.look.copper, "width": 2})
    made.add_annotation(
        x=1,
        y=1,
        yref="paper",
        yanchor="bottom",
        text=f"<b>{_('reference')}</b>",
        font={"color": style.look.copper_text},
    )
    made.update_layout(margin={"t": round(1.5 * style.px)}, height=made.layout.height + style.px)
    return made


def _count(style: Style) -> Callable[[float], str]:
    return lambda value: style.reader.number(value)


def _money(style: Style) -> Callable[[float], str]:
    _ = style.reader
    return lambda value: _.money(_.minor(Decimal(str(value))))
