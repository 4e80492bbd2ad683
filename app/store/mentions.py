"""Files that speak of a person: searched inside office documents and plain texts."""

import html
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO

from app.store.scrubbing import Scrubber

_OFFICE = (".docx", ".xlsx", ".pptx", ".docm", ".xlsm", ".pptm", ".odt", ".ods", ".odp")
_PLAIN = (".txt", ".csv", ".tsv", ".md", ".json", ".xml", ".html", ".htm", ".eml", ".vcf", ".svg")
_BREAKS = re.compile(
    rb"</(?:w:p|a:p|si|c|row|text:p|text:h|table:table-cell|dc:\w+|cp:\w+)>|<w:br/>"
)
_TAGS = re.compile(rb"<[^>]*>")
_MOST_BYTES = 200 * 1024 * 1024


@dataclass(frozen=True)
class Mentions:
    """What a search found: files that speak of the person, files whose text cannot be read."""

    found: tuple[Path, ...]
    unread: tuple[Path, ...]


def mentions(paths: Iterable[Path], scrubber: Scrubber) -> Mentions:
    """Search files, their names included, for the words of a scrubber."""
    found: list[Path] = []
    unread: list[Path] = []
    for path in paths:
        text = _text(path)
        if scrubber.finds(path.stem) or any(scrubber.finds(line) for line in text or ()):
            found.append(path)
        elif text is None:
            unread.append(path)
    return Mentions(tuple(found), tuple(unread))


def _text(path: Path) -> list[str] | None:
    """Return the lines of a file, None when its kind or state does not allow to read them."""
    suffix = path.suffix.lower()
    try:
        if suffix in _OFFICE:
            with path.open("rb") as file:
                return list(_office_lines(file))
        return _decoded(path.read_bytes()).splitlines() if suffix in _PLAIN else None
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError):
        return None


def _office_lines(file: IO[bytes]) -> Iterator[str]:
    with zipfile.ZipFile(file) as archive:
        for member in archive.infolist():
            suffix = Path(member.filename).suffix.lower()
            if member.file_size > _MOST_BYTES:
                raise zipfile.BadZipFile(member.filename)
            if suffix in _OFFICE:
                yield from _office_lines(BytesIO(archive.read(member)))
            elif suffix in (".xml", ".rels"):
                parted = _TAGS.sub(b"", _BREAKS.sub(b"\n", archive.read(member)))
                yield from html.unescape(_decoded(parted)).splitlines()
                if suffix == ".rels" or member.filename.endswith("comments.xml"):
                    yield from html.unescape(_decoded(archive.read(member))).split('"')


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
