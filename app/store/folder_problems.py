"""What can be wrong with a project folder, said so that a consultant can mend it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from errno import (
    EACCES,
    EDQUOT,
    EEXIST,
    EFBIG,
    EIO,
    EISDIR,
    ENAMETOOLONG,
    ENOENT,
    ENOSPC,
    ENOTDIR,
    EPERM,
    EROFS,
)
from pathlib import Path
from sqlite3 import Error as SqliteError
from typing import ClassVar

from sqlalchemy.exc import DBAPIError

from methodology.text import N_, Problem


def when(at: datetime) -> str:
    """Write a moment for a message, in the computer's time zone."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


class AtPath(Problem):
    """What is wrong with a file or folder: `says` is the message about {path}."""

    says: ClassVar[str]

    def __init__(self, path: Path, **values: object) -> None:
        super().__init__(self.says, path=path, **values)


class NotAProject(AtPath):
    """The folder holds no project."""

    says = N_(
        "There is no project in {path}. Choose the folder that holds the file project.db,"
        " or create a new project."
    )


class FolderExists(AtPath):
    """Something is already where a new project should go."""

    says = N_("{path} is not empty, and nothing in it was changed. Choose a new or empty folder.")


class FolderLocked(Problem):
    """Another computer has the project open."""

    def __init__(self, computer: str, user: str, since: datetime) -> None:
        super().__init__(
            N_(
                "This project is open on the computer {computer} ({user}), which last gave a sign"
                " of life on {since}. Two computers at once would damage it, so nothing was opened."
                " Close it there and wait until the folder is synchronized; if it is certainly"
                " closed there, open it here all the same."
            ),
            computer=computer,
            user=user,
            since=since,
        )
        self.computer = computer
        self.since = since


class FolderDamaged(Problem):
    """The database cannot be read and no good copy was found in the folder."""

    def __init__(self, path: Path, copies: tuple[Path, ...] = ()) -> None:
        super().__init__(
            N_(
                "The project in {path} is damaged, and none of the copies in its folder backups"
                " can be read ({copies}). Nothing was changed. Restore a copy from another place:"
                " a packed project, a synchronized drive or an external disk."
            ),
            path=path,
            copies=", ".join(copy.name for copy in copies) or "–",
        )
        self.copies = copies


class DatabaseDamaged(AtPath):
    """The database of an open project turned out to be damaged."""

    says = N_(
        "The database of the project in {path} is damaged; this last step was not done."
        " Close the project and open it again: the last good copy takes its place, and the"
        " damaged file is kept."
    )


class FolderMended(Problem):
    """A notice: the database was damaged or missing and the last good copy took its place."""

    def __init__(self, backup: Path, backed_up_at: datetime, kept: str, until: datetime) -> None:
        damaged = N_(
            "The project's database was damaged. The last good copy ({backup}) was opened in its"
            " place. At most what was entered between {first} and {last} is missing. The damaged"
            " file was kept: {kept}."
        )
        missing = N_(
            "The project's database was missing. The last good copy ({backup}) was opened in its"
            " place; it holds what was entered until {first}."
        )
        super().__init__(
            damaged if kept else missing,
            backup=backup.name,
            first=backed_up_at,
            last=until,
            kept=kept,
        )


class NewerVersion(AtPath):
    """The project was written by a newer version of the program."""

    says = N_(
        "The project in {path} was saved by a newer version of Dínamo. Nothing was changed."
        " Install the newest version on this computer and open it again."
    )


class FolderReadOnly(AtPath):
    """The folder cannot be written to."""

    says = N_(
        "Nothing can be written in {path}. Choose a place of your own, such as Documents, and"
        " copy a project there as a whole folder; or ask for permission to change it."
    )


class PlaceTaken(AtPath):
    """A file stands where a folder should be, or a folder where a file should."""

    says = N_(
        "{path} was not written: a file stands where a folder is needed, or a folder where"
        " a file is. Nothing was changed. Choose another name."
    )


class PlaceMissing(AtPath):
    """The folder or the drive that should hold something is not there."""

    says = N_(
        "{path} cannot be reached: the folder or the drive that holds it is not there."
        " Connect the drive or choose another place, and repeat."
    )


class NameTooLong(AtPath):
    """A name is longer than the disk can hold."""

    says = N_("The disk cannot hold a name as long as {path}. Choose a shorter one.")


