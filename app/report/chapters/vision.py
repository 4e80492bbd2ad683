"""Section 9: the vision, how it came about, and the objectives that measure it."""

from app.report.chapters.opening import close_section, open_section, own_source
from app.report.material import Material
from app.report.pen import Pen
from app.report.records import record_grid
from app.report.table import Column, Grid, Row
from methodology.plan import Section
from methodology.process import Meeting
from methodology.vision import Objective, VisionVersion
from methodology.visions import current, findings, objectives, support_taken, versions


def vision(pen: Pen, material: Material) -> None:
    """Write the section on the vision and the strategic objectives."""
    _ = pen._
    begun = bool(material.rows(VisionVersion) or material.rows(Objective))
    subheading = open_section(pen, material, Section.VISION, new_page=begun)
    shown = current(material.snapshot)
    if shown:
        subheading(_("Vision"))
        pen.text(shown.text, "Quote")
        pen.text(_became(pen, material, shown))
    if material.rows(Objective):
        subheading(_("Strategic objectives"))
        _objectives(pen, material)
    if material.rows(VisionVersion):
        subheading(_("How the text came about"))
        _versions(pen, material)
    if shown:
        _rules(pen, material, shown)
    close_section(pen, material, Section.VISION, subheading)


def _became(pen: Pen, material: Material, version: VisionVersion) -> str:
    _ = pen._
    meeting = material.snapshot.get(Meeting, version.adopted_in)
    if version.adopted_on is None:
        return _("Pending: this wording has not been adopted yet.")
    day = _.date(version.adopted_on)
    if meeting is None:
        return _("Adopted on {date}.").format(date=day)
    return _("Adopted on {date} in {meeting}.").format(date=day, meeting=meeting.name)


def _objectives(pen: Pen, material: Material) -> None:
    _ = pen._
    columns = (
        Column(_("Strategic objective")),
        Column(_("Indicator")),
        Column(_("Unit")),
        Column(_("Baseline"), True),
        Column(_("Date"), is_unbroken=True),
        Column(_("Target"), True),
        Column(_("Date"), is_unbroken=True),
    )
    say, day = material.speaker, material.speaker.day
    rows = tuple(
        Row(
            (
                f"{one.code} {one.statement}".strip(),
                one.indicator or material.pending,
                one.unit,
                material.pending
                if one.baseline is None
                else _.number(one.baseline, 4, fixed=False),
                day(one.baseline_on) if one.baseline_on else "",
                material.pending if one.target is None else _.number(one.target, 4, fixed=False),
                day(one.target_on) if one.target_on else "",
            ),
            tuple(
                (label, words)
                for label, words in (
                    (_("Options served"), _.join([say.name(key) for key in one.options])),
                    (_("Source"), one.source),
                )
                if words
            ),
        )
        for one in objectives(material.snapshot)
    )
    pen.table(Grid(columns, rows, _("Objectives with baseline and target")), own_source(pen))


def _versions(pen: Pen, material: Material) -> None:
    grid = record_grid(
        material,
        VisionVersion,
        columns=("name", "drafted_on", "drafted_by", "approvals", "voters", "consent"),
        rows=versions(material.snapshot),
    )
    support = support_taken(material.snapshot, material.snapshot.all(VisionVersion)).text(pen._)
    pen.table(grid, f"{own_source(pen)} {support}".strip())


def _rules(pen: Pen, material: Material, version: VisionVersion) -> None:
    _ = pen._
    columns = (Column(_("Rule")), Column(_("Met?")), Column(_("What the text says")))
    rows = tuple(
        Row((_(one.rule.label), _("Yes") if one.is_met else _("No"), one.detail.text(_)))
        for one in findings(material.snapshot, version)
    )
    pen.table(
        Grid(columns, rows, _("The vision against its rules")),
        _("words of the text, counted automatically; the rules are a convention of Dínamo."),
    )
