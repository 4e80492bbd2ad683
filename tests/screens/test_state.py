"""What a browser session remembers: project and language in the address, acts and refusals."""

from uuid import uuid4

import pytest
from streamlit.testing.v1 import AppTest

from app import recent
from app.store import ChangeSet, Edit, acts
from methodology.mapping import Actor
from methodology.project import Country, Project
from methodology.snapshot import Snapshot
from tests.screens.conftest import make_folder

SCRIPT = """
import streamlit as st
from app import state

state.begin()
if state.is_open():
    snapshot = state.snapshot()
    st.title(str(snapshot.revision))
    st.text(state.reader().language)
    {act}
    st.caption(str(state.snapshot().revision))
state.end()
"""


def script(act: str = "pass") -> AppTest:
    """Return a page that shows the revision before and after an act."""
    return AppTest.from_string(SCRIPT.format(act=act), default_timeout=30)


@pytest.fixture
def opened(small_folder):
    return recent.remember(small_folder, "small")


def renamed(folder, name: str) -> None:
    """Give the first actor another name, as somebody else would."""
    actor = folder.snapshot().all(Actor)[0]
    folder.apply(ChangeSet("Edit", (Edit(Actor, actor.id, {"name": name}),)), by="José")


def test_without_a_project_nothing_is_open(own_desk):
    page = script().run()

    assert not page.exception
    assert not page.title


def test_the_project_of_the_address_is_open(opened):
    page = script()
    page.query_params["project"] = opened

    page.run()

    assert page.title[0].value == "2"


def test_the_address_keeps_project_and_language_after_it_was_emptied(opened):
    page = script()
    page.query_params["project"] = opened
    page.query_params["language"] = "pt"
    page.run()
    del page.query_params["project"]
    del page.query_params["language"]

    page.run()

    assert page.query_params["project"] == opened
    assert page.query_params["language"] == "pt"
    assert page.text[0].value == "pt"


def test_another_project_in_the_address_opens_that_one(opened, empty_folder):
    page = script()
    page.query_params["project"] = opened
    page.run()
    page.query_params["project"] = recent.remember(empty_folder, "empty")

    page.run()

    assert page.title[0].value == "1"


def test_an_unknown_language_is_spanish(opened):
    page = script()
    page.query_params["project"] = opened
    page.query_params["language"] = "klingon"

    page.run()

    assert page.text[0].value == "es"


def test_the_programs_language_holds_until_another_is_chosen(opened, monkeypatch):
    monkeypatch.setenv("DINAMO_LANGUAGE", "pt")
    page = script()
    page.query_params["project"] = opened

    page.run()

    assert page.text[0].value == "pt"


def test_an_act_is_seen_at_once(opened):
    act = """
    from uuid import uuid4
    from app.store import ChangeSet, Put
    from methodology.mapping import Actor
    state.apply(ChangeSet("Add", (Put(Actor(id=uuid4(), name="Nueva")),)))
    """
    page = script(act.strip())
    page.query_params["project"] = opened

    page.run()

    assert not page.exception
    assert (page.title[0].value, page.caption[0].value) == ("2", "3")
    assert (page.toast[0].value, page.toast[0].proto.duration) == ("Guardado", 2)


def test_an_act_bears_the_name_of_the_person_at_the_keyboard(opened, small_folder, look_inside):
    act = """
    state.name_person("Ana Quispe")
    from uuid import uuid4
    from app.store import ChangeSet, Put
    from methodology.mapping import Actor
    state.apply(ChangeSet("Add", (Put(Actor(id=uuid4(), name="Nueva")),)))
    """
    page = script(act.strip())
    page.query_params["project"] = opened
    page.run()

    with look_inside(small_folder).read() as session:
        assert acts(session, 1)[0].by == "Ana Quispe"


def test_what_somebody_else_did_meanwhile_is_drawn_at_the_next_run(
    opened, small_folder, look_inside
):
    page = script()
    page.query_params["project"] = opened
    page.run()
    renamed(look_inside(small_folder), "Otra")

    page.run()

    assert page.title[0].value == "3"


EDIT = """
    from app.store import ChangeSet, Edit
    from methodology.mapping import Actor
    actor = snapshot.all(Actor)[0]
    if st.button("go", key="go"):
        state.apply(ChangeSet("Edit", (Edit(Actor, actor.id, {values}),)))
"""


def test_a_field_that_somebody_else_changed_meanwhile_is_refused_with_both_values(
    opened, small_folder, look_inside
):
    page = script(EDIT.format(values='{"name": "Mía"}').strip())
    page.query_params["project"] = opened
    page.run()
    other = look_inside(small_folder)
    renamed(other, "Suya")

    page.button(key="go").click().run()

    assert "Suya" in page.error[0].value
    assert "Mía" in page.error[0].value
    assert other.snapshot().all(Actor)[0].name == "Suya"


def test_another_field_of_the_same_record_merges(opened, small_folder, look_inside):
    page = script(EDIT.format(values='{"place": "Chota"}').strip())
    page.query_params["project"] = opened
    page.run()
    other = look_inside(small_folder)
    renamed(other, "Suya")

    page.button(key="go").click().run()

    actor = other.snapshot().all(Actor)[0]
    assert not page.error
    assert (actor.name, actor.place) == ("Suya", "Chota")


def test_two_acts_of_the_same_person_never_clash_with_each_other(opened):
    act = (
        EDIT.format(values='{"name": "Mía"}')
        + """
        state.apply(ChangeSet("Edit", (Edit(Actor, actor.id, {"name": "Mía otra vez"}),)))
    """
    )
    page = script(act.strip())
    page.query_params["project"] = opened
    page.run()

    page.button(key="go").click().run()

    assert not page.exception
    assert not page.error
    assert page.caption[0].value == "4"


def test_two_tabs_show_two_projects(opened, empty_folder):
    one, other = script(), script()
    one.query_params["project"] = opened
    other.query_params["project"] = recent.remember(empty_folder, "empty")

    one.run()
    other.run()
    one.run()

    assert (one.title[0].value, other.title[0].value) == ("2", "1")


def test_something_kept_is_there_at_the_next_run_and_can_be_forgotten(opened):
    page = script("st.text(str(state.kept('x'))); state.keep('x', 5)")
    page.query_params["project"] = opened
    page.run()

    page.run()

    assert page.text[1].value == "5"


def test_the_numbers_are_the_countrys_and_the_words_the_sessions(tmp_path):
    project = Project(id=uuid4(), name="Queijos", country=Country.BRAZIL)
    folder = make_folder(tmp_path / "br", Snapshot([project]))
    page = script("st.text(state.reader().number(1234.5, 1))")
    page.query_params["project"] = recent.remember(folder, "br")
    page.query_params["language"] = "en"

    page.run()

    assert [piece.value for piece in page.text] == ["en", "1.234,5"]


def test_a_put_of_the_same_name_twice_is_told_and_changes_nothing(opened):
    act = """
    from uuid import uuid4
    from app.store import ChangeSet, Put
    from methodology.mapping import Actor
    name = snapshot.all(Actor)[0].name
    state.apply(ChangeSet("Add", (Put(Actor(id=uuid4(), name=name)),)))
    """
    page = script(act.strip())
    page.query_params["project"] = opened

    page.run()

    assert not page.exception
    assert page.error
    assert page.caption[0].value == "2"
