"""Factors as they are drawn: arrows of importance, quadrants in words, names apart, curves."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.charts import Style, importance_arrows, importance_performance, value_curves
from app.charts.labels import CLEAR, LINE, Named, place_labels
from app.i18n import reader
from app.look import tokens
from methodology.curves import option_curves
from methodology.name_places import Area
from methodology.purchase import segments
from methodology.snapshot import Snapshot
from tests.challenges import EVERYTHING, TASTE, purchase_factor
from tests.charts.figures import STYLE, seen

SNAPSHOT = Snapshot(EVERYTHING)
SHOPS, TOURISTS = segments(SNAPSHOT)
LOOK = tokens()


def marks(figure, symbol):
    """Return the places of the marks with a symbol."""
    return [
        (trace.x[0], trace.y[0])
        for trace in figure.data
        if trace.marker.symbol == symbol and trace.marker.opacity != 0
    ]


def test_importance_today_is_full_and_that_of_advanced_buyers_hollow():
    figure = importance_arrows(SHOPS.factors, STYLE)

    assert marks(figure, "circle") == [(5, 0), (4, 1), (5, 2), (3, 3), (2, 4)]
    assert marks(figure, "circle-open") == [(5, 0), (3, 1), (5, 2), (4.5, 3), (2, 4)]


def test_only_shifts_of_a_point_or_more_are_copper():
    arrows = [
        note
        for note in importance_arrows(SHOPS.factors, STYLE).layout.annotations
        if note.showarrow
    ]

    assert [(note.ax, note.x, note.arrowcolor) for note in arrows] == [
        (4, 3, LOOK.faint),
        (3, 4.5, LOOK.copper),
    ]


def test_scale_says_what_its_ends_mean():
    said = seen(importance_arrows(SHOPS.factors, STYLE))

    assert "1 does not matter" in said
    assert "5 decides the purchase" in said


def test_numbers_of_a_pair_stand_on_its_outer_sides():
    figure = importance_arrows(SHOPS.factors, STYLE)
    anchors = [
        note.xanchor for note in figure.layout.annotations if note.y == 1 and not note.showarrow
    ]

    assert anchors == ["left", "right"]


def test_the_upright_axis_is_named_above_it_and_never_sideways():
    figure = importance_performance(SHOPS, STYLE)
    above = [note for note in figure.layout.annotations if note.yref == "paper"]

    assert [note.text for note in above] == [
        "Importance today (1 does not matter – 5 decides the purchase)"
    ]
    assert (above[0].y, above[0].yanchor, above[0].textangle) == (1, "bottom", None)
    assert figure.layout.yaxis.title.text is None
    assert figure.layout.margin.t > STYLE.px


def test_quadrants_are_named_in_words():
    said = seen(importance_performance(SHOPS, STYLE))

    for words in ("Concentrate here", "Keep it up", "Low priority", "Possible overkill"):
        assert words in said


def test_what_to_concentrate_on_is_marked_by_shape_and_colour():
    figure = importance_performance(SHOPS, STYLE)
    asked = {(trace.x[0], trace.y[0]) for trace in figure.data if trace.marker.symbol == "diamond"}

    assert asked == {(3, 5), (2, 5)}
    assert {trace.marker.color for trace in figure.data} == {LOOK.iron, LOOK.copper}


def test_lines_stand_where_the_segment_says():
    lines = importance_performance(SHOPS, STYLE).layout.shapes

    assert [round(float(lines[0].x0), 2), round(float(lines[1].y0), 2)] == [3.6, 3.8]


def test_factors_in_one_place_share_a_mark_and_stand_beneath_each_other():
    twin = purchase_factor("F16", "Twin of taste", (5, 5, 3, 4, 5))
    [reading, _other] = segments(Snapshot([*EVERYTHING, twin]))

    figure = importance_performance(reading, STYLE)

    assert "Constant taste Twin of taste" in seen(figure)


def test_a_segment_without_places_has_an_empty_figure():
    figure = importance_performance(TOURISTS, STYLE)
    bare = importance_performance(segments(Snapshot([TOURISTS.segment]))[0], STYLE)

    assert len(figure.data) == 1
    assert not bare.data
    assert not bare.layout.annotations


cells = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 5)), unique=True, max_size=12)


@given(cells, st.integers(1, 24), st.sampled_from([14, 16, 20]))
def test_names_of_points_that_lie_apart_lie_over_nothing(told, letters, px):
    points = [
        Named(100 + 330.0 * across, 60 + 80.0 * down, ("a" * letters,), 8.0 * letters)
        for across, down in told
    ]

    labels = place_labels(points, (1100, 560), px)

    areas = [_area(one, label, px) for one, label in zip(points, labels, strict=True)]
    assert not any(
        one.covers(other) for place, one in enumerate(areas) for other in areas[place + 1 :]
    )


def _area(one, label, px):
    tall = LINE * px
    left = one.x + label.right
    left -= {"left": 0, "center": one.width / 2, "right": one.width}[label.align]
    top = one.y + label.down - tall / 2
    return Area(left, top, left + one.width, top + tall)


def test_a_name_without_room_at_its_side_goes_elsewhere():
    left, right = (Named(x, 200, ("Constant taste",), 120) for x in (200, 260))

    first, second = place_labels([left, right], (1000, 400), 16)

    assert (first.align, second.align) == ("right", "left")
    assert first.right < -CLEAR * 16 < 0 < second.right


def test_curves_stand_in_the_order_of_the_axis_with_options_hollow():
    figure = value_curves(SHOPS, option_curves(SNAPSHOT, SHOPS), ("Imports", "Alps"), STYLE)
    told = [[*trace.x] for trace in figure.data if trace.mode == "lines+markers"]

    assert told == [
        [3, 4, 2, 4, 5],
        [4, 4, 5, 3, 3],
        [5, 2, 5, 5, 4],
        [5, None, None, 5, None],
    ]
    assert [trace.marker.symbol for trace in figure.data[1:]] == [
        "circle", "square", "triangle-up", "diamond-open",
    ]  # fmt: skip


def test_curves_are_told_apart_by_sign_and_dash_as_well_as_by_colour():
    figure = value_curves(SHOPS, option_curves(SNAPSHOT, SHOPS), ("Imports", ""), STYLE)
    dashes = [trace.line.dash for trace in figure.data if trace.mode == "lines+markers"]

    assert len({*dashes}) >= 3
    key = [text for text in seen(figure) if text[0] in "●■▲◇"]
    assert key == ["● Cluster", "■ Imports", "▲ Reference cluster", "◇ O1 Brand of origin"]


def test_curves_nobody_scored_are_left_out():
    figure = value_curves(TOURISTS, [], ("", ""), STYLE)

    assert len([trace for trace in figure.data if trace.mode == "lines+markers"]) == 2


def test_key_takes_more_lines_on_the_projector():
    large = Style(reader(), "light", 28)
    figure = value_curves(SHOPS, option_curves(SNAPSHOT, SHOPS), ("I" * 40, "A" * 40), large)

    assert sum("▲" in text or "●" in text for text in seen(figure)) == 2


@pytest.mark.parametrize("value", [Decimal("3.5"), Decimal(4)])
def test_half_points_are_written_as_such(value):
    factor = TASTE.model_copy(update={"importance_today": value})
    reading = segments(Snapshot([*(one for one in EVERYTHING if one.id != TASTE.id), factor]))[0]

    assert str(value) in seen(importance_arrows(reading.factors, STYLE))
