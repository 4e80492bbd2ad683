"""The projector's page: one figure, its finding, and letters for the last row."""

import json

import pytest

from app.widgets.figures import FIGURES
from tests.furniture import furniture
from tests.screens.conftest import make_folder, texts

LEAST_PX = 20 * 96 / 72  # 20 points


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


@pytest.mark.parametrize("figure", FIGURES)
def test_every_figure_is_projected_without_anything_else(project_figure, shown_in, figure):
    page = project_figure(shown_in(figure), figure)

    assert not page.exception
    assert len(page.title) == 1
    assert not page.button
    assert not page.get("link_button")
    assert not page.caption
    assert len([*page.get("plotly_chart"), *page.get("echarts_chart")]) == 1


@pytest.mark.parametrize("figure", FIGURES)
def test_text_in_figures_is_large_enough(project_figure, shown_in, figure):
    page = project_figure(shown_in(figure), figure)

    specs = [chart.proto.spec for chart in page.get("echarts_chart")]
    specs += [chart.proto.spec for chart in page.get("plotly_chart")]
    found = [size for spec in specs for size in sizes(json.loads(spec))]

    assert min(found) >= LEAST_PX


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
