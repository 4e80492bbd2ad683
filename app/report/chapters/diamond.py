"""Section 8: what it takes to win, and the environment each option needs against what there is."""

from collections.abc import Sequence
from uuid import UUID

from app.report.chapters.diamond_of_option import option_diamond
from app.report.chapters.opening import close_section, open_section, own_source
from app.report.material import Material
from app.report.pen import Pen
from app.report.records import record_grid
from app.report.table import Column, Grid, Row
from methodology.code_order import titled
from methodology.diamond import DiamondFactor, GapCost, GapDecision, Ideal
from methodology.gaps import OptionDiamond, costs, option_diamonds
from methodology.levels import Reading, levels_source, levels_taken, readings
from methodology.plan import Section
from methodology.record import attribute
from methodology.scale import EXPOSURE, LEVEL, NEED, WEIGHT, Scale
from methodology.success import SuccessFactor
from methodology.success_matrix import SuccessMatrix, SuccessRow, present_taken, success_matrix

Meetings = set[UUID | None]


def diamond(pen: Pen, material: Material) -> None:
    """Write the section on success factors and diamond."""
    _, snapshot = pen._, material.snapshot
    begun = bool(material.rows(DiamondFactor) or material.rows(SuccessFactor))
    subheading = open_section(pen, material, Section.DIAMOND, new_page=begun)
    if material.rows(SuccessFactor):
        subheading(_("Key success factors"))
        _success(pen, material, success_matrix(snapshot))
    if material.rows(DiamondFactor):
        subheading(_("The environment today"))
        _environment(pen, material)
    diamonds = [one for one in option_diamonds(snapshot) if any(gap.need for gap in one.gaps)]
    if diamonds or material.rows(GapCost):
        subheading(_("Comparison of the options"))
        _comparison(pen, material, diamonds)
    for one in diamonds:
        subheading(titled(one.option))
        option_diamond(pen, material, one)
    _leftovers(pen, material, diamonds)
    close_section(pen, material, Section.DIAMOND, subheading)


def level_source(pen: Pen, material: Material) -> str:
    """Return the source line of whatever rests on the levels of the actual diamond."""
    _ = pen._
    source = levels_source(material.snapshot).text(_)
    told = _("{source}. Scale of Dínamo from 1 to 5.").format(source=source)
    return f"{told} {levels_taken(material.snapshot).text(_)}".strip()


def _success(pen: Pen, material: Material, matrix: SuccessMatrix) -> None:
    _ = pen._
    columns = (
        Column(_("Key success factor")),
        Column(_("Level")),
        *(Column(one.code or one.name) for one in matrix.options),
        Column(_("Present level"), True),
    )
    rows = tuple(_success_row(pen, material, row, matrix) for row in matrix.rows)
    told = _("agreed by the team with the firms. Present level: {scale}.").format(
        scale=LEVEL.explained(_)
    )
    pen.table(
        Grid(columns, rows, _("Key success factors by option")),
        f"{told} {present_taken(material.snapshot).text(_)}".strip(),
    )
    if matrix.critical:
        pen.table(
            _critical_grid(pen, matrix.critical),
            _("success factors and projects of this plan."),
        )


def _success_row(pen: Pen, material: Material, row: SuccessRow, matrix: SuccessMatrix) -> Row:
    _, factor = pen._, row.factor
    found = (row.relevance.get(one.id) for one in matrix.options)
    cells = (
        titled(factor),
        _(factor.level.label),
        *(_(one.label) if one else material.pending for one in found),
        material.pending if factor.present is None else _.number(factor.present),
    )
    rests = attribute(SuccessFactor, "subfactors")
    details = (
        (_(rests.label), material.speaker.say(factor, rests)),
        (_("Why no project takes it on"), factor.waiver),
    )
    return Row(cells, tuple(one for one in details if one[1]))


def _critical_grid(pen: Pen, rows: Sequence[SuccessRow]) -> Grid:
    _ = pen._
    columns = (
        Column(_("Key success factor")),
        Column(_("Present level"), True),
        Column(_("Answered by")),
    )
    made = tuple(
        Row(
            (
                titled(row.factor),
                _.number(row.factor.present or 0),
                _.join([titled(one) for one in row.projects])
                or row.factor.waiver
                or pen.pending_word,
            )
        )
        for row in rows
    )
    return Grid(columns, made, _("Necessary in a chosen option, and of level 2 or less"))


def _environment(pen: Pen, material: Material) -> None:
    _ = pen._
    found = readings(material.snapshot)
    pen.table(_rubric(pen), _("scale of Dínamo; the authors of the method print none."))
    levels = [one for one in found if not one.factor.is_chance]
    meetings = {one.factor.agreed_in for one in found}
    source = level_source(pen, material) + _brackets(pen, levels)
    pen.table(_reading_grid(pen, material, levels, meetings), source)
    chance = [
        one
        for one in found
        if one.factor.is_chance
        and (one.value is not None or one.factor.evidence or not material.is_final)
    ]
    source = _("scores of the raters. Chance is not averaged with the rest. {scale}.").format(
        scale=EXPOSURE.explained(_)
    )
    pen.table(_chance_grid(pen, material, chance, meetings), source + _brackets(pen, chance))


def _brackets(pen: Pen, found: Sequence[Reading]) -> str:
    """Return what brackets around a value mean, where there are any."""
    if all(one.value is None or one.adopted is not None for one in found):
        return ""
    return " " + pen._("In brackets, medians that nobody has adopted yet.")


