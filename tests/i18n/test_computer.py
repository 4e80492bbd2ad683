"""The language of the computer, before a project says its own."""

import pytest

from app.i18n.computer import browser_language, computer_language
from methodology.project import Language

VARIABLES = ("DINAMO_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG")


@pytest.fixture
def computer(monkeypatch):
    """Return a function that makes this computer speak what its variables say."""

    def speak(**values):
        for name in VARIABLES:
            monkeypatch.delenv(name, raising=False)
        for name, value in values.items():
            monkeypatch.setenv(name, value)

    return speak


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("es_PE.UTF-8", Language.SPANISH),
        ("pt_BR.UTF-8", Language.PORTUGUESE),
        ("en_GB.UTF-8", Language.ENGLISH),
        ("de_DE.UTF-8", Language.SPANISH),
        ("C", Language.SPANISH),
        ("C.UTF-8", Language.SPANISH),
        ("POSIX", Language.SPANISH),
    ],
)
def test_the_computer_speaks_one_of_ours_or_spanish(computer, said, language):
    computer(LANG=said)

    assert computer_language() is language


def test_our_own_variable_comes_first(computer):
    computer(LANG="es_PE.UTF-8", DINAMO_LANGUAGE="en")

    assert computer_language() is Language.ENGLISH


def test_a_computer_that_says_nothing_speaks_spanish(computer):
    computer()

    assert computer_language() is Language.SPANISH


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("pt-BR,pt;q=0.9,en;q=0.8", Language.PORTUGUESE),
        ("fr-FR, EN;q=0.7", Language.ENGLISH),
        ("qu", None),
        ("", None),
    ],
)
def test_a_browser_speaks_the_first_of_its_languages_that_is_ours(accepted, language):
    assert browser_language(accepted) is language


@pytest.mark.parametrize("language", [*Language])
def test_a_language_is_found_by_its_code_alone(language):
    assert Language.called(language.value) is language
    assert Language.called(language.label) is None


def test_a_language_that_was_not_said_is_none():
    assert Language.called(None) is None
