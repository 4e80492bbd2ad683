"""The pyramid of sizes: firms to the left, people to the right, every class named."""

import pytest

from app.charts import Style, size_pyramid, span
from methodology.sizes import SizeClass, pyramid
from tests.charts.figures import STYLE, seen
from tests.cluster import actor

FIRMS = [actor("A", employees=3), actor("B", employees=5), actor("C", employees=42)]


def test_every_class_is_named_with_its_limits():
    assert [span(size, STYLE.reader) for size in SizeClass] == [
        "0–9",
        "10–49",
        "50–249",
        "250 or more",
    ]


def test_both_sides_show_values_and_shares():
    found = seen(size_pyramid(pyramid(FIRMS), STYLE))

    assert found[:5] == ["2 · 67%", "1 · 33%", "0", "0", "Firms"]
    assert found[5:10] == ["8 · 16%", "42 · 84%", "0", "0", "Employees"]
    assert found[10:] == ["Micro 0–9", "Small 10–49", "Medium 50–249", "Large 250 or more"]


def test_shares_of_a_side_add_up_to_a_hundred():
    three = [actor("A", employees=5), actor("B", employees=10), actor("C", employees=50)]

    found = seen(size_pyramid(pyramid(three), STYLE))

    assert found[:3] == ["1 · 34%", "1 · 33%", "1 · 33%"]


def test_firms_grow_to_the_left_and_people_to_the_right():
    left, right = size_pyramid(pyramid(FIRMS), STYLE).data

    assert [*left.x] == [-2, -1, 0, 0]
    assert [*right.x] == [8, 42, 0, 0]


def test_smallest_class_is_at_the_bottom():
    found = size_pyramid(pyramid(FIRMS), STYLE)

    assert found.layout.yaxis.range[0] < found.layout.yaxis.range[1]


def test_pyramid_of_nobody_can_be_drawn():
    assert seen(size_pyramid(pyramid([]), STYLE))[0] == "0"


@pytest.mark.parametrize("px", [16, 26])
def test_names_of_classes_have_room_between_the_sides(px):
    layout = size_pyramid(pyramid(FIRMS), Style(STYLE.reader, "light", px)).layout

    middle = layout.xaxis2.domain[0] - layout.xaxis.domain[1]

    assert middle * 1000 > 17 * 0.5 * px
