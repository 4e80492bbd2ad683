"""Names on the map: over no mark, no title and no other name, and within the canvas."""

from itertools import combinations

import pytest

from methodology.boxes import boxes
from methodology.lanes import lane_map
from methodology.lettering import ems
from methodology.name_places import (
    AIR,
    NAME,
    Area,
    alignment,
    mark_area,
    name_places,
    rule_area,
    title_areas,
)
from tests.samples import large_snapshot

MOST = 10


def drawn(count, text):
    """Return the map, the names in order and the width of the marks."""
    found = boxes(large_snapshot(count, count))
    titles = {box.key: box.title or box.label for box in found}
    heads = {box.actors[0].id for box in found if box.actors}
    lanes = lane_map(found, [], 1100.0, 540.0, text, titles=titles, heads=heads)
    actors = [actor for box in found for actor in box.actors]
    ranked = sorted(actors, key=lambda actor: actor.id not in heads)
    names = [(actor.id, actor.name) for actor in ranked]
    return lanes, names, dict.fromkeys(lanes.places, lanes.pitch - 1)


def area_of(place, spot, size, name, text):
    """Return the rectangle of a written name."""
    wide, clear = text * min(NAME, ems(name)), size / 2 + AIR
    shift = {"left": 0, "center": wide / 2, "right": wide}[spot.align]
    left = {"right": place.x + clear, "left": place.x - clear - wide}.get(
        spot.side, place.x - shift
    )
    tall = 1.05 * text
    top = {"bottom": place.y + clear, "top": place.y - clear - tall}.get(
        spot.side, place.y - tall / 2
    )
    return Area(left, top, left + wide, top + tall)


@pytest.mark.parametrize("text", [15.0, 27.0])
@pytest.mark.parametrize("count", [12, 60, 300, 1000])
def test_no_name_lies_over_a_mark_a_title_a_rule_or_another_name(count, text):
    lanes, names, sizes = drawn(count, text)
    called = dict(names)

    found = name_places(lanes, names, sizes, text, MOST)

    written = [
        area_of(lanes.places[key], spot, sizes[key], called[key], text)
        for key, spot in found.items()
    ]
    others = [mark_area(lanes.places[key], size) for key, size in sizes.items()]
    others += [area for lane in lanes.lanes for area in title_areas(lane, text)]
    others += [rule_area(lane) for lane in lanes.lanes]
    assert 0 < len(written) <= MOST
    assert not any(one.covers(other) for one, other in combinations(written, 2))
    assert not any(one.covers(other) for one in written for other in others)
    assert all(one.left >= 0 and one.right <= lanes.width for one in written)


def test_no_more_names_than_asked_for():
    lanes, names, sizes = drawn(60, 15.0)

    assert len(name_places(lanes, names, sizes, 15.0, 2)) == 2
    assert name_places(lanes, names, sizes, 15.0, 0) == {}


@pytest.mark.parametrize(("x", "expected"), [(10.0, "left"), (500.0, "center"), (1090.0, "right")])
def test_names_at_the_edges_stay_on_the_map(x, expected):
    assert alignment(x, 100.0, 1100.0) == expected
