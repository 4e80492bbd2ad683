"""The versions of the plan: number, date and status of each, and what changed since the last."""

from collections.abc import Sequence

from app.report.chapters.opening import Subheading, own_source, title_of
from app.report.markup import run
from app.report.material import Material
from app.report.pen import Pen
from app.report.table import KEEP, Column, Grid, Row
from methodology.published import PublishedCode
from methodology.versions import Since, versions

FEW = 6  # records named in one cell


def plan_versions(pen: Pen, material: Material, subheading: Subheading) -> None:
    """Write this version and those before it, what changed, and the codes as published."""
    _ = pen._
    subheading(_("Versions of this document"))
    pen.table(_versions(pen, material), own_source(pen))
    if material.since:
        _changes(pen, material.since)
    if material.snapshot.all(PublishedCode):
        pen.table(_codes(pen, material), own_source(pen))


def _versions(pen: Pen, material: Material) -> Grid:
    _ = pen._
    this = (
        _.number(material.number),
        material.speaker.day(material.on),
        _(material.status.label),
        _("This document"),
    )
    rows = [Row(this)]
    rows += [
        Row(
            (
                _.number(one.number),
                material.speaker.day(one.made_on),
                _(one.status.label),
                one.document,
            )
        )
        for one in versions(material.snapshot)
    ]
    columns = (
        Column(_("Version"), True),
        Column(_("Date"), is_unbroken=True),
        Column(_("Status")),
        Column(_("File")),
    )
    return Grid(columns, tuple(rows), _("Versions of the plan"))


def _changes(pen: Pen, since: Since) -> None:
    """Write what changed since the last version in a short table, or that nothing did."""
    _ = pen._
    number, day = since.version.number, _.date(since.version.made_on)
    if not since.changes:
        said = _("Nothing has changed since version {number} of {day}.")
        pen.put(run(said.format(number=number, day=day)))
        return
    label = pen.label("Table")
    pen.sentence(
        _("{table} says what changed since version {number} of {day}."),
        table=label,
        number=_.number(number),
        day=day,
    )
    heads = (Column(_("Records added")), Column(_("Records changed")), Column(_("Records removed")))
    rows = tuple(
        Row(
            (
                title_of(one.section, pen),
                one.table,
                _told(pen, one.added),
                _told(pen, one.changed),
                _told(pen, one.removed),
            )
        )
        for one in since.changes
    )
    share = pen.room // 5
    grid = Grid(
        (Column(_("Section")), Column(_("Table")), *heads),
        rows,
        _("Changes since version {number}").format(number=number),
        widths=(share, share, share, share, pen.room - 4 * share),
    )
    pen.table(grid, _("history of the project, change by change."), label)


def _told(pen: Pen, names: Sequence[str]) -> str:
    """Return how many records, with the names of the first ones where they may be printed."""
    _ = pen._
    if not names:
        return "–"
    shown = [name for name in names[:FEW] if name]
    more = ["…"] if shown and len(names) > len(shown) else []
    listed = "; ".join([*shown, *more])
    return f"{_.number(len(names))}: {listed}" if listed else _.number(len(names))


def _codes(pen: Pen, material: Material) -> Grid:
    _ = pen._
    pen.put(
        run(_("Codes of projects are never given away once a plan was exported with them.")),
        "",
        KEEP,
    )
    rows = tuple(
        Row((one.code, material.speaker.name(one.about_id) or "–", _.number(one.number)))
        for one in material.snapshot.all(PublishedCode)
    )
    columns = (Column(_("Code")), Column(_("Project")), Column(_("First in version"), True))
    return Grid(columns, rows, _("Published codes"))
