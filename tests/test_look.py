"""The colours of figures: those of the theme, legible on their page, told apart without colour."""

import tomllib
from itertools import combinations

import pytest

from app.look import SHAPES, THEME, mark, tokens
from methodology.mapping import ActorKind

MODES = ("light", "dark")


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", ["ink", "soft", "copper_text", "ok", "attention", "error"])
def test_texts_have_the_contrast_of_aa(mode, name):
    assert contrast(getattr(tokens(mode), name), tokens(mode).background) >= 4.5


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", ["iron", "copper", "faint"])
def test_marks_stand_out_from_the_page(mode, name):
    assert contrast(getattr(tokens(mode), name), tokens(mode).background) >= 3


@pytest.mark.parametrize("mode", MODES)
def test_seven_series_have_marks_that_stand_out(mode):
    look = tokens(mode)

    assert len(look.categorical) == 7
    assert all(contrast(colour, look.background) >= 3 for colour in look.categorical)


def test_scales_have_the_ten_steps_that_the_theme_needs():
    for mode in MODES:
        assert len(tokens(mode).sequential) == len(tokens(mode).diverging) == 10


def test_colours_come_from_the_theme():
    theme = tomllib.loads(THEME.read_text("utf-8"))["theme"]

    for mode in MODES:
        assert tokens(mode).ink == theme[mode]["textColor"]
        assert tokens(mode).copper == theme[mode]["orangeColor"]


@pytest.mark.parametrize("mode", MODES)
def test_no_two_types_of_actor_share_colour_and_shape(mode):
    marks = [mark(kind, mode) for kind in (*ActorKind, None)]

    assert len(marks) == len({*marks})


def test_types_of_one_colour_differ_in_shape():
    for one, other in combinations(ActorKind, 2):
        if mark(one)[0] == mark(other)[0]:
            assert mark(one)[1] != mark(other)[1]


def test_there_is_a_shape_for_every_type():
    assert len(SHAPES) >= len(ActorKind)
