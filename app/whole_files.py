"""Files written whole or not at all: a temporary neighbour, flushed to disk, then one rename."""

import hashlib
import os
import re
import time
import unicodedata
from collections.abc import Collection
from errno import EBADF, EINVAL, ENOTSUP
from pathlib import Path
from uuid import uuid4

TEMPORARY_SUFFIX = ".tmp"
OWN = 0o600  # a file that this account alone may read
LONGEST_NAME_BYTES = 160
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+')
_TRIES, _PAUSE_SECONDS = 5, 0.1


def temporary(path: Path) -> Path:
    """Return a name beside `path` that nothing uses yet."""
    return path.with_name(f".{uuid4().hex}{TEMPORARY_SUFFIX}")


def write(path: Path, data: bytes, mode: int = 0o666) -> None:
    """Put `data` in the file, replacing what was there; a crash leaves the old or the new."""
    draft = temporary(path)
    try:
        _fill(draft, data, mode)
        replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def write_new(path: Path, data: bytes) -> None:
    """Put `data` in a new file; FileExistsError when there is one of that name."""
    draft = temporary(path)
    try:
        _fill(draft, data)
        place(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def replace(draft: Path, path: Path) -> None:
    """Move a finished file over another; waits a moment for programs that look at the other."""
    flush(draft)
    _move(draft, path)
    flush_folder(path.parent)


def place(draft: Path, path: Path) -> None:
    """Give a finished file its name; FileExistsError when something has that name already."""
    flush(draft)
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # drives without hard links: reserve the name, then fill it
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        try:
            _move(draft, path)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
    draft.unlink(missing_ok=True)
    flush_folder(path.parent)


def flush(path: Path) -> None:
    """Have the disk keep what the file holds."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Have the disk keep the names in a folder, where the system needs to be told."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:  # drives of a network that keep names by themselves say so
        if error.errno not in (EBADF, EINVAL, ENOTSUP):
            raise
    finally:
        os.close(handle)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def portable(name: str) -> str:
    """Return a file name without the signs that some systems forbid."""
    return _FORBIDDEN.sub("-", name)


def safe_name(name: str) -> str:
    """Return a file name that every system can hold, as close as can be to the one given."""
    plain = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    plain = portable(plain).encode("utf-8", "ignore").decode()
    plain = re.sub(r"\s+", " ", plain).strip(" .-") or "file"
    if _RESERVED.match(plain):
        plain = f"_{plain}"
    stem, suffix = _split(plain)
    room = LONGEST_NAME_BYTES - len(suffix.encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(" .") + suffix


def unused_name(folder: Path, name: str) -> str:
    """Return a safe name that no file in the folder has, not even in other case."""
    return free_name(name, {path.name for path in folder.iterdir()})


def free_name(name: str, taken: Collection[str]) -> str:
    """Return a safe name that is not taken, not even in other case; «acta-2.pdf» when it is."""
    folded = {other.casefold() for other in taken}
    stem, suffix = _split(safe_name(name))
    found, count = f"{stem}{suffix}", 1
    while found.casefold() in folded:
        count += 1
        found = f"{stem}-{count}{suffix}"
    return found


def _move(draft: Path, path: Path) -> None:
    for left in reversed(range(_TRIES)):
        try:
            draft.replace(path)
            break
        except PermissionError:
            if os.name != "nt" or not left:
                raise
            time.sleep(_PAUSE_SECONDS)


def _fill(path: Path, data: bytes, mode: int = 0o666) -> None:
    with open(path, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
        file.write(data)


def _split(name: str) -> tuple[str, str]:
    path = Path(name)
    suffix = path.suffix if len(path.suffix) <= 10 else ""
    return name[: len(name) - len(suffix)], suffix
