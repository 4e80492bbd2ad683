"""The projects opened lately on this computer, last first: the list of the first page."""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from app.home import home

KEPT = 30


class RecentProject(BaseModel):
    """A project folder this computer has opened; `key` names it in the address of a page."""

    model_config = ConfigDict(frozen=True)

    key: str
    path: Path
    name: str
    opened_at: datetime


_LIST = TypeAdapter(tuple[RecentProject, ...])


def recent() -> tuple[RecentProject, ...]:
    """Return the projects opened lately, last first; none when the list cannot be read."""
    try:
        return _LIST.validate_json(_file().read_bytes())
    except (OSError, ValidationError):
        return ()


def find(key: str) -> RecentProject | None:
    """Return the project that `key` names, None when it is not in the list."""
    return next((project for project in recent() if project.key == key), None)


def remember(path: Path, name: str) -> str:
    """Put a project at the head of the list; return its key, the same for the same folder."""
    folder = path.expanduser().resolve()
    key = hashlib.sha256(os.path.normcase(folder).encode()).hexdigest()[:12]
    project = RecentProject(key=key, path=folder, name=name, opened_at=datetime.now(UTC))
    others = (other for other in recent() if other.key != key)
    _write([project, *others][:KEPT])
    return key


def forget(key: str) -> None:
    """Take a project off the list; its folder stays where it is."""
    _write(project for project in recent() if project.key != key)


def _write(projects: Iterable[RecentProject]) -> None:
    """Replace the list whole, so that a killed process leaves the old one."""
    rows = [project.model_dump(mode="json") for project in projects]
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=home(), prefix="recent-", suffix=".tmp", delete=False
    ) as file:
        json.dump(rows, file, ensure_ascii=False, indent=1)
    Path(file.name).replace(_file())


def _file() -> Path:
    return home() / "recent.json"
