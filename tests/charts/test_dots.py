"""Grids of marks: rows, columns, what stands out, and how they fit the projector."""

import pytest

from app.charts import Dot, Head, Line, Style, dot_matrix
from app.charts.dots import POSTER
from app.i18n import reader
from app.look import PROJECTOR, tokens
from methodology.project import Language
from tests.charts.figures import EVIL, STYLE, is_safe, seen

HEADS = [Head("O1", "Brand in shops"), Head("O2", "Route")]
POSTER_STYLE = Style(reader(language=Language.ENGLISH), "light", PROJECTOR + 2)


def rows(count):
    return [Line(f"Row {n}") for n in range(count)]


def test_marks_stand_in_their_rows_and_columns_with_their_words():
    found = dot_matrix(rows(2), HEADS, [Dot(0, 1, "5"), Dot(1, 0)], STYLE)

    full, light = found.data
    assert ([*full.x], [*full.y]) == ([1, 0], [0, 1])
    assert [*light.x] == []
    assert [(note.x, note.y, note.text) for note in found.layout.annotations] == [(1, 0, "5")]


def test_a_light_mark_is_only_outlined():
    [full, light] = dot_matrix(rows(1), HEADS, [Dot(0, 0, "3", is_light=True)], STYLE).data

    assert ([*full.x], [*light.x]) == ([], [0])
    assert light.marker.color == tokens().background


def test_only_what_asks_for_attention_is_copper():
    found = dot_matrix([Line("Calm"), Line("Open", is_open=True)], HEADS, [], STYLE)

    calm, still = found.layout.yaxis.ticktext
    assert tokens().copper_text in still
    assert tokens().copper_text not in calm


def test_headings_are_code_and_name_where_there_is_room_and_codes_where_not():
    wide = dot_matrix(rows(1), HEADS, [], STYLE)
    narrow = dot_matrix(rows(1), [Head(f"A{n}", "Long name") for n in range(8)], [], POSTER_STYLE)

    assert seen(wide)[0] == "O1 Brand in shops"
    assert [*narrow.layout.xaxis.ticktext] == [f"A{n}" for n in range(8)]


def test_a_column_without_code_keeps_its_name_however_narrow():
    found = dot_matrix(rows(1), [Head("", f"Name {n}") for n in range(9)], [], POSTER_STYLE)

    assert seen(found)[0] == "Name 0"


def test_rows_move_together_on_the_projector():
    few, many = (dot_matrix(rows(n), HEADS, [], POSTER_STYLE) for n in (4, 14))

    assert few.layout.height < many.layout.height <= POSTER * POSTER_STYLE.px + 1
    assert len(many.layout.yaxis.ticktext) == 14


def test_rows_that_have_no_room_on_the_projector_are_counted():
    dots = [Dot(row, 0, "7") for row in range(40)]

    poster = dot_matrix(rows(40), HEADS, dots, POSTER_STYLE)
    work = dot_matrix(rows(40), HEADS, dots, STYLE)

    shown = len(poster.layout.yaxis.ticktext)
    assert f"and {40 - shown + 1} more rows" in poster.layout.yaxis.ticktext[-1]
    assert len(poster.data[0].x) == shown - 1
    assert len(work.layout.yaxis.ticktext) == 40


@pytest.mark.parametrize("style", [STYLE, POSTER_STYLE])
def test_what_people_typed_is_dead_text(style):
    found = dot_matrix([Line(EVIL, True), Line(EVIL, is_head=True)], [Head(EVIL, EVIL)],
                       [Dot(0, 0, EVIL)], style)  # fmt: skip

    assert is_safe(found)


def test_without_rows_there_is_an_empty_grid():
    assert dot_matrix([], [], [], STYLE).layout.height >= 32
