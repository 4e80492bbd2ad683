"""Parameters of the plan: the defaults of the house and what a team may make of them."""

import pytest
from pydantic import ValidationError

from methodology.action import Category, Orientation, Typology
from methodology.plan_rules import PlanRules, rules_of
from methodology.record import NOBODY
from methodology.snapshot import Snapshot
from tests.cluster import made

WEIGHTS = (
    "contribution", "gap_closed", "reach", "externality",
    "cost", "time", "complexity", "dependence",
)  # fmt: skip


def test_a_project_without_parameters_has_those_of_the_house():
    found = rules_of(Snapshot())

    assert found.id == NOBODY
    assert found.rates == {
        Typology.STRUCTURING: 80,
        Typology.OPEN_NETWORK: 50,
        Typology.CLOSED_NETWORK: 50,
        Typology.INTER_CLUSTER: 70,
    }


def test_categories_count_under_the_orientations_of_the_method():
    assert rules_of(Snapshot()).orientations == {
        Category.INNOVATION: Orientation.RESEARCH,
        Category.EFFICIENCY: Orientation.PRODUCTION,
        Category.BUSINESS: Orientation.MARKETS,
        Category.TRAINING: Orientation.PEOPLE,
        Category.KNOWLEDGE: Orientation.MARKETS,
        Category.SUPPLIERS: Orientation.PRODUCTION,
        Category.REGULATION: Orientation.ORGANISATION,
        Category.INSTITUTIONS: Orientation.ORGANISATION,
        Category.FINANCE: Orientation.ORGANISATION,
    }


def test_trap_16_nine_categories_six_orientations_and_four_typologies_are_three_things():
    assert (len(Category), len(Orientation), len(Typology)) == (9, 6, 4)
    assert Orientation.ICT not in rules_of(Snapshot()).orientations.values()


def test_what_the_team_sets_is_taken_and_the_rest_stays():
    own = made(PlanRules, "r", structuring=90, training=Orientation.ICT, cost=0)
    found = rules_of(Snapshot([own]))

    assert found is own
    assert found.rates[Typology.STRUCTURING] == 90
    assert found.rates[Typology.INTER_CLUSTER] == 70
    assert found.orientations[Category.TRAINING] is Orientation.ICT


@pytest.mark.parametrize("name", ["structuring", "open_network", "closed_network", "inter_cluster"])
@pytest.mark.parametrize("rate", [-1, 101])
def test_a_public_share_lies_between_nothing_and_all(name, rate):
    with pytest.raises(ValidationError, match=name):
        made(PlanRules, "r", **{name: rate})


@pytest.mark.parametrize("name", ["structuring", "inter_cluster"])
@pytest.mark.parametrize("rate", [0, 100])
def test_nothing_and_all_are_public_shares_too(name, rate):
    assert getattr(made(PlanRules, "r", **{name: rate}), name) == rate


@pytest.mark.parametrize("name", WEIGHTS)
def test_criteria_weigh_alike_until_the_team_says_otherwise(name):
    assert getattr(PlanRules(id=NOBODY), name) == 25


@pytest.mark.parametrize("name", WEIGHTS)
def test_a_weight_below_nothing_is_refused(name):
    with pytest.raises(ValidationError, match=name):
        made(PlanRules, "r", **{name: -5})
