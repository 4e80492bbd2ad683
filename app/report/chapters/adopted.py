"""The adopted values in the plan: what was taken over, as which value, and from where."""

from collections import defaultdict
from collections.abc import Iterator

from app.report.chapters.opening import Subheading, own_source
from app.report.material import Material
from app.report.pen import Pen
from app.report.table import Column, Grid, Row
from methodology.adoption import Adoption, adoption_of, provenance
from methodology.record import REGISTRY, Record, attribute, fields

BENEATH = ("question", "instrument", "unit", "rule", "consensus_measure")
Source = tuple[str, str, str, tuple[str, ...]]


def adopted_values(pen: Pen, material: Material, subheading: Subheading) -> None:
    """Write the table of adopted values; those of one field and one origin share a row."""
    _ = pen._
    found = material.snapshot.all(Adoption)
    if not found:
        return
    subheading(_("Adopted values"))
    share = pen.room // 5
    grid = Grid(
        (Column(_("What")), Column(_("Adopted values")), Column(_("Taken from"))),
        tuple(_rows(material)),
        _("Adopted values"),
        widths=(share, 2 * share, pen.room - 3 * share),
    )
    pen.table(grid, own_source(pen))


def _rows(material: Material) -> Iterator[Row]:
    grouped: dict[Source, list[str]] = defaultdict(list)
    for adoption in material.snapshot.all(Adoption):
        grouped[_source(material, adoption)].append(_value(material, adoption))
    for (table, field, told, beneath), values in grouped.items():
        details = zip(BENEATH, beneath, strict=True)
        yield Row(
            (f"{table}: {field}", "; ".join(values), told),
            tuple(
                (material.speaker.label(attribute(Adoption, name).label), words)
                for name, words in details
                if words and words not in told
            ),
        )


def _source(material: Material, adoption: Adoption) -> Source:
    """Return what the values of one row have in common."""
    _ = material.reader
    cls = REGISTRY.get(adoption.about_table)
    labels = {each.name: _(each.label) for each in fields(cls)} if cls else {}
    return (
        _(cls.title) if cls else adoption.about_table,
        labels.get(adoption.field, adoption.field),
        provenance(adoption, material.snapshot).text(_),
        tuple(_(getattr(adoption, name)) for name in BENEATH),
    )


def _value(material: Material, adoption: Adoption) -> str:
    """Return record and value in words; where the value was changed since, the one that stands."""
    _ = material.reader
    record = material.snapshot.find_any(adoption.about_id)
    if record is None or adoption.field not in type(record).model_fields:
        return adoption.value
    named, now = material.speaker.name(record.id), _now(material, record, adoption.field)
    if adoption_of(material.snapshot, record, adoption.field):
        return f"{named}: {now}"
    values = {"record": named, "value": adoption.value, "now": now or "–"}
    return _("{record}: {value}, by now {now}").format(**values)


def _now(material: Material, record: Record, field: str) -> str:
    return material.speaker.say(record, attribute(type(record), field))
