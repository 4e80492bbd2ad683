"""Widths of words, measured without drawing them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.headings import side_by_side, title_lines
from methodology.lettering import ems, narrowest, parted, shortened, wrapped

WORDS = st.lists(st.text("abcmiñÁ1", min_size=1, max_size=12), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("text", "pixels"),  # at 100 px, as Chromium measures Archivo 600
    [("Maduración", 547), ("restauración", 581), ("mayorista", 457), ("74", 116)],
)
def test_widths_are_those_of_the_letters_or_a_little_more(text, pixels):
    assert pixels <= 100 * ems(text) <= 1.12 * pixels


def test_accents_take_no_width_and_unknown_letters_a_whole_em():
    assert ems("ñandú") == ems("nandu")
    assert ems("奶酪") == 2


@given(WORDS, st.integers(1, 4))
def test_no_width_below_the_narrowest_has_so_few_lines(words, lines):
    text = " ".join(words)
    least = narrowest(text, lines)

    assert len(wrapped(text, least)) <= lines
    below = least - 0.01
    assert len(wrapped(text, below)) > lines or max(map(ems, words)) > below


@given(WORDS, st.floats(1, 20))
def test_wrapping_loses_no_word(words, width):
    assert " ".join(wrapped(" ".join(words), width)) == " ".join(words)


@given(WORDS, st.floats(2, 20))
def test_shortened_texts_fit_and_say_that_they_are_cut(words, width):
    text = " ".join(words)
    found = shortened(text, width)

    assert ems(found) <= width
    assert found == text or found.endswith("…")


@given(
    st.lists(st.tuples(st.floats(1, 100), st.floats(1, 300)), min_size=1, max_size=9),
    st.integers(1, 2),
)
def test_lanes_are_as_wide_as_their_actors_and_with_their_neighbours_as_their_titles(lanes, tiers):
    needs, titles = zip(*lanes, strict=True)
    widths = side_by_side(needs, titles, tiers, 10.0)

    assert all(width >= need for width, need in zip(widths, needs, strict=True))
    for place, title in enumerate(titles):
        over = widths[place : place + tiers]
        assert sum(over) + 10.0 * (len(over) - 1) >= title - 1e-6


def test_titles_are_cut_to_their_lines_only_where_they_must():
    assert title_lines("12 Quesería artesanal", 8.0, 2) == ("12 Quesería", "artesanal")
    assert title_lines("uno dos tres cuatro", 4.0, 2) == ("uno dos", "tres c…")


@pytest.mark.parametrize(
    ("word", "width", "parts"),
    [
        ("Internacionalización", 7, ("Internacionali-", "zación")),
        ("maduración", 4.1, ("madura-", "ción")),
        ("desarrollo", 4, ("desa-", "rrollo")),
        ("cuatro", 3, ("cua-", "tro")),
        ("casa", 1, ("", "")),
        ("F11-2026-05", 4, ("", "")),
    ],
)
def test_words_too_wide_are_parted_where_a_syllable_begins(word, width, parts):
    assert parted(word, width) == parts
