"""The map as an option for the browser: plain JSON, actors first, nobody's words alive."""

import json

import pytest

from app.i18n import reader
from app.look import mark
from app.network_chart import (
    LARGEST,
    LEAST,
    SYMBOLS,
    Mapped,
    beside_title,
    lane_titles,
    legend_height,
    network_option,
)
from methodology.boxes import boxes
from methodology.lanes import lane_map
from methodology.mapping import ActorKind, LinkRole
from methodology.network import build_graph, counted_actors, settings_of
from methodology.project import Language
from methodology.snapshot import Snapshot
from tests.cluster import actor, link, tie
from tests.samples import large_snapshot

ENGLISH = reader(language=Language.ENGLISH)
MILK, GAP = link("Milk", 1, LinkRole.PRIMARY), link("Aging", 2)
FARM = actor("Farm <b>&</b> {b}", ActorKind.SUPPLIER, link=MILK.id)
BANK, STRANGER = actor("Bank", ActorKind.FINANCE), actor("Stranger", None)
SMALL = Snapshot([MILK, GAP, FARM, BANK, STRANGER, tie(FARM, BANK)])


def option(snapshot=SMALL, *, sizes=None, relations=None, width=1100.0, **values):
    """Return the option as a screen makes it, titles included."""
    settings = settings_of(snapshot)
    graph = build_graph(snapshot, settings)
    actors = counted_actors(snapshot, settings)
    found = boxes(snapshot, actors)
    titles, text = lane_titles(found, ENGLISH), values.get("px", 16)
    lanes = lane_map(found, graph.edges, width, text=text, titles=titles)
    mapped = Mapped(lanes, actors, relations or [*graph.edges], sizes or dict(graph.degree))
    return network_option(mapped, ENGLISH, **values)


def nodes(found):
    return found["series"][0]["data"]


def links(found):
    return [one for one in found["series"][0]["links"] if one["source"].isdigit()]


def test_option_is_plain_json():
    assert json.loads(json.dumps(option(), allow_nan=False)) == option()


def test_actors_come_first_in_their_order_so_that_a_click_finds_them():
    assert [node["name"] for node in nodes(option())[:3]] == [
        "Bank",
        "Farm <b>&</b> {b}",
        "Stranger",
    ]


def test_every_relation_joins_two_actors_that_are_drawn():
    assert [(one["source"], one["target"]) for one in links(option())] == [("0", "1")]


def test_relation_with_somebody_left_out_is_left_out():
    found = option(relations=[(FARM.id, actor("Elsewhere").id)])

    assert links(found) == []


def test_ids_are_unique_and_every_line_finds_its_ends():
    found = option(large_snapshot(50, 100))
    ids = [node["id"] for node in nodes(found)]

    assert len(ids) == len({*ids})
    for one in found["series"][0]["links"]:
        assert {one["source"], one["target"]} <= {*ids}


def test_colour_and_shape_say_the_type():
    categories = option()["series"][0]["categories"]
    by_name = {one["name"]: (one["itemStyle"]["color"], one["symbol"]) for one in categories}

    assert by_name == {
        "Supplier": mark(ActorKind.SUPPLIER),
        "Finance": mark(ActorKind.FINANCE),
        "No type": mark(None),
    }


def test_titles_that_tell_the_type_need_no_legend():
    found = option()

    assert found["legend"]["show"] is False
    assert found["series"][0]["bottom"] == 0


MIXED = Snapshot([MILK, FARM, BANK, actor("Shop", ActorKind.BUYER, link=MILK.id)])


def test_legend_tells_the_types_that_share_a_link_with_their_shapes():
    found = option(MIXED)
    shapes = {one["name"]: one["symbol"] for one in found["series"][0]["categories"]}

    assert [one["name"] for one in found["legend"]["data"]] == ["Supplier", "Buyer"]
    assert all(one["icon"] == shapes[one["name"]] for one in found["legend"]["data"])
    assert found["series"][0]["bottom"] > 0


def test_map_leaves_room_for_as_many_lines_as_the_legend_needs():
    one, two = (legend_height(boxes(MIXED), ENGLISH, width, 16) for width in (400.0, 100.0))

    assert (one, two) == (1.3 * 16, (2 * 1.3 + 0.8) * 16)


GLASS = link("Glass", 3, LinkRole.AUXILIARY)
AUXILIARY = Snapshot(
    [
        MILK, FARM, GLASS, BANK,
        actor("Bottles", ActorKind.AUXILIARY, link=GLASS.id),
        actor("Design", ActorKind.SERVICES, link=GLASS.id),
    ]
)  # fmt: skip


def test_legend_of_one_mixed_band_stands_beside_its_title_and_takes_no_height():
    found = option(AUXILIARY)
    by_id = {node["id"]: node for node in nodes(found)}
    band = next(node for node in nodes(found) if node["name"] == "2 Glass")
    shapes = {one["name"]: one["symbol"] for one in found["series"][0]["categories"]}

    assert (found["legend"]["show"], found["series"][0]["bottom"]) == (False, 0)
    kinds = [by_id[f"kind-{number}"]["name"] for number in range(2)]
    assert {*kinds} == {"Auxiliary industry", "Service firm"}
    assert [by_id[f"key-{number}"]["symbol"] for number in range(2)] == [
        shapes[one] for one in kinds
    ]
    xs = [band["x"], *(by_id[key]["x"] for key in ("key-0", "kind-0", "key-1", "kind-1"))]
    assert xs == sorted(xs)
    assert by_id["key-0"]["y"] < band["y"]


