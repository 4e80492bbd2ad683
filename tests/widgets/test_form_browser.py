"""Forms under real fingers: saved, refused at the field, overtaken by another, with files."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, Page, expect

from app.store import ChangeSet, Edit, Folder, Put, create_folder
from methodology.action import PlanProject
from methodology.mapping import Actor, ActorKind
from methodology.project import Country, Draft, Evidence, Project
from tests.browsing import choose, eventually, settle, visit

pytestmark = pytest.mark.browser


@pytest.fixture
def folder(tmp_path) -> Iterator[Folder]:
    project = Project(id=uuid4(), name="Quesos", country=Country.COLOMBIA, language="en")
    opened = create_folder(tmp_path / "quesos", project, by="Ana")
    actor = Actor(id=uuid4(), name="Andes", employees=10)
    opened.apply(ChangeSet("Start", (Put(actor),)), by="Ana")
    yield opened
    opened.close()


@pytest.fixture
def go_to(page: Page, running_app, folder: Folder) -> Callable[[str], Page]:
    def went(screen: str) -> Page:
        visit(page, running_app.address(folder.path, screen, language="en"))
        return page

    return went


def show(place: Page | Locator, text: str) -> None:
    expect(place.get_by_text(text).first).to_be_visible()


def actors(page: Page) -> Page:
    choose(page, "Data")
    choose(page, "Actors")
    page.get_by_test_id("glide-cell-3-0").filter(has_text="Andes").wait_for(state="attached")
    settle(page)
    return page


def project(folder: Folder) -> Project:
    return folder.snapshot().one(Project)


def test_settings_are_saved_and_shown_again(go_to, folder):
    page = go_to("settings")

    page.get_by_role("textbox", name="Cluster").fill("Quesos del norte")
    page.get_by_role("button", name="Save changes").click()

    eventually(lambda: project(folder).cluster, "Quesos del norte")
    page.reload()
    expect(page.get_by_role("textbox", name="Cluster")).to_have_value("Quesos del norte")


def test_what_is_typed_and_not_saved_is_found_again_and_can_be_forgotten(go_to, folder):
    page = go_to("settings")
    views = page.get_by_test_id("stButtonGroup")
    cluster = page.get_by_role("textbox", name="Cluster")

    cluster.fill("Quesos del norte")
    views.get_by_text("Folder", exact=True).click()
    show(page, "Check folder")
    views.get_by_text("Project", exact=True).click()
    expect(cluster).to_have_value("Quesos del norte")
    page.get_by_role("button", name="Forget what was typed").click()

    expect(cluster).to_have_value("")
    assert project(folder).cluster == ""


def test_a_new_row_closed_before_it_was_saved_goes_on_where_it_was(go_to, folder):
    page = actors(go_to("mapping"))
    dialog = page.get_by_role("dialog")

    page.get_by_role("button", name="New row").click()
    dialog.get_by_role("textbox", name="Name *").fill("Lácteos Chota")
    page.mouse.click(200, 600)
    expect(dialog).to_have_count(0)
    page.get_by_role("button", name="New row").click()

    expect(dialog.get_by_role("textbox", name="Name *")).to_have_value("Lácteos Chota")
    dialog.get_by_role("button", name="Save changes").click()
    expect(dialog).to_have_count(0)
    assert {row.name for row in folder.snapshot().all(Actor)} == {"Andes", "Lácteos Chota"}


def test_a_field_that_may_not_be_empty_says_so_and_the_rest_is_saved(go_to, folder):
    page = go_to("settings")

    page.get_by_role("textbox", name="Project name").fill("")
    page.get_by_role("textbox", name="Territory").fill("Boyacá")
    page.get_by_role("button", name="Save changes").click()
    show(page, "Something is missing here.")

    assert (project(folder).name, project(folder).territory) == ("Quesos", "Boyacá")


@pytest.mark.parametrize(
    ("name", "code", "fault"),
    [("", "P02", "Something is missing here."), ("Marca", "P01", "Another row has the same.")],
)
def test_a_dialog_with_a_fault_stays_open_and_stores_nothing(go_to, folder, name, code, fault):
    taken = PlanProject(id=uuid4(), code="P01", name="Escuela")
    folder.apply(ChangeSet("Start", (Put(taken),)), by="Ana")
    page = go_to("action_plan")
    page.get_by_role("button", name="New project").click()
    dialog = page.get_by_role("dialog")

    dialog.get_by_role("textbox", name="Project *").fill(name)
    dialog.get_by_role("textbox", name="Code").fill(code)
    dialog.get_by_role("button", name="Save changes").click()
    show(dialog, fault)

    settle(page)
    expect(dialog.get_by_role("textbox", name="Code")).to_have_value(code)
    assert (folder.snapshot().all(PlanProject), folder.snapshot().all(Draft)) == ((taken,), ())
    dialog.get_by_role("textbox", name="Project *").fill("Marca")
    dialog.get_by_role("textbox", name="Code").fill("P02")
    dialog.get_by_role("button", name="Save changes").click()
    expect(dialog).to_have_count(0)
    assert [one.code for one in folder.snapshot().all(PlanProject)] == ["P01", "P02"]


def test_an_empty_dialog_says_what_is_missing(go_to, folder):
    page = actors(go_to("mapping"))
    page.get_by_role("button", name="New row").click()
    dialog = page.get_by_role("dialog")

    dialog.get_by_role("button", name="Save changes").click()

    show(dialog, "Something is missing here.")


def test_a_field_that_another_person_changed_meanwhile_shows_both_values(go_to, folder):
    page = go_to("settings")
    page.get_by_role("textbox", name="Cluster").fill("Mío")

    theirs = Edit(Project, project(folder).id, {"cluster": "Suyo"})
    folder.apply(ChangeSet("Edit", (theirs,)), by="Eva")
    page.get_by_role("button", name="Save changes").click()
    show(page, "Another person wrote “Suyo” meanwhile; “Mío” is not saved.")

    assert project(folder).cluster == "Suyo"
    page.get_by_role("button", name="Save mine").click()
    expect(page.get_by_text("Another person wrote")).to_have_count(0)
    assert project(folder).cluster == "Mío"
    assert folder.snapshot().all(Draft) == ()


def test_a_new_row_is_entered_by_its_form(go_to, folder):
    page = actors(go_to("mapping"))

    page.get_by_role("button", name="New row").click()
    form = page.get_by_role("dialog")
    form.get_by_role("textbox", name="Name").fill("Bambamarca")
    form.get_by_role("textbox", name="Turnover").fill("1.234,56")
    page.keyboard.press("Tab")
    settle(page)
    form.get_by_role("combobox", name="Type").click()
    page.get_by_role("option", name="Buyer").click()
    form.get_by_role("button", name="Save changes").click()
    show(page, "2 rows")

    made = folder.snapshot().all(Actor)[1]
    assert (made.name, made.turnover, made.kind) == ("Bambamarca", 123_456, ActorKind.BUYER)


def test_a_file_is_attached_to_a_row(go_to, folder):
    page = actors(go_to("mapping"))
    box = page.get_by_test_id("stDataFrame").bounding_box()

    page.mouse.click(box["x"] + 80, box["y"] + 41 + 17)
    dialog = page.get_by_role("dialog")
    photo = {"name": "acta.txt", "mimeType": "text/plain", "buffer": b"Acta"}
    dialog.locator("input[type=file]").set_input_files(photo)
    show(dialog, "acta.txt")
    dialog.get_by_role("button", name="Attach files").click()
    expect(dialog.get_by_role("button", name="Download")).to_be_visible()

    (kept,) = folder.snapshot().all(Evidence)
    assert (kept.about_table, kept.about_id) == ("actor", folder.snapshot().all(Actor)[0].id)
    with page.expect_download() as waiting:
        dialog.get_by_role("button", name="Download").click()
    assert waiting.value.path().read_bytes() == b"Acta"
