"""Five forces around the rivals, each with its pressure today and at the horizon; and trends."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap

import plotly.graph_objects as go

from app.charts.template import Style, coloured, figure, plain, width_of
from methodology.attractiveness import ForceReading, Outlook
from methodology.forces import Force, Trend
from methodology.scale import INTENSITY

LINE = 1.25  # height of a line, in ems
ROW = 1.4  # height of a bar with its value
PAD = 0.5
GAP = 1.3
LETTERS = 20  # of a line of a force's name
BESIDE = {False: 13, True: 20}  # letters of a line in a corner: at work it may be a telephone's
LARGE = 20  # px of text from which a figure stands on a projector
BOX = 0.31  # width of a box, of the figure
BAR = (0.43, 0.71)  # where bars begin and end, of the width of their box
PLACES = {
    Force.ENTRY: (0.5, 0),
    Force.SUPPLIERS: (BOX / 2, 1),
    Force.RIVALRY: (0.5, 1),
    Force.BUYERS: (1 - BOX / 2, 1),
    Force.SUBSTITUTES: (0.5, 2),
}
ARROWS = {
    Force.ENTRY: (0, 1),
    Force.SUPPLIERS: (1, 0),
    Force.BUYERS: (-1, 0),
    Force.SUBSTITUTES: (0, -1),
}


@dataclass(frozen=True)
class _Grid:
    """Where boxes stand: `lines` of their names, ems from the top of the figure."""

    style: Style
    lines: int

    @property
    def tall(self) -> float:
        """The height of a box."""
        return self.lines * LINE + 2 * ROW + 2 * PAD

    @property
    def height(self) -> float:
        """The height of the figure."""
        return 3 * self.tall + 2 * GAP

    def box(self, force: Force) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom of a box."""
        middle, row = PLACES[force]
        top = row * (self.tall + GAP)
        return middle - BOX / 2, top, middle + BOX / 2, top + self.tall


def five_forces(outlook: Outlook, style: Style) -> go.Figure:
    """Return the five forces, iron today and copper at the horizon, and what they come to."""
    names = {one.force: _wrapped(style.reader(one.force.label), LETTERS) for one in outlook.forces}
    grid = _Grid(style, max(len(lines) for lines in names.values()))
    made = figure(style, grid.height * style.px)
    made.add_scatter(x=[0.5], y=[0], mode="markers", marker={"opacity": 0}, hoverinfo="skip")
    for force in ARROWS:
        _add_arrow(made, grid, force)
    for one in outlook.forces:
        _add_force(made, grid, one, names[one.force], years(outlook, style))
    _add_corners(made, grid, outlook)
    made.update_xaxes(visible=False, range=[-0.003, 1.003])
    made.update_yaxes(visible=False, range=[grid.height + 0.1, -0.1])
    return made


def years(outlook: Outlook, style: Style) -> tuple[str, str]:
    """Return what the two dates are called: their years, else words."""
    _ = style.reader
    return str(outlook.year or _("Today")), str(outlook.horizon or _("Horizon"))


def _brief(date: str) -> str:
    """Return a date as narrow boxes have room for it."""
    return date if len(date) < 6 else f"{date[:4]}."


def _wrapped(text: str, letters: int) -> list[str]:
    return wrap(text, letters, break_long_words=False) or [""]


def _beside(text: str, style: Style) -> str:
    """Return a text in the lines that a corner has room for."""
    return "<br>".join(map(plain, _wrapped(text, BESIDE[style.px >= LARGE])))


def _add_force(
    made: go.Figure, grid: _Grid, one: ForceReading, name: list[str], dates: tuple[str, str]
) -> None:
    style = grid.style
    left, top, right, bottom = grid.box(one.force)
    is_known = one.today is not None or one.later is not None
    made.add_shape(
        type="rect",
        x0=left, x1=right, y0=top, y1=bottom,
        line={
            "color": style.look.iron if is_known else style.look.faint,
            "width": 1.5,
            "dash": "solid" if is_known else "dash",
        },
    )  # fmt: skip
    made.add_annotation(
        x=(left + right) / 2,
        y=top + PAD / 2 + grid.lines * LINE / 2,
        text="<b>" + "<br>".join(plain(line) for line in name) + "</b>",
    )
    if not is_known:
        _add_pending(made, grid, one.force)
        return
    first = top + PAD / 2 + grid.lines * LINE + ROW / 2 + 0.2
    look = style.look
    for row, (date, value, colour, text) in enumerate(
        (
            (_brief(dates[0]), one.today, look.iron, look.ink),
            (_brief(dates[1]), one.later, look.copper, look.copper_text),
        )
    ):
        _add_value(made, style, (left, first + row * ROW), date, value, (colour, text))


