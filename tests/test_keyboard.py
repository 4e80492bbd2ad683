"""Who is at the keyboard: asked once on a computer, remembered, never in the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.home import home
from app.keyboard import known_person, remember_person


@pytest.fixture(autouse=True)
def own_desk(tmp_path, monkeypatch):
    monkeypatch.setenv("DINAMO_HOME", str(tmp_path))


def test_nobody_is_known_at_first():
    assert known_person() == ""


def test_a_name_is_remembered():
    remember_person("Ana Quispe")

    assert known_person() == "Ana Quispe"


def test_another_name_takes_its_place():
    remember_person("Ana Quispe")
    remember_person("José Núñez")

    assert known_person() == "José Núñez"


def test_a_name_is_one_line_without_blanks_around():
    kept = remember_person("  Ana\n Quispe \x00 ")

    assert kept == "Ana Quispe"
    assert known_person() == "Ana Quispe"


def test_a_very_long_name_is_cut():
    kept = remember_person("a" * 1000)

    assert (len(kept), known_person()) == (250, kept)


def test_a_damaged_file_counts_as_nobody():
    (home() / "person.txt").write_bytes(b"\xff\xfe\x00")

    assert known_person() == ""


def test_nothing_is_left_beside_the_file():
    remember_person("Ana")
    remember_person("José")

    assert [path.name for path in home().iterdir()] == ["person.txt"]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_whatever_is_kept_reads_back(tmp_path_factory, name):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DINAMO_HOME", str(tmp_path_factory.mktemp("desk")))

        kept = remember_person(name)

        assert known_person() == kept.strip()
