"""The plan on the screen: what is pending, texts, template, export and earlier documents."""

from io import BytesIO
from uuid import uuid4

import pytest
from docx import Document

from app.report import default_template
from app.store import ChangeSet, Put
from app.store.documents import save_document
from methodology.mapping import Actor
from methodology.plan import Section
from methodology.project import Narrative
from tests.screens.conftest import empty_project, make_folder, show_view, texts


def sections(page):
    """Return the table of sections."""
    return page.dataframe[0].value


def files(folder, part: str) -> list[str]:
    return sorted(path.name for path in (folder / part).iterdir())


def words_of(path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_every_section_is_listed_in_order(open_screen, small_folder):
    page = open_screen("document", small_folder, "en")

    table = sections(page)

    assert [*table["Section"]] == [section.label for section in Section]
    assert [*table["No."]] == [section.number for section in Section]


def test_documents_begin_with_the_first_export(open_screen, small_folder):
    page = open_screen("document", small_folder, "en")
    show_view(page, "document_view", "documents")

    page.button(key="document_first").click().run()

    assert not page.exception
    assert len(files(small_folder, "documents")) == 1
    assert "The plan was exported as a draft" in [each.proto.title for each in page.success]


def test_an_empty_project_has_only_what_writes_itself(open_screen, empty_folder):
    page = open_screen("document", empty_folder, "en")

    table = sections(page)
    complete = {*table[table["State"] == "Complete"]["Section"]}

    assert complete == {"Method and scales", "Open issues and waivers"}


def test_every_pending_section_says_what_is_missing(open_screen, small_folder):
    page = open_screen("document", small_folder, "en")

    table = sections(page)

    assert (table[table["State"] == "Pending"]["What is missing"] != "").all()
    assert (table[table["State"] == "Complete"]["What is missing"] == "").all()


def test_sections_of_one_stage_give_their_own_reasons(open_screen, empty_folder):
    page = open_screen("document", empty_folder, "en")

    missing = sections(page).set_index("Section")["What is missing"]

    assert missing["Strategic options"] == "Propose three to five options (+8)"
    assert missing["Vision and strategic objectives"] == "Write the vision by its rules (+4)"
    assert missing["Improvement areas"] == (
        "Group the gaps into four to seven improvement areas (+4)"
    )
    assert missing["Ballots and consensus"] == "No round of votes has been held in Dínamo yet."


def test_the_title_counts_the_complete_sections(open_screen, empty_folder):
    page = open_screen("document", empty_folder, "en")

    assert f"2 of {len(Section)}" in page.title[0].value


def test_a_text_of_any_section_is_written_here(open_screen, empty_folder, look_inside):
    page = open_screen("document", empty_folder)
    show_view(page, "document_view", "texts")
    page.selectbox(key="document_section").set_value(Section.RISKS).run()
    page.text_area[0].set_value("El precio de la leche.")

    page.button(key="document_risks_save").click().run()

    [row] = look_inside(empty_folder).snapshot().all(Narrative)
    assert (row.section, row.text) == (Section.RISKS, "El precio de la leche.")


def test_the_plan_is_exported_numbered_and_never_overwritten(open_screen, empty_folder):
    page = open_screen("document", empty_folder)

    page.button(key="export_go").click().run(timeout=120)
    page.button(key="export_go").click().run(timeout=120)

    made = files(empty_folder, "documents")
    assert not page.exception
    assert [name[:3] for name in made] == ["001", "002"]
    assert all(name.endswith(".docx") for name in made)


def test_the_exported_plan_says_what_is_pending(open_screen, empty_folder):
    page = open_screen("document", empty_folder)

    page.button(key="export_go").click().run(timeout=120)

    [made] = (empty_folder / "documents").iterdir()
    said = words_of(made)
    assert "Quesos & Cía." in said
    assert "Pendiente" in said


def test_the_plan_speaks_its_own_language_whatever_the_screens_speak(open_screen, empty_folder):
    page = open_screen("document", empty_folder, "en")

    page.button(key="export_go").click().run(timeout=120)

    [made] = (empty_folder / "documents").iterdir()
    assert "Pendiente" in words_of(made)
    assert "Pending" not in words_of(made)


def test_the_last_document_can_be_downloaded_at_once(open_screen, empty_folder):
    page = open_screen("document", empty_folder)
    page.button(key="export_go").click().run(timeout=120)

    [made] = files(empty_folder, "documents")
    labels = [button.proto.label for button in page.get("download_button")]

    assert "Descargar 001" in labels
    assert made in texts(page)


def test_the_readable_tables_are_fresh_after_an_export(open_screen, small_folder):
    for path in (small_folder / "tables").iterdir():
        path.unlink()
    page = open_screen("document", small_folder)

    page.button(key="export_go").click().run(timeout=120)

    assert "actor.csv" in files(small_folder, "tables")


def test_earlier_documents_are_listed_newest_first(open_screen, empty_folder, look_inside):
    from datetime import date

    folder = look_inside(empty_folder)
    for day in (1, 2):
        save_document(folder, lambda _: b"x", "Plan", date(2026, 6, day))
    page = open_screen("document", empty_folder, "en")
    show_view(page, "document_view", "documents")

    assert [*page.dataframe[0].value["File"]] == [
        "002 Plan 2026-06-02.docx",
        "001 Plan 2026-06-01.docx",
    ]


def test_without_documents_it_says_how_they_come_about(open_screen, empty_folder):
    page = open_screen("document", empty_folder, "en")
    show_view(page, "document_view", "documents")

    assert "No document has been exported yet" in texts(page)
    assert not page.dataframe


@pytest.fixture
def template_page(open_screen, tmp_path):
    """Give the page with the choice of the template open."""
    folder = make_folder(tmp_path / "styled", empty_project())
    page = open_screen("document", folder)
    page.session_state["template"] = True
    return page.run(), folder


def use(page, data: bytes):
    page.file_uploader(key="template_file").upload("plantilla.docx", data)
    page.run()
    return page.button(key="template_use").click().run()


def restyled(words: str) -> bytes:
    document = Document(str(default_template()))
    document.add_paragraph(words)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def test_the_teams_own_template_is_used(template_page):
    page, folder = template_page
    use(page, restyled("Pie de la casa"))

    page.button(key="export_go").click().run(timeout=120)

    [made] = (folder / "documents").iterdir()
    assert not page.exception
    assert "Pie de la casa" in words_of(made)


def test_a_file_that_word_cannot_open_is_refused(template_page):
    page, folder = template_page

    use(page, b"no soy un documento")

    assert page.error
    assert files(folder, "files") == []


def test_a_template_without_some_anchor_is_used_and_says_so(template_page):
    page, _folder = template_page
    blank = BytesIO()
    Document().save(blank)

    use(page, blank.getvalue())
    page.session_state["template"] = True
    page.run()

    assert not page.exception
    assert any("[[" in warning.value.replace("\\", "") for warning in page.warning)


def test_the_programs_template_comes_back(template_page):
    page, folder = template_page
    use(page, restyled("Pie de la casa"))
    page.session_state["template"] = True
    page.run()

    page.button(key="template_drop").click().run()

    assert not page.exception
    assert files(folder, "files") == []


def test_a_plan_with_something_pending_is_not_exported_as_final(open_screen, empty_folder):
    page = open_screen("document", empty_folder)

    page.button(key="export_final").click().run(timeout=120)

    assert not page.exception
    assert "El plan todavía no puede ser definitivo" in texts(page)
    assert files(empty_folder, "documents") == []


def test_what_keeps_the_plan_from_being_final_is_listed_with_what_to_do(open_screen, empty_folder):
    page = open_screen("document", empty_folder)

    assert any("impiden que el plan sea definitivo" in one.label for one in page.expander)
    table = page.dataframe[1].value
    assert "Completar «Clúster» del proyecto" in set(table["Por hacer"])


def test_changes_since_the_last_plan_are_shown_above_the_documents(
    open_screen, empty_folder, look_inside
):
    page = open_screen("document", empty_folder)
    page.button(key="export_go").click().run(timeout=120)
    row = Actor(id=uuid4(), name="La Portada")
    look_inside(empty_folder).apply(ChangeSet("Add", (Put(row),)), by="Eva")

    page = open_screen("document", empty_folder)
    show_view(page, "document_view", "documents")

    assert not page.exception
    assert "Cambios desde la versión 1" in texts(page)
    since, documents = page.dataframe[0].value, page.dataframe[1].value
    assert list(since["Agregados"]) == ["1: La Portada"]
    assert list(documents["Estado"]) == ["Borrador"]
