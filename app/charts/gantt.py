"""The plan in time: a bar for each project or activity; copper is what decides the end."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from app.charts.template import CLEAR, Drawing, Style, coloured, figure, plain
from app.look import PROJECTOR
from methodology.code_order import titled
from methodology.portfolio import LineProjects
from methodology.text import N_
from methodology.timetable import Row, Timetable

ROW, ROW_PROJECTED = 2.35, 1.75  # height of a row, in ems: names stand above bars or before them
LONGEST = 38  # letters of a name before its bar
MOST_PROJECTED = 14  # rows that the last row of a room can read
STEPS = (1, 2, 3, 6, 12, 24, 60)
MARKS = 7  # months written along the axis, at most


@dataclass(frozen=True)
class Span:
    """A bar from one month to another, counted from 0."""

    start: int
    finish: int
    is_critical: bool


@dataclass(frozen=True)
class Track:
    """A row of the chart: its name, its bars, and whether the end hangs on it."""

    name: str
    spans: tuple[Span, ...]

    @property
    def is_critical(self) -> bool:
        """Say whether any of its bars is critical."""
        return any(span.is_critical for span in self.spans)

    @property
    def start(self) -> int:
        """The month in which the first bar begins."""
        return min(span.start for span in self.spans)

    @property
    def finish(self) -> int:
        """The month in which the last bar ends."""
        return max(span.finish for span in self.spans)


def plan_gantt(found: Timetable, lines: Sequence[LineProjects], style: Style) -> go.Figure:
    """Return the projects of the plan over its months; on the projector the lines when many."""
    tracks = [Track(titled(row.project), _spans(row)) for row in found.rows]
    if style.px > PROJECTOR and len(tracks) > MOST_PROJECTED:
        tracks = _line_tracks(found, lines, style)
    return gantt(tracks, found.months, style)


def project_gantt(row: Row, months: int, style: Style) -> go.Figure:
    """Return the activities of one project over the months of the plan."""
    tracks = [
        Track(
            titled(one.activity),
            (Span(one.timing.start, one.timing.finish, one.timing.is_critical),),
        )
        for one in row.activities
    ]
    return gantt(tracks, months, style)


def gantt(tracks: Sequence[Track], months: int, style: Style) -> go.Figure:
    """Return tracks over the months of the plan, each with the months it takes in words.

    At work the names stand above the bars, which leaves them the whole width of a narrow screen.
    """
    count, is_beside = len(tracks), style.px > PROJECTOR
    made = figure(style, (count * (ROW_PROJECTED if is_beside else ROW) + 3.2) * style.px)
    made.add_scatter(x=[0], y=[0], mode="markers", marker={"opacity": 0}, hoverinfo="skip")
    drawing = Drawing()
    _add_months(drawing, months, count, style)
    for place, track in enumerate(tracks):
        _add_track(drawing, place, track, (-0.3, 0.3) if is_beside else (0.08, 0.4), style)
        if not is_beside:
            text = _name(track, 2 * LONGEST, style)
            drawing.note(x=0, y=place - 0.2, xanchor="left", text=text)
    _add_key(drawing, style, is_told=any(track.is_critical for track in tracks))
    drawing.put_on(made)
    made.update_xaxes(visible=False, range=[-0.012 * months, months * 1.14 + 0.5])
    made.update_yaxes(
        visible=is_beside,
        tickvals=[*range(count)],
        ticktext=[_name(track, LONGEST, style) for track in tracks],
        range=[count + 0.4, -1.5],
    )
    return made


def _add_months(drawing: Drawing, months: int, count: int, style: Style) -> None:
    step = next((one for one in STEPS if months / one <= MARKS), STEPS[-1])
    for month in range(0, months + 1, step):
        drawing.shape(
            type="line",
            layer="below",
            x0=month,
            x1=month,
            y0=-0.5,
            y1=count - 0.5,
            line={"color": style.look.grid, "width": 1},
        )
        _write(drawing, month, count - 0.05, str(month), style)


def _name(track: Track, longest: int, style: Style) -> str:
    text = plain(track.name, longest)
    return coloured(text, style.look.copper_text, bold=True) if track.is_critical else text


def _spans(row: Row) -> tuple[Span, ...]:
    """Return the bars of a project: what is on the critical path over all the rest."""
    critical: list[Span] = []
    for one in row.activities:
        if not one.timing.is_critical:
            continue
        span = Span(one.timing.start, one.timing.finish, True)
        if critical and span.start <= critical[-1].finish:
            last = critical.pop()
            span = Span(last.start, max(last.finish, span.finish), True)
        critical.append(span)
    return (Span(row.start, row.finish, False), *critical)


def _line_tracks(found: Timetable, lines: Sequence[LineProjects], style: Style) -> list[Track]:
    tracks = []
    for line in lines:
        rows = filter(None, map(found.row, line.projects))
        spans = tuple(span for row in rows for span in _spans(row))
        if spans:
            called = line.line.name if line.line else style.reader(N_("For all lines"))
            start, finish = min(one.start for one in spans), max(one.finish for one in spans)
            critical = tuple(one for one in spans if one.is_critical)
            tracks.append(Track(called, (Span(start, finish, False), *critical)))
    return tracks


def _add_track(
    drawing: Drawing, place: int, track: Track, edges: tuple[float, float], style: Style
) -> None:
    look = style.look
    for span in track.spans:
        colour = look.copper if span.is_critical else look.iron
        drawing.shape(
            type="rect",
            x0=span.start,
            x1=span.finish,
            y0=place + edges[0],
            y1=place + edges[1],
            fillcolor=colour,
            line={"color": CLEAR, "width": 0},
        )
    drawing.note(
        x=track.finish,
        y=place + sum(edges) / 2,
        xanchor="left",
        xshift=6,
        text=f"{track.start + 1}–{track.finish}",
        font={
            "size": style.px - 1,
            "color": look.copper_text if track.is_critical else look.soft,
        },
    )


def _add_key(drawing: Drawing, style: Style, *, is_told: bool) -> None:
    _ = style.reader
    said = coloured(plain(_(N_("Months of the plan"))), style.look.soft)
    if is_told:
        critical = coloured(plain(_(N_("critical path"))), style.look.copper_text, bold=True)
        said = f"{said} · {critical}"
    drawing.note(x=0, y=-1.05, xanchor="left", text=said, font={"size": style.px - 1})


def _write(drawing: Drawing, x: float, y: float, text: str, style: Style) -> None:
    drawing.note(x=x, y=y, text=text, font={"size": style.px - 1, "color": style.look.soft})
