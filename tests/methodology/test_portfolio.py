"""The projects taken together: order, orientation, leaders, money by line and year."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.action import Category, FirstTag, Leadership, Orientation, Typology
from methodology.mapping import ActorKind
from methodology.plan_rules import PlanRules
from methodology.portfolio import (
    by_line,
    by_year,
    first_projects,
    is_project_zero,
    kinds_in,
    leadership,
    led,
    line_money,
    mix,
    mix_of,
    orientation_of,
    projects,
    taking_part,
)
from methodology.project_sheet import MoneySource
from methodology.snapshot import Snapshot
from tests.cluster import actor, made
from tests.plans import (
    BRAND,
    DAIRY,
    FARM,
    GUILD,
    LABORATORY,
    MARKETS,
    SEED_AMOUNTS,
    TOWN,
    ZERO,
    budget,
    plan,
    project,
)

HOUSE = PlanRules(id=BRAND.id)


def test_trap_20_project_zero_sorts_first_and_ten_after_two():
    rows = [project(code) for code in ("P10", "P1", "P02", "P0", "")]

    assert [one.code for one in projects(Snapshot(rows))] == ["P0", "P1", "P02", "P10", ""]


@pytest.mark.parametrize(
    ("code", "is_zero"),
    [
        ("P00", True),
        ("P0", True),
        ("0", True),
        ("P10", False),
        ("", False),
        ("P", False),
        ("P²", False),
    ],
)
def test_project_zero_is_known_by_its_code(code, is_zero):
    assert is_project_zero(project(code)) is is_zero


def test_trap_16_categories_orientations_and_typologies_are_three_classifications():
    assert (len(Category), len(Orientation), len(Typology)) == (9, 6, 4)
    assert [HOUSE.orientations[category].label for category in Category] == [
        "R&D and innovation",
        "Production",
        "Markets",
        "Human resources",
        "Markets",
        "Production",
        "Organization",
        "Organization",
        "Organization",
    ]


def test_ict_is_never_the_orientation_of_a_category():
    assert Orientation.ICT not in HOUSE.orientations.values()
    assert orientation_of(project("P1", orientation=Orientation.ICT), HOUSE) is Orientation.ICT


def test_the_map_of_orientations_can_be_edited():
    rules = HOUSE.model_copy(update={"suppliers": Orientation.MARKETS})

    assert orientation_of(LABORATORY, HOUSE) is Orientation.PRODUCTION
    assert orientation_of(LABORATORY, rules) is Orientation.MARKETS
    assert orientation_of(project("P1", category=None), rules) is None


def test_mix_of_the_source_has_its_published_figures():
    """Methodology 4.1: exact shares, 0-8-10-15-18-49, HHI 3 087.79."""
    found = mix_of(SEED_AMOUNTS)

    assert found.total == 5_784_649
    assert [one.percent for one in found.slices] == [0, 8, 10, 15, 18, 49]
    assert [round(100 * one.share, 4) for one in found.slices] == [
        0.4146,
        8.2579,
        10.0241,
        14.4911,
        17.9626,
        48.8497,
    ]
    assert found.hhi == pytest.approx(3087.79, abs=0.005)


def test_mix_without_money_is_empty():
    found = mix(Snapshot([BRAND]))

    assert (found.slices, found.hhi, found.total) == ((), None, 0)


@given(st.dictionaries(st.sampled_from([*Orientation, None]), st.integers(0, 10**12)))
def test_money_is_conserved_in_the_mix(amounts):
    found = mix_of(amounts)

    assert found.total == sum(amounts.values())
    assert sum(one.percent for one in found.slices) == (100 if found.total else 0)


def test_lines_have_their_projects_and_what_has_none_comes_first():
    rows = by_line(plan())

    assert [row.line.code if row.line else "" for row in rows] == ["", "L1", "L2"]
    assert [[one.code for one in row.projects] for row in rows] == [
        ["P00"],
        ["P01", "P02"],
        ["P10"],
    ]


def test_a_line_without_projects_stays_visible():
    (row,) = by_line(Snapshot([MARKETS]))

    assert row.projects == ()


def test_money_by_line_and_source_adds_up_to_the_plan():
    rows = line_money(plan())

    assert [row.total for row in rows] == [100_000, 200_000, 100_000]
    assert [row.paid(MoneySource.FIRMS) for row in rows] == [50_000, 100_000, 50_000]


def test_money_by_year_keeps_the_sources_apart():
    snapshot = Snapshot(
        [
            BRAND,
            budget(BRAND, MoneySource.FIRMS, 7, 2028),
            budget(BRAND, MoneySource.PUBLIC, 5, 2027),
            budget(BRAND, MoneySource.PUBLIC, 6, 2027, "Rent"),
        ]
    )

    assert [(row.year, row.total) for row in by_year(snapshot)] == [(2027, 11), (2028, 7)]
    assert by_year(snapshot)[1].amounts == {
        MoneySource.PUBLIC: 0,
        MoneySource.FIRMS: 7,
        MoneySource.OTHER: 0,
    }


@pytest.mark.parametrize(
    ("kind", "side"),
    [
        (ActorKind.PRODUCER, Leadership.PRIVATE),
        (ActorKind.ASSOCIATION, Leadership.PRIVATE),
        (ActorKind.FINANCE, Leadership.PRIVATE),
        (ActorKind.UNIVERSITY, Leadership.PUBLIC),
        (ActorKind.PUBLIC_BODY, Leadership.PUBLIC),
        (None, None),
    ],
)
def test_the_type_of_the_leader_says_who_leads(kind, side):
    leader = actor("Leader", kind)

    assert leadership(Snapshot([leader]), project("P1", leader=leader.id)) is side


def test_what_is_stated_of_the_lead_counts_more_than_the_type():
    leader = actor("Private university", ActorKind.UNIVERSITY)
    stated = project("P1", leader=leader.id, leadership=Leadership.PRIVATE)

    assert leadership(Snapshot([leader]), stated) is Leadership.PRIVATE
    assert leadership(Snapshot(), stated) is None


def test_the_leader_takes_part_once():
    doubled = project("P1", leader=DAIRY.id, actors=(DAIRY.id, FARM.id))

    assert taking_part(doubled) == {DAIRY.id, FARM.id}
    assert kinds_in(plan(), doubled) == {ActorKind.PRODUCER, ActorKind.SUPPLIER}


def test_project_zero_does_not_count_among_the_projects_that_one_leads():
    assert led(plan()) == {DAIRY.id: 2, GUILD.id: 1}
    assert ZERO.leader == GUILD.id


def test_first_projects_begin_with_those_that_build_trust():
    assert [one.code for one in first_projects(plan())] == ["P01", "P10"]


def test_a_first_project_of_several_kinds_stands_by_the_first_of_them():
    urgent = project("P1", tags=(FirstTag.URGENT,))
    both = project("P2", tags=(FirstTag.KEY, FirstTag.TRUST))

    assert [one.code for one in first_projects(Snapshot([urgent, both]))] == ["P2", "P1"]


def test_the_money_of_a_project_whose_line_is_gone_is_not_lost():
    rows = line_money(plan(leaving=(MARKETS,)))

    assert sum(row.total for row in rows) == 400_000
    assert rows[0].line is None


def test_helpers_hold_what_they_say():
    assert made(PlanRules, "x").begins_on is None
    assert TOWN.kind is ActorKind.PUBLIC_BODY
