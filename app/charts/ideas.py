"""What voters wrote: a map of grouped ideas and a cloud of words, both laid out without chance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from app.charts.template import Style, figure, in_room, plain, room_of
from app.look import PROJECTOR
from methodology.round_results import RoundText

WIDE, TALL = 1100.0, 540.0  # px of the poster in the room
DESK = 560.0  # px that it is wide on the desk, where it stands beside the acts
GAP = 10.0
LARGEST = 2.6  # times the size of the smallest word
SCALES = (2.4, 2.0, 1.7, 1.4, 1.2, 1.0)  # of all words: the largest at which they fit
LETTERS, LINE = 40, 1.25  # of a word at most, and times its size that a row of words is high
WORDS = 30
COLUMNS, COLUMNS_ON_DESK = 3, 2
LEADING = 1.3
LINES = 3  # of an idea


@dataclass(frozen=True)
class Cluster:
    """Ideas that were put together: their name, how often they were mentioned, and some of them."""

    name: str
    count: int
    texts: tuple[str, ...]


def clusters(texts: Iterable[RoundText], other: str) -> list[Cluster]:
    """Return the groups of ideas, most mentioned first; what nobody grouped goes under `other`."""
    grouped: dict[str, list[RoundText]] = {}
    for one in texts:
        if not one.is_hidden:
            grouped.setdefault(one.group or other, []).append(one)
    found = [
        Cluster(
            name,
            sum(one.count for one in ideas),
            tuple(one.text for one in sorted(ideas, key=lambda one: (-one.count, one.text))),
        )
        for name, ideas in grouped.items()
    ]
    return sorted(found, key=lambda one: (one.name == other, -one.count, one.name))


def ideas_map(found: Sequence[Cluster], style: Style) -> go.Figure:
    """Return the groups as cards, each with its number and as many of its ideas as fit."""
    made, whole = _poster(style, TALL), _width(style)
    shown = found[: 2 * COLUMNS]
    most = COLUMNS if whole == WIDE else COLUMNS_ON_DESK
    columns = min(most, max(1, len(shown)))
    rows = -(-len(shown) // columns) or 1
    wide, tall = (whole - GAP * (columns - 1)) / columns, (TALL - GAP * (rows - 1)) / rows
    ideas = [_lines(cluster, wide - 2 * GAP, style) for cluster in shown]
    longest = max((sum(map(len, own)) for own in ideas), default=0)
    tall = min(tall, (longest + 1) * style.px * LEADING + 2 * GAP)
    for place, (cluster, own) in enumerate(zip(shown, ideas, strict=True)):
        left = (place % columns) * (wide + GAP)
        top = TALL - (place // columns) * (tall + GAP)
        _card(made, cluster, own, (left, top, wide, tall), style)
    return made


def _lines(cluster: Cluster, wide: float, style: Style) -> list[list[str]]:
    """Return the ideas of a group, each on the lines that it takes in a card."""
    return [in_room(text, wide, style.px, LINES) for text in cluster.texts]


def word_cloud(texts: Iterable[RoundText], style: Style, tall: float | None = None) -> go.Figure:
    """Return the words, larger the more often they were said, in rows from the most frequent.

    All are as large as they fit in `tall` px: few words fill the wall as many do.
    """
    found = sorted(
        (one for one in texts if not one.is_hidden), key=lambda one: (-one.count, one.text)
    )[:WORDS]
    y = tall or TALL
    made = _poster(style, y)
    most = max((one.count for one in found), default=1)
    for row in _fitting_rows(found, most, style, y):
        y -= _height(row)
        if y < 0:
            break
        _words(made, row, y + _height(row) / 2, style, most)
    return made


def _width(style: Style) -> float:
    return WIDE if style.px >= PROJECTOR else DESK


def _poster(style: Style, tall: float) -> go.Figure:
    made, wide = figure(style, tall), _width(style)
    made.add_scatter(x=[0, wide], y=[0, tall], mode="markers", marker={"opacity": 0})
    made.update_xaxes(visible=False, range=[0, wide])
    made.update_yaxes(visible=False, range=[0, tall])
    return made


def _card(
    made: go.Figure,
    cluster: Cluster,
    ideas: Sequence[Sequence[str]],
    place: tuple[float, float, float, float],
    style: Style,
) -> None:
    left, top, wide, tall = place
    line = style.px * LEADING
    made.add_shape(
        type="rect",
        x0=left,
        x1=left + wide,
        y0=top - tall,
        y1=top,
        line={"color": style.look.line, "width": 1},
    )
    told = f"{style.reader.number(cluster.count)} {cluster.name}"
    [title] = in_room(told, wide - 2 * GAP, style.px, 1, is_bold=True)
    lines = _fitting(ideas, int((tall - GAP) // line) - 1)
    for row, text in enumerate([f"<b>{title}</b>", *lines]):
        made.add_annotation(
            x=left + GAP,
            y=top - GAP / 2 - row * line,
            xanchor="left",
            yanchor="top",
            text=text,
            font={"color": style.look.ink if row == 0 else style.look.soft},
        )


def _fitting(ideas: Sequence[Sequence[str]], room: int) -> list[str]:
    """Return the lines of as many whole ideas as fit, with a sign that there are more."""
    lines: list[str] = []
    for place, idea in enumerate(ideas):
        is_last = place == len(ideas) - 1
        if len(lines) + len(idea) > room - (not is_last):
            return [*lines, "…"] if room > 0 else lines
        lines += idea
    return lines


Row = list[tuple[RoundText, float]]  # words with their sizes in px


def _fitting_rows(
    found: Sequence[RoundText], most: int, style: Style, tall: float
) -> Sequence[Row]:
    """Return the words in rows, at the largest scale at which these take no more than `tall`."""
    wide, rows = _width(style), list[Row]()
    for scale in SCALES:
        sized = [(one, _size(one, most, scale * style.px, wide)) for one in found]
        rows = [*_rows(sized, wide)]
        if sum(map(_height, rows)) <= tall:
            break
    return rows


def _size(one: RoundText, most: int, px: float, wide: float) -> float:
    """Return the px of a word: no larger than one row holds it."""
    grown = 1 + (LARGEST - 1) * (one.count - 1) / max(1, most - 1)
    return min(px * grown, wide / _ems(one.text))


def _rows(sized: Sequence[tuple[RoundText, float]], wide: float) -> Iterable[Row]:
    row: Row = []
    used = 0.0
    for one, size in sized:
        taken = _ems(one.text) * size
        if row and used + taken > wide:
            yield row
            row, used = [], 0.0
        row.append((one, size))
        used += taken
    if row:
        yield row


def _ems(text: str) -> float:
    """Return what a word takes of its size, with the room around it."""
    return room_of(plain(text, LETTERS), 1, is_bold=True) + 1


def _height(row: Row) -> float:
    return LINE * max(size for _one, size in row)


def _words(made: go.Figure, row: Row, y: float, style: Style, most: int) -> None:
    x = (_width(style) - sum(_ems(one.text) * size for one, size in row)) / 2
    for one, size in row:
        wide = _ems(one.text) * size
        is_most = one.count == most and most > 1
        word = plain(one.text, LETTERS)
        made.add_annotation(
            x=x + wide / 2,
            y=y,
            text=f"<b>{word}</b>" if is_most else word,
            font={"size": size, "color": style.look.copper_text if is_most else style.look.iron},
        )
        x += wide
