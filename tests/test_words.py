"""People's words on the screen: as they were typed, and nothing of them alive."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.i18n import reader
from app.words import JOINER, literal, problem_text
from methodology.mapping import Actor
from methodology.project import Language
from methodology.text import Problem
from methodology.validation import Invalid, check

SIGNS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"


def shown(text: str) -> str:
    """Return what a reader of Markdown sees of a text without markup: escapes resolved."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text).replace("  \n", "\n").replace(JOINER, "")


@pytest.mark.parametrize(
    "text",
    [
        "Queserías del Perú S.A.C.",
        "**fuerte** _cursiva_ `código`",
        "[enlace](http://example.org)",
        "<script>alert(1)</script>",
        "$x^2$ :red[rojo] :material/home: :smile:",
        "# Título\n- lista\n1. uno",
        "www.example.org ana@example.org",
        "![foto](http://example.org/a.png)",
        "a | b\n--|--",
        "C:\\queso\\año",
    ],
)
def test_words_are_shown_as_they_were_typed(text):
    assert shown(literal(text)) == text


@given(st.text(max_size=200).filter(lambda text: JOINER not in text and "\r" not in text))
def test_no_word_is_lost(text):
    assert shown(literal(text)) == text


@given(st.text(alphabet=SIGNS + "ab :/.@\n", max_size=60))
def test_no_sign_of_markdown_stands_unescaped(text):
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", literal(text))

    assert not set(bare) & set(SIGNS)


@pytest.mark.parametrize("text", ["www.example.org", "ana@example.org", "http://a.b", ":smile:"])
def test_addresses_and_names_of_pictures_are_broken_up(text):
    plain = literal(text).replace("\\", "")

    assert text not in plain
    assert JOINER in plain


def test_a_problem_is_said_in_the_readers_language_as_text():
    _ = reader(None, Language.SPANISH)

    said = problem_text(_, Problem("The smallest value is {ge}.", ge="**3**"))

    assert "**3**" not in said
    assert "valor" in said


def test_every_complaint_about_a_record_is_listed_once():
    _ = reader(None, Language.ENGLISH)
    with pytest.raises(Invalid) as caught:
        check(Actor, {"id": "x", "name": "", "employees": -1, "export_share": 101})

    said = problem_text(_, caught.value).splitlines()

    assert len(said) == len(set(said)) >= 3
    assert all(line.startswith("- ") for line in said)
