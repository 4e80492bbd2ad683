"""Tables of the monitoring: indicators as they stand, the calendar, risks."""

from datetime import date
from decimal import Decimal

from app.i18n import Reader
from methodology.follow_up import Standing, next_dates, risk_scores, standings
from methodology.mapping import Actor
from methodology.snapshot import Snapshot

Rows = tuple[list[dict[str, str]], str]


def indicator_rows(_: Reader, snapshot: Snapshot, today: date) -> Rows:
    """Return every indicator with its way, its last value and what it asks for."""
    rows = [
        {
            _("Code"): one.indicator.code,
            _("Indicator"): one.indicator.name,
            _("Baseline"): _valued(_, one.course.baseline, one.course.baseline_on, one.unit),
            _("Last value"): _valued(
                _,
                one.last.value if one.last else None,
                one.last.measured_on if one.last else None,
                one.unit,
            ),
            _("Target"): _valued(_, one.course.target, one.course.target_on, one.unit),
            _("State"): f"{one.light.mark} {_(one.light.label)}",
            _("Next reading"): _asked(_, one),
        }
        for one in standings(snapshot, today)
    ]
    return rows, _(
        "What is empty in an indicator follows its objective or its project. On course: progress "
        "reaches the share of time gone; somewhat behind: three quarters of it."
    )


def date_rows(_: Reader, snapshot: Snapshot, today: date) -> Rows:
    """Return the open dates of the calendar of monitoring, overdue ones first."""
    rows = []
    for one in next_dates(snapshot, today):
        actor = snapshot.get(Actor, one.responsible)
        rows.append(
            {
                _("Date"): _.date(one.due_on, "medium"),
                _("What is done"): one.name,
                _("Level"): _(one.level.label),
                _("Responsible"): actor.name if actor else _("Pending"),
                _("State"): _("Overdue") if one.due_on < today else _("To come"),
            }
        )
    return rows, _("Dates that are not marked as done; the overdue ones stand first.")


def risk_rows(_: Reader, snapshot: Snapshot) -> Rows:
    """Return the risks of the plan, the gravest first."""
    rows = [
        {
            _("Code"): one.risk.code,
            _("Risk"): one.risk.name,
            _("Likelihood"): _(one.risk.likelihood.label) if one.risk.likelihood else _("Pending"),
            _("Damage"): _(one.risk.damage.label) if one.risk.damage else _("Pending"),
            _("Product"): _.number(one.score) if one.score else _("n/d"),
            _("Mitigation"): one.risk.mitigation or _("Pending"),
        }
        for one in risk_scores(snapshot)
    ]
    return rows, _("Likelihood by damage, low 1, medium 2, high 3: from 1 to 9.")


def _valued(_: Reader, value: Decimal | None, on: date | None, unit: str) -> str:
    if value is None:
        return str(_("Pending"))
    text = _.measured(value, 2, unit)
    return f"{text} ({_.date(on, 'short')})" if on else text


def _asked(_: Reader, one: Standing) -> str:
    """Return when it is read next, and what has aged."""
    if one.is_old:
        return str(_("Baseline older than a year: measure again"))
    if one.due_on is None:
        return ""
    day = _.date(one.due_on, "medium")
    return _("{day}, overdue").format(day=day) if one.is_overdue else day
