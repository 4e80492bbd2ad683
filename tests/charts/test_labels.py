"""Names beside points: free places first, inside the figure, the same every time."""

from hypothesis import given
from hypothesis import strategies as st

from app.charts.labels import CLEAR, LINE, Label, Named, place_labels
from methodology.name_places import Area

PX, ROOM = 16, (800.0, 500.0)


def named(x, y, text="A name", lines=1):
    return Named(x, y, (text,) * lines, 8.0 * len(text))


def area_of(point, label):
    """Return the area a name takes in its place."""
    tall = LINE * PX * len(point.lines)
    x = point.x + label.right
    left = {"left": x, "right": x - point.width, "center": x - point.width / 2}[label.align]
    top = point.y + label.down - tall / 2
    return Area(left, top, left + point.width, top + tall)


def placed(*points, **values):
    return place_labels(points, ROOM, PX, **values)


def test_no_points_have_no_names():
    assert placed() == []


def test_a_point_alone_has_its_name_to_the_right():
    assert placed(named(400, 250)) == [Label(1.4 * CLEAR * PX, 0, "left")]


def test_at_the_right_edge_the_name_stands_to_the_left():
    [label] = placed(named(795, 250))

    assert label.align == "right"
    assert label.right < 0


def test_a_name_too_wide_for_either_side_stands_above_or_below():
    [label] = placed(named(400, 250, "x" * 60))

    assert label.align == "center"
    assert label.down != 0


def test_a_name_wider_than_the_figure_keeps_the_first_place():
    assert placed(named(400, 250, "x" * 400)) == [Label(1.4 * CLEAR * PX, 0, "left")]


def test_two_points_side_by_side_do_not_share_a_place():
    points = named(400, 250), named(440, 250)

    one, other = (
        area_of(point, label) for point, label in zip(points, placed(*points), strict=True)
    )

    assert not one.covers(other)


def test_a_place_that_is_taken_is_left_free():
    taken = Area(400, 200, 800, 300)

    [label] = placed(named(400, 250), taken=[taken])

    assert not area_of(named(400, 250), label).covers(taken)
    assert label.align != "left" or label.is_far


def test_points_on_one_spot_have_their_names_one_after_another():
    points = [named(400, 250) for _place in range(5)]

    labels = placed(*points)

    assert len({(one.right, one.down, one.align) for one in labels}) == 5


def test_a_name_far_from_its_point_asks_for_a_line():
    points = [named(400, 250) for _place in range(6)]

    labels = placed(*points)

    assert any(one.is_far for one in labels)
    assert all(one.is_far == (one.align != "center" and one.down != 0) for one in labels)


@given(
    st.lists(
        st.tuples(st.integers(150, 650), st.integers(100, 400), st.text("abc", min_size=1,
                                                                         max_size=12)),
        max_size=5,
    )
)  # fmt: skip
def test_names_of_few_points_stand_inside_and_apart(told):
    points = [named(*one) for one in told]

    areas = [area_of(*pair) for pair in zip(points, placed(*points), strict=True)]

    assert all(one.left >= 0 and one.right <= ROOM[0] for one in areas)
    assert all(one.top >= 0 and one.bottom <= ROOM[1] for one in areas)


@given(st.lists(st.tuples(st.integers(0, 800), st.integers(0, 500)), max_size=12))
def test_same_points_have_same_places(told):
    points = [named(*one) for one in told]

    assert placed(*points) == placed(*points)
    assert len(placed(*points)) == len(points)


def test_names_of_two_lines_take_the_room_of_two():
    points = named(400, 250, lines=2), named(400, 275, lines=2)

    one, other = (
        area_of(point, label) for point, label in zip(points, placed(*points), strict=True)
    )

    assert round(one.bottom - one.top, 6) == round(2 * LINE * PX, 6)
    assert not one.covers(other)
