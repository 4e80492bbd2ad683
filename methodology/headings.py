"""The titles of lanes side by side: how many lines they take, and how wide they make the lanes."""

from collections.abc import Sequence
from dataclasses import dataclass

from methodology.boxes import Side
from methodology.lettering import narrowest, shortened, wrapped

LINE = 1.15  # height of a line, of the text
CLEAR = 0.55  # between a title and its lane, with the rule between them
RULE = 0.35  # from the lane to the rule
EDGE = 1.04  # of its width that a title gets, for letters drawn wider than measured
LINES = 4
TITLED = 110.0  # width of a lane for a title that is not known or has no room


@dataclass(frozen=True)
class Heading:
    """A way to set the titles of a row of lanes: lines of each, all above or every other under."""

    tiers: int
    lines: int
    is_cutting: bool = False

    def above(self, text: float) -> float:
        """Return the height of the titles above the lanes, for a size of text."""
        return text * (self.lines * LINE + CLEAR)

    def under(self, text: float) -> float:
        """Return the height of the titles under the lanes, for a size of text."""
        return self.above(text) if self.tiers > 1 else 0.0

    def height(self, text: float) -> float:
        """Return the height of all titles, for a size of text."""
        return self.above(text) + self.under(text)


def headings(side: Side, *, is_cutting: bool) -> tuple[Heading, ...]:
    """Return the ways to set the titles of a side, the lowest first."""
    is_chain = side == Side.CHAIN
    if is_cutting:
        return (Heading(1, 2 if is_chain else 1, is_cutting=True),)
    tiers = (1, 2) if is_chain else (1,)
    found = [Heading(tier, lines) for tier in tiers for lines in range(1, LINES + 1)]
    return tuple(sorted(found, key=lambda one: (one.height(1), one.tiers)))


def title_needs(titles: Sequence[str], heading: Heading, text: float, share: float) -> list[float]:
    """Return the least width of each title; those that may be cut take their even share."""
    if heading.is_cutting:
        return [min(TITLED, share)] * len(titles)
    return [EDGE * text * narrowest(title, heading.lines) for title in titles]


def side_by_side(
    needs: Sequence[float], titles: Sequence[float], tiers: int, gap: float
) -> list[float]:
    """Return the widths of lanes, each wide enough for its actors and, with neighbours, its title.

    With two tiers a title reaches over the next lane, whose own title stands on the other side.
    """
    found: list[float] = []
    for place, need in enumerate(needs):
        first = max(0, place - tiers + 1)
        is_last = place == len(needs) - 1
        ending = range(first, place + 1) if is_last else range(first, place - tiers + 2)
        over = [titles[start] - sum(found[start:]) - gap * (place - start) for start in ending]
        found.append(max(need, *over) if over else need)
    return found


def title_lines(title: str, width: float, lines: int) -> tuple[str, ...]:
    """Return a title in at most so many lines of a width in ems, cut where it must be."""
    found = wrapped(title, width)
    if len(found) > lines:
        found = (*found[: lines - 1], " ".join(found[lines - 1 :]))
    return tuple(shortened(line, width) for line in found)
