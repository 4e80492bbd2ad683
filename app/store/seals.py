"""Sealed rounds: ballots cut from their voters, chained so that later tampering shows."""

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime

from app.store import sqlite_file

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
    digest = _digest(connection, asked, turn)
    link = _link(before, (number, asked, turn, at.isoformat(), len(rows), digest))
    connection.execute(
        'INSERT INTO seal (number, round, turn, at, "count", digest, chain)'
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (number, asked, turn, at.isoformat(), len(rows), digest, link),
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
    """Return the rounds and turns whose sealed ballots are not as they were, in their order.

    The chain makes each link depend on all before it: whoever changes a ballot would have to
    write every later link anew.
    """
    if "seal" not in sqlite_file.tables(connection):
        return []
    broken, before = [], FIRST
    for number, asked, turn, at, count, digest, chain in _seals(connection):
        found = _digest(connection, asked, turn)
        is_whole = found == digest and count == len(sealed_ballots(connection, asked, turn))
        if not is_whole or chain != _link(before, (number, asked, turn, at, count, digest)):
            broken.append((asked, turn))
        before = chain
    return broken


def seal_again(connection: sqlite3.Connection) -> None:
    """Write the whole chain anew: after a person was taken out of the sealed texts."""
    if "seal" not in sqlite_file.tables(connection):
        return
    before = FIRST
    for number, asked, turn, at, count, _digest_before, _chain in _seals(connection):
        digest = _digest(connection, asked, turn)
        before = _link(before, (number, asked, turn, at, count, digest))
        connection.execute(
            "UPDATE seal SET digest = ?, chain = ? WHERE number = ?", (digest, before, number)
        )


def _seals(connection: sqlite3.Connection) -> Sequence[tuple[int, str, int, str, int, str, str]]:
    chosen = 'SELECT number, round, turn, at, "count", digest, chain FROM seal ORDER BY number'
    return connection.execute(chosen).fetchall()


def _digest(connection: sqlite3.Connection, asked: str, turn: int) -> str:
    rows = sealed_ballots(connection, asked, turn)
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()


def _link(before: str, told: Sequence[object]) -> str:
    return hashlib.sha256(json.dumps([before, *told]).encode()).hexdigest()
