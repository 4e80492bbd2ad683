"""Section 5: trends, the five forces today and at the horizon, challenges."""

from decimal import Decimal

from app.report.chapters.opening import close_section, open_section, own_source
from app.report.force_shapes import draw_forces
from app.report.material import Material
from app.report.pen import Pen
from app.report.records import record_grid
from app.report.table import Column, Grid, Row
from methodology.attractiveness import FactorReading, ForceReading, Outlook, outlook
from methodology.forces import (
    Business,
    Challenge,
    ForceEvidence,
    ForceFactor,
    ForceWeight,
    Trend,
)
from methodology.panel import Opinion
from methodology.plan import Section
from methodology.raters import Side
from methodology.sources_of_challenges import forces_source, scale_line

BEGINNINGS = (Business, Trend, ForceWeight, ForceFactor, ForceEvidence, Challenge)


def business(pen: Pen, material: Material) -> None:
    """Write the section on the business and its evolution."""
    _ = pen._
    begun = any(material.rows(cls) for cls in BEGINNINGS)
    subheading = open_section(pen, material, Section.BUSINESS, new_page=begun)
    if material.rows(Trend):
        subheading(_("Trends"))
        source = f"{own_source(pen)} {_('Evidence as stated for each trend.')}"
        columns = ("code", "statement", "driver", "horizon")
        pen.table(record_grid(material, Trend, columns=columns), source)
    if material.rows(Business) or material.rows(ForceFactor) or material.rows(ForceWeight):
        subheading(_("Five forces, today and at the horizon"))
        _forces(pen, material)
    if material.rows(ForceFactor):
        subheading(_("Sub-factors of the forces"))
        pen.table(_factor_grid(pen, outlook(material.snapshot)), _factor_note(pen, material))
    if material.rows(ForceEvidence):
        subheading(_("Evidence"))
        pen.table(record_grid(material, ForceEvidence), _("as stated in each row."))
    if material.rows(Challenge):
        subheading(_("Challenges"))
        columns = ("code", "statement", "validated_on", "validated_in")
        pen.table(record_grid(material, Challenge, columns=columns), own_source(pen))
    close_section(pen, material, Section.BUSINESS, subheading)


def dates(pen: Pen, found: Outlook) -> tuple[str, str]:
    """Return what the two dates are called: their years, else words."""
    _ = pen._
    return str(found.year or _("Today")), str(found.horizon or _("Horizon"))


def attractiveness_line(pen: Pen, found: Outlook) -> str:
    """Return in one sentence how attractive the business is and where that goes."""
    _ = pen._
    if found.today is None or found.later is None or found.change is None:
        return ""
    now, then = dates(pen, found)
    return _(
        "The attractiveness of the business goes from {today} ({now}) to {later} ({then}): "
        "{change} on a scale from 1 (least) to 5 (most attractive)."
    ).format(
        today=_.number(found.today, 1),
        now=now,
        later=_.number(found.later, 1),
        then=then,
        change=_.change(found.today, found.later, 1),
    )


def _forces(pen: Pen, material: Material) -> None:
    _, found = pen._, outlook(material.snapshot)
    about = material.snapshot.one(Business)
    pen.text(about.what if about else "")
    pen.text(attractiveness_line(pen, found))
    source = f"{own_source(pen)} {forces_source(material.snapshot, _)}"
    if found.is_begun:
        pen.caption(pen.label("Figure"), _("Five forces, today and at the horizon"))
        draw_forces(pen, found, dates(pen, found))
        pen.source(source)
    if found.is_begun or material.rows(ForceWeight):
        pen.table(
            _force_grid(pen, material, found), f"{own_source(pen)} {_formula(pen)} {scale_line(_)}"
        )


def _formula(pen: Pen) -> str:
    _ = pen._
    return _("Force = Σ w·p of its sub-factors; attractiveness = 6 − pressure of all forces.")


