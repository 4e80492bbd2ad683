"""CSV as programs and people write it: encoding, separator and quotes found out."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterable
from io import StringIO
from pathlib import PurePath

from app.exchange.book import NotASpreadsheet, Row, Sheet
from methodology.text import N_, Problem

SEPARATORS = ";,\t|"
_SAMPLE = 200
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MAC = "mac-roman"
_ACCENTED = re.compile("[áéúàâãêôõçü]")  # in Windows' place for them no letter of a word
_AMID = re.compile("(?<=[a-z]{2})(?:ñ|ó|í(?!(?:s|t|ll|re|ve|m|d)\\b))(?=[a-z])")  # or –, —, ’
_WINDOWS = re.compile("[áéíóúñàâãêôõçüÁÉÍÓÚÑ]")
_GUARD = re.compile(r"'+[=+\-@\t\r]")

csv.field_size_limit(10_000_000)


def read_csv(data: bytes, name: str) -> Sheet:
    """Return the one table of a CSV file; every cell is text.

    An apostrophe before `=`, `+`, `-` or `@` is the guard that keeps text from becoming a
    formula, ours or another program's, and is taken off.
    """
    text, encoding = decode(data, name)
    declared = re.match(r"sep=(.)\r?\n", text)
    body = text[declared.end() :] if declared else text
    separator = declared[1] if declared else sniff_separator(body)
    rows, notes = _parse(body, separator)
    return Sheet(PurePath(name).stem, tuple(map(_row, rows)), notes=(*_doubt(encoding), *notes))


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Return the text of a file and its encoding, found by its mark or by what it looks like.

    Without a mark it is UTF-8, UTF-16, or what Windows or old Macs write.
    """
    encoding = _encoding(data)
    text = data.decode(encoding, errors="replace")
    if len(_BINARY.findall(text[:10_000])) > len(text[:10_000]) // 100:
        raise NotASpreadsheet(name)
    return text, encoding


def _encoding(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        every_other = data[first:_SAMPLE:2]
        if every_other.count(0) > len(every_other) // 2:
            return encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _MAC if _is_from_a_mac(data) else "cp1252"
    return "utf-8"


def _is_from_a_mac(data: bytes) -> bool:
    """Say whether the accents make more words as an old Mac writes them than as Windows does."""
    on_mac = data.decode(_MAC)
    words = len(_ACCENTED.findall(on_mac)) + len(_AMID.findall(on_mac))
    return words > len(_WINDOWS.findall(data.decode("cp1252", errors="replace")))


def _doubt(encoding: str) -> tuple[Problem, ...]:
    if encoding != _MAC:
        return ()
    return (Problem(N_("The file looks as old Macs write them and was read so: check accents.")),)


def sniff_separator(text: str) -> str:
    """Return the separator that cuts most of the first rows into the same number of cells."""
    start = text[:200_000]

    def steadiness(separator: str) -> tuple[float, int]:
        widths = Counter(len(row) for row in _sample(start, separator) if row)
        width, rows = max(widths.items(), key=lambda found: (found[1], found[0]), default=(1, 0))
        return (rows / widths.total(), width) if width > 1 else (0, 1)

    found = max(SEPARATORS, key=steadiness)
    return found if steadiness(found)[0] else ","


def _sample(text: str, separator: str) -> list[list[str]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    return [row for row, _number in zip(reader, range(_SAMPLE), strict=False)]


def _parse(text: str, separator: str) -> tuple[list[list[str]], tuple[Problem, ...]]:
    try:
        return list(_reader(text, separator, strict=True)), ()
    except csv.Error:
        rows = list(_reader(text, separator, strict=False))
        return rows, (
            Problem(N_("Quotation marks in the file do not close: check the last rows read.")),
        )


def _reader(text: str, separator: str, *, strict: bool) -> Iterable[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=separator, strict=strict)


def _row(cells: list[str]) -> Row:
    return tuple(cell[1:] if _GUARD.match(cell) else cell for cell in cells)
