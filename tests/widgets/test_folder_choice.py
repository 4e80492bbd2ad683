"""Walking through the folders of a computer: what is offered, and how paths are said."""

from pathlib import Path

import pytest

from app.widgets.folder_choice import SHOWN, neighbours, spoken


@pytest.fixture
def house(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    return tmp_path


def names(found: list[str]) -> list[str]:
    return [Path(path).name for path in found]


def test_the_folder_itself_stands_first_then_the_one_around_it(house):
    (house / "Documentos").mkdir()

    found = neighbours(house / "Documentos")

    assert found == [str(house / "Documentos"), str(house)]


def test_folders_inside_come_by_name_whatever_their_case(house):
    for name in ("beta", "Alfa", "Gamma", "álamo"):
        (house / name).mkdir()

    assert names(neighbours(house))[2:] == ["Alfa", "beta", "Gamma", "álamo"]


def test_files_and_hidden_folders_are_left_out(house):
    (house / ".oculta").mkdir()
    (house / "$RECYCLE.BIN").mkdir()
    (house / "notas.txt").write_text("x")

    assert len(neighbours(house)) == 2


def test_a_path_that_does_not_exist_offers_the_way_back(house):
    found = neighbours(house / "no" / "existe")

    assert found == [str(house / "no" / "existe"), str(house / "no")]


def test_a_file_offers_the_way_back(house):
    (house / "notas.txt").write_text("x")

    assert neighbours(house / "notas.txt") == [str(house / "notas.txt"), str(house)]


def test_the_top_has_nothing_around_it():
    top = Path(Path.cwd().anchor)

    assert neighbours(top)[0] == str(top)
    assert str(top) not in neighbours(top)[1:]


def test_a_crowded_folder_offers_the_first_ones(house):
    for number in range(SHOWN + 20):
        (house / f"carpeta {number:04d}").mkdir()

    assert len(neighbours(house)) == SHOWN + 2


def test_the_home_folder_is_said_as_a_tilde(house):
    assert spoken(house) == "~"
    assert spoken(house / "Documentos" / "quesos") == "~/Documentos/quesos"


def test_a_folder_elsewhere_is_said_whole(house):
    elsewhere = house.parent / "otro lado"

    assert spoken(elsewhere) == str(elsewhere)
