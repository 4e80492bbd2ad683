"""What holds across records: keys and codes once only, references that lead somewhere."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import TextClause, select, text
from sqlalchemy.orm import Session

from app.store.loading import named, stored
from app.store.references import pointers, pointing_fields, targets
from app.store.refusals import NotUnique, StillReferenced
from app.store.spelling import spelling
from app.store.sqlite_file import quoted
from app.store.tables import ID, as_row, asked, is_asked, record_table, stored_id
from methodology.record import REGISTRY, Attribute, Kind, Record, attribute, fields, key_fields
from methodology.text import N_, Problem, Remark
from methodology.validation import NOTHING_THERE, Complaint, Invalid

After = Mapping[UUID, Record | None]
_POINTS = {
    Kind.REFERENCE: "{column} IN (SELECT value FROM json_each(:ids))",
    Kind.REFERENCES: "EXISTS (SELECT 1 FROM json_each(:ids) WHERE instr({column}, value))",
}


def refuse_doubles(session: Session, changed: Iterable[Record], touched: Collection[UUID]) -> None:
    """Refuse a second record with the same key or code, or of a type that has one row.

    Capitals, spaces and invisible signs make no difference. `touched` are the ids whose stored
    rows do not count.
    """
    grouped: dict[type[Record], list[Record]] = {}
    for record in changed:
        grouped.setdefault(type(record), []).append(record)
    left_out = {stored_id(key) for key in touched}
    for cls, records in grouped.items():
        taken = set(_taken(session, cls, left_out))
        for record in records:
            for mark in _marks(cls, as_row(record)):
                if mark in taken:
                    raise _double(session, record, mark[0])
                taken.add(mark)


def refuse_taken_ids(session: Session, added: Collection[Record]) -> None:
    """Refuse a new record with the id of one of another table: an id means one record."""
    if not added:
        return
    wanted = {record.id: record for record in added}
    for table, key in session.execute(_everywhere(tuple(REGISTRY)), asked(wanted)):
        raise already_there(session, wanted[UUID(key)], REGISTRY[table])


@lru_cache(maxsize=8)
def _everywhere(tables: tuple[str, ...]) -> TextClause:
    """Return the query for ids in all tables at once: one by one they take ten times as long."""
    columns = [record_table(REGISTRY[table]).c[ID] for table in tables]
    return text(
        " UNION ALL ".join(
            f"SELECT '{table}', {column} FROM {column.table}"
            f" WHERE {column} IN (SELECT value FROM json_each(:ids))"
            for table, column in zip(tables, columns, strict=True)
        )
    )


def already_there(session: Session, record: Record, cls: type[Record]) -> NotUnique:
    """Return the refusal to add a record under the id that one of `cls` has."""
    known = stored(session, cls, [record.id]).get(record.id)
    name = named(session, known[0] if known else record)
    return NotUnique(record, "", N_("“{name}” is already there. Nothing was added."), name=name)


def refuse_dangling(session: Session, after: After) -> None:
    """Refuse references to records that do not exist once the change set is written.

    Invalid names the field that points nowhere, StillReferenced what points to a removed record.
    """
    _refuse_pointing_nowhere(session, after)
    removed = [key for key, record in after.items() if record is None]
    if removed:
        _refuse_left_behind(session, after)


def _marks(cls: type[Record], row: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Yield what must be unique, each led by the field it is about, "" for the key."""
    if cls.is_single:
        yield ("",)
    elif key_fields(cls):
        yield ("", *(_folded(row[key.name]) for key in key_fields(cls)))
    for found in fields(cls):
        if found.is_code and row[found.name]:
            yield (found.name, _folded(row[found.name]))


def _folded(value: object) -> str:
    return "" if value is None else spelling(str(value))


def _taken(session: Session, cls: type[Record], left_out: set[str]) -> Iterator[tuple[str, ...]]:
    table = record_table(cls)
    names = [found.name for found in fields(cls) if found.is_key or found.is_code]
    columns = [table.c[ID], *(table.c[name] for name in names)]
    for row in session.execute(select(*columns)).mappings():
        if row[ID] not in left_out:
            yield from _marks(cls, dict(row))


def _double(session: Session, record: Record, field: str) -> NotUnique:
    cls = type(record)
    if field:
        return NotUnique(
            record,
            field,
            N_("The code “{code}” is used twice in “{table}”. A code belongs to one row only."),
            code=getattr(record, field),
            table=Remark(cls.title),
        )
    if cls.is_single:
        message = N_("Somebody has written “{table}” meanwhile. Nothing of yours was saved.")
        return NotUnique(record, "", message, table=Remark(cls.title))
    return NotUnique(
        record,
        "",
        N_("“{name}” is already in “{table}”. Change that row, or give this one another name."),
        name=named(session, record),
        table=Remark(cls.title),
    )


def _refuse_pointing_nowhere(session: Session, after: After) -> None:
    made = [record for record in after.values() if record is not None]
    wanted: dict[str, set[UUID]] = {}
    for record in made:
        for found in pointers(type(record)):
            wanted.setdefault(found.target, set()).update(targets(record, found))
    known = {table: _existing(session, table, keys, after) for table, keys in wanted.items()}
    for record in made:
        for found in pointers(type(record)):
            if not known[found.target].issuperset(targets(record, found)):
                complaint = Complaint(found.name, Problem(NOTHING_THERE))
                raise Invalid(type(record), (complaint,), record.id)


def _existing(session: Session, table: str, keys: set[UUID], after: After) -> set[UUID]:
    """Return those of the ids that will exist in a table."""
    cls = REGISTRY[table]
    known = {key for key in keys if isinstance(after.get(key), cls)}
    column = record_table(cls).c[ID]
    found = session.scalars(select(column).where(is_asked(column)), asked(keys - after.keys()))
    return known | {UUID(key) for key in found}


def _refuse_left_behind(session: Session, after: After) -> None:
    removed = {key for key, record in after.items() if record is None}
    users = [
        (record, found, gone)
        for record, found in _using(session, removed)
        if record.id not in after
        for gone in targets(record, found)
        if gone in removed
    ]
    if users:
        key = users[0][2]
        known = (stored(session, cls, [key]) for cls in REGISTRY.values())
        record = next(found[key][0] for found in known if found)
        found = tuple((user, field) for user, field, _ in users)
        named_users = tuple(named(session, user) for user, _ in found[:3])
        raise StillReferenced(named(session, record), found, named_users)


def _using(session: Session, removed: set[UUID]) -> Iterator[tuple[Record, Attribute]]:
    """Yield what points to removed records, field by field."""
    users = session.execute(_users(tuple(REGISTRY)), asked(removed)).all()
    for (table, name), rows in groupby(users, key=itemgetter(0, 1)):
        cls = REGISTRY[table]
        for record, _ in stored(session, cls, [UUID(row[2]) for row in rows]).values():
            yield record, attribute(cls, name)


@lru_cache(maxsize=8)
def _users(tables: tuple[str, ...]) -> TextClause:
    """Return the query for what points to ids: a list of references is searched as text."""
    places = [(table, found) for table in tables for found in pointing_fields(REGISTRY[table])]
    return text(
        " UNION ALL ".join(
            f"SELECT '{table}', '{found.name}', {ID} FROM {quoted(table)}"
            f" WHERE {_POINTS[found.kind].format(column=quoted(found.name))}"
            for table, found in places
        )
    )
