"""Attendance by type of actor: a circle for each meeting and type, with its number of people."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from textwrap import wrap

import plotly.graph_objects as go

from app.charts.template import Style, figure, in_room, plain, width_of
from app.look import mark
from methodology.attendance import MeetingAttendance
from methodology.mapping import ActorKind
from methodology.text import N_

ROW = 2.6
LARGEST = 2.3  # diameter of the largest circle, in ems
NAME = 15.0  # ems of a meeting's name, on two lines at most
ROOM = 760  # px for the columns of types
LINE = 13  # letters on a line of a heading


@dataclass(frozen=True)
class _Column:
    """A type of actor, or the rest of them: people at each meeting."""

    heading: str
    colour: str
    counts: tuple[int, ...]


def attendance_matrix(rows: Sequence[MeetingAttendance], style: Style) -> go.Figure:
    """Return meetings by types of actor; area and number say how many people came."""
    columns = _columns(rows, style)
    most = max((count for column in columns for count in column.counts), default=1) or 1
    made = figure(style, (len(rows) * ROW + 3.4) * style.px)
    for place, column in enumerate(columns):
        _add_column(made, column, place, most, style)
    _add_totals(made, rows, len(columns), style)
    made.update_xaxes(
        side="top",
        showgrid=False,
        tickvals=[*range(len(columns) + 1)],
        ticktext=[*(column.heading for column in columns), style.reader(N_("People"))],
        tickangle=0,
        range=[-0.6, len(columns) + 0.6],
    )
    made.update_yaxes(
        tickvals=[*range(len(rows))],
        ticktext=[
            "<br>".join(in_room(row.meeting.name, NAME * style.px, style.px, 2)) for row in rows
        ],
        range=[len(rows) - 0.4, -0.6],
    )
    return made


def _columns(rows: Sequence[MeetingAttendance], style: Style) -> list[_Column]:
    """Return the types that came most, in the order of the method, and the others together."""
    _ = style.reader
    totals = {kind: sum(row.by_kind.get(kind, 0) for row in rows) for kind in (*ActorKind, None)}
    present = [kind for kind, total in totals.items() if total]
    shown = present
    most = max(3, int(ROOM / width_of("x" * LINE, style.px)))
    if len(present) > most:
        largest = sorted(present, key=lambda kind: -totals[kind])[: most - 1]
        shown = [kind for kind in present if kind in largest]
    found = [
        _Column(
            _heading(_(kind.label) if kind else _("No type")),
            mark(kind, style.mode)[0],
            tuple(row.by_kind.get(kind, 0) for row in rows),
        )
        for kind in shown
    ]
    if len(shown) < len(present):
        rest = tuple(
            sum(count for kind, count in row.by_kind.items() if kind not in shown) for row in rows
        )
        found.append(_Column(_("Other types"), style.look.faint, rest))
    return found


def _add_column(made: go.Figure, column: _Column, place: int, most: int, style: Style) -> None:
    largest = LARGEST * style.px
    made.add_scatter(
        x=[place] * len(column.counts),
        y=[*range(len(column.counts))],
        mode="markers",
        marker={
            "size": [largest * sqrt(count / most) for count in column.counts],
            "color": column.colour,
            "opacity": 0.25,
        },
        hoverinfo="skip",
    )
    for row, count in enumerate(column.counts):
        if count:
            made.add_annotation(x=place, y=row, text=style.reader.number(count))


def _add_totals(
    made: go.Figure, rows: Sequence[MeetingAttendance], column: int, style: Style
) -> None:
    for place, row in enumerate(rows):
        made.add_annotation(x=column, y=place, text=f"<b>{style.reader.number(row.people)}</b>")


def _heading(text: str) -> str:
    """Return a text on as many short lines as a column has room for."""
    return "<br>".join(wrap(plain(text), LINE, break_long_words=False))
