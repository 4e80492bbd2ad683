"""Any record type as a table, from its declaration: no filled public field is left out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from app.report.markup import Runs, link
from app.report.material import Material
from app.report.table import Column, Grid, Row
from methodology.record import Attribute, Kind, Record, fields

MOST_COLUMNS = 7
WEBSITES = frozenset({"website"})


@dataclass(frozen=True)
class Extra:
    """A computed column after the record's own."""

    column: Column
    say: Callable[[Any], str]


def record_grid(
    material: Material,
    cls: type[Record],
    *,
    columns: Sequence[str] = (),
    extra: Sequence[Extra] = (),
    rows: Sequence[Record] | None = None,
    name: str = "",
    leaving: Sequence[str] = (),
    link_style: str = "",
) -> Grid:
    """Return the table of a record type: short fields side by side, the others beneath each row.

    `columns` names the fields that stand side by side; without it the first short ones do.
    `leaving` names what the text around the table says of all its rows.
    """
    _ = material.reader
    found = material.rows(cls) if rows is None else rows
    chosen = _columns(material, cls, columns, found, MOST_COLUMNS - len(extra))
    beneath = [
        one
        for one in fields(cls)
        if not one.is_private and one not in chosen and one.name not in leaving
    ]
    heads = [Column(_(one.label), one.kind.is_number, one.kind is Kind.DATE) for one in chosen]
    return Grid(
        columns=(*heads, *(one.column for one in extra)),
        rows=tuple(_row(material, record, chosen, beneath, extra, link_style) for record in found),
        name=name or _(cls.title),
        alt=_(cls.about),
    )


def _columns(
    material: Material,
    cls: type[Record],
    names: Sequence[str],
    rows: Sequence[Record],
    most: int,
) -> list[Attribute]:
    public = [one for one in fields(cls) if not one.is_private]
    if names:
        by_name = {one.name: one for one in public}
        return [by_name[name] for name in names]
    short = [
        one
        for one in public
        if not one.kind.is_wide and any(material.speaker.say(row, one) for row in rows)
    ]
    return sorted(short, key=lambda one: not one.is_key)[:most] or _first_filled(
        material, public, rows
    )


def _first_filled(
    material: Material, public: Sequence[Attribute], rows: Sequence[Record]
) -> list[Attribute]:
    """Return one column for rows that have nothing short: their first filled field."""
    filled = (one for one in public if any(material.speaker.say(row, one) for row in rows))
    return [next(filled, public[0])]


def _row(
    material: Material,
    record: Record,
    chosen: Sequence[Attribute],
    beneath: Sequence[Attribute],
    extra: Sequence[Extra],
    link_style: str,
) -> Row:
    speaker = material.speaker
    return Row(
        cells=(
            *(speaker.say(record, one) for one in chosen),
            *(one.say(record) for one in extra),
        ),
        details=tuple(
            (speaker.label(one.label), _words(words, one, link_style))
            for one, words in speaker.told(record, beneath)
        ),
    )


def _words(words: str, attribute: Attribute, link_style: str) -> str:
    return Runs(link(words, link_style)) if attribute.name in WEBSITES else words
