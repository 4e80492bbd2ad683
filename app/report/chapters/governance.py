"""Section 13: model, roles, organs with names, rules with their votes, agreements and money."""

from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from app.report.chapters.opening import close_section, open_section, own_source
from app.report.chapters.process import facts
from app.report.graph import Figure, Series, Shape
from app.report.material import Material
from app.report.organ_shapes import draw_organs
from app.report.pen import Pen
from app.report.records import Extra, record_grid
from app.report.table import Column, Grid, Row
from methodology.governance import (
    Agreement,
    Fund,
    Governance,
    GovernanceRole,
    GovernanceRule,
    OperatingCost,
    Organ,
    OrganMember,
    Part,
    Seat,
)
from methodology.mapping import Contact
from methodology.organs import (
    IS_NOT,
    OperatingYear,
    operating_years,
    organ_tree,
    rule_votes,
    seated,
    votes_words,
)
from methodology.plan import Section
from methodology.record import Kind, attribute, fields

ITEM = ("name", "part", "fund", "payer")  # what tells items of the operating budget apart
BEGINNINGS = (Governance, GovernanceRole, Organ, GovernanceRule, Agreement, OperatingCost)


def governance(pen: Pen, material: Material) -> None:
    """Write the section on governance."""
    _ = pen._
    begun = any(material.rows(cls) for cls in BEGINNINGS)
    subheading = open_section(pen, material, Section.GOVERNANCE, new_page=begun)
    if model := material.snapshot.one(Governance):
        subheading(_(Governance.title))
        _model(pen, material, model)
    if material.rows(GovernanceRole):
        subheading(_(GovernanceRole.title))
        pen.table(
            record_grid(material, GovernanceRole, columns=("role", "actors")), own_source(pen)
        )
    if material.rows(Organ):
        subheading(_(Organ.title))
        _organs(pen, material)
    if material.rows(GovernanceRule):
        subheading(_(GovernanceRule.title))
        _rules(pen, material)
    if material.rows(Agreement):
        subheading(_(Agreement.title))
        columns = ("name", "parties", "signed_on", "valid_until")
        pen.table(record_grid(material, Agreement, columns=columns), own_source(pen))
    if material.rows(OperatingCost):
        subheading(_(OperatingCost.title))
        _budget(pen, material)
    close_section(pen, material, Section.GOVERNANCE, subheading)


def _model(pen: Pen, material: Material, model: Governance) -> None:
    _ = pen._
    facts(pen, material, model, _(Governance.title))
    for one in fields(Governance):
        words = getattr(model, one.name)
        if one.kind is Kind.LONG_TEXT and one.name != "is_not" and words:
            pen.heading(3, _(one.label))
            pen.text(words)
    pen.heading(3, _("What governance is not"))
    pen.bullets(_(line) for line in IS_NOT)
    pen.text(model.is_not)


def _organs(pen: Pen, material: Material) -> None:
    _ = pen._
    nodes = organ_tree(material.snapshot)
    figure, table = pen.label("Figure"), pen.label("Table")
    pen.sentence(
        _("{figure} shows the organs and {table} who sits in them; persons by their consent."),
        figure=figure,
        table=table,
    )
    votes = {node.organ.id: node.votes for node in nodes}
    counted = Extra(
        Column(_("Members with a vote"), True),
        lambda organ: _.number(votes[organ.id]) if votes[organ.id] else "",
    )
    grid = record_grid(
        material,
        Organ,
        columns=("name", "kind", "rhythm", "term", "reports_to"),
        extra=[counted],
        rows=[node.organ for node in nodes],
        leaving=("members",),
    )
    pen.table(grid, own_source(pen), table)
    chairs = {
        row.organ: seated(material.snapshot, row, named=False)
        for row in material.snapshot.all(OrganMember)
        if row.seat == Seat.CHAIR
    }
    pen.caption(figure, _("Organ chart"))
    draw_organs(pen, nodes, chairs)
    pen.source(own_source(pen))
    _members(pen, material, [member for node in nodes for member in node.members])


def _members(pen: Pen, material: Material, members: Sequence[OrganMember]) -> None:
    _ = pen._
    grid = record_grid(
        material,
        OrganMember,
        columns=("organ", "actor", "seat", "since"),
        extra=[Extra(Column(_("Person")), lambda member: _person(material, member))],
        rows=members,
        leaving=("person",),
    )
    pen.table(grid, own_source(pen))