class FileTooLarge(AtPath):
    """A file grew beyond what the disk holds in one file."""

    says = N_(
        "The disk that holds {path} takes no file so large. What was saved before is kept;"
        " this last step was not done. Repeat it on another disk."
    )


class DiskFailing(AtPath):
    """The disk does not answer as it should."""

    says = N_(
        "The disk that holds {path} could not be read or written; this last step was not"
        " done. Check its cable, or copy the whole folder to another disk, and repeat."
    )


class FileUnreadable(AtPath):
    """A file or folder may not be read."""

    says = N_("{path} may not be read. Ask for permission to read it, and repeat.")


class DiskFull(AtPath):
    """No room is left on the disk."""

    says = N_(
        "The disk that holds {path} is full. What was saved before is kept; this last step"
        " was not done. Free some space and repeat it."
    )


class NotRefreshed(AtPath):
    """A notice: a project was closed, but its backup or its readable tables could not follow."""

    says = N_(
        "What was saved is kept. Only the backup and the readable tables in {path} could"
        " not be refreshed, as when the disk is full. Free some space, and open and close"
        " the project again: they are refreshed then."
    )


class FileMissing(AtPath):
    """A file that was asked for is not there."""

    says = N_("There is no file {path}. Check its name and choose it again.")


class BackupUnreadable(Problem):
    """A file that is no good copy of a project's database."""

    def __init__(self, backup: Path) -> None:
        super().__init__(
            N_(
                "{backup} is not a readable copy of a project, so nothing was changed. Choose"
                " another file from a folder backups; a packed project (.dinamo) is unpacked"
                " instead."
            ),
            backup=backup.name,
        )


class FileBusy(AtPath):
    """Another program holds a file."""

    says = N_(
        "Another program is using {path}. What was saved before is kept; close the file"
        " there and repeat the last step."
    )


class SyncedFolder(AtPath):
    """A notice: the folder lies on a synchronised drive."""

    says = N_(
        "{path} is synchronized by {service}. Open the project on one computer at a time"
        " and let it finish synchronizing; a folder outside {service} is safer."
    )

    def __init__(self, path: Path, service: str) -> None:
        super().__init__(path, service=service)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn the errors of disk and database that people can mend into Problems about `path`."""
    try:
        yield
    except (OSError, SqliteError, DBAPIError) as error:
        problem = _problem(error, path)
        if problem is None:
            raise
        raise problem from error


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn the refusal to read a file or folder into FileUnreadable, which names what it is."""
    try:
        yield
    except PermissionError as error:
        named = Path(error.filename or path)
        is_shared = getattr(error, "winerror", None) in _WINDOWS_SHARING
        raise (FileBusy if is_shared else FileUnreadable)(named) from error


_BY_ERRNO: dict[int | None, Callable[[Path], Problem]] = {
    ENOENT: PlaceMissing,
    ENAMETOOLONG: NameTooLong,
    EFBIG: FileTooLarge,
    EIO: DiskFailing,
    EEXIST: PlaceTaken,
    EISDIR: PlaceTaken,
    ENOTDIR: PlaceTaken,
    ENOSPC: DiskFull,
    EDQUOT: DiskFull,
    EROFS: FolderReadOnly,
    EACCES: FolderReadOnly,
    EPERM: FolderReadOnly,
}
UNWRITTEN = (DiskFull, FolderReadOnly, FileBusy, FileTooLarge, PlaceTaken)
_WINDOWS_SHARING = (32, 33)
_BY_TEXT: dict[str, Callable[[Path], Problem]] = {
    "disk is full": DiskFull,
    "readonly database": FolderReadOnly,
    "unable to open database": FolderReadOnly,
    "database is locked": FileBusy,
    "table is locked": FileBusy,
    "disk i/o error": DiskFailing,
    "malformed": DatabaseDamaged,
    "not a database": DatabaseDamaged,
}


def _problem(error: Exception, path: Path) -> Problem | None:
    if isinstance(error, OSError):
        if getattr(error, "winerror", None) in _WINDOWS_SHARING:
            return FileBusy(path)
        made = _BY_ERRNO.get(error.errno)
        return made(path) if made else None
    said = (str(error.orig) if isinstance(error, DBAPIError) else str(error)).lower()
    for text, found in _BY_TEXT.items():
        if text in said:
            return found(path)
    return None
