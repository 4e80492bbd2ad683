"""One file for a whole project folder (`.dinamo`, a zip), to hand over to another computer."""

import hashlib
import json
import os
import shutil
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from app.store import sqlite_file
from app.store.folder_problems import (
    FileMissing,
    FolderExists,
    NewerVersion,
    NotAProject,
    explained,
    readable,
)
from app.store.layout import DATABASE, PARTS, database, is_project, is_working_file, make_parts
from app.store.migrations import latest
from app.whole_files import digest, flush, flush_folder, portable, replace, temporary
from methodology.text import N_, Problem, Remark

SUFFIX = ".dinamo"
MANIFEST = "dinamo.json"
MOST_FILES = 50_000
MOST_BYTES = 20 * 1024**3
_MOST_MANIFEST_BYTES = 64 * 1024**2
_CHUNK = 1024**2
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    TypeError,
    AttributeError,
    ValueError,
    OverflowError,
    RuntimeError,
)
_IGNORED = frozenset({".ds_store", "desktop.ini", "thumbs.db"})


class PackDamaged(Problem):
    """A file that is not a packed project, or not a whole one."""

    def __init__(self, file: Path, detail: str | Remark) -> None:
        super().__init__(
            N_(
                "{file} is not a whole packed project ({detail}). Nothing was unpacked. Copy or"
                " send it again from the computer where it was packed."
            ),
            file=file.name,
            detail=detail,
        )


