"""The strategic thread of one element: what it rests on at its left, what follows at its right."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from uuid import UUID

import plotly.graph_objects as go

from app.charts.template import Style, figure, in_room, plain, told
from app.look import PROJECTOR
from methodology.chain import Chain, Element, Rung

WIDE, TALL = 1100.0, 430.0  # px of the canvas that texts are cut for; the figure scales as a whole
HEAD, HEAD_PROJECTED = 30.0, 58.0
SCALE = 1.25  # how much taller the projector draws the canvas
CROWDED, WIDER = 6, 1.5  # elements from which a column is so much wider than the others
INSIDE = 0.89  # of a column, that its boxes take
LINES, LINE = 5, 1.3  # of a name, and the height of one in ems
AIR = 5  # px of a box at each side of its text, and above and below it together
OVER = 1.08  # of its column that a heading may take
MOST = 13


@dataclass(frozen=True)
class Column:
    """The part of the canvas that elements of one kind have."""

    rung: Rung
    left: float
    width: float


@dataclass(frozen=True)
class Box:
    """One element on the canvas; without one it stands for those there was no room for."""

    element: Element | None
    lines: tuple[str, ...]
    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def middle(self) -> float:
        """The height at which lines arrive and leave."""
        return self.top + self.height / 2


def thread_figure(chain: Chain, about: UUID, style: Style) -> go.Figure | None:
    """Return the thread of one element in seven columns; None when it is no part of it.

    A step that a longer way tells too is not drawn.
    """
    chosen = chain.elements.get(about)
    if chosen is None:
        return None
    shown = [*chain.rests_on(about), chosen, *chain.follows(about)]
    columns = _columns(shown)
    boxes = [box for column in columns for box in _boxes(shown, column, style)]
    boxes = [_named(box, style) for box in boxes]
    made = figure(style, TALL)
    places = {box.element.id: box for box in boxes if box.element}
    for one, other in chain.essential(places):
        _add_step(made, places[one], places[other], style, is_near=about in (one, other))
    for box in boxes:
        _add_box(made, box, style, is_chosen=box.element is chosen)
    _add_heads(made, columns, style)
    made.add_scatter(x=[0], y=[0], mode="markers", marker={"opacity": 0}, hoverinfo="skip")
    made.update_xaxes(visible=False, range=[0, WIDE])
    made.update_yaxes(visible=False, range=[TALL, 0])
    return made


def _columns(shown: Sequence[Element]) -> list[Column]:
    """Return the columns from left to right; a crowded one, with a line for each, is wider."""
    counts = Counter(one.rung for one in shown)
    parts = [WIDER if counts[rung] > CROWDED else 1.0 for rung in Rung]
    each = WIDE / sum(parts)
    lefts = accumulate(parts, initial=0.0)
    return [
        Column(rung, left * each, part * each)
        for rung, left, part in zip(Rung, lefts, parts, strict=False)
    ]


def _boxes(shown: list[Element], column: Column, style: Style) -> Iterator[Box]:
    """Yield the boxes of one kind, spread over the height of the canvas."""
    is_large = style.px >= PROJECTOR
    head = HEAD_PROJECTED if is_large else HEAD
    line = LINE * (style.px - 1) / (SCALE if is_large else 1)
    found = [one for one in shown if one.rung is column.rung]
    kept = found if len(found) <= MOST else found[: MOST - 1]
    count = len(kept) + (len(found) > len(kept))
    step = (TALL - head) / max(count, 1)
    most = min(LINES, max(1, int((0.97 * step - AIR) / line)))
    width = INSIDE * column.width
    left = column.left + (column.width - width) / 2
    texts = [_lines(one, width - 2 * AIR, most, style) for one in kept]
    height = min(step * 0.97, line * max(map(len, texts), default=1) + AIR)
    for row, (one, lines) in enumerate(zip(kept, texts, strict=True)):
        top = head + row * step + (step - height) / 2
        yield Box(one, tuple(lines), left, top, width, height)
    if count > len(kept):
        yield Box(None, (str(len(found) - len(kept)),), left, TALL - step, width, height)


def _named(box: Box, style: Style) -> Box:
    """Return a box with the words for those there was no room for."""
    if box.element:
        return box
    _ = style.reader
    more = _.many("and {count} more", "and {count} more", int(box.lines[0]))
    return replace(box, lines=(more,))


def _lines(one: Element, width: float, most: int, style: Style) -> list[str]:
    """Return an element in so many lines of a width in px, cut where there is no room for more."""
    made = in_room(one.title, width, style.px - 1, most)
    code = plain(one.code)
    if code and made[0].startswith(code):
        made[0] = f"<b>{code}</b>{made[0][len(code) :]}"
    return made


def _add_step(made: go.Figure, one: Box, other: Box, style: Style, *, is_near: bool) -> None:
    right, left = one.right, other.left
    made.add_scatter(
        x=[right, right + 8, left - 8, left],
        y=[one.middle, one.middle, other.middle, other.middle],
        mode="lines",
        line={
            "color": style.look.copper if is_near else style.look.faint,
            "width": 2 if is_near else 1,
            "shape": "spline",
            "smoothing": 0.6,
        },
        hoverinfo="skip",
    )


def _add_box(made: go.Figure, box: Box, style: Style, *, is_chosen: bool) -> None:
    look = style.look
    if box.element:
        made.add_shape(
            type="rect",
            x0=box.left,
            x1=box.right,
            y0=box.top,
            y1=box.top + box.height,
            fillcolor=look.background,
            line={"color": look.copper if is_chosen else look.iron, "width": 3 if is_chosen else 1},
        )
    made.add_annotation(
        x=box.left + AIR,
        y=box.middle,
        text="<br>".join(box.lines),
        **(told(box.element.title, box.lines) if box.element else {}),
        font={"size": style.px - 1, "color": look.ink if box.element else look.soft},
        align="left",
        xanchor="left",
    )


def _add_heads(made: go.Figure, columns: Sequence[Column], style: Style) -> None:
    _ = style.reader
    is_large = style.px >= PROJECTOR
    for column in columns:
        room, most = OVER * column.width, 2 if is_large else 1
        lines = in_room(_(column.rung.label), room, style.px - 1, most)
        made.add_annotation(
            x=column.left + column.width / 2,
            y=(HEAD_PROJECTED if is_large else HEAD) / 2,
            text="<br>".join(lines),
            font={"size": style.px - 1, "color": style.look.soft},
        )
