import zipfile
from io import BytesIO

import pytest
from docx import Document
from openpyxl import Workbook

from app.store.mentions import mentions
from app.store.scrubbing import Scrubber

ROSA = Scrubber(["Rosa Quispe Ñahui", "rosa@queso.pe"])


def word_file(path, *runs):
    document = Document()
    paragraph = document.add_paragraph("Asistieron: ")
    for run in runs:
        paragraph.add_run(run).bold = True
    document.save(path)
    return path


def workbook(path, *cells):
    book = Workbook()
    for row, cell in enumerate(cells, 1):
        book.active.cell(row, 1, cell)
    book.save(path)
    return path


@pytest.fixture
def files(tmp_path):
    kept = {
        "plan.docx": lambda path: word_file(path, "Rosa Qui", "spe Ñahui"),
        "otro.docx": lambda path: word_file(path, "Luis"),
        "lista.xlsx": lambda path: workbook(path, "Luis", "Rosa Quispe Ñahui"),
        "partes.xlsx": lambda path: workbook(path, "Rosa", "Quispe Ñahui x"),
        "nota.txt": lambda path: path.write_text("escribir a ROSA@queso.pe", encoding="utf-8"),
        "latin.csv": lambda path: path.write_bytes("Rosa Quispe Ñahui;1".encode("cp1252")),
        "ancho.txt": lambda path: path.write_bytes("Rosa Quispe Ñahui".encode("utf-16")),
        "CV Rosa Quispe Ñahui.pdf": lambda path: path.write_bytes(b"%PDF"),
        "foto.jpg": lambda path: path.write_bytes(b"\xff\xd8"),
        "roto.docx": lambda path: path.write_bytes(b"no zip"),
    }
    for name, make in kept.items():
        make(tmp_path / name)
    return sorted(tmp_path.iterdir())


def test_files_that_speak_of_a_person_are_found_and_others_not(files):
    found = mentions(files, ROSA)

    assert {path.name for path in found.found} == {
        "plan.docx",
        "lista.xlsx",
        "nota.txt",
        "latin.csv",
        "ancho.txt",
        "CV Rosa Quispe Ñahui.pdf",
    }


def test_files_that_cannot_be_searched_are_named_and_not_passed_over(files):
    found = mentions(files, ROSA)

    assert {path.name for path in found.unread} == {"foto.jpg", "roto.docx"}


def test_a_workbook_inside_a_document_is_searched_too(tmp_path):
    inner = BytesIO()
    workbook(inner, "Rosa Quispe Ñahui")
    path = word_file(tmp_path / "plan.docx", "Luis")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/embeddings/chart.xlsx", inner.getvalue())

    assert mentions([path], ROSA).found == (path,)


def test_a_hyperlink_is_searched_too(tmp_path):
    path = word_file(tmp_path / "plan.docx", "Luis")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/_rels/x.rels", '<R Target="mailto:rosa@queso.pe"/>')

    assert mentions([path], ROSA).found == (path,)
