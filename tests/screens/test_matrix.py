"""Tables of pairs on the screen: as a matrix or row by row, and what a matrix waits for."""

from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from app import keyboard, recent
from app.widgets.matrix import has_matrix, values
from methodology.buyers import FactorScore
from methodology.diamond import Ideal
from methodology.mapping import Actor, Tie
from methodology.options import Axis, OptionCriterion, OptionScore, StrategicOption
from methodology.process import Attendance, Meeting, MeetingKind
from methodology.raters import Rater, Side
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.screens.conftest import AUTHOR, empty_project, make_folder, show_view, texts

MEETING = Meeting(id=UUID(int=9), name="T0", kind=MeetingKind.WORKSHOP, about_stage=Stage.SCOPE)


def scores() -> None:
    """Draw the matrix of the options' scores alone, with the table below."""
    from app import state
    from app.widgets.asked import ASKED
    from app.widgets.matrix import matrix
    from methodology.options import OptionScore

    state.begin()
    matrix(OptionScore, "test")
    if asked := state.kept(ASKED):
        asked.draw()
    state.end()


def attendance(open_screen, folder) -> AppTest:
    page = open_screen("process", folder)
    show_view(page, "process_view", "data")
    return show_view(page, "process_table", "attendance")


def test_a_matrix_without_rows_says_what_to_enter_first(open_screen, empty_folder):
    page = attendance(open_screen, empty_folder)

    assert not page.exception
    assert "Primero ingresar «Reuniones»" in texts(page)

    page.button(key="first_meeting").click().run()

    assert not page.exception
    assert "Talleres, presentaciones públicas y mesas" in texts(page)


def test_a_matrix_of_three_says_that_there_is_nothing_to_choose_from(open_screen, empty_folder):
    page = open_screen("governance", empty_folder)
    show_view(page, "governance_view", "data")
    show_view(page, "governance_table", "organ_member")

    assert not page.exception
    assert "Primero ingresar «Personas»" in texts(page)


def test_a_matrix_says_how_full_it_is(open_screen, tmp_path):
    actors = [Actor(id=UUID(int=20 + number), name=f"A{number}") for number in range(3)]
    came = Attendance(id=UUID(int=50), meeting=MEETING.id, actor=actors[0].id, people=4)
    folder = make_folder(tmp_path / "p", Snapshot([*empty_project(), MEETING, *actors, came]))

    page = attendance(open_screen, folder)

    assert not page.exception
    assert "1 de 3 celdas llenas" in texts(page)


def test_the_same_table_can_be_filled_in_row_by_row(open_screen, small_folder):
    page = attendance(open_screen, small_folder)

    page = show_view(page, "process_attendance_shape", "list")

    assert not page.exception
    assert "celdas llenas" not in texts(page)


def test_a_third_key_is_chosen_and_the_matrix_is_about_it(own_desk, tmp_path):
    rows = [
        StrategicOption(id=UUID(int=100), name="Marca"),
        Rater(id=UUID(int=101), name="Experto 01", side=Side.EXPERT),
        *(
            OptionCriterion(id=UUID(int=102 + number), name=name, axis=Axis.CAPACITY)
            for number, name in enumerate(("Mercado", "Riesgo"))
        ),
        OptionScore(
            id=UUID(int=110),
            rater=UUID(int=101),
            option=UUID(int=100),
            criterion=UUID(int=103),
            score=4,
        ),
    ]
    keyboard.remember_person(AUTHOR)
    page = AppTest.from_function(scores, default_timeout=60)
    folder = make_folder(tmp_path / "p", Snapshot([*empty_project(), *rows]))
    page.query_params["project"] = recent.remember(folder, "p")
    page.run()

    assert not page.exception
    assert "0 de 1 celdas llenas" in texts(page)
    assert "muy alto" in texts(page)
    page.selectbox(key="test_criterion").select_index(1).run()
    assert "1 de 1 celdas llenas" in texts(page)


@pytest.mark.parametrize(
    ("cls", "expected"),
    [(Ideal, True), (FactorScore, True), (OptionScore, True), (Tie, False), (Actor, False)],
)
def test_types_known_by_what_they_point_to_have_a_matrix(cls, expected):
    assert has_matrix(cls) is expected


def test_the_cells_can_hold_any_short_field_that_is_no_key():
    assert [each.name for each in values(FactorScore)][:2] == [
        "importance_today",
        "importance_advanced",
    ]
