"""The grid under real fingers: typed fast, pasted, added to, deleted from, by two at once."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from app.store import ChangeSet, Folder, Put, create_folder
from app.widgets.columns import NUMBER, OPEN, columns
from methodology.mapping import Actor, ActorKind, ChainLink, Contact, Tie
from methodology.project import Country, Currency, Draft, Project
from tests.browsing import (
    cell_editor,
    choose,
    enter,
    eventually,
    go_to_cell,
    row_height,
    settle,
    type_in_cell,
    visit,
)

pytestmark = pytest.mark.browser

NAMES = ("Andes", "Bambamarca", "Chota", "Cutervo", "Hualgayoc", "Jaén")
MARKER = "marker"  # what selects the whole row
MARKER_LEFT, OPEN_LEFT, NAME_LEFT = 18, 80, 260


@pytest.fixture
def folder(tmp_path) -> Iterator[Folder]:
    """Give an open project of six actors in Colombia, where 1.234,5 is a number."""
    project = Project(
        id=uuid4(), name="Quesos", country=Country.COLOMBIA, currency=Currency.COP, language="en"
    )
    opened = create_folder(tmp_path / "quesos", project, by="Ana")
    actors = [Actor(id=uuid4(), name=name, employees=10) for name in NAMES]
    link = ChainLink(id=uuid4(), name="Acopio")
    person = Contact(id=uuid4(), name="Rosa", actor=actors[0].id)
    tie = Tie(id=uuid4(), source=actors[0].id, target=actors[1].id)
    rows = (*actors, link, person, tie)
    opened.apply(ChangeSet("Start", tuple(Put(row) for row in rows)), by="Ana")
    yield opened
    opened.close()


@pytest.fixture
def open_page(window, running_app, folder: Folder) -> Callable[[], Page]:
    """Give what opens the table of actors in a window of its own."""

    def opened(rows: int = len(NAMES)) -> Page:
        context = window()
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        visit(page, running_app.address(folder.path, "mapping", language="en"))
        return show_actors(page, rows)

    return opened


def show_actors(page: Page, rows: int = len(NAMES)) -> Page:
    choose(page, "Data")
    choose(page, "Actors")
    expect(page.get_by_text(f"{rows} rows", exact=True)).to_be_visible()
    expect(page.get_by_test_id("stDataFrame")).to_have_count(1)
    first = page.get_by_test_id("glide-cell-3-0").filter(has_text=NAMES[0])
    first.wait_for(state="attached")
    settle(page)
    return page


def top_of_table(page: Page) -> float:
    return page.get_by_test_id("stDataFrame").first.bounding_box()["y"]


def click_at(page: Page, row: int, left: int) -> None:
    box = page.get_by_test_id("stDataFrame").first.bounding_box()
    page.mouse.click(box["x"] + left, box["y"] + row_height(row))


def go(page: Page, row: int, field: str) -> None:
    """Select a cell, rows counted from 1."""
    order = [MARKER, OPEN, NUMBER, *(each.name for each in columns(Actor))]
    go_to_cell(page, row, order.index(field))


def type_down(page: Page, texts: list[str]) -> None:
    for text in texts:
        type_in_cell(page, text)
        enter(page)


def actor(folder: Folder, name: str) -> Actor:
    return next(row for row in folder.snapshot().all(Actor) if row.name == name)


def names(folder: Folder) -> list[str]:
    return [row.name for row in folder.snapshot().all(Actor)]


def paste(page: Page, rows: list[list[str]]) -> None:
    text = "\n".join("\t".join(row) for row in rows)
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.keyboard.press("Control+V")
    settle(page)


def test_five_cells_typed_fast_are_all_stored(open_page, folder):
    page = open_page()

    go(page, 1, "employees")
    type_down(page, ["11", "1.200", "13", "14", "15"])

    eventually(
        lambda: [row.employees for row in folder.snapshot().all(Actor)],
        [11, 1200, 13, 14, 15, 10],
    )


def test_a_block_of_spanish_numbers_and_words_is_pasted(open_page, folder):
    page = open_page()

    go(page, 2, "kind")
    paste(page, [["PRODUCTOR FINAL", "acopio"], ["proveedor", "Acopio"], ["Fornecedor", "Ordeño"]])
    go(page, 2, "founded")
    paste(page, [["1998", "1.250", "1.234,56"], ["2001", "7", "$ 2.000"], ["x", "2,5", "2,5"]])

    page.get_by_role("button", name="See all").click()
    expect(page.get_by_text("Row 4, Employees")).to_be_visible()
    two, three, four = folder.snapshot().all(Actor)[1:4]
    acopio = folder.snapshot().all(ChainLink)[0].id
    assert (two.kind, two.link) == (ActorKind.PRODUCER, acopio)
    assert (two.founded, two.employees, two.turnover) == (1998, 1250, 123_456)
    assert (three.kind, three.founded, three.turnover) == (ActorKind.SUPPLIER, 2001, 200_000)
    assert (four.kind, four.link, four.employees, four.turnover) == (
        ActorKind.SUPPLIER,
        None,
        10,
        250,
    )
    told = page.get_by_text("Row 4, Link of the chain: “Ordeño”").first
    expect(told).to_be_in_viewport()
    assert told.bounding_box()["y"] < top_of_table(page)


def test_what_is_wrong_is_told_above_a_long_table_that_stays_where_it_is(open_page, folder):
    more = (Put(Actor(id=uuid4(), name=f"Zaña {place}")) for place in range(40))
    folder.apply(ChangeSet("More", tuple(more)), by="Ana")
    page = open_page(rows=46)
    before = top_of_table(page)

    for row in (2, 3, 5):
        go(page, row, "employees")
        type_down(page, ["doce"])
        expect(page.get_by_text(f"Row {row}, Employees: “doce”")).to_be_in_viewport()
        settle(page)

    assert top_of_table(page) == before
    expect(page.get_by_text("3 rows not saved")).to_be_in_viewport()
    page.get_by_role("button", name="See all").click()
    listed = page.get_by_test_id("stPopoverBody")
    expect(listed.get_by_text("Row 2, Employees: “doce”")).to_be_visible()
    expect(listed.get_by_role("button", name="Forget what was typed")).to_have_count(3)


def test_a_long_reason_is_cut_above_the_table_and_whole_in_the_list(open_page):
    page = open_page()

    go(page, 2, "kind")
    paste(page, [["quesera"], ["lechera"]])

    for told in ("Row 3, Type: “lechera” is not one of", "Row 2, Type: “quesera” is not one of"):
        expect(page.get_by_text(told)).to_be_in_viewport(ratio=0.8)
    page.get_by_role("button", name="See all").click()
    listed = page.get_by_test_id("stPopoverBody")
    expect(listed.get_by_text("Media and others.").first).to_be_visible()


def test_a_row_is_added_by_typing_and_survives_a_reload_before_it_is_complete(open_page, folder):
    page = open_page()

    click_at(page, 7, NAME_LEFT)
    settle(page)
    go(page, 7, "place")
    type_down(page, ["Celendín"])

    eventually(lambda: len(folder.snapshot().all(Draft)), 1)
    expect(page.get_by_text("Row 7 is kept as a draft. It lacks: Name.")).to_be_visible()
    page.reload()
    show_actors(page, 7)
    expect(page.get_by_text("Row 7 is kept as a draft. It lacks: Name.")).to_be_visible()
    go(page, 7, "name")
    type_down(page, ["Celendín Lácteos"])
    eventually(
        lambda: [(row.name, row.place) for row in folder.snapshot().all(Actor)][6:],
        [("Celendín Lácteos", "Celendín")],
    )
    assert folder.snapshot().all(Draft) == ()


@pytest.mark.parametrize("column", [OPEN, NUMBER])
def test_what_is_pasted_left_of_the_data_is_not_saved_beside_its_place(open_page, folder, column):
    page = open_page()
    go(page, 2, column)

    paste(page, [["Uno", "U1", "Uno S.A."], ["Dos", "D2", "Dos S.A."]])

    expect(page.get_by_text("Nothing was saved of what was pasted over “Row”.")).to_be_visible()
    assert names(folder) == list(NAMES)
    go(page, 2, "name")
    paste(page, [["Baños"]])
    eventually(lambda: names(folder)[1], "Baños")
    expect(page.get_by_text("Nothing was saved of what")).to_have_count(0)


def test_rows_pasted_with_their_own_numbers_are_saved(open_page, folder):
    page = open_page()
    go(page, 2, NUMBER)

    paste(page, [["2", "Baños"], ["3", "Chepén"]])

    eventually(lambda: names(folder)[1:3], ["Baños", "Chepén"])


def test_a_pasted_block_longer_than_the_table_adds_rows(open_page, folder):
    page = open_page()

    click_at(page, 7, NAME_LEFT)
    settle(page)
    go(page, 7, "name")
    paste(page, [["Uno", "U1", "Comprador"], ["Dos", "D2", "buyer"], ["Tres", "T3", ""]])

    eventually(lambda: names(folder)[6:], ["Uno", "Dos", "Tres"])
    assert actor(folder, "Dos").kind is ActorKind.BUYER


def test_a_block_pasted_into_the_cell_that_a_click_below_the_table_opens_adds_rows(
    open_page, folder
):
    page = open_page()

    click_at(page, 7, NAME_LEFT)
    expect(cell_editor(page)).to_have_count(1)
    paste(page, [["Uno", "U1", "Comprador"], ["Dos", "D2", "buyer"]])
    enter(page)

    eventually(lambda: names(folder)[6:], ["Uno", "Dos"])
    assert actor(folder, "Dos").kind is ActorKind.BUYER
    page.get_by_test_id("glide-cell-3-7").filter(has_text="Dos").wait_for(state="attached")
    go(page, 8, "name")
    type_down(page, ["Otro"])
    eventually(lambda: names(folder)[6:], ["Uno", "Otro"])


def test_deleting_a_row_says_what_goes_with_it_and_waits_for_a_yes(open_page, folder):
    page = open_page()

    click_at(page, 1, MARKER_LEFT)
    settle(page)
    page.keyboard.press("Delete")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("This goes with it:")).to_be_visible()
    assert len(folder.snapshot().all(Actor)) == 6
    dialog.get_by_role("button", name="Delete 1 row", exact=True).click()
    expect(page.get_by_text("5 rows")).to_be_visible()

    assert names(folder) == list(NAMES[1:])
    assert folder.snapshot().all(Tie) == folder.snapshot().all(Contact) == ()


def test_a_row_kept_after_all_is_still_there(open_page, folder):
    page = open_page()

    click_at(page, 1, MARKER_LEFT)
    settle(page)
    page.keyboard.press("Delete")
    page.get_by_role("dialog").get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("6 rows")).to_be_visible()

    assert len(folder.snapshot().all(Actor)) == 6


def test_two_windows_merge_different_fields_and_ask_about_the_same_one(open_page, folder):
    mine, theirs = open_page(), open_page()

    go(theirs, 1, "employees")
    type_down(theirs, ["45"])
    eventually(lambda: actor(folder, "Andes").employees, 45)
    go(mine, 1, "place")
    type_down(mine, ["Jaén"])
    eventually(lambda: actor(folder, "Andes").place, "Jaén")
    settle(mine)
    go(mine, 1, "employees")
    type_down(mine, ["50"])

    expect(mine.get_by_text("Another person wrote “45” meanwhile")).to_be_visible()
    assert (actor(folder, "Andes").place, actor(folder, "Andes").employees) == ("Jaén", 45)
    mine.get_by_role("button", name="Save mine").click()
    eventually(lambda: actor(folder, "Andes").employees, 50)


def test_typing_and_leaving_the_page_at_once_loses_nothing(open_page, folder):
    page = open_page()

    go(page, 1, "place")
    type_in_cell(page, "Jaén")
    page.get_by_role("link", name="Start").click()

    eventually(lambda: actor(folder, "Andes").place, "Jaén")


@pytest.mark.parametrize("pressed_for", [0, 100])
def test_a_busy_server_that_hears_of_typing_and_leaving_at_once_loses_nothing(
    open_page, running_app, folder, pressed_for
):
    page = open_page()

    go(page, 1, "place")
    with running_app.frozen():
        type_in_cell(page, "Jaén")
        page.get_by_role("link", name="Start").click(delay=pressed_for)
        page.evaluate("new Promise(done => setTimeout(done, 500))")  # all is sent by then

    eventually(lambda: actor(folder, "Andes").place, "Jaén")
    expect(page.locator("h1")).to_contain_text("Quesos")


def test_a_row_typed_last_is_added_once_though_the_page_is_left_at_once(
    open_page, running_app, folder
):
    page = open_page()

    click_at(page, 7, NAME_LEFT)
    settle(page)
    go(page, 7, "name")
    with running_app.frozen():
        type_in_cell(page, "Celendín")
        page.get_by_role("link", name="Start").click(delay=100)
        page.evaluate("new Promise(done => setTimeout(done, 500))")  # all is sent by then

    eventually(lambda: names(folder)[6:], ["Celendín"])
    expect(page.locator("h1")).to_contain_text("Quesos")
    settle(page)
    assert (names(folder)[6:], folder.snapshot().all(Draft)) == (["Celendín"], ())


def test_a_row_opens_as_a_form_with_its_long_texts(open_page, folder):
    page = open_page()

    click_at(page, 2, OPEN_LEFT)
    form = page.get_by_role("dialog")
    form.get_by_role("textbox", name="Description").fill("Una descripción\nen dos líneas")
    form.get_by_role("textbox", name="Employees").fill("doce")
    form.get_by_role("button", name="Save changes").click()

    expect(form.get_by_text("“doce” is not a number")).to_be_visible()
    kept = actor(folder, "Bambamarca")
    assert (kept.notes, kept.employees) == ("Una descripción\nen dos líneas", 10)


def test_choosing_from_lists_stores_the_same_values(open_page, folder):
    page = open_page()
    choose(page, "Choosing")

    go(page, 1, "kind")
    page.keyboard.press("Enter")
    expect(cell_editor(page)).to_be_visible()
    page.keyboard.type("Buy", delay=70)
    enter(page)

    eventually(lambda: actor(folder, "Andes").kind, ActorKind.BUYER)
