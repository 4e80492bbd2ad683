"""The projector's page: one figure, its finding, and letters for the last row."""

import json

import pytest

from app.widgets.figures import FIGURES
from tests.furniture import furniture
from tests.screens.conftest import make_folder, texts

LEAST_PX = 20 * 96 / 72  # 20 points
CHARTS = ("plotly_chart", "echarts_chart")


@pytest.fixture(scope="module")
def whole_folder(tmp_path_factory):
    """Give the folder of a process in which every stage has something to show."""
    folder = tmp_path_factory.mktemp("whole") / "muebles"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DINAMO_HOME", str(folder.parent))
        return make_folder(folder, furniture())


@pytest.fixture
def shown_in(whole_folder, small_folder):
    """Give what names the folder in which a figure has something to show."""
    return lambda figure: small_folder if figure in {"comparison", "chance"} else whole_folder


@pytest.fixture
def project_figure(open_screen):
    def open_page(folder, figure: str, language: str = "en"):
        page = open_screen("", folder, language)
        page.context = {"is_embedded": True, "theme": "light"}
        page.query_params["figure"] = figure
        return page.switch_page("screens/projector.py").run()

    return open_page


def sizes(node) -> list[float]:
    """Return every size of text in a figure, wherever it stands."""
    found: list[float] = []
    if isinstance(node, dict):
        for name, value in node.items():
            if name == "fontSize" or (name == "font" and isinstance(value, dict)):
                size = value if name == "fontSize" else value.get("size")
                found += [float(size)] if size else []
            found += sizes(value)
    elif isinstance(node, list):
        for value in node:
            found += sizes(value)
    return found


def seen(page) -> dict[str, object]:
    """Return what a page of the projector shows beside its figure, and its letters."""
    specs = [chart.proto.spec for kind in CHARTS for chart in page.get(kind)]
    letters = [size for spec in specs for size in sizes(json.loads(spec))]
    return {
        "errors": [error.value for error in page.exception],
        "titles": len(page.title),
        "others": [len(page.get(kind)) for kind in ("button", "link_button", "caption")],
        "charts": len(specs),
        "has_letters": bool(letters),
        "small": [size for size in letters if size < LEAST_PX],
    }


def test_every_figure_is_projected_without_anything_else_in_large_letters(project_figure, shown_in):
    pages, found = {}, {}

    for figure in FIGURES:
        folder = shown_in(figure)
        if folder not in pages:
            pages[folder] = project_figure(folder, figure)
        pages[folder].query_params["figure"] = figure
        found[figure] = seen(pages[folder].run())

    alone = {"errors": [], "titles": 1, "others": [0, 0, 0], "charts": 1}
    assert found == {key: {**alone, "has_letters": True, "small": []} for key in FIGURES}


def test_a_pending_figure_says_so(project_figure, empty_folder):
    page = project_figure(empty_folder, "map")

    assert not page.exception
    assert "Pending" in texts(page)


def test_an_unknown_figure_shows_the_calendar(project_figure, small_folder):
    page = project_figure(small_folder, "nothing-of-the-kind")

    assert page.title[0].value == FIGURES["calendar"].title


def test_the_map_is_projected_with_its_finding(project_figure, small_folder):
    page = project_figure(small_folder, "map")

    assert page.title[0].value.replace("\\", "") == "30 actors, 60 relations"
