"""How tests look at the program in a browser: they wait for what they expect, never for time."""

import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

_TURN = """address => {
  history.pushState(null, '', address)
  dispatchEvent(new PopStateEvent('popstate'))
}"""
PATIENCE = 30_000  # milliseconds until what does not happen counts as a failure
LAPTOP, PHONE = {"width": 1280, "height": 720}, {"width": 390, "height": 844}
POLL_SECONDS = 0.02

STILLNESS = Path(__file__).with_name("stillness.js")  # every window under test runs it first
_QUIET_LOOKS, _LOOK = 2, 40  # looks at the page that find it still, milliseconds between two
_lookers = count()
_HEAD, _ROW, _FIRST = 41, 35, 150  # pixels of a table: its head, a row, across to a row's name
_ATTEMPTS = 10


def settle(page: Page) -> None:
    """Wait until the page is drawn, has its answers and has nothing left to do.

    It is looked at as by people, in front: a page behind another one is hardly drawn at all.
    """
    page.bring_to_front()
    is_still = f"looker => window.stillness(looker) >= {_QUIET_LOOKS}"
    page.wait_for_function(is_still, arg=next(_lookers), polling=_LOOK, timeout=PATIENCE)


def visit(page: Page, address: str) -> None:
    """Open an address and wait until its page is drawn."""
    page.goto(address)
    settle(page)


def turn_to(page: Page, address: str) -> None:
    """Go to another page of the program without loading it anew, as its own links do."""
    page.evaluate(_TURN, address)
    settle(page)


def choose(page: Page, view: str) -> None:
    """Choose one of the views of the page."""
    page.get_by_test_id("stButtonGroup").get_by_text(view, exact=True).first.click()
    settle(page)


def choose_from_list(page: Page, label: str, view: str) -> None:
    """Choose one of the views of the page where they stand in a list."""
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=view, exact=True).click()
    settle(page)


def row_height(row: int) -> float:
    """Return how far below its top a table shows the middle of a row, counted from 1."""
    return _HEAD + _ROW * (row - 0.5)


def go_to_cell(page: Page, row: int, column: int) -> None:
    """Select a cell of the page's first table as people do: a click in its row, then the arrows.

    Rows count from 1, columns as the names of cells do. A click may only bring the keyboard to
    the table, and of two keys the table may hear one while it draws: what came of them is seen
    before more follow.
    """
    for attempt in range(_ATTEMPTS):
        at = selected_column(page, row) if attempt else None
        if at == column:
            return
        if at is None or attempt == _ATTEMPTS // 2:
            box = page.get_by_test_id("stDataFrame").first.bounding_box()
            page.mouse.click(box["x"] + _FIRST, box["y"] + row_height(row))
        else:
            for _step in range(abs(column - at)):
                page.keyboard.press("ArrowRight" if at < column else "ArrowLeft")
        settle(page)
    assert selected_column(page, row) == column


def selected_column(page: Page, row: int) -> int | None:
    """Return the column of the cell of a row that is selected, None while none is."""
    cell = page.locator(
        f"[data-testid^=glide-cell-][data-testid$='-{row - 1}'][aria-selected=true]"
    )
    found = cell.evaluate_all("found => found.map(each => each.dataset.testid)")
    return int(found[0].split("-")[2]) if found else None


def cell_editor(page: Page) -> Locator:
    """Return what opens over a cell of a table while somebody types in it."""
    return page.locator("[id^=gdg-overlay-]")


def type_in_cell(page: Page, text: str, *, delay: int = 70) -> None:
    """Type over the selected cell of a table, `delay` milliseconds a sign; the cell stays open.

    The first sign opens the cell: the rest waits until the cell holds it and hears the keyboard.
    """
    page.keyboard.type(text[:1])
    field = cell_editor(page).locator("input, textarea").first
    expect(field).to_be_focused()
    expect(field).to_have_value(text[:1])
    page.keyboard.type(text[1:], delay=delay)


def enter(page: Page) -> None:
    """Close the open cell of a table with the Enter key."""
    page.keyboard.press("Enter")
    expect(cell_editor(page)).to_have_count(0)


def trouble(page: Page) -> list[str]:
    """Return what the page says went wrong."""
    return page.get_by_test_id("stException").all_inner_texts()


def eventually(read: Callable[[], object], expected: object) -> None:
    """Assert that what is read is as expected, or becomes so before patience ends."""
    end = time.monotonic() + PATIENCE / 1000
    while (found := read()) != expected and time.monotonic() < end:
        time.sleep(POLL_SECONDS)
    assert found == expected
