"""A person taken out of one database, current or copied: every text of every table."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.store import sqlite_file
from app.store.scrubbing import GONE, Scrubber
from app.store.seals import seal_again
from app.store.tables import stored_id
from methodology.project import Draft
from methodology.record import REGISTRY, Record, fields

_ACT_TEXTS = ("by", "values")
_STATES = ("before", "after")


@dataclass(frozen=True)
class Target:
    """Whom to take out, and the ids of namesakes, who are not touched."""

    person: Record
    scrubber: Scrubber
    spared: frozenset[str]


def expunge(connection: sqlite3.Connection, target: Target) -> int:
    """Take the person out of every text of every table; return how many cells changed."""
    _forget(connection, stored_id(target.person.id))
    tables = sqlite_file.tables(connection)
    changed = sum(_scrub_table(connection, table, target) for table in tables)
    seal_again(connection)
    return changed


def _forget(connection: sqlite3.Connection, key: str) -> None:
    """Delete the history of the person's row, and what was typed into it and never stored."""
    connection.execute("DELETE FROM alteration WHERE record = ?", (key,))
    if Draft.table in sqlite_file.tables(connection):
        connection.execute(f"DELETE FROM {Draft.table} WHERE instr(cells, ?)", (key,))
    connection.execute(
        'DELETE FROM alteration WHERE "table" = ?'
        " AND (instr(coalesce(before, ''), ?) OR instr(coalesce(after, ''), ?))",
        (Draft.table, key, key),
    )


def make_nameless(connection: sqlite3.Connection, person: Record) -> None:
    """Empty the texts of the person's own row, which stays so that nothing dangles."""
    cls = type(person)
    there = sqlite_file.columns(connection, cls.table)
    for field in fields(cls):
        if field.kind.is_text and field.name in there:
            place = f"{sqlite_file.quoted(cls.table)} SET {sqlite_file.quoted(field.name)}"
            left = GONE if field.required else ""
            connection.execute(f"UPDATE {place} = ? WHERE id = ?", (left, stored_id(person.id)))


def _scrub_table(connection: sqlite3.Connection, table: str, target: Target) -> int:
    names, keys = sqlite_file.columns(connection, table), sqlite_file.keys(connection, table)
    listed = ", ".join(map(sqlite_file.quoted, names))
    where = " AND ".join(f"{sqlite_file.quoted(key)} = ?" for key in keys)
    clean = _cleaner(table, target.scrubber)
    changed = 0
    found = connection.execute(f"SELECT {listed} FROM {sqlite_file.quoted(table)}")
    for cells in found.fetchall():
        row = dict(zip(names, cells, strict=True))
        if row.get("record", row.get("id")) in target.spared:
            continue
        for name, cell in row.items():
            if isinstance(cell, str) and (kept := clean(name, cell, row)) != cell:
                place = f"{sqlite_file.quoted(table)} SET {sqlite_file.quoted(name)}"
                chosen = [row[key] for key in keys]
                connection.execute(f"UPDATE {place} = ? WHERE {where}", (kept, *chosen))
                changed += 1
    return changed


Clean = Callable[[str, str, dict[str, Any]], str]


def _cleaner(table: str, scrubber: Scrubber) -> Clean:
    """Return what cleans a cell of a table; what the program reads as code stays as it is."""
    if table == "act":
        return lambda name, cell, _: scrubber.scrub(cell) if name in _ACT_TEXTS else cell
    if table == "alteration":
        return lambda name, cell, row: (
            _clean_state(cell, row["table"], scrubber) if name in _STATES else cell
        )
    coded = _coded(table)
    return lambda name, cell, _: cell if name in coded else scrubber.scrub(cell)


def _clean_state(cell: str, table: str, scrubber: Scrubber) -> str:
    coded = _coded(table)
    values = json.loads(cell)
    if not isinstance(values, dict):
        return cell
    kept = {
        name: value if name in coded else scrubber.scrub_value(value)
        for name, value in values.items()
    }
    return cell if kept == values else json.dumps(kept, ensure_ascii=False)


def _coded(table: str) -> frozenset[str]:
    """Return the columns of a table that hold no words of people."""
    cls = REGISTRY.get(table)
    declared = fields(cls) if cls else ()
    return frozenset(["id", *(field.name for field in declared if not field.kind.is_text)])
