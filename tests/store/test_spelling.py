"""Keys are compared as people see them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.spelling import spelling


@pytest.mark.parametrize(
    "name",
    [
        "lácteos  JOSÉ",
        " Lácteos José ",
        "Lácteos\u00a0José",
        unicodedata.normalize("NFD", "Lácteos José"),
        "Lácteos José\u200b",
        "\ufeffLácteos Jo\u00adsé",
    ],
)
def test_what_no_reader_sees_makes_no_difference(name):
    assert spelling(name) == spelling("Lácteos José")


@pytest.mark.parametrize("name", ["Lacteos José", "Lácteos-José", "LácteosJosé", "Lácteos José 2"])
def test_what_a_reader_sees_does(name):
    assert spelling(name) != spelling("Lácteos José")


@given(st.text())
def test_a_spelling_is_its_own_spelling_however_the_accents_were_encoded(text):
    assert spelling(spelling(text)) == spelling(text)
    assert spelling(unicodedata.normalize("NFD", text)) == spelling(text)


@given(st.text(st.characters(categories=["L", "N"])))
def test_capitals_make_no_difference(text):
    assert spelling(text.casefold()) == spelling(text)
