"""Governance and monitoring on screen: votes needed, what it is not, indicators taken over."""

from datetime import date
from decimal import Decimal

import pytest

from methodology.action import PlanProject
from methodology.monitoring import FollowUp, MonitoringIndicator, Risk
from methodology.project import Project
from methodology.project_sheet import Degree, ProjectIndicator
from methodology.snapshot import Snapshot
from methodology.vision import Objective
from tests.cluster import made
from tests.governed import GOVERNED
from tests.screens.conftest import empty_project, make_folder, show_view, texts

PROJECT = made(Project, "p", name="Quesos")
OBJECTIVE = made(Objective, statement="Vender con nombre", indicator="Parte con nombre")
FIRST = made(PlanProject, name="Cámara", is_early=True)
SHEET = made(ProjectIndicator, project=FIRST.id, name="Kilos madurados")
OWN = made(MonitoringIndicator, name="Visitas", baseline=Decimal(2), target=Decimal(8))


@pytest.fixture
def open_with(open_screen, tmp_path):
    def opened(screen, *records):
        return open_screen(screen, make_folder(tmp_path / "made", Snapshot([PROJECT, *records])))

    return opened


def test_rules_say_how_many_votes_of_how_many(open_with):
    page = open_with("governance", *GOVERNED)
    show_view(page, "governance_figure", "rules")

    rules = page.dataframe[0].value
    votes = dict(zip(rules["Regla"], rules["Votos necesarios"], strict=True))
    assert votes == {"Quorum": "18 de 35", "Decisions": "5 de 8", "Admission": "6 de 8"}


def test_any_number_of_voters_can_be_tried(open_with):
    page = open_with("governance", *GOVERNED)
    show_view(page, "governance_figure", "rules")
    page.number_input(key="governance_voters").set_value(7).run()

    trial = page.dataframe[1].value
    assert trial["Votos necesarios"].tolist() == ["4", "5", "5", "6", "3", "7"]


def test_what_governance_is_not_is_said_for_every_cluster_and_for_this_one(open_with):
    page = open_with("governance", *GOVERNED)
    show_view(page, "governance_figure", "is_not")

    assert "grupo de presión" in texts(page)
    assert "Not a price club" in texts(page)


def test_the_title_says_the_model_and_its_organs(open_with):
    page = open_with("governance", *GOVERNED)

    assert "3 órganos" in page.title[0].value


def test_indicators_of_objectives_and_first_projects_are_followed_with_one_click(
    open_with, look_inside, tmp_path
):
    page = open_with("monitoring", OBJECTIVE, FIRST, SHEET)
    page.button(key="monitoring_take_over").click().run()

    found = look_inside(tmp_path / "made").snapshot().all(MonitoringIndicator)
    assert {one.name for one in found} == {"Parte con nombre", "Kilos madurados"}
    assert not [button for button in page.button if button.key == "monitoring_take_over"]


def test_values_and_dates_are_tables_that_say_what_is_late(open_with):
    late = made(FollowUp, name="Informe", due_on=date(2020, 1, 1))
    page = open_with("monitoring", OWN, late)
    show_view(page, "monitoring_figure", "values")
    values = page.dataframe[0].value
    show_view(page, "monitoring_figure", "dates")

    assert values["Estado"].tolist() == ["– Sin medir todavía"]
    assert page.dataframe[0].value["Estado"].tolist() == ["Vencida"]


def test_risks_are_a_matrix_and_a_table(open_with):
    risk = made(Risk, name="Tarde", likelihood=Degree.HIGH, damage=Degree.MEDIUM)
    page = open_with("monitoring", risk)
    show_view(page, "monitoring_figure", "risks")

    assert page.dataframe[0].value["Producto"].tolist() == ["6"]
    assert not page.exception


@pytest.mark.parametrize(
    ("screen", "view", "words"),
    [
        ("governance", "organs", "Todavía no hay nada que dibujar"),
        ("governance", "rules", "Todavía no hay reglas escritas"),
        ("monitoring", "theory", "Todavía no hay nada en"),
        ("monitoring", "values", "Todavía no hay nada en"),
    ],
)
def test_an_empty_view_says_what_is_missing(open_screen, tmp_path, screen, view, words):
    page = open_screen(screen, make_folder(tmp_path / "empty", empty_project()))
    show_view(page, f"{screen}_figure", view)

    assert words in texts(page)
    assert not page.exception
