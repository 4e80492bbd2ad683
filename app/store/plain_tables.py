"""The folder `tables`: every table as a CSV that stays legible without this program.

UTF-8 with a byte order mark (spreadsheets then show accents), commas, CRLF, values as ISO writes
them: 2026-06-12, 1234.5, true. Choices stand as the values stored. A field that points to other
records has two columns, their words and, under the name with `:id`, their ids. `_columns.csv`
says what each column means. A cell that a spreadsheet would run gets an apostrophe before it.
"""

import csv
from collections.abc import Callable, Iterable
from functools import lru_cache
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import UUID

from app.i18n import Reader, reader
from app.store.folder_problems import explained
from app.store.layout import TABLES
from app.whole_files import write
from methodology.project import Project
from methodology.record import Attribute, Kind, Record, fields
from methodology.records import record_types
from methodology.snapshot import Snapshot
from methodology.words import words

DICTIONARY = "_columns.csv"
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_BOM = "\ufeff"

Called = Callable[[UUID], str]


def write_tables_in(folder: Path, snapshot: Snapshot) -> tuple[Path, ...]:
    """Write every table that changed and return the files that another program holds open."""
    _ = reader(snapshot.one(Project))
    kept = folder / TABLES
    texts = {f"{cls.table}.csv": table_text(snapshot, cls, _) for cls in record_types()}
    texts[DICTIONARY] = dictionary_text(_)
    with explained(kept):
        kept.mkdir(exist_ok=True)
        return tuple(path for name, text in texts.items() if not _put(path := kept / name, text))


def table_text(snapshot: Snapshot, cls: type[Record], _: Reader) -> str:
    """Return a table as CSV: `id`, then its fields in the order of declaration."""
    found = fields(cls)
    header = ["id", *(name for field in found for name in _names(field))]
    called = _caller(snapshot, _)
    rows = (
        [str(record.id), *(cell for field in found for cell in _cells(record, field, called, _))]
        for record in snapshot.all(cls)
    )
    return _csv([header, *rows])


def dictionary_text(_: Reader) -> str:
    """Return what each table and column means, in the project's language, as CSV."""
    return _dictionary(_, record_types())


@lru_cache(maxsize=4)
def _dictionary(_: Reader, types: tuple[type[Record], ...]) -> str:
    header = ["table", "title", "column", "label", "kind", "meaning", "values", "points to"]
    rows = (
        [_harmless(cell) for cell in _meaning(cls, field, _)]
        for cls in types
        for field in fields(cls)
    )
    return _csv([header, *rows])


def _meaning(cls: type[Record], field: Attribute, _: Reader) -> list[str]:
    values = "; ".join(f"{choice.value} = {_(choice.label)}" for choice in field.choices)
    meaning = " · ".join(filter(None, (field.explained(_), _(field.unit))))
    return [
        cls.table,
        _(cls.title),
        field.name,
        _(field.label),
        field.kind.value,
        meaning,
        values,
        field.target,
    ]


def _names(field: Attribute) -> tuple[str, ...]:
    return (field.name, f"{field.name}:id") if field.kind.is_pointer else (field.name,)


def _cells(record: Record, field: Attribute, called: Called, _: Reader) -> tuple[str, ...]:
    value: Any = getattr(record, field.name)
    if field.kind.is_pointer:
        keys = (value,) if isinstance(value, UUID) else tuple(value or ())
        shown = _harmless("; ".join(called(key) for key in keys))
        return shown, " ".join(str(key) for key in keys)
    if value is None:
        return ("",)
    return (_plain(value, field, _),)


def _plain(value: Any, field: Attribute, _: Reader) -> str:
    match field.kind:
        case Kind.MONEY:
            return format(_.major(value), "f")
        case Kind.NUMBER:
            return format(value, "f")
        case Kind.BOOLEAN:
            return str(value).lower()
        case Kind.DATE | Kind.MOMENT:
            return str(value.isoformat())
        case Kind.CHOICES:
            return "; ".join(choice.value for choice in value)
        case Kind.CHOICE:
            return str(value.value)
        case Kind.INTEGER:
            return str(value)
        case _other:
            return _harmless(str(value))


def _harmless(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip(" \n").startswith(_DANGEROUS) else text


def _caller(snapshot: Snapshot, _: Reader) -> Called:
    known: dict[UUID, str] = {}

    def called(key: UUID) -> str:
        if key not in known:
            record = snapshot.find_any(key)
            known[key] = words(snapshot, record, _) if record else ""
        return known[key]

    return called


def _csv(rows: Iterable[list[str]]) -> str:
    text = StringIO(newline="")
    csv.writer(text).writerows(rows)
    return _BOM + text.getvalue()


def _put(path: Path, text: str) -> bool:
    """Write the file unless it says so already; False when another program holds it open."""
    data = text.encode()
    if path.is_file() and path.read_bytes() == data:
        return True
    try:
        write(path, data)
    except PermissionError:
        return False
    return True
