"""The project folder: tables, the one writer, history, backup. Nothing outside knows its SQL."""

from app.store.backup import Reason, backups
from app.store.changes import Act, Alteration, Change, ChangeSet, Edit, Put, Remove
from app.store.checking import Severity, check_folder
from app.store.database import DatabaseBusy, open_engine, reading, writing
from app.store.difference import difference
from app.store.documents import next_number, save_document, saved_documents
from app.store.evidence import attach_file, evidence_about, evidence_path, keep_file
from app.store.folder import Folder, back_up
from app.store.folder_problems import (
    BackupUnreadable,
    DatabaseDamaged,
    DiskFull,
    FileBusy,
    FileMissing,
    FolderDamaged,
    FolderExists,
    FolderLocked,
    FolderMended,
    FolderReadOnly,
    NewerVersion,
    NotAProject,
)
from app.store.history import act_detail, acts, record_history
from app.store.loading import Unreadable, load, revision
from app.store.moving import Moved, move_folder
from app.store.opening import create_folder, open_folder
from app.store.packing import PackDamaged, pack, unpack
from app.store.purge import NotAPerson, purge_person
from app.store.references import Consequences, consequences, preview, with_consequences
from app.store.refusals import (
    ChangedMeanwhile,
    Conflict,
    Gone,
    NotUnique,
    StillReferenced,
    UndoRefused,
)
from app.store.restoring import restore
from app.store.tables import create_tables
from app.store.unadopting import undo_adoption
from app.store.undoing import restore_values, undo
from app.store.writer import apply

__all__ = [
    "Act",
    "Alteration",
    "BackupUnreadable",
    "Change",
    "ChangeSet",
    "ChangedMeanwhile",
    "Conflict",
    "Consequences",
    "DatabaseBusy",
    "DatabaseDamaged",
    "DiskFull",
    "Edit",
    "FileBusy",
    "FileMissing",
    "Folder",
    "FolderDamaged",
    "FolderExists",
    "FolderLocked",
    "FolderMended",
    "FolderReadOnly",
    "Gone",
    "Moved",
    "NewerVersion",
    "NotAPerson",
    "NotAProject",
    "NotUnique",
    "PackDamaged",
    "Put",
    "Reason",
    "Remove",
    "Severity",
    "StillReferenced",
    "UndoRefused",
    "Unreadable",
    "act_detail",
    "acts",
    "apply",
    "attach_file",
    "back_up",
    "backups",
    "check_folder",
    "consequences",
    "create_folder",
    "create_tables",
    "difference",
    "evidence_about",
    "evidence_path",
    "keep_file",
    "load",
    "move_folder",
    "next_number",
    "open_engine",
    "open_folder",
    "pack",
    "preview",
    "purge_person",
    "reading",
    "record_history",
    "restore",
    "restore_values",
    "revision",
    "save_document",
    "saved_documents",
    "undo",
    "undo_adoption",
    "unpack",
    "with_consequences",
    "writing",
]
