"""The checks of the action plan: met by a plan that lacks nothing, and what each one misses."""

from datetime import date
from decimal import Decimal

import pytest

from methodology.action import FirstTag, Readiness
from methodology.areas import Failure
from methodology.gates import verdicts
from methodology.project_sheet import MoneySource
from methodology.project_zero import ManagerTask
from methodology.published import PublishedCode, renumbered, to_publish
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.cluster import made
from tests.plans import (
    BRAND,
    DAIRY,
    GUILD,
    IMAGE,
    LABORATORY,
    MARKETS,
    MILK,
    SCHOOL,
    TOWN,
    ZERO,
    activity,
    budget,
    plan,
    project,
)

DAY = date(2026, 11, 13)
TASK = made(ManagerTask, "v", name="Visits", monthly_target=Decimal(12))


def judged(key, snapshot):
    """Return whether a check is met, and the sentence behind it."""
    (found,) = [
        one
        for one in verdicts(snapshot, Stage.ACTION_PLAN)
        if one.check.key == f"action_plan.{key}"
    ]
    return found.is_met, str(found.detail)


def changed(record, **values):
    return record.model_copy(update=values)


def test_a_plan_that_lacks_nothing_meets_every_check():
    open_ones = [one for one in verdicts(plan(TASK), Stage.ACTION_PLAN) if not one.is_met]

    assert [(one.check.key, str(one.detail)) for one in open_ones] == []


def test_an_empty_project_meets_none_and_says_why():
    found = verdicts(Snapshot(), Stage.ACTION_PLAN)

    assert not any(one.is_met for one in found)
    assert all(str(one.detail).endswith("yet.") or "trust" in str(one.detail) for one in found)


def test_area_without_a_project_is_named():
    elsewhere = changed(BRAND, areas=(MILK.id,))

    assert judged("areas", plan(elsewhere)) == (False, "Areas without a project: A2.")
    assert judged("areas", plan()) == (True, "Improvement areas with projects: 2.")


def test_a_project_that_names_no_area_serves_those_of_its_line():
    unnamed = changed(BRAND, areas=())
    bare = changed(MARKETS, areas=())

    assert judged("areas", plan(unnamed)) == (True, "Improvement areas with projects: 2.")
    assert judged("areas", plan(unnamed, bare)) == (False, "Areas without a project: A2.")


def test_an_area_that_stays_with_each_firm_needs_no_project():
    private = changed(IMAGE, failure=Failure.PRIVATE)
    elsewhere = changed(BRAND, areas=(MILK.id,))

    assert judged("areas", plan(private, elsewhere)) == (
        True,
        "Improvement areas with projects: 1.",
    )


def test_three_actors_count_the_leader_once():
    assert judged("actors", plan(changed(BRAND, actors=(TOWN.id, DAIRY.id)))) == (
        False,
        "With fewer than three actors: P10.",
    )
    assert judged("actors", plan())[0]


def test_leader_is_wanted_even_with_three_actors():
    crowd = changed(BRAND, leader=None, actors=(DAIRY.id, GUILD.id, TOWN.id))

    assert judged("leaders", plan(crowd)) == (False, "Without a leader: P10.")
    assert judged("actors", plan(crowd))[0]


def test_project_that_the_public_side_pays_alone_is_named():
    alone = budget(BRAND, MoneySource.FIRMS, 0)

    assert judged("cofinanced", plan(alone)) == (
        False,
        "Without money of firms or others: P10.",
    )


def test_public_money_above_the_typology_is_named():
    more = budget(BRAND, MoneySource.PUBLIC, 60_000)

    assert judged("rates", plan(more)) == (
        False,
        "Without typology, or above its public share: P10.",
    )
    assert judged("rates", plan(changed(BRAND, typology=None)))[0] is False
    assert judged("rates", Snapshot([project("P01", typology=None, estimate=1_000)]))[0] is False


def test_circle_is_told_by_its_codes():
    one, two = activity(SCHOOL, "P02.8", 1), activity(SCHOOL, "P02.9", 1)
    circle = plan(changed(one, after=(two.id,)), changed(two, after=(one.id,)))

    is_met, said = judged("no_cycles", circle)

    assert not is_met
    assert said in (
        "These activities wait for each other: P02.8 → P02.9 → P02.8.",
        "These activities wait for each other: P02.9 → P02.8 → P02.9.",
    )


def test_every_project_needs_activities():
    idle = project("P07")

    assert judged("no_cycles", plan(idle)) == (False, "Without activities: P07.")
    assert judged("no_cycles", plan()) == (True, "Activities: 5; the plan takes 36 months.")


