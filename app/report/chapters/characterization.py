"""Section 4: the size and profile that give the cluster a public identity."""

from collections.abc import Sequence
from decimal import Decimal

from app.report.chapters.opening import close_section, open_section, own_source
from app.report.graph import Figure, Series, Shape
from app.report.material import Material
from app.report.pen import Pen
from app.report.records import record_grid
from app.report.table import Column, Grid, Row
from methodology.characterization import Indicator, Perimeter, ReferenceCluster, Statistic
from methodology.concentration import MOST_CONCENTRATED
from methodology.firms import Concentration, Ratio, concentrations, firms, ratios
from methodology.plan import Section
from methodology.profile import (
    LinkTable,
    comparisons,
    headlines,
    link_tables,
    tyings,
    wider_shares,
)
from methodology.sizes import Pyramid, pyramid
from methodology.snapshot import Snapshot


def characterization(pen: Pen, material: Material) -> None:
    """Write the section on the profile of the cluster."""
    _ = pen._
    begun = bool(material.rows(Statistic) or firms(material.snapshot))
    subheading = open_section(pen, material, Section.CHARACTERIZATION, new_page=begun)
    if headlines(material.snapshot):
        subheading(_("The cluster in figures"))
        _headlines(pen, material)
    if link_tables(material.snapshot):
        subheading(_("By link of the chain"))
        _links(pen, material)
    if _says_sizes(material.snapshot):
        subheading(_("Size of the firms"))
        _firms(pen, material)
    if material.rows(ReferenceCluster):
        subheading(_("Reference clusters"))
        _references(pen, material)
    if material.rows(Statistic):
        subheading(_("All figures with their sources"))
        _statistics(pen, material)
    close_section(pen, material, Section.CHARACTERIZATION, subheading)


def _says_sizes(snapshot: Snapshot) -> bool:
    """Say whether any firm has said what its size is read from."""
    known = pyramid(firms(snapshot)).firms
    return bool(known or ratios(snapshot) or concentrations(snapshot))


def figures_source(pen: Pen) -> str:
    """Return the source line of tables made from the figures of the cluster."""
    _ = pen._
    return _("each figure's own, in the table of all figures of this section.")


def headline_grid(pen: Pen, material: Material, most: int | None = None) -> Grid:
    """Return the latest total of each indicator, the first `most` of them."""
    _ = pen._
    columns = (
        Column(_("Indicator")),
        Column(_("Value"), True),
        Column(_("Year")),
        Column(_("Quality")),
        Column(_("Yearly growth"), True),
        Column(_("Source")),
    )
    rows = tuple(
        Row(
            (
                _(one.statistic.indicator.label),
                material.speaker.figure(one.statistic),
                str(one.statistic.year),
                _(one.statistic.quality.label),
                _growth(pen, one.growth, one.since),
                one.statistic.source or material.pending,
            )
        )
        for one in headlines(material.snapshot)[:most]
    )
    return Grid(columns, rows, _("Main figures of the cluster"))


def _growth(pen: Pen, growth: float | None, since: int | None) -> str:
    _ = pen._
    if growth is None:
        return ""
    return _("{rate} since {year}").format(rate=_.percent(growth, 1), year=since)


def _headlines(pen: Pen, material: Material) -> None:
    _ = pen._
    source = figures_source(pen)
    pen.table(headline_grid(pen, material), source)
    rows = tuple(
        Row(
            (
                _(one.indicator.label),
                _(one.perimeter.label),
                str(one.year),
                _.percent(one.share, 2),
            )
        )
        for one in wider_shares(material.snapshot)
    )
    columns = (
        Column(_("Indicator")),
        Column(_("Of what")),
        Column(_("Year")),
        Column(_("Share of the cluster"), True),
    )
    pen.table(Grid(columns, rows, _("Weight of the cluster")), source)


def _links(pen: Pen, material: Material) -> None:
    _, quantity = pen._, material.speaker.quantity
    for table in link_tables(material.snapshot):
        title = _("{indicator} by link, {year}").format(
            indicator=_(table.indicator.label), year=table.year
        )
        if table.indicator.is_money:
            title = f"{title} ({_.currency_sign})"
        pen.chart(
            _link_figure(pen, table),
            title,
            figures_source(pen),
            height=1.5 + 0.8 * len(table.rows),
        )
    rows = tuple(
        Row(
            (
                _(one.indicator.label),
                str(one.year),
                quantity(one.indicator, one.parts),
                "" if one.total is None else quantity(one.indicator, one.total),
                _("Yes") if one.ties else _("No"),
            )
        )
        for one in tyings(material.snapshot)
    )
    columns = (
        Column(_("Indicator")),
        Column(_("Year")),
        Column(_("Sum of the links"), True),
        Column(_("Total"), True),
        Column(_("Do they agree?")),
    )
    pen.table(Grid(columns, rows, _("Parts and totals")), figures_source(pen))


def _link_figure(pen: Pen, table: LinkTable) -> Figure:
    values = [float(row.value) for row in table.rows]
    return Figure(
        Shape.BARS,
        [row.link.name for row in table.rows],
        [Series(pen._(table.indicator.label), values)],
    )


