"""What a chart says to whoever cannot see it: its values in words, in the order they are drawn."""

from collections.abc import Iterator

from app.i18n import Reader
from app.report.graph import Figure, Shape
from app.report.markup import cut

MOST_LETTERS = 1_000  # of an alternative text; the tables say the rest
DIGITS = 2


def alt_text(figure: Figure, _: Reader) -> str:
    """Return the values of a figure as one line of text."""
    told = _points(figure, _) if figure.shape is Shape.POINTS else _categories(figure, _)
    return cut("; ".join(told), MOST_LETTERS)


def _points(figure: Figure, _: Reader) -> Iterator[str]:
    """Yield the name of each point with its place on both axes, without their scales."""
    across, along = (title.partition(" (")[0] for title in (figure.x_title, figure.y_title))
    for one in figure.points:
        x, y = (_.number(value, DIGITS, fixed=False) for value in (one.x, one.y))
        yield f"{one.name}: {across} {x}, {along} {y}"


def _categories(figure: Figure, _: Reader) -> Iterator[str]:
    """Yield what stands beside each category; first and last unit of bars that are shifted."""
    shown = [one for one in figure.series if not one.is_hidden]
    shifts = [one.values for one in figure.series if one.is_hidden]
    for place, category in enumerate(figure.categories):
        values = [(one.name, one.values[place]) for one in shown]
        known = [(name, value) for name, value in values if value is not None]
        if shifts:
            start = shifts[0][place] or 0
            ends = (start + 1, start + sum(value for _name, value in known))
            yield f"{category}: {'–'.join(_said(figure, _, end) for end in ends)}"
        elif len(shown) == 1:
            yield from (f"{category}: {_said(figure, _, value)}" for _name, value in known)
        elif known:
            told = ", ".join(f"{name} {_said(figure, _, value)}" for name, value in known)
            yield f"{category}: {told}"


def _said(figure: Figure, _: Reader, value: float) -> str:
    if figure.number_format.endswith("%"):
        return _.percent(value)
    return _.number(value, DIGITS, fixed=False)
