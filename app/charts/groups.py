"""What each kind of actor said in a round, side by side; where they lie apart stands out."""

from collections.abc import Sequence
from decimal import Decimal
from textwrap import wrap

import plotly.graph_objects as go

from app.charts.template import (
    LETTER,
    PAGE,
    Style,
    coloured,
    figure,
    head_column,
    in_room,
    plain,
    room_of,
)
from app.i18n import Reader
from methodology.group_outcomes import Row, group_name, group_rows, is_shared
from methodology.outcomes import Outcome

SHOWN, COLUMNS = 7, 4  # rows and groups that fit a projector in letters for the last row
NAME = 15.0  # ems of a row's name
FEW = 5  # rows whose names have room for two lines
ROW, ROW_OF_TWO, HEAD = 2.1, 2.8, 2.9  # ems
GAP, ENDS = 0.04, 1.75  # between columns; how much longer than the longest bar an axis is


def group_bars(groups: Sequence[Outcome], style: Style) -> go.Figure:
    """Return a column of bars for each kind of actor; rows that lie apart come first, in copper.

    Bars are shares of approval or points, medians, or places, where the longest is the first.
    """
    rows = sorted(group_rows(groups), key=lambda row: not row.is_apart)[:SHOWN]
    shown = groups[:COLUMNS]
    row = ROW_OF_TWO if len(rows) <= FEW else ROW
    made = figure(style, (len(rows) * row + HEAD) * style.px)
    lengths = [[_length(groups, value) for value in row.values] for row in rows]
    most = max((length for row in lengths for length in row), default=0) or 1
    names = max((room_of(row.name, style.px, is_bold=True) for row in rows), default=0)
    letters = (PAGE - min(names, NAME * style.px)) / len(shown) * (1 - GAP) / (LETTER * style.px)
    for place, group in enumerate(shown):
        _column(made, place, len(shown), most, [row[place] for row in lengths], rows, style)
        _heading(made, place, _title(style.reader, group), int(letters), style)
        _values(made, place, [row[place] for row in lengths], rows, groups, style)
    _names(made, rows, style)
    return made


def _length(groups: Sequence[Outcome], value: Decimal | None) -> float:
    if value is None:
        return 0
    is_place = not is_shared(groups) and not groups[0].criteria
    return float(len(groups[0].items) + 1 - value if is_place else value)


def _column(
    made: go.Figure,
    place: int,
    columns: int,
    most: float,
    lengths: Sequence[float],
    rows: Sequence[Row],
    style: Style,
) -> None:
    look = style.look
    made.add_bar(
        orientation="h",
        x=lengths,
        y=[*range(len(rows))],
        marker={"color": [look.copper if row.is_apart else look.iron for row in rows]},
        hoverinfo="skip",
        xaxis=f"x{place + 1}",
        yaxis="y",
    )
    left = place / columns
    axis = {"domain": [left, left + 1 / columns - GAP], "range": [0, most * ENDS]}
    made.update_layout({f"xaxis{place + 1}": {**axis, "visible": False}})


def _heading(made: go.Figure, place: int, title: str, letters: int, style: Style) -> None:
    lines = [plain(line) for line in wrap(title, max(8, letters))[:2]]
    head_column(made, f"x{place + 1}", lines, style.look.ink)


def _values(
    made: go.Figure,
    place: int,
    lengths: Sequence[float],
    rows: Sequence[Row],
    groups: Sequence[Outcome],
    style: Style,
) -> None:
    """Write what the group says at the end of each bar, bold where the groups lie apart."""
    _, is_share = style.reader, is_shared(groups)
    for at, (row, length) in enumerate(zip(rows, lengths, strict=True)):
        value = row.values[place]
        text = "–" if value is None else _said(_, value, is_share=is_share)
        made.add_annotation(
            x=length,
            xref=f"x{place + 1}",
            y=at,
            xanchor="left",
            xshift=8,
            text=f"<b>{text}</b>" if row.is_apart else text,
            font={"color": style.look.copper_text if row.is_apart else style.look.soft},
        )


def _names(made: go.Figure, rows: Sequence[Row], style: Style) -> None:
    lines = 2 if len(rows) <= FEW else 1
    names = [
        "<br>".join(in_room(row.name, NAME * style.px, style.px, lines, is_bold=True))
        for row in rows
    ]
    told = [
        coloured(name, style.look.copper_text, bold=True) if row.is_apart else name
        for name, row in zip(names, rows, strict=True)
    ]
    made.update_yaxes(tickvals=[*range(len(rows))], ticktext=told, range=[len(rows) - 0.4, -0.6])
    made.update_layout(margin={"t": round(HEAD * style.px)})


def _said(_: Reader, value: Decimal, *, is_share: bool) -> str:
    return _.percent(value) if is_share else _.number(value, 1, fixed=False)


def _title(_: Reader, found: Outcome) -> str:
    return f"{_(group_name(found).label)} ({_.number(found.summary.cast)})"
