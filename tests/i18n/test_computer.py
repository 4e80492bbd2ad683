"""The language of the computer, before a project says its own."""

import pytest

from app.i18n.computer import computer_language
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
