"""What all figures share: template, escaped texts, and sizes that follow the text."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from app.i18n import Reader
from app.look import FONT, WORK, Mode, Tokens, tokens
from methodology.lettering import ems, parted, shortened, wrapped

CLEAR = "rgba(0,0,0,0)"
CONFIG = {"displayModeBar": False}
PAGE = 1088.0  # px that a figure is wide where it has a page or the projector for itself
POSTER = 19.0  # ems that a figure is tall on the projector
LETTER = 0.52  # mean width of a letter, in ems of Archivo
REGULAR = 0.95  # how much of the width of bold letters the others take at most
TOLD = 34.0  # ems of a line of what a name says when it is pointed at


@dataclass(frozen=True)
class Style:
    """How a figure is drawn: for whom, on which ground and with text of how many px."""

    reader: Reader
    mode: Mode = "light"
    px: int = WORK

    @property
    def look(self) -> Tokens:
        """The colours of the mode."""
        return tokens(self.mode)


def template(style: Style) -> go.layout.Template:
    """Return the template of all figures: direct labels, one direction of grid, no legend."""
    look, px = style.look, style.px
    font = {"size": px, "color": look.ink}
    bubble = {
        "bgcolor": look.ink,
        "bordercolor": look.ink,
        "font": {"size": px, "color": look.background},
    }
    return go.layout.Template(
        layout={
            "font": {"family": FONT, **font},
            "paper_bgcolor": CLEAR,
            "plot_bgcolor": CLEAR,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "colorway": look.categorical,
            "showlegend": False,
            "dragmode": False,
            "bargap": 0.38,
            "separators": style.reader.decimal_symbol + style.reader.group_symbol,
            "hoverlabel": bubble,
            "xaxis": _axis(style),
            "yaxis": {
                **_axis(style),
                "showgrid": False,
                "ticklabelstandoff": 8,
                "tickfont": font,
            },
            "annotationdefaults": {
                "font": font,
                "hoverlabel": bubble,
                "showarrow": False,
                "xanchor": "center",
                "yanchor": "middle",
            },
        }
    )


def _axis(style: Style) -> dict[str, Any]:
    quiet = {"size": style.px - 1, "color": style.look.soft}
    return {
        "gridcolor": style.look.grid,
        "gridwidth": 1,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
        "automargin": True,
        "tickfont": quiet,
        "title": {"font": quiet, "standoff": 8},
    }


def figure(style: Style, height: float, **layout: Any) -> go.Figure:
    """Return an empty figure in the common look, `height` in px and never less than a line."""
    tall = round(max(height, 2 * style.px))
    return go.Figure(layout={"template": template(style), "height": tall, **layout})


@dataclass(frozen=True)
class Drawing:
    """Shapes and notes gathered and put on a figure at once: one by one costs their square."""

    shapes: list[dict[str, Any]] = field(default_factory=list)
    notes: list[dict[str, Any]] = field(default_factory=list)

    def shape(self, **shape: Any) -> None:
        """Add a shape."""
        self.shapes.append(shape)

    def note(self, **note: Any) -> None:
        """Add a text."""
        self.notes.append(note)

    def put_on(self, made: go.Figure) -> None:
        """Draw all of it."""
        made.update_layout(shapes=self.shapes, annotations=self.notes)


def name_upright(made: go.Figure, text: str, style: Style) -> None:
    """Name the upright axis in a line above it: read as it stands, and in nobody's way."""
    made.add_annotation(
        x=0,
        xref="paper",
        xanchor="left",
        y=1,
        yref="paper",
        yanchor="bottom",
        yshift=0.2 * style.px,
        text=text,
        font={"size": style.px - 1, "color": style.look.soft},
    )
    made.update_layout(margin={"t": round(1.7 * style.px)})


def head_column(made: go.Figure, axis: str, lines: Sequence[str], colour: str) -> None:
    """Head the column of an axis, such as `x2`, with lines in bold."""
    made.add_annotation(
        x=0,
        xref=axis,
        y=1,
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        align="left",
        text="<br>".join(f"<b>{line}</b>" for line in lines),
        font={"color": colour},
    )


def plain(text: str, most: int = 60) -> str:
    """Return people's words as a figure can show them: no markup alive, cut at `most` letters."""
    short = text if len(text) <= most else text[: most - 1].rstrip() + "…"
    return escape(short, quote=False)


def in_lines(text: str, letters: int, most: int, *, breaks_words: bool = True) -> list[str]:
    """Return people's words on `most` lines of about so many letters; the rest is cut."""
    lines = wrap(text, letters, break_long_words=breaks_words, break_on_hyphens=False) or [""]
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [plain(line, letters) for line in lines]


def room_of(text: str, px: int, *, is_bold: bool = False) -> float:
    """Return how many px a text takes at most: letter by letter, where `width_of` is a mean."""
    return ems(text) * px * (1 if is_bold else REGULAR)


def in_room(text: str, width: float, px: int, most: int, *, is_bold: bool = False) -> list[str]:
    """Return people's words on at most so many lines of a width in px; the rest is cut.

    Words too wide for a line go on in the next.
    """
    room = width / px / (1 if is_bold else REGULAR)
    rest = text.split()
    lines: list[str] = []
    while rest and len(lines) < most - 1:
        line, rest = _first_line(rest, room)
        lines.append(line)
    found = [*lines, " ".join(rest)] if rest or not lines else lines
    return [escape(shortened(line, room), quote=False) for line in found]


def _first_line(words: list[str], room: float) -> tuple[str, list[str]]:
    """Return as many words as a line of so many ems holds, part of one at least, and the rest."""
    for count in range(len(words), 0, -1):
        line = " ".join(words[:count])
        if ems(line) <= room:
            return line, words[count:]
    start, end = parted(words[0], room)
    return (start, [end, *words[1:]]) if start else (words[0], words[1:])


def told(text: str, lines: Sequence[str]) -> dict[str, str]:
    """Return what makes a note tell a text whole when it is pointed at, if its lines cut it."""
    if not any(line.endswith("…") for line in lines):
        return {}
    return {"hovertext": "<br>".join(escape(line, quote=False) for line in wrapped(text, TOLD))}


def coloured(text: str, colour: str, *, bold: bool = False) -> str:
    """Return a plain text in a colour, for a tick label that differs from its neighbours."""
    inner = f"<b>{text}</b>" if bold else text
    return f'<span style="color:{colour}">{inner}</span>'


def width_of(text: str, px: int) -> float:
    """Return about how many px a text takes."""
    return LETTER * px * len(text)


def stretch(texts: Sequence[str], style: Style, room: float) -> float:
    """Return how much longer than the longest bar an axis must be for the texts at their ends.

    `room` is about the width of the axis in px.
    """
    widest = max((room_of(text, style.px, is_bold=True) for text in texts), default=0) + 16
    return room / (room - min(widest, 0.6 * room))
