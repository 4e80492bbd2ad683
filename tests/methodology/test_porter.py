"""The map as boxes: counts, names, and only the flows worth drawing."""

from hypothesis import given, settings

from methodology.boxes import Side
from methodology.mapping import Actor, ActorKind, Inclusion, MapSettings
from methodology.network import build_graph, settings_of
from methodology.porter import DRAWN, porter_map
from methodology.snapshot import Snapshot
from tests.cluster import actor, link, made, tie
from tests.samples import large_snapshot, snapshots

MILK, CHEESE, AGING = link("Milk", 1), link("Cheese", 2), link("Aging", 3, missing="Done in Lima")


def farms(count):
    return [actor(f"Farm {number}", ActorKind.SUPPLIER, link=MILK.id) for number in range(count)]


def test_box_counts_everybody_and_names_the_best_connected():
    everyone, dairy = farms(7), actor("Dairy", link=CHEESE.id)
    ties = [tie(everyone[6], dairy), tie(everyone[6], everyone[5])]

    found = porter_map(Snapshot([MILK, CHEESE, *everyone, dairy, *ties]), named=3)

    milk = found.columns[0]
    assert (milk.title, milk.count) == ("Milk", 7)
    assert milk.names == ("Farm 6", "Farm 5", "Farm 0")


def test_missing_link_says_what_is_done_instead():
    found = porter_map(Snapshot([AGING]))

    assert (found.columns[0].count, found.columns[0].missing) == (0, "Done in Lima")


def test_bands_stand_around_the_chain():
    found = porter_map(
        Snapshot([MILK, actor("School", ActorKind.TRAINING), actor("Bank", ActorKind.FINANCE)])
    )

    assert [box.label for box in found.side(Side.ABOVE)] == ["Training center"]
    assert [box.label for box in found.side(Side.BELOW)] == ["Finance"]
    assert [box.title for box in found.columns] == ["Milk"]


def test_flow_goes_from_the_earlier_link_to_the_later_one():
    farm, dairy = farms(1)[0], actor("Dairy", link=CHEESE.id)

    found = porter_map(Snapshot([MILK, CHEESE, farm, dairy, tie(dairy, farm)]))

    assert [(flow.source, flow.target, flow.count) for flow in found.flows] == [
        (str(MILK.id), str(CHEESE.id), 1)
    ]


def test_flow_of_a_quarter_of_the_largest_is_not_drawn():
    everyone, dairy, bank = (
        farms(4),
        actor("Dairy", link=CHEESE.id),
        actor("Bank", ActorKind.FINANCE),
    )
    ties = [*(tie(farm, dairy) for farm in everyone), tie(everyone[0], bank)]

    found = porter_map(Snapshot([MILK, CHEESE, *everyone, dairy, bank, *ties]))

    assert [flow.count for flow in found.flows] == [4]
    assert found.relations == 5


def test_relations_inside_a_box_are_no_flow():
    one, other = farms(2)

    assert porter_map(Snapshot([MILK, one, other, tie(one, other)])).flows == ()


def test_settings_decide_who_is_counted():
    near = actor("Near", link=MILK.id, inclusion=Inclusion.INSIDE)
    far = actor("Far", link=MILK.id, inclusion=Inclusion.OUTSIDE)
    only = made(MapSettings, "s", inside_only=True)

    assert porter_map(Snapshot([MILK, near, far])).columns[0].count == 2
    assert porter_map(Snapshot([MILK, near, far, only])).columns[0].count == 1


def test_actors_without_relations_are_counted_whatever_the_measures_do():
    alone = made(MapSettings, "s", keep_isolates=False)

    assert porter_map(Snapshot([MILK, *farms(3), alone])).columns[0].count == 3


def test_empty_project_has_an_empty_map():
    assert porter_map(Snapshot()).boxes == ()


def test_thousand_actors_give_few_flows():
    found = porter_map(large_snapshot(1000, 3000))
    counts = [flow.count for flow in found.flows]

    assert counts == sorted(counts, reverse=True)
    assert all(count > DRAWN * counts[0] for count in counts)
    assert len(counts) < 15


@settings(max_examples=30)
@given(snapshots())
def test_boxes_add_up_to_the_actors_and_flows_to_no_more_than_the_relations(snapshot):
    found = porter_map(snapshot)
    graph = build_graph(snapshot, settings_of(snapshot))

    assert sum(flow.count for flow in found.flows) <= found.relations == graph.number_of_edges()
    if not settings_of(snapshot).inside_only:
        assert sum(box.count for box in found.boxes) == len(snapshot.all(Actor))
