"""The strategic thread on its screen, from a project's form and on the start screen."""

import pytest

from methodology.snapshot import Snapshot
from tests.methodology.thread import AREA, SCHOOL, THREAD, TREND, torn
from tests.screens.conftest import empty_project, make_folder, show_view, texts


@pytest.fixture
def whole(tmp_path):
    return make_folder(tmp_path / "whole", Snapshot([*empty_project(), *THREAD]))


@pytest.fixture
def loose(tmp_path):
    rows = torn(AREA.model_copy(update={"success_factors": ()}))
    return make_folder(tmp_path / "loose", Snapshot([*empty_project(), *rows]))


def test_an_empty_project_says_what_will_stand_here_and_leads_to_where_it_begins(
    open_screen, empty_folder
):
    page = open_screen("thread", empty_folder)
    assert "Todavía no hay nada que conectar" in texts(page)

    page.button(key="thread_begin").click().run()

    assert not page.exception
    assert page.session_state["attractiveness_table"] == "trend"


def test_it_opens_on_the_first_project_with_all_it_rests_on(open_screen, whole):
    page = open_screen("thread", whole)

    assert not page.exception
    assert page.selectbox(key="thread_element").value == SCHOOL.id
    table = page.dataframe[0].value
    assert list(table["Código"]) == ["TE1", "F11", "O1", "FE1", "FC1", "A4"]
    assert set(table["Sentido"]) == {"Se apoya en"}


def test_another_element_shows_what_follows_from_it(open_screen, whole):
    page = open_screen("thread", whole)

    page.selectbox(key="thread_element").set_value(TREND.id).run()

    assert not page.exception
    assert set(page.dataframe[0].value["Sentido"]) == {"Le sigue"}


def test_loose_ends_are_listed_and_lead_to_their_thread(open_screen, loose):
    page = show_view(open_screen("thread", loose), "thread_view", "loose")

    assert not page.exception
    assert "Factores necesarios" in texts(page)
    found = [one for one in page.button if "FE1" in one.label]
    found[0].click().run()
    assert not page.exception


def test_without_loose_ends_the_page_says_so(open_screen, whole):
    page = show_view(open_screen("thread", whole), "thread_view", "loose")

    assert "se apoya en algo" in str([one.value for one in page.success])


def test_the_start_screen_counts_loose_ends(open_screen, loose, whole):
    assert "Cabos sueltos" in texts(open_screen("start", loose))
    assert "Cabos sueltos" not in texts(open_screen("start", whole))