def _firms(pen: Pen, material: Material) -> None:
    _ = pen._
    found = pyramid(firms(material.snapshot))
    pen.chart(
        _size_figure(pen, found),
        _("Firms by size"),
        own_source(pen)
        + " "
        + _("Classes by employees; firms that have not said theirs: {count}.").format(
            count=_.number(found.unknown)
        ),
        height=5.5,
    )
    pen.table(_size_grid(pen, found), own_source(pen))
    pen.table(_ratio_grid(pen, material), _ratio_note(pen))
    pen.table(
        _concentration_grid(pen, concentrations(material.snapshot)),
        _(
            "the firms' own data. HHI from 0 to {most}; Gini from 0 (equal) to 1, not corrected "
            "for few firms."
        ).format(
            most=_.number(MOST_CONCENTRATED),
        ),
    )


def _size_names(pen: Pen, found: Pyramid) -> list[str]:
    _ = pen._
    return [
        f"{_(band.size.label)} ({band.size.least}–{band.size.most})"
        if band.size.most is not None
        else f"{_(band.size.label)} ({band.size.least}+)"
        for band in reversed(found.bands)
    ]


def _size_figure(pen: Pen, found: Pyramid) -> Figure:
    firms_in = [band.firms for band in reversed(found.bands)]
    return Figure(Shape.BARS, _size_names(pen, found), [Series(pen._("Firms"), firms_in)])


def _size_grid(pen: Pen, found: Pyramid) -> Grid:
    _ = pen._
    columns = (Column(_("Size")), Column(_("Firms"), True), Column(_("Employees"), True))
    rows = tuple(
        Row((name, _.number(band.firms), _.number(band.employees)))
        for name, band in zip(_size_names(pen, found), reversed(found.bands), strict=True)
        if found.firms
    )
    return Grid(columns, rows, _("Firms and employees by size"))


def _ratio_grid(pen: Pen, material: Material) -> Grid:
    _ = pen._
    columns = (
        Column(_("Ratio")),
        Column(_("From the totals"), True),
        Column(_("Mean of the firms"), True),
        Column(_("Median of the firms"), True),
        Column(_("Firms"), True),
    )
    rows = tuple(
        Row(
            (
                _(one.label),
                *(_ratio(pen, value, one) for value in (one.overall, one.mean, one.median)),
                _.number(one.firms),
            )
        )
        for one in ratios(material.snapshot)
    )
    return Grid(columns, rows, _("Size and productivity"))


def _ratio(pen: Pen, value: float | None, ratio: Ratio) -> str:
    _ = pen._
    if value is None:
        return _("n/d")
    if ratio.is_share:
        return _.percent(value, 1)
    if ratio.is_money:
        return _.amount(Decimal(str(value)))
    return _.number(value, 2)


def _ratio_note(pen: Pen) -> str:
    _ = pen._
    return _(
        "totals of the cluster and the firms' own data. A few large firms can pull the mean up: "
        "the median is that of the firm in the middle."
    )


def _concentration_grid(pen: Pen, found: Sequence[Concentration]) -> Grid:
    _ = pen._
    tops = sorted({count for one in found for count, _share in one.top})
    columns = (
        Column(_("Of what")),
        Column(_("Firms"), True),
        *(Column(_("Share of the {count} largest").format(count=count), True) for count in tops),
        Column(_("HHI"), True),
        Column(_("Gini"), True),
    )
    rows = tuple(
        Row(
            (
                _(one.label),
                _.number(one.firms),
                *(
                    _.percent(dict(one.top)[count]) if count in dict(one.top) else ""
                    for count in tops
                ),
                _.number_if_known(one.hhi),
                _.number_if_known(one.gini, 2),
            )
        )
        for one in found
    )
    return Grid(columns, rows, _("Concentration"))


def _references(pen: Pen, material: Material) -> None:
    _ = pen._
    pen.table(record_grid(material, ReferenceCluster, columns=("name", "country")), own_source(pen))
    columns = (
        Column(_("Indicator")),
        Column(_("Reference cluster")),
        Column(_("Theirs"), True),
        Column(_("Year")),
        Column(_("Ours"), True),
        Column(_("Year")),
        Column(_("Ours for 1 of theirs"), True),
    )
    rows = tuple(
        Row(
            (
                _(one.indicator.label),
                one.reference.name,
                material.speaker.figure(one.theirs),
                str(one.theirs.year),
                material.speaker.figure(one.own) if one.own else material.pending,
                str(one.own.year) if one.own else "",
                "" if one.ratio is None else _.number(one.ratio, 2),
            )
        )
        for one in comparisons(material.snapshot)
    )
    grid = Grid(columns, rows, _("Comparison with reference clusters"))
    pen.table(grid, figures_source(pen))


def _statistics(pen: Pen, material: Material) -> None:
    _ = pen._
    columns = ("indicator", "perimeter", "link", "year", "value", "quality", "source")
    rows = sorted(material.snapshot.all(Statistic), key=_place)
    grid = record_grid(material, Statistic, columns=columns, rows=rows, name=_("All figures"))
    pen.table(grid, _("as stated in each row."))


def _place(statistic: Statistic) -> tuple[int, int, int, bool]:
    """Return where a figure stands among all: by indicator, perimeter, year, total first."""
    return (
        [*Indicator].index(statistic.indicator),
        [*Perimeter].index(statistic.perimeter),
        statistic.year,
        statistic.link is not None,
    )
