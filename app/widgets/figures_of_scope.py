"""The scope on screen: its figures and its finding."""

from collections.abc import Mapping

from app import charts
from app.i18n import Reader
from app.widgets.figure import Figure, always, drawing, saying
from methodology.scope import Scope, Segment, SegmentVerdict
from methodology.segments import funnel
from methodology.selection import selection, selection_source
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_


def finding(snapshot: Snapshot, _: Reader) -> str:
    """Return what the stage found so far, in the few words of a title; empty while nothing."""
    scope, segments = snapshot.one(Scope), snapshot.all(Segment)
    if scope and scope.accepted_on:
        return _("Scope accepted")
    inside = sum(segment.verdict == SegmentVerdict.INSIDE for segment in segments)
    if not segments:
        return ""
    return _("{inside} of {total} segments inside").format(
        inside=_.number(inside), total=_.number(len(segments))
    )


def _funnel(snapshot: Snapshot, style: charts.Style) -> object:
    found = funnel(snapshot)
    is_begun = found.sector or found.segment or found.considered
    return charts.scope_funnel(found, style) if is_begun else None


FIGURES: Mapping[str, Figure] = {
    "funnel": Figure(
        Stage.SCOPE,
        N_("From the sector to the segment"),
        _funnel,
        always(N_("Core group, workshop T0. A segment passes with four times yes.")),
        True,
        least=580,
    ),
    "selection": Figure(
        Stage.SCOPE,
        N_("Selection of the cluster"),
        drawing(selection, charts.selection_chart, lambda found: found.compared),
        saying(selection_source),
    ),
}
