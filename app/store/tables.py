"""The tables of a project, built from the declarations: one for each record type, two of history,
and those of ballots, which stand apart.

Stored values are those of `model_dump(mode="json")`: enums by value, references, dates, moments
and decimals as text, lists as JSON; whole numbers, money and booleans as themselves.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Dialect,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    bindparam,
    func,
    select,
    types,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from app.store.ballot_tables import add_ballot_tables
from methodology.record import Attribute, Kind, Record, fields
from methodology.records import record_types

R = TypeVar("R", bound=Record)
ROW = "row_no"  # hidden: the order of entry, kept when a removal is undone
ID = "id"


class JsonText(TypeDecorator[Any]):
    """A value kept as JSON in a column of text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, _dialect: Dialect) -> str | None:
        """Return the text to store."""
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> Any:
        """Return the value that was stored."""
        return None if value is None else json.loads(value)


class Schema:
    """The tables for a set of record types."""

    def __init__(self, types: tuple[type[Record], ...]) -> None:
        self.metadata = MetaData()
        self.records = {cls: _record_table(cls, self.metadata) for cls in types}
        self.act, self.alteration = _act_table(self.metadata), _alteration_table(self.metadata)
        add_ballot_tables(self.metadata)

    @cached_property
    def statements(self) -> tuple[str, ...]:
        """The SQL that makes every table and index which is not there yet, written out once."""
        tables = self.metadata.tables.values()
        indexes = (index for table in tables for index in table.indexes)
        made: tuple[CreateTable | CreateIndex, ...] = (
            *(CreateTable(table, if_not_exists=True) for table in tables),
            *(CreateIndex(index, if_not_exists=True) for index in indexes),
        )
        return tuple(str(each.compile(dialect=sqlite.dialect())) for each in made)


def schema() -> Schema:
    """Return the tables of the record types that are registered now."""
    return _schema(record_types())


def record_table(cls: type[Record]) -> Table:
    """Return the table of a record type."""
    return schema().records[cls]


def create_tables(connection: Connection) -> None:
    """Make every table that the database does not have yet."""
    for statement in schema().statements:
        connection.exec_driver_sql(statement)


def as_row(record: Record) -> dict[str, Any]:
    """Return the values of a record as its table holds them."""
    moments = {
        found.name: value.astimezone(UTC)
        for found in fields(type(record))
        if found.kind is Kind.MOMENT and isinstance(value := getattr(record, found.name), datetime)
    }
    return (record.model_copy(update=moments) if moments else record).model_dump(mode="json")


def as_values(record: Record) -> dict[str, Any]:
    """Return the values of a record as the history holds them: as stored, `id` left out."""
    row = as_row(record)
    del row[ID]
    return row


def as_record(cls: type[R], row: Mapping[str, Any]) -> R:
    """Return the record that stored values make; pydantic's ValidationError when they make none."""
    return cls.model_validate(dict(row))


def stored_id(key: UUID) -> str:
    """Return an id as tables hold it."""
    return str(key)


def is_asked(column: Column[Any]) -> ColumnElement[bool]:
    """Return the condition that a column holds one of the ids that `asked` gives."""
    ids = func.json_each(bindparam("ids")).table_valued("value")
    return column.in_(select(ids.c.value))


def asked(keys: Iterable[UUID]) -> dict[str, str]:
    """Return what a statement needs to look for ids: one parameter, however many there are."""
    return {"ids": json.dumps([*dict.fromkeys(map(stored_id, keys))])}


@lru_cache(maxsize=8)
def _schema(types: tuple[type[Record], ...]) -> Schema:
    return Schema(types)


def _record_table(cls: type[Record], metadata: MetaData) -> Table:
    return Table(
        cls.table,
        metadata,
        Column(ROW, Integer, primary_key=True, autoincrement=True),
        Column(ID, Text, nullable=False, unique=True),
        *(_column(found) for found in fields(cls)),
        sqlite_autoincrement=True,
    )


def _column(found: Attribute) -> Column[Any]:
    kept = _KEPT.get(found.kind, Text)
    can_be_empty = not found.required and found.default is None
    if not found.target or found.kind is Kind.REFERENCES:
        return Column(found.name, kept(), nullable=can_be_empty)
    pointer = ForeignKey(f"{found.target}.{ID}", deferrable=True, initially="DEFERRED")
    return Column(found.name, kept(), pointer, nullable=can_be_empty, index=True)


_KEPT: Mapping[Kind, type[types.TypeEngine[Any]]] = {
    Kind.INTEGER: BigInteger,
    Kind.MONEY: BigInteger,
    Kind.BOOLEAN: Boolean,
    Kind.CHOICES: JsonText,
    Kind.REFERENCES: JsonText,
}


def _act_table(metadata: MetaData) -> Table:
    return Table(
        "act",
        metadata,
        Column("revision", Integer, primary_key=True, autoincrement=True),
        Column("at", Text, nullable=False),
        Column("by", Text, nullable=False),
        Column("title", Text, nullable=False),
        Column("values", JsonText, nullable=False),
        Column("count", Integer, nullable=False),
        Column("undoes", Integer, ForeignKey("act.revision")),
        Column("undone_by", Integer, ForeignKey("act.revision")),
        sqlite_autoincrement=True,
    )


def _alteration_table(metadata: MetaData) -> Table:
    return Table(
        "alteration",
        metadata,
        Column("number", Integer, primary_key=True, autoincrement=True),
        Column("revision", Integer, ForeignKey("act.revision"), nullable=False, index=True),
        Column("table", Text, nullable=False),
        Column("record", Text, nullable=False, index=True),
        Column(ROW, Integer),  # where the record stood, when the act removed it
        Column("before", JsonText),
        Column("after", JsonText),
        sqlite_autoincrement=True,
    )
