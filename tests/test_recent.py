from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app import recent
from app.home import home


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("DINAMO_HOME", str(tmp_path / "casa señal"))


def names():
    return [project.name for project in recent.recent()]


def test_nothing_is_recent_at_first():
    assert recent.recent() == ()


def test_the_last_opened_project_comes_first(tmp_path):
    recent.remember(tmp_path / "quesos", "Quesos")
    recent.remember(tmp_path / "café", "Café")

    assert names() == ["Café", "Quesos"]


def test_opening_again_moves_to_the_head_with_the_same_key_and_the_new_name(tmp_path):
    first = recent.remember(tmp_path / "quesos", "Quesos")
    recent.remember(tmp_path / "café", "Café")

    again = recent.remember(tmp_path / "cafe" / ".." / "quesos", "Quesos de Cajamarca")

    assert again == first
    assert names() == ["Quesos de Cajamarca", "Café"]


def test_a_project_is_found_by_its_key_with_folder_and_time(tmp_path):
    key = recent.remember(tmp_path / "año ñandú", "Ñandú")

    found = recent.find(key)

    assert (found.path, found.name) == ((tmp_path / "año ñandú").resolve(), "Ñandú")
    assert datetime.now(UTC) - found.opened_at < timedelta(minutes=5)


def test_an_unknown_key_finds_nothing():
    assert recent.find("0" * 12) is None


def test_forgetting_takes_off_the_list_and_leaves_the_folder(tmp_path):
    (tmp_path / "quesos").mkdir()
    key = recent.remember(tmp_path / "quesos", "Quesos")

    recent.forget(key)
    recent.forget(key)

    assert recent.recent() == ()
    assert (tmp_path / "quesos").is_dir()


def test_the_list_keeps_a_bounded_number_of_projects(tmp_path):
    for number in range(recent.KEPT + 5):
        recent.remember(tmp_path / str(number), str(number))

    assert len(names()) == recent.KEPT
    assert names()[0] == str(recent.KEPT + 4)


@pytest.mark.parametrize("content", ["", "{", "[1]", '[{"key": "x"}]', "null"])
def test_a_damaged_list_counts_as_empty_and_is_replaced(tmp_path, content):
    (home() / "recent.json").write_text(content, encoding="utf-8")

    before = recent.recent()
    recent.remember(tmp_path, "Quesos")

    assert before == ()
    assert names() == ["Quesos"]


def test_no_temporary_file_stays_behind(tmp_path):
    recent.remember(tmp_path, "Quesos")

    assert [file.name for file in home().iterdir()] == ["recent.json"]


def test_a_list_that_says_nothing_sensible_is_set_aside(tmp_path):
    (home() / "recent.json").write_text('[{"key": 1}]', "utf-8")

    recent.remember(tmp_path / "quesos", "Quesos")

    assert names() == ["Quesos"]
    assert (home() / "recent.damaged").read_text("utf-8") == '[{"key": 1}]'


def test_a_list_that_another_program_holds_is_left_as_it_is(tmp_path, monkeypatch):
    recent.remember(tmp_path / "quesos", "Quesos")
    with monkeypatch.context() as held:
        held.setattr(Path, "read_bytes", _held)
        recent.remember(tmp_path / "café", "Café")
        assert recent.recent() == ()

    assert names() == ["Quesos"]


def _held(_path):
    raise PermissionError(13, "in use")
