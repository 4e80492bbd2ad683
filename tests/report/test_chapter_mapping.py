"""Section 3: chain, actors, institutions and the network, against hand-counted clusters."""

from uuid import UUID

import pytest

from methodology.mapping import (
    Actor,
    ActorKind,
    ChainLink,
    Inclusion,
    LinkRole,
    MapSettings,
    Service,
    Tie,
    TieKind,
)
from methodology.project import Language
from methodology.snapshot import Snapshot
from tests.report.word import charts, headings, outline, source_of, tables, text_of, written
from tests.samples import large_snapshot

EN = Language.ENGLISH
FARMS = ChainLink(id=UUID(int=1), name="Farms", role=LinkRole.PRIMARY, order=1)
DAIRIES = ChainLink(id=UUID(int=2), name="Dairies", order=2)
AGEING = ChainLink(id=UUID(int=3), name="Ageing", order=3, missing="Nobody ages cheese here.")
CHAIN = (DAIRIES, AGEING, FARMS)


def _actor(number, kind=ActorKind.PRODUCER, link=DAIRIES, **values):
    name = values.pop("name", f"Actor {number}")
    place = link.id if link else None
    return Actor(id=UUID(int=100 + number), name=name, kind=kind, link=place, **values)


def _tie(number, one, other, kind=TieKind.SUPPLY):
    return Tie(id=UUID(int=500 + number), source=one.id, target=other.id, kind=kind)


def _star():
    """Return a centre with four others: density 0.4, both centralisations 1."""
    actors = [_actor(number, name=name) for number, name in enumerate("HABCD")]
    return [*actors, *(_tie(n, actors[0], actors[n]) for n in range(1, 5))]


def test_the_links_stand_from_inputs_to_the_buyer_with_their_firms():
    actors = [_actor(1), _actor(2), _actor(3, ActorKind.SUPPLIER, FARMS)]

    rows = tables(written(Snapshot([*CHAIN, *actors]), EN))["Links of the chain"]

    assert rows == [
        ["Order", "Link", "Place in the chain", "Missing link", "Firms and buyers"],
        ["1", "Farms", "Primary production", "", "1"],
        ["2", "Dairies", "Transformation", "", "2"],
        ["3", "Ageing", "Transformation", "Nobody ages cheese here.", "0"],
    ]


def test_firms_outside_the_scope_are_not_counted_in_the_links():
    actors = [_actor(1), _actor(2, inclusion=Inclusion.OUTSIDE)]

    found = tables(written(Snapshot([DAIRIES, *actors]), EN))

    assert found["Links of the chain"][1][-1] == "1"
    assert found["Firms and buyers by link and type"][1] == ["Dairies", "1", "Final producer: 1"]


def test_firms_without_a_link_are_counted_apart():
    actors = [_actor(1), _actor(2, link=None), _actor(3, ActorKind.BUYER, None)]

    rows = tables(written(Snapshot([DAIRIES, *actors]), EN))["Firms and buyers by link and type"]

    assert rows[1:] == [
        ["Dairies", "1", "Final producer: 1"],
        ["Link not known", "2", "Final producer: 1; Buyer: 1"],
    ]


def test_actors_by_type_are_drawn_the_most_frequent_on_top():
    actors = [_actor(1), _actor(2), _actor(3, ActorKind.SUPPLIER)]

    drawn = charts(written(Snapshot(actors), EN))

    assert [["Supplier", "Final producer"], ["Actors", 1.0, 2.0]] in [one.cached for one in drawn]


def test_a_small_cluster_is_listed_whole_a_large_one_by_its_core_group():
    few = [_actor(number) for number in range(5)]
    many = [_actor(number, is_core=number < 3) for number in range(80)]

    small, large = (tables(written(Snapshot(actors), EN)) for actors in (few, many))

    assert len(small["Actors of the cluster"]) == 1 + 5
    assert "Actors of the cluster" not in large
    assert len(large["Core group"]) == 1 + 3
    assert "Core group" not in large["Core group"][0]
    assert sum(len(row) > 1 for row in large["Actors of the cluster and around it"]) == 1 + 80


def test_institutions_are_named_by_type_and_their_services_tabled():
    school = _actor(1, ActorKind.TRAINING, None, name="School")
    bank = _actor(2, ActorKind.FINANCE, None, name="Bank")
    course = Service(
        id=UUID(int=9),
        actor=school.id,
        name="Ageing course",
        audience="Dairies",
        description="Two days",
    )

    found = tables(written(Snapshot([school, bank, course]), EN))

    assert found["Institutions around the chain"][1:] == [
        ["Training center", "1", "School"],
        ["Finance", "1", "Bank"],
    ]
    assert found["Services of institutions"][1:] == [
        ["School", "Ageing course", "Dairies"],
        ["Description: Two days"],
    ]


