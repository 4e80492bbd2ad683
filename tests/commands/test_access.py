"""The command that sets the passphrase: typed twice, kept as a hash, never shown."""

import sys
from io import StringIO

import pytest

from app.commands import access
from app.store import own_passphrase

PHRASE = "queso río montaña"


@pytest.fixture
def typed(monkeypatch):
    """Give what has lines typed in, as a script that feeds the command does."""

    def type_lines(*lines):
        monkeypatch.setattr(sys, "stdin", StringIO("".join(f"{line}\n" for line in lines)))

    return type_lines


def test_typed_twice_it_is_set_and_not_shown(run, typed):
    typed(PHRASE, PHRASE)

    code, said = run("passphrase")

    assert (code, own_passphrase.is_own_passphrase(PHRASE)) == (0, True)
    assert "was set" in said
    assert "queso" not in said


def test_typed_in_two_ways_it_changes_nothing(run, typed):
    typed(PHRASE, PHRASE + "s")

    code, said = run("passphrase")

    assert (code, own_passphrase.kept()) == (1, "")
    assert "not the same" in said


@pytest.mark.parametrize("phrase", ["", "corta"])
def test_a_short_one_is_refused_with_advice(run, typed, phrase):
    typed(phrase, phrase)

    code, said = run("passphrase")

    assert (code, own_passphrase.kept()) == (1, "")
    assert "8 signs at least" in said


def test_without_a_keyboard_nothing_is_set(run, typed):
    typed()

    assert run("passphrase")[0] == 1
    assert own_passphrase.kept() == ""


def test_at_a_keyboard_it_is_asked_for_unseen(run, monkeypatch):
    class Keyboard(StringIO):
        def isatty(self):
            return True

    asked = []
    monkeypatch.setattr(sys, "stdin", Keyboard())
    monkeypatch.setattr(access, "getpass", lambda prompt: asked.append(prompt) or PHRASE)

    code, _said = run("passphrase")

    assert (code, asked) == (0, ["Passphrase: ", "The same once more: "])


@pytest.mark.parametrize(("language", "word"), [("es", "contraseña"), ("pt", "senha")])
def test_it_speaks_the_computers_language(run, typed, monkeypatch, language, word):
    monkeypatch.setenv("DINAMO_LANGUAGE", language)
    typed(PHRASE, PHRASE)

    assert word in run("passphrase")[1]
