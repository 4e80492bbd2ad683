"""The project folder: what lies where, and how the program's own files are called."""

from contextlib import suppress
from pathlib import Path

from app.whole_files import TEMPORARY_SUFFIX

DATABASE = "project.db"
FILES = "files"
DOCUMENTS = "documents"
TABLES = "tables"
BACKUPS = "backups"
PARTS = (FILES, DOCUMENTS, TABLES, BACKUPS)

LOCK_SUFFIX = ".lock"
DAMAGED_PREFIX = "project-damaged"
OWED = "wiping.pending"  # there while old bytes of the database are still to be wiped
BACKUP_NAMES = "????-??-??-??????Z-*.db"
WORKING_SUFFIXES = ("-wal", "-shm", "-journal")


def database(folder: Path) -> Path:
    """Return where the database of a project folder lies."""
    return folder / DATABASE


def folder_of(path: Path) -> Path:
    """Return the project folder that somebody names by its path, or by that of its database."""
    path = path.expanduser().absolute()
    return path.parent if path.name == DATABASE and path.is_file() else path


def is_project(folder: Path) -> bool:
    """Say whether a folder holds a project, whole or damaged."""
    return database(folder).is_file() or any((folder / BACKUPS).glob(BACKUP_NAMES))


def make_parts(folder: Path) -> None:
    """Make the folder and those of its parts that are missing."""
    for part in PARTS:
        (folder / part).mkdir(parents=True, exist_ok=True)


def remove_empty_parts(folder: Path) -> None:
    """Take away what `make_parts` made where nothing was put into it."""
    for path in (*(folder / part for part in PARTS), folder):
        with suppress(OSError):
            path.rmdir()


def is_working_file(path: Path) -> bool:
    """Say whether a file only serves a running program: locks, journals, unfinished files."""
    return path.name.endswith((LOCK_SUFFIX, TEMPORARY_SUFFIX, *WORKING_SUFFIXES))
