"""Random projects made from the declarations alone, for tests of every part.

`random_snapshot` covers every field of every registered record type, test-only ones included;
`large_snapshot` is a believable cluster to look at and to measure with.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from random import Random
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from methodology.clock import DAY, time_of
from methodology.record import Attribute, Kind, Record, fields, key_fields
from methodology.records import record_types
from methodology.snapshot import Snapshot
from methodology.validation import Invalid, check
from tests.believable import large_snapshot

__all__ = [
    "large_snapshot",
    "new_id",
    "random_record",
    "random_snapshot",
    "random_value",
    "sentinels_in",
    "snapshots",
]

SENTINEL = re.compile(r"Q\d{5}Q")

_AWKWARD = (
    "Queserías del Perú S.A.C.",
    "Ñandú & Cía.",
    "=1+1",
    "@SUM(A1)",
    "-2+3",
    "+51 976 000 000",
    "<b>negrita</b>",
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% if x %}",
    "[[mapping]]",
    "]]>",
    "&amp; &",
    "# Título",
    "**fuerte** _cursiva_ `código`",
    "[enlace](http://example.org)",
    "$x^2$ :red[rojo]",
    "comillas \"dobles\" y 'simples'",
    "a; b, c | d",
    "1.234,56",
    "true",
    "None",
    "São João da Ponte",
    "👩‍🌾 quesera",
    "مرحبا",
    "日本語",
    "e\u0301 combinada",
    "%s {0} {name}",
    "C:\\queso\\año",
    "2026-06-12",
    "0012",
)


def random_snapshot(
    seed: int | Random = 0,
    *,
    rows: int = 4,
    sizes: Mapping[str, int] | None = None,
    sentinels: bool = False,
) -> Snapshot:
    """Return a valid project with `rows` records of every type (`sizes` by table overrides it).

    With `sentinels` nothing is left empty: every text field holds a text matching `SENTINEL` that
    occurs nowhere else, and numbers and dates differ from each other as far as limits allow.
    """
    rng = seed if isinstance(seed, Random) else Random(seed)
    ids = _ids(rng, rows, sizes or {})
    draw = _sentinel_values(rng, ids) if sentinels else _random_values(rng, ids)
    return Snapshot(
        record for cls in record_types() for record in _records(cls, ids[cls.table], draw)
    )


def snapshots(**options: Any) -> st.SearchStrategy[Snapshot]:
    """Return a hypothesis strategy of random projects; options as for `random_snapshot`."""
    return st.integers(0, 2**32 - 1).map(lambda seed: random_snapshot(seed, **options))


def random_record(
    cls: type[Record], snapshot: Snapshot, seed: int | Random = 0, key: UUID | None = None
) -> Record | None:
    """Return one more record for `snapshot` (or another version of the one with id `key`).

    Its references exist and its keys are free; None when no free key was found.
    """
    rng = seed if isinstance(seed, Random) else Random(seed)
    ids = {made.table: [row.id for row in snapshot.all(made)] for made in record_types()}
    if any(found.required and found.target and not ids[found.target] for found in fields(cls)):
        return None
    taken = {mark for row in snapshot.all(cls) if row.id != key for mark in key_marks(row)}
    return _record(cls, key or new_id(rng), _random_values(rng, ids), taken)


def random_value(cls: type[Record], found: Attribute, snapshot: Snapshot, rng: Random) -> Any:
    """Return a valid value for one field, whatever the key."""
    ids = {made.table: [row.id for row in snapshot.all(made)] for made in record_types()}
    return _random_values(rng, ids)(cls, found)


def new_id(rng: Random) -> UUID:
    """Return a random id that depends on the generator alone."""
    return UUID(int=rng.getrandbits(128), version=4)


def sentinels_in(text: str) -> set[str]:
    """Return the sentinels that occur in a text."""
    return set(SENTINEL.findall(text))


def key_marks(record: Record) -> Iterator[tuple[str, ...]]:
    """Yield what has to be unique about a record: its key and its codes."""
    cls = type(record)
    if key_fields(cls):
        yield ("key", *(_mark(getattr(record, key.name)) for key in key_fields(cls)))
    for found in fields(cls):
        if found.is_code and getattr(record, found.name):
            yield (found.name, _mark(getattr(record, found.name)))


Draw = Callable[[type[Record], Attribute], Any]


def _mark(value: object) -> str:
    return " ".join(str(value).casefold().split())


def _ids(rng: Random, rows: int, sizes: Mapping[str, int]) -> dict[str, list[UUID]]:
    counts = {cls.table: _capacity(cls, sizes.get(cls.table, rows)) for cls in record_types()}
    for cls in record_types():
        if any(found.required and counts.get(found.target, 1) == 0 for found in fields(cls)):
            counts[cls.table] = 0
    return {table: [new_id(rng) for _ in range(size)] for table, size in counts.items()}


def _capacity(cls: type[Record], wanted: int) -> int:
    """Return how many of the wanted rows the key has room for."""
    if cls.is_single:
        return min(wanted, 1)
    keys = key_fields(cls)
    if keys and all(key.kind is Kind.CHOICE for key in keys):
        room = 1
        for key in keys:
            room *= len(key.choices)
        return min(wanted, room)
    return wanted


def _records(cls: type[Record], ids: list[UUID], draw: Draw) -> Iterator[Record]:
    taken: set[tuple[str, ...]] = set()
    for key in ids:
        record = _record(cls, key, draw, taken)
        assert record is not None, f"no free key for another row of {cls.table}"
        taken.update(key_marks(record))
        yield record


def _record(cls: type[Record], key: UUID, draw: Draw, taken: set[tuple[str, ...]]) -> Record | None:
    for _ in range(500):
        try:
            made = check(
                cls, {"id": key, **{found.name: draw(cls, found) for found in fields(cls)}}
            )
        except Invalid:
            continue
        if taken.isdisjoint(key_marks(made)):
            return made
    return None


def _random_values(rng: Random, ids: Mapping[str, list[UUID]]) -> Draw:
    def draw(cls: type[Record], found: Attribute) -> Any:
        if special := _special(cls, found, rng, ids):
            return special[0]
        if not found.required and rng.random() < 0.25:
            return found.default
        return _DRAW[found.kind](rng, found, ids)

    return draw


def _special(
    cls: type[Record], found: Attribute, rng: Random, ids: Mapping[str, list[UUID]]
) -> tuple[Any] | None:
    """Return the value of a field that names a table, or points to a record of any table."""
    if found.name in ("about_table", "of_table"):
        return (rng.choice([table for table in ids if ids[table]] or [cls.table]),)
    if found.kind is Kind.REFERENCE and not found.target:
        everything = [key for keys in ids.values() for key in keys]
        return (rng.choice(everything or [None]),)
    if found.name == "cells":
        return (json.dumps({"name": _text(rng, found)}),)
    if found.name == "starts_at":
        return (time_of(rng.randrange(DAY)),)
    return None


def _text(rng: Random, found: Attribute) -> str:
    words = " ".join(rng.choice(_AWKWARD) for _ in range(rng.randint(1, 2)))
    mark = f" {rng.randrange(10**6)}" if found.is_key or found.is_code else ""
    return words + mark


def _long_text(rng: Random, found: Attribute) -> str:
    return "\n".join(_text(rng, found) for _ in range(rng.randint(1, 4)))


def _whole(rng: Random, found: Attribute) -> int:
    least = found.least if found.least is not None else 0
    return rng.randint(least, found.most if found.most is not None else least + 10**9)


def _number(rng: Random, found: Attribute) -> Decimal:
    least = found.least if found.least is not None else 0
    most = found.most if found.most is not None else least + 10**9
    return Decimal(rng.randint(100 * least, 100 * most)).scaleb(-2)


def _day(rng: Random) -> date:
    return date(2000, 1, 1) + timedelta(days=rng.randrange(12_000))


def _several(rng: Random, found: Attribute, ids: Mapping[str, list[UUID]]) -> tuple[UUID, ...]:
    known = ids[found.target]
    return tuple(rng.sample(known, rng.randint(0, min(3, len(known)))))


_DRAW: dict[Kind, Callable[[Random, Attribute, Mapping[str, list[UUID]]], Any]] = {
    Kind.TEXT: lambda rng, found, _: _text(rng, found),
    Kind.LONG_TEXT: lambda rng, found, _: _long_text(rng, found),
    Kind.INTEGER: lambda rng, found, _: _whole(rng, found),
    Kind.NUMBER: lambda rng, found, _: _number(rng, found),
    Kind.MONEY: lambda rng, found, _: _whole(rng, found),
    Kind.BOOLEAN: lambda rng, *_: rng.random() < 0.5,
    Kind.DATE: lambda rng, *_: _day(rng),
    Kind.MOMENT: lambda rng, *_: (
        datetime(2026, 1, 1, tzinfo=UTC) + timedelta(microseconds=rng.randrange(10**14))
    ),
    Kind.CHOICE: lambda rng, found, _: rng.choice(found.choices),
    Kind.CHOICES: lambda rng, found, _: tuple(
        rng.sample(found.choices, rng.randint(0, len(found.choices)))
    ),
    Kind.REFERENCE: lambda rng, found, ids: rng.choice(ids[found.target] or [None]),
    Kind.REFERENCES: _several,
}


def _sentinel_values(rng: Random, ids: Mapping[str, list[UUID]]) -> Draw:
    texts, numbers, days = count(1), count(1), count(1)
    places: dict[tuple[str, str], Iterator[int]] = {}

    def text(cls: type[Record], found: Attribute) -> str:
        return f"Q{next(texts):05d}Q {cls.table} {found.name}"

    def number(cls: type[Record], found: Attribute) -> int:
        least = found.least if found.least is not None else 0
        if found.most is None or found.most - least > 1_000_000:
            return least + 100_003 + 97 * next(numbers)
        place = next(places.setdefault((cls.table, found.name), count()))
        return least + place % (found.most - least + 1)

    def draw(cls: type[Record], found: Attribute) -> Any:
        if found.name == "cells":
            return json.dumps({"name": text(cls, found)})
        if special := _special(cls, found, rng, ids):
            return special[0]
        match found.kind:
            case Kind.TEXT:
                return text(cls, found)
            case Kind.LONG_TEXT:
                return f"{text(cls, found)}\n{text(cls, found)}"
            case Kind.INTEGER | Kind.MONEY:
                return number(cls, found)
            case Kind.NUMBER:
                return Decimal(number(cls, found)) + Decimal("0.25")
            case Kind.DATE:
                return date(2001, 1, 1) + timedelta(days=next(days))
            case Kind.MOMENT:
                return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=next(days))
            case Kind.CHOICES:
                return tuple(rng.sample(found.choices, rng.randint(1, len(found.choices))))
            case Kind.REFERENCES:
                known = ids[found.target]
                return tuple(rng.sample(known, min(2, len(known))))
        return _DRAW[found.kind](rng, found, ids)

    return draw
