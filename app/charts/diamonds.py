"""Diamonds side by side or alone, on a canvas of fixed size that scales as one poster."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

import plotly.graph_objects as go

from app.charts.rhombus import (
    Spot,
    add_labels,
    add_letters,
    add_names,
    add_rhombus,
    height_of_names,
)
from app.charts.template import Style, figure, in_room, plain, told, width_of
from app.look import PROJECTOR
from methodology.code_order import titled
from methodology.gaps import OptionDiamond

WIDE, TALL = 39.2, 19.2  # the canvas, in ems: 1100 by 540 px on the projector
ROW = 4  # options that stand in one row
LINE = 1.2  # from a name of an axis to the next above it, in ems
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
    made = figure(style, 12.6 * style.px)
    spot = Spot(0, 0, 1)
    add_rhombus(made, diamond, spot, style)
    add_names(made, spot, style, gap=0.14)
    add_labels(made, diamond, spot, style)
    made.update_xaxes(visible=False, range=[-1.35, 1.35], constrain="domain", scaleanchor="y")
    made.update_yaxes(visible=False, range=[-1.29, 1.25], constrain="domain")
    return made


def diamond_poster(diamonds: Sequence[OptionDiamond], style: Style) -> go.Figure:
    """Return every option with its diamonds, its coverage and where it lacks most.

    Up to four stand in a row above their words; five and six in two rows, beside them.
    """
    shown = diamonds[:MOST]
    made = _canvas(style)
    tiles = _tiles(len(shown), style)
    words = [
        _lines(lacking_words(one, style), tile.width, style)
        for one, tile in zip(shown, tiles, strict=True)
    ]
    under = max(map(len, words), default=1) or 1
    for place, tile in enumerate(tiles):
        if len(shown) <= ROW:
            spot = _add_tall(made, shown[place], tile, words[place], under, style)
        else:
            spot = _add_flat(made, shown[place], tile, style)
        if place == 0:
            add_labels(made, shown[place], spot, style)
    return made


def option_poster(diamond: OptionDiamond, style: Style) -> go.Figure:
    """Return one option for the room: its diamonds, its coverage and what is missing first."""
    px = style.px
    made = _canvas(style)
    spot = Spot(WIDE * 0.23 * px, -TALL / 2 * px, (TALL / 2 - 1.7) * px)
    add_rhombus(made, diamond, spot, style)
    add_names(made, spot, style, gap=0.7 * px)
    add_labels(made, diamond, spot, style)
    tile = Tile(WIDE * 0.52 * px, 0, WIDE * 0.48 * px, TALL * px)
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
        text = style.reader.number(gap.priority, 0 if float(gap.priority).is_integer() else 1)
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
        determinant=_(worst.determinant.short), points=_.number(worst.shortfall, 1)
    )


def add_option_name(
    made: go.Figure, diamond: OptionDiamond, tile: Tile, style: Style, *, lines: int = 1
) -> int:
    """Write code and name of an option at the top of its tile; return how many lines it took."""
    option = diamond.option
    whole = titled(option)
    found = in_room(whole, tile.width - 0.5 * style.px, style.px, lines)
    for place, line in enumerate(found):
        text, code = line, plain(option.code)
        if place == 0 and code and line.startswith(code):
            text = f"<b>{code}</b>{line.removeprefix(code)}"
        made.add_annotation(
            x=tile.left,
            y=tile.top - (0.7 + 1.2 * place) * style.px,
            text=text,
            xanchor="left",
            **told(whole, found),
        )
    return lines


def add_coverage(
    made: go.Figure,
    diamond: OptionDiamond,
    x: float,
    y: float,
    style: Style,
    *,
    is_short: bool = False,
) -> None:
    """Write how much of what the option needs is covered, large; «Pending» while not known."""
    _, look = style.reader, style.look
    if diamond.coverage is None:
        note(made, _("Pending"), x, y, style, colour=look.soft)
        return
    share, size = _.percent(diamond.coverage), LARGE * style.px
    made.add_annotation(x=x, y=y, text=f"<b>{share}</b>", font={"size": size}, xanchor="left")
    if not is_short:
        after = x + DIGIT * size * len(share) + 0.35 * style.px
        note(made, _("covered"), after, y - 0.3 * style.px, style, colour=look.soft)


def note(
    made: go.Figure,
    text: str,
    x: float,
    y: float,
    style: Style,
    *,
    colour: str = "",
    room: float = 0,
) -> None:
    """Write a line from a place to the right, in ink or bold in a colour, cut to its room."""
    is_bold = colour == style.look.copper_text
    lines = in_room(text, room or WIDE * style.px, style.px, 1, is_bold=is_bold)
    made.add_annotation(
        x=x,
        y=y,
        text=f"<b>{lines[0]}</b>" if is_bold else lines[0],
        font={"color": colour or style.look.ink},
        xanchor="left",
        **told(text, lines),
    )


def _canvas(style: Style) -> go.Figure:
    made = figure(style, TALL * style.px)
    made.add_scatter(x=[0], y=[0], mode="markers", marker={"opacity": 0}, hoverinfo="skip")
    made.update_xaxes(
        visible=False, range=[0, WIDE * style.px], constrain="domain", scaleanchor="y"
    )
    made.update_yaxes(visible=False, range=[-TALL * style.px, 0], constrain="domain")
    return made


def _tiles(count: int, style: Style) -> list[Tile]:
    columns = count if count <= ROW else (count + 1) // 2
    rows = 1 if count <= ROW else 2
    width, height = WIDE * style.px / max(columns, 1), TALL * style.px / rows
    return [
        Tile(place % columns * width, -(place // columns) * height, width, height)
        for place in range(count)
    ]


def _add_tall(
    made: go.Figure,
    diamond: OptionDiamond,
    tile: Tile,
    lines: Sequence[str],
    under: int,
    style: Style,
) -> Spot:
    """Draw an option with its words at the foot of the tile; return where the diamond is.

    `under` is how many lines the words of any option take: all diamonds stand at one height.
    """
    px = style.px
    names = add_option_name(made, diamond, tile, style, lines=2)
    top = tile.top - (1.25 * names + 1.9) * px
    bottom = tile.bottom + (1.25 * under + 4) * px
    half = min((top - bottom) / 2, tile.width * 0.4)
    room = min(tile.width, 12 * px) / 2 - 0.25 * px
    spot = Spot(tile.left + room, top - half, half)
    add_rhombus(made, diamond, spot, style)
    high = height_of_names(room, half, style)
    add_names(made, spot, style, gap=0.7 * px, above=LINE * px - (1 - high) * half, high=high)
    level = tile.bottom + 1.25 * (under - 1) * px
    add_coverage(made, diamond, tile.left, level + 2.55 * px, style)
    for place, line in enumerate(lines):
        lower = level + (0.6 - 1.25 * place) * px
        note(made, line, tile.left, lower, style, colour=style.look.copper_text)
    return spot


def _add_flat(made: go.Figure, diamond: OptionDiamond, tile: Tile, style: Style) -> Spot:
    """Draw an option with its words at the right of a low tile; return where the diamond is."""
    px = style.px
    add_option_name(made, diamond, tile, style)
    half = (tile.height - 4.3 * px) / 2
    spot = Spot(tile.left + half + 1.1 * px, tile.top - 2.6 * px - half, half)
    left = spot.x + half + 1.3 * px
    add_rhombus(made, diamond, spot, style)
    add_letters(made, spot, style)
    add_coverage(made, diamond, left, spot.y + 1.8 * px, style, is_short=True)
    for place, line in enumerate(_lines(lacking_words(diamond, style), tile.right - left, style)):
        lower = spot.y - 1.25 * place * px
        note(made, line, left, lower, style, colour=style.look.copper_text)
    return spot


def _lines(text: str, room: float, style: Style) -> list[str]:
    """Return a text on the bold lines that fit into so many px."""
    return wrap(text, max(8, int(room / (1.04 * width_of("x", style.px)))))


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
