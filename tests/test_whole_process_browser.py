"""From «new» to a complete plan with spreadsheets and typing only, on a project of its own."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from app.i18n import reader
from app.store.opening import open_folder
from methodology.gates import verdicts
from methodology.project import Project
from methodology.scope import Scope
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.browsing import choose, settle, trouble, visit
from tests.furniture import PROJECT, furniture
from tests.plain_book import plain_book
from tests.report.word import text_of

pytestmark = pytest.mark.browser

TYPED = frozenset({Project, Scope})
SENTENCE = "Talleres de la Ribera Baja que hacen muebles a medida para hoteles."
FRONT = {
    "Clúster": "Muebles de madera de la Ribera",
    "Territorio": "Ribera Baja",
    "Promotor": "Agencia de la Ribera",
    "Entidad ejecutora": "Cámara de la Madera",
    "Referente público": "Intendencia de la Ribera",
    "Carta de presentación": "A quien lee este plan: lo escribieron los talleres.",
}
SUMMARY = "Doce párrafos en uno: la Ribera vende diseño."
REASON = "La aceptó el núcleo duro por teléfono"
SAID = (  # the text typed, and the numbers of the hand-worked cases
    SENTENCE,
    SUMMARY,
    REASON,
    "2,8",
    "2,0",
    "4,05",
    "3,70",
    "63",
    "322.000",
    "178.000",
    "0,55",
)


def inside(path: Path) -> Snapshot:
    """Return the project as its folder holds it now."""
    opened = open_folder(path)
    try:
        return opened.snapshot()
    finally:
        opened.close()


def pick(page: Page, label: str, words: str) -> None:
    """Choose an entry of a list by its words."""
    page.get_by_role("combobox", name=label).fill(words)
    page.get_by_role("option", name=words).first.click()
    settle(page)


def create(page: Page, around: Path) -> Path:
    """Create the project on the first page and return its folder."""
    page.get_by_role("tab", name="Proyecto nuevo").click()
    settle(page)
    page.get_by_role("textbox", name="Nombre del proyecto").fill(PROJECT.name)
    page.keyboard.press("Tab")
    settle(page)
    pick(page, "País", "Uruguay")
    pick(page, "Moneda", "Dólar estadounidense")
    page.get_by_role("combobox", name="Guardarlo en").fill(str(around))
    page.keyboard.press("Enter")
    settle(page)
    page.get_by_role("button", name="Crear proyecto").click()
    expect(page.locator("h1")).to_contain_text(PROJECT.name)
    settle(page)
    return around / PROJECT.name


def bring(page: Page, address: str, data: bytes, rows: int) -> None:
    """Import a workbook on the page for it, after a look at what it would do."""
    visit(page, address)
    mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    file = {"name": "muebles.xlsx", "mimeType": mime, "buffer": data}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name=f"Importar {rows} filas").click()
    expect(page.get_by_role("button", name="Deshacer este cambio")).to_be_visible()
    settle(page)


def fill_in(page: Page, texts: dict[str, str]) -> None:
    """Type into the form on the page and save it."""
    for label, text in texts.items():
        page.get_by_role("textbox", name=label, exact=True).fill(text)
    page.get_by_role("button", name="Guardar cambios").click()
    settle(page)


def type_the_scope(page: Page) -> None:
    choose(page, "Datos")
    fill_in(page, {"Frase del ámbito": SENTENCE, "Regla de inclusión": "Quien diseña y fabrica."})


def waive(page: Page) -> None:
    """Waive the first check that is still open, with a reason."""
    choose(page, "Cierre")
    page.get_by_role("button", name="Dispensar", exact=True).first.click()
    page.get_by_role("textbox", name="Motivo").fill(REASON)
    page.get_by_role("button", name="Dispensar esta comprobación").click()
    expect(page.get_by_text(REASON).first).to_be_visible()
    settle(page)


def write_summary(page: Page) -> None:
    choose(page, "Textos")
    page.get_by_label("Texto de esta sección").fill(SUMMARY)
    page.get_by_role("button", name="Guardar texto").click()
    settle(page)


def test_a_team_walks_from_an_empty_folder_to_a_final_plan(running_app, page, tmp_path):
    visit(page, running_app.address())
    folder = create(page, tmp_path)
    book = plain_book(furniture(), reader(PROJECT), TYPED)
    rows = len([*furniture()]) - len(TYPED)

    bring(page, running_app.address(folder, "exchange"), book, rows)
    visit(page, running_app.address(folder, "settings"))
    fill_in(page, FRONT)
    visit(page, running_app.address(folder, "scope"))
    type_the_scope(page)
    waive(page)
    visit(page, running_app.address(folder, "document"))
    write_summary(page)

    snapshot = inside(folder)
    assert [v for stage in Stage for v in verdicts(snapshot, stage) if not v.is_settled] == []
    visit(page, running_app.address(folder))
    expect(page.get_by_text("Exportar el plan y darlo a leer")).to_be_visible()
    visit(page, running_app.address(folder, "document"))
    page.get_by_role("button", name="Exportar como definitivo").click()
    expect(page.get_by_text("El plan se exportó")).to_be_visible()
    assert trouble(page) == []

    [plan] = (folder / "documents").glob("*.docx")
    said = text_of(plan.read_bytes())
    missing = [words for words in SAID if words not in said]
    assert missing == []
    assert "Pendiente" not in said
