"""Section 15: theory of change, logical framework, indicators as they stand, calendar, lessons."""

from datetime import date
from decimal import Decimal

from app.report.chapters.opening import close_section, open_section, own_source
from app.report.graph import Figure, Series, Shape
from app.report.material import Material
from app.report.pen import Pen
from app.report.records import Extra, record_grid
from app.report.table import Column
from methodology.code_order import titled
from methodology.follow_up import Standing, next_dates, standings
from methodology.monitoring import (
    ChangeLink,
    FollowUp,
    Lesson,
    Level,
    LogframeLevel,
    LogframeRow,
    Measurement,
    MonitoringIndicator,
    TheoryStep,
)
from methodology.plan import Section
from methodology.progress import Light
from methodology.record import attribute

HEAD, ROW = 2.0, 1.0  # cm of the legend, and of an indicator, in the chart
LEVELS = [*LogframeLevel]
LINKS = [*ChangeLink]
BEGINNINGS = (TheoryStep, LogframeRow, MonitoringIndicator, Measurement, FollowUp, Lesson)


def monitoring(pen: Pen, material: Material) -> None:
    """Write the section on monitoring and evaluation."""
    _, snapshot = pen._, material.snapshot
    begun = any(material.rows(cls) for cls in BEGINNINGS)
    subheading = open_section(pen, material, Section.MONITORING, new_page=begun)
    if steps := snapshot.all(TheoryStep):
        subheading(_(TheoryStep.title))
        ordered = sorted(steps, key=lambda step: LINKS.index(step.link))
        columns = ("link", "name", "assumption")
        pen.table(record_grid(material, TheoryStep, columns=columns, rows=ordered), own_source(pen))
    if rows := snapshot.all(LogframeRow):
        subheading(_(LogframeRow.title))
        in_order = sorted(rows, key=lambda row: LEVELS.index(row.level))
        row_columns = ("level", "name", "indicators", "means", "assumptions")
        pen.table(
            record_grid(material, LogframeRow, columns=row_columns, rows=in_order), own_source(pen)
        )
    if snapshot.all(MonitoringIndicator):
        subheading(_(MonitoringIndicator.title))
        _indicators(pen, material)
    if snapshot.all(Measurement):
        subheading(_(Measurement.title))
        _values(pen, material)
    if dates := snapshot.all(FollowUp):
        subheading(_(FollowUp.title))
        _dates(pen, material, sorted(dates, key=lambda one: one.due_on))
    if material.rows(Lesson):
        subheading(_(Lesson.title))
        columns = ("name", "learnt_on", "addressed_to")
        pen.table(record_grid(material, Lesson, columns=columns), own_source(pen))
    close_section(pen, material, Section.MONITORING, subheading)


def _indicators(pen: Pen, material: Material) -> None:
    _ = pen._
    found = {one.indicator.id: one for one in standings(material.snapshot, material.on)}
    table = pen.label("Table")
    pen.sentence(
        _(
            "{table} gives each indicator with baseline, target and state on {day}, on four "
            "levels; what an objective or a project already measures is followed from there."
        ),
        table=table,
        day=_.date(material.on),
    )
    rows = [one.indicator for one in found.values()]
    extra = [
        Extra(Column(_("Baseline")), lambda row: _baseline(pen, found[row.id])),
        Extra(Column(_("Target")), lambda row: _target(pen, found[row.id])),
        Extra(Column(_("State")), lambda row: _state(pen, found[row.id])),
    ]
    columns = ("code", "name", "frequency", "responsible")
    leaving = ("unit", "baseline", "baseline_on", "target", "target_on")
    states = _(
        "State: progress from baseline to target beside the share of time gone; “{fine}” when it "
        "reaches it, “{late}” from three quarters of it."
    ).format(fine=_(Light.GREEN.label), late=_(Light.AMBER.label))
    pen.table(
        record_grid(
            material, MonitoringIndicator, columns=columns, extra=extra, rows=rows, leaving=leaving
        ),
        f"{own_source(pen)} {states}",
        table,
    )
    _progress(pen, [one for one in found.values() if one.progress is not None])
    _levels(pen, [*found.values()])


def _levels(pen: Pen, rows: list[Standing]) -> None:
    """Say how many indicators follow each of the four levels."""
    _ = pen._
    counts = [(level, sum(one.indicator.level == level for one in rows)) for level in Level]
    told = (
        _("{level}: {count}").format(level=_(level.label), count=_.number(count))
        for level, count in counts
    )
    pen.text(_("Indicators by level: {levels}.").format(levels="; ".join(told)))


def _progress(pen: Pen, rows: list[Standing]) -> None:
    """Draw how far the measured indicators have come, beside the share of time gone."""
    _ = pen._
    if not rows:
        return
    done = [float(one.progress) if one.progress is not None else None for one in rows]
    gone = [float(one.elapsed) if one.elapsed is not None else None for one in rows]
    pen.chart(
        Figure(
            Shape.BARS,
            [titled(one.indicator) for one in rows],
            [Series(_("Progress"), done, 0), Series(_("Time gone"), gone, 4)],
            number_format=_.percent_format,
        ),
        _("Progress of the indicators"),
        _("last measured value of {count} indicators.").format(count=_.number(len(rows))),
        height=HEAD + ROW * len(rows),
    )


def _valued(pen: Pen, value: Decimal | None, on: date | None, unit: str) -> str:
    _ = pen._
    if value is None:
        return pen.pending_word
    text = _.measured(value, 4, unit)
    return f"{text} ({_.date(on, 'medium')})" if on else text


def _baseline(pen: Pen, one: Standing) -> str:
    return _valued(pen, one.course.baseline, one.course.baseline_on, one.unit)


def _target(pen: Pen, one: Standing) -> str:
    return _valued(pen, one.course.target, one.course.target_on, one.unit)


def _state(pen: Pen, one: Standing) -> str:
    _ = pen._
    share = "" if one.progress is None else f" ({_.percent(one.progress)})"
    return f"{_(one.light.label)}{share}"


def _values(pen: Pen, material: Material) -> None:
    _ = pen._
    rows = sorted(
        material.snapshot.all(Measurement),
        key=lambda row: (material.speaker.name(row.indicator), row.measured_on),
    )
    units = {one.indicator.id: one.unit for one in standings(material.snapshot, material.on)}
    value, source = (attribute(Measurement, name) for name in ("value", "source"))
    extra = [
        Extra(
            Column(_(value.label), True),
            lambda row: _valued(pen, row.value, None, units.get(row.indicator, "")),
        ),
        Extra(Column(_(source.label)), lambda row: material.speaker.say(row, source)),
    ]
    columns, leaving = ("indicator", "measured_on"), (value.name, source.name)
    pen.table(
        record_grid(
            material, Measurement, columns=columns, extra=extra, rows=rows, leaving=leaving
        ),
        own_source(pen),
    )


def _dates(pen: Pen, material: Material, rows: list[FollowUp]) -> None:
    _ = pen._
    late = sum(one.due_on < material.on for one in next_dates(material.snapshot, material.on))
    if late:
        pen.text(_.many("{count} date is overdue.", "{count} dates are overdue.", late))
    columns = ("name", "due_on", "level", "responsible", "product", "done_on")
    pen.table(record_grid(material, FollowUp, columns=columns, rows=rows), own_source(pen))
