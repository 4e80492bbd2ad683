"""Making and opening project folders: what can be wrong is found, mended or explained here."""

from pathlib import Path

from app.store import database as engines
from app.store import sqlite_file, writer
from app.store.backup import Reason, back_up_changes, back_up_database, backups
from app.store.changes import ChangeSet, Put
from app.store.content import is_whole, tables_there
from app.store.folder import Folder
from app.store.folder_problems import (
    FolderExists,
    NewerVersion,
    NotAProject,
    SyncedFolder,
    explained,
)
from app.store.layout import database, folder_of, is_project, make_parts, remove_empty_parts
from app.store.lock import Lock, acquire
from app.store.mending import mend
from app.store.migrations import latest, migrate, stamp
from app.store.packing import is_free
from app.store.synchronised import service
from app.store.tables import create_tables
from app.store.traces import settle
from app.whole_files import place, temporary
from methodology.project import Project
from methodology.records import record_types
from methodology.text import N_, Problem


def create_folder(path: Path, project: Project, *, by: str) -> Folder:
    """Make a project folder and open it; FolderExists when something is already there.

    One that cannot be made whole, as on a full disk, is taken away again.
    """
    path = path.expanduser().absolute()
    with explained(path):
        if not is_free(path):
            raise FolderExists(path)
        try:
            _make(path, project, by)
        except BaseException:
            remove_empty_parts(path)
            raise
    try:
        return open_folder(path)
    except BaseException:
        if not backups(path):
            sqlite_file.remove(database(path))
            remove_empty_parts(path)
        raise


def open_folder(path: Path, *, force: bool = False) -> Folder:
    """Open a project folder; give its path, or that of its project.db.

    A damaged database is replaced by the last good backup and an older schema is brought to the
    newest, both told in `Folder.notices`. Raises NotAProject, FolderLocked (unless `force`),
    FolderDamaged, NewerVersion, FolderReadOnly or DiskFull; nothing is then changed.
    """
    path = folder_of(path)
    with explained(path):
        if not is_project(path) or sqlite_file.is_foreign(database(path)):
            raise NotAProject(path)
        lock = acquire(path, force=force)
        try:
            notices = (*_synchronised(path), *_prepared(path, lock))
            make_parts(path)
            settle(path)
            back_up_changes(path, Reason.OPENING)
            return Folder(path, engines.open_engine(database(path)), lock, notices)
        except BaseException:
            lock.release()
            raise


def _make(path: Path, project: Project, by: str) -> None:
    make_parts(path)
    draft = temporary(database(path))
    try:
        _make_database(draft, project, by)
        place(draft, database(path))
    except FileExistsError as error:
        raise FolderExists(path) from error
    finally:
        sqlite_file.remove(draft)


def _make_database(draft: Path, project: Project, by: str) -> None:
    engine = engines.open_engine(draft)
    try:
        with engines.writing(engine) as session:
            create_tables(session.connection())
            writer.apply(session, ChangeSet(N_("Create the project"), (Put(project),)), by=by)
    finally:
        engine.dispose()
    with sqlite_file.connected(draft) as connection:
        stamp(connection, latest())
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _synchronised(path: Path) -> list[Problem]:
    found = service(path)
    return [SyncedFolder(path, found)] if found else []


def _prepared(path: Path, lock: Lock) -> list[Problem]:
    """Mend what is damaged, bring what is old up to date; return what the person should know."""
    notices: list[Problem] = []
    if not sqlite_file.is_sound(database(path)):
        notices.append(mend(path, lock))
    _bring_up_to_date(path)
    if not is_whole(database(path)):
        notices.append(mend(path, lock))
        _bring_up_to_date(path)
    return notices


def _bring_up_to_date(path: Path) -> None:
    with sqlite_file.connected(database(path)) as connection:
        version = sqlite_file.schema_version(connection)
    if version > latest():
        raise NewerVersion(path)
    if version < latest():
        back_up_database(path, Reason.MIGRATION)
        migrate(database(path))
    _make_missing_tables(database(path))


def _make_missing_tables(path: Path) -> None:
    """Make the tables of record types that no released version declares, such as a test's."""
    engine = engines.open_engine(path)
    try:
        with engines.reading(engine) as session:
            is_complete = tables_there(session) >= {cls.table for cls in record_types()}
        if not is_complete:
            with engines.writing(engine) as session:
                create_tables(session.connection())
    finally:
        engine.dispose()