def _add_pending(made: go.Figure, grid: _Grid, force: Force) -> None:
    _, (left, _top, right, bottom) = grid.style.reader, grid.box(force)
    made.add_annotation(
        x=(left + right) / 2,
        y=bottom - PAD - ROW,
        text=_("Pending"),
        font={"color": grid.style.look.soft},
    )


def _add_value(
    made: go.Figure,
    style: Style,
    at: tuple[float, float],
    date: str,
    value: Decimal | None,
    colours: tuple[str, str],
) -> None:
    """Write one date of a force: its name, a bar from nought to five, the number."""
    _, (left, y) = style.reader, at
    start, end = (left + part * BOX for part in BAR)
    made.add_annotation(
        x=start, xanchor="right", xshift=-6, y=y, text=plain(date), font={"color": style.look.soft}
    )
    made.add_shape(
        type="rect", x0=start, x1=end, y0=y - 0.32, y1=y + 0.32,
        line={"width": 0}, fillcolor=style.look.grid,
    )  # fmt: skip
    if value is None:
        return
    made.add_shape(
        type="rect", x0=start, x1=start + (end - start) * float(value) / INTENSITY.most,
        y0=y - 0.32, y1=y + 0.32, line={"width": 0}, fillcolor=colours[0],
    )  # fmt: skip
    made.add_annotation(
        x=end, xanchor="left", xshift=6, y=y,
        text=f"<b>{_.number(value, 1)}</b>", font={"color": colours[1]},
    )  # fmt: skip


def _add_arrow(made: go.Figure, grid: _Grid, force: Force) -> None:
    """Draw the arrow with which a force presses on the rivals."""
    across, down = ARROWS[force]
    left, top, right, bottom = grid.box(force)
    start = ((left, right)[across > 0], (top, bottom)[down > 0])
    if across:
        start = (start[0], (top + bottom) / 2)
        end = (start[0] + across * (0.5 - 1.5 * BOX - 0.004), start[1])
    else:
        start = ((left + right) / 2, start[1])
        end = (start[0], start[1] + down * (GAP - 0.1))
    made.add_annotation(
        x=end[0], y=end[1], ax=start[0], ay=start[1], xref="x", yref="y", axref="x", ayref="y",
        text="", showarrow=True, arrowhead=2, arrowwidth=2, arrowcolor=grid.style.look.soft,
    )  # fmt: skip


def _add_corners(made: go.Figure, grid: _Grid, outlook: Outlook) -> None:
    """Write at the left how attractive the business is, at the right which way to read scores."""
    _, look, px = grid.style.reader, grid.style.look, grid.style.px
    title, later = _("Attractiveness, 1 to 5"), ""
    today = _("n/d") if outlook.today is None else _.number(outlook.today, 1)
    if outlook.later is not None:
        later = f" → {coloured(_.number(outlook.later, 1), look.copper_text, bold=True)}"
    made.add_annotation(
        x=0, y=0, xanchor="left", yanchor="top", align="left",
        text=f"{_beside(title, grid.style)}<br><b>{today}</b>{later}",
    )  # fmt: skip
    how = _("5 is very strong pressure: less attractive")
    made.add_annotation(
        x=1, y=0, xanchor="right", yanchor="top", align="right",
        text=_beside(how, grid.style),
        font={"color": look.soft, "size": px - 1},
    )  # fmt: skip


def trend_list(trends: Sequence[Trend], style: Style) -> go.Figure:
    """Return trends one beneath the other: what presses ▲ in copper, what relieves ▼ in iron."""
    room = 1080
    letters = int(room / width_of("x", style.px))
    made = figure(style, max(1, len(trends)) * 2.95 * style.px)
    made.add_scatter(x=[0], y=[0], mode="markers", marker={"opacity": 0}, hoverinfo="skip")
    for place, trend in enumerate(trends):
        head = f"{trend.code} {trend.statement}".strip()
        made.add_annotation(
            x=0, y=place - 0.22, xanchor="left", text=f"<b>{plain(head, letters - 2)}</b>"
        )
        made.add_annotation(x=0, y=place + 0.22, xanchor="left", text=_effects(trend, style))
    made.update_xaxes(visible=False, range=[0, 1])
    made.update_yaxes(visible=False, range=[max(1, len(trends)) - 0.45, -0.55])
    return made


def _effects(trend: Trend, style: Style) -> str:
    _, look = style.reader, style.look
    parts = []
    if trend.forces:
        names = _.join([_(force.label) for force in trend.forces])
        parts.append(coloured(f"▲ {plain(names)}", look.copper_text, bold=True))
    if trend.relieves:
        names = _.join([_(force.label) for force in trend.relieves])
        parts.append(coloured(f"▼ {plain(names)}", look.iron, bold=True))
    if trend.horizon:
        parts.append(coloured(str(trend.horizon), look.soft))
    return " · ".join(parts) or coloured(_("Pending"), look.soft)
