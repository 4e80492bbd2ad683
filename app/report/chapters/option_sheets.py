"""The options of the plan: their comparison by purchase factors, and one sheet each."""

from collections.abc import Iterator

from app.report.chapters.opening import own_source
from app.report.material import Material
from app.report.pen import Pen
from app.report.table import Column, Grid, Row
from methodology.buyers import PurchaseFactor
from methodology.code_order import code_order, titled
from methodology.option_pairs import LEAST_DIFFERENCES, to_merge
from methodology.option_profiles import Profile, profile
from methodology.options import StrategicOption
from methodology.record import fields
from methodology.scale import PERFORMANCE

ELSEWHERE = ("code", "name", "rank", "points")  # in the heading, and with the vote
MARKET = ("market_size", "market_growth", "margin", "market_source")  # on one line
MARK = "●"


def comparison(pen: Pen, material: Material) -> None:
    """Write which factors each option wants to win on, and which options are too alike."""
    _, found = pen._, profile(material.snapshot)
    columns = (
        Column(_("Buyer segment")),
        Column(_("Purchase-decision factor")),
        *(Column(one.code or one.name) for one in found.options),
    )
    rows = [
        (
            segment.name if segment else "",
            titled(factor),
            *(_mark(one, factor, found) for one in found.options),
        )
        for segment, factors in found.segments
        for factor in factors
    ]
    told = [row for row in rows if any(row[2:])]
    source = (
        own_source(pen)
        + " "
        + _(
            "{mark}: the option wants to win on it; the number is the performance it aims at, "
            "from {least} to {most}."
        ).format(mark=MARK, least=PERFORMANCE.least, most=PERFORMANCE.most)
    )
    if len(told) < len(rows):
        left = _("Factors that no option has to do with are left out: {count}.")
        source += " " + left.format(count=_.number(len(rows) - len(told)))
    name = _("Options against the purchase-decision factors")
    pen.table(Grid(columns, tuple(map(Row, told)), name), source)
    for pair in to_merge(material.snapshot):
        alike = _("{one} and {other} differ in {count} purchase factors; {least} are needed.")
        pen.text(
            alike.format(
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
        title = titled(one)
        pen.heading(3, title)
        grid = Grid(
            (Column(_("Item")), Column(_("Content"))),
            tuple(_lines(pen, material, one)),
            _("Sheet of option {option}").format(option=title),
            widths=(share, pen.room - share),
        )
        pen.table(grid, own_source(pen))


def _lines(pen: Pen, material: Material, option: StrategicOption) -> Iterator[Row]:
    """Yield the filled fields of a sheet; those of the vote stand with its result."""
    _ = pen._
    told = [each for each in fields(StrategicOption) if each.name not in ELSEWHERE]
    said = {each.name: (each, words) for each, words in material.speaker.told(option, told)}
    market = [said[name] for name in MARKET if name in said]
    for name, (each, words) in said.items():
        if name == "purchase_factors":
            yield Row((_(each.label), _factors(material, option)))
        elif name not in MARKET:
            yield Row((_(each.label), words))
        elif each is market[0][0]:
            lines = [f"{_(one.label)}: {value}" for one, value in market]
            yield Row((_("Market"), "; ".join(lines)))


def _factors(material: Material, option: StrategicOption) -> str:
    """Return the factors of an option; their segments stand in a line of their own."""
    found = (material.snapshot.get(PurchaseFactor, key) for key in option.purchase_factors)
    named = sorted((one for one in found if one), key=code_order)
    return material.reader.join([titled(one) for one in named])


def _mark(option: StrategicOption, factor: PurchaseFactor, found: Profile) -> str:
    target = found.targets.get((option.id, factor.id))
    is_listed = factor.id in option.purchase_factors
    return " ".join(part for part in (MARK if is_listed else "", str(target or "")) if part)
