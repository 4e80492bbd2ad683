"""Sealed rounds: ballots cut from their voters, chained so that later tampering shows.

A seal holds two hashes: of the ballots, and of what was asked and what it came to, as declared.
"""

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from app.store import sqlite_file
from methodology.record import Record, fields
from methodology.round_results import (
    RoundPair,
    RoundPledge,
    RoundResult,
    RoundSummary,
    RoundText,
    View,
)
from methodology.round_steps import LIVE
from methodology.rounds import Round, RoundCriterion, RoundItem, State

_ASKED: tuple[type[Record], ...] = (RoundItem, RoundCriterion)
_CAME_TO: tuple[type[Record], ...] = (RoundResult, RoundSummary, RoundPair, RoundText, RoundPledge)
# commitments come last: they do not tell the turns of a round apart
_LATER = LIVE | {"group", "is_hidden", "actor", "without"}  # ideas are grouped, actors may go
_OVER = tuple(one.value for one in State if one not in (State.DRAFT, State.OPEN, State.SEALING))

Sealed = tuple[str, str]  # who, empty in a secret round, and the answer
FIRST = "0" * 64


def seal(
    connection: sqlite3.Connection, asked: str, turn: int, sealed: Iterable[Sealed], at: datetime
) -> None:
    """Keep the ballots of a turn in an order that says nothing, and add a link to the chain."""
    rows = list(sealed)
    secrets.SystemRandom().shuffle(rows)
    connection.executemany(
        "INSERT INTO sealed_ballot (round, turn, place, who, content) VALUES (?, ?, ?, ?, ?)",
        [(asked, turn, place, *row) for place, row in enumerate(rows, start=1)],
    )
    last = connection.execute("SELECT number, chain FROM seal ORDER BY number DESC").fetchone()
    number, before = (last[0] + 1, last[1]) if last else (1, FIRST)
    digest, told = _digest(connection, asked, turn), _told(connection, asked, turn)
    sealed_as = (number, asked, turn, at.isoformat(), len(rows), digest, told)
    connection.execute(
        'INSERT INTO seal (number, round, turn, at, "count", digest, told, chain)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (*sealed_as, _link(before, sealed_as)),
    )


def is_sealed(connection: sqlite3.Connection, asked: str, turn: int) -> bool:
    """Say whether a turn of a round was sealed."""
    chosen = "SELECT 1 FROM seal WHERE round = ? AND turn = ?"
    return connection.execute(chosen, (asked, turn)).fetchone() is not None


def sealed_ballots(connection: sqlite3.Connection, asked: str, turn: int) -> list[Sealed]:
    """Return the sealed ballots of a turn, in their order that says nothing."""
    chosen = "SELECT who, content FROM sealed_ballot WHERE round = ? AND turn = ? ORDER BY place"
    return [(row[0], row[1]) for row in connection.execute(chosen, (asked, turn))]


def broken_seals(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Return the rounds and turns that are not as they were when they were sealed, in their order.

    The chain makes each link depend on all before it: whoever changes a ballot would have to
    write every later link anew. What was asked and what it came to is compared as long as the
    round is there. A round that is over without a seal comes last.
    """
    if "seal" not in sqlite_file.tables(connection):
        return []
    broken, before, sealed = [], FIRST, set()
    for *sealed_as, chain in _seals(connection):
        _number, asked, turn, _at, count, digest, told = sealed_as
        is_whole = count == len(sealed_ballots(connection, asked, turn))
        is_whole &= _digest(connection, asked, turn) == digest
        is_whole &= _told(connection, asked, turn) in (told, "")
        if not is_whole or chain != _link(before, sealed_as):
            broken.append((asked, turn))
        sealed.add((asked, turn))
        before = chain
    return [*broken, *(one for one in _over(connection) if one not in sealed)]


def seal_again(connection: sqlite3.Connection) -> None:
    """Write the whole chain anew: after a person was taken out of the sealed texts."""
    if "seal" not in sqlite_file.tables(connection):
        return
    before = FIRST
    for number, asked, turn, at, count, *_before in _seals(connection):
        digest, told = _digest(connection, asked, turn), _told(connection, asked, turn)
        before = _link(before, (number, asked, turn, at, count, digest, told))
        connection.execute(
            "UPDATE seal SET digest = ?, told = ?, chain = ? WHERE number = ?",
            (digest, told, before, number),
        )


def _seals(connection: sqlite3.Connection) -> Sequence[tuple[Any, ...]]:
    chosen = 'SELECT number, round, turn, at, "count", digest, told, chain FROM seal'
    return connection.execute(f"{chosen} ORDER BY number").fetchall()


def _over(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Return the rounds and turns that ended with a count."""
    if Round.table not in sqlite_file.tables(connection):
        return []
    marks = ", ".join("?" * len(_OVER))
    chosen = f"SELECT id, turn FROM round WHERE closed_at IS NOT NULL AND state IN ({marks})"
    return [(row[0], row[1]) for row in connection.execute(f"{chosen} ORDER BY id", _OVER)]


def _told(connection: sqlite3.Connection, asked: str, turn: int) -> str:
    """Return the hash of what was asked and what a turn came to; empty when the round is gone."""
    rows = [_rows(connection, Round, "id = ?", (asked,))]
    if not rows[0]:
        return ""
    rows += [_rows(connection, cls, "round = ?", (asked,)) for cls in _ASKED]
    for cls in _CAME_TO if rows[0][0]["turns"] == 1 else _CAME_TO[:-1]:
        names = {field.name for field in fields(cls)}
        where = "round = ?"
        values: list[object] = [asked]
        for name, value in (("turn", turn), ("view", View.DECLARED.value)):
            if name in names:
                where, values = f"{where} AND {name} = ?", [*values, value]
        rows.append(_rows(connection, cls, where, values))
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()


def _rows(
    connection: sqlite3.Connection, cls: type[Record], where: str, values: Sequence[object]
) -> list[dict[str, Any]]:
    """Return what rows of a table say, without what may change later and what says nothing."""
    if cls.table not in sqlite_file.tables(connection):
        return []
    names = ["id", *(field.name for field in fields(cls) if field.name not in _LATER)]
    listed = ", ".join(map(sqlite_file.quoted, names))
    found = connection.execute(
        f"SELECT {listed} FROM {sqlite_file.quoted(cls.table)} WHERE {where} ORDER BY id", values
    )
    return [
        {name: cell for name, cell in zip(names, row, strict=True) if cell not in (None, "", 0)}
        for row in found
    ]


def _digest(connection: sqlite3.Connection, asked: str, turn: int) -> str:
    rows = sealed_ballots(connection, asked, turn)
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()


def _link(before: str, told: Sequence[object]) -> str:
    return hashlib.sha256(json.dumps([before, *told]).encode()).hexdigest()
