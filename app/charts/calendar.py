"""The calendar of the 26 weeks: iron is done, copper is under way, dashes are still to come.

Weeks behind the plan follow the bar as a dotted box, with their number in words.
"""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from app.charts.template import PAGE, Drawing, Style, coloured, figure, plain, room_of
from methodology.calendar import Calendar, Session, StageWeeks
from methodology.gates import StageProgress, StageState
from methodology.stage import Stage
from methodology.text import N_

ROW = 1.66  # height of a row, in ems
BAR = 0.31  # half the height of a bar, of its row
LINES, APART = 3, 0.4  # of the names of milestones, and weeks between two in one line
USUAL, LINE = 2, 0.75  # lines that have room in any case, and the height of one, of a row
LAST = 4  # weeks before the end in which a milestone's name ends at its week


def stage_calendar(
    calendar: Calendar,
    progress: Sequence[StageProgress],
    style: Style,
    notes: Mapping[Stage, str] | None = None,
    sessions: Sequence[Session] = (),
) -> go.Figure:
    """Return the planned weeks of every stage with its state, today and the milestones.

    `notes` are plain texts in the reader's language, printed beside the bars; `sessions` are
    points on them, filled once held.
    """
    states = {row.stage: row for row in progress}
    count = len(calendar.stages)
    drawing = Drawing()
    below = max(USUAL, _add_milestones(drawing, calendar, style)) * LINE
    made = figure(style, ((count + below) * ROW + 1.9) * style.px)
    made.add_scatter(x=[0], y=[0], mode="markers", marker={"opacity": 0}, hoverinfo="skip")
    for place, row in enumerate(calendar.stages):
        _add_bar(drawing, place, row, states[row.stage], style)
        _add_slippage(drawing, place, row, states[row.stage], calendar.weeks, style)
        _add_note(drawing, place, row, states[row.stage], (notes or {}).get(row.stage, ""), style)
    _add_sessions(made, calendar, sessions, style)
    _add_today(drawing, calendar, style)
    drawing.put_on(made)
    made.update_xaxes(visible=False, range=[-0.2, calendar.weeks + 0.1])
    made.update_yaxes(
        tickvals=[*range(count)],
        ticktext=[_name(row.stage, states[row.stage].state, style) for row in calendar.stages],
        range=[count + below - 0.4, -1.5],
    )
    return made


def _name(stage: Stage, state: StageState, style: Style) -> str:
    text = _plain_name(stage, style)
    if state == StageState.UNDER_WAY:
        return coloured(text, style.look.copper_text, bold=True)
    return text if state != StageState.TO_COME else coloured(text, style.look.soft)


def _plain_name(stage: Stage, style: Style) -> str:
    return f"{stage.number} {plain(style.reader(stage.label), 40)}"


def _add_bar(
    drawing: Drawing, place: int, row: StageWeeks, progress: StageProgress, style: Style
) -> None:
    look = style.look
    left, right = row.first_week - 1, row.last_week
    if progress.state == StageState.TO_COME:
        _box(drawing, place, left, right, None, look.faint, "dash")
    elif progress.state == StageState.UNDER_WAY:
        done = left + (right - left) * progress.settled / max(1, progress.total)
        _box(drawing, place, left, right, None, look.copper, "solid")
        _box(drawing, place, left, done, look.copper, look.copper, "solid")
    else:
        _box(drawing, place, left, right, look.iron, look.iron, "solid")


def _add_slippage(
    drawing: Drawing,
    place: int,
    row: StageWeeks,
    progress: StageProgress,
    weeks: int,
    style: Style,
) -> None:
    """Draw the weeks a stage ran, or runs, beyond its plan; deadlines are soft and never lock."""
    end = min(row.last_week + row.slippage, weeks)
    if end > row.last_week and (row.closed_on or progress.state == StageState.UNDER_WAY):
        _box(drawing, place, row.last_week, end, None, style.look.copper, "dot")


def _box(
    drawing: Drawing,
    place: int,
    left: float,
    right: float,
    fill: str | None,
    line: str,
    dash: str,
) -> None:
    drawing.shape(
        type="rect",
        layer="below",
        x0=left,
        x1=right,
        y0=place - BAR,
        y1=place + BAR,
        fillcolor=fill or "rgba(0,0,0,0)",
        line={"color": line, "width": 1.5, "dash": dash},
    )


