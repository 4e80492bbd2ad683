"""The strategic thread of one element: what it rests on at its left, what follows at its right."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import plotly.graph_objects as go

from app.charts.template import Style, figure, in_lines, plain, width_of
from app.look import PROJECTOR
from methodology.chain import Chain, Element, Rung

WIDE, TALL = 1100.0, 430.0  # px of the canvas that texts are cut for; the figure scales as a whole
HEAD, HEAD_PROJECTED = 30.0, 58.0
SCALE = 1.25  # how much taller the projector draws the canvas
LETTER = 0.54  # mean width of a letter, in ems
COLUMN = WIDE / len(Rung)
BOX = COLUMN * 0.84
ROOMY, LINES = 6, 3  # elements that have room for so many lines; more of them get one line each
MOST = 13


@dataclass(frozen=True)
class Box:
    """One element on the canvas; without one it stands for those there was no room for."""

    element: Element | None
    lines: tuple[str, ...]
    left: float
    top: float
    height: float

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
    boxes = [box for place, rung in enumerate(Rung) for box in _column(shown, rung, place, style)]
    boxes = [_named(box, style) for box in boxes]
    made = figure(style, TALL)
    places = {box.element.id: box for box in boxes if box.element}
    for one, other in chain.essential(places):
        _add_step(made, places[one], places[other], style, is_near=about in (one, other))
    for box in boxes:
        _add_box(made, box, style, is_chosen=box.element is chosen)
    _add_heads(made, style)
    made.add_scatter(x=[0], y=[0], mode="markers", marker={"opacity": 0}, hoverinfo="skip")
    made.update_xaxes(visible=False, range=[0, WIDE])
    made.update_yaxes(visible=False, range=[TALL, 0])
    return made


def _column(shown: list[Element], rung: Rung, place: int, style: Style) -> Iterator[Box]:
    """Yield the boxes of one kind, spread over the height of the canvas."""
    is_large, text = style.px >= PROJECTOR, style.px - 1
    letters = int((BOX - 10) / (LETTER * text))
    head = HEAD_PROJECTED if is_large else HEAD
    line = 1.3 * text / (SCALE if is_large else 1)
    found = [one for one in shown if one.rung is rung]
    kept = found if len(found) <= MOST else found[: MOST - 1]
    most = LINES if len(kept) <= ROOMY else 1
    count = len(kept) + (len(found) > len(kept))
    step = (TALL - head) / max(count, 1)
    height = min(step * 0.92, line * most + 8)
    left = place * COLUMN + (COLUMN - BOX) / 2
    for row, one in enumerate(kept):
        top = head + row * step + (step - height) / 2
        yield Box(one, tuple(_lines(one, letters, most)), left, top, height)
    if count > len(kept):
        yield Box(None, (str(len(found) - len(kept)),), left, TALL - step, height)


def _named(box: Box, style: Style) -> Box:
    """Return a box with the words for those there was no room for."""
    if box.element:
        return box
    _ = style.reader
    more = _.many("and {count} more", "and {count} more", int(box.lines[0]))
    return Box(None, (more,), box.left, box.top, box.height)


def _lines(one: Element, letters: int, most: int) -> list[str]:
    """Return an element in so many lines, cut where there is no room for more."""
    made = in_lines(one.title, letters, most, breaks_words=False)
    if one.code and made[0].startswith(plain(one.code)):
        code = plain(one.code)
        made[0] = f"<b>{code}</b>{made[0][len(code) :]}"
    return made


def _add_step(made: go.Figure, one: Box, other: Box, style: Style, *, is_near: bool) -> None:
    right, left = one.left + BOX, other.left
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
            x1=box.left + BOX,
            y0=box.top,
            y1=box.top + box.height,
            fillcolor=look.background,
            line={"color": look.copper if is_chosen else look.iron, "width": 3 if is_chosen else 1},
        )
    made.add_annotation(
        x=box.left + 6,
        y=box.middle,
        text="<br>".join(box.lines),
        font={"size": style.px - 1, "color": look.ink if box.element else look.soft},
        align="left",
        xanchor="left",
    )


def _add_heads(made: go.Figure, style: Style) -> None:
    _ = style.reader
    is_large = style.px >= PROJECTOR
    letters = int(COLUMN / width_of("x", style.px - 1))
    for place, rung in enumerate(Rung):
        made.add_annotation(
            x=(place + 0.5) * COLUMN,
            y=(HEAD_PROJECTED if is_large else HEAD) / 2,
            text="<br>".join(in_lines(_(rung.label), letters, 2 if is_large else 1)),
            font={"size": style.px - 1, "color": style.look.soft},
        )
