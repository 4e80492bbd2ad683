"""Value curves: levels of cluster, best rival, reference and options, factor by factor."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import plotly.graph_objects as go

from app.charts.importance import LARGE, add_scale, named_rows
from app.charts.template import Style, coloured, figure, plain, width_of
from methodology.code_order import titled
from methodology.curves import OptionCurve
from methodology.purchase import SegmentReading
from methodology.scale import PERFORMANCE

ROW = 2.0
LONGEST = 30  # letters of a factor's name
ROOM = 1060  # px of the figure: names of factors at the left, those of the curves above
BOLD = 1.06  # how much wider bold letters are
DASHES = ("dash", "dot", "dashdot", "longdash")
HOLLOW = (
    ("diamond-open", "◇"), ("square-open", "□"), ("triangle-up-open", "△"), ("circle-open", "○")
)  # fmt: skip


@dataclass(frozen=True)
class Curve:
    """A curve by its name, levels in the order of the factors, and how it is told apart."""

    name: str
    levels: Sequence[Decimal | None]
    colour: str
    text: str
    symbol: str
    sign: str
    dash: str = "solid"


def value_curves(
    reading: SegmentReading, options: Sequence[OptionCurve], names: tuple[str, str], style: Style
) -> go.Figure:
    """Return the curves, one factor beneath the other; `names` are rival's and reference's."""
    curves = _curves(reading, options, names, style)
    factors = reading.factors
    beside = max(
        (width_of(plain(one.factor.name, LONGEST), style.px) for one in factors), default=0
    )
    rows = _key(curves, ROOM - beside, style)
    made = figure(style, (len(factors) * ROW + 1.3 * len(rows) + 3) * style.px)
    made.add_scatter(x=[3], y=[0], mode="markers", marker={"opacity": 0}, hoverinfo="skip")
    for curve in curves:
        _add_curve(made, curve, style)
    head, at = 0.75 * len(rows), int(style.px < LARGE)
    for place, text in enumerate(rows):
        made.add_annotation(
            x=at,
            xref="paper",
            xanchor="right" if at else "left",
            y=-0.7 - head + 0.75 * (place + 0.5),
            text=text,
        )
    _add_axes(made, reading, head, style)
    return made


def _curves(
    reading: SegmentReading, options: Sequence[OptionCurve], names: tuple[str, str], style: Style
) -> list[Curve]:
    _, look = style.reader, style.look
    rival, reference = names
    sky, green = look.categorical[2], look.categorical[3]
    known = (
        ("own", _("Cluster"), look.iron, look.ink, "circle", "●", "solid"),
        ("rival", rival or _("Best rival"), sky, sky, "square", "■", "dash"),
        ("reference", reference or _("Reference cluster"), green, green, "triangle-up", "▲", "dot"),
    )
    found = [
        Curve(name, [one.value(field) for one in reading.factors], *looks)
        for field, name, *looks in known
    ]
    for place, option in enumerate(options):
        symbol, sign = HOLLOW[place % len(HOLLOW)]
        name = titled(option.option)
        looks = (look.copper, look.copper_text, symbol, sign, DASHES[place % len(DASHES)])
        found.append(Curve(name, option.levels, *looks))
    return [curve for curve in found if any(level is not None for level in curve.levels)]


def _key(curves: Sequence[Curve], room: float, style: Style) -> list[str]:
    """Return the names of the curves with their marks, as many to a line as have room.

    At work each has its own line, which fits a phone.
    """
    lines: list[list[str]] = []
    used = 0.0
    for curve in curves:
        name = plain(curve.name, 34)
        wide = BOLD * width_of(f"{curve.sign} {name}    ", style.px)
        if not lines or used + wide > room or style.px < LARGE:
            lines.append([])
            used = 0
        lines[-1].append(coloured(f"{curve.sign} {name}", curve.text, bold=True))
        used += wide
    return ["    ".join(line) for line in lines]


def _add_curve(made: go.Figure, curve: Curve, style: Style) -> None:
    made.add_scatter(
        x=[None if level is None else float(level) for level in curve.levels],
        y=[*range(len(curve.levels))],
        mode="lines+markers",
        hoverinfo="skip",
        line={"color": curve.colour, "width": style.px / 5.3, "dash": curve.dash},
        marker={
            "symbol": curve.symbol,
            "size": style.px * 0.75,
            "color": curve.colour,
            "line": {"width": 2, "color": curve.colour},
        },
    )


def _add_axes(made: go.Figure, reading: SegmentReading, head: float, style: Style) -> None:
    factors = reading.factors
    add_scale(made, PERFORMANCE, len(factors), style)
    made.update_yaxes(
        **named_rows([plain(one.factor.name, LONGEST) for one in factors], PERFORMANCE, style),
        range=[len(factors) + 0.5, -0.7 - head],
        showgrid=True,
    )
