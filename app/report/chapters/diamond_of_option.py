"""One option in the section on the diamond: two superposed diamonds, its gaps, what was decided."""

from collections.abc import Sequence

from app.report.graph import Figure, Series, Shape
from app.report.material import Material
from app.report.pen import Pen
from app.report.table import Column, Grid, Row
from methodology.code_order import titled
from methodology.diamond import AXES, Determinant, Ideal
from methodology.gaps import Gap, OptionDiamond, decisions
from methodology.levels import levels_source, levels_taken
from methodology.options import OptionStatus

FIVE = (0.0, 5.0)
BARS = 12  # gaps in the chart, the first by priority
WHOLE, PRIORITY = "#,##0", "#,##0.#"


def option_diamond(pen: Pen, material: Material, diamond: OptionDiamond) -> None:
    """Write an option: its determinants, its diamonds, its gaps by priority."""
    _ = pen._
    source = _("{source}; ideal agreed for the option. Scale of Dínamo from 1 to 5.").format(
        source=levels_source(material.snapshot).text(_)
    )
    source = f"{source} {levels_taken(material.snapshot).text(_)}".strip()
    if diamond.coverage is None:
        pen.pending([_("No sub-factor has both an ideal and an actual level.")])
    else:
        pen.text(_summary(pen, diamond))
    name = diamond.option.code or diamond.option.name
    means = _(
        "Points missing are the mean of what each sub-factor lacks: one that has more than its "
        "ideal makes up for no other, and so they may be more than ideal minus actual."
    )
    pen.table(_determinant_grid(pen, diamond, name), f"{source} {means}")
    if diamond.is_drawable:
        pen.chart(
            _radar(pen, diamond),
            _("Actual and ideal diamond of {option}").format(option=name),
            source,
            height=6.5,
        )
    if diamond.ranked:
        pen.chart(
            _bars(pen, diamond.ranked[:BARS]),
            _("Gaps of {option} by priority").format(option=name),
            f"{source} {_drawn(pen, diamond)}",
            height=1.2 + 0.48 * min(BARS, len(diamond.ranked)),
        )
    pen.table(_gap_grid(pen, material, diamond, name), source)


def _drawn(pen: Pen, diamond: OptionDiamond) -> str:
    """Say what a bar is, and how many there are where some gaps have none."""
    _ = pen._
    said = _("Priority is weight times points missing.")
    if len(diamond.ranked) <= BARS:
        return said
    first = _("The first {count} of {all}.")
    counts = {"count": _.number(BARS), "all": _.number(len(diamond.ranked))}
    return f"{said} {first.format(**counts)}"


def _summary(pen: Pen, diamond: OptionDiamond) -> str:
    """Return in words how much is covered, from how many sub-factors, and where most is missing."""
    _ = pen._
    told = [
        _(
            "Of what the option needs, {coverage} is there (gap index {index}), from {used} of "
            "{total} sub-factors; sub-factors without both scores are left out."
        ).format(
            coverage=_.percent(diamond.coverage or 0, 1),
            index=_.number(diamond.index or 0, 4),
            used=_.number(len(diamond.used)),
            total=_.number(len(diamond.gaps)),
        ),
        _("The mean gap is {mean} points, its root mean square {rms}.").format(
            mean=_.number(diamond.mean_gap or 0, 2), rms=_.number(diamond.rms_gap or 0, 2)
        ),
    ]
    if diamond.worst:
        told.append(
            _("Most is missing in {determinant}: {points} points on average.").format(
                determinant=_(diamond.worst.determinant.label),
                points=_.number(diamond.worst.shortfall, 2),
            )
        )
    if diamond.strengths:
        names = [gap.factor.code or gap.factor.name for gap in diamond.strengths]
        told.append(
            _("There is more than needed of {factors}; that makes up for nothing else.").format(
                factors=_.join(names)
            )
        )
    return " ".join(told)


def _radar(pen: Pen, diamond: OptionDiamond) -> Figure:
    """Return both diamonds clockwise from the top, the ideal in the second colour of the theme."""
    _ = pen._
    means = [diamond.determinants[axis] for axis in AXES]
    return Figure(
        Shape.RADAR,
        [_(axis.label) for axis in AXES],
        [
            Series(_("Actual"), [one.actual for one in means], accent=0),
            Series(_("Ideal"), [one.need for one in means], accent=1),
        ],
        number_format=WHOLE,
        has_axis=True,
        y_range=FIVE,
    )


def _bars(pen: Pen, gaps: Sequence[Gap]) -> Figure:
    names = [titled(gap.factor) for gap in gaps]
    series = Series(pen._("Priority"), [gap.priority for gap in gaps], accent=1)
    return Figure(Shape.BARS, names, [series], number_format=PRIORITY)


def _determinant_grid(pen: Pen, diamond: OptionDiamond, name: str) -> Grid:
    _ = pen._
    columns = (
        Column(_("Determinant")),
        Column(_("Sub-factors"), True),
        Column(_("Actual"), True),
        Column(_("Ideal"), True),
        Column(_("Points missing"), True),
        Column(_("Coverage"), True),
    )
    found = (diamond.determinants.get(one) for one in Determinant)
    rows = tuple(
        Row(
            (
                _(one.determinant.label),
                _.number(one.count),
                _.number(one.actual, 2),
                _.number(one.need, 2),
                _.number(one.shortfall, 2),
                _.percent(one.coverage, 1),
            )
        )
        for one in found
        if one
    )
    return Grid(columns, rows, _("Determinants of {option}, unweighted means").format(option=name))


def _gap_grid(pen: Pen, material: Material, diamond: OptionDiamond, name: str) -> Grid:
    _ = pen._
    columns = (
        Column(_("Sub-factor")),
        Column(_("Actual"), True),
        Column(_("Ideal"), True),
        Column(_("Weight"), True),
        Column(_("Gap"), True),
        Column(_("Priority"), True),
        Column(_("Decision")),
    )
    ideals = {
        one.factor: one for one in material.snapshot.all(Ideal) if one.option == diamond.option.id
    }
    ranked = {gap.factor.id for gap in diamond.ranked}
    rest = [gap for gap in diamond.gaps if gap.need and gap.factor.id not in ranked]
    rows = tuple(
        _gap_row(pen, material, diamond, gap, ideals[gap.factor.id])
        for gap in (*diamond.ranked, *rest)
    )
    title = (
        _("Gaps of {option} and what was decided")
        if any(row.cells[-1] for row in rows)
        else _("Gaps of {option}")
    )
    return Grid(columns, rows, title.format(option=name))


def _gap_row(pen: Pen, material: Material, diamond: OptionDiamond, gap: Gap, ideal: Ideal) -> Row:
    _ = pen._
    made = decisions(material.snapshot).get((diamond.option.id, gap.factor.id))
    is_due = gap.is_wide and diamond.option.status == OptionStatus.CHOSEN
    verdict = _(made.decision.label) if made else material.pending if is_due else ""
    cells = (
        titled(gap.factor),
        material.pending if gap.actual is None else _.number(gap.actual, 1, fixed=False),
        _.number(ideal.need),
        _.number(ideal.weight),
        "" if gap.width is None else _.number(gap.width, 1, fixed=False),
        "" if gap.width is None else _.number(gap.priority, 1, fixed=False),
        verdict,
    )
    details = (
        (_("Why this ideal"), ideal.reason),
        (_("Why this decision"), made.reason if made else ""),
    )
    return Row(cells, tuple(one for one in details if one[1]))
