"""The tree of the plan: lines of action, and under each its projects with their readiness."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

import plotly.graph_objects as go

from app.charts.template import PAGE, Drawing, Style, figure, in_room, plain, told
from app.look import PROJECTOR
from methodology.action import PlanProject, Readiness
from methodology.code_order import titled
from methodology.portfolio import LineProjects
from methodology.text import N_

ROW = 1.62  # height of a row, in ems
ROWS, ROWS_PROJECTED = 30, 11  # rows of a column before another begins
WRAPPED = 15  # rows of the two columns of a projector in which long names take two
BEFORE, AFTER = 2.8, 1.8  # ems of a column before a name and after it
BESIDE = 0.5  # the most that a name takes before its note, of the width
GLYPHS = {Readiness.READY: "●", Readiness.PROFILE: "◐", Readiness.IDEA: "○"}
FIRST = "◆"


@dataclass(frozen=True)
class Entry:
    """A row of the tree: a line, or a project under it; `is_last` closes the branch."""

    text: str
    project: PlanProject | None = None
    is_last: bool = False
    rows: int = 1


def project_tree(
    lines: Sequence[LineProjects], notes: Mapping[UUID, str], style: Style
) -> go.Figure:
    """Return lines and projects as a tree, in as many columns as their number asks for.

    `notes` are plain texts beside the projects, shown where one column leaves them room.
    """
    columns = _projected(lines, style) if style.px > PROJECTOR else _all(lines, ROWS, style)
    tall = max(sum(entry.rows for entry in column) for column in columns)
    is_large = style.px > PROJECTOR
    made = figure(style, (tall + (1.6 if is_large else 2.1)) * ROW * style.px)
    made.add_scatter(x=[0], y=[0], mode="markers", marker={"opacity": 0}, hoverinfo="skip")
    drawing = Drawing()
    room = 1 / len(columns)
    for place, column in enumerate(columns):
        row = 0
        for entry in column:
            note = notes.get(entry.project.id, "") if entry.project and room == 1 else ""
            _add_entry(drawing, entry, place * room, row, room, note, style)
            row += entry.rows
    _add_key(drawing, tall, style)
    drawing.put_on(made)
    made.update_xaxes(visible=False, range=[0, 1])
    made.update_yaxes(visible=False, range=[tall + (1.0 if is_large else 1.5), -0.6])
    return made


def _all(lines: Sequence[LineProjects], most: int, style: Style) -> list[list[Entry]]:
    return _columns([[*_entries(found, style)] for found in lines], most)


def _projected(lines: Sequence[LineProjects], style: Style) -> list[list[Entry]]:
    """Return two columns with long names on two lines; where they are too many, one line each."""
    width = _width(0.5, style)
    entries = [
        replace(one, rows=len(in_room(one.text, width, style.px, 2)) if one.project else 1)
        for found in lines
        for one in _entries(found, style)
    ]
    short = _all(lines, ROWS_PROJECTED, style)
    if len(short) == 1:
        return short
    columns: list[list[Entry]] = [[], []]
    used, half = 0, (sum(one.rows for one in entries) + 1) // 2
    for one in entries:
        used += one.rows
        columns[used > half + 1].append(one)
    if columns[0][-1].project is None:
        columns[1].insert(0, columns[0].pop())
    is_whole = all(sum(one.rows for one in column) <= WRAPPED for column in columns)
    return columns if is_whole else short


def _width(room: float, style: Style) -> float:
    """Return how many px of a name a column has room for, of so much of the width."""
    return room * PAGE - (BEFORE + AFTER) * style.px


def _entries(found: LineProjects, style: Style) -> Iterator[Entry]:
    yield Entry(titled_line(found, style))
    for place, project in enumerate(found.projects, 1):
        yield Entry(titled(project), project, place == len(found.projects))


def titled_line(found: LineProjects, style: Style) -> str:
    """Return code and name of a line, as it is printed; words for projects that have none."""
    if found.line is None:
        return style.reader(N_("For all lines"))
    return titled(found.line)


def _columns(groups: list[list[Entry]], most: int) -> list[list[Entry]]:
    """Fill columns line by line; only a line that no column can hold goes on in the next."""
    columns: list[list[Entry]] = [[]]
    for group in groups:
        if columns[-1] and len(columns[-1]) + len(group) > most:
            columns.append([])
        columns[-1].extend(group[:most])
        for start in range(most, len(group), most):
            columns.append(group[start : start + most])
    return columns


def _add_entry(
    drawing: Drawing,
    entry: Entry,
    left: float,
    row: int,
    room: float,
    note: str,
    style: Style,
) -> None:
    look, em = style.look, style.px / PAGE
    if entry.project is None:
        lines = in_room(entry.text, room * PAGE - style.px, style.px, 1, is_bold=True)
        text = f"<b>{lines[0]}</b>"
        drawing.note(x=left, y=row, xanchor="left", text=text, **told(entry.text, lines))
        return
    _add_branch(drawing, left + 0.5 * em, row, 0.9 * em, entry, style)
    middle = row + (entry.rows - 1) / 2
    readiness = entry.project.readiness
    drawing.note(
        x=left + 2.1 * em,
        y=row,
        text=GLYPHS[readiness],
        font={"color": look.faint if readiness is Readiness.IDEA else look.iron},
    )
    first = f' <span style="color:{look.copper_text}">{FIRST}</span>' if entry.project.tags else ""
    beside = f'   <span style="color:{look.soft}">{plain(note)}</span>' if note else ""
    width = _width(room if room < 1 or not note else BESIDE, style)
    lines = in_room(entry.text, width, style.px, entry.rows)
    drawing.note(
        x=left + BEFORE * em,
        y=middle,
        xanchor="left",
        align="left",
        text="<br>".join(lines) + first + beside,
        **told(entry.text, lines),
    )


def _add_branch(
    drawing: Drawing, x: float, row: int, length: float, entry: Entry, style: Style
) -> None:
    line = {"color": style.look.line, "width": 1.5}
    bottom = row if entry.is_last else row + entry.rows - 0.5
    drawing.shape(type="line", x0=x, x1=x, y0=row - 0.5, y1=bottom, line=line)
    drawing.shape(type="line", x0=x, x1=x + length, y0=row, y1=row, line=line)


def _add_key(drawing: Drawing, tall: int, style: Style) -> None:
    """Say under the tree what its signs mean."""
    _ = style.reader
    signs = [f"{glyph} {plain(_(readiness.label))}" for readiness, glyph in GLYPHS.items()]
    signs.append(f"{FIRST} {plain(_(N_('First project')))}")
    half = len(signs) if style.px > PROJECTOR else len(signs) // 2
    drawing.note(
        x=0,
        y=tall + (0.4 if style.px > PROJECTOR else 0.6),
        xanchor="left",
        align="left",
        text="<br>".join(filter(None, ("   ".join(signs[:half]), "   ".join(signs[half:])))),
        font={"size": style.px - 1, "color": style.look.soft},
    )
