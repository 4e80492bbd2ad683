"""The rows of record tables: alterations become one statement for all that are alike."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete, insert, update
from sqlalchemy.orm import Session

from app.store.changes import Alteration
from app.store.tables import ID, ROW, record_table, stored_id
from methodology.record import Record

_KEY = "key_of_row"
Rows = Mapping[UUID, int]


def write_rows(session: Session, altered: Iterable[Alteration], rows: Rows) -> None:
    """Bring the tables to the state after these alterations; `rows` gives row numbers back."""
    grouped: dict[type[Record], list[Alteration]] = defaultdict(list)
    for found in altered:
        grouped[found.cls].append(found)
    for cls, founds in grouped.items():
        _delete(session, cls, [found for found in founds if found.after is None])
        _update(
            session, cls, [found for found in founds if None not in (found.before, found.after)]
        )
        _insert(session, cls, [found for found in founds if found.before is None], rows)


def _delete(session: Session, cls: type[Record], founds: list[Alteration]) -> None:
    if founds:
        table = record_table(cls)
        chosen = delete(table).where(table.c[ID] == bindparam(_KEY))
        session.connection().execute(chosen, [{_KEY: stored_id(found.id)} for found in founds])


def _update(session: Session, cls: type[Record], founds: list[Alteration]) -> None:
    table = record_table(cls)
    for names, values in _alike(
        {_KEY: stored_id(one.id)} | dict(one.after or {}) for one in founds
    ):
        new: dict[str, Any] = {name: bindparam(name) for name in names if name != _KEY}
        chosen = update(table).where(table.c[ID] == bindparam(_KEY)).values(new)
        session.connection().execute(chosen, values)


def _insert(session: Session, cls: type[Record], founds: list[Alteration], rows: Rows) -> None:
    table = record_table(cls)
    for _, values in _alike(_new_row(found, rows) for found in founds):
        session.connection().execute(insert(table), values)


def _new_row(found: Alteration, rows: Rows) -> dict[str, Any]:
    row = {ID: stored_id(found.id), **(found.after or {})}
    return row | {ROW: rows[found.id]} if found.id in rows else row


def _alike(rows: Iterable[dict[str, Any]]) -> list[tuple[frozenset[str], list[dict[str, Any]]]]:
    """Return rows grouped by the columns they have, in the order they came."""
    grouped: dict[frozenset[str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        grouped[frozenset(row)].append(row)
    return list(grouped.items())
