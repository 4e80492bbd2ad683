"""Reading a whole project: every record, in the order of entry, at one revision."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy import Select, Table, TextClause, func, select, text
from sqlalchemy.orm import Session

from app.store.tables import ID, ROW, as_record, asked, is_asked, record_table, schema, stored_id
from methodology.record import Record
from methodology.snapshot import Snapshot
from methodology.text import N_, Problem, Remark
from methodology.words import called

R = TypeVar("R", bound=Record)


class Unreadable(Problem):
    """A stored row that its record type does not accept: the file was changed from outside."""

    def __init__(self, cls: type[Record], row: Mapping[str, Any], error: ValidationError) -> None:
        super().__init__(
            N_("A row of “{table}” cannot be read: {field} holds something it cannot hold."),
            table=Remark(cls.title),
            field=", ".join(str(detail["loc"][0]) for detail in error.errors() if detail["loc"]),
        )
        self.record_type, self.id = cls, row[ID]


def load(session: Session) -> Snapshot:
    """Return the project as it is; Unreadable when somebody spoiled the file."""
    found, filled = revision(session), filled_tables(session, tuple(schema().records))
    return Snapshot((record for cls in filled for record in _all(session, cls)), found)


def revision(session: Session) -> int:
    """Return the number of the last act, 0 before the first."""
    return session.execute(select(func.max(schema().act.c.revision))).scalar() or 0


def filled_tables(session: Session, types: tuple[type[Record], ...]) -> list[type[Record]]:
    """Return those of the record types that have rows: most have none for months."""
    found = {*session.scalars(_has_rows(types))} if types else set()
    return [cls for cls in types if cls.table in found]


@lru_cache(maxsize=8)
def _has_rows(types: tuple[type[Record], ...]) -> TextClause:
    tables = [(cls.table, record_table(cls)) for cls in types]
    asked = (f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {table})" for name, table in tables)
    return text(" UNION ALL ".join(asked))


def stored(
    session: Session, cls: type[Record], keys: Iterable[UUID]
) -> dict[UUID, tuple[Record, int]]:
    """Return the records of a type with these ids, each with its hidden row number."""
    found: dict[UUID, tuple[Record, int]] = {}
    for row in session.execute(_by_id(record_table(cls)), asked(keys)).mappings():
        values = dict(row)
        place = values.pop(ROW)
        record = _record(cls, values)
        found[record.id] = (record, place)
    return found


def matching(session: Session, cls: type[R], **values: UUID | None) -> list[R]:
    """Return the records of a type whose references have these values, in the order of entry."""
    table = record_table(cls)
    kept = {name: None if key is None else stored_id(key) for name, key in values.items()}
    chosen = select(table).order_by(table.c[ROW])
    for name, key in kept.items():
        chosen = chosen.where(table.c[name].is_(None) if key is None else table.c[name] == key)
    return [
        _record(cls, {name: value for name, value in row.items() if name != ROW})
        for row in session.execute(chosen).mappings()
    ]


def named(session: Session, record: Record) -> Remark:
    """Return how people call a record, for a message."""
    return called(load(session), record)


def _all(session: Session, cls: type[Record]) -> Iterator[Record]:
    for row in session.execute(_in_order(record_table(cls))).mappings():
        yield _record(cls, dict(row))


@lru_cache(maxsize=512)
def _in_order(table: Table) -> Select[Any]:
    """Return the query for all rows of a table; to put one together takes as long as to run it."""
    return select(*(column for column in table.c if column.name != ROW)).order_by(table.c[ROW])


@lru_cache(maxsize=512)
def _by_id(table: Table) -> Select[Any]:
    return select(table).where(is_asked(table.c[ID]))


def _record(cls: type[R], values: Mapping[str, Any]) -> R:
    try:
        return as_record(cls, values)
    except ValidationError as error:
        raise Unreadable(cls, values, error) from error
