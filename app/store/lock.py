"""Who has a project folder open: one small file for each open project, named for its computer.

Programs of one computer may share a folder, since SQLite orders their writing. Another computer
can only see the folder through a synchronised drive, where SQLite cannot: it is refused.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from uuid import uuid4

from app.store.computer import computer_key, computer_name, is_running, user_name
from app.store.folder_problems import FolderLocked
from app.store.layout import LOCK_SUFFIX
from app.whole_files import safe_name, write

BEAT_SECONDS = 60
_SILENCE = timedelta(seconds=5 * BEAT_SECONDS)


@dataclass(frozen=True)
class Holder:
    """A program that has the folder open, as its lock file tells."""

    path: Path
    computer: str
    key: str
    pid: int
    user: str
    seen_at: datetime

    @property
    def is_here(self) -> bool:
        """Say whether the program runs, or ran, on this computer."""
        return self.key == computer_key()

    @property
    def is_alive(self) -> bool:
        """Say whether the program runs on this computer now.

        A number that a restarted computer gave to another program shows by an old sign of life.
        """
        is_recent = datetime.now(UTC) - self.seen_at < _SILENCE
        return self.is_here and is_recent and is_running(self.pid)


class Lock:
    """The mark that this program has a folder open; `beat` renews it, `release` takes it away."""

    def __init__(self, folder: Path) -> None:
        name = safe_name(f"open-on-{computer_name()}-{uuid4().hex[:8]}")
        self.path = folder / f"{name}{LOCK_SUFFIX}"

    def beat(self) -> None:
        """Write the sign of life."""
        told = {
            "computer": computer_name(),
            "key": computer_key(),
            "pid": os.getpid(),
            "user": user_name(),
            "seen_at": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        write(self.path, json.dumps(told, ensure_ascii=False, indent=1).encode())

    def keep(self, until: Event) -> None:
        """Renew the sign of life again and again, until the event is set."""
        while not until.wait(BEAT_SECONDS):
            with suppress(OSError):
                self.beat()

    def release(self) -> None:
        """Take the mark away."""
        self.path.unlink(missing_ok=True)


def acquire(folder: Path, *, force: bool = False) -> Lock:
    """Mark the folder as open here; FolderLocked when another computer has it open.

    Marks of programs of this computer that no longer run are cleared away. `force` clears those
    of other computers too: for a computer that broke down or was switched off while it was open.
    """
    lock = Lock(folder)
    lock.beat()
    for holder in holders(folder):
        if holder.path == lock.path or holder.is_alive:
            continue
        if not holder.is_here and not force:
            lock.release()
            raise FolderLocked(holder.computer, holder.user, holder.seen_at)
        holder.path.unlink(missing_ok=True)
    return lock


def holders(folder: Path) -> Iterator[Holder]:
    """Return every program that the folder's lock files tell of; unreadable files say nothing."""
    for path in sorted(folder.glob(f"*{LOCK_SUFFIX}")):
        try:
            told = json.loads(path.read_bytes())
            seen_at = datetime.fromisoformat(told["seen_at"])
            yield Holder(path, told["computer"], told["key"], told["pid"], told["user"], seen_at)
        except (OSError, ValueError, KeyError, TypeError):
            continue
