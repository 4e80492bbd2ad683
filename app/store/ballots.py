"""The log of ballots: one row for each voter's key and turn, replaced only by a newer one.

`cast` writes a batch inside a transaction of its caller; `BallotWriter` is the phone server's own
thread, which takes what has come in, writes it in one transaction that reaches the disk, and only
then lets anybody say «received». Replayed, doubled and reordered ballots change nothing: what
counts is the highest `seq` of a voter, whenever it arrives before the round closes.
"""

import logging
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import NamedTuple
from uuid import UUID

from app.store import voters
from app.store.sqlite_file import BUSY_SECONDS, existing
from methodology.round_steps import NotOpen, RoundClosed
from methodology.rounds import Channel, State

AT_ONCE = 500
CROWD, GATHER_SECONDS = 4, 0.0005  # ballots of a group after which the next waits for more
_LOG = logging.getLogger(__name__)
_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "secure_delete = ON",
    "wal_autocheckpoint = 8000",  # keys of voters are hashes: each ballot meets another page
)
_UPSERT = (
    "INSERT INTO ballot (round, turn, voter, seq, channel, content) VALUES (?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (round, turn, voter) DO UPDATE SET seq = excluded.seq,"
    " channel = excluded.channel, content = excluded.content WHERE excluded.seq > ballot.seq"
)


class Cast(NamedTuple):
    """A valid answer on its way into the log.

    `round` is its id as text; `voter` is what `voters.of_card` or `voters.of_device` says; `seq`
    orders the ballots of one voter, from whichever phone.
    """

    round: str
    turn: int
    voter: str
    seq: int
    content: str
    card: UUID | None = None
    channel: Channel = Channel.PHONE


class Kept(NamedTuple):
    """A ballot that is on the disk; `code` is the receipt that the voter sees."""

    code: str


Outcome = Kept | Exception


def cast(connection: sqlite3.Connection, given: Sequence[Cast]) -> list[Kept | NotOpen]:
    """Write ballots inside the caller's transaction; NotOpen stands for each that came too late."""
    turns = {
        (asked, turn): voters.turn_key(connection, asked, turn)
        for asked, turn in _open_turns(connection, {one.round for one in given})
    }
    rows, came = [], []
    outcomes: list[Kept | NotOpen] = []
    for one in given:
        secret = turns.get((one.round, one.turn))
        if secret is None:
            outcomes.append(RoundClosed())
            continue
        voter, code = voters.key_and_receipt(secret, one.voter, one.seq)
        rows.append((one.round, one.turn, voter, one.seq, one.channel.value, one.content))
        if one.card:
            came.append((one.round, one.turn, str(one.card)))
        outcomes.append(Kept(code))
    connection.executemany(_UPSERT, rows)
    connection.executemany("INSERT OR IGNORE INTO participation VALUES (?, ?, ?)", came)
    return outcomes


def _open_turns(connection: sqlite3.Connection, asked: set[str]) -> Iterable[tuple[str, int]]:
    for key in asked:
        chosen = "SELECT turn FROM round WHERE id = ? AND state = ?"
        if row := connection.execute(chosen, (key, State.OPEN.value)).fetchone():
            yield key, int(row[0])


Done = Callable[[list[tuple[object, Outcome]]], None]


class BallotWriter:
    """A thread that writes ballots in groups; `done` hears, in that thread, of each group's end.

    What is submitted comes back with the object given along. A group that cannot be written, for
    want of room or because another program writes for too long, comes back with the error: nothing
    of it was kept.
    """

    def __init__(self, path: Path, done: Done) -> None:
        self._done, self._connection = done, _connected(path)
        self._waiting: SimpleQueue[tuple[Cast, object] | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name="ballots", daemon=True)
        self._thread.start()

    @property
    def is_alive(self) -> bool:
        """Say whether what is submitted will be written."""
        return self._thread.is_alive()

    def submit(self, given: Cast, tag: object) -> None:
        """Have a ballot written with the next group."""
        self._waiting.put((given, tag))

    def close(self) -> None:
        """Write what was submitted, and end."""
        self._waiting.put(None)
        self._thread.join()

    def _work(self) -> None:
        with closing(self._connection) as connection:
            group: list[tuple[Cast, object]] = []
            is_over = False
            while not is_over:
                group, is_over = self._next_group(is_crowd=len(group) >= CROWD)
                if group:
                    self._done(self._written(connection, group))

    def _next_group(self, *, is_crowd: bool) -> tuple[list[tuple[Cast, object]], bool]:
        """Wait for a ballot; return it with whatever else has come in meanwhile.

        In a crowd more are on their way: one trip to the disk then serves twice as many.
        """
        group: list[tuple[Cast, object]] = []
        found = self._waiting.get()
        if is_crowd:
            time.sleep(GATHER_SECONDS)
        while found is not None:
            group.append(found)
            if len(group) == AT_ONCE:
                return group, False
            try:
                found = self._waiting.get_nowait()
            except Empty:
                return group, False
        return group, True

    def _written(
        self, connection: sqlite3.Connection, group: list[tuple[Cast, object]]
    ) -> list[tuple[object, Outcome]]:
        try:
            outcomes: list[Outcome] = [*self._commit(connection, [one for one, _ in group])]
        except Exception as error:  # whatever it is, phones hear of it and the next group goes on
            _LOG.exception("ballots not kept: %d", len(group))
            outcomes = [error] * len(group)
        return [(tag, outcome) for (_, tag), outcome in zip(group, outcomes, strict=True)]

    def _commit(
        self, connection: sqlite3.Connection, given: Sequence[Cast]
    ) -> Sequence[Kept | NotOpen]:
        connection.execute("BEGIN IMMEDIATE")
        try:
            found = cast(connection, given)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        return found


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        existing(path),
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        uri=True,
    )
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").close()
    return connection
