"""The projects opened lately on this computer, last first: the list of the first page."""

import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter

from app.memory import Memory

KEPT = 30


class RecentProject(BaseModel):
    """A project folder this computer has opened; `key` names it in the address of a page."""

    model_config = ConfigDict(frozen=True)

    key: str
    path: Path
    name: str
    opened_at: datetime


_MEMORY = Memory[tuple[RecentProject, ...]](
    "recent.json", TypeAdapter(tuple[RecentProject, ...]), ()
)


def recent() -> tuple[RecentProject, ...]:
    """Return the projects opened lately, last first; none when the list cannot be read."""
    return _MEMORY.read()


def find(key: str) -> RecentProject | None:
    """Return the project that `key` names, None when it is not in the list."""
    return next((project for project in recent() if project.key == key), None)


def remember(path: Path, name: str) -> str:
    """Put a project at the head of the list; return its key, the same for the same folder."""
    folder = path.expanduser().resolve()
    key = hashlib.sha256(os.path.normcase(folder).encode()).hexdigest()[:12]
    project = RecentProject(key=key, path=folder, name=name, opened_at=datetime.now(UTC))
    _MEMORY.change(lambda known: (project, *_without(known, key))[:KEPT])
    return key


def forget(key: str) -> None:
    """Take a project off the list; its folder stays where it is."""
    _MEMORY.change(lambda known: _without(known, key))


def _without(known: tuple[RecentProject, ...], key: str) -> tuple[RecentProject, ...]:
    return tuple(project for project in known if project.key != key)
