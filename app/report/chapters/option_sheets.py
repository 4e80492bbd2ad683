"""The options of the plan: their comparison by purchase factors, and one sheet each."""

from app.report.chapters.opening import own_source
from app.report.material import Material
from app.report.pen import Pen
from app.report.table import Column, Grid, Row
from methodology.code_order import code_order
from methodology.option_pairs import LEAST_DIFFERENCES, to_merge
from methodology.option_profiles import profile
from methodology.options import StrategicOption
from methodology.record import fields
from methodology.scale import PERFORMANCE

TITLE = ("code", "name")  # of the sheet, and so not repeated in it
MARK = "●"


def comparison(pen: Pen, material: Material) -> None:
    """Write which factors each option wants to win on, and which options are too alike."""
    _, found = pen._, profile(material.snapshot)
    columns = (
        Column(_("Buyer segment")),
        Column(_("Purchase-decision factor")),
        *(Column(one.code or one.name) for one in found.options),
    )
    rows = tuple(
        Row(
            (
                segment.name if segment else "",
                f"{factor.code} {factor.name}".strip(),
                *(
                    _mark(factor.id in one.purchase_factors, found.targets.get((one.id, factor.id)))
                    for one in found.options
                ),
            )
        )
        for segment, factors in found.segments
        for factor in factors
    )
    grid = Grid(columns, rows, _("Options against the purchase-decision factors"))
    pen.table(
        grid,
        own_source(pen)
        + " "
        + _(
            "{mark}: the option wants to win on it; the number is the performance it aims at, "
            "from {least} to {most}."
        ).format(mark=MARK, least=PERFORMANCE.least, most=PERFORMANCE.most),
    )
    for pair in to_merge(material.snapshot):
        told = _("{one} and {other} differ in {count} purchase factors; {least} are needed.")
        pen.text(
            told.format(
                one=pair.one.name,
                other=pair.other.name,
                count=_.number(len(pair.factors)),
                least=LEAST_DIFFERENCES,
            )
        )


def sheets(pen: Pen, material: Material) -> None:
    """Write the sheet of each option: everything that was said about it."""
    _ = pen._
    share = pen.room // 3
    for one in sorted(material.snapshot.all(StrategicOption), key=code_order):
        title = f"{one.code} {one.name}".strip()
        pen.heading(3, title)
        told = [each for each in fields(StrategicOption) if each.name not in TITLE]
        rows = tuple(
            Row((_(each.label), words)) for each, words in material.speaker.told(one, told)
        )
        grid = Grid(
            (Column(_("Item")), Column(_("Content"))),
            rows,
            _("Sheet of option {option}").format(option=title),
            widths=(share, pen.room - share),
        )
        pen.table(grid, own_source(pen))


def _mark(is_listed: bool, target: int | None) -> str:
    return " ".join(part for part in (MARK if is_listed else "", str(target or "")) if part)
