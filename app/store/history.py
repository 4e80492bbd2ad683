"""The history: every act with what it altered, newest first, never rewritten by a person."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, func, insert, select
from sqlalchemy.orm import Session

from app.store.changes import Act, Alteration
from app.store.tables import ROW, asked, is_asked, schema, stored_id
from methodology.record import REGISTRY


def acts(session: Session, limit: int = 100, before: int | None = None) -> list[Act]:
    """Return the last acts, newest first; `before` a revision, to turn the page."""
    table = schema().act
    chosen = select(table).order_by(table.c.revision.desc()).limit(limit)
    if before is not None:
        chosen = chosen.where(table.c.revision < before)
    return [_act(row) for row in session.execute(chosen).mappings()]


def act(session: Session, revision: int) -> Act | None:
    """Return the act with this number, None when there is none."""
    table = schema().act
    chosen = select(table).where(table.c.revision == revision)
    row = session.execute(chosen).mappings().one_or_none()
    return None if row is None else _act(row)


def act_detail(session: Session, revision: int) -> tuple[Alteration, ...]:
    """Return what an act altered, record by record, in the order it was written."""
    return tuple(alteration for alteration, _ in alterations(session, revision))


def alterations(session: Session, revision: int) -> list[tuple[Alteration, int | None]]:
    """Return what an act altered, each with the row number of a record that it removed."""
    table = schema().alteration
    chosen = select(table).where(table.c.revision == revision).order_by(table.c.number)
    rows = session.execute(chosen).mappings().all()
    return [(_alteration(row), row[ROW]) for row in rows if row["table"] in REGISTRY]


def alteration_count(session: Session, revision: int) -> int:
    """Return how many alterations of an act the history still has, of tables unknown here too."""
    table = schema().alteration
    chosen = select(func.count()).select_from(table).where(table.c.revision == revision)
    return session.scalar(chosen) or 0


def altered_since(session: Session, revision: int) -> list[Alteration]:
    """Return what every act after a revision altered, the oldest first."""
    table = schema().alteration
    chosen = select(table).where(table.c.revision > revision).order_by(table.c.number)
    rows = session.execute(chosen).mappings().all()
    return [_alteration(row) for row in rows if row["table"] in REGISTRY]


def record_history(session: Session, key: UUID) -> list[tuple[Act, Alteration]]:
    """Return every act that altered a record, newest first, with what it altered."""
    return [(done, found) for done, found, _ in since(session, [key])]


def since(
    session: Session, keys: Iterable[UUID], revision: int = 0
) -> list[tuple[Act, Alteration, int | None]]:
    """Return what acts after a revision did to these records, newest first, with row numbers."""
    tables = schema()
    columns = [column for column in tables.alteration.c if column.name != "revision"]
    chosen = (
        select(tables.act, *columns)
        .join(tables.act, tables.act.c.revision == tables.alteration.c.revision)
        .where(tables.alteration.c.revision > revision, is_asked(tables.alteration.c.record))
        .order_by(tables.alteration.c.number.desc())
    )
    rows = session.execute(chosen, asked(keys)).mappings()
    return [(_act(row), _alteration(row), row[ROW]) for row in rows if row["table"] in REGISTRY]


def enter(session: Session, made: Act, altered: Iterable[tuple[Alteration, int | None]]) -> Act:
    """Write an act and its alterations into the history; return it with its revision."""
    tables = schema()
    row = {
        "at": made.at.astimezone(UTC).isoformat(),
        "by": made.by,
        "title": made.title,
        "values": dict(made.values),
        "count": made.count,
        "undoes": made.undoes,
    }
    result = session.execute(insert(tables.act).returning(tables.act.c.revision), row)
    revision = result.scalar_one()
    if rows := [_row(revision, found, place) for found, place in altered]:
        session.execute(insert(tables.alteration), rows)
    return replace(made, revision=revision)


def mark_undone(session: Session, undone: Act, by_act: Act) -> None:
    """Note which act undid another; what an undone undo had undone is in force again."""
    table = schema().act
    session.execute(
        table.update().where(table.c.revision == undone.revision).values(undone_by=by_act.revision)
    )
    if undone.undoes is not None:
        session.execute(
            table.update().where(table.c.revision == undone.undoes).values(undone_by=None)
        )


def _row(revision: int, found: Alteration, place: int | None) -> dict[str, Any]:
    return {
        "revision": revision,
        "table": found.cls.table,
        "record": stored_id(found.id),
        ROW: place,
        "before": found.before,
        "after": found.after,
    }


def _act(row: RowMapping) -> Act:
    return Act(
        revision=row["revision"],
        at=datetime.fromisoformat(row["at"]),
        by=row["by"],
        title=row["title"],
        values=row["values"],
        count=row["count"],
        undone_by=row["undone_by"],
        undoes=row["undoes"],
    )


def _alteration(row: RowMapping) -> Alteration:
    return Alteration(REGISTRY[row["table"]], UUID(row["record"]), row["before"], row["after"])
