"""Points in Word: every name beside its point, bubbles by area, axes that cross where told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from app.report.chart import chart_xml
from app.report.chart_points import label_sides
from app.report.graph import Figure, Point, Shape

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PRICE, TASTE = Point("Precio", 2, 4), Point("Sabor", 4.5, 2.5, accent=1)
places = st.floats(-1e6, 1e6)


def _root(figure: Figure) -> etree._Element:
    return etree.fromstring(chart_xml(figure.plotted, "es-PE", "rId1"))


def _points(*points: Point, **options: object) -> etree._Element:
    return _root(Figure(Shape.POINTS, points=points, **options))


def _values(root: etree._Element, name: str) -> list[float]:
    return [float(one.findtext(f"{C}v")) for one in root.find(f".//{C}{name}").iter(f"{C}pt")]


def test_every_point_has_its_name_as_a_text_of_its_own():
    root = _points(PRICE, TASTE)

    names = ["".join(one.itertext()) for one in root.iter(f"{C}dLbl")]
    assert names == ["Precio", "Sabor"]


def test_places_are_kept_in_order():
    root = _points(PRICE, TASTE)

    assert (_values(root, "xVal"), _values(root, "yVal")) == ([2, 4.5], [4, 2.5])


def test_a_point_with_an_accent_has_that_colour_and_the_others_the_first():
    root = _points(PRICE, TASTE)

    own = root.find(f".//{C}dPt")
    assert own.find(f"{C}idx").get("val") == "1"
    assert own.find(f".//{A}schemeClr").get("val") == "accent2"
    assert len(root.findall(f".//{C}dPt")) == 1


def test_points_that_all_have_sizes_are_bubbles_by_area():
    root = _points(Point("O1", 2, 4, 100), Point("O2", 4, 2, 50))

    assert root.find(f".//{C}scatterChart") is None
    assert root.find(f".//{C}bubbleChart/{C}sizeRepresents").get("val") == "area"
    assert _values(root, "bubbleSize") == [100, 50]


@pytest.mark.parametrize("size", [None, 0, -3, float("nan"), float("inf")])
def test_one_point_without_a_size_makes_them_all_points(size):
    root = _points(Point("O1", 2, 4, 100), Point("O2", 4, 2, size))

    assert root.find(f".//{C}bubbleChart") is None
    assert len(_values(root, "xVal")) == 2


def test_the_axes_cross_at_the_crosshair():
    root = _points(PRICE, crosshair=(3, 3.5))

    across, along = root.findall(f".//{C}valAx")
    assert across.find(f"{C}crossesAt").get("val") == "3.5"
    assert along.find(f"{C}crossesAt").get("val") == "3"
    assert {axis.find(f"{C}tickLblPos").get("val") for axis in (across, along)} == {"low"}


def test_without_a_crosshair_the_axes_stand_at_the_edge():
    axes = _points(PRICE).findall(f".//{C}valAx")

    assert [axis.find(f"{C}crosses").get("val") for axis in axes] == ["min", "min"]


def test_axes_have_titles_and_ranges():
    root = _points(PRICE, x_title="Importancia", y_title="Desempeño", x_range=(1, 5))

    across, along = root.findall(f".//{C}valAx")
    assert "".join(across.find(f"{C}title").itertext()) == "Importancia"
    assert "".join(along.find(f"{C}title").itertext()) == "Desempeño"
    assert [one.get("val") for one in across.find(f"{C}scaling")] == ["minMax", "5", "1"]
    assert across.find(f"{C}majorUnit").get("val") == "1"


def test_a_point_without_a_place_is_left_out():
    figure = Figure(Shape.POINTS, points=[Point("x", float("nan"), 1), PRICE])

    assert figure.plotted.points == (Point("Precio", 2.0, 4.0),)


def test_only_points_without_a_place_make_an_empty_figure():
    assert Figure(Shape.POINTS, points=[Point("x", float("inf"), 1)]).is_empty
    assert not Figure(Shape.POINTS, points=[Point("x", 0, 0)]).is_empty


def test_a_point_at_the_right_edge_has_its_name_on_the_left():
    assert label_sides([Point("Sabor", 4.9, 2)], (1, 5), (1, 5)) == ["l"]


def test_names_of_points_in_one_place_stand_on_different_sides():
    same = [Point(str(number), 3, 3) for number in range(4)]

    assert sorted(label_sides(same, (1, 5), (1, 5))) == ["b", "l", "r", "t"]


def test_a_name_does_not_stand_on_the_frame():
    project, above = Point("P01", 2.5, 4.5), Point("P04", 2.5, 4.7)
    beside = Point("P08", 2.65, 4.7)

    assert label_sides([project, above, beside], (1, 5), (1, 5))[1] != "t"
    assert label_sides([Point("x", 3, 5)], (1, 5), (1, 5)) == ["b"]
    assert label_sides([Point("x", 3, 1)], (1, 5), (1, 5)) == ["t"]


def test_a_name_gives_way_to_the_mark_beside_it():
    assert label_sides([Point("P01", 3, 3), Point("P02", 3.2, 3)], (1, 5), (1, 5)) == ["t", "r"]


def test_an_axis_that_begins_between_two_scores_has_no_steps_of_one():
    root = _points(PRICE, x_range=(0.5, 5.5), y_range=(1, 5))

    across, along = root.findall(f".//{C}valAx")
    assert across.find(f"{C}majorUnit") is None
    assert along.find(f"{C}majorUnit").get("val") == "1"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=40), places, places), min_size=1, max_size=12))
def test_any_points_give_one_label_and_one_place_each(rows):
    root = _points(*(Point(*row) for row in rows))

    assert len(list(root.iter(f"{C}dLbl"))) == len(rows)
    assert len(_values(root, "xVal")) == len(_values(root, "yVal")) == len(rows)


def test_a_name_does_not_leave_its_side_for_less_than_a_hair():
    """Its own mark touches it: 14 letters were set to the left of a point where 15 were not."""
    for name in ("O4 (Discarded)", "O4 (Descartada)"):
        assert label_sides([Point(name, 1.86, 2.18)], (1, 5), (1, 5)) == ["r"]
