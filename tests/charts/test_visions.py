"""The vision as a poster, and gaps by areas."""

import pytest

from app.charts import Style, area_matrix, vision_poster
from app.i18n import reader
from app.look import PROJECTOR, tokens
from methodology.needs import in_areas, left_open, needs
from methodology.snapshot import Snapshot
from tests.charts.figures import EVIL, STYLE, is_safe, seen
from tests.strategy import TEXT, strategy

POSTER = Style(reader(), "light", PROJECTOR + 2)
ROWS = Snapshot(strategy())


def test_the_vision_stands_whole_with_what_became_of_it():
    found = vision_poster(TEXT, "Adopted", STYLE)

    assert seen(found) == [TEXT, "Adopted"]


@pytest.mark.parametrize("words", [10, 60, 120, 400])
def test_a_longer_text_is_set_smaller_but_never_too_small_for_the_room(words):
    found = vision_poster(" ".join(["palabra"] * words), "", POSTER)

    text = found.layout.annotations[0]
    assert text.font.size >= PROJECTOR
    assert found.layout.height <= 600
    assert text.text.endswith("…") is (words == 400)


def test_sixty_words_are_set_larger_than_the_rest():
    found = vision_poster(" ".join(["palabra"] * 60), "", POSTER)

    assert found.layout.annotations[0].font.size > POSTER.px


def test_what_people_typed_is_dead_text():
    assert is_safe(vision_poster(EVIL, EVIL, STYLE))


def test_gaps_carry_their_priority_where_an_area_takes_them_up():
    found = area_matrix(needs(ROWS), in_areas(ROWS), left_open(ROWS), STYLE)

    assert [(note.x, note.y, note.text) for note in found.layout.annotations] == [(0, 1, "12")]
    assert "A1 Shared lab" in seen(found)


def test_gaps_that_wait_for_an_area_stand_out():
    found = area_matrix(needs(ROWS), in_areas(ROWS), left_open(ROWS), STYLE)

    copper = [tokens().copper_text in text for text in found.layout.yaxis.ticktext]
    assert copper == [True, False, True, True, True, True]
