"""The governance on screen: its figures and its finding."""

from collections.abc import Mapping

from app import charts
from app.i18n import Reader
from app.widgets.figure import WHOLE, Figure, always, drawing
from methodology.governance import Governance, OrganMember, Seat
from methodology.organs import operating_years, organ_tree, seated
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_


def finding(snapshot: Snapshot, _: Reader) -> str:
    """Return what the stage found so far, in the few words of a title; empty while nothing."""
    organs = organ_tree(snapshot)
    if not organs:
        return ""
    model = snapshot.one(Governance)
    base = _(model.base.label) if model and model.base else ""
    count = _.many("{count} organ", "{count} organs", len(organs))
    return ", ".join(filter(None, (base, count)))


def _organs(snapshot: Snapshot, style: charts.Style) -> object:
    nodes = organ_tree(snapshot)
    if not nodes:
        return None
    chairs = {
        member.organ: seated(snapshot, member, named=False)
        for member in snapshot.all(OrganMember)
        if member.seat == Seat.CHAIR
    }
    return charts.organ_chart(nodes, chairs, style)


def _organs_source(snapshot: Snapshot, _: Reader) -> str:
    model = snapshot.one(Governance)
    if model is None or model.adopted_on is None:
        return _("Organs and members as entered; not adopted yet. Persons only by their consent.")
    return _("Organs and members as adopted on {day}; persons only by their consent.").format(
        day=_.date(model.adopted_on)
    )


FIGURES: Mapping[str, Figure] = {
    "organs": Figure(
        Stage.GOVERNANCE,
        N_("Organ chart"),
        _organs,
        _organs_source,
        True,
        N_("Organ chart"),
        least=WHOLE,
    ),
    "funding": Figure(
        Stage.GOVERNANCE,
        N_("Operating budget of three years"),
        drawing(operating_years, charts.funding_bars),
        always(N_("Operating budget by source of the money; year 1 is the first after the plan.")),
        short=N_("Operating budget"),
        least=WHOLE,
    ),
}