def test_line_without_a_ready_project_is_named():
    draft = changed(BRAND, readiness=Readiness.PROFILE)

    assert judged("ready", plan(draft)) == (False, "Lines without a ready project: L2.")
    assert judged("ready", plan(leaving=(MARKETS,)))[0]


def test_money_without_orientation_is_named_and_the_rest_adds_up():
    assert judged("oriented", plan(changed(BRAND, category=None))) == (
        False,
        "Without category or orientation: P10.",
    )
    assert judged("oriented", plan()) == (
        True,
        "Money by orientation: Markets 25%, Organization 25%, Human resources 25%, Production 25%.",
    )


def test_trust_project_is_wanted_soon():
    late = activity(LABORATORY, "P01.1", 3, start_month=9)
    later = activity(LABORATORY, "P01.2", 4, start_month=9)

    assert judged("trust", plan(late, later))[0] is False
    assert judged("trust", plan(late, later, changed(LABORATORY, is_early=True)))[0]
    assert judged("trust", plan()) == (True, "Trust projects in the first six months: P01.")


@pytest.mark.parametrize(("more", "is_met"), [(1, True), (2, False)])
def test_nobody_leads_more_than_three(more, is_met):
    rows = [project(f"P2{place}") for place in range(more)]
    said = (
        "Most projects led by one actor: 3."
        if is_met
        else ("They lead more than three projects: Dairy (4).")
    )

    assert judged("shared_lead", plan(*rows)) == (is_met, said)


def test_three_of_five_need_a_private_leader_and_project_zero_does_not_count():
    public = changed(ZERO, leader=TOWN.id)
    others = [changed(BRAND, leader=TOWN.id), changed(SCHOOL, leader=TOWN.id)]

    assert judged("privately_led", plan(public)) == (
        True,
        "Projects with a private leader: 3 of 3.",
    )
    assert judged("privately_led", plan(*others))[0] is False


def test_exactly_three_of_five_are_enough():
    public = [project(f"P2{place}", leader=TOWN.id) for place in range(2)]

    assert judged("privately_led", plan(*public)) == (
        True,
        "Projects with a private leader: 3 of 5.",
    )


def test_project_zero_needs_targets():
    vague = made(ManagerTask, "f", name="Forums")

    assert judged("project_zero", plan()) == (False, "Project 0 has no activities yet.")
    assert judged("project_zero", plan(TASK, vague)) == (
        False,
        "Activities of project 0 with a monthly target: 1 of 2.",
    )


def test_long_lists_are_cut():
    rows = [project(f"P3{place}", leader=None) for place in range(9)]

    assert judged("leaders", plan(*rows))[1].endswith("P35, … (+3).")


def test_project_without_a_code_is_named():
    assert judged("codes", plan(project("", name="Fair")))[1] == "Without a code: Fair."


def test_trap_20_published_codes_are_never_given_away():
    published = to_publish(plan(), 4, DAY)
    swapped = plan(changed(BRAND, code="P11"), changed(SCHOOL, code="P10"), *published)

    assert judged("codes", plan(*published))[0]
    assert judged("codes", swapped) == (
        False,
        "Renumbered after publication: P02 of document 4 is now P10, "
        "P10 was another project in document 4.",
    )


def test_a_project_that_was_dropped_keeps_its_code_free():
    published = to_publish(plan(), 4, DAY)

    assert renumbered(plan(*published, leaving=(BRAND,))) == ()
    taken = plan(
        *published,
        project("P10", name="Other").model_copy(update={"id": TOWN.id}),
        leaving=(BRAND,),
    )
    assert [str(one) for one in renumbered(taken)] == ["P10 was another project in document 4"]


def test_codes_are_noted_once():
    first = to_publish(plan(), 1, DAY)
    again = to_publish(plan(*first, project("P20")), 2, DAY)

    assert {one.code for one in first} == {"P00", "P01", "P02", "P10"}
    assert [(one.code, one.number) for one in again] == [("P20", 2)]
    assert all(isinstance(one, PublishedCode) for one in first)


def test_tags_alone_do_not_make_a_trust_project_early():
    assert FirstTag.TRUST not in BRAND.tags
    assert IMAGE.code == "A2"


@pytest.mark.parametrize(("count", "tail"), [(6, ""), (7, ", … (+1)"), (40, ", … (+34)")])
def test_six_projects_are_named_and_the_others_counted(count, tail):
    bare = [project(f"P{place:02}", leader=None) for place in range(1, count + 1)]

    is_met, said = judged("leaders", Snapshot(bare))

    assert not is_met
    assert said == f"Without a leader: P01, P02, P03, P04, P05, P06{tail}."
