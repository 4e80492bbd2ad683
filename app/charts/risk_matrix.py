"""The risks of the plan by likelihood and damage: nine fields, each with the codes in it."""

from collections.abc import Sequence

import plotly.graph_objects as go

from app.charts.template import PAGE, Style, figure, in_room, name_upright, plain
from methodology.code_order import titled
from methodology.follow_up import RiskScore
from methodology.project_sheet import Degree
from methodology.text import N_

ROW = 5.4  # height of a field in ems
GRAVE = 6  # product from which a field stands out
SHOWN = 4  # risks named in a field, and lines that have room there
BESIDE = 5.0  # ems at the left of the fields
FREE = 0.85  # of the width of a field, for the names in it


def risk_matrix(rows: Sequence[RiskScore], style: Style) -> go.Figure:
    """Return the matrix; copper outlines are the grave fields, and the number says the product."""
    _ = style.reader
    degrees = [*Degree]
    made = figure(style, (3 * ROW + 4.3) * style.px)
    made.add_scatter(x=[0], y=[0], mode="markers", marker={"opacity": 0}, hoverinfo="skip")
    for across, damage in enumerate(degrees):
        for up, likelihood in enumerate(degrees):
            _add_field(made, (across, up), damage.points * likelihood.points, style)
            made.add_annotation(
                x=across + 0.06,
                y=up + 0.5,
                xanchor="left",
                align="left",
                text=_names(rows, likelihood, damage, style),
                font={"size": style.px - 1},
            )
    words = [_(degree.label) for degree in degrees]
    made.update_xaxes(
        tickvals=[0.5, 1.5, 2.5], ticktext=words, showgrid=False, range=[0, 3],
        title={"text": plain(_(N_("Damage")))},
    )  # fmt: skip
    made.update_yaxes(tickvals=[0.5, 1.5, 2.5], ticktext=words, range=[0, 3])
    name_upright(made, plain(_(N_("Likelihood"))), style)
    return made


def _add_field(made: go.Figure, at: tuple[int, int], product: int, style: Style) -> None:
    """Draw one field with its product; grave ones have a thick copper outline."""
    look, (across, up), is_grave = style.look, at, product >= GRAVE
    made.add_shape(
        type="rect",
        x0=across + 0.02,
        x1=across + 0.98,
        y0=up + 0.03,
        y1=up + 0.97,
        line={"color": look.copper if is_grave else look.line, "width": 2.5 if is_grave else 1},
    )
    made.add_annotation(
        x=across + 0.95,
        y=up + 0.85,
        xanchor="right",
        text=style.reader.number(product),
        font={"color": look.copper_text if is_grave else look.soft},
    )


def _names(rows: Sequence[RiskScore], likelihood: Degree, damage: Degree, style: Style) -> str:
    found = [
        row.risk for row in rows if (row.risk.likelihood, row.risk.damage) == (likelihood, damage)
    ]
    wide = FREE * (PAGE - BESIDE * style.px) / len(Degree)
    names = [titled(one) for one in found[:SHOWN]]
    most = SHOWN // max(1, len(names))
    lines = [line for name in names for line in in_room(name, wide, style.px - 1, most)]
    if rest := len(found) - len(names):
        lines.append(style.reader.many("… and {count} more", "… and {count} more", rest))
    return "<br>".join(lines)
