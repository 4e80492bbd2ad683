"""Tables of the profile: the numbers with year and source, whether they tie, how they spread."""

from decimal import Decimal

from app.i18n import Reader
from methodology.firms import concentrations
from methodology.profile import headlines, tyings
from methodology.snapshot import Snapshot

Rows = tuple[list[dict[str, str]], str]


def headline_rows(_: Reader, snapshot: Snapshot) -> Rows:
    """Return the latest total of each indicator with its growth, source and quality."""
    rows = [
        {
            _("Indicator"): _(found.statistic.indicator.label),
            _("Value"): _amount(_, found.statistic.value, found.statistic.indicator.is_money),
            _("Year"): str(found.statistic.year),
            _("Growth a year"): ""
            if found.growth is None
            else _("{rate} since {year}").format(rate=_.percent(found.growth, 1), year=found.since),
            _("Quality"): _(found.statistic.quality.label),
            _("Source"): found.statistic.source or _("Pending"),
        }
        for found in headlines(snapshot)
    ]
    return rows, _(
        "Latest total of the cluster; growth is the mean yearly rate since the first year."
    )


def tying_rows(_: Reader, snapshot: Snapshot) -> Rows:
    """Return whether the parts by link add up to the totals."""
    rows = [
        {
            _("Indicator"): _(found.indicator.label),
            _("Year"): str(found.year),
            _("Total"): _("Pending")
            if found.total is None
            else _amount(_, found.total, found.indicator.is_money),
            _("Parts by link"): _amount(_, found.parts, found.indicator.is_money),
            _("Verdict"): _("Ties") if found.ties else _("Does not tie"),
        }
        for found in tyings(snapshot)
    ]
    if not rows:
        return rows, _("No indicator has parts by link of the chain yet.")
    return rows, _("Parts tie with their total within half a percent, for rounding.")


def concentration_rows(_: Reader, snapshot: Snapshot) -> Rows:
    """Return how unevenly employees and turnover are spread over the firms."""
    rows = [
        {
            _("Of what"): _(found.label),
            _("Firms"): _.number(found.firms),
            **{
                _("Largest {count}").format(count=count): _.percent(share)
                for count, share in found.top
            },
            _("HHI (0–10 000)"): _.number_if_known(found.hhi),
            _("Gini (0–1)"): _.number_if_known(found.gini, 2),
        }
        for found in concentrations(snapshot)
    ]
    return rows, _(
        "Firms inside the scope that gave the number; n/d where it is not defined. Gini not "
        "corrected for few firms."
    )


def _amount(_: Reader, value: Decimal, is_money: bool) -> str:
    return _.money(_.minor(value)) if is_money else _.number(value)
