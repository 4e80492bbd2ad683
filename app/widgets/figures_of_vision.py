"""Vision and improvement areas on screen: their figures and their finding."""

from collections.abc import Mapping

from app import charts
from app.i18n import Reader
from app.widgets.figure import Figure
from methodology.areas import ImprovementArea
from methodology.needs import in_areas, left_open, needs, rule
from methodology.process import Meeting
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_
from methodology.vision import VisionVersion
from methodology.visions import adopted, current, support_taken


def finding(snapshot: Snapshot, _: Reader) -> str:
    """Return what the stage found so far, in the few words of a title; empty while nothing."""
    areas, still = snapshot.all(ImprovementArea), left_open(snapshot)
    if areas and still:
        return _.many(
            "{count} gap belongs to no area yet", "{count} gaps belong to no area yet", len(still)
        )
    parts = []
    if adopted(snapshot):
        parts.append(_("Vision adopted"))
    elif current(snapshot):
        parts.append(_("Vision in draft"))
    if areas:
        parts.append(_.many("{count} area", "{count} areas", len(areas)))
    return ", ".join(parts)


def became(snapshot: Snapshot, version: VisionVersion, _: Reader) -> str:
    """Return what became of a wording: adopted when and where, or a draft of whom."""
    meeting = snapshot.get(Meeting, version.adopted_in)
    if version.adopted_on and meeting:
        return _("Adopted on {date} in {meeting}").format(
            date=_.date(version.adopted_on), meeting=meeting.name
        )
    if version.adopted_on:
        return _("Adopted on {date}").format(date=_.date(version.adopted_on))
    if version.drafted_by:
        return _("Draft: {name}, by {people}").format(name=version.name, people=version.drafted_by)
    return _("Draft: {name}").format(name=version.name)


def _poster(snapshot: Snapshot, style: charts.Style) -> object:
    version = current(snapshot)
    if version is None:
        return None
    return charts.vision_poster(version.text, became(snapshot, version, style.reader), style)


def _poster_source(snapshot: Snapshot, _: Reader) -> str:
    version = current(snapshot)
    if version is None:
        return ""
    support = support_taken(snapshot, [version]).text(_)
    return f"{became(snapshot, version, _)}. {support}" if support else became(snapshot, version, _)


def _areas(snapshot: Snapshot, style: charts.Style) -> object:
    found = needs(snapshot)
    if not found:
        return None
    return charts.area_matrix(found, in_areas(snapshot), left_open(snapshot), style)


def _areas_source(snapshot: Snapshot, _: Reader) -> str:
    by = rule(snapshot)
    return _(
        "Gaps of {gap} or more with priority {priority} or more, in the options that the plan "
        "serves; the number is the priority: weight times gap, the highest among the options."
    ).format(gap=_.number(by.least_gap), priority=_.number(by.least_priority))


FIGURES: Mapping[str, Figure] = {
    "vision": Figure(Stage.VISION, N_("Vision"), _poster, _poster_source, short=N_("Vision")),
    "vision_areas": Figure(
        Stage.VISION,
        N_("Which improvement area takes up which gap"),
        _areas,
        _areas_source,
        short=N_("Gaps and areas"),
    ),
}
