"""All screens in a browser: nothing fails, nothing is fetched from outside, everything fits."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from app.store import ChangeSet, Put
from app.store.opening import create_folder
from methodology.project import Language, Project
from methodology.snapshot import Snapshot
from tests.browsing import PATIENCE, PHONE, settle, trouble, turn_to, visit
from tests.samples import large_snapshot

pytestmark = pytest.mark.browser

SCREENS = Path(__file__).resolve().parents[2] / "app" / "screens"
PAGES = sorted("" if path.stem == "start" else path.stem for path in SCREENS.glob("*.py"))
SCROLLED = ("projects", "settings", "projector")  # forms and lists; the last one stands alone
TABLED = ("diamond", "thread")  # what is compared fits; the same in a table follows beneath it
FIGURES = ("calendar", "attendance", "funnel", "map", "chain", "sizes", "links", "comparison")
LEAST_PX = 20 * 96 / 72  # 20 points
ROOM = "document.querySelector('[data-testid=stMain]')"
WIDEST = """Math.max(0, ...[...document.querySelectorAll(".js-plotly-plot, canvas")]
    .map((figure) => figure.clientWidth))"""
ROOMY = 28  # pixels of empty border below the last element


@dataclass
class Watch:
    """What went wrong on the pages of one browser window."""

    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def over(self, page: Page, home: str) -> None:
        """Note errors of the console and the page, and requests that leave the computer."""
        page.on("console", lambda said: said.type == "error" and self.errors.append(said.text))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda asked: self._ask(asked.url, home))

    def _ask(self, url: str, home: str) -> None:
        if not url.startswith((home, home.replace("http", "ws", 1), "data:", "blob:")):
            self.outside.append(url)


def write(path: Path, snapshot: Snapshot) -> Path:
    """Write a project into a new folder."""
    project = snapshot.one(Project)
    assert project is not None
    folder = create_folder(path, project, by="Ana")
    rows = tuple(Put(record) for record in snapshot if record.id != project.id)
    if rows:
        folder.apply(ChangeSet("Import {file}", rows, {"file": "actores.xlsx"}), by="Ana")
    folder.close()
    return path


@pytest.fixture(scope="module")
def folders(tmp_path_factory) -> dict[str, Path]:
    around = tmp_path_factory.mktemp("projects")
    empty = Snapshot([Project(id=UUID(int=1), name="Proyecto vacío")])
    return {
        "empty": write(around / "empty", empty),
        "large": write(around / "large", large_snapshot(300, 900)),
    }


def others(page: Page) -> list[str]:
    """Return what can be seen and clicked, a figure's own tools under the pointer left out."""
    found = page.locator("button:visible, a:visible, input:visible").evaluate_all(
        """found => found.filter(each => !each.closest('[data-testid=stElementToolbar]')
        && each.getAttribute('data-testid') !== 'stSkipToContent'
        && each.getAttribute('kind') !== 'elementToolbar').map(each => each.outerHTML)"""
    )
    return [str(each) for each in found]


@pytest.mark.parametrize(
    ("size", "language"),
    [
        ("empty", Language.SPANISH),
        ("large", Language.SPANISH),
        ("large", Language.ENGLISH),
        ("empty", Language.PORTUGUESE),
    ],
)
def test_every_screen_opens_whole_fits_and_asks_nothing_of_the_internet(
    running_app, folders, window, size, language
):
    page, watch = window().new_page(), Watch()
    watch.over(page, f"http://127.0.0.1:{running_app.port}")
    failed, unfit, spoken, titles = {}, {}, set(), set()

    visit(page, running_app.address(folders[size], language=language.value))
    for name in PAGES:
        turn_to(page, running_app.address(folders[size], name, language=language.value))
        spoken.add(page.locator("html").get_attribute("lang"))
        titles.add(page.locator("h1").inner_text())
        if found := trouble(page):
            failed[name] = found
        wide, across, tall, down = measures(page)
        is_first_view = language is Language.SPANISH and name not in SCROLLED + TABLED
        if wide > across or (is_first_view and tall > down + ROOMY):
            unfit[name] = (wide, tall)

    assert (failed, watch.errors, watch.outside) == ({}, [], [])
    assert (unfit, spoken) == ({}, {language.value})
    assert len(titles) == len(PAGES)


def test_nothing_needs_sideways_scrolling_on_a_phone(running_app, folders, window):
    page = window(PHONE).new_page()
    too_wide, figures = {}, {}

    visit(page, running_app.address(folders["large"]))
    for name in PAGES:
        turn_to(page, running_app.address(folders["large"], name))
        wide, room, *_ = measures(page)
        figures[name] = page.evaluate(WIDEST)
        if wide > room:
            too_wide[name] = wide

    assert too_wide == {}
    assert (figures[""], figures["mapping"] > 1000) == (540, True)  # they scroll in their boxes


def measures(page: Page) -> list[int]:
    """Return width and room across, height and room down, of what scrolls; in pixels."""
    return page.evaluate(
        f"[{ROOM}.scrollWidth, {ROOM}.clientWidth, {ROOM}.scrollHeight, {ROOM}.clientHeight]"
    )


def test_the_dark_theme_is_dark_and_the_typeface_comes_from_this_computer(
    running_app, folders, window
):
    page = window(colours="dark").new_page()
    visit(page, running_app.address(folders["empty"]))

    ground = page.locator("[data-testid=stApp]").evaluate(
        "found => getComputedStyle(found).backgroundColor"
    )
    loaded = page.evaluate(
        "document.fonts.ready.then(() => [...document.fonts].filter(f => f.status === 'loaded')"
        ".map(f => f.family.replaceAll('\"', '')))"
    )

    assert ground == "rgb(16, 22, 29)"
    assert "Archivo" in loaded


