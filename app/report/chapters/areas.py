"""Section 10: the improvement areas, from the gaps they take up to one sheet each."""

from app.report.chapters.opening import close_section, open_section, own_source
from app.report.material import Material
from app.report.pen import Pen
from app.report.table import Column, Grid, Row
from methodology.areas import ImprovementArea
from methodology.code_order import titled
from methodology.diamond import DiamondFactor
from methodology.needs import in_areas, needs, needs_of, outcome, rule
from methodology.plan import Section
from methodology.record import attribute, fields

ELSEWHERE = ("code", "name", "baseline", "unit", "baseline_on")  # in heading and last line


def areas(pen: Pen, material: Material) -> None:
    """Write the section on the improvement areas."""
    _ = pen._
    begun = bool(material.rows(ImprovementArea))
    subheading = open_section(pen, material, Section.AREAS, new_page=begun)
    if needs(material.snapshot):
        subheading(_("From gaps to areas"))
        _gaps(pen, material)
    if begun:
        subheading(_("Improvement areas at a glance"))
        _overview(pen, material)
        for area in in_areas(material.snapshot):
            subheading(titled(area))
            _sheet(pen, material, area)
    close_section(pen, material, Section.AREAS, subheading)


def _gaps(pen: Pen, material: Material) -> None:
    _ = pen._
    by, found = rule(material.snapshot), in_areas(material.snapshot)
    label = pen.label("Table")
    pen.sentence(
        _(
            "{table} shows the gaps that are kept: {gap} or more between what an option needs and "
            "what there is, with a priority (weight times gap) of {priority} or more."
        ),
        table=label,
        gap=_.number(by.least_gap),
        priority=_.number(by.least_priority),
    )
    columns = (
        Column(_("Sub-factor")),
        Column(_("Options")),
        Column(_("Gap"), True),
        Column(_("Priority"), True),
        Column(_("Improvement areas")),
    )
    rows = tuple(
        Row(
            (
                titled(need.factor),
                ", ".join(one.code or one.name for one in need.options),
                _.number(need.width, 1, fixed=False),
                _.number(need.priority, 1, fixed=False),
                ", ".join(one.code or one.name for one in found if need.factor.id in one.gaps)
                or _("none"),
            )
        )
        for need in needs(material.snapshot)
    )
    pen.table(
        Grid(columns, rows, _("Gaps that are kept, and the areas that take them up")),
        _source(pen),
        label,
    )


def _source(pen: Pen) -> str:
    told = pen._(
        "Gap and priority are the highest among the options. None: no area takes it up; "
        "section {number} says what was decided on each gap."
    )
    return f"{own_source(pen)} {told.format(number=Section.DIAMOND.number)}"


def _overview(pen: Pen, material: Material) -> None:
    _ = pen._
    columns = (
        Column(_("Improvement area")),
        Column(_("Why together")),
        Column(_("Outcome of the test")),
        Column(_("Options")),
    )
    rows = tuple(
        Row(
            (
                titled(one),
                _(one.failure.label) if one.failure else material.pending,
                _(outcome(one).label),
                ", ".join(map(material.speaker.name, one.options)) or material.pending,
            )
        )
        for one in in_areas(material.snapshot)
    )
    label = pen.label("Table")
    pen.sentence(
        _(
            "An area goes into the plan when firms would not do it each on its own: {table} says "
            "why not."
        ),
        table=label,
    )
    name = _("Improvement areas and the test “collective or individual?”")
    pen.table(Grid(columns, rows, name), own_source(pen), label)


def _sheet(pen: Pen, material: Material, area: ImprovementArea) -> None:
    _ = pen._
    speaker = material.speaker
    rows = []
    for one, words in speaker.told(area, fields(ImprovementArea)):
        if one.name in ELSEWHERE:
            continue
        told = _taken_up(pen, material, area) if one.name == "gaps" else words
        rows.append(Row((_(one.label), told)))
    if area.baseline is not None:
        value = _.measured(area.baseline, 4, area.unit)
        day = f" ({speaker.day(area.baseline_on)})" if area.baseline_on else ""
        rows.append(Row((_(attribute(ImprovementArea, "baseline").label), value + day)))
    share = pen.room // 3
    grid = Grid(
        (Column(_("Item")), Column(_("Content"))),
        tuple(rows),
        _("Sheet of area {area}").format(area=titled(area)),
        widths=(share, pen.room - share),
    )
    pen.table(grid, own_source(pen))


def _taken_up(pen: Pen, material: Material, area: ImprovementArea) -> str:
    """Return the gaps of an area, with the priority of those that the rule keeps."""
    _ = pen._
    kept = {need.factor.id: need.priority for need in needs_of(material.snapshot, area)}
    named = []
    for key in sorted(area.gaps, key=lambda key: -kept.get(key, 0)):
        found = material.snapshot.get(DiamondFactor, key)
        name = titled(found) if found else ""
        if key in kept:
            priority = _.number(kept[key], 1, fixed=False)
            name = _("{factor} (priority {priority})").format(factor=name, priority=priority)
        named.append(name)
    return _.join([name for name in named if name])