def _force_grid(pen: Pen, material: Material, found: Outlook) -> Grid:
    _ = pen._
    now, then = dates(pen, found)
    columns = (
        Column(_("Force")),
        Column(_("Weight"), True),
        Column(now, True),
        Column(then, True),
        Column(_("Change"), True),
    )
    reasons = {one.force: one.reason for one in material.snapshot.all(ForceWeight)}
    rows = [_force_row(pen, one, reasons.get(one.force, "")) for one in found.forces]
    for name, today, later in (
        (_("Pressure of all forces"), found.pressure_today, found.pressure_later),
        (_("Attractiveness"), found.today, found.later),
    ):
        values = (_value(pen, today), _value(pen, later), _moved(pen, today, later))
        rows.append(Row((name, "", *values), is_total=True))
    return Grid(columns, tuple(rows), _("Pressure of the five forces"))


def _force_row(pen: Pen, one: ForceReading, reason: str) -> Row:
    _ = pen._
    cells = (
        _(one.force.label),
        _.number(one.weight, 2, fixed=False),
        _value(pen, one.today),
        _value(pen, one.later),
        _moved(pen, one.today, one.later),
    )
    return Row(cells, ((_("Reason"), reason),) if reason else ())


def _factor_grid(pen: Pen, found: Outlook) -> Grid:
    _ = pen._
    now, then = dates(pen, found)
    columns = (
        Column(_("Code")),
        Column(_("Sub-factor")),
        Column(now, True),
        Column(_("IQR"), True),
        Column(then, True),
        Column(_("IQR"), True),
        Column(_("Experts"), is_unbroken=True),
        Column(_("Verdict")),
    )
    rows = []
    for force in found.forces:
        if force.factors:
            rows.append(Row(("", _(force.force.label), *("",) * 6), is_total=True))
        rows += [_factor_row(pen, one) for one in force.factors]
    return Grid(columns, tuple(rows), _("Sub-factors of the forces"))


def _factor_row(pen: Pen, one: FactorReading) -> Row:
    _, weight = pen._, one.factor.weight
    cells = (
        one.factor.code,
        one.factor.name,
        stated(pen, one.today),
        _range(pen, one.today),
        stated(pen, one.later),
        _range(pen, one.later),
        _experts(pen, one.today, one.later),
        _("Discuss") if one.is_disputed else "",
    )
    said = ((_("Weight"), _.number(weight, 2, fixed=False)),) if weight != 1 else ()
    return Row(cells, said)


def _factor_note(pen: Pen, material: Material) -> str:
    _ = pen._
    found = outlook(material.snapshot).factors
    is_open = any(one.is_provisional for by in found for one in (by.today, by.later))
    note = (
        _("Discuss: interquartile range above 1, by linear quartiles. * median not yet adopted.")
        if is_open
        else _("Discuss: interquartile range above 1, by linear quartiles.")
    )
    return f"{own_source(pen)} {forces_source(material.snapshot, _)} {note}"


def stated(pen: Pen, opinion: Opinion) -> str:
    """Return a value with a star while it is a median that nobody has adopted."""
    if opinion.value is None:
        return pen.pending_word
    return pen._.number(opinion.value, 2, fixed=False) + ("*" if opinion.is_provisional else "")


def _range(pen: Pen, opinion: Opinion) -> str:
    return "" if opinion.spread is None else pen._.number(opinion.spread.width, 2, fixed=False)


def _experts(pen: Pen, *opinions: Opinion) -> str:
    """Return the experts' medians of both dates, beside the firms' and apart from them."""
    found = [one.sides.get(Side.EXPERT) for one in opinions]
    if not any(found):
        return ""
    said = (pen._.number(one.median, 2, fixed=False) if one else "–" for one in found)
    return " → ".join(said)


def _value(pen: Pen, value: Decimal | None) -> str:
    return pen.pending_word if value is None else pen._.number(value, 1)


def _moved(pen: Pen, today: Decimal | None, later: Decimal | None) -> str:
    return "" if today is None or later is None else pen._.change(today, later, 1)