def test_the_measures_of_a_star_are_the_published_ones():
    rows = dict(tables(written(Snapshot(_star()), EN))["The network in numbers"][1:])

    assert rows["Density"].replace(",", ".") == "0.400"
    assert rows["Degree centralization"].replace(",", ".") == "1.000"
    assert rows["Betweenness centralization"].replace(",", ".") == "1.000"
    assert (rows["Actors"], rows["Related pairs"], rows["Connected pieces"]) == ("5", "4", "1")
    assert rows["E–I index by type of actor"].replace(",", ".").replace("−", "-") == "-1.000"


def test_the_best_connected_come_first_and_the_only_broker_is_the_centre():
    found = tables(written(Snapshot(_star()), EN))

    assert [row[0] for row in found["Best connected actors"][1:]] == ["H", "A", "B", "C", "D"]
    assert [row[:3] for row in found["Brokers of the network"][1:]] == [
        ["H", "Final producer", "4"]
    ]


def test_actors_whose_absence_would_split_the_network_are_named():
    lines = [text for _style, text in outline(written(Snapshot(_star()), EN))]

    at = lines.index("Actors whose absence would split the network:")
    assert lines[at + 1] == "H."


def test_relations_are_drawn_by_kind():
    actors = [_actor(number) for number in range(3)]
    ties = [
        _tie(1, actors[0], actors[1]),
        _tie(2, actors[1], actors[2]),
        _tie(3, actors[0], actors[2], TieKind.TRAINING),
    ]

    drawn = charts(written(Snapshot([*actors, *ties]), EN))

    assert [["Training", "Buys and sells"], ["Relations", 1.0, 2.0]] in [
        chart.cached for chart in drawn
    ]


def test_the_settings_of_the_network_stand_under_its_measures():
    settings = MapSettings(id=UUID(int=4), keep_isolates=False)

    source = source_of(written(Snapshot([settings, *_star()]), EN), "The network in numbers")

    assert "Actors without relations are left out." in source


def test_measures_that_are_not_defined_are_not_given_as_zero():
    actors = [_actor(1), _actor(2)]

    rows = dict(
        tables(written(Snapshot([*actors, _tie(1, *actors)]), EN))["The network in numbers"][1:]
    )

    assert rows["Degree centralization"] == "n/d"
    assert rows["Density"].startswith("1")


def test_communities_name_their_best_connected_members():
    rows = tables(written(large_snapshot(80, 160), EN))["Communities of the network"]

    sizes = [int(row[1]) for row in rows[1:]]
    assert sizes == sorted(sizes, reverse=True)
    assert all(row[2].count(";") <= 6 for row in rows[1:])


@pytest.mark.parametrize("records", [(), (DAIRIES,), (DAIRIES, _actor(1))])
def test_a_map_without_relations_has_no_network(records):
    data = written(Snapshot(records), EN)

    assert not any("The network" in heading for heading in headings(data, 2))
    assert "The network in numbers" not in tables(data)


def test_the_directory_has_a_row_for_each_actor_with_the_rest_beneath():
    actor = _actor(
        1,
        name="Dairy",
        code="D1",
        place="Chota",
        employees=12,
        turnover=1_500_000,
        founded=1998,
        website="dairy.example.org",
        notes="Two plants.",
        position="Wants to lead",
    )

    data = written(Snapshot([DAIRIES, actor]), EN)

    rows = tables(data)["Actors of the cluster and around it"]
    assert rows[1][:4] == ["Dairy", "Final producer", "Dairies", "Chota"]
    for words in (
        "Code: D1",
        "Founded: 1998",
        "Website: dairy.example.org",
        "Description: Two plants.",
    ):
        assert words in rows[2][0]
    assert "Wants to lead" not in text_of(data)
    assert not {"Employees", "Turnover"} & {*rows[0]}


def test_relations_are_listed_with_who_reported_them():
    rows = tables(written(Snapshot(_star()), EN))["Relations"]

    assert rows[0] == ["From", "To", "Relation", "Intensity", "Reported by"]
    assert rows[1] == ["H", "A", "Buys and sells", "2", "The team"]
