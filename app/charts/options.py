"""Options: the matrix with its bubbles, purchase factors, both ballots, how firm the order is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import plotly.graph_objects as go

from app.charts.bars import Bar, bars
from app.charts.dots import Dot, Head, Line, dot_matrix
from app.charts.template import POSTER, Style, figure, in_lines, plain
from app.look import PROJECTOR
from methodology.buyers import PurchaseFactor
from methodology.code_order import titled
from methodology.needs import SERVED
from methodology.option_matrix import THIRDS, Position, diameters
from methodology.option_profiles import Profile
from methodology.option_votes import Ballot, Intentions, Result
from methodology.options import OptionStatus, StrategicOption
from methodology.robustness import Robustness
from methodology.scale import MERIT
from methodology.text import N_

TALL = 26  # height of the matrix in ems
LARGEST, UNSIZED = 4.6, 1.2  # diameters in ems: of the largest market, of an unknown one
LEAST, MOST = MERIT.least, MERIT.most
EDGE = 0.25  # of the scale, kept free around it
RIGHT_OF, PROJECTED = 3.0, 3.6  # capacity from which a label stands on the left of its bubble
LINE, LINE_PROJECTED = 18, 32  # letters of a line of a label
LINES, LINES_PROJECTED = 3, 2
APART = 1.3  # ems of a line of a label


def option_matrix(found: Sequence[Position], style: Style) -> go.Figure:
    """Return attractiveness by capacity: a bubble for each option, its area its market.

    What the plan serves is filled; what was discarded or is not decided yet is outlined.
    """
    placed = [one for one in found if one.overall is not None]
    sizes = diameters([one.option.market_size for one in placed], LARGEST * style.px)
    made = figure(style, TALL * style.px, margin={"b": 2.4 * style.px, "l": 2 * style.px})
    for cut in THIRDS:
        made.add_vline(x=cut, line=_dashes(style))
        made.add_hline(y=cut, line=_dashes(style))
    for one, size in zip(placed, sizes, strict=True):
        _add_bubble(made, one, size, style)
    for label in _labels(placed, sizes, style):
        _add_label(made, label)
    _name_axes(made, style)
    return made


def _add_bubble(made: go.Figure, one: Position, size: float | None, style: Style) -> None:
    look, is_served = style.look, one.option.status in SERVED
    colour = look.copper if one.option.status == OptionStatus.CHOSEN else look.iron
    made.add_scatter(
        x=[one.capacity],
        y=[one.attractiveness],
        mode="markers",
        marker={
            "size": size or UNSIZED * style.px,
            "color": colour if is_served else look.background,
            "opacity": 0.85,
            "symbol": "circle" if size else "diamond",
            "line": {"color": colour if is_served else look.faint, "width": 2},
        },
        hovertext=_said(one, style),
        hoverinfo="text",
        cliponaxis=False,
    )


def _said(one: Position, style: Style) -> str:
    _ = style.reader
    return _("{option}: attractiveness {attractiveness}, capacity {capacity}").format(
        option=plain(one.option.name),
        attractiveness=_.number(one.attractiveness or 0, 2),
        capacity=_.number(one.capacity or 0, 2),
    )


@dataclass(frozen=True)
class _Label:
    """The words beside a bubble: where they begin or end, how far they are moved in px."""

    x: float
    y: float
    text: str
    is_left: bool
    beside: float
    lines: int = 1
    up: float = 0.0


def _labels(
    placed: Sequence[Position], sizes: Sequence[float | None], style: Style
) -> list[_Label]:
    """Return the labels, each moved down as far as the one above it on the same side asks."""
    is_large = style.px >= PROJECTOR
    tall = POSTER - 4.2 if is_large else TALL - 2.4
    step = tall * style.px / (MOST - LEAST + 2 * EDGE)
    made: list[_Label] = []
    drawn = sorted(zip(placed, sizes, strict=True), key=lambda pair: -(pair[0].attractiveness or 0))
    for one, size in drawn:
        x, y = one.capacity or 0, one.attractiveness or 0
        is_left = x >= (PROJECTED if is_large else RIGHT_OF)
        text = called(one.option, style)
        lines = text.count("<br>") + 1
        above = [each for each in made if each.is_left == is_left][-1:]
        lowest = [
            each.y * step + each.up - (each.lines + lines) / 2 * APART * style.px for each in above
        ]
        up = min([0.0, *(height - y * step for height in lowest)])
        made.append(_Label(x, y, text, is_left, (size or style.px) / 2 + 6, lines, up))
    return made


def _add_label(made: go.Figure, label: _Label) -> None:
    made.add_annotation(
        x=label.x,
        y=label.y,
        text=label.text,
        xanchor="right" if label.is_left else "left",
        xshift=-label.beside if label.is_left else label.beside,
        yshift=label.up,
        align="right" if label.is_left else "left",
    )


def called(option: StrategicOption, style: Style) -> str:
    """Return code and name of an option on a few lines: bold where the plan serves it."""
    is_large = style.px >= PROJECTOR
    letters, most = (LINE_PROJECTED, LINES_PROJECTED) if is_large else (LINE, LINES)
    lines = in_lines(titled(option), letters, most)
    words = "<br>".join(lines)
    is_served = option.status in SERVED
    colour = style.look.ink if is_served else style.look.soft
    words = f"<b>{words}</b>" if is_served else words
    return f'<span style="color:{colour}">{words}</span>'


def _name_axes(made: go.Figure, style: Style) -> None:
    _ = style.reader
    low, high = THIRDS
    thirds = [(LEAST + low) / 2, (low + high) / 2, (high + MOST) / 2]
    names = [_(name) for name in (N_("low"), N_("middle"), N_("high"))]
    room = [LEAST - EDGE, MOST + EDGE]
    made.update_xaxes(
        range=room,
        autorange=True,
        autorangeoptions={"include": room},
        showgrid=False,
        tickvals=thirds,
        ticktext=names,
        title={"text": f"<b>{_(N_('Capacity'))}</b> →"},
    )
    made.update_yaxes(
        range=room,
        tickvals=thirds,
        ticktext=names,
        tickangle=-90,
        title={"text": f"<b>{_(N_('Attractiveness'))}</b> →", "standoff": 0.75 * style.px},
    )


def _dashes(style: Style) -> dict[str, object]:
    return {"color": style.look.line, "width": 1, "dash": "dash"}


def profile_matrix(found: Profile, style: Style) -> go.Figure:
    """Return purchase factors by options: filled where the option wants to win, with its target.

    On the projector only the factors that some option wants to win on, by their codes; while no
    option says so, those with a target.
    """
    lines: list[Line] = []
    dots: list[Dot] = []
    is_poster = style.px >= PROJECTOR
    is_listed = any(option.purchase_factors for option in found.options)
    for segment, factors in found.segments:
        rows = [(factor, _row(found, factor)) for factor in factors]
        if is_poster:
            rows = [
                pair for pair in rows if any(not (is_listed and one.is_light) for one in pair[1])
            ]
        elif len(found.segments) > 1:
            lines.append(
                Line(segment.name if segment else style.reader(N_("No segment")), is_head=True)
            )
        for factor, row in rows:
            dots += [replace(dot, row=len(lines)) for dot in row]
            code = factor.code if is_poster else ""
            lines.append(Line(f"{code} {factor.name}".strip()))
    return dot_matrix(
        lines, [Head(option.code, option.name) for option in found.options], dots, style
    )


def _row(found: Profile, factor: PurchaseFactor) -> list[Dot]:
    """Return the marks of a factor, in no row yet."""
    dots = []
    for column, option in enumerate(found.options):
        target = found.targets.get((option.id, factor.id))
        is_listed = factor.id in option.purchase_factors
        if is_listed or target is not None:
            dots.append(Dot(0, column, "" if target is None else str(target), not is_listed))
    return dots


def priority_bars(found: Ballot, style: Style) -> go.Figure:
    """Return what the vote gave each option, the first on top and in copper."""
    best = found.results[0] if found.results else None
    rows = [
        Bar(
            titled(one.option),
            None if one.points is None else float(one.points),
            _result(one, style),
            is_open=one == best and one.is_known,
        )
        for one in found.results
    ]
    return bars(rows, style)


def _result(one: Result, style: Style) -> str:
    _ = style.reader
    parts = []
    if one.rank is not None:
        parts.append(_("place {rank}").format(rank=_.number(one.rank)))
    if one.points is not None:
        parts.append(_("{points} points").format(points=_.number(one.points, _digits(one.points))))
    return " · ".join(parts) or _("Pending")


def _digits(points: Decimal) -> int:
    return 0 if points == points.to_integral_value() else 2


def intention_bars(found: Intentions, style: Style) -> go.Figure:
    """Return how many firms will pursue each option, in percent of those that answered."""
    _ = style.reader
    rows = [
        Bar(
            titled(option),
            count,
            f"{_.number(count)} · {_.percent(count / found.answered if found.answered else 0)}",
        )
        for option, count in found.counts
    ]
    return bars(rows, style)


def order_bars(found: Robustness, style: Style) -> go.Figure:
    """Return how often each option comes first when weights are drawn; today's first in copper."""
    _ = style.reader
    rows = [
        Bar(
            titled(one),
            found.shares[one.id],
            _.percent(share),
            is_open=one == found.first,
        )
        for one, share in zip(found.order, found.printed, strict=True)
    ]
    return bars(rows, style)
