"""Tables of the options: their sheets in short, their scores, what would turn their order."""

from collections.abc import Callable
from typing import Any

from app.i18n import Reader
from methodology.code_order import code_order
from methodology.option_matrix import Merit, Position, criteria, positions
from methodology.options import StrategicOption
from methodology.robustness import Robustness
from methodology.snapshot import Snapshot

Rows = list[dict[str, str]]


def sheet_rows(_: Reader, snapshot: Snapshot) -> Rows:
    """Return the options in the few fields that tell them apart at a glance."""
    return [
        {
            _("Option"): _named(one),
            _("Status"): _(one.status.label),
            _("Definition"): one.definition or _("Pending"),
            _("Market a year"): _given(one.market_size, _.money),
            _("Growth"): _given(one.market_growth, lambda value: f"{_.number(value)} %"),
            _("Margin"): _given(one.margin, lambda value: f"{_.number(value)} %"),
            _("Firms already there"): _.number(len(one.firms)),
        }
        for one in sorted(snapshot.all(StrategicOption), key=code_order)
    ]


def score_rows(_: Reader, snapshot: Snapshot) -> Rows:
    """Return criteria by options: the score that counts, with its range where raters gave it."""
    found = positions(snapshot)
    rows = [
        {
            _("Criterion"): f"{one.code} {one.name}".strip(),
            _("Axis"): _(one.axis.label),
            _("Weight"): _.number(one.weight, 4, fixed=False),
            **{_short(place): _score(_, place.of(one)) for place in found},
        }
        for one in criteria(snapshot)
    ]
    for axis in ("attractiveness", "capacity"):
        rows.append(
            {
                _("Criterion"): _("Weighted mean"),
                _("Axis"): _("Attractiveness") if axis == "attractiveness" else _("Capacity"),
                _("Weight"): "",
                **{_short(place): _axis(_, place, axis) for place in found},
            }
        )
    return rows


def turned_rows(_: Reader, found: Robustness) -> Rows:
    """Return the weights that put another option first when they are raised or lowered."""
    return [
        {
            _("Criterion"): f"{one.criterion.code} {one.criterion.name}".strip(),
            _("Axis"): _(one.criterion.axis.label),
            _("Weight"): _("raised to {share}").format(share=_.percent(one.change))
            if one.change > 1
            else _("lowered to {share}").format(share=_.percent(one.change)),
            _("Comes first"): _named(one.order[0]),
        }
        for one in found.turned
    ]


def _named(option: StrategicOption) -> str:
    return f"{option.code} {option.name}".strip()


def _short(place: Position) -> str:
    return place.option.code or place.option.name


def _given(value: Any, write: Callable[[Any], str]) -> str:
    return "" if value is None else write(value)


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


def _axis(_: Reader, place: Position, axis: str) -> str:
    value = getattr(place, axis)
    if value is None:
        return _("Pending")
    band = place.bands[axis == "capacity"]
    return f"{_.number(value, 2)} · {_(band.label)}" if band else _.number(value, 2)
