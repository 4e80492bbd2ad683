"""Page numbers in the contents, where LibreOffice is at hand to lay the pages out.

Word counts its own when it opens the file; this is for whoever reads it elsewhere, or as a PDF.
"""

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from app.i18n import Reader
from app.report.markup import NAMESPACES, declared
from app.report.package import QUICK
from app.report.plan import Notify

BODY = "word/document.xml"
PATIENCE = 60.0  # seconds
NAMES = ("soffice", "libreoffice")
USUAL_PLACES = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
AS_PDF = (
    "pdf:writer_pdf_Export:"
    '{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},'
    '"Quality":{"type":"long","value":"1"}}'
)
_PAGES = re.compile(rb"/Type\s*/Pages\b.*?/Kids\s*\[(.*?)\]|/Kids\s*\[(.*?)\]", re.DOTALL)
_PAGE = re.compile(rb"(\d+) 0 R")
_DESTINATION = re.compile(rb"/(\w+)\s*\[\s*(\d+) 0 R\s*/XYZ")
_ENTRY = re.compile(rb"( PAGEREF (\w+) \\h </w:instrText>.{1,90}?)<w:t></w:t>", re.DOTALL)
_RESTART = re.compile(rb"<w:pgNumType[^>]*w:start=")
_FIGURE = re.compile(rb"<a:graphic\b.*?</a:graphic>", re.DOTALL)
_FRAME = (  # stands for a figure of any kind: the pages are laid out alike, twice as fast
    f'<a:graphic {declared("a")}><a:graphicData uri="{NAMESPACES["wps"]}">'
    f"<wps:wsp {declared('wps')}><wps:cNvSpPr/>"
    '<wps:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
    "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
).encode()
_OF_FIGURES = ("word/charts/", "word/embeddings/")


def number_pages(data: bytes, _: Reader, notify: Notify | None = None) -> bytes:
    """Return a plan with the pages of its contents where LibreOffice is found; tell that it works.

    Takes some seconds. Never fails: without LibreOffice, or when it does, Word fills the pages in.
    """
    program = office()
    if program is None:
        return data
    if notify:
        notify(1.0, _("Numbering the pages of the contents with LibreOffice"))
    return with_page_numbers(data, program)


def office() -> Path | None:
    """Return LibreOffice's program; the variable DINAMO_OFFICE names it, or nothing for none."""
    named = os.environ.get("DINAMO_OFFICE")
    if named is not None:
        return Path(named) if named else None
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return Path(found)
    return next((path for path in USUAL_PLACES if path.is_file()), None)


def with_page_numbers(data: bytes, program: Path | None, patience: float = PATIENCE) -> bytes:
    """Return a plan with the pages of its contents; the plan as it was on any trouble."""
    with ZipFile(BytesIO(data)) as archive:
        body = archive.read(BODY)
    if program is None or _RESTART.search(body):
        return data
    framed = _with_body(data, _FIGURE.sub(_FRAME, body), without=_OF_FIGURES)
    pages = pages_of(_as_pdf(framed, program, patience))
    if not pages:
        return data
    return _with_body(data, _ENTRY.sub(lambda entry: _numbered(entry, pages), body))


def pages_of(pdf: bytes) -> dict[str, int]:
    """Return the page of every bookmark by its name, counted from 1; nothing if unreadable."""
    kids = _PAGES.search(pdf)
    if kids is None:
        return {}
    pages = {page: place for place, page in enumerate(_PAGE.findall(kids[1] or kids[2]), 1)}
    return {
        name.decode().replace("5F", "_"): pages[page]
        for name, page in _DESTINATION.findall(pdf)
        if page in pages
    }


def _numbered(entry: re.Match[bytes], pages: Mapping[str, int]) -> bytes:
    page = pages.get(entry[2].decode())
    return entry[0] if page is None else b"%s<w:t>%d</w:t>" % (entry[1], page)


def _as_pdf(data: bytes, program: Path, patience: float) -> bytes:
    """Return the plan laid out by LibreOffice in a profile of its own; empty on any trouble."""
    with TemporaryDirectory(prefix="dinamo-", ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch)
        source = folder / "plan.docx"
        source.write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        outcome = ("--convert-to", AS_PDF, "--outdir", str(folder), str(source))
        try:
            _run([str(program), profile, "--headless", "--norestore", *outcome], patience)
            return source.with_suffix(".pdf").read_bytes()
        except (OSError, subprocess.SubprocessError):
            return b""


def _run(command: list[str], patience: float) -> None:
    """Run a program to its end; one that takes too long is ended with all it started."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    ) as process:
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            _end(process)
            raise


def _end(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def _with_body(data: bytes, body: bytes, without: tuple[str, ...] = ()) -> bytes:
    """Return a plan with another text, and without the parts whose names begin so."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as archive, ZipFile(file, "w") as made:
        for name in (one for one in archive.namelist() if not one.startswith(without)):
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            content = body if name == BODY else archive.read(name)
            made.writestr(entry, content, compresslevel=QUICK)
    return file.getvalue()
