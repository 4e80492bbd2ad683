"""Loose ends of the thread: found one by one, and only where the next stage has begun."""

from datetime import date
from uuid import uuid4

import pytest

from methodology.areas import Failure
from methodology.forces import Challenge
from methodology.loose_ends import LooseEnd, loose_ends
from methodology.options import OptionStatus
from methodology.plan_rules import PlanRules
from methodology.project_sheet import Activity, BudgetItem
from methodology.snapshot import Snapshot
from tests.methodology.thread import (
    AREA,
    BRAND,
    FACTOR,
    IDEALS,
    LINE,
    NEED,
    PEOPLE,
    SCHOOL,
    SUCCESS,
    THREAD,
    TREND,
    key,
    torn,
)


def found(snapshot):
    return {one.end: [element.code for element in one.elements] for one in loose_ends(snapshot)}


def changed(record, **values):
    return record.model_copy(update=values)


OTHER = {
    "trend": changed(TREND, id=key(200), code="TE2", statement="Otra"),
    "factor": changed(FACTOR, id=key(201), code="F12", name="Precio"),
    "option": changed(
        BRAND,
        id=key(202),
        code="O2",
        name="Ruta",
        status=OptionStatus.PARALLEL,
        purchase_factors=(),
    ),
    "success": changed(SUCCESS, id=key(203), code="FE2", name="Crédito", present=None),
    "area": changed(AREA, id=key(204), code="A5", name="Normas"),
    "project": changed(SCHOOL, id=key(205), code="P02", name="Sello", line=None),
}


def test_a_whole_thread_has_no_loose_ends():
    assert found(Snapshot(THREAD)) == {}


def test_an_empty_project_has_none_either():
    assert loose_ends(Snapshot()) == ()


@pytest.mark.parametrize(
    ("snapshot", "end", "codes"),
    [
        (torn(OTHER["trend"]), LooseEnd.TREND, ["TE2"]),
        (torn(OTHER["factor"]), LooseEnd.FACTOR, ["F12"]),
        (torn(OTHER["option"]), LooseEnd.OPTION, ["O2"]),
        (torn(changed(AREA, options=())), LooseEnd.CHOSEN_AREA, ["O1"]),
        (torn(without=(NEED,)), LooseEnd.CHOSEN_SUCCESS, ["O1"]),
        (torn(OTHER["success"]), LooseEnd.SUCCESS, ["FE2"]),
        (torn(changed(AREA, success_factors=())), LooseEnd.UNSERVED, ["FE1"]),
        (torn(changed(AREA, gaps=())), LooseEnd.GAP, ["FC1"]),
        (
            torn(changed(AREA, gaps=(), success_factors=())),
            LooseEnd.AREA,
            ["A4"],
        ),
        (torn(OTHER["area"]), LooseEnd.IDLE_AREA, ["A5"]),
        (torn(OTHER["project"]), LooseEnd.PROJECT, ["P02"]),
    ],
)
def test_each_kind_of_loose_end_is_found(snapshot, end, codes):
    assert found(snapshot)[end] == codes


def test_a_trend_that_a_challenge_takes_up_is_not_loose():
    challenge = Challenge(id=uuid4(), statement="Un reto", trends=(OTHER["trend"].id,))

    assert LooseEnd.TREND not in found(torn(OTHER["trend"], challenge))


@pytest.mark.parametrize(("present", "waiver"), [(3, ""), (2, "Depende de otra ley")])
def test_a_necessary_factor_at_a_fair_level_or_waived_needs_no_project(present, waiver):
    factor = changed(SUCCESS, present=present, waiver=waiver)

    assert LooseEnd.UNSERVED not in found(torn(factor, changed(AREA, success_factors=())))


def test_an_area_that_stays_with_each_firm_needs_no_project():
    private = changed(OTHER["area"], failure=Failure.PRIVATE)

    assert LooseEnd.IDLE_AREA not in found(torn(private))


def test_project_zero_rests_on_all_of_them():
    zero = changed(OTHER["project"], code="P00")

    assert LooseEnd.PROJECT not in found(torn(zero))


@pytest.mark.parametrize(
    ("snapshot", "end"),
    [
        (torn(without=(FACTOR,)), LooseEnd.TREND),
        (torn(without=(BRAND, NEED, *IDEALS)), LooseEnd.FACTOR),
        (torn(without=(AREA,)), LooseEnd.CHOSEN_AREA),
        (torn(without=(AREA,)), LooseEnd.UNSERVED),
        (torn(without=(AREA,)), LooseEnd.PROJECT),
        (torn(without=(SCHOOL,)), LooseEnd.IDLE_AREA),
        (torn(without=(SUCCESS, NEED)), LooseEnd.CHOSEN_SUCCESS),
        (torn(without=(PEOPLE, AREA, LINE, SCHOOL)), LooseEnd.GAP),
    ],
)
def test_what_nobody_has_begun_yet_is_not_missed(snapshot, end):
    assert end not in found(snapshot)


def test_projects_of_low_priority_that_stay_are_told():
    low = changed(SCHOOL, contribution=1, gap_closed=1, reach=1, externality=1, **dict.fromkeys(
        ("cost", "time", "complexity", "dependence"), 5
    ))  # fmt: skip
    thread = [low if one.id == SCHOOL.id else one for one in THREAD]

    assert found(Snapshot(thread)) == {LooseEnd.LOW: [low.code]}


@pytest.mark.parametrize(
    ("opening", "year", "is_late"),
    [
        (date(2026, 11, 1), 2026, False),
        (date(2026, 11, 1), 2027, False),
        (date(2026, 11, 1), 2028, True),  # ends on 31 December 2027
        (date(2026, 11, 16), 2028, False),  # ends on 15 January 2028
        (date(2026, 11, 16), 2029, True),
    ],
)
def test_money_in_a_year_after_the_end_of_its_project_is_told(opening, year, is_late):
    rules = PlanRules(id=key(300), begins_on=opening)
    work = Activity(id=key(301), project=SCHOOL.id, name="Curso", months=14)
    item = BudgetItem(
        id=key(302), project=SCHOOL.id, item="Docentes", year=year, source="firms", amount=100
    )

    ends = found(Snapshot([*THREAD, rules, work, item]))

    assert ends == ({LooseEnd.LATE: [SCHOOL.code]} if is_late else {})
