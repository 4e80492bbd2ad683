"""The figure of the strategic thread: who stands in it, in which column, joined by which steps."""

from itertools import pairwise

import pytest

from app.charts import Style, thread_figure
from app.charts.thread import MOST
from app.i18n import reader
from app.look import PROJECTOR, tokens
from methodology.chain import Rung, chain
from methodology.project import Language
from methodology.snapshot import Snapshot
from tests.methodology.thread import (
    AREA,
    BRAND,
    MILK,
    PEOPLE,
    SCHOOL,
    THREAD,
    TREND,
    key,
    torn,
)

STYLE = Style(reader(None, Language.ENGLISH))


def drawn(about, snapshot=None, style=STYLE):
    return thread_figure(chain(snapshot or Snapshot(THREAD)), about.id, style)


def said(figure):
    return [note.text.replace("<b>", "").replace("</b>", "") for note in figure.layout.annotations]


def test_every_kind_has_its_column_and_every_element_its_box():
    figure = drawn(SCHOOL)

    texts = said(figure)
    assert texts[-len(Rung) :] == [rung.label for rung in Rung]
    assert [text.split(" ")[0] for text in texts[: -len(Rung)]] == [
        "TE1", "F11", "O1", "FE1", "FC1", "A4", "P01",
    ]  # fmt: skip
    lefts = [shape.x0 for shape in figure.layout.shapes]
    assert lefts == sorted(lefts)


def test_the_chosen_element_stands_out():
    widths = {shape.line.color: shape.line.width for shape in drawn(BRAND).layout.shapes}

    assert widths == {tokens("light").iron: 1, tokens("light").copper: 3}


def test_only_what_belongs_to_the_element_is_drawn():
    assert not any("RS1" in text for text in said(drawn(TREND)))
    assert any("RS1" in text for text in said(drawn(MILK)))


def test_steps_that_a_longer_way_tells_too_are_not_drawn():
    figure = drawn(AREA)

    assert len(figure.data) - 1 == 6  # the last trace only holds the canvas


def test_what_is_no_part_of_the_thread_has_no_figure():
    assert thread_figure(chain(Snapshot(THREAD)), key(999), STYLE) is None


@pytest.mark.parametrize(("count", "boxes"), [(MOST, MOST), (MOST + 5, MOST - 1)])
def test_more_than_fit_are_counted(count, boxes):
    more = [
        PEOPLE.model_copy(
            update={"id": key(300 + place), "code": f"FC{place + 2}", "name": f"N{place}"}
        )
        for place in range(count - 1)
    ]
    wide = AREA.model_copy(update={"gaps": (PEOPLE.id, *(one.id for one in more))})

    texts = said(drawn(AREA, torn(wide, *more)))

    assert sum(text.startswith("FC") for text in texts) == boxes
    assert ("and 6 more" in texts) is (count > MOST)


LONG = "Certificación de inocuidad, trazabilidad y comercialización conjunta de quesos"


@pytest.mark.parametrize("px", [16, PROJECTOR + 2])
def test_a_name_takes_the_lines_its_column_has_room_for_and_is_told_whole(px):
    named = SCHOOL.model_copy(update={"name": LONG})
    figure = drawn(named, torn(named), Style(STYLE.reader, "light", px))

    (note,) = (one for one in figure.layout.annotations if one.text.startswith("<b>P01</b>"))
    assert note.text.count("<br>") == 4
    assert note.text.endswith("…")
    assert note.hovertext.replace("<br>", " ") == f"P01 {LONG}"


def test_boxes_of_a_crowded_column_are_wider_and_none_leaves_the_canvas():
    more = [
        PEOPLE.model_copy(update={"id": key(300 + place), "code": f"FC{place + 2}", "name": LONG})
        for place in range(9)
    ]
    wide = AREA.model_copy(update={"gaps": (PEOPLE.id, *(one.id for one in more))})

    shapes = drawn(AREA, torn(wide, *more)).layout.shapes
    lefts = sorted({(shape.x0, shape.x1) for shape in shapes})

    widths = [round(right - left) for left, right in lefts]
    assert widths.count(max(widths)) == 1
    assert max(widths) == pytest.approx(1.5 * min(widths), abs=1)
    assert all(right < after for (_, right), (after, _) in pairwise(lefts))
    assert (lefts[0][0] > 0, lefts[-1][1] < 1100) == (True, True)
    assert all(shape.y1 <= 430 for shape in shapes)


@pytest.mark.parametrize("px", [16, PROJECTOR + 2])
def test_people_s_words_stay_words_at_any_size(px):
    evil = SCHOOL.model_copy(update={"name": "<script>alert(1)</script> & <b>x</b> de la Sierra"})

    texts = said(drawn(evil, torn(evil), Style(reader(None, Language.SPANISH), "dark", px)))

    assert not any("<script>" in text for text in texts)