def test_the_menu_keeps_the_project_in_the_address(running_app, folders, window):
    page = window().new_page()
    visit(page, running_app.address(folders["large"], "", language="en"))

    page.get_by_text("Plan", exact=True).first.click()
    page.wait_for_url(re.compile(r"/document\?.*project="))

    expect(page).to_have_url(re.compile("language=en"))
    expect(page.locator("h1")).to_contain_text("Plan")


@pytest.mark.parametrize("name", ["start", "mapping", "nothing"])
def test_an_old_address_leads_somewhere(running_app, window, name):
    page = window().new_page()
    visit(page, running_app.address(None, name))

    expect(page.locator("h1")).to_contain_text("Proyectos")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_reload_keeps_project_page_and_language(running_app, folders, window):
    page = window().new_page()
    visit(page, running_app.address(folders["large"], "mapping", language="en"))
    before = page.locator("h1").inner_text()

    page.reload()
    settle(page)

    assert page.locator("h1").inner_text() == before
    assert "300" in before


def test_two_tabs_show_two_projects_at_once(running_app, folders, window):
    both = window()
    one, other = both.new_page(), both.new_page()
    visit(one, running_app.address(folders["empty"]))
    visit(other, running_app.address(folders["large"]))

    one.reload()
    settle(one)

    expect(one.locator("h1")).to_contain_text("Proyecto vacío")
    expect(other.locator("h1")).to_contain_text("Quesos de Cajamarca")


def test_the_language_changes_on_the_spot_and_stays(running_app, folders, window):
    page = window().new_page()
    visit(page, running_app.address(folders["empty"], "projects"))

    page.get_by_test_id("stButtonGroup").get_by_text("English", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Projects")
    page.reload()
    settle(page)

    expect(page.locator("h1")).to_contain_text("Projects")


def test_the_projector_shows_one_figure_and_its_title_in_large_type(running_app, folders, window):
    page, watch = window(colours="dark").new_page(), Watch()
    watch.over(page, f"http://127.0.0.1:{running_app.port}")
    embedded = {"embed": "true", "embed_options": "light_theme"}
    go, found, titles = visit, {}, set()

    for figure in FIGURES:
        go(page, running_app.address(folders["large"], "projector", figure=figure, **embedded))
        page.locator("[data-testid=stPlotlyChart] text, canvas").first.wait_for()
        titles.add(page.locator("h1").inner_text())
        found[figure] = on_the_projector(page)
        go = turn_to

    alone = {"small": [], "has_letters": True, "is_whole": True, "others": [], "trouble": []}
    assert found == dict.fromkeys(FIGURES, alone)
    assert len(titles) == len(FIGURES)
    assert (watch.errors, watch.outside) == ([], [])


def on_the_projector(page: Page) -> dict[str, object]:
    """Return how large a page is written, whether it fits, and what is on it beside a figure."""
    sizes = page.evaluate(
        """[...document.querySelectorAll('h1, p, text')]
        .filter(found => found.textContent.trim() && found.getClientRects().length)
        .map(found => parseFloat(getComputedStyle(found).fontSize))"""
    )
    _wide, _across, tall, room = measures(page)
    return {
        "small": [size for size in sizes if size < LEAST_PX - 0.1],
        "has_letters": bool(sizes),
        "is_whole": tall <= room,
        "others": others(page),
        "trouble": trouble(page),
    }


def test_the_project_link_opens_the_figure_of_the_page(running_app, folders, window):
    both = window()
    page = both.new_page()
    page.set_viewport_size({"width": 1000, "height": 720})
    visit(page, running_app.address(folders["large"], "mapping", language="en"))
    title = page.locator("h1").bounding_box()
    link = page.get_by_role("link", name=re.compile("Present")).bounding_box()
    assert link["y"] < title["y"] + title["height"]  # a long title wraps, its ways on stay beside

    with both.expect_page() as opened:
        page.get_by_role("link", name=re.compile("Present")).click()
    settle(opened.value)

    expect(opened.value.locator("h1")).to_contain_text("300 actors")
    expect(opened.value.locator("canvas").first).to_be_visible()
    assert opened.value.get_by_test_id("stHeader").locator("a:visible").count() == 0


def test_clicking_an_actor_shows_its_card(running_app, folders, window):
    page = window().new_page()
    visit(page, running_app.address(folders["large"], "mapping", language="en"))
    box = page.locator("canvas").first.bounding_box()
    expect(page.get_by_text("Works with")).to_have_count(0)

    for across in range(2, 40):
        page.mouse.click(box["x"] + box["width"] * across / 40, box["y"] + box["height"] * 0.42)
        settle(page)
        if page.get_by_text("Works with").count():
            break

    expect(page.get_by_text("Works with")).to_be_visible()


def test_the_plan_is_exported_and_downloaded(running_app, tmp_path, window):
    folder = write(tmp_path / "plan", large_snapshot(30, 60))
    page = window().new_page()
    visit(page, running_app.address(folder, "document", language="en"))

    page.get_by_role("button", name="Export plan to Word").click()
    button = page.get_by_role("button", name=re.compile("Download 001"))
    button.wait_for(timeout=4 * PATIENCE)
    with page.expect_download() as given:
        button.click()

    [kept] = (folder / "documents").iterdir()
    assert Path(given.value.path()).read_bytes() == kept.read_bytes()
    assert trouble(page) == []
