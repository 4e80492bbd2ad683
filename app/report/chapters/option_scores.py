"""The options judged: the matrix, the scores behind it, and how firm their order is."""

from app.report.chapters.opening import Subheading, own_source
from app.report.graph import Figure, Point, Series, Shape
from app.report.material import Material
from app.report.pen import Pen
from app.report.table import Column, Grid, Row
from methodology.code_order import titled
from methodology.option_matrix import THIRDS, Band, Merit, Origin, Position, criteria, positions
from methodology.option_sources import (
    axes_source,
    left_out,
    matrix_source,
    order_source,
    scores_source,
)
from methodology.options import OptionStatus
from methodology.robustness import Robustness, robustness
from methodology.scale import MERIT

TALL = 10.5  # cm of the matrix
ACCENTS = {OptionStatus.CHOSEN: 1, OptionStatus.DISCARDED: 4}  # copper, ochre; the others iron


def matrix(pen: Pen, material: Material, subheading: Subheading) -> None:
    """Write the matrix of attractiveness and capacity with the scores behind it."""
    _ = pen._
    found = [one for one in positions(material.snapshot) if one.merits]
    if not found:
        return
    subheading(_("Attractiveness and capacity"))
    placed = [one for one in found if one.overall is not None]
    if placed:
        table, figure = pen.label("Table"), pen.label("Figure")
        pen.sentence(
            _("{figure} places the options by both axes and {table} gives the numbers."),
            figure=figure,
            table=table,
        )
        pen.chart(
            _matrix_figure(pen, placed),
            _("Attractiveness and capacity of the options"),
            matrix_source(material.snapshot).text(_),
            height=TALL,
            label=figure,
        )
        pen.table(_axes_grid(pen, placed), axes_source(material.snapshot).text(_), table)
    scores = scores_source(material.snapshot).text(_)
    pen.table(_scores_grid(pen, material, found), scores)
    if any(by.question or by.is_coverage for by in criteria(material.snapshot)):
        pen.table(_questions_grid(pen, material), own_source(pen))


def firmness(pen: Pen, material: Material, subheading: Subheading) -> None:
    """Write whether the order holds when weights are shaken and raters left out."""
    _, found = pen._, robustness(material.snapshot)
    if found is None:
        return
    subheading(_("How firm the order is"))
    pen.text(_verdict(pen, found))
    figure = Figure(
        Shape.BARS,
        [titled(one) for one in found.order],
        [Series(_("Comes first"), [*found.printed])],
        number_format=_.percent_format,
    )
    pen.chart(
        figure,
        _("How often each option comes first, whatever the weights"),
        order_source(material.snapshot, found).text(_),
        height=1.5 + 0.8 * len(found.order),
    )
    if found.turned:
        pen.table(_turned_grid(pen, found), own_source(pen))


def _matrix_figure(pen: Pen, placed: list[Position]) -> Figure:
    _ = pen._
    points = [
        Point(
            f"{one.option.code or one.option.name} ({_(one.option.status.label)})",
            one.capacity or 0,
            one.attractiveness or 0,
            None if one.option.market_size is None else float(_.major(one.option.market_size)),
            ACCENTS.get(one.option.status, 0),
        )
        for one in placed
    ]
    ends = (float(MERIT.least), float(MERIT.most))
    return Figure(
        Shape.POINTS,
        points=points,
        number_format="0.00",
        x_title=_("Capacity"),
        y_title=_("Attractiveness"),
        size_title=_("Market size a year"),
        x_range=ends,
        y_range=ends,
        bands=len(Band),
    )


def _axes_grid(pen: Pen, placed: list[Position]) -> Grid:
    _ = pen._
    columns = (
        Column(_("Option")),
        Column(_("Attractiveness"), True),
        Column(_("Band")),
        Column(_("Capacity"), True),
        Column(_("Band")),
        Column(_("Mean"), True),
    )
    rows = []
    for one in placed:
        high, able = one.bands
        rows.append(
            Row(
                (
                    titled(one.option),
                    _.number(one.attractiveness or 0, 2),
                    _(high.label) if high else "",
                    _.number(one.capacity or 0, 2),
                    _(able.label) if able else "",
                    _.number(one.overall or 0, 2),
                )
            )
        )
    low, top = (_.number(cut, 2) for cut in THIRDS)
    name = _("Place of the options; bands begin at {low} and {high}").format(low=low, high=top)
    return Grid(columns, tuple(rows), name)


def _scores_grid(pen: Pen, material: Material, found: list[Position]) -> Grid:
    _ = pen._
    columns = (
        Column(_("Criterion")),
        Column(_("Axis")),
        Column(_("Weight"), True),
        *(Column(one.option.code or one.option.name, True) for one in found),
    )
    rows = tuple(
        Row(
            (
                titled(by),
                _(by.axis.label),
                _.number(by.weight, 4, fixed=False),
                *(_score(pen, one.of(by)) for one in found),
            )
        )
        for by in criteria(material.snapshot)
    )
    has_star = any("*" in cell for row in rows for cell in row.cells[3:])
    name = (
        _("Scores by criterion; in brackets the interquartile range, * where people disagree")
        if has_star
        else _("Scores by criterion; in brackets the interquartile range")
    )
    return Grid(columns, rows, name)


def _score(pen: Pen, merit: Merit | None) -> str:
    _ = pen._
    if merit is None:
        return _("n/d")
    value = _.number(merit.value, 2, fixed=merit.origin is Origin.COVERAGE)
    if merit.origin != Origin.RATERS or merit.spread is None:
        return value
    width = _.number(merit.spread.width, 2, fixed=False)
    return f"{value} ({width})" + ("*" if merit.spread.is_disputed else "")


def _questions_grid(pen: Pen, material: Material) -> Grid:
    _ = pen._
    rows = tuple(
        Row(
            (
                titled(by),
                by.question,
                _("Coverage of the diamond") if by.is_coverage else _("Raters"),
            )
        )
        for by in criteria(material.snapshot)
    )
    columns = (Column(_("Criterion")), Column(_("Question")), Column(_("Scored by")))
    return Grid(columns, rows, _("What each criterion asks"))


def _verdict(pen: Pen, found: Robustness) -> str:
    _ = pen._
    first = titled(found.first)
    told = _(
        "{option} comes first by the mean of both axes, and in {share} of all sets of weights."
    ).format(option=first, share=_.percent(found.printed[0]))
    turned = (
        _("No change of a single weight puts another option first.")
        if not found.turned
        else _("These changes of a single weight put another option first.")
    )
    parts = [told, turned]
    if found.left_out:
        parts.append(left_out(found).text(_))
    return " ".join(parts)


def _turned_grid(pen: Pen, found: Robustness) -> Grid:
    _ = pen._
    columns = (Column(_("Criterion")), Column(_("Weight"), True), Column(_("Comes first")))
    rows = tuple(
        Row(
            (
                titled(one.criterion),
                _.percent(one.change),
                titled(one.order[0]),
            )
        )
        for one in found.turned
    )
    return Grid(columns, rows, _("Weights that put another option first"))
