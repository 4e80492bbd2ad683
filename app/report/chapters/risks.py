"""Section 16: the risks of the plan, and how the cluster goes on when public funding ends."""

from app.report.chapters.opening import open_section, own_source, write_lacks
from app.report.material import Material
from app.report.pen import Pen
from app.report.records import Extra, record_grid
from app.report.table import Column, Grid, Row
from methodology.follow_up import risk_scores
from methodology.governance import Fund
from methodology.monitoring import Risk, Sustainability
from methodology.organs import operating_years
from methodology.plan import Section
from methodology.record import attribute


def risks(pen: Pen, material: Material) -> None:
    """Write the section on risks and sustainability, ending with what it still lacks."""
    _, snapshot = pen._, material.snapshot
    exit_path = snapshot.one(Sustainability)
    has_exit = bool(exit_path or operating_years(snapshot))
    begun = has_exit or bool(snapshot.all(Risk))
    subheading = open_section(pen, material, Section.RISKS, new_page=begun)
    if snapshot.all(Risk):
        subheading(_(Risk.title))
        _risks(pen, material)
    if has_exit:
        subheading(_(Sustainability.title))
        _exit(pen, material, exit_path)
    write_lacks(pen, material, Section.RISKS)


def _risks(pen: Pen, material: Material) -> None:
    _ = pen._
    found = risk_scores(material.snapshot)
    scores = {one.risk.id: _.number(one.score) if one.score else _("n/d") for one in found}
    table = pen.label("Table")
    pen.sentence(
        _("{table} gives the risks, the gravest first: likelihood by damage, from 1 to 9."),
        table=table,
    )
    extra = [Extra(Column(_("Likelihood × damage"), True), lambda row: scores[row.id])]
    columns = ("code", "name", "likelihood", "damage", "watched_by")
    pen.table(
        record_grid(material, Risk, columns=columns, extra=extra, rows=[one.risk for one in found]),
        own_source(pen),
        table,
    )


def _exit(pen: Pen, material: Material, found: Sustainability | None) -> None:
    _ = pen._
    if found:
        pen.text(found.path)
        if found.what_remains:
            pen.heading(3, _(attribute(Sustainability, "what_remains").label))
            pen.text(found.what_remains)
    rows = []
    for year in operating_years(material.snapshot):
        share = _("n/d") if year.public_share is None else _.percent(year.public_share)
        rows.append(
            Row(
                (
                    _("Year {number}").format(number=year.year),
                    material.speaker.money(year.total),
                    material.speaker.money(year.by_fund.get(Fund.PUBLIC, 0)),
                    share,
                )
            )
        )
    columns = (
        Column(_("Year of operation")),
        Column(_("Total"), True),
        Column(_("Public money"), True),
        Column(_("Public share"), True),
    )
    pen.table(Grid(columns, tuple(rows), _("Public money year by year")), own_source(pen))
    aims = [attribute(Sustainability, name) for name in ("public_share", "ends_on")]
    if found:
        pen.bullets(f"{_(one.label)}: {said}" for one, said in material.speaker.told(found, aims))
