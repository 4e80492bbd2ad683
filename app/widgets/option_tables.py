"""Tables of the options: their scores, and what would turn their order."""

from app.i18n import Reader
from methodology.code_order import titled
from methodology.option_matrix import Merit, Position, criteria, positions
from methodology.options import Axis
from methodology.robustness import Robustness
from methodology.snapshot import Snapshot

Rows = list[dict[str, str]]


def score_rows(_: Reader, snapshot: Snapshot) -> Rows:
    """Return criteria by options: the score that counts, with its range where raters gave it."""
    found = positions(snapshot)
    rows = [
        {
            _("Criterion"): titled(one),
            _("Axis"): _(one.axis.label),
            _("Weight"): _.number(one.weight, 4, fixed=False),
            **{_short(place): _score(_, place.of(one)) for place in found},
        }
        for one in criteria(snapshot)
    ]
    for axis in Axis:
        rows.append(
            {
                _("Criterion"): _("Weighted mean"),
                _("Axis"): _(axis.label),
                _("Weight"): "",
                **{_short(place): _axis(_, place, axis) for place in found},
            }
        )
    return rows


def turned_rows(_: Reader, found: Robustness) -> Rows:
    """Return the weights that put another option first when they are raised or lowered."""
    return [
        {
            _("Criterion"): titled(one.criterion),
            _("Axis"): _(one.criterion.axis.label),
            _("Weight"): _("raised to {share}").format(share=_.percent(one.change))
            if one.change > 1
            else _("lowered to {share}").format(share=_.percent(one.change)),
            _("Comes first"): titled(one.order[0]),
        }
        for one in found.turned
    ]


def _short(place: Position) -> str:
    return place.option.code or place.option.name


def _score(_: Reader, merit: Merit | None) -> str:
    """Return a score with its origin: a median with its range, a mark where people disagree."""
    if merit is None:
        return _("Pending")
    value = _.number(merit.value, 2, fixed=False)
    if merit.origin != "raters":
        return f"{value} · {_(merit.origin.label)}"
    if merit.spread is None:
        return value
    width = _.number(merit.spread.width, 2, fixed=False)
    told = _("{median} (range {width})").format(median=value, width=width)
    return f"{told} · {_('discuss')}" if merit.spread.is_disputed else told


def _axis(_: Reader, place: Position, axis: Axis) -> str:
    value = getattr(place, axis)
    if value is None:
        return _("Pending")
    band = place.bands[axis is Axis.CAPACITY]
    return f"{_.number(value, 2)} · {_(band.label)}" if band else _.number(value, 2)
