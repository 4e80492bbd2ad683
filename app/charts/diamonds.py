"""Diamonds side by side or alone, on a canvas of fixed size that scales as one poster."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

import plotly.graph_objects as go

from app.charts.rhombus import Spot, add_labels, add_names, add_rhombus
from app.charts.template import Style, figure, plain, width_of
from app.look import PROJECTOR
from methodology.diamond import SHORT
from methodology.gaps import OptionDiamond

WIDE, TALL = 1100, 540  # the canvas, in px of the projector
ROW = 3  # options that stand in one row
MOST = 6  # options on one poster
LARGE = 2  # size of the coverage, of the text
DIGIT = 0.68  # mean width of a figure in bold, of its size


@dataclass(frozen=True)
class Tile:
    """The part of the canvas that one option has: its left upper corner, width and height."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top - self.height

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width


def diamond_card(diamond: OptionDiamond, style: Style) -> go.Figure:
    """Return one option's diamonds alone, for a card or a column."""
    made = figure(style, 15 * style.px)
    spot = Spot(0, 0, 1)
    add_rhombus(made, diamond, spot, style)
    add_names(made, spot, style, gap=0.14)
    add_labels(made, diamond, spot, style)
    made.update_xaxes(visible=False, range=[-1.35, 1.35], constrain="domain", scaleanchor="y")
    made.update_yaxes(visible=False, range=[-1.26, 1.26], constrain="domain")
    return made


def diamond_poster(diamonds: Sequence[OptionDiamond], style: Style) -> go.Figure:
    """Return every option with its diamonds, its coverage and where it lacks most.

    Up to three stand in a row above their words, four and more in two rows beside them.
    """
    shown = diamonds[:MOST]
    made = _canvas(style)
    arrange = _place_tall if len(shown) <= ROW else _place_flat
    for place, tile in enumerate(_tiles(len(shown))):
        spot = arrange(made, shown[place], tile, style)
        add_option_name(made, shown[place], tile, style)
        add_rhombus(made, shown[place], spot, style)
        add_names(made, spot, style, gap=0.7 * style.px)
        if place == 0:
            add_labels(made, shown[place], spot, style)
    return made


def option_poster(diamond: OptionDiamond, style: Style) -> go.Figure:
    """Return one option for the room: its diamonds, its coverage and what is missing first."""
    px = style.px
    made = _canvas(style)
    spot = Spot(WIDE * 0.23, -TALL / 2, TALL / 2 - 1.7 * px)
    add_rhombus(made, diamond, spot, style)
    add_names(made, spot, style, gap=0.7 * px)
    add_labels(made, diamond, spot, style)
    tile = Tile(WIDE * 0.52, 0, WIDE * 0.48, TALL)
    add_option_name(made, diamond, tile, style)
    add_coverage(made, diamond, tile.left, tile.top - 2.6 * px, style)
    room = tile.top - 4.4 * px - tile.bottom
    shown = diamond.ranked[: max(1, int(room / (2.35 * px)))]
    most = max((gap.priority for gap in shown), default=1)
    for place, gap in enumerate(shown):
        line = tile.top - (4.9 + 2.35 * place) * px
        note(made, gap.factor.name, tile.left, line, style, room=tile.width)
        length = (tile.width - 3 * px) * gap.priority / most
        _add_bar(made, tile.left, line - 1.05 * px, length, style, is_open=gap.is_wide)
        text = style.reader.number(gap.priority, 0 if gap.priority.is_integer() else 1)
        colour = style.look.copper_text if gap.is_wide else style.look.soft
        note(made, text, tile.left + length + 0.4 * px, line - 1.05 * px, style, colour=colour)
    return made


def diamond_figure(diamond: OptionDiamond, style: Style) -> go.Figure:
    """Return one option: a card at work, a whole poster for the room."""
    return (diamond_card if style.px < PROJECTOR else option_poster)(diamond, style)


def lacking_words(diamond: OptionDiamond, style: Style) -> str:
    """Return where an option lacks most, in words; empty while nothing is scored."""
    _, worst = style.reader, diamond.worst
    if not diamond.used:
        return ""
    if worst is None:
        return _("nothing is missing")
    return _("{determinant}: {points} points missing").format(
        determinant=_(SHORT[worst.determinant]), points=_.number(worst.shortfall, 1)
    )