def test_legend_stays_under_the_map_where_a_title_leaves_it_no_room():
    found = boxes(AUXILIARY)

    assert beside_title(found, ENGLISH, 1100.0, 28) is not None
    assert beside_title(found, ENGLISH, 300.0, 28) is None
    assert legend_height(found, ENGLISH, 300.0, 28) > 0
    assert beside_title(boxes(MIXED), ENGLISH, 1100.0, 16) is None


def test_shapes_that_echarts_draws_beside_their_place_are_our_own():
    kinds = [*ActorKind]
    found = option(Snapshot([actor(kind.value, kind) for kind in kinds]))
    drawn = {one["symbol"] for one in found["series"][0]["categories"]}

    assert not drawn & {*SYMBOLS}
    assert {*SYMBOLS.values()} <= drawn


def test_lanes_are_titled_with_their_number_and_a_missing_link_stands_out():
    titles = {node["name"]: node["label"] for node in nodes(option())[3:] if node["name"]}

    assert [*titles] == ["1 Milk", "0 Aging", "1 Link not known", "1 Finance"]
    assert titles["0 Aging"]["color"] != titles["1 Milk"]["color"]


def test_every_title_is_written_whole_on_the_projector():
    snapshot = large_snapshot(300, 900)
    expected = sorted(lane_titles(boxes(snapshot), ENGLISH).values())

    drawn = [node["name"] for node in nodes(option(snapshot, px=28))[300:] if node["name"]]

    assert sorted(title.replace("\n", " ") for title in drawn) == expected


def test_no_name_of_an_actor_can_hide_a_title():
    found = nodes(option())
    title = next(node for node in found if node["id"] == "title-0")

    assert title["symbolSize"] > max(node["symbolSize"] for node in found[:3])
    assert title["itemStyle"]["color"] == "none"


def test_corners_keep_the_picture_in_place_whoever_is_left_out():
    corners = [node for node in nodes(option()) if node["id"].startswith("corner")]

    assert [(node["x"], node["y"]) for node in corners] == [(0, 0), (1100, 600)]


def test_size_follows_the_root_of_the_measure():
    found = option(sizes={BANK.id: 100, FARM.id: 25, STRANGER.id: None})
    bank, farm, stranger = (node["symbolSize"] for node in nodes(found)[:3])

    assert (bank, stranger) == (LARGEST, LEAST)
    assert farm == pytest.approx((LARGEST + LEAST) / 2)


@pytest.mark.parametrize("count", [1, 30, 300, 1000])
def test_marks_are_never_wider_than_their_place(count):
    snapshot = large_snapshot(count, 2 * count)
    found = boxes(snapshot)
    lanes = lane_map(found, [], titles=lane_titles(found, ENGLISH))

    widest = max(node["symbolSize"] for node in nodes(option(snapshot))[:count])

    assert widest <= min(LARGEST, lanes.pitch)


def test_only_the_largest_actors_are_named():
    found = option(large_snapshot(100, 300))

    assert 5 < sum(node["label"]["show"] for node in nodes(found)[:100]) <= 10
    assert sum(node["label"]["show"] for node in nodes(option(named=1))[:3]) == 1


def test_larger_type_leaves_room_for_fewer_names():
    found = option(large_snapshot(100, 300), px=26)

    assert 0 < sum(node["label"]["show"] for node in nodes(found)[:100]) <= 6


def test_names_at_the_edges_stay_on_the_map():
    found = nodes(option(large_snapshot(100, 300)))[:100]

    assert {node["label"].get("align") for node in found if node["x"] < 40} == {"left"}
    assert {node["label"].get("align") for node in found if node["x"] > 1060} == {"right"}
    assert "center" in {node["label"].get("align") for node in found}


def test_tooltips_are_drawn_as_text_and_no_pattern_reads_people_s_words():
    found = option()

    assert found["tooltip"]["renderMode"] == "richText"
    assert "formatter" not in json.dumps(found)


def test_neighbours_stand_out_and_nothing_moves():
    found = option()

    assert found["series"][0]["emphasis"]["focus"] == "adjacency"
    assert found["series"][0]["preserveAspect"] == "contain"
    assert found["animation"] is False


def test_more_relations_are_drawn_fainter():
    few, many = option(), option(large_snapshot(300, 900))

    assert few["series"][0]["lineStyle"]["opacity"] == 0.55
    assert many["series"][0]["lineStyle"]["opacity"] < 0.55


def test_dark_mode_and_the_projector_change_colours_and_sizes():
    light, dark = option(), option(mode="dark")

    assert light["tooltip"]["backgroundColor"] != dark["tooltip"]["backgroundColor"]
    assert option(px=26)["legend"]["textStyle"]["fontSize"] == 25


def test_empty_project_gives_an_option_that_can_be_drawn():
    found = option(Snapshot())

    assert [node["id"] for node in nodes(found)] == ["corner-0", "corner-1"]
