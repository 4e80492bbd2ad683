"""Every screen, with every size of project, in every language: it draws, and says who it is."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from methodology.project import Language
from tests.samples import large_snapshot, random_snapshot
from tests.screens.conftest import (
    MAIN,
    empty_project,
    make_folder,
    show_view,
    small_project,
    texts,
)

SCREENS = sorted(path.stem for path in (MAIN.parent / "screens").glob("*.py"))
STAGES = (
    "process",
    "scope",
    "mapping",
    "characterization",
    "attractiveness",
    "purchase_factors",
    "options",
    "diamond",
    "vision",
    "action_plan",
    "governance",
    "monitoring",
)
VIEWS = ("figures", "data", "text", "closing", "guide")
OTHER_VIEWS = (
    (
        "process",
        "process_figure",
        ("attendance", "weeks", "arrivals", "agenda", "moved", "decided"),
    ),
    ("governance", "governance_figure", ("organs", "funding", "rules", "is_not")),
    (
        "monitoring",
        "monitoring_figure",
        ("progress", "theory", "risks", "values", "dates"),
    ),
    ("mapping", "mapping_figure", ("map", "table", "measures", "chain")),
    (
        "attractiveness",
        "attractiveness_figure",
        ("forces", "trends", "parts", "challenges", "score", "adopt"),
    ),
    (
        "purchase_factors",
        "purchase_factors_figure",
        ("factors", "performance", "curves", "seeds", "score", "adopt"),
    ),
    ("characterization", "characterization_figure", ("numbers", "ties", "spread", "sizes")),
    (
        "options",
        "options_figure",
        ("sheets", "factors", "matrix", "scores", "votes", "order"),
    ),
    ("vision", "vision_figure", ("vision", "objectives", "gaps", "areas")),
    ("document", "document_view", ("sections", "texts", "documents")),
    ("history", "history_view", ("acts", "backups")),
    ("votes", "votes_view", ("rounds", "start", "joining", "cards", "agenda")),
    ("settings", "settings_view", ("project", "desk", "folder", "persons")),
)
SIZES = {
    "empty": empty_project,
    "small": small_project,
    "large": lambda: large_snapshot(300, 900),
    "random": lambda: random_snapshot(7, rows=5, sizes={"draft": 0}),
}


@pytest.fixture(scope="module", params=SIZES)
def folder(request, tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("projects") / request.param
    return make_folder(place, SIZES[request.param]())


def coppers(page: AppTest) -> int:
    """Return how many buttons of a page say that they are what to do next."""
    return sum(button.proto.type == "primary" for button in page.button)


@pytest.mark.parametrize("language", [*Language])
def test_every_screen_draws_in_every_language(open_screen, folder, language):
    page = open_screen("", folder, language)
    seen = {}

    for screen in SCREENS:
        page.switch_page(f"screens/{screen}.py").run()
        is_led = coppers(page) <= 1
        seen[screen] = ([error.value for error in page.exception], len(page.title), is_led)

    assert seen == {screen: ([], 1, True) for screen in SCREENS}


def test_every_view_of_every_stage_draws_with_one_copper_button_at_most(open_screen, folder):
    failed = {}

    for stage in STAGES:
        page = open_screen(stage, folder)
        for view in VIEWS:
            show_view(page, f"{stage}_view", view)
            if page.exception or coppers(page) > 1:
                failed[stage, view] = [error.value for error in page.exception]

    assert failed == {}


def test_every_other_view_of_a_screen_draws(open_screen, folder):
    failed = {}

    for screen, key, views in OTHER_VIEWS:
        page = open_screen(screen, folder)
        for view in views:
            show_view(page, key, view)
            if page.exception:
                failed[screen, view] = page.exception[0].value

    assert failed == {}


def test_without_a_project_only_the_first_page_is_there(open_screen):
    page = open_screen()

    assert not page.exception
    assert "Proyectos" in texts(page)
    with pytest.raises(ValueError, match="mapping"):
        page.switch_page("screens/mapping.py")


def test_peoples_words_never_come_alive_in_titles(open_screen, tmp_path):
    words = "<b>x</b> **y** :red[z] [a](http://b.c) :smile: $k$ www.example.org"
    project = empty_project()
    [record] = project
    made = type(project)([record.model_copy(update={"name": words})])
    page = open_screen("start", make_folder(tmp_path / "alive", made))

    shown = page.title[0].value

    assert "**y**" not in shown
    assert ":red[" not in shown
    assert ":smile:" not in shown
    assert "<b>" not in shown
