"""What voters wrote: a map of grouped ideas and a cloud of words, both laid out without chance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from app.charts.template import LETTER, Style, figure, in_room, plain
from methodology.round_results import RoundText

WIDE, TALL = 1100.0, 540.0  # px of the poster
GAP = 10.0
LARGEST = 2.6  # times the size of the smallest word
WORDS = 30
COLUMNS = 3
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
    made = _poster(style)
    shown = found[: 2 * COLUMNS]
    columns = min(COLUMNS, max(1, len(shown)))
    rows = -(-len(shown) // columns) or 1
    wide, tall = (WIDE - GAP * (columns - 1)) / columns, (TALL - GAP * (rows - 1)) / rows
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


def word_cloud(texts: Iterable[RoundText], style: Style) -> go.Figure:
    """Return the words, larger the more often they were said, in rows from the most frequent."""
    found = sorted(
        (one for one in texts if not one.is_hidden), key=lambda one: (-one.count, one.text)
    )[:WORDS]
    made = _poster(style)
    most = max((one.count for one in found), default=1)
    sized = [(one, _size(one.count, most, style.px)) for one in found]
    y = TALL
    for row in _rows(sized):
        tallest = max(size for _one, size in row)
        y -= tallest * 1.25
        if y < 0:
            break
        _words(made, row, y + tallest * 0.6, style, most)
    return made


def _poster(style: Style) -> go.Figure:
    made = figure(style, TALL)
    made.add_scatter(x=[0, WIDE], y=[0, TALL], mode="markers", marker={"opacity": 0})
    made.update_xaxes(visible=False, range=[0, WIDE])
    made.update_yaxes(visible=False, range=[0, TALL])
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


def _size(count: int, most: int, px: int) -> float:
    return px if most <= 1 else px * (1 + (LARGEST - 1) * (count - 1) / (most - 1))


def _rows(sized: Sequence[tuple[RoundText, float]]) -> Iterable[list[tuple[RoundText, float]]]:
    row: list[tuple[RoundText, float]] = []
    used = 0.0
    for one, size in sized:
        wide = _wide(one.text, size)
        if row and used + wide > WIDE:
            yield row
            row, used = [], 0.0
        row.append((one, size))
        used += wide
    if row:
        yield row


def _wide(text: str, size: float) -> float:
    return min(WIDE, LETTER * size * min(len(text), 40) + size)


def _words(
    made: go.Figure, row: Sequence[tuple[RoundText, float]], y: float, style: Style, most: int
) -> None:
    x = (WIDE - sum(_wide(one.text, size) for one, size in row)) / 2
    for one, size in row:
        wide = _wide(one.text, size)
        is_most = one.count == most and most > 1
        made.add_annotation(
            x=x + wide / 2,
            y=y,
            text=f"<b>{plain(one.text, 40)}</b>" if is_most else plain(one.text, 40),
            font={"size": size, "color": style.look.copper_text if is_most else style.look.iron},
        )
        x += wide
