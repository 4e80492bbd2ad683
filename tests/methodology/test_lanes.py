"""The drawn map: nobody overlaps, nobody leaves the canvas, the same map every time."""

from itertools import combinations
from math import hypot
from operator import itemgetter

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from methodology.boxes import Side, boxes
from methodology.lanes import HEIGHT, WIDTH, lane_map
from methodology.lettering import ems
from methodology.mapping import ActorKind, LinkRole
from methodology.name_places import title_areas
from methodology.network import build_graph, settings_of
from methodology.snapshot import Snapshot
from tests.cluster import actor, link
from tests.samples import large_snapshot, random_snapshot


def drawn(snapshot, **options):
    graph = build_graph(snapshot, settings_of(snapshot))
    return lane_map(boxes(snapshot), graph.edges, **options)


def nearest(places):
    return min(
        (hypot(one.x - other.x, one.y - other.y) for one, other in combinations(places, 2)),
        default=None,
    )


@pytest.mark.parametrize("count", [2, 7, 30, 120, 300])
def test_actors_never_come_nearer_than_the_pitch(count):
    found = drawn(large_snapshot(count, 3 * count))

    assert len(found.places) == count
    assert nearest(found.places.values()) >= found.pitch - 1e-6


def test_marks_of_300_actors_can_be_16_px_wide():
    assert drawn(large_snapshot(300, 900)).pitch > 16


@pytest.mark.parametrize("count", [1, 30, 300, 1000])
def test_everybody_stands_inside_their_lane_and_every_lane_on_the_canvas(count):
    found = drawn(large_snapshot(count, 3 * count))

    for lane in found.lanes:
        assert lane.left >= 0
        assert lane.left + lane.width <= WIDTH + 1e-6
        assert lane.top + lane.height <= HEIGHT + 1e-6
        for one in lane.box.actors:
            place = found.places[one.id]
            assert lane.left <= place.x <= lane.left + lane.width
            assert lane.top <= place.y <= lane.top + lane.height


@pytest.mark.parametrize("count", [30, 300])
def test_lanes_do_not_overlap(count):
    lanes = drawn(large_snapshot(count, count)).lanes

    for one, other in combinations(lanes, 2):
        beside = one.left + one.width <= other.left or other.left + other.width <= one.left
        apart = one.top + one.height <= other.top or other.top + other.height <= one.top
        assert beside or apart


def test_links_stand_side_by_side_and_bands_around_them():
    lanes = drawn(large_snapshot(300, 900)).lanes
    tops = {side: [lane.top for lane in lanes if lane.box.side == side] for side in Side}
    columns = [lane for lane in lanes if lane.is_column]

    assert max(tops[Side.ABOVE]) < min(tops[Side.CHAIN])
    assert max(tops[Side.CHAIN]) < min(tops[Side.BENEATH])
    assert max(tops[Side.BENEATH]) < min(tops[Side.BELOW])
    assert [lane.left for lane in columns] == sorted(lane.left for lane in columns)
    assert len({lane.top for lane in columns}) == 1


def test_same_project_gives_the_same_map():
    assert drawn(large_snapshot(100, 300)) == drawn(large_snapshot(100, 300))


def test_order_of_entry_does_not_move_anybody():
    snapshot = large_snapshot(60, 120)
    turned = Snapshot(reversed([*snapshot]))

    assert drawn(snapshot).places == drawn(turned).places


def test_neighbours_come_opposite_each_other():
    first, second = link("First", 1), link("Second", 2)
    left = [actor(f"l{number}", link=first.id) for number in range(6)]
    right = [actor(f"r{number}", link=second.id) for number in range(6)]
    crossed = [(one.id, other.id) for one, other in zip(left, reversed(right), strict=True)]
    snapshot = Snapshot([first, second, *left, *right])

    found = lane_map(boxes(snapshot), crossed)

    for one, other in crossed:
        assert found.places[one].y == pytest.approx(found.places[other].y)


def test_empty_project_gives_an_empty_map():
    found = drawn(Snapshot())

    assert (found.places, found.lanes) == ({}, ())


def test_chain_without_actors_still_shows_its_links():
    found = drawn(Snapshot([link("Milk", 1), link("Cheese", 2)]))

    assert [lane.box.title for lane in found.lanes] == ["Milk", "Cheese"]


def test_institutions_alone_leave_the_chain_out():
    found = drawn(Snapshot([actor("Bank", ActorKind.FINANCE), actor("School", ActorKind.TRAINING)]))

    assert [lane.box.side for lane in found.lanes] == [Side.ABOVE, Side.BELOW]


