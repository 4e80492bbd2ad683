"""Names beside points, so that none lies over another name or point."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from methodology.name_places import Area

CLEAR = 0.6  # from the middle of a point to its name, of the text
LINE = 1.3  # height of a line, of the text
STEPS = 6  # how far from its point a name is looked for a place, in lines


@dataclass(frozen=True)
class Named:
    """A point in px from the upper left corner, the lines of its name and the width they take."""

    x: float
    y: float
    lines: tuple[str, ...]
    width: float


@dataclass(frozen=True)
class Label:
    """Where a name goes: px to the right of its point and downwards, and its alignment.

    `is_far` says that a line has to lead from the name to its point.
    """

    right: float
    down: float
    align: str
    is_far: bool = False


def place_labels(
    points: Sequence[Named], room: tuple[float, float], px: int, *, taken: Sequence[Area] = ()
) -> list[Label]:
    """Return a place for each name: beside its point, above, under, then farther and farther."""
    half = CLEAR * px
    marks = [Area(one.x - half, one.y - half, one.x + half, one.y + half) for one in points]
    filled, found = [*taken, *marks], []
    for one in points:
        spots = [*_spots(one, px)]
        free = (
            (label, area)
            for label, area in spots
            if _is_inside(area, room) and not any(map(area.covers, filled))
        )
        label, area = next(free, spots[0])
        filled.append(area)
        found.append(label)
    return found


def _spots(one: Named, px: int) -> Iterator[tuple[Label, Area]]:
    tall, clear = LINE * px * len(one.lines), CLEAR * px
    for step in range(STEPS):
        for way in (1.0, -1.0) if step else (1.0,):
            down = way * step * px
            for align, right in (("left", 1.4 * clear), ("right", -1.4 * clear)):
                left = one.x + right - (one.width if align == "right" else 0)
                top = one.y + down - tall / 2
                yield (
                    Label(right, down, align, step > 0),
                    Area(left, top, left + one.width, top + tall),
                )
        if not step:
            for shift in (-(clear + tall / 2), clear + tall / 2):
                left, top = one.x - one.width / 2, one.y + shift - tall / 2
                yield Label(0, shift, "center"), Area(left, top, left + one.width, top + tall)


def _is_inside(area: Area, room: tuple[float, float]) -> bool:
    return area.left >= 0 and area.top >= 0 and area.right <= room[0] and area.bottom <= room[1]
