"""Roles of brokers: each of the four by hand, and what is no brokerage."""

import networkx as nx
import pytest

from methodology.brokerage import Role, broker_roles, roles_told

BRIDGE = [("a", "x"), ("x", "b")]


@pytest.mark.parametrize(
    ("groups", "role"),
    [
        ("fff", Role.COORDINATOR),
        ("ffi", Role.REPRESENTATIVE),
        ("iff", Role.REPRESENTATIVE),
        ("ifi", Role.ITINERANT),
        ("ifg", Role.LIAISON),
    ],
)
def test_role_follows_from_the_types_of_the_three(groups, role):
    assert broker_roles(BRIDGE, dict(zip("axb", groups, strict=True))) == {"x": {role: 1}}


def test_two_that_are_related_need_no_broker():
    assert broker_roles([*BRIDGE, ("b", "a")], dict.fromkeys("axb", "f")) == {}


def test_relations_are_counted_once_and_loops_not_at_all():
    twice = [*BRIDGE, ("x", "a"), ("x", "x")]

    assert broker_roles(twice, dict.fromkeys("axb", "f")) == {"x": {Role.COORDINATOR: 1}}


@pytest.mark.parametrize("untyped", ["a", "x", "b"])
def test_nobody_without_a_type_brokers_or_is_brokered(untyped):
    groups = dict.fromkeys("axb", "f") | {untyped: None}

    assert broker_roles(BRIDGE, groups) == {}


def test_hub_of_a_star_brings_together_every_pair():
    groups = {"hub": "i", "f1": "f", "f2": "f", "f3": "f", "i1": "i", "g1": "g"}
    star = [("hub", end) for end in groups if end != "hub"]

    assert broker_roles(star, groups) == {
        "hub": {Role.ITINERANT: 3, Role.REPRESENTATIVE: 4, Role.LIAISON: 3}
    }  # ten pairs: f–f three; i1 with four others; g1 with three f


def test_medici_of_one_type_coordinate_all_pairs_of_in_laws_but_one():
    marriages = nx.florentine_families_graph()

    roles = broker_roles(marriages.edges, dict.fromkeys(marriages, "family"))

    assert roles["Medici"] == {Role.COORDINATOR: 14}  # 15 pairs; Ridolfi married a Tornabuoni
    assert "Pazzi" not in roles


def test_roles_are_told_the_most_frequent_first():
    told = roles_told({Role.COORDINATOR: 1, Role.LIAISON: 3, Role.ITINERANT: 1})

    assert str(told) == "Liaison 3, Coordinator 1, Itinerant 1"
    assert str(roles_told({})) == ""
