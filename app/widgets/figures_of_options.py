"""The strategic options on screen: their figures and their finding."""

from collections.abc import Mapping

from app import charts
from app.i18n import Reader
from app.widgets.figure import Figure, drawing, saying
from methodology.option_matrix import in_order, positions
from methodology.option_pairs import LEAST_DIFFERENCES, to_merge
from methodology.option_profiles import profile
from methodology.option_sources import (
    intention_source,
    matrix_source,
    order_source,
    vote_source,
)
from methodology.option_votes import ballot, intentions
from methodology.options import OptionStatus, StrategicOption
from methodology.robustness import robustness
from methodology.scale import PERFORMANCE
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_


def finding(snapshot: Snapshot, _: Reader) -> str:
    """Return what the stage found so far, in the few words of a title; empty while nothing."""
    options = snapshot.all(StrategicOption)
    chosen = [one for one in options if one.status == OptionStatus.CHOSEN]
    if chosen:
        return _("Chosen: {options}").format(options=_.join([_name(one) for one in chosen]))
    ranked = in_order(positions(snapshot))
    if ranked:
        return _("{option} stands best in the matrix").format(option=_name(ranked[0].option))
    if options:
        return _.many("{count} option on the table", "{count} options on the table", len(options))
    return ""


def _matrix(snapshot: Snapshot, style: charts.Style) -> object:
    found = [one for one in positions(snapshot) if one.overall is not None]
    return charts.option_matrix(found, style) if found else None


def _factors_source(snapshot: Snapshot, _: Reader) -> str:
    alike = [
        _("{one} and {other}").format(one=_name(pair.one), other=_name(pair.other))
        for pair in to_merge(snapshot)
    ]
    told = _(
        "Mark: the option wants to win on the factor; the number is the performance it aims at, "
        "from {least} to {most}."
    ).format(least=PERFORMANCE.least, most=PERFORMANCE.most)
    if alike:
        return f"{told} " + _("To merge, with fewer than {count} differences: {pairs}.").format(
            count=LEAST_DIFFERENCES, pairs="; ".join(alike)
        )
    return told


def _name(option: StrategicOption) -> str:
    return option.code or option.name


def _vote(snapshot: Snapshot, style: charts.Style) -> object:
    found = ballot(snapshot)
    if found is None or not any(one.is_known for one in found.results):
        return None
    return charts.priority_bars(found, style)


def _order_source(snapshot: Snapshot, _: Reader) -> str:
    found = robustness(snapshot)
    return order_source(snapshot, found).text(_) if found else ""


FIGURES: Mapping[str, Figure] = {
    "options_matrix": Figure(
        Stage.OPTIONS,
        N_("Attractiveness and capacity of the options"),
        _matrix,
        saying(matrix_source),
        short=N_("Matrix"),
    ),
    "options_factors": Figure(
        Stage.OPTIONS,
        N_("Options against the purchase-decision factors"),
        drawing(profile, charts.profile_matrix, lambda found: found.options and found.factors),
        _factors_source,
        short=N_("Purchase factors"),
    ),
    "options_vote": Figure(
        Stage.OPTIONS,
        N_("Which option the plan should build for first"),
        _vote,
        saying(vote_source),
        short=N_("Priority"),
    ),
    "options_intentions": Figure(
        Stage.OPTIONS,
        N_("Which options firms will pursue"),
        drawing(intentions, charts.intention_bars, lambda found: found.answered),
        saying(intention_source),
        short=N_("Intentions"),
    ),
    "options_order": Figure(
        Stage.OPTIONS,
        N_("How firm the order of the options is"),
        drawing(robustness, charts.order_bars),
        _order_source,
        short=N_("Firmness"),
    ),
}
