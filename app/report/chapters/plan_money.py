"""The money of the plan: by line, year and orientation, who pays, and what public money brings."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from app.report.chapters.opening import Subheading
from app.report.graph import Figure, Series, Shape
from app.report.material import Material
from app.report.pen import Pen
from app.report.table import Column, Grid, Row
from methodology.code_order import titled
from methodology.cofinancing import (
    ProjectMoney,
    by_typology,
    estimated,
    money,
    rate_of,
    together,
)
from methodology.plan_rules import rules_of
from methodology.portfolio import by_year, line_money, mix, projects
from methodology.project_sheet import MoneySource


def money_pages(pen: Pen, material: Material, subheading: Subheading) -> None:
    """Write the budget by line, year and source, co-financing, and the money by orientation."""
    _, snapshot = pen._, material.snapshot
    if not together(money(snapshot)).total:
        return
    subheading(_("Budget and co-financing"))
    _by_line(pen, material)
    if by_year(snapshot):
        _by_year(pen, material)
    _cofinancing(pen, material)
    subheading(_("Money by orientation"))
    _orientation(pen, material)


def money_source(pen: Pen) -> str:
    """Return the source line of what is added up from the budgets."""
    _ = pen._
    return _("budgets of the project sheets; estimates where there is no budget yet.")


def _by_line(pen: Pen, material: Material) -> None:
    _ = pen._
    rows = [
        (
            titled(one.line) if one.line else _("For all lines"),
            {source: one.paid(source) for source in MoneySource},
        )
        for one in line_money(material.snapshot)
    ]
    grid = _source_grid(pen, _("Action line"), rows, _("Budget by line and source"))
    pen.table(grid, money_source(pen))


def _by_year(pen: Pen, material: Material) -> None:
    _, found = pen._, by_year(material.snapshot)
    series = [
        Series(
            _(source.label),
            [float(_.major(one.amounts[source])) or None for one in found],
            place,
        )
        for place, source in enumerate(MoneySource)
    ]
    source = _year_source(pen, material)
    pen.chart(
        Figure(
            Shape.STACKED,
            [str(one.year) for one in found],
            [one for one in series if any(one.values)],
            axis_title=_.currency_sign,
            has_axis=True,
        ),
        _("Budget by year and source"),
        source,
        height=2.5 + 1.1 * len(found),
    )
    rows = [(str(one.year), one.amounts) for one in found]
    pen.table(_source_grid(pen, _("Year"), rows, _("Budget by year and source")), source)


def _year_source(pen: Pen, material: Material) -> str:
    _, left_out = pen._, estimated(material.snapshot)
    if not left_out:
        return _("budgets of the project sheets.")
    return _(
        "budgets of the project sheets; estimates, which have no years yet, are not counted: "
        "{amount}."
    ).format(amount=_.money(left_out))


def _source_grid(
    pen: Pen, head: str, rows: Sequence[tuple[str, Mapping[MoneySource, int]]], name: str
) -> Grid:
    _ = pen._
    columns = (
        Column(head),
        *(Column(_(source.label), True) for source in MoneySource),
        Column(_("Total"), True),
    )
    sums = {source: sum(amounts[source] for _name, amounts in rows) for source in MoneySource}
    return Grid(
        columns,
        (
            *(Row(_money_cells(pen, called, amounts)) for called, amounts in rows),
            Row(_money_cells(pen, _("Total"), sums), is_total=True),
        ),
        name,
    )


def _money_cells(pen: Pen, called: str, amounts: Mapping[MoneySource, int]) -> tuple[str, ...]:
    _ = pen._
    each = (_.money(amounts[source]) for source in MoneySource)
    return (called, *each, _.money(sum(amounts.values())))


def _cofinancing(pen: Pen, material: Material) -> None:
    _, snapshot = pen._, material.snapshot
    rows = {row.project.id: row for row in money(snapshot)}
    whole, most = together(rows.values()), by_typology(snapshot)
    label = pen.label("Table")
    pen.sentence(
        _(
            "{table} sets what each project asks of the public side against the share of its "
            "typology. For each {unit} of public money, firms and others bring {leverage}; at the "
            "full share of each typology the public side would pay {most}."
        ),
        table=label,
        unit=_.amount(Decimal(1)),
        leverage=_("n/d") if whole.leverage is None else _.amount(Decimal(str(whole.leverage)), 2),
        most=_.money(most.public),
    )
    columns = (
        Column(_("Code"), is_unbroken=True),
        Column(_("Project")),
        Column(_("Typology")),
        Column(_("Total"), True),
        Column(_("Public"), True),
        Column(_("Public part"), True),
        Column(_("Share of the typology"), True),
    )
    grid = Grid(
        columns,
        tuple(_cofinanced(pen, material, rows[one.id]) for one in projects(snapshot)),
        _("Co-financing of the projects"),
    )
    pen.table(grid, money_source(pen), label)


def _cofinanced(pen: Pen, material: Material, row: ProjectMoney) -> Row:
    _, project = pen._, row.project
    rate = rate_of(project, rules_of(material.snapshot))
    return Row(
        (
            project.code,
            project.name,
            _(project.typology.label) if project.typology else material.pending,
            _.money(row.total),
            _.money(row.public),
            _.percent(row.public / row.total) if row.total else _("n/d"),
            _("n/d") if rate is None else _.percent(rate / 100),
        )
    )


def _orientation(pen: Pen, material: Material) -> None:
    _, found = pen._, mix(material.snapshot)
    parts = [*reversed(found.slices)]
    names = [_(one.orientation.label) if one.orientation else _("Not stated") for one in parts]
    source = _("{source} Percentages by largest remainder; HHI of the mix: {hhi}.").format(
        source=money_source(pen), hhi=_.number_if_known(found.hhi)
    )
    pen.chart(
        Figure(
            Shape.DOUGHNUT,
            names,
            [Series(_("Amount"), [float(_.major(one.amount)) for one in parts])],
            share_format=_.percent_format,
            percents=[one.percent for one in parts],
        ),
        _("Money by orientation"),
        source,
        height=8,
    )
    columns = (
        Column(_("Orientation")),
        Column(_("Amount"), True),
        Column(_("Exact share"), True),
        Column(_("Percent"), True),
    )
    rows = tuple(
        Row((name, _.money(one.amount), _.percent(one.share, 1), _.percent(one.percent / 100)))
        for name, one in zip(names, parts, strict=True)
    )
    total = sum(one.percent for one in parts)
    last = Row(
        (_("Total"), _.money(found.total), _.percent(1, 1), _.percent(total / 100)), is_total=True
    )
    pen.table(Grid(columns, (*rows, last), _("Amounts by orientation")), source)
