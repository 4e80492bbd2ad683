"""History on the screen: who did what, undo, earlier values, backups."""

import pytest

from app.store import ChangeSet, Edit, Put, Remove, acts
from methodology.mapping import Actor
from tests.cluster import actor
from tests.screens.conftest import show_view, texts


@pytest.fixture
def worked(empty_folder, look_inside):
    """Give a project in which Ana entered an actor and José changed it."""
    folder = look_inside(empty_folder)
    quesero = actor("Quesería <b>Alva</b>", place="Chota")
    folder.apply(ChangeSet("Add {what}", (Put(quesero),), {"what": "x"}), by="Ana")
    change = Edit(Actor, quesero.id, {"place": "Bambamarca", "employees": 12})
    folder.apply(ChangeSet("Edit {what}", (change,), {"what": "x"}), by="José")
    return empty_folder, folder, quesero


def newest(folder):
    with folder.read() as session:
        return acts(session, 1)[0]


def test_acts_are_listed_newest_first_with_who(open_screen, worked):
    page = open_screen("history", worked[0], "en")

    table = page.dataframe[0].value

    assert [*table["Who"]] == ["José", "Ana", "Ana"]
    assert table["What"].iloc[-1] == "Create the project"


def test_the_newest_act_shows_before_and_after_in_words(open_screen, worked):
    page = open_screen("history", worked[0], "en")

    detail = page.dataframe[1].value.set_index("Field")

    assert [*detail.index] == ["Municipality", "Employees"]
    assert [*detail.loc["Municipality", ["Before", "After"]]] == ["Chota", "Bambamarca"]
    assert [*detail.loc["Employees", ["Before", "After"]]] == ["", "12"]
    assert {*detail["Record"]} == {"Quesería <b>Alva</b>"}


def test_the_last_act_is_undone(open_screen, worked):
    path, folder, quesero = worked
    page = open_screen("history", path)

    page.button(key=f"undo_{newest(folder).revision}").click().run()

    found = folder.snapshot().get(Actor, quesero.id)
    assert not page.exception
    assert (found.place, found.employees) == ("Chota", None)
    assert newest(folder).by == "Ana"


def test_an_undone_act_says_so_and_the_undo_can_be_undone(open_screen, worked):
    path, folder, quesero = worked
    page = open_screen("history", path, "en")
    page.button(key=f"undo_{newest(folder).revision}").click().run()

    states = page.dataframe[0].value["State"]
    page.button(key=f"undo_{newest(folder).revision}").click().run()

    assert [*states] == ["", "Undone", "", ""]
    assert folder.snapshot().get(Actor, quesero.id).place == "Bambamarca"


def choose(page, row: int):
    """Choose an act, as a click on its row does."""
    page.session_state["history_acts"] = {"selection": {"rows": [row], "columns": [], "cells": []}}
    return page.run()


def test_an_act_whose_record_changed_later_is_not_undone(open_screen, worked):
    path, folder, quesero = worked
    page = choose(open_screen("history", path), 1)

    page.button(key="undo_2").click().run()

    assert not page.exception
    assert page.error
    assert folder.snapshot().get(Actor, quesero.id).place == "Bambamarca"


def test_a_record_gets_back_the_values_it_had_after_an_act(open_screen, worked):
    path, folder, quesero = worked
    page = choose(open_screen("history", path), 1)
    page.session_state["restore"] = True
    page.run()

    page.button(key="restore_go_2").click().run()

    found = folder.snapshot().get(Actor, quesero.id)
    assert not page.exception
    assert (found.place, found.employees) == ("Chota", None)


def test_a_removed_record_comes_back(open_screen, worked):
    path, folder, quesero = worked
    folder.apply(ChangeSet("Remove", (Remove(Actor, quesero.id),)), by="José")
    page = choose(open_screen("history", path), 1)
    page.session_state["restore"] = True
    page.run()

    page.button(key="restore_go_3").click().run()

    assert not page.exception
    assert folder.snapshot().get(Actor, quesero.id).place == "Bambamarca"


def test_an_act_of_many_records_is_counted_not_listed(open_screen, small_folder):
    page = open_screen("history", small_folder, "en")

    assert len(page.dataframe) == 1
    assert "records changed" in texts(page)


def test_backups_are_listed_with_their_reason(open_screen, small_folder):
    page = open_screen("history", small_folder, "en")
    show_view(page, "history_view", "backups")

    assert "On closing" in {*page.dataframe[0].value["Why"]}


def test_a_backup_is_made_by_hand(open_screen, small_folder):
    before = {*(small_folder / "backups").iterdir()}
    page = open_screen("history", small_folder)
    show_view(page, "history_view", "backups")

    page.button(key="backup_now").click().run()

    [made] = {*(small_folder / "backups").iterdir()} - before
    assert not page.exception
    assert "on-demand" in made.name


def test_a_backup_becomes_a_folder_of_its_own(open_screen, small_folder):
    page = open_screen("history", small_folder)
    show_view(page, "history_view", "backups")

    page.button(key="backup_restore").click().run()

    made = [path for path in small_folder.parent.iterdir() if path.name.startswith("small 2")]
    assert not page.exception
    assert (made[0] / "project.db").is_file()
    assert (small_folder / "project.db").is_file()
    assert "Quesos de Cajamarca" in page.title[0].value


def test_a_project_without_backups_says_how_they_come_about(open_screen, small_folder):
    page = open_screen("history", small_folder, "en")
    for path in (small_folder / "backups").iterdir():
        path.unlink()

    show_view(page, "history_view", "backups")

    assert "There is no backup yet" in texts(page)