class NotReplaced(Problem):
    """A file of somebody's own stands where a packed project should go."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            N_(
                "{file} is there already and is no packed project, so it was not replaced. Choose"
                " another name."
            ),
            file=file,
        )


def pack(folder: Path, file: Path) -> Path:
    """Pack a project folder, which may be open, into one verified file and return where.

    A name without an ending gets `.dinamo`. A packed project of that name is replaced only once
    the new one is whole, another file never: NotReplaced. FileUnreadable, and nothing is packed,
    when something of the project may not be read.
    """
    if not database(folder).is_file():
        raise NotAProject(folder)
    target = (file if file.suffix else file.with_suffix(SUFFIX)).absolute()
    with explained(target):
        if target.is_file() and not _is_packed(target):
            raise NotReplaced(target)
        target.parent.mkdir(parents=True, exist_ok=True)
    draft = temporary(target)
    members = {name: path for name, path in _members(folder) if path != target}
    with explained(target.parent), TemporaryDirectory(dir=target.parent) as scratch:
        copied = Path(scratch) / DATABASE
        sqlite_file.copy(database(folder), copied)
        try:
            _write(draft, {DATABASE: copied} | members)
            _verify(draft)
            replace(draft, target)
        finally:
            draft.unlink(missing_ok=True)
    return target


def unpack(file: Path, path: Path) -> Path:
    """Unpack a packed project into a new or empty folder, whole or not at all, and return it.

    FolderExists when something is there; PackDamaged when the file is not whole; NewerVersion.
    """
    if not file.is_file():
        raise FileMissing(file)
    path = path.absolute()
    with explained(path.parent):
        if not is_free(path):
            raise FolderExists(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=path.parent, prefix=".unpacking-") as scratch:
            made = Path(scratch) / "project"
            with readable(file):
                file.open("rb").close()
            _extract(file, made)
            _accept(file, made)
            if path.is_dir():
                clear(path)
            made.replace(path)
            flush_folder(path.parent)
    return path


def is_free(path: Path) -> bool:
    """Say whether a project can be put there: nothing is, or an empty folder.

    Empty parts of a project, as one that could not be made whole leaves them, hold nothing.
    """
    if not path.exists():
        return True
    return path.is_dir() and all(map(_holds_nothing, path.iterdir()))


def clear(path: Path) -> None:
    """Take away a folder that `is_free` found free, with what systems leave in folders."""
    for found in path.iterdir():
        if found.is_dir():
            clear(found)
        else:
            found.unlink()
    path.rmdir()


def _holds_nothing(path: Path) -> bool:
    if path.is_dir() and path.name in PARTS:
        return all(found.name.casefold() in _IGNORED for found in path.iterdir())
    return path.name.casefold() in _IGNORED


def _is_packed(file: Path) -> bool:
    """Say whether a file is what `pack` writes, whole or not."""
    try:
        with readable(file), zipfile.ZipFile(file) as archive:
            return MANIFEST in archive.namelist()
    except zipfile.BadZipFile:
        return False


def _members(folder: Path) -> Iterator[tuple[str, Path]]:
    folder = folder.absolute()
    for part in PARTS:
        for path in sorted(_files(folder / part)):
            if not is_working_file(path):
                parts = path.relative_to(folder).parts
                yield "/".join(portable(name) for name in parts), path


def _files(part: Path) -> Iterator[Path]:
    """Yield the files of a part, however deep; FileUnreadable rather than leave a folder out."""

    def refuse(error: OSError) -> None:
        raise error

    with readable(part):
        for around, _folders, names in os.walk(part, onerror=refuse) if part.exists() else ():
            paths = (Path(around, name) for name in names)
            yield from (path for path in paths if stat.S_ISREG(path.lstat().st_mode))


def _write(target: Path, members: dict[str, Path]) -> None:
    digests: dict[str, str] = {}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
        for name, path in members.items():
            digests[name] = _add(archive, name, path)
        told = {"program": "Dínamo", "schema": latest(), "sha256": digests}
        archive.writestr(MANIFEST, json.dumps(told, ensure_ascii=False, indent=1))


def _add(archive: zipfile.ZipFile, name: str, path: Path) -> str:
    """Add one file and return the SHA-256 of exactly the bytes that went in."""
    found = hashlib.sha256()
    info = zipfile.ZipInfo.from_file(path, name, strict_timestamps=False)
    info.compress_type = zipfile.ZIP_DEFLATED
    with readable(path):
        source = path.open("rb")
    with source, archive.open(info, "w", force_zip64=True) as target:
        while chunk := source.read(_CHUNK):
            found.update(chunk)
            target.write(chunk)
    return found.hexdigest()


def _verify(file: Path) -> None:
    with TemporaryDirectory(dir=file.parent) as scratch:
        _extract(file, Path(scratch) / "project")


def _extract(file: Path, made: Path) -> None:
    """Unpack into a new folder; PackDamaged for anything that is not as it was packed."""
    try:
        with zipfile.ZipFile(file) as archive:
            expected = _manifest(archive, file)
            members = _checked(archive, file, expected)
            for member in members:
                _extract_one(archive, member, made / member.filename)
    except Problem:
        raise
    except _BROKEN as error:
        raise PackDamaged(file, Remark(N_("its content cannot be read"))) from error
    for name, fingerprint in expected.items():
        if digest(made / name) != fingerprint:
            raise PackDamaged(file, name)
    make_parts(made)


def _manifest(archive: zipfile.ZipFile, file: Path) -> dict[str, str]:
    if MANIFEST not in archive.namelist():
        raise PackDamaged(file, Remark(N_("it holds no {name}"), {"name": MANIFEST}))
    if archive.getinfo(MANIFEST).file_size > _MOST_MANIFEST_BYTES:
        raise PackDamaged(file, MANIFEST)
    told = json.loads(archive.read(MANIFEST))
    if int(told["schema"]) > latest():
        raise NewerVersion(file)
    return {str(name): str(found) for name, found in told["sha256"].items()}


def _checked(
    archive: zipfile.ZipFile, file: Path, expected: dict[str, str]
) -> list[zipfile.ZipInfo]:
    members = [member for member in archive.infolist() if member.filename != MANIFEST]
    names = [member.filename for member in members]
    folded = {name.casefold() for name in names}
    if DATABASE not in names or set(names) != set(expected) or len(folded) != len(names):
        raise PackDamaged(file, MANIFEST)
    if len(members) > MOST_FILES or sum(member.file_size for member in members) > MOST_BYTES:
        raise PackDamaged(file, f"> {MOST_FILES} / {MOST_BYTES}")
    for member in members:
        if not _is_safe(member):
            raise PackDamaged(file, member.filename)
    return members


def _is_safe(member: zipfile.ZipInfo) -> bool:
    """Say whether a member stays inside the folder, in a place that projects have."""
    mode = member.external_attr >> 16
    if member.is_dir() or stat.S_ISLNK(mode):
        return False
    if member.filename == DATABASE:
        return True
    parts = PurePosixPath(member.filename).parts
    is_inside = len(parts) > 1 and parts[0] in PARTS and not {"..", "."} & set(parts)
    return is_inside and not set('\\:<>"|?*\0') & set(member.filename)


def _extract_one(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path) -> None:
    """Write one member, never more bytes than it declares; then have the disk keep it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(member) as source, target.open("xb") as file:
        shutil.copyfileobj(source, file, _CHUNK)
    flush(target)


def _accept(file: Path, made: Path) -> None:
    unpacked = database(made)
    if not is_project(made) or not sqlite_file.is_sound(unpacked):
        raise PackDamaged(file, DATABASE)
    with sqlite_file.connected(unpacked) as connection:
        if sqlite_file.schema_version(connection) > latest():
            raise NewerVersion(file)
