"""The diamond as it is drawn everywhere: rings, actual, ideal, names where they have room."""

import pytest

from app.charts import Style
from app.charts.rhombus import (
    FILL,
    RINGS,
    WAYS,
    Spot,
    add_labels,
    add_letters,
    add_names,
    add_rhombus,
)
from app.charts.template import figure
from app.i18n import reader
from app.look import PROJECTOR, WORK, tokens
from methodology.diamond import AXES
from methodology.gaps import option_diamond
from methodology.project import Language
from tests.charts.figures import STYLE, seen
from tests.diamonds import diamond_of, option, published

SPOT = Spot(10, 20, 50)
FULL = diamond_of(*published())
BARE = option_diamond(option(), [], {}, [])


def drawn(diamond=FULL, style=STYLE, spot=SPOT):
    made = figure(style, 300)
    add_rhombus(made, diamond, spot, style)
    return made


def test_level_five_stands_at_the_tips_and_zero_in_the_centre():
    assert [SPOT.at(way, RINGS) for way in WAYS] == [(10, 70), (60, 20), (10, -30), (-40, 20)]
    assert {SPOT.at(way, 0) for way in WAYS} == {(10, 20)}


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
def test_a_level_lies_on_its_ring(level):
    ring = drawn().data[level - 1]

    assert [*zip(ring.x, ring.y, strict=True)][:4] == [SPOT.at(way, level) for way in WAYS]


def test_every_outline_is_closed():
    shapes = [one for one in drawn().data if len(one.x) == 5]

    assert len(shapes) == RINGS + 2
    assert all((one.x[0], one.y[0]) == (one.x[-1], one.y[-1]) for one in shapes)


def test_only_the_outer_ring_is_a_line_and_the_others_are_quiet():
    look = tokens()

    assert [one.line.color for one in drawn().data[:RINGS]] == [look.grid] * 4 + [look.line]


def test_without_scores_there_are_rings_and_axes_alone():
    assert not BARE.is_drawable
    assert len(drawn(BARE).data) == RINGS + 2
    assert len(drawn().data) == RINGS + 4


def test_actual_is_filled_iron_and_ideal_dashed_copper():
    actual, ideal = drawn().data[-2:]
    look = tokens()

    assert (actual.line.color, actual.fill, actual.line.dash) == (look.iron, "toself", None)
    assert actual.fillcolor.endswith(f",{FILL})")
    assert (ideal.line.color, ideal.line.dash, ideal.fill) == (look.copper, "dash", None)
    assert ideal.mode == "lines+markers"


def test_corners_are_the_means_of_the_determinants():
    actual, ideal = drawn().data[-2:]
    means = [FULL.determinants[axis] for axis in AXES]

    for shape, field in ((actual, "actual"), (ideal, "need")):
        corners = [SPOT.at(way, getattr(one, field)) for way, one in zip(WAYS, means, strict=True)]
        assert [*zip(shape.x, shape.y, strict=True)][:4] == corners


def test_no_corner_lies_outside_the_outer_ring():
    for shape in drawn().data[-2:]:
        assert all(abs(x - SPOT.x) + abs(y - SPOT.y) <= SPOT.half + 1e-9
                   for x, y in zip(shape.x, shape.y, strict=True))  # fmt: skip


def test_nothing_on_a_diamond_explains_itself_by_hovering():
    assert {one.hoverinfo for one in drawn().data} == {"skip"}


@pytest.mark.parametrize("language", [*Language])
def test_axes_are_named_around_the_diamond(language):
    style = Style(reader(language=language))
    made = figure(style, 300)

    add_names(made, SPOT, style, gap=8)

    above, right, below, left = made.layout.annotations
    assert (above.y, below.y) == (SPOT.y + 58, SPOT.y - 58)
    assert above.x == below.x == SPOT.x
    assert (left.xanchor, above.xanchor, right.xanchor) == ("right", "center", "left")
    assert left.x < SPOT.x < right.x
    assert len({*seen(made)}) == 4


@pytest.mark.parametrize("px", [WORK, PROJECTOR])
def test_names_are_never_smaller_than_text_at_work(px):
    style = Style(STYLE.reader, "light", px)
    made = figure(style, 300)

    add_names(made, SPOT, style, gap=8)

    assert {note.font.size for note in made.layout.annotations} == {max(WORK, px - 1)}


def test_letters_stand_at_the_tips_where_names_have_no_room():
    made = figure(STYLE, 300)

    add_letters(made, SPOT, STYLE)

    assert all(len(text) == 1 for text in seen(made))
    above, right, below, left = made.layout.annotations
    assert above.y > SPOT.y + SPOT.half
    assert below.y < SPOT.y - SPOT.half
    assert left.x < SPOT.x - SPOT.half
    assert right.x > SPOT.x + SPOT.half


def test_actual_and_ideal_are_written_into_the_diamond():
    made = figure(STYLE, 300)

    add_labels(made, FULL, SPOT, STYLE)

    assert seen(made) == ["actual", "ideal"]
    assert [note.font.color for note in made.layout.annotations] == [
        tokens().iron,
        tokens().copper_text,
    ]
    inside, outside = made.layout.annotations
    assert (inside.x, inside.y) == (SPOT.x, SPOT.y)
    assert outside.x > SPOT.x
    assert outside.y < SPOT.y


def test_a_diamond_without_scores_has_nothing_to_label():
    made = figure(STYLE, 300)

    add_labels(made, BARE, SPOT, STYLE)

    assert not made.layout.annotations


def test_dark_and_light_diamonds_differ_in_colour_alone():
    light, dark = drawn(), drawn(style=Style(STYLE.reader, "dark"))

    assert [one.x for one in light.data] == [one.x for one in dark.data]
    assert light.data[-1].line.color != dark.data[-1].line.color


@pytest.mark.parametrize("factor", [2, 3])
def test_a_diamond_twice_as_wide_keeps_its_form(factor):
    small, large = drawn(spot=Spot(0, 0, 10)), drawn(spot=Spot(0, 0, 10 * factor))

    for one, other in zip(small.data, large.data, strict=True):
        assert [x * factor for x in one.x] == pytest.approx([*other.x])
        assert [y * factor for y in one.y] == pytest.approx([*other.y])