def _person(material: Material, member: OrganMember) -> str:
    """Name a person without the organisation, which the row has already; nobody unasked."""
    person = material.snapshot.get(Contact, member.person)
    return person.name if person and person.consent else ""


def _rules(pen: Pen, material: Material) -> None:
    _ = pen._
    votes = {one.rule.id: one for one in rule_votes(material.snapshot)}
    table = pen.label("Table")
    pen.sentence(
        _("{table} gives each rule, with the votes it asks for when every member is there."),
        table=table,
    )

    def asked(rule: GovernanceRule) -> str:
        found = votes.get(rule.id)
        return votes_words(found).text(_) if found else ""

    columns = ("name", "kind", "organ", "majority", "counted", "adopted_on")
    extra = [Extra(Column(_("Votes needed")), asked)]
    source = own_source(pen)
    if used := dict.fromkeys(one.majority for one in votes.values()):
        words = "; ".join(f"{_(one.label)}: {one.formula}" for one in used)
        told = _("n is the number of those counted. {formulas}.").format(formulas=words)
        source = f"{source} {told}"
    grid = record_grid(material, GovernanceRule, columns=columns, extra=extra)
    pen.table(grid, source, table)


def _budget(pen: Pen, material: Material) -> None:
    _ = pen._
    years = operating_years(material.snapshot)
    figure, table = pen.label("Figure"), pen.label("Table")
    pen.sentence(
        _("{table} gives the money of three years by source and {figure} draws it."),
        table=table,
        figure=figure,
    )
    pen.table(_years_grid(pen, material, years), own_source(pen), table)
    pen.chart(
        Figure(
            Shape.STACKED,
            [_("Year {number}").format(number=year.year) for year in years],
            _fund_series(pen, years),
            axis_title=_.currency_sign,
            has_axis=True,
        ),
        _("Operating budget by source of the money"),
        own_source(pen),
        height=6.5,
        label=figure,
    )
    pen.table(_items_grid(pen, material, years), own_source(pen))


def _items_grid(pen: Pen, material: Material, years: tuple[OperatingYear, ...]) -> Grid:
    """Return each item with what one payer gives of one kind of money, year beside year."""
    _, say = pen._, material.speaker
    found: dict[tuple[str, Part, Fund, UUID | None], Counter[int]] = {}
    for cost in material.snapshot.all(OperatingCost):
        key = (cost.name, cost.part, cost.fund, cost.payer)
        found.setdefault(key, Counter())[cost.year] += cost.amount
    columns = (
        *(Column(_(attribute(OperatingCost, one).label)) for one in ITEM),
        *_year_columns(pen, years),
    )
    rows = tuple(
        Row(
            (
                name,
                _(part.label),
                _(fund.label),
                say.name(payer),
                *(say.money(amounts[one.year]) if amounts[one.year] else "–" for one in years),
            )
        )
        for (name, part, fund, payer), amounts in found.items()
    )
    return Grid(columns, rows, _("Operating budget, item by item"))


def _year_columns(pen: Pen, years: tuple[OperatingYear, ...]) -> list[Column]:
    words = pen._("Year {number}")
    return [Column(words.format(number=one.year), True) for one in years]


def _fund_series(pen: Pen, years: tuple[OperatingYear, ...]) -> list[Series]:
    _ = pen._
    found = []
    for place, fund in enumerate(Fund):
        amounts = [year.by_fund.get(fund) for year in years]
        if any(amounts):
            values = [float(_.major(amount)) if amount else None for amount in amounts]
            found.append(Series(_(fund.label), values, place))
    return found


def _years_grid(pen: Pen, material: Material, years: tuple[OperatingYear, ...]) -> Grid:
    _, money = pen._, material.speaker.money
    rows = [
        Row((_(fund.label), *(money(year.by_fund.get(fund, 0)) for year in years)))
        for fund in Fund
        if any(fund in year.by_fund for year in years)
    ]
    rows.append(Row((_("Total"), *(money(year.total) for year in years)), is_total=True))
    rows += [
        Row(
            (
                _("of it {part}").format(part=_(part.label)),
                *(money(year.by_part.get(part, 0)) for year in years),
            )
        )
        for part in Part
        if any(part in year.by_part for year in years)
    ]
    shares = (
        _("n/d") if year.public_share is None else _.percent(year.public_share) for year in years
    )
    rows.append(Row((_("Public share"), *shares)))
    columns = (Column(_("Source of the money")), *_year_columns(pen, years))
    return Grid(columns, tuple(rows), _("Operating budget of three years"))
