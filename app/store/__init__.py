"""The project folder: tables, the one writer, history, backup. Nothing outside knows its SQL."""

from app.store.backup import Backup, Reason, backups
from app.store.changes import Act, Alteration, Change, ChangeSet, Edit, Put, Remove
from app.store.checking import Finding, Severity, check_folder
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
    SyncedFolder,
)
from app.store.history import act_detail, acts, record_history
from app.store.loading import Unreadable, load, revision
from app.store.moving import ChangedWhileMoving, FolderOpen, Moved, move_folder
from app.store.opening import create_folder, open_folder
from app.store.packing import PackDamaged, pack, unpack
from app.store.purge import NotAPerson, PurgeReport, purge_person
from app.store.references import Consequences, consequences, preview, with_consequences
from app.store.refusals import (
    ChangedMeanwhile,
    Clash,
    Conflict,
    Gone,
    NotUnique,
    StillReferenced,
    UndoRefused,
)
from app.store.restoring import restore
from app.store.short_forms import ShortForm, short_forms
from app.store.synchronised import safer_place
from app.store.tables import create_tables
from app.store.unadopting import undo_adoption
from app.store.undoing import restore_values, undo
from app.store.writer import apply

__all__ = [
    "Act",
    "Alteration",
    "Backup",
    "BackupUnreadable",
    "Change",
    "ChangeSet",
    "ChangedMeanwhile",
    "ChangedWhileMoving",
    "Clash",
    "Conflict",
    "Consequences",
    "DatabaseBusy",
    "DatabaseDamaged",
    "DiskFull",
    "Edit",
    "FileBusy",
    "FileMissing",
    "Finding",
    "Folder",
    "FolderDamaged",
    "FolderExists",
    "FolderLocked",
    "FolderMended",
    "FolderOpen",
    "FolderReadOnly",
    "Gone",
    "Moved",
    "NewerVersion",
    "NotAPerson",
    "NotAProject",
    "NotUnique",
    "PackDamaged",
    "PurgeReport",
    "Put",
    "Reason",
    "Remove",
    "Severity",
    "ShortForm",
    "StillReferenced",
    "SyncedFolder",
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
    "safer_place",
    "save_document",
    "saved_documents",
    "short_forms",
    "undo",
    "undo_adoption",
    "unpack",
    "with_consequences",
    "writing",
]
