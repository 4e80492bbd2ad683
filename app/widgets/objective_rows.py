"""The strategic objectives as a table: where each starts, where it goes, what it still lacks."""

from datetime import date
from decimal import Decimal

from app.i18n import Reader
from methodology.snapshot import Snapshot
from methodology.visions import lacking, objectives

Rows = list[dict[str, str]]


def objective_rows(_: Reader, snapshot: Snapshot) -> Rows:
    """Return the objectives by their codes."""
    return [
        {
            _("Strategic objective"): f"{one.code} {one.statement}".strip(),
            _("Indicator"): one.indicator or _("Pending"),
            _("Baseline"): _reading(_, one.baseline, one.unit, one.baseline_on),
            _("Target"): _reading(_, one.target, one.unit, one.target_on),
            _("Still lacking"): _.join([_(each.label) for each in lacking(one)]),
        }
        for one in objectives(snapshot)
    ]


def _reading(_: Reader, value: Decimal | None, unit: str, on: date | None) -> str:
    """Return a value with its unit and date; «pending» for none."""
    if value is None:
        return _("Pending")
    told = f"{_.number(value, 4, fixed=False)} {unit}".strip()
    return f"{told} · {_.date(on, 'medium')}" if on else told
