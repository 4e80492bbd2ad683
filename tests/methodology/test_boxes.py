"""The boxes of the map: chain in order, institutions around, nobody lost."""

from hypothesis import given, settings

from methodology.boxes import BANDS, UNPLACED, Side, box_key, boxes, empty_links, ordered_links
from methodology.mapping import Actor, ActorKind, Inclusion, LinkRole
from methodology.snapshot import Snapshot
from tests.cluster import actor, link
from tests.samples import snapshots

MILK = link("Milk", 1, LinkRole.PRIMARY)
CHEESE = link("Cheese", 2)
BOXES = link("Packaging", 1, LinkRole.AUXILIARY)


def drawn(*records):
    return [
        (box.title or box.label, box.side, [one.name for one in box.actors])
        for box in boxes(Snapshot(records))
    ]


def test_links_come_in_order_with_auxiliaries_last():
    snapshot = Snapshot([BOXES, CHEESE, MILK])

    assert ordered_links(snapshot) == (MILK, CHEESE, BOXES)


def test_links_of_the_same_order_follow_their_place_in_the_chain_then_their_entry():
    links = [link("Buyers", role=LinkRole.BUYERS), link("Milk"), link("Cheese")]

    assert [one.name for one in ordered_links(Snapshot(links))] == ["Milk", "Cheese", "Buyers"]


def test_firms_stand_in_their_link_and_institutions_around():
    found = drawn(
        MILK,
        CHEESE,
        BOXES,
        actor("Dairy", link=CHEESE.id),
        actor("Farm", ActorKind.SUPPLIER, link=MILK.id),
        actor("Box maker", ActorKind.AUXILIARY, link=BOXES.id),
        actor("Bank", ActorKind.FINANCE),
        actor("School", ActorKind.TRAINING),
    )

    assert found == [
        ("Milk", Side.CHAIN, ["Farm"]),
        ("Cheese", Side.CHAIN, ["Dairy"]),
        ("Packaging", Side.BENEATH, ["Box maker"]),
        ("Training center", Side.ABOVE, ["School"]),
        ("Finance", Side.BELOW, ["Bank"]),
    ]


def test_firm_without_a_link_has_a_box_of_its_own():
    assert drawn(actor("Dairy")) == [(UNPLACED, Side.CHAIN, ["Dairy"])]


def test_institution_with_a_link_still_stands_in_its_band():
    bank = actor("Bank", ActorKind.FINANCE, link=CHEESE.id)

    assert box_key(Snapshot([CHEESE, bank]), bank) == "finance"


def test_actor_whose_link_was_deleted_counts_as_without_one():
    assert box_key(Snapshot([]), actor("Dairy", link=CHEESE.id)) == ""


def test_every_type_that_is_no_firm_has_a_band():
    assert {*BANDS} == {kind for kind in ActorKind if not kind.is_in_chain}


def test_actors_stand_by_name_whatever_the_order_of_entry():
    assert drawn(actor("b"), actor("A"), actor("c"))[0][2] == ["A", "b", "c"]


def test_link_that_nobody_fills_is_missing():
    outside = actor("Far dairy", link=CHEESE.id, inclusion=Inclusion.OUTSIDE)
    snapshot = Snapshot([MILK, CHEESE, outside])

    assert empty_links(snapshot) == (MILK, CHEESE)
    assert [box.is_missing for box in boxes(snapshot)] == [True, False]


@settings(max_examples=30)
@given(snapshots())
def test_nobody_is_lost_or_drawn_twice(snapshot):
    placed = [one.id for box in boxes(snapshot) for one in box.actors]

    assert len(placed) == len({*placed})
    assert {*placed} == {one.id for one in snapshot.all(Actor)}