def test_thirty_links_still_fit():
    links = [link(f"Link {number:02}", number) for number in range(1, 31)]
    aides = [link(f"Aide {number:02}", number, LinkRole.AUXILIARY) for number in range(1, 31)]
    actors = [actor(f"A{number}", link=one.id) for number, one in enumerate([*links, *aides])]

    found = drawn(Snapshot([*links, *aides, *actors]))

    assert nearest(found.places.values()) >= found.pitch - 1e-6
    assert max(place.x for place in found.places.values()) <= WIDTH


@given(st.integers(0, 10_000), st.integers(8, 40), st.integers(0, 8))
def test_any_project_can_be_drawn(seed, actors, ties):
    snapshot = random_snapshot(seed, rows=1, sizes={"actor": actors, "tie": ties, "chain_link": 5})

    found = drawn(snapshot)
    gap = nearest(found.places.values())

    assert len(found.places) == len(boxes_actors(snapshot))
    assert gap is None or gap >= found.pitch - 1e-6


def boxes_actors(snapshot):
    return [one for box in boxes(snapshot) for one in box.actors]


def test_actors_come_closer_rather_than_stand_all_in_one_row():
    cheese = link("Cheese", 1)
    dairies = [actor(f"D{number}", link=cheese.id) for number in range(5)]
    around = [actor(kind.value, kind) for kind in (ActorKind.TRAINING, ActorKind.FINANCE)]

    found = drawn(Snapshot([cheese, *dairies, *around]), width=800.0, height=330.0)

    assert len({found.places[one.id].y for one in dairies}) == 5


def test_larger_texts_take_their_room_from_the_actors():
    work, projector = (drawn(large_snapshot(300, 900), text=text) for text in (16, 26))

    assert projector.pitch < work.pitch
    assert min(lane.top for lane in projector.lanes) > min(lane.top for lane in work.lanes)


WORDS = st.text("abcdefghimnorsuvzñáé", min_size=2, max_size=12)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(NAMES, st.integers(0, 25)), min_size=1, max_size=9, unique_by=itemgetter(0)),
    st.sampled_from([(16.0, 468.0), (28.0, 540.0)]),
)
def test_no_title_of_nine_links_is_cut_or_lies_over_another(chain, size):
    text, height = size
    assume(sum(max(map(ems, name.split())) for name, _count in chain) * text < 900)  # they fit
    links = [link(name, place) for place, (name, _count) in enumerate(chain, start=1)]
    actors = [
        actor(f"{one.order} {number}", link=one.id)
        for one, (_name, count) in zip(links, chain, strict=True)
        for number in range(count)
    ]
    found = boxes(Snapshot([*links, *actors]))
    titles = {box.key: f"{len(box.actors)} {box.title}" for box in found}
    heads = {box.actors[0].id for box in found if box.actors}

    drawn = lane_map(found, [], 1100.0, height, text, titles=titles, heads=heads)

    assert [" ".join(lane.title) for lane in drawn.lanes] == [
        titles[lane.box.key] for lane in drawn.lanes
    ]
    areas = [area for lane in drawn.lanes for area in title_areas(lane, text)]
    assert not any(one.covers(other) for one, other in combinations(areas, 2))
    assert all(area.left >= 0 and area.right <= 1100 + 1e-6 for area in areas)
    assert all(area.top >= 0 and area.bottom <= height + 1e-6 for area in areas)
    gap = nearest(drawn.places.values())
    assert gap is None or gap >= drawn.pitch - 1e-6
    assert {*drawn.places} == {one.id for one in actors}


def test_heads_stand_last_in_their_column():
    cheese = link("Cheese", 1)
    dairies = [actor(f"D{number}", link=cheese.id) for number in range(200)]
    head = dairies[3]

    drawn = lane_map(boxes(Snapshot([cheese, *dairies])), [], heads={head.id})

    assert drawn.places[head.id].y == max(place.y for place in drawn.places.values())


def test_a_word_too_long_for_any_chain_is_cut_rather_than_lost():
    links = [link(f"{'x' * 60} {number}", number) for number in range(1, 31)]
    found = boxes(Snapshot(links))

    drawn = lane_map(found, [], titles={box.key: box.title for box in found})

    assert all(lane.title and lane.title[0].endswith("…") for lane in drawn.lanes)


@settings(max_examples=25, deadline=None)
@given(st.integers(300, 2000), st.integers(300, 1200))
def test_canvas_may_have_any_reasonable_size(width, height):
    found = drawn(large_snapshot(40, 80), width=float(width), height=float(height))

    assert (found.width, found.height) == (width, height)
    assert nearest(found.places.values()) >= found.pitch - 1e-6
