"""Section 2: which cluster, from the statistical sector to the segment, who is in and out."""

from app.report.chapters.opening import close_section, open_section, own_source
from app.report.chapters.process import facts
from app.report.chapters.selection import has_selection, selection_tables
from app.report.material import Material
from app.report.pen import Pen
from app.report.records import Extra, record_grid
from app.report.table import Column, Grid, Row
from methodology.code_order import code_order, titled
from methodology.mapping import Actor, Inclusion
from methodology.options import StrategicOption
from methodology.plan import Section
from methodology.record import Kind, attribute, fields
from methodology.scope import Scope, Segment
from methodology.segments import TESTS, outcome
from methodology.shares import WHOLE, largest_remainder


def scope(pen: Pen, material: Material) -> None:
    """Write the section on the scope of intervention."""
    _ = pen._
    statement = material.snapshot.one(Scope)
    begun = bool(
        statement or material.rows(Actor) or material.rows(Segment) or has_selection(material)
    )
    subheading = open_section(pen, material, Section.SCOPE, new_page=begun)
    if has_selection(material):
        subheading(_("Selection of the cluster"))
        selection_tables(pen, material)
    if statement:
        subheading(_("Scope statement"))
        _statement(pen, material, statement)
    if material.snapshot.all(Actor):
        subheading(_("Who is inside"))
        _inclusion(pen, material)
    if material.rows(Segment):
        subheading(_("Candidate segments"))
        _segments(pen, material)
    close_section(pen, material, Section.SCOPE, subheading)


def _statement(pen: Pen, material: Material, statement: Scope) -> None:
    _ = pen._
    if statement.statement:
        pen.text(statement.statement, "Quote")
    options = sorted(material.snapshot.all(StrategicOption), key=code_order)
    named = [f"{titled(one)} ({_(one.status.label)})" for one in options]
    title = _("From sector to options") if named else _("From sector to segment")
    more = [(_(StrategicOption.title), "; ".join(named))] if named else []
    facts(pen, material, statement, title, more=more)
    for one in fields(Scope):
        words = material.speaker.say(statement, one)
        if one.kind is Kind.LONG_TEXT and one.name != "statement" and words:
            pen.heading(3, _(one.label))
            pen.text(words)


def _inclusion(pen: Pen, material: Material) -> None:
    _ = pen._
    flags = [actor.inclusion for actor in material.snapshot.all(Actor)]
    counts = {_(flag.label): flags.count(flag) for flag in Inclusion}
    if None in flags:
        counts[_("Not decided yet")] = flags.count(None)
    percents = largest_remainder([*counts.values()])
    rows = [
        Row((name, _.number(count), _.percent(percent / WHOLE)))
        for (name, count), percent in zip(counts.items(), percents, strict=True)
    ]
    rows.append(Row((_("Total"), _.number(len(flags)), _.percent(1)), is_total=True))
    columns = (
        Column(_(attribute(Actor, "inclusion").label)),
        Column(_("Actors"), True),
        Column(_("Share"), True),
    )
    pen.table(Grid(columns, tuple(rows), _("Actors by the rule for inclusion")), own_source(pen))


def _segments(pen: Pen, material: Material) -> None:
    _ = pen._
    label = pen.label("Table")
    pen.sentence(
        _("{table} shows the candidate segments; a segment passes with four times yes."),
        table=label,
    )
    result = Extra(Column(_("Outcome")), lambda segment: _(outcome(segment).label))
    columns = ("name", *TESTS, "verdict")
    pen.table(
        record_grid(material, Segment, columns=columns, extra=[result]), own_source(pen), label
    )
