"""Readings: computed once for each state of a project, never one state for another."""

import pytest
from streamlit.testing.v1 import AppTest

from app import recent
from app.store import ChangeSet, Put, Remove
from methodology.mapping import Actor
from tests.cluster import actor
from tests.screens.conftest import show_view

SCRIPT = """
import streamlit as st
from app import state
from app.widgets.readings import remembered, stage_icon, stage_progress
from methodology.mapping import Actor
from methodology.stage import Stage

state.begin()
state.is_open()

def count():
    st.session_state["computed"] = st.session_state.get("computed", 0) + 1
    return len(state.snapshot().all(Actor))

st.text(str(remembered("actors", count)))
st.caption(str(st.session_state.get("computed", 0)))
st.markdown(stage_icon(Stage.{stage}))
state.end()
"""


@pytest.fixture
def reading(empty_folder):
    """Give a page that counts actors by way of a reading."""

    def page(stage: str = "MAPPING") -> AppTest:
        found = AppTest.from_string(SCRIPT.format(stage=stage), default_timeout=30)
        found.query_params["project"] = recent.remember(empty_folder, "empty")
        return found.run()

    return page


def test_a_reading_is_computed_once(reading):
    page = reading()

    page.run()
    page.run()

    assert not page.exception
    assert (page.text[0].value, page.caption[0].value) == ("0", "1")


def test_a_change_of_the_project_is_read_anew(reading, empty_folder, look_inside):
    page = reading()
    look_inside(empty_folder).apply(ChangeSet("Add", (Put(actor("Andes")),)), by="José")

    page.run()

    assert (page.text[0].value, page.caption[0].value) == ("1", "2")


def test_two_projects_never_share_a_reading(reading, small_folder):
    page = reading()
    page.query_params["project"] = recent.remember(small_folder, "small")

    page.run()

    assert page.text[0].value == "30"


@pytest.mark.parametrize(
    ("stage", "icon"),
    [("MAPPING", "radio_button_unchecked"), ("DIAMOND", "radio_button_unchecked")],
)
def test_a_stage_to_come_has_an_empty_ring(reading, stage, icon):
    assert reading(stage=stage).markdown[0].value == icon


def test_a_stage_under_way_has_a_ring_that_fills(reading, empty_folder, look_inside):
    page = reading()
    look_inside(empty_folder).apply(ChangeSet("Add", (Put(actor("Andes")),)), by="José")

    page.run()

    assert page.markdown[0].value.startswith("clock_loader_")


def test_a_waived_stage_has_a_flag(open_screen, empty_folder, reading):
    page = open_screen("process", empty_folder)
    show_view(page, "process_view", "closing")
    for key in ("calendar", "team", "counterpart", "leader"):
        page.session_state[f"waive_process_{key}"] = True
        page.run()
        page.text_input(key=f"waive_reason_process_{key}").set_value("No hace falta")
        page.button(key=f"waive_go_process_{key}").click().run()

    assert reading(stage="PROCESS").markdown[0].value == "flag"


def test_removing_what_was_there_empties_the_ring_again(reading, empty_folder, look_inside):
    page = reading()
    folder = look_inside(empty_folder)
    made = actor("Andes")
    folder.apply(ChangeSet("Add", (Put(made),)), by="José")
    page.run()
    folder.apply(ChangeSet("Remove", (Remove(Actor, made.id),)), by="José")

    page.run()

    assert page.markdown[0].value == "radio_button_unchecked"