def add_option_name(made: go.Figure, diamond: OptionDiamond, tile: Tile, style: Style) -> None:
    """Write code and name of an option at the top of its tile."""
    option = diamond.option
    letters = int((tile.width - style.px) / width_of("x", style.px)) - len(option.code) - 1
    code = f"<b>{plain(option.code)}</b>  " if option.code else ""
    made.add_annotation(
        x=tile.left,
        y=tile.top - 0.7 * style.px,
        text=code + plain(option.name, max(6, letters)),
        xanchor="left",
    )


def add_coverage(made: go.Figure, diamond: OptionDiamond, x: float, y: float, style: Style) -> None:
    """Write how much of what the option needs is covered, large; «Pending» while not known."""
    _, look = style.reader, style.look
    if diamond.coverage is None:
        note(made, _("Pending"), x, y, style, colour=look.soft)
        return
    share, size = _.percent(diamond.coverage), LARGE * style.px
    made.add_annotation(x=x, y=y, text=f"<b>{share}</b>", font={"size": size}, xanchor="left")
    after = x + DIGIT * size * len(share) + 0.3 * style.px
    note(made, _("covered"), after, y - 0.35 * style.px, style, colour=look.soft)


def note(
    made: go.Figure,
    text: str,
    x: float,
    y: float,
    style: Style,
    *,
    colour: str = "",
    room: float = WIDE,
) -> None:
    """Write a line from a place to the right, in ink or bold in a colour, cut to its room."""
    short = plain(text, max(6, int(room / width_of("x", style.px))))
    is_bold = colour == style.look.copper_text
    made.add_annotation(
        x=x,
        y=y,
        text=f"<b>{short}</b>" if is_bold else short,
        font={"color": colour or style.look.ink},
        xanchor="left",
    )


def _canvas(style: Style) -> go.Figure:
    made = figure(style, TALL)
    made.add_scatter(x=[0], y=[0], mode="markers", marker={"opacity": 0}, hoverinfo="skip")
    made.update_xaxes(visible=False, range=[0, WIDE], constrain="domain", scaleanchor="y")
    made.update_yaxes(visible=False, range=[-TALL, 0], constrain="domain")
    return made


def _tiles(count: int) -> list[Tile]:
    columns = count if count <= ROW else (count + 1) // 2
    rows = 1 if count <= ROW else 2
    width, height = WIDE / max(columns, 1), TALL / rows
    return [
        Tile(place % columns * width, -(place // columns) * height, width, height)
        for place in range(count)
    ]


def _place_tall(made: go.Figure, diamond: OptionDiamond, tile: Tile, style: Style) -> Spot:
    """Write the words at the foot of a tile; return the spot above them."""
    px = style.px
    add_coverage(made, diamond, tile.left, tile.bottom + 2.9 * px, style)
    words = lacking_words(diamond, style)
    note(made, words, tile.left, tile.bottom + 0.7 * px, style, colour=style.look.copper_text)
    half = min((tile.height - 10.4 * px) / 2, tile.width * 0.36)
    return Spot(tile.left + min(tile.width, 372) / 2 - 6, tile.top - 3.5 * px - half, half)


def _place_flat(made: go.Figure, diamond: OptionDiamond, tile: Tile, style: Style) -> Spot:
    """Write the words beside the spot, or the coverage alone where a tile is narrow."""
    px = style.px
    half = (tile.height - 5.4 * px) / 2
    spot = Spot(tile.left + 5.6 * px, tile.top - 3.1 * px - half, half)
    left = tile.left + 11.6 * px
    if tile.right - left < 7 * px:
        add_coverage(made, diamond, left - 2 * px, tile.bottom + 2.4 * px, style)
        return spot
    add_coverage(made, diamond, left, spot.y + 1.2 * px, style)
    letters = max(8, int((tile.right - left) / width_of("x", px)))
    for place, line in enumerate(wrap(lacking_words(diamond, style), letters)[:3]):
        lower = spot.y - (0.9 + 1.25 * place) * px
        note(made, line, left, lower, style, colour=style.look.copper_text)
    return spot


def _add_bar(
    made: go.Figure, x: float, y: float, length: float, style: Style, *, is_open: bool
) -> None:
    made.add_shape(
        type="rect",
        x0=x,
        x1=x + length,
        y0=y - 0.25 * style.px,
        y1=y + 0.25 * style.px,
        fillcolor=style.look.copper if is_open else style.look.faint,
        line={"width": 0},
    )
