"""A spreadsheet as people make it goes in after a look at every row, and a workbook out."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from app.exchange.reading import read_book
from app.store import ChangeSet, Folder, Put, create_folder
from methodology.mapping import Actor, ActorKind, Tie
from methodology.project import Country, Evidence, Project
from tests.browsing import cell_editor, enter, go_to_cell, settle, visit

pytestmark = pytest.mark.browser

DIRECTORY = """Directorio de empresas;;;
;;;
Razón social;Tipo;Trabajadores;Ciudad
Quesería Andes;Productor final;1.250;Chota
Queserias Andess;proveedor;doce;Jaén
Lácteos Bambamarca;Comprador;7;Bambamarca
Total;;1.257;
"""
TIES = "from,to\nMedici,Ginori\nMedici,Quesería Andes\n"


@pytest.fixture
def folder(tmp_path) -> Iterator[Folder]:
    project = Project(id=uuid4(), name="Quesos", country=Country.COLOMBIA, language="en")
    opened = create_folder(tmp_path / "quesos", project, by="Ana")
    known = Actor(id=uuid4(), name="Quesería Andes", employees=10)
    opened.apply(ChangeSet("Start", (Put(known),)), by="Ana")
    yield opened
    opened.close()


@pytest.fixture
def page(window, running_app, folder: Folder) -> Page:
    opened = window().new_page()
    visit(opened, running_app.address(folder.path, "exchange", language="en"))
    return opened


def give(page: Page, name: str, text: str) -> None:
    file = {"name": name, "mimeType": "text/csv", "buffer": text.encode("utf-8-sig")}
    page.locator("input[type=file]").set_input_files(file)


def table(page: Page, row: int, cell: int) -> str:
    """Return a cell of the table on the page, rows from 0, cells from 0."""
    found = page.get_by_test_id(f"glide-cell-{cell}-{row}").first
    found.wait_for(state="attached")
    return found.inner_text()


def test_a_directory_with_an_error_goes_in_once_the_row_is_left_out(page, folder):
    give(page, "directorio.csv", DIRECTORY)

    go = page.get_by_role("button", name="Import 2 rows")
    expect(go).to_be_disabled()
    page.get_by_role("radio", name="Rows").click()
    expect(page.get_by_test_id("stButtonGroup").get_by_text("Invalid 1")).to_be_visible()
    assert "doce" in table(page, 0, 4)
    settle(page)
    box = page.get_by_test_id("stDataFrame").bounding_box()
    page.mouse.click(box["x"] + 60, box["y"] + 41 + 38)
    expect(go).to_be_enabled()
    go.click()
    expect(page.get_by_role("button", name="Undo this change")).to_be_visible()

    stored = {row.name: row.employees for row in folder.snapshot().all(Actor)}
    assert stored == {"Quesería Andes": 1250, "Lácteos Bambamarca": 7}
    assert [row.name for row in folder.snapshot().all(Evidence)] == ["directorio.csv"]
    page.get_by_role("button", name="Undo this change").click()
    expect(page.get_by_text("Undone by change")).to_be_visible()
    assert [row.employees for row in folder.snapshot().all(Actor)] == [10]


def test_relations_create_the_actors_they_name(page, folder):
    give(page, "padgett.csv", TIES)

    page.get_by_role("radio", name="Names").click()
    expect(page.get_by_text("These are created, because rows point to them:")).to_be_visible()
    page.get_by_role("button", name="Import 2 rows").click()
    expect(page.get_by_role("button", name="Undo this change")).to_be_visible()

    names = [row.name for row in folder.snapshot().all(Actor)]
    assert sorted(names) == ["Ginori", "Medici", "Quesería Andes"]
    assert len(folder.snapshot().all(Tie)) == 2


def test_a_pasted_table_is_read_like_a_file(page, folder):
    page.get_by_role("textbox", name="Or a table copied").fill("Nombre\tTipo\nUno\tComprador")
    page.get_by_role("button", name="Read the table").click()

    page.get_by_role("button", name="Import 1 row").click()
    expect(page.get_by_role("button", name="Undo this change")).to_be_visible()

    assert "Uno" in [row.name for row in folder.snapshot().all(Actor)]


def test_a_plan_survives_a_look_at_another_page(page):
    give(page, "directorio.csv", DIRECTORY)
    expect(page.get_by_role("button", name="Import 2 rows")).to_be_visible()

    page.get_by_role("link", name="Start").click()
    page.wait_for_url(lambda address: "/exchange" not in address)
    expect(page.get_by_role("button", name="Import 2 rows")).to_have_count(0)
    page.go_back()

    expect(page.get_by_role("button", name="Import 2 rows")).to_be_visible()


def test_the_workbook_downloads(page):
    page.get_by_test_id("stButtonGroup").get_by_text("Export").click()

    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download workbook").click()
    path = waiting.value.path()

    book = read_book(path.read_bytes(), "quesos.xlsx")
    assert "Actors" in [sheet.name for sheet in book.sheets]


def test_a_file_that_is_no_table_is_refused_with_its_reason(page):
    give(page, "vacio.csv", "")

    expect(page.get_by_text("The file was not read; nothing was imported")).to_be_visible()


def test_misspelt_names_and_own_categories_are_settled_on_the_page(page, folder):
    give(page, "lista.csv", "Nombre;Tipo\nQueseria Andess;Quesero\nNuevo;Quesero\n")

    page.get_by_role("radio", name="Names").click()
    found = page.get_by_test_id("glide-cell-0-0").filter(has_text="Queseria Andess")
    found.wait_for(state="attached")
    go_to_cell(page, 1, 4)
    page.keyboard.press("Enter")
    expect(cell_editor(page)).to_be_visible()
    page.keyboard.type("The same", delay=70)
    enter(page)
    found = page.get_by_test_id("glide-cell-4-0").filter(has_text="The same")
    found.wait_for(state="attached")
    page.get_by_role("combobox", name="Type: “Quesero”").click()
    page.get_by_role("option", name="Final producer").click()
    page.get_by_role("button", name="Import 2 rows").click()
    expect(page.get_by_role("button", name="Undo this change")).to_be_visible()

    assert [row.kind for row in folder.snapshot().all(Actor)] == [ActorKind.PRODUCER] * 2
