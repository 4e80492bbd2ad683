"""Five forces and trends as they are drawn: two values each, a direction, nothing hidden."""

from itertools import pairwise

import pytest

from app.charts import Style, five_forces, trend_list
from app.i18n import reader
from app.look import tokens
from methodology.attractiveness import outlook
from methodology.forces import Force, Trend
from methodology.project import Language
from methodology.snapshot import Snapshot
from tests.challenges import BUSINESS, FACTORS, PRESSING
from tests.charts.figures import STYLE, seen
from tests.cluster import made

FULL = outlook(Snapshot(BUSINESS))
PARTIAL = outlook(Snapshot([FACTORS[Force.ENTRY]]))


def bars(figure, colour):
    """Return the lengths of the bars of one colour."""
    shapes = [shape for shape in figure.layout.shapes if shape.fillcolor == colour]
    return [round(shape.x1 - shape.x0, 4) for shape in shapes]


def test_each_force_says_its_two_values_with_their_years():
    said = seen(five_forces(FULL, STYLE))

    assert said.count("2026") == said.count("2031") == 5
    assert [text for text in said if text in ("2.0", "5.0")] == ["5.0", "2.0"]


def test_bars_are_iron_today_and_copper_at_the_horizon_and_as_long_as_their_values():
    made_figure, look = five_forces(FULL, STYLE), tokens()
    today, later = bars(made_figure, look.iron), bars(made_figure, look.copper)

    assert [round(one / today[0], 2) for one in today] == [1, 0.75, 1, 0.5, 0.75]
    assert [round(one / later[0], 2) for one in later] == [1, 0.8, 0.8, 0.6, 0.8]


def test_what_the_forces_come_to_and_which_way_to_read_them_is_said():
    said = " ".join(seen(five_forces(FULL, STYLE)))

    assert "Attractiveness, 1 to 5 2.8 → 2.0" in said
    assert "5 is very strong pressure: less attractive" in said


def test_a_force_that_nobody_scored_is_pending_and_dashed():
    figure = five_forces(PARTIAL, STYLE)
    frames = [shape.line.dash for shape in figure.layout.shapes if shape.line.dash]

    assert seen(figure).count("Pending") == 4
    assert sorted(frames) == ["dash", "dash", "dash", "dash", "solid"]
    assert any("n/d" in text for text in seen(figure))


def test_dates_without_years_have_words():
    said = seen(five_forces(PARTIAL, Style(reader(language=Language.SPANISH))))

    assert "Hoy" in said
    assert "Hori." in said


@pytest.mark.parametrize("px", [16, 28])
def test_boxes_stay_inside_the_figure_and_apart(px):
    figure = five_forces(FULL, Style(reader(), "light", px))
    boxes = [shape for shape in figure.layout.shapes if shape.line.dash]
    bottom, top = figure.layout.yaxis.range

    assert all(0 <= shape.x0 < shape.x1 <= 1 for shape in boxes)
    assert all(top <= shape.y0 < shape.y1 <= bottom for shape in boxes)
    rows = sorted({(shape.y0, shape.y1) for shape in boxes})
    assert [one[1] < other[0] for one, other in pairwise(rows)] == [True, True]


def test_four_arrows_press_on_the_rivals():
    arrows = [note for note in five_forces(FULL, STYLE).layout.annotations if note.showarrow]

    assert len(arrows) == 4
    assert {round(note.x, 2) for note in arrows} == {0.5, 0.34, 0.66}


def test_trends_say_what_they_press_on_and_what_they_relieve():
    said = seen(trend_list([PRESSING], STYLE))

    assert said == [
        "TE1 Shops ask for constant lots",
        "▲ Buyer power · ▼ Threat of entry · 2030",
    ]


def test_a_trend_without_forces_is_pending():
    bare = made(Trend, "x", statement="Something moves")

    assert seen(trend_list([bare], STYLE)) == ["Something moves", "Pending"]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("px", [16, 28])
def test_texts_in_the_corners_end_above_the_boxes_below(language, px):
    drawn = five_forces(FULL, Style(reader(language=language), "light", px))
    boxes = sorted({shape.y0 for shape in drawn.layout.shapes if shape.line.dash})

    for note in drawn.layout.annotations:
        if note.x in (0, 1) and note.text:
            assert (note.y, note.yanchor) == (0, "top")
            line = 1.3 * (note.font.size or px) / px
            assert line * (note.text.count("<br>") + 1) < boxes[1]
