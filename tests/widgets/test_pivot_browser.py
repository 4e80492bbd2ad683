"""The pivot table under real fingers: typed fast, pasted, emptied, left at once, by two at once."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from app.store import ChangeSet, Folder, Put, create_folder
from methodology.mapping import Actor
from methodology.options import Axis, OptionCriterion, OptionMerit, StrategicOption
from methodology.process import Attendance, Meeting, MeetingKind
from methodology.project import Country, Currency, Draft, Project
from methodology.stage import Stage
from tests.browsing import (
    choose,
    choose_from_list,
    enter,
    eventually,
    go_to_cell,
    settle,
    type_in_cell,
    visit,
)

pytestmark = pytest.mark.browser

MEETINGS = ("T0", "T1", "T2", "T3", "T4", "T5")
FIRMS = ("Andes", "Bambamarca", "Chota")


@pytest.fixture
def folder(tmp_path) -> Iterator[Folder]:
    """Give an open project of meetings and firms in Colombia, where 1.234,5 is a number."""
    project = Project(
        id=uuid4(), name="Quesos", country=Country.COLOMBIA, currency=Currency.COP, language="en"
    )
    opened = create_folder(tmp_path / "quesos", project, by="Ana")
    meetings = [
        Meeting(id=uuid4(), name=name, kind=MeetingKind.WORKSHOP, about_stage=Stage.SCOPE)
        for name in MEETINGS
    ]
    actors = [Actor(id=uuid4(), name=name) for name in FIRMS]
    opened.apply(ChangeSet("Start", tuple(map(Put, (*meetings, *actors)))), by="Ana")
    yield opened
    opened.close()


@pytest.fixture
def open_page(window, running_app, folder: Folder) -> Callable[[], Page]:
    """Give what opens the matrix of attendance in a window of its own."""

    def opened() -> Page:
        context = window()
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        visit(page, running_app.address(folder.path, "process", language="en"))
        return show_matrix(page)

    return opened


def show_matrix(page: Page) -> Page:
    choose(page, "Data")
    choose_from_list(page, "Table", "Attendance")
    choose(page, "As a matrix")
    expect(page.get_by_text("of 18 cells filled")).to_be_visible()
    expect(page.get_by_test_id("stDataFrame")).to_have_count(1)
    page.get_by_test_id("glide-cell-0-0").filter(has_text=MEETINGS[0]).wait_for(state="attached")
    settle(page)
    return page


def type_down(page: Page, texts: list[str]) -> None:
    for text in texts:
        type_in_cell(page, text)
        enter(page)


def paste(page: Page, rows: list[list[str]]) -> None:
    text = "\n".join("\t".join(row) for row in rows)
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.keyboard.press("Control+V")
    settle(page)


def came(folder: Folder) -> dict[tuple[str, str], int]:
    snapshot = folder.snapshot()
    meetings = {row.id: row.name for row in snapshot.all(Meeting)}
    actors = {row.id: row.name for row in snapshot.all(Actor)}
    return {
        (meetings[row.meeting], actors[row.actor]): row.people for row in snapshot.all(Attendance)
    }


def test_five_cells_typed_fast_are_all_stored(open_page, folder):
    page = open_page()

    go_to_cell(page, 1, 1)
    type_down(page, ["11", "1.200", "13", "14", "15"])

    eventually(
        lambda: came(folder),
        {("T0", "Andes"): 11, ("T1", "Andes"): 1200, ("T2", "Andes"): 13}
        | {("T3", "Andes"): 14, ("T4", "Andes"): 15},
    )
    expect(page.get_by_text("5 of 18 cells filled")).to_be_visible()


def test_a_pasted_block_is_stored_but_for_what_cannot_be(open_page, folder):
    page = open_page()

    go_to_cell(page, 2, 1)
    paste(page, [["1.250", "3", "2,0"], ["4", "2,5", "x"]])

    expect(page.get_by_text("T2, Bambamarca:")).to_be_visible()
    expect(page.get_by_text("T2, Chota:")).to_be_visible()
    expect(page.get_by_text("2 cells not saved")).to_be_visible()
    assert came(folder) == {
        ("T1", "Andes"): 1250,
        ("T1", "Bambamarca"): 3,
        ("T1", "Chota"): 2,
        ("T2", "Andes"): 4,
    }
    page.reload()
    show_matrix(page)
    expect(page.get_by_text("2 cells not saved")).to_be_visible()


def test_a_block_pasted_with_names_is_saved_only_beside_its_own(open_page, folder):
    page = open_page()

    go_to_cell(page, 2, 0)
    paste(page, [["T1", "3", "4"], ["T3", "5", "6"]])

    expect(page.get_by_text("Nothing was saved of what was pasted over “Meeting”.")).to_be_visible()
    assert came(folder) == {}
    go_to_cell(page, 2, 0)
    paste(page, [["T1", "3", "4"], ["T2", "5", "6"]])
    eventually(
        lambda: came(folder),
        {("T1", "Andes"): 3, ("T1", "Bambamarca"): 4, ("T2", "Andes"): 5, ("T2", "Bambamarca"): 6},
    )


def test_an_emptied_cell_takes_its_record_away(open_page, folder):
    page = open_page()
    go_to_cell(page, 1, 2)
    type_down(page, ["7"])
    eventually(lambda: len(came(folder)), 1)
    settle(page)

    go_to_cell(page, 1, 2)
    page.keyboard.press("Delete")

    eventually(lambda: came(folder), {})
    assert folder.snapshot().all(Draft) == ()


def test_two_windows_keep_both_and_ask_about_the_same_cell(open_page, folder):
    mine, theirs = open_page(), open_page()

    go_to_cell(theirs, 1, 1)
    type_down(theirs, ["45"])
    eventually(lambda: came(folder), {("T0", "Andes"): 45})
    go_to_cell(mine, 1, 2)
    type_down(mine, ["8"])
    eventually(lambda: len(came(folder)), 2)
    settle(mine)
    go_to_cell(mine, 1, 1)
    type_down(mine, ["50"])

    expect(mine.get_by_text("Another person wrote “45” meanwhile")).to_be_visible()
    assert came(folder)["T0", "Andes"] == 45
    mine.get_by_role("button", name="Save mine").click()
    eventually(lambda: came(folder)["T0", "Andes"], 50)


def test_a_busy_server_that_hears_of_typing_and_leaving_at_once_loses_nothing(
    open_page, running_app, folder
):
    page = open_page()

    go_to_cell(page, 1, 1)
    with running_app.frozen():
        type_in_cell(page, "12")
        page.get_by_role("link", name="Start").click(delay=100)
        page.evaluate("new Promise(done => setTimeout(done, 500))")  # all is sent by then

    eventually(lambda: came(folder), {("T0", "Andes"): 12})
    expect(page.locator("h1")).to_contain_text("Quesos")


def test_a_pasted_block_of_decimal_commas_is_read_as_the_country_writes(
    window, running_app, folder
):
    options = [StrategicOption(id=uuid4(), name=name) for name in ("Brand", "Route")]
    criteria = [
        OptionCriterion(id=uuid4(), name=name, axis=Axis.CAPACITY) for name in ("Market", "Risk")
    ]
    folder.apply(ChangeSet("More", tuple(map(Put, (*options, *criteria)))), by="Ana")
    context = window()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    visit(page, running_app.address(folder.path, "options", language="en"))
    choose(page, "Data")
    choose_from_list(page, "Table", "Adopted scores")
    expect(page.get_by_text("0 of 4 cells filled")).to_be_visible()

    go_to_cell(page, 1, 1)
    paste(page, [["2,5", "3,25"], ["4", "1,75"]])

    expect(page.get_by_text("4 of 4 cells filled")).to_be_visible()
    merits = [str(one.merit) for one in folder.snapshot().all(OptionMerit)]
    assert sorted(merits) == ["1.75", "2.5", "3.25", "4"]