def _add_note(
    drawing: Drawing,
    place: int,
    row: StageWeeks,
    progress: StageProgress,
    note: str,
    style: Style,
) -> None:
    """Write the note after the bar, or before it where the calendar ends."""
    _, look = style.reader, style.look
    is_open = progress.state == StageState.UNDER_WAY
    is_late = row.slippage and (is_open or row.closed_on)
    late = _.many("{count} week late", "{count} weeks late", row.slippage) if is_late else ""
    text = " · ".join(filter(None, (plain(note), late)))
    if not text:
        return
    is_last = row.last_week > 19
    end = row.last_week + (row.slippage if late else 0)
    drawing.note(
        x=row.first_week - 1 if is_last else end,
        y=place,
        xanchor="right" if is_last else "left",
        xshift=-10 if is_last else 10,
        text=text,
        bgcolor=look.background,
        borderpad=1,
        font={"size": style.px - 1, "color": look.copper_text if is_open else look.soft},
    )


def _add_sessions(
    made: go.Figure, calendar: Calendar, sessions: Sequence[Session], style: Style
) -> None:
    look, rows = style.look, {row.stage: place for place, row in enumerate(calendar.stages)}
    shown = [one for one in sessions if one.stage in rows and 1 <= one.week <= calendar.weeks]
    made.add_scatter(
        x=[one.week - 0.5 for one in shown],
        y=[rows[one.stage] for one in shown],
        mode="markers",
        marker={
            "size": 0.75 * style.px,
            "symbol": "circle",
            "color": [look.background if one.is_held else look.tint for one in shown],
            "line": {
                "width": 2,
                "color": [look.ink if one.is_held else look.faint for one in shown],
            },
        },
        text=[f"{plain(one.name)} · {style.reader.date(one.on)}" for one in shown],
        hoverinfo="text",
    )


def _add_today(drawing: Drawing, calendar: Calendar, style: Style) -> None:
    if calendar.week is None or not 1 <= calendar.week <= calendar.weeks:
        return
    look, x = style.look, calendar.week - 0.5
    drawing.shape(
        type="line",
        x0=x,
        x1=x,
        y0=-0.8,
        y1=len(calendar.stages) - 0.4,
        line={"color": look.copper, "width": 2},
    )
    drawing.note(
        x=x,
        y=-1.15,
        text=f"<b>{style.reader(N_('today'))}</b>",
        font={"color": look.copper_text},
    )


def _add_milestones(drawing: Drawing, calendar: Calendar, style: Style) -> int:
    """Draw the milestones, and return on how many lines their names stand under the rows."""
    look, bottom = style.look, len(calendar.stages) - 0.4
    ends = [-1.0] * LINES
    week = _week(calendar, style)
    for milestone in sorted(calendar.milestones, key=lambda one: one.week):
        text = ("◆ " if milestone.is_held else "◇ ") + plain(style.reader(milestone.label))
        at, is_last = min(milestone.week, calendar.weeks), milestone.week > calendar.weeks - LAST
        wide = room_of(text, style.px - 1) / week
        left = at - (wide if is_last else wide / 2)
        line = next((one for one in range(LINES) if ends[one] + APART <= left), LINES - 1)
        ends[line] = left + wide
        drawing.shape(
            type="line",
            layer="below",
            x0=milestone.week,
            x1=milestone.week,
            y0=-0.6,
            y1=bottom,
            line={"color": look.iron if milestone.is_held else look.line, "width": 1.5},
        )
        drawing.note(
            x=at,
            y=bottom + 0.4 + LINE * line,
            xanchor="right" if is_last else "center",
            text=text,
            font={"size": style.px - 1, "color": look.soft},
        )
    return sum(end > -1 for end in ends)


def _week(calendar: Calendar, style: Style) -> float:
    """Return how many px a week takes on a page."""
    names = (room_of(_plain_name(row.stage, style), style.px) for row in calendar.stages)
    return (PAGE - max(names, default=0)) / calendar.weeks
