"""An open project folder: the one object through which the rest of the program reaches it."""

import atexit
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, RLock, Thread

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.store import database as engines
from app.store import loading, writer
from app.store.backup import Reason, back_up_changes, back_up_database
from app.store.changes import Act, ChangeSet
from app.store.folder_problems import UNWRITTEN, FolderLocked, NotRefreshed, explained
from app.store.lock import BEAT_SECONDS, Lock, holders
from app.store.plain_tables import write_tables_in
from app.store.traces import settle
from methodology.snapshot import Snapshot
from methodology.text import Problem

_BEATS_TO_BACKUP = 15


class Folder:
    """A project that is open: `close` it when done; it is safe to use from several threads."""

    def __init__(
        self, path: Path, engine: Engine, lock: Lock, notices: tuple[Problem, ...] = ()
    ) -> None:
        self.path = path
        self._engine, self._lock, self._notices = engine, lock, notices
        self._snapshot: Snapshot | None = None
        self._guard = RLock()
        self._closed = Event()
        self.writings = 0  # how often this program wrote to it since it was opened
        atexit.register(self._leave)
        Thread(target=self._keep, name=f"keeper of {path.name}", daemon=True).start()

    @property
    def is_closed(self) -> bool:
        """Say whether `close` was called."""
        return self._closed.is_set()

    def notices(self) -> tuple[Problem, ...]:
        """Return what people should know: mended, synchronised, open on another computer."""
        others = (holder for holder in holders(self.path) if not holder.is_here)
        return (
            *self._notices,
            *(FolderLocked(other.computer, other.user, other.seen_at) for other in others),
        )

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """Give a session that writes: kept together at the end, or not at all on an error."""
        with explained(self.path), engines.writing(self._engine) as session:
            yield session
        self.writings += 1

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session that sees the project at one moment and holds up nobody."""
        with explained(self.path), engines.reading(self._engine) as session:
            yield session

    def revision(self) -> int:
        """Return the number of the last act."""
        with self.read() as session:
            return loading.revision(session)

    def snapshot(self) -> Snapshot:
        """Return the project as it is; read anew only when it has changed."""
        with self._guard, self.read() as session:
            known, found = self._snapshot, loading.revision(session)
            if known is None or known.revision != found:
                known = self._snapshot = loading.load(session)
            return known

    def apply(self, change_set: ChangeSet, *, by: str, expected: int | None = None) -> Act:
        """Write a change set as one act; see `app.store.writer.apply`."""
        with self.begin() as session:
            return writer.apply(session, change_set, by=by, expected=expected)

    def forget_snapshot(self) -> None:
        """Have the next snapshot read anew: the database was changed beside the writer."""
        with self._guard:
            self._snapshot = None

    def back_up(self, reason: Reason = Reason.DEMAND) -> Path:
        """Make a verified copy of the database in `backups` and return where."""
        self.write_tables()
        return back_up_database(self.path, reason)

    def write_tables(self) -> tuple[Path, ...]:
        """Refresh the readable tables; return those that another program holds open."""
        return write_tables_in(self.path, self.snapshot())

    def refresh(self) -> Problem | None:
        """Write tables and backup where something changed; return a notice when they could not."""
        try:
            back_up_changes(self.path, Reason.CLOSING)
            self.write_tables()
        except UNWRITTEN:
            return NotRefreshed(self.path)
        return None

    def close(self) -> Problem | None:
        """Refresh tables and backup where something changed, and give the folder free.

        Return a notice when they could not be written: what was saved is kept without them.
        """
        if self.is_closed:
            return None
        self._closed.set()
        try:
            return self.refresh()
        finally:
            self._engine.dispose()
            with self._guard:
                self._lock.release()
            atexit.unregister(self._leave)

    def _leave(self) -> None:
        """Close at the end of the program, when nobody is there any more to read a message."""
        with suppress(Problem, OSError, SQLAlchemyError):
            self.close()

    def _beat(self) -> None:
        with self._guard:
            if not self.is_closed:
                self._lock.beat()

    def _keep(self) -> None:
        """Renew the sign of life and, now and then, the backup, until the folder is closed."""
        beats = 0
        while not self._closed.wait(BEAT_SECONDS):
            beats += 1
            try:
                self._beat()
                settle(self.path)
                if beats % _BEATS_TO_BACKUP == 0:
                    back_up_changes(self.path, Reason.REGULAR)
            except (OSError, Problem):
                continue


def back_up(folder: Folder, reason: Reason = Reason.DEMAND) -> Path:
    """Make a verified copy of an open project in its folder `backups` and return where."""
    return folder.back_up(reason)
