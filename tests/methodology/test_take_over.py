"""Indicators that objectives and first projects bring into the monitoring by themselves."""

import pytest

from methodology.action import FirstTag
from methodology.monitoring import Level, MonitoringIndicator
from methodology.project_sheet import ProjectIndicator
from methodology.snapshot import Snapshot
from methodology.take_over import to_take_over
from methodology.vision import Objective
from tests import plans
from tests.cluster import made

SALES = made(Objective, "OE1", code="OE1", statement="Sell more", indicator="Sales in shops")
FIRST = plans.project("P01", tags=(FirstTag.TRUST,))
LATER = plans.project("P02", tags=())


def row(owner, name="Lots of constant taste"):
    return made(ProjectIndicator, f"{owner.code}{name}", project=owner.id, name=name)


def taken(*records):
    return [(one.name, one.level) for one in to_take_over(Snapshot(records))]


def test_an_empty_project_brings_nothing():
    assert to_take_over(Snapshot()) == ()


def test_the_indicator_of_an_objective_becomes_one_of_impact():
    found = to_take_over(Snapshot([SALES]))

    assert [(one.name, one.level, one.objective, one.project_indicator) for one in found] == [
        ("Sales in shops", Level.IMPACT, SALES.id, None)
    ]


def test_an_objective_without_an_indicator_brings_none():
    assert taken(SALES.model_copy(update={"indicator": ""})) == []


def test_the_indicators_of_first_projects_are_followed_in_the_cluster_those_of_others_are_not():
    assert taken(FIRST, LATER, row(FIRST), row(LATER, "Pupils")) == [
        ("Lots of constant taste", Level.CLUSTER)
    ]


def test_what_is_followed_already_is_not_brought_again():
    first = to_take_over(Snapshot([SALES, FIRST, row(FIRST)]))

    assert to_take_over(Snapshot([SALES, FIRST, row(FIRST), *first])) == ()


def test_taking_over_twice_gives_the_same_ids():
    snapshot = Snapshot([SALES, FIRST, row(FIRST)])

    assert to_take_over(snapshot) == to_take_over(snapshot)


def test_a_name_that_is_taken_gets_the_code_and_then_numbers():
    own = made(MonitoringIndicator, "own", name="SALES IN SHOPS", level=Level.CLUSTER)
    twin = made(Objective, "OE2", code="OE2", statement="More", indicator="sales in shops")
    third = made(Objective, "OE1b", code="OE1", statement="Again", indicator="Sales in shops")

    assert [name for name, _level in taken(own, SALES, twin, third)] == [
        "Sales in shops (OE1)",
        "sales in shops (OE2)",
        "Sales in shops (3)",
    ]


def test_without_a_code_a_taken_name_is_numbered():
    nameless = SALES.model_copy(update={"code": ""})
    own = made(MonitoringIndicator, "own", name="Sales in shops", level=Level.CLUSTER)

    assert [name for name, _level in taken(own, nameless)] == ["Sales in shops (2)"]


@pytest.mark.parametrize("length", [200, 245, 250])
def test_a_long_name_is_cut_before_its_code_so_that_it_still_fits(length):
    long = SALES.model_copy(update={"indicator": "n" * length})
    own = made(MonitoringIndicator, "own", name="n" * length, level=Level.CLUSTER)

    (found,) = to_take_over(Snapshot([own, long]))

    assert found.name == "n" * min(length, 250 - len(" (OE1)")) + " (OE1)"
    assert len(found.name) <= 250
