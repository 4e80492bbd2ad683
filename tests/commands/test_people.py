"""The command that takes a person out: only the one meant, only when it is sure."""

import sys
from io import StringIO

import pytest

from methodology.mapping import Actor, Contact
from methodology.process import TeamMember, TeamRole
from tests.commands.conftest import content, write

CONTACTS = (
    "Persona;Actor;Teléfono\nElena Ríos;La Portada;999 888 777\nElena Ríos Paz;Molino;1\n"
    "José Luis Paz;Prado;2\n"
)
TEAM = "Nombre;Rol\nJosé Luis;Consultoría\n"


@pytest.fixture
def peopled(run, project, tmp_path):
    """Give a project with three people of three actors and one of the team."""
    for name, text, table in (("c.csv", CONTACTS, "contact"), ("t.csv", TEAM, "team_member")):
        code, said = run("import", project, write(tmp_path / name, text), "--table", table)
        assert code == 0, said
    return project


def people(folder):
    snapshot = content(folder)
    return sorted(one.name for one in (*snapshot.all(Contact), *snapshot.all(TeamMember)))


def answer(monkeypatch, text):
    monkeypatch.setattr(sys, "stdin", StringIO(text))


def test_part_of_a_name_that_only_one_person_has_is_enough(run, peopled):
    code, _said = run("purge", peopled, "RÍOS PAZ", "--yes")

    assert (code, people(peopled)) == (0, ["Elena Ríos", "José Luis", "José Luis Paz"])


def test_whole_name_with_its_actor_is_meant_before_one_that_holds_it(run, peopled):
    code, _said = run("purge", peopled, "elena rios · la portada", "--yes")

    assert (code, people(peopled)) == (0, ["Elena Ríos Paz", "José Luis", "José Luis Paz"])


def test_several_people_of_a_name_are_listed_and_all_stay(run, peopled):
    code, said = run("purge", peopled, "Elena", "--yes")

    assert (code, len(people(peopled))) == (1, 4)
    assert "Elena Ríos · La Portada" in said
    assert "Elena Ríos Paz · Molino" in said


def test_firm_is_no_person(run, peopled):
    code, said = run("purge", peopled, "Portada SAC", "--yes")

    assert (code, len(people(peopled))) == (1, 4)
    assert "Nobody in this project is called Portada SAC" in said


def test_member_of_the_team_is_meant_before_a_person_whose_name_goes_on(run, peopled):
    assert [one.role for one in content(peopled).all(TeamMember)] == [TeamRole.CONSULTANT]

    code, _said = run("purge", peopled, "José Luis", "--yes")

    assert (code, people(peopled)) == (0, ["Elena Ríos", "Elena Ríos Paz", "José Luis Paz"])


@pytest.mark.parametrize(
    ("language", "word"),
    [("en", "yes"), ("en", " YES "), ("es", "sí"), ("es", "si"), ("pt", "Sim")],
)
def test_yes_is_typed_in_the_language_of_the_computer(run, peopled, monkeypatch, language, word):
    monkeypatch.setenv("DINAMO_LANGUAGE", language)
    answer(monkeypatch, f"{word}\n")

    code, said = run("purge", peopled, "Ríos Paz")

    assert (code, "Elena Ríos Paz" in said) == (0, True)
    assert len(people(peopled)) == 3


@pytest.mark.parametrize("word", ["", "no\n", "y\n", "ok\n", "yes please\n"])
def test_anything_but_the_word_leaves_everybody(run, peopled, monkeypatch, word):
    answer(monkeypatch, word)

    code, said = run("purge", peopled, "Ríos Paz")

    assert (code, len(people(peopled))) == (1, 4)
    assert "Nothing was changed." in said


def test_nothing_of_the_person_is_left_in_database_and_backups(run, peopled):
    assert run("backup", peopled)[0] == 0

    code, said = run("purge", peopled, "elena rios · la portada", "--yes")

    left = [
        path.name
        for path in peopled.rglob("*")
        if path.is_file() and path.parent.name != "files" and b"999 888 777" in path.read_bytes()
    ]
    assert (code, left) == (0, [])
    assert "c.csv" in said
    assert {one.name for one in content(peopled).all(Actor)} == {"La Portada", "Molino", "Prado"}


def test_whole_name_is_meant_even_after_one_that_holds_it(run, project, tmp_path):
    file = write(tmp_path / "b.csv", "Persona;Actor\nBerta;Sol Norte\nBerta;Sol\n")
    run("import", project, file, "--table", "contact")

    code, said = run("purge", project, "berta · sol", "--yes")

    snapshot = content(project)
    left = [snapshot.get(Actor, one.actor).name for one in snapshot.all(Contact)]
    assert (code, left) == (0, ["Sol Norte"]), said


@pytest.fixture
def mentioned(run, peopled, tmp_path):
    """Give a project whose texts have parts of a name."""
    text = "Nombre;Notas\nCava;Ríos Paz firmó y Elena Paz no\n"
    code, said = run("import", peopled, write(tmp_path / "a.csv", text), "--table", "actor")
    assert code == 0, said
    return peopled


def cava(folder):
    return next(one.notes for one in content(folder).all(Actor) if one.name == "Cava")


def test_parts_of_the_name_stay_and_are_told_unless_they_are_named(run, mentioned):
    code, said = run("purge", mentioned, "Elena Ríos Paz", "--yes", "--also", "rios paz")

    assert (code, cava(mentioned)) == (0, "[…] firmó y Elena Paz no")
    assert "Elena Paz: " in said
    assert "--also" in said


def test_each_part_of_the_name_is_asked_about(run, mentioned, monkeypatch):
    answer(monkeypatch, "yes\nno\nyes\n")

    code, said = run("purge", mentioned, "Elena Ríos Paz")

    assert (code, cava(mentioned)) == (0, "[…] firmó y Elena Paz no")
    assert said.index("Elena Paz: ") < said.index("Ríos Paz: ")
