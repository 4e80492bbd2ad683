"""The page of the action plan: list, sheet of one project, views, project 0, warnings."""

from datetime import date

import pytest

from app import state
from methodology.project import Project
from methodology.project_sheet import MoneySource
from methodology.project_zero import ManagerTask
from methodology.published import to_publish
from methodology.snapshot import Snapshot
from tests.plans import BRAND, SCHOOL, activity, budget, plan
from tests.screens.conftest import empty_project, make_folder, show_view, texts

VIEWS = ("projects", "tree", "time", "priority", "money", "groups", "zero")


def made_of(snapshot):
    return Snapshot([*empty_project(), *snapshot])


@pytest.fixture
def folder(tmp_path):
    return make_folder(tmp_path / "planned", made_of(plan()))


@pytest.fixture
def page(open_screen, folder):
    return open_screen("action_plan", folder, "en")


def button(page, key):
    return page.button(key=key)


def rows(page):
    return page.dataframe[0].value.to_dict("records")


def open_sheet(page, project):
    page.session_state[f"kept_{'plan_project'}"] = project.id
    return page.run()


def test_title_says_how_many_projects_and_how_much(page):
    assert page.title[0].value.replace("\\", "") == "4 projects, S/ 4,000"


def test_list_has_the_projects_in_the_order_of_their_codes(page):
    found = rows(page)

    assert [row["Code"] for row in found] == ["P00", "P01", "P02", "P10"]
    assert (found[1]["Leader"], found[1]["Amount"]) == ("Dairy", "S/ 1,000")


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_draws(page, view):
    show_view(page, "action_plan_figure", view)

    assert not page.exception


def test_sheet_says_what_the_project_still_lacks(page):
    open_sheet(page, SCHOOL)

    said = texts(page)
    assert "Amount **S/ 1,000**" in said
    assert "Commitments: 0" in said
    assert "Indicators: 0" in said


@pytest.mark.parametrize(
    "part", ["activity", "budget_item", "project_indicator", "project_risk", "commitment"]
)
def test_every_part_of_a_sheet_draws(page, part):
    open_sheet(page, BRAND)
    show_view(page, "action_plan_part", part)

    assert not page.exception
    assert page.get("arrow_data_frame") or page.get("data_frame") or "row" in texts(page)


def test_table_of_a_sheet_shows_rows_of_its_project_alone(page):
    open_sheet(page, BRAND)
    show_view(page, "action_plan_part", "budget_item")

    assert "2 rows" in texts(page)


def test_sheet_draws_the_activities_of_the_project_in_time(page):
    open_sheet(page, BRAND)
    show_view(page, "action_plan_part", "time")

    assert len(page.get("plotly_chart")) == 1


def test_way_back_leads_to_the_list(page):
    open_sheet(page, BRAND)
    button(page, "action_plan_all").click().run()

    assert [row["Code"] for row in rows(page)] == ["P00", "P01", "P02", "P10"]


def test_circle_is_told_on_every_view(open_screen, tmp_path):
    one, two = activity(SCHOOL, "P02.8", 1), activity(SCHOOL, "P02.9", 1)
    circle = plan(
        one.model_copy(update={"after": (two.id,)}), two.model_copy(update={"after": (one.id,)})
    )
    page = open_screen("action_plan", make_folder(tmp_path / "circle", made_of(circle)), "en")

    assert "P02.8" in texts(page)
    show_view(page, "action_plan_figure", "time")
    assert not page.exception
    assert "circles have to be undone" in texts(page)


def test_published_code_that_was_given_away_is_told(open_screen, tmp_path):
    before = plan()
    published = to_publish(before, 3, date(2026, 11, 13))
    changed = plan(BRAND.model_copy(update={"code": "P11"}), *published)
    page = open_screen("action_plan", make_folder(tmp_path / "moved", made_of(changed)), "en")

    assert "P10 of document 3 is now P11" in texts(page)


def test_project_zero_begins_with_one_click_in_the_language_of_the_project(
    open_screen, empty_folder, look_inside
):
    page = open_screen("action_plan", empty_folder, "en")
    show_view(page, "action_plan_figure", "zero")
    button(page, "project_zero_begin").click().run()

    assert not page.exception
    assert "11 activities · 160 h a month" in texts(page)
    folder = look_inside(empty_folder)
    assert folder.snapshot().one(Project).language == "es"
    assert folder.snapshot().all(ManagerTask)[0].name == "Visitas a empresas"


def test_activities_that_were_deleted_are_offered_again(open_screen, tmp_path):
    task = ManagerTask(id=BRAND.id, name="Own")
    page = open_screen("action_plan", make_folder(tmp_path / "own", made_of([task])), "en")
    show_view(page, "action_plan_figure", "zero")

    assert button(page, "project_zero_begin").label == "Add 11 usual activities"


def test_empty_plan_says_how_projects_come_about(open_screen, empty_folder):
    page = open_screen("action_plan", empty_folder, "en")

    assert "No project has been entered yet" in texts(page)
    assert button(page, "begin_plan_project")


def test_money_is_said_in_a_line_above_its_figures(page):
    show_view(page, "action_plan_figure", "money")

    assert "Whole plan **S/ 4,000**" in texts(page)
    assert "Leverage **1.00**" in texts(page)


def test_plan_without_money_asks_for_budgets(open_screen, tmp_path):
    bare = plan(
        *(
            budget(owner, source, 0)
            for owner in (BRAND,)
            for source in (MoneySource.PUBLIC, MoneySource.FIRMS)
        )
    )
    rows = [one for one in bare if type(one).__name__ != "BudgetItem"]
    page = open_screen("action_plan", make_folder(tmp_path / "bare", made_of(rows)), "en")
    show_view(page, "action_plan_figure", "money")

    assert "Enter the budget of the projects" in texts(page)


def test_key_of_the_open_sheet_is_kept_by_the_session_alone():
    assert state.PROJECT == "project"
