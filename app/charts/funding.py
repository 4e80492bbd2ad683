"""The operating budget: a bar for each year, cut by who pays, with the public share in words."""

from collections.abc import Sequence
from decimal import Decimal

import plotly.graph_objects as go

from app.charts.template import PAGE, Style, figure, in_room, plain, stretch
from methodology.governance import Fund
from methodology.organs import OperatingYear

ROW = 3.4  # height of a year in ems
ROOM = 700  # px of the axis
LINES = 2  # of the names of the funds
BESIDE = 6  # ems of the figure that its years take


def funding_bars(years: Sequence[OperatingYear], style: Style) -> go.Figure:
    """Return the years beneath each other, each fund named once where it is widest."""
    _, look = style.reader, style.look
    made = figure(style, (len(years) * ROW + 1.2) * style.px)
    places = [*range(len(years))]
    funds = [fund for fund in Fund if any(fund in year.by_fund for year in years)]
    for fund in funds:
        values = [float(_.major(year.by_fund.get(fund, 0))) for year in years]
        made.add_bar(
            orientation="h",
            y=places,
            x=values,
            marker={
                "color": look.categorical[[*Fund].index(fund)],
                "line": {"color": look.background, "width": 2},
            },
            hovertext=[f"{_(fund.label)}: {_.amount(Decimal(str(value)))}" for value in values],
            hoverinfo="text",
        )
    texts = [_total(year, style) for year in years]
    totals = [float(_.major(year.total)) for year in years]
    for place, (text, total) in enumerate(zip(texts, totals, strict=True)):
        made.add_annotation(
            x=total, y=place, text=plain(text, 80), xanchor="left", xshift=8,
            font={"color": look.soft},
        )  # fmt: skip
        _add_funds(made, years[place], place, style)
    longest = max(totals, default=0) or 1
    made.update_layout(barmode="stack", bargap=0.55)
    made.update_xaxes(visible=False, range=[0, longest * stretch(texts, style, ROOM)])
    made.update_yaxes(
        tickvals=places,
        ticktext=[_("Year {number}").format(number=year.year) for year in years],
        range=[len(years) - 0.25, -0.5],
    )
    return made


def _add_funds(made: go.Figure, year: OperatingYear, place: int, style: Style) -> None:
    """Write under the bar of a year where its money comes from."""
    width = PAGE - BESIDE * style.px
    lines = in_room(_funds(year, style), width, style.px - 1, LINES)
    made.add_annotation(
        x=0, y=place + 0.28, xanchor="left", yanchor="top", align="left",
        text="<br>".join(lines), font={"size": style.px - 1, "color": style.look.soft},
    )  # fmt: skip


def _total(year: OperatingYear, style: Style) -> str:
    _ = style.reader
    if year.public_share is None:
        return str(_("Pending"))
    return _("{total}, {share} public").format(
        total=_.money(year.total), share=_.percent(year.public_share)
    )


def _funds(year: OperatingYear, style: Style) -> str:
    """Name each fund with its share, in the order of the bar."""
    _ = style.reader
    return " · ".join(
        f"{_(fund.label)} {_.percent(amount / year.total)}" for fund, amount in year.by_fund.items()
    )
