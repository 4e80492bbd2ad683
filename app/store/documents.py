"""The folder `documents`: exported plans, numbered and dated, never overwritten."""

import re
from datetime import date
from pathlib import Path

from app.store.folder import Folder
from app.store.folder_problems import explained
from app.store.layout import DOCUMENTS
from app.store.whole_files import portable, safe_name, write_new

_NUMBERED = re.compile(r"(\d+) ")


def next_number(folder: Folder) -> int:
    """Return the number that the next document will bear, from 1."""
    kept = folder.path / DOCUMENTS
    found = (_NUMBERED.match(path.name) for path in kept.iterdir()) if kept.is_dir() else ()
    return max((int(match[1]) for match in found if match), default=0) + 1


def save_document(folder: Folder, data: bytes, stem: str, on: date, suffix: str = ".docx") -> Path:
    """Write a document under the next number and return where; no earlier one is touched.

    Named «003 Plan 2026-06-12.docx». DiskFull or FolderReadOnly when it cannot be written.
    """
    kept, title = folder.path / DOCUMENTS, safe_name(portable(stem))
    with explained(kept):
        kept.mkdir(exist_ok=True)
        while True:
            number = next_number(folder)
            name = safe_name(f"{number:03d} {title} {on.isoformat()}{suffix}")
            try:
                write_new(kept / name, data)
            except FileExistsError:
                continue
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
