"""First page: every way a project comes to this computer, and what is said when one fails."""

import shutil
from pathlib import Path

import pytest

from app import keyboard, recent
from app.store.packing import pack
from methodology.project import Country, Currency, Project
from tests.needed import needs_example
from tests.screens.conftest import Open, make_folder, small_project, texts

WAY = "projects_way"
RECENT, NEW, FOLDER, RECEIVE = (
    "Recientes",
    "Proyecto nuevo",
    "Abrir una carpeta",
    "Recibir o restaurar",
)


@pytest.fixture
def place(tmp_path) -> Path:
    found = tmp_path / "house" / "Documents"
    found.mkdir()
    return found


@pytest.fixture
def open_way(open_screen: Open):
    def open_page(way: str, folder: Path | None = None, **options):
        page = open_screen(**options)
        page.session_state[WAY] = way
        if folder:
            page.session_state["open_folder"] = str(folder)
        return page.run()

    return open_page


def test_with_nothing_opened_yet_the_new_project_is_offered(open_screen, place):
    page = open_screen()

    assert page.button(key="create_go").label == "Crear proyecto"


def test_a_project_is_created_and_opened(open_way, place):
    page = open_way(NEW)
    page.text_input(key="create_name").set_value("Quesos de Cajamarca")
    page.run()
    page.button(key="create_go").click().run()

    [found] = recent.recent()
    assert not page.exception
    assert found.path == place / "Quesos de Cajamarca"
    assert (found.path / "project.db").is_file()
    assert page.query_params["project"] == found.key
    assert "Quesos de Cajamarca" in page.title[0].value


def test_a_new_project_speaks_its_country(open_way, place, look_inside):
    page = open_way(NEW)
    page.selectbox(key="create_country").set_value(Country.BRAZIL).run()
    page.text_input(key="create_name").set_value("Queijos").run()
    page.button(key="create_go").click().run()

    made = look_inside(place / "Queijos").snapshot().one(Project)
    assert (made.country, made.currency, made.language) == (Country.BRAZIL, Currency.BRL, "es")
    assert made.starts_on.weekday() == 0


def test_a_project_without_a_name_is_not_created(open_way, place):
    page = open_way(NEW)
    page.button(key="create_go").click().run()

    assert page.error
    assert [*place.iterdir()] == []


def test_a_folder_that_holds_something_is_not_touched(open_way, place):
    (place / "Quesos").mkdir()
    (place / "Quesos" / "notas.txt").write_text("mío")
    page = open_way(NEW)
    page.text_input(key="create_name").set_value("Quesos").run()
    page.button(key="create_go").click().run()

    assert "Quesos" in page.error[0].value
    assert [path.name for path in (place / "Quesos").iterdir()] == ["notas.txt"]


def test_a_name_with_signs_that_no_folder_takes_becomes_a_folder(open_way, place):
    page = open_way(NEW)
    page.text_input(key="create_name").set_value("Quesos / Perú: «2026»?").run()
    page.button(key="create_go").click().run()

    [made] = place.iterdir()
    assert not page.exception
    assert (made / "project.db").is_file()
    assert "Quesos / Perú: «2026»?" in texts(page)


def test_an_existing_folder_is_opened(open_way, small_folder):
    for found in recent.recent():
        recent.forget(found.key)
    page = open_way(FOLDER, small_folder)
    page.button(key="open_go").click().run()

    assert not page.exception
    assert "Quesos de Cajamarca" in page.title[0].value
    assert [found.path for found in recent.recent()] == [small_folder]


def test_a_folder_without_a_project_is_explained(open_way, tmp_path):
    (tmp_path / "fotos").mkdir()
    page = open_way(FOLDER, tmp_path / "fotos")
    page.button(key="open_go").click().run()

    assert not page.exception
    assert "project.db" in texts(page)
    assert [*(tmp_path / "fotos").iterdir()] == []


def test_a_synchronised_drive_is_a_warning_and_no_refusal(open_way, tmp_path):
    place = tmp_path / "house" / "OneDrive" / "quesos"
    make_folder(place, small_project())
    page = open_way(FOLDER, place)

    assert "OneDrive" in page.warning[0].value
    page.button(key="open_go").click().run()
    assert "Quesos de Cajamarca" in page.title[0].value


