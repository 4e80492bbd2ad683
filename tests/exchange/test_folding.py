"""Words compared as people compare them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.folding import fold, fold_title
from app.store.spelling import spelling


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quesería  ÑUSTA", "queseria nusta"),
        ("São João", "SAO JOAO"),
        ("Straße", "STRASSE"),
        ("½ kg", "1⁄2 KG"),
        ("\u00a0Acopio\n", "acopio"),
    ],
)
def test_accents_capitals_and_spaces_are_set_aside(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Chota 1", "Chota 2"), ("A-B", "A B"), ("🧀", "🐄"), ("日本", "日木")]
)
def test_other_signs_are_not(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    "heading",
    ["Razón social:", "RAZON_SOCIAL", "¿Razón   social?", "razón-social", "Razón\nsocial"],
)
def test_headings_are_compared_by_letters_and_digits_alone(heading):
    assert fold_title(heading) == "razon social"


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)
    assert fold_title(fold_title(text)) == fold_title(text)


@given(st.text(st.characters(max_codepoint=0x17F), max_size=40))
def test_what_the_store_takes_for_the_same_name_the_import_does_too(text):
    other = unicodedata.normalize("NFD", text.upper().lower())

    if spelling(text) == spelling(other):
        assert fold(text) == fold(other)
