"""Ways through the program as people walk them: open, waive, write, hand over, step back."""

import re
import zipfile
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import expect

from app.store import ChangeSet, Put
from app.store.opening import create_folder, open_folder
from methodology.plan import Section
from methodology.project import Narrative, Project, Waiver
from methodology.vision import VisionVersion
from tests.browsing import choose, eventually, settle, trouble, visit

pytestmark = pytest.mark.browser


@pytest.fixture
def folder(tmp_path) -> Path:
    path = tmp_path / "quesos"
    create_folder(path, Project(id=UUID(int=1), name="Quesos & Cía."), by="Ana").close()
    return path


def inside(path: Path, cls: type) -> tuple:
    """Return the records of a type as the folder holds them now."""
    opened = open_folder(path)
    try:
        return opened.snapshot().all(cls)
    finally:
        opened.close()


def texts(path: Path) -> list[str]:
    """Return the texts of the plan as the folder holds them now."""
    return [row.text for row in inside(path, Narrative)]


def test_a_folder_is_opened_by_its_path_and_leads_to_the_start(running_app, folder, page):
    visit(page, running_app.address(language="en"))
    page.get_by_role("tab", name="Open a folder").click()
    settle(page)
    page.get_by_role("combobox", name="Folder of the project").fill(str(folder))
    page.keyboard.press("Enter")
    settle(page)

    page.get_by_role("button", name="Open project").click()

    expect(page.locator("h1")).to_contain_text("Quesos & Cía.")
    page.wait_for_url(re.compile(r"project="))
    assert trouble(page) == []


def test_a_recent_project_opens_with_one_click(running_app, folder, page):
    running_app.address(folder)
    visit(page, running_app.address(language="en"))

    page.get_by_role("button", name="Open", exact=True).first.click()

    expect(page.locator("h1")).to_contain_text("Quesos & Cía.")


def test_a_project_is_handed_over_as_one_file(running_app, folder, page):
    running_app.address(folder)
    visit(page, running_app.address(language="en"))

    with page.expect_download() as given:
        page.get_by_role("button", name="Hand over").first.click()

    with zipfile.ZipFile(given.value.path()) as archive:
        assert "project.db" in archive.namelist()
    assert given.value.suggested_filename.endswith(".zip")


def test_a_check_is_waived_with_its_reason(running_app, folder, page):
    visit(page, running_app.address(folder, "process", language="en"))
    choose(page, "Closing")

    page.get_by_role("button", name="Waive", exact=True).first.click()
    page.get_by_role("textbox", name="Reason").fill("The team is hired in May")
    page.get_by_role("button", name="Waive this check").click()
    expect(page.get_by_text("The team is hired in May").first).to_be_visible()

    [waiver] = inside(folder, Waiver)
    assert waiver.reason == "The team is hired in May"


def test_a_text_is_written_and_the_last_act_undone(running_app, folder, page):
    visit(page, running_app.address(folder, "mapping", language="en"))
    choose(page, "Text")
    page.get_by_label("Text of this section").fill("The cluster lives off milk.")
    page.get_by_role("button", name="Save text").click()

    eventually(lambda: [row.section for row in inside(folder, Narrative)], [Section.MAPPING])

    visit(page, running_app.address(folder, "history", language="en"))
    page.get_by_role("button", name="Undo this change").click()

    eventually(lambda: inside(folder, Narrative), ())
    settle(page)
    assert trouble(page) == []


def test_one_click_saves_a_vision_that_is_still_being_typed(running_app, folder, page):
    opened = open_folder(folder)
    draft = VisionVersion(id=UUID(int=2), name="Draft A", text="Be good.")
    opened.apply(ChangeSet("Draft", (Put(draft),)), by="Ana")
    opened.close()
    visit(page, running_app.address(folder, "vision", language="en"))
    page.get_by_label("Vision", exact=True).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Sell 30 tons.")

    box = page.get_by_role("button", name="Save text").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    eventually(
        lambda: [one.text for one in inside(folder, VisionVersion)], ["Be good. Sell 30 tons."]
    )


def test_two_tabs_see_each_others_work(running_app, folder, page):
    other = page.context.new_page()
    visit(page, running_app.address(folder, "mapping", language="en"))
    choose(page, "Text")
    visit(other, running_app.address(folder, "mapping", language="en"))
    choose(other, "Text")

    page.get_by_label("Text of this section").fill("From the first tab.")
    page.get_by_role("button", name="Save text").click()
    eventually(lambda: texts(folder), ["From the first tab."])
    choose(other, "Guide")
    choose(other, "Text")

    expect(other.get_by_label("Text of this section")).to_have_value("From the first tab.")


def test_the_second_tab_cannot_overwrite_what_the_first_just_saved(running_app, folder, page):
    other = page.context.new_page()
    for tab in (page, other):
        visit(tab, running_app.address(folder, "mapping", language="en"))
        choose(tab, "Text")
    page.get_by_label("Text of this section").fill("First.")
    page.get_by_role("button", name="Save text").click()
    eventually(lambda: texts(folder), ["First."])

    other.get_by_label("Text of this section").fill("Second.")
    other.get_by_role("button", name="Save text").click()

    expect(other.get_by_test_id("stAlert").first).to_be_visible()
    assert texts(folder) == ["First."]


def test_back_and_forth_keep_the_project(running_app, folder, page):
    visit(page, running_app.address(folder, "", language="en"))
    page.get_by_text("Plan", exact=True).first.click()
    page.wait_for_url(re.compile("/document"))
    settle(page)

    page.go_back()

    expect(page.locator("h1")).to_contain_text("Quesos & Cía.")


def test_what_keeps_a_plan_from_being_final_leads_to_where_it_is_done_or_waived(
    running_app, folder, page
):
    visit(page, running_app.address(folder, "document", language="en"))
    page.get_by_text("things keep the plan from being final").click()
    settle(page)

    listed = page.get_by_test_id("stExpander").get_by_test_id("stDataFrame")
    listed.scroll_into_view_if_needed()
    settle(page)
    box = listed.bounding_box()
    page.mouse.click(box["x"] + 18, box["y"] + 62)
    settle(page)
    page.get_by_role("button", name="Go to “Project”").click()

    expect(page.get_by_label("Project name")).to_be_visible()
    assert trouble(page) == []


@pytest.mark.parametrize("name", ["projects", "start", "votes"])
def test_the_address_of_a_page_of_a_closed_project_leads_to_the_projects(running_app, page, name):
    visit(page, running_app.address(None, name, language="en"))

    expect(page.locator("h1")).to_contain_text("Projects")
    expect(page.get_by_role("dialog")).to_have_count(0)
