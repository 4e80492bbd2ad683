"""Whose a database is: a backup of one project must not silently take the place of another."""

from pathlib import Path
from sqlite3 import DatabaseError

from app.store import sqlite_file
from app.store.layout import database
from methodology.text import N_, Problem


class OtherProject(Problem):
    """A backup of one project is about to go over another."""

    def __init__(self, backup: Path, other: str, folder: Path, name: str) -> None:
        super().__init__(
            N_(
                "{backup} is a copy of another project, “{other}”; {folder} holds “{name}”."
                " Nothing was changed. Choose a new folder for it."
            ),
            backup=backup.name,
            other=other,
            folder=folder,
            name=name,
        )


def refuse_other_project(backup: Path, folder: Path) -> None:
    """Raise OtherProject when the folder holds a project that the backup is no copy of.

    What cannot be read is not compared: `restore` says what is wrong with it.
    """
    copied, there = _project(backup), _project(database(folder.expanduser()))
    if copied and there and copied[0] != there[0]:
        raise OtherProject(backup, copied[1], folder, there[1])


def _project(path: Path) -> tuple[str, str] | None:
    """Return the id and the name of the project in a database, if it can be read."""
    try:
        with sqlite_file.connected(path) as connection:
            found = connection.execute("SELECT id, name FROM project").fetchone()
    except (OSError, DatabaseError):
        return None
    return (str(found[0]), str(found[1])) if found else None