def test_the_folders_of_a_folder_are_offered_without_hidden_ones(open_way, place):
    for name in ("b", "A", ".oculta"):
        (place / name).mkdir()
    page = open_way(FOLDER)

    options = page.selectbox(key="open_folder").options

    assert options == ["~/Documents", "~", "~/Documents/A", "~/Documents/b"]


def test_recent_projects_are_listed_last_first(open_screen, empty_folder, small_folder):
    page = open_screen()

    names = [piece.value for piece in page.markdown if piece.value.startswith("**")]
    assert [name.replace("\\", "") for name in names] == [
        "**Quesos de Cajamarca**",
        "**Quesos & Cía.**",
    ]


def test_a_recent_project_opens_with_one_click(open_screen, small_folder):
    page = open_screen()
    [found] = recent.recent()

    page.button(key=f"projects_open_{found.key}").click().run()

    assert "Quesos de Cajamarca" in page.title[0].value


def test_taking_a_project_off_the_list_leaves_its_folder(open_screen, small_folder):
    page = open_screen()
    [found] = recent.recent()

    page.button(key=f"projects_forget_{found.key}").click().run()

    assert recent.recent() == ()
    assert (small_folder / "project.db").is_file()


def test_a_project_whose_folder_is_gone_is_explained(open_screen, small_folder):
    page = open_screen()
    [found] = recent.recent()
    shutil.rmtree(small_folder)

    page.button(key=f"projects_open_{found.key}").click().run()

    assert not page.exception
    assert page.error


def test_an_address_with_an_unknown_project_leads_to_the_first_page(open_screen):
    page = open_screen()
    page.query_params["project"] = "no-such-key"
    page.run()

    assert not page.exception
    assert "Proyectos" in page.title[0].value
    assert page.error


def test_a_packed_project_is_taken_in(open_way, small_folder, place, tmp_path):
    file = pack(small_folder, tmp_path / "entrega.zip")
    page = open_way(RECEIVE)
    page.file_uploader(key="receive_file").upload("entrega.zip", file.read_bytes())
    page.run()
    page.button(key="receive_go").click().run()

    assert not page.exception
    assert (place / "entrega" / "project.db").is_file()
    assert "Quesos de Cajamarca" in page.title[0].value


def test_a_backup_copy_becomes_a_project(open_way, small_folder, place):
    [copy, *_] = sorted((small_folder / "backups").glob("*.db"))
    page = open_way(RECEIVE)
    page.file_uploader(key="receive_file").upload(copy.name, copy.read_bytes())
    page.run()
    page.button(key="receive_go").click().run()

    assert not page.exception
    assert (place / copy.stem / "project.db").is_file()


def test_a_file_that_is_no_project_is_refused_whole(open_way, place):
    page = open_way(RECEIVE)
    page.file_uploader(key="receive_file").upload("carta.zip", b"no soy un zip")
    page.run()
    page.button(key="receive_go").click().run()

    assert not page.exception
    assert page.error
    assert [*place.iterdir()] == []


def test_the_name_is_asked_once_on_a_computer(open_way, place):
    page = open_way(NEW, person="")
    page.text_input(key="create_person").set_value("Ana Quispe").run()
    page.run()

    assert keyboard.known_person() == "Ana Quispe"
    assert "create_person" not in [field.key for field in page.text_input]


def test_the_language_of_the_screens_is_chosen_on_the_first_page(open_screen):
    page = open_screen()
    page.session_state["projects_language"] = "pt"
    page.run()
    page.query_params["language"] = "pt"
    page.run()

    assert page.title[0].value.startswith("Projetos")


@needs_example
def test_the_example_opens_and_is_made_once(open_screen):
    page = open_screen()
    page.button(key="projects_example").click().run()
    [first] = recent.recent()
    again = open_screen()
    again.button(key="projects_example").click().run()

    assert not page.exception
    assert [found.path for found in recent.recent()] == [first.path]


def test_a_project_taken_off_the_list_while_it_is_open_elsewhere_is_explained(
    open_screen, small_folder
):
    page = open_screen("mapping", small_folder, "en")
    recent.forget(recent.recent()[0].key)

    page.run()

    assert not page.exception
    assert "is not on this computer's list" in texts(page)
