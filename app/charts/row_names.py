"""The names of rows at the left of a figure: on two lines where the rows are tall enough."""

from collections.abc import Sequence

from app.charts.template import POSTER, Style, in_room, room_of
from app.look import PROJECTOR

NAME, ALONE = 18.0, 22.0  # ems of the widest line; of one that has to do on the projector
LINES, DOUBLE = 2, 2.8  # lines of a name at most, and ems of a row that holds them


def row_names(
    names: Sequence[str], style: Style, row: float, *, beside: float = 0, most: int = LINES
) -> tuple[list[str], float]:
    """Return the names with their breaks of lines, and the height of a row in ems that holds them.

    `row` is that height with one line; `beside` is what the figure holds besides rows, in ems: on
    the projector the rows share what it leaves.
    """
    is_close = style.px >= PROJECTOR and len(names) * DOUBLE + beside > POSTER
    room, most = (ALONE, 1) if is_close else (NAME, most)
    lines = [in_room(name, room * style.px, style.px, most, is_bold=True) for name in names]
    tallest = max(map(len, lines), default=1)
    return ["<br>".join(each) for each in lines], row if tallest == 1 else max(row, DOUBLE)


def width_of_names(names: Sequence[str], style: Style) -> float:
    """Return how many px such names take."""
    lines = (line for name in names for line in name.split("<br>"))
    return max((room_of(line, style.px, is_bold=True) for line in lines), default=0)
