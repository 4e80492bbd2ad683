"""Page numbers of the contents: right where LibreOffice works, no harm where it does not."""

import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from app.report.page_numbers import number_pages, office, pages_of, with_page_numbers
from methodology.snapshot import Snapshot
from tests.conftest import program
from tests.report.word import outline, parts, speaking, written
from tests.samples import large_snapshot

PLAN = written(large_snapshot(12, 20))
PDF = (
    b"%PDF-1.6\n1 0 obj<</Type/Page>>endobj\n4 0 obj<</Type/Page>>endobj\n"
    b"9 0 obj<</Type/Pages\n/Kids[ 1 0 R 4 0 R ]\n/Count 2>>endobj\n"
    b"<</5FToc000001[1 0 R/XYZ 70.9 738.4 0]\n/5FToc5FTable5F1[4 0 R/XYZ 70.9 6 0]\n"
    b"/5FToc000002[4 0 R/XYZ 70.9 6 0]\n/5FToc000003[77 0 R/XYZ 70.9 6 0]>>"
)
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="runs a script as a program")


def _script(folder: Path, script: str) -> Path:
    """Return a program that does what a few lines of Python say; its arguments are in `given`."""
    path, lines = folder / "program", folder / "program.py"
    lines.write_text(f"import sys, time\nfrom pathlib import Path\ngiven = sys.argv\n{script}")
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{lines}" "$@"\n')
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def _contents(data: bytes) -> dict[str, str]:
    """Return the lines of contents and lists with the number at their end."""
    lines = [text for style, text in outline(data) if style.lower().startswith(("toc", "table of"))]
    return {text.partition("\t")[0]: text.partition("\t")[2] for text in lines}


def _shown(line: str, page: str, text: str) -> bool:
    """Say whether a line of the contents is printed with its dots and its page."""
    start = re.escape(line[:30])
    return re.search(rf"^\s*{start}.*\.\.+ *{page}$", text, re.MULTILINE) is not None


def test_pages_are_read_from_the_bookmarks_of_a_pdf():
    assert pages_of(PDF) == {"_Toc000001": 1, "_Toc_Table_1": 2, "_Toc000002": 2}


@pytest.mark.parametrize("pdf", [b"", b"%PDF-1.7 something else", b"/Kids[ ]", PDF[:80]])
def test_another_pdf_tells_no_pages(pdf):
    assert pages_of(pdf) == {}


@posix_only
def test_the_numbers_of_the_layout_stand_in_the_contents(tmp_path):
    (tmp_path / "made.pdf").write_bytes(PDF)
    layout = _script(
        tmp_path,
        "made = Path(given[0]).with_name('made.pdf').read_bytes()\n"
        "Path(given[-1]).with_suffix('.pdf').write_bytes(made)\n",
    )

    found = _contents(with_page_numbers(PLAN, layout))

    assert [number for number in found.values() if number] == ["1", "2", "2"]


@posix_only
def test_only_the_text_of_the_plan_changes(tmp_path):
    (tmp_path / "made.pdf").write_bytes(PDF)
    layout = _script(
        tmp_path,
        "made = Path(given[0]).with_name('made.pdf').read_bytes()\n"
        "Path(given[-1]).with_suffix('.pdf').write_bytes(made)\n",
    )

    before, after = parts(PLAN), parts(with_page_numbers(PLAN, layout))

    assert [*before] == [*after]
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]


@posix_only
@pytest.mark.parametrize("script", ["sys.exit(1)", "pass", "time.sleep(60)"])
def test_a_layout_that_fails_or_hangs_leaves_the_plan_as_it_was(tmp_path, script):
    assert with_page_numbers(PLAN, _script(tmp_path, script), patience=0.5) == PLAN


def test_without_a_program_or_with_a_broken_one_the_plan_is_as_it_was(tmp_path):
    assert with_page_numbers(PLAN, None) == PLAN
    assert with_page_numbers(PLAN, tmp_path / "absent") == PLAN


def test_a_variable_names_the_office_or_none(monkeypatch):
    monkeypatch.setenv("DINAMO_OFFICE", "")
    assert office() is None
    assert number_pages(PLAN, speaking(Snapshot())) == PLAN

    monkeypatch.setenv("DINAMO_OFFICE", "/opt/office/soffice")
    assert office() == Path("/opt/office/soffice")


@pytest.mark.office
def test_every_line_of_the_contents_names_the_page_its_heading_is_printed_on(
    tmp_path, soffice, monkeypatch
):
    monkeypatch.delenv("DINAMO_OFFICE")
    heard = []
    numbered = number_pages(PLAN, speaking(Snapshot()), lambda *said: heard.append(said))
    plan = tmp_path / "plan.docx"
    plan.write_bytes(numbered)
    reading = [program("pdftotext"), "-layout", soffice(plan, "pdf"), "-"]
    text = subprocess.run(reading, capture_output=True, check=True).stdout.decode()
    printed = [" ".join(page.split()) for page in text.split("\f")]

    found = _contents(numbered)

    assert len(found) > 40
    assert len(heard) == 1
    wrong = [line for line, page in found.items() if line[:60] not in printed[int(page) - 1]]
    assert wrong == []
    unseen = [line for line, page in found.items() if not _shown(line, page, text)]
    assert unseen == []
