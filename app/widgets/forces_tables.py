"""Tables of the business: trends, sub-factors with their spread, challenges."""

from decimal import Decimal

from app.i18n import Reader
from methodology.attractiveness import outlook
from methodology.code_order import code_place
from methodology.forces import Challenge, Trend
from methodology.panel import Opinion
from methodology.raters import Side
from methodology.snapshot import Snapshot
from methodology.sources_of_challenges import forces_source, meeting_of
from methodology.words import words

Rows = tuple[list[dict[str, str]], str]


def trend_rows(_: Reader, snapshot: Snapshot) -> Rows:
    """Return the trends with the forces they move, by code."""
    rows = [
        {
            _("Code"): one.code,
            _("Trend"): one.statement,
            _("Presses on ▲"): _.join([_(force.label) for force in one.forces]),
            _("Relieves ▼"): _.join([_(force.label) for force in one.relieves]),
            _("Felt by"): str(one.horizon or ""),
            _("Driver"): one.driver,
        }
        for one in sorted(snapshot.all(Trend), key=lambda one: code_place(one.code, one.statement))
    ]
    return rows, _("▲ presses on the force: less attractive; ▼ relieves it: more attractive.")


def factor_rows(_: Reader, snapshot: Snapshot) -> Rows:
    """Return the sub-factors with value and spread of both dates, and what should be discussed."""
    rows = [
        {
            _("Code"): one.factor.code,
            _("Sub-factor"): one.factor.name,
            _("Today"): stated(_, one.today),
            _("IQR"): ranged(_, one.today),
            _("Horizon"): stated(_, one.later),
            _("IQR, horizon"): ranged(_, one.later),
            _("Experts"): _experts(_, one.today, one.later),
            _("Verdict"): _("Discuss") if one.is_disputed else "",
        }
        for one in outlook(snapshot).factors
    ]
    note = _("Discuss: interquartile range above 1, by linear quartiles. * median not yet adopted.")
    return rows, f"{note} {forces_source(snapshot, _)}"


def challenge_rows(_: Reader, snapshot: Snapshot) -> Rows:
    """Return the challenges with their causes and when they were validated."""
    rows = []
    for one in sorted(snapshot.all(Challenge), key=lambda one: code_place(one.code, one.statement)):
        trends = (snapshot.get(Trend, key) for key in one.trends)
        causes = [trend.code or words(snapshot, trend) for trend in trends if trend]
        place = meeting_of(snapshot, one.validated_in)
        rows.append(
            {
                _("Code"): one.code,
                _("Challenge"): one.statement,
                _("Causes"): ", ".join([*causes, *(_(force.label) for force in one.forces)]),
                _("Validated on"): _.date(one.validated_on) if one.validated_on else _("Pending"),
                _("Validated in"): place.text(_) if place else "",
            }
        )
    return rows, _("Five challenges at most; each follows from trends or forces.")


def stated(_: Reader, opinion: Opinion) -> str:
    """Return a value with a star while it is a median that nobody has adopted."""
    if opinion.value is None:
        return _("Pending")
    return short(_, opinion.value) + ("*" if opinion.is_provisional else "")


def short(_: Reader, value: Decimal | float) -> str:
    """Return a value of a scale with as many decimals as it has."""
    return _.number(value, 2, fixed=False)


def ranged(_: Reader, opinion: Opinion) -> str:
    """Return the interquartile range of the side that speaks."""
    return "" if opinion.spread is None else short(_, opinion.spread.width)


def _experts(_: Reader, *opinions: Opinion) -> str:
    """Return the experts' medians of both dates, beside the firms' and apart from them."""
    found = [one.sides.get(Side.EXPERT) for one in opinions]
    if not any(found):
        return ""
    return " → ".join("–" if one is None else short(_, one.median) for one in found)
