"""The folder `documents`: exported plans, numbered and dated, never overwritten."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from app.store.folder import Folder
from app.store.folder_problems import explained
from app.store.layout import DOCUMENTS
from app.whole_files import portable, safe_name, write_new

_NUMBERED = re.compile(r"(\d+) ")


def next_number(folder: Folder) -> int:
    """Return the number that the next document will bear, from 1."""
    kept = folder.path / DOCUMENTS
    found = (_NUMBERED.match(path.name) for path in kept.iterdir()) if kept.is_dir() else ()
    return max((int(match[1]) for match in found if match), default=0) + 1


def save_document(
    folder: Folder, write: Callable[[int], bytes], stem: str, on: date, suffix: str = ".docx"
) -> Path:
    """Keep the document that is written for the next number and return where.

    Named «003 Plan 2026-06-12.docx»; no earlier one is touched. Written once more when its number
    was taken meanwhile. DiskFull or FolderReadOnly when it cannot be kept.
    """
    kept, title = folder.path / DOCUMENTS, safe_name(portable(stem))
    while True:
        number = next_number(folder)
        data = write(number)
        with explained(kept), suppress(FileExistsError):
            kept.mkdir(exist_ok=True)
            name = safe_name(f"{number:03d} {title} {on.isoformat()}{suffix}")
            if number == next_number(folder):
                write_new(kept / name, data)
                return kept / name


def saved_documents(folder: Folder) -> tuple[Path, ...]:
    """Return the numbered documents, newest first."""
    kept = folder.path / DOCUMENTS
    found = [path for path in kept.iterdir() if _NUMBERED.match(path.name)] if kept.is_dir() else []
    return tuple(sorted(found, key=number_of, reverse=True))


def number_of(path: Path) -> int:
    """Return the number of a document; 0 for a file that has none."""
    match = _NUMBERED.match(path.name)
    return int(match[1]) if match else 0
