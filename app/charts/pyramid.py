"""The pyramid of sizes: firms on the left, the people they employ on the right."""

from dataclasses import dataclass

import plotly.graph_objects as go

from app.charts.template import Style, figure, stretch, width_of
from app.i18n import Reader
from methodology.shares import exact_shares
from methodology.sizes import Pyramid, SizeClass

ROW = 2.4
CANVAS = 1000  # px of width that the figure is laid out for


@dataclass(frozen=True)
class _Side:
    """One half: `way` is −1 for bars that grow to the left, `edge` where they start (0 to 1)."""

    label: str
    values: tuple[int, ...]
    colour: str
    axis: str
    way: int
    edge: float

    def texts(self, _: Reader) -> list[str]:
        """Return each value with its share of the side."""
        shares = _.parts(exact_shares(self.values))
        return [
            _.number(value) + (f" · {share}" if value else "")
            for value, share in zip(self.values, shares, strict=True)
        ]


def size_pyramid(pyramid: Pyramid, style: Style) -> go.Figure:
    """Return firms and employees by class of size, the largest class on top."""
    _, look, bands = style.reader, style.look, pyramid.bands
    names = [f"{_(band.size.label)} {span(band.size, _)}" for band in bands]
    middle = (max(width_of(name, style.px) for name in names) + 40) / CANVAS / 2
    firms = tuple(band.firms for band in bands)
    staff = tuple(band.employees for band in bands)
    made = figure(style, (len(bands) * ROW + 1.6) * style.px)
    for side in (
        _Side(_("Firms"), firms, look.iron, "x", -1, 0.5 - middle),
        _Side(_("Employees"), staff, look.categorical[2], "x2", 1, 0.5 + middle),
    ):
        _add_side(made, side, style)
    for place, name in enumerate(names):
        made.add_annotation(x=0.5, xref="paper", y=place, text=name)
    made.update_yaxes(visible=False, range=[-0.6, len(bands) + 0.2])
    return made


def span(size: SizeClass, _: Reader) -> str:
    """Return the limits of a class in words: «0–9», «250 or more»."""
    if size.most is None:
        return _("{count} or more").format(count=_.number(size.least))
    return f"{_.number(size.least)}–{_.number(size.most)}"


def _add_side(made: go.Figure, side: _Side, style: Style) -> None:
    texts = side.texts(style.reader)
    made.add_bar(
        orientation="h",
        y=[*range(len(side.values))],
        x=[side.way * value for value in side.values],
        xaxis=side.axis,
        marker={"color": side.colour},
        hoverinfo="skip",
    )
    place = {"xanchor": "left" if side.way > 0 else "right", "xshift": 8 * side.way}
    for row, (value, text) in enumerate(zip(side.values, texts, strict=True)):
        made.add_annotation(
            x=side.way * value,
            xref=side.axis,
            y=row,
            text=text,
            font={"color": style.look.soft},
            **place,
        )
    made.add_annotation(
        x=0,
        xref=side.axis,
        y=1,
        yref="paper",
        yanchor="top",
        text=f"<b>{side.label}</b>",
        font={"color": side.colour},
        xanchor=place["xanchor"],
    )
    _set_axis(made, side, texts, style)


def _set_axis(made: go.Figure, side: _Side, texts: list[str], style: Style) -> None:
    """Give the side its part of the width, with room for the values at the ends of the bars."""
    inner = min(side.edge, 1 - side.edge)
    longest = (max(side.values, default=0) or 1) * stretch(texts, style, CANVAS * inner)
    made.update_layout(
        {
            f"xaxis{side.axis[1:]}": {
                "domain": [side.edge, 1] if side.way > 0 else [0, side.edge],
                "range": [0, longest] if side.way > 0 else [-longest, 0],
                "visible": False,
            }
        }
    )