def _rubric(pen: Pen) -> Grid:
    _ = pen._
    heads = (_("Actual level"), _("Ideal"), _("Weight"))
    scales: tuple[Scale, ...] = (LEVEL, NEED, WEIGHT)
    rows = tuple(
        Row((_.number(step), *(_(scale.anchors[step]) for scale in scales)))
        for step in LEVEL.anchors
    )
    columns = (Column(_("Score"), True), *map(Column, heads))
    return Grid(columns, rows, _("What the scores from 1 to 5 mean"))


def _reading_grid(
    pen: Pen, material: Material, found: Sequence[Reading], meetings: Meetings
) -> Grid:
    _ = pen._
    columns = (
        Column(_("Sub-factor")),
        Column(_("Determinant")),
        Column(_("Actual level"), True),
        Column(_("Raters"), True),
        Column(_("Median"), True),
        Column(_("Interquartile range"), True),
    )
    rows = tuple(
        Row(
            (
                titled(one.factor),
                _(one.factor.determinant.label),
                _level(pen, one),
                *_spread_cells(pen, one),
            ),
            _evidence(pen, material, one, meetings),
        )
        for one in found
    )
    return Grid(columns, rows, _("Actual diamond: levels and evidence"))


def _level(pen: Pen, one: Reading) -> str:
    """Return the level; in brackets while it is a median that nobody adopted."""
    _ = pen._
    if one.value is None:
        return pen.pending_word
    said = _.number(one.value, 1, fixed=False)
    return said if one.adopted is not None else f"({said})"


def _spread_cells(pen: Pen, one: Reading) -> tuple[str, str, str]:
    _ = pen._
    if one.spread is None:
        return "", "", ""
    width = _.number(one.spread.width, 2, fixed=False)
    return (
        _.number(one.spread.count),
        _.number(one.spread.median, 1, fixed=False),
        _("{width}, to discuss").format(width=width) if one.is_disputed else width,
    )


def _evidence(
    pen: Pen, material: Material, one: Reading, meetings: Meetings
) -> tuple[tuple[str, str], ...]:
    """Return what stands beneath a level; the source line names a meeting that settled them all."""
    _ = pen._
    agreed = material.speaker.name(one.factor.agreed_in) if len(meetings) > 1 else ""
    others = _.join(
        [
            _("{side}: {median} ({answers})").format(
                side=_(side.label),
                median=_.number(found.median, 1, fixed=False),
                answers=_.many("{count} answer", "{count} answers", found.count),
            )
            for side, found in one.spreads.items()
            if side != one.leading
        ]
    )
    found = (
        (_("Evidence"), one.factor.evidence),
        (_("Agreed in meeting"), agreed),
        (_("Medians of the other raters"), others),
    )
    return tuple(each for each in found if each[1])


def _chance_grid(
    pen: Pen, material: Material, found: Sequence[Reading], meetings: Meetings
) -> Grid:
    _ = pen._
    columns = (
        Column(_("Chance")),
        Column(_("Exposure"), True),
        Column(_("Raters"), True),
        Column(_("Median"), True),
    )
    rows = tuple(
        Row(
            (
                titled(one.factor),
                _level(pen, one),
                *_spread_cells(pen, one)[:2],
            ),
            _evidence(pen, material, one, meetings),
        )
        for one in found
    )
    return Grid(columns, rows, _("Exposure to chance"))


def _comparison(pen: Pen, material: Material, diamonds: Sequence[OptionDiamond]) -> None:
    _ = pen._
    columns = (
        Column(_("Strategic option")),
        Column(_("Status")),
        Column(_("Coverage"), True),
        Column(_("Worst determinant")),
        Column(_("Gaps of 2 or more"), True),
        Column(_("Sub-factors used"), True),
        Column(_("Cost class")),
    )
    classes = costs(material.snapshot)
    rows = tuple(
        Row(
            (
                titled(one.option),
                _(one.option.status.label),
                material.pending if one.coverage is None else _.percent(one.coverage, 1),
                _(one.worst.determinant.label) if one.worst else "",
                _.number(len(one.wide)),
                _("{count} of {total}").format(count=len(one.used), total=len(one.gaps)),
                _(classes[one.option.id].label) if one.option.id in classes else material.pending,
            )
        )
        for one in diamonds
    )
    pen.table(
        Grid(columns, rows, _("The options side by side")),
        level_source(pen, material)
        + " "
        + _(
            "Coverage is the weighted share of what the option needs that is there; what is in "
            "excess never makes up for what is missing."
        ),
    )
    pen.table(record_grid(material, GapCost), own_source(pen))


def _leftovers(pen: Pen, material: Material, diamonds: Sequence[OptionDiamond]) -> None:
    """Write the ideals and decisions that no table of an option holds."""
    _ = pen._
    shown = {(one.option.id, gap.factor.id) for one in diamonds for gap in one.gaps if gap.need}
    ideals = [one for one in material.snapshot.all(Ideal) if (one.option, one.factor) not in shown]
    made = [
        one for one in material.snapshot.all(GapDecision) if (one.option, one.factor) not in shown
    ]
    source = own_source(pen)
    pen.table(record_grid(material, Ideal, rows=ideals, name=_("Other ideals")), source)
    pen.table(record_grid(material, GapDecision, rows=made, name=_("Other decisions")), source)
