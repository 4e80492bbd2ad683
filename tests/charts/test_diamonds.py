"""The diamond as drawn: axes clockwise, iron and copper, words that fit, never an area."""

from itertools import combinations

import pytest

from app.charts import Style, diamond_card, diamond_figure, diamond_poster, option_poster
from app.charts.diamonds import MOST, ROW, WIDE, lacking_words
from app.charts.rhombus import RINGS
from app.i18n import reader
from app.look import PROJECTOR, WORK, tokens
from methodology.diamond import AXES
from methodology.gaps import option_diamonds
from methodology.project import Language
from methodology.snapshot import Snapshot
from tests.charts.figures import STYLE, seen
from tests.diamonds import diamond_of, factor, ideal, option, published

ROOM = Style(reader(language=Language.ENGLISH), "light", PROJECTOR + 2)
ONE = diamond_of(*published())
EMPTY = diamond_of(option())


def several(count):
    """Return so many options with the same published diamond."""
    rows = {}
    for place in range(1, count + 1):
        rows |= {row.id: row for row in published(option(f"O{place}"))}
    for place in range(1, count + 1):
        one = option(f"O{place}")
        for row in published(one):
            if type(row).table == "ideal":
                rows[row.id] = row
    return option_diamonds(Snapshot(rows.values()))


def polygons(figure):
    """Return the closed lines that are not rings: actual in iron, ideal in copper."""
    look = tokens()
    return {
        trace.line.color: (trace.x, trace.y)
        for trace in figure.data
        if trace.line.color in (look.iron, look.copper)
    }


def test_the_axes_stand_clockwise_from_the_top_with_the_published_means():
    found = polygons(diamond_card(ONE, STYLE))

    x, y = found[tokens().iron]
    assert [value * RINGS for value in y[:4]] == pytest.approx([3, 0, -8 / 3, 0])
    assert [value * RINGS for value in x[:4]] == pytest.approx([0, 7 / 3, 0, -3])
    x, y = found[tokens().copper]
    assert [value * RINGS for value in y[:4]] == pytest.approx([4.25, 0, -13 / 3, 0])
    assert [value * RINGS for value in x[:4]] == pytest.approx([0, 13 / 3, 0, -4])
    assert (x[0], y[0]) == (x[4], y[4])


def test_actual_is_filled_at_a_fifth_and_ideal_is_dashed_with_hollow_marks():
    traces = {one.line.color: one for one in diamond_card(ONE, STYLE).data}
    iron, copper = traces[tokens().iron], traces[tokens().copper]

    assert iron.fill == "toself"
    assert iron.fillcolor.endswith(",0.2)")
    assert copper.line.dash == "dash"
    assert copper.fill is None
    assert copper.marker.color == tokens().background


def test_five_rings_the_outer_one_darker():
    look = tokens()
    rings = [one for one in diamond_card(ONE, STYLE).data if one.line.color != look.iron]
    rings = [one for one in rings if len(one.x) == 5 and one.line.color in (look.grid, look.line)]

    assert [one.line.color for one in rings] == [look.grid] * 4 + [look.line]


def test_series_and_axes_are_named_on_the_drawing_once():
    said = seen(diamond_card(ONE, STYLE))

    assert sorted(said) == ["Demand", "Factors", "Rivalry", "Support", "actual", "ideal"]


def test_a_diamond_without_scores_shows_its_rings_and_no_polygon():
    found = diamond_card(EMPTY, STYLE)

    assert polygons(found) == {}
    assert "actual" not in seen(found)


@pytest.mark.parametrize("count", [1, 3, ROW, MOST])
def test_every_option_has_its_name_and_its_coverage_on_the_poster(count):
    found = diamond_poster(several(count), ROOM)

    said = seen(found)
    assert [text for text in said if "%" in text] == ["63%"] * count
    assert sum(text.startswith("O") for text in said) == count
    assert said.count("actual") == said.count("ideal") == 1
    assert all(0 <= note.x <= WIDE * ROOM.px for note in found.layout.annotations)


def test_poster_holds_six_options_and_leaves_out_the_others():
    said = seen(diamond_poster(several(MOST + 1), ROOM))

    assert sum("%" in text for text in said) == MOST


def test_diamonds_on_a_poster_never_overlap():
    found = diamond_poster(several(MOST), ROOM)

    boxes = {
        (min(trace.x), max(trace.x), min(trace.y), max(trace.y))
        for trace in found.data
        if trace.line.color == tokens().line
    }
    assert len(boxes) == MOST
    for left, right, low, high in boxes:
        for other_left, other_right, other_low, other_high in boxes - {(left, right, low, high)}:
            apart = right <= other_left or other_right <= left
            assert apart or high <= other_low or other_high <= low


@pytest.mark.parametrize("count", range(1, ROW + 1))
@pytest.mark.parametrize("language", [*Language])
def test_names_of_the_axes_lie_neither_over_each_other_nor_over_a_neighbour(count, language):
    style = Style(reader(language=language), "light", PROJECTOR + 2)
    names = {reader(language=language)(axis.short) for axis in AXES}
    found = [
        note
        for note in diamond_poster(several(count), style).layout.annotations
        if note.text in names
    ]

    assert len(found) == 4 * count
    for one, other in combinations(found, 2):
        left, right = sorted((ends(one, style.px), ends(other, style.px)))
        assert right[0] >= left[1] or abs(one.y - other.y) >= 1.15 * style.px


def ends(note, px):
    """Return about from where to where a note reaches, in px."""
    wide = 0.48 * px * len(note.text)
    start = note.x + (note.xshift or 0)
    start -= {"left": 0, "center": wide / 2, "right": wide}[note.xanchor or "center"]
    return start, start + wide


def test_all_diamonds_of_a_poster_have_one_size_and_one_height():
    found = diamond_poster(several(3), ROOM)
    rings = [trace for trace in found.data if trace.line.color == tokens().line]

    assert len({(max(ring.y), min(ring.y)) for ring in rings}) == 1
    assert len(rings) == 3


def test_pending_option_says_so_instead_of_a_number():
    said = seen(diamond_poster([EMPTY], ROOM))

    assert "Pending" in said
    assert not any("%" in text for text in said)


def test_poster_of_one_option_lists_what_is_missing_first():
    said = seen(option_poster(ONE, ROOM))

    names = [text for text in said if text in {gap.factor.name for gap in ONE.gaps}]
    assert names == [gap.factor.name for gap in ONE.ranked[: len(names)]]
    assert "63%" in said


def test_where_an_option_lacks_most_is_said_in_words():
    one, part = option(), factor("FC1", actual=5)

    assert lacking_words(ONE, STYLE) == "Demand: 2.0 points missing"
    assert lacking_words(diamond_of(one, part, ideal(part, one, 3)), STYLE) == "nothing is missing"
    assert lacking_words(EMPTY, STYLE) == ""


def test_the_desk_sees_a_card_and_the_room_a_poster():
    desk = Style(STYLE.reader, "light", WORK)

    assert len(seen(diamond_figure(ONE, desk))) < len(seen(diamond_figure(ONE, ROOM)))


def test_no_figure_prints_the_area_of_the_polygon():
    for found in (diamond_card(ONE, STYLE), option_poster(ONE, ROOM), diamond_poster([ONE], ROOM)):
        said = " ".join(seen(found))

        assert not any(text in said for text in ("42", ".4225", "15.1", "35.7"))
