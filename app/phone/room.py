"""What the phone server knows and does while it runs: one room full of phones."""

import asyncio
import contextlib
import sqlite3
import time
from pathlib import Path
from uuid import UUID

from app.phone.desk import Board, Desk
from app.phone.limits import Budget
from app.phone.visitor import Visitor
from app.store import voters
from app.store.ballots import BallotWriter, Cast, Outcome
from app.store.database import TROUBLE
from app.store.layout import database
from app.store.passphrase import REMOTE, kept
from app.store.sqlite_file import existing
from app.store.voting import seal_round
from methodology.rounds import State
from methodology.text import Problem

LOOK_SECONDS = 0.05
BEAT_SECONDS = 15.0
FLUSH_SECONDS = 2.0
KEEPER = "Dínamo"
_TROUBLE = (*TROUBLE, Problem)


class Room:
    """The board that phones see, who waits for news of it, and the way into the log of ballots."""

    def __init__(self, path: Path) -> None:
        self.desk = Desk(path)
        self.board = Board()
        self.answers, self.codes = Budget(30, 1.0), Budget(20, 3.0)
        self.phrases, self.all_phrases = Budget(5, 60.0), Budget(60, 1.0)
        self.listeners = 0
        self._came: dict[str, UUID | None] = {}
        self._known: set[str] = set()
        self._looking = asyncio.Lock()

    async def start(self) -> None:
        """Look at the project for the first time, and begin to watch it."""
        self._loop = asyncio.get_running_loop()
        self._news: asyncio.Future[None] = self._loop.create_future()
        self.board = await asyncio.to_thread(self.desk.board)
        self._writer = BallotWriter(database(self.desk.path), self._written)
        self._tasks = [asyncio.create_task(one()) for one in (self._watch, self._keep)]

    async def stop(self) -> None:
        """Write what is left, and let go."""
        for task in self._tasks:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
        await asyncio.to_thread(self._writer.close)
        await asyncio.to_thread(self._note_presence)
        self.desk.close()

    def cast(self, given: Cast) -> "asyncio.Future[Outcome]":
        """Have a ballot written; the outcome comes once it is on the disk, or not."""
        future: asyncio.Future[Outcome] = self._loop.create_future()
        self._writer.submit(given, future)
        return future

    @property
    def is_writing(self) -> bool:
        """Say whether ballots are taken in."""
        return self._writer.is_alive

    @property
    def next_news(self) -> "asyncio.Future[None]":
        """What is done once the board changes, or with a sign of life; never to be cancelled."""
        return self._news

    def welcome(self, found: Visitor) -> None:
        """Note that somebody joined: with a card, or with a phone that comes back as itself.

        A first visit is none yet: whoever keeps no name could make as many as requests.
        """
        if found.is_new and found.card is None:
            return
        voter = voters.of_card(found.card.id) if found.card else voters.of_device(found.device)
        if voter not in self._known:
            self._known.add(voter)
            self._came[voter] = found.card.id if found.card else None

    async def look_again(self) -> None:
        """Read the board anew, and tell whoever waits when it is another one.

        One look at a time: an older board never takes the place of a newer one.
        """
        async with self._looking:
            board = await asyncio.to_thread(self.desk.board)
            is_news = board.version != self.board.version
            self.board = board
        if is_news:
            self._tell()

    def _tell(self) -> None:
        before, self._news = self._news, self._loop.create_future()
        before.set_result(None)

    def _written(self, results: list[tuple[object, Outcome]]) -> None:
        """Hear from the writer's thread, and hand over to the loop in one go."""
        self._loop.call_soon_threadsafe(_resolve, results)

    async def _watch(self) -> None:
        """Notice within a moment what the facilitator changed, at 4 µs a look."""
        with contextlib.closing(_watching(database(self.desk.path))) as connection:
            seen, beat = -1, time.monotonic()
            while True:
                with contextlib.suppress(*_TROUBLE):
                    version = connection.execute("PRAGMA data_version").fetchone()[0]
                    known = self.board.revision, self.board.remote
                    if version != seen and _kept(connection) != known:
                        await self.look_again()
                    seen = version
                if time.monotonic() - beat > BEAT_SECONDS:
                    beat = time.monotonic()
                    self._tell()
                await asyncio.sleep(LOOK_SECONDS)

    async def _keep(self) -> None:
        """Note who joined, and finish the sealing of rounds that a reader held up."""
        while True:
            await asyncio.sleep(FLUSH_SECONDS)
            with contextlib.suppress(*_TROUBLE):
                if self._came:
                    await asyncio.to_thread(self._note_presence)
                for asked in self.board.rounds:
                    if asked.state is State.SEALING:
                        await asyncio.to_thread(seal_round, self.desk, asked.id, by=KEEPER)

    def _note_presence(self) -> None:
        came, self._came = self._came, {}
        if came:
            self.desk.note_presence(came.items())


def _resolve(results: list[tuple[object, Outcome]]) -> None:
    for future, outcome in results:
        if isinstance(future, asyncio.Future) and not future.done():
            future.set_result(outcome)


def _watching(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(existing(path), timeout=1.0, isolation_level=None, uri=True)


def _kept(connection: sqlite3.Connection) -> tuple[int, bytes]:
    """Return what a board is read of: the revision, and the passphrase, which no act tells of."""
    revision = connection.execute("SELECT max(revision) FROM act").fetchone()[0] or 0
    return int(revision), kept(connection, REMOTE)
