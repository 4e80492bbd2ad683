"""Who pays: the case of the method, estimates until there is a budget, no money lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.action import Typology
from methodology.cofinancing import (
    Cofinancing,
    by_typology,
    cofinancing,
    money,
    public_part,
    together,
)
from methodology.plan_rules import PlanRules, rules_of
from methodology.project_sheet import MoneySource
from methodology.snapshot import Snapshot
from tests.cluster import made
from tests.plans import BRAND, budget, project

SOURCES = st.sampled_from([*MoneySource])


def money_of(owner, *items):
    (found,) = money(Snapshot([owner, *items]))
    return found


def test_oracle_of_the_method():
    """Methodology 1.10: total 500 000, public 322 000, private 178 000, leverage .5528."""
    parts = [(200_000_00, 80), (90_000_00, 50), (150_000_00, 50), (60_000_00, 70)]

    found = cofinancing(parts)

    assert (found.total, found.public, found.private) == (500_000_00, 322_000_00, 178_000_00)
    assert found.leverage == pytest.approx(0.5528, abs=0.00005)


def test_oracle_of_the_method_through_projects_and_the_rates_of_the_house():
    amounts = (
        (Typology.STRUCTURING, 200_000),
        (Typology.OPEN_NETWORK, 90_000),
        (Typology.CLOSED_NETWORK, 150_000),
        (Typology.INTER_CLUSTER, 60_000),
    )
    rows = [
        project(f"P{place}", typology=typology, estimate=100 * amount)
        for place, (typology, amount) in enumerate(amounts)
    ]

    assert by_typology(Snapshot(rows)) == Cofinancing(500_000_00, 322_000_00)
    assert together(money(Snapshot(rows))) == Cofinancing(500_000_00, 322_000_00)


def test_without_public_money_there_is_no_leverage():
    assert Cofinancing(100, 0).leverage is None
    assert cofinancing([]) == Cofinancing(0, 0)


def test_half_a_cent_goes_to_the_public_side():
    assert public_part(1, 50) == 1
    assert public_part(3, 50) == 2


def test_rates_are_the_houses_until_the_team_changes_them():
    rules = made(PlanRules, "r", open_network=65)

    assert [*rules_of(Snapshot()).rates.values()] == [80, 50, 50, 70]
    assert rules_of(Snapshot([rules])).rates[Typology.OPEN_NETWORK] == 65


def test_estimate_stands_in_until_there_is_a_budget():
    idea = project("P01", typology=Typology.STRUCTURING, estimate=1_000)
    budgeted = money_of(idea, budget(idea, MoneySource.FIRMS, 300))

    assert money_of(idea).is_estimate
    assert (money_of(idea).public, money_of(idea).firms) == (800, 200)
    assert (budgeted.total, budgeted.is_estimate, budgeted.allowed) == (300, False, 240)


def test_estimate_without_typology_is_split_by_nobody():
    found = money_of(project("P01", typology=None, estimate=1_000))

    assert (found.public, found.firms, found.allowed) == (1_000, 0, None)
    assert found.is_cofinanced is False
    assert by_typology(Snapshot([project("P01", typology=None, estimate=9)])).total == 0


def test_other_money_is_cofinancing_too():
    found = money_of(
        BRAND, budget(BRAND, MoneySource.OTHER, 50), budget(BRAND, MoneySource.PUBLIC, 50)
    )

    assert found.is_cofinanced
    assert not found.is_over
    assert (found.other, found.firms) == (50, 0)


def test_more_public_money_than_the_typology_grants_is_told():
    found = money_of(
        BRAND, budget(BRAND, MoneySource.PUBLIC, 60), budget(BRAND, MoneySource.FIRMS, 40)
    )

    assert (found.allowed, found.is_over) == (50, True)


@given(st.lists(st.tuples(st.integers(0, 10**12), st.integers(0, 100)), max_size=20))
def test_money_is_conserved(parts):
    found = cofinancing(parts)

    assert found.public + found.private == sum(amount for amount, _rate in parts)
    assert 0 <= found.public <= found.total


@given(st.lists(st.tuples(SOURCES, st.integers(0, 10**12)), max_size=20))
def test_no_line_of_a_budget_is_lost(lines):
    items = [
        budget(BRAND, source, amount, item=f"Item {place}")
        for place, (source, amount) in enumerate(lines)
    ]
    found = money_of(BRAND, *items)

    assert found.total == sum(item.amount for item in items)
    assert found.public + found.firms + found.other == found.total
