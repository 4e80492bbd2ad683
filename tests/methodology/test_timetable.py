"""The timetable of the plan: projects in time, circles named by codes, what begins soon."""

import pytest

from methodology.action import FirstTag
from methodology.schedule import CircularDependency
from methodology.snapshot import Snapshot
from methodology.timetable import early_trust, timetable, timetable_or_none
from tests.plans import BRAND, LABORATORY, SCHOOL, activity, plan, project

FIRST = activity(LABORATORY, "P01.1", 3)
SECOND = activity(LABORATORY, "P01.2", 2, after=(FIRST.id,))
OTHER = activity(SCHOOL, "P02.1", 4, after=(SECOND.id,))


def test_activities_wait_for_those_of_other_projects():
    found = timetable(Snapshot([SCHOOL, LABORATORY, OTHER, SECOND, FIRST]))

    assert [row.project.code for row in found.rows] == ["P01", "P02"]
    assert [(row.start, row.finish) for row in found.rows] == [(0, 5), (5, 9)]
    assert [one.code for one in found.critical_path] == ["P01.1", "P01.2", "P02.1"]
    assert found.months == 9


def test_activities_of_a_project_stand_in_the_order_of_their_start():
    found = timetable(Snapshot([LABORATORY, SECOND, FIRST]))

    assert [one.activity.code for one in found.rows[0].activities] == ["P01.1", "P01.2"]
    assert found.rows[0].is_critical


def test_a_month_is_counted_from_one():
    later = activity(BRAND, "P10.1", 2, start_month=4)
    (row,) = timetable(Snapshot([BRAND, later])).rows

    assert (row.start, row.finish) == (3, 5)


def test_circle_is_named_with_codes_and_where_there_is_none_with_the_name():
    nameless = activity(SCHOOL, "", 1, name="Open day", after=(FIRST.id,))
    circle = FIRST.model_copy(update={"after": (nameless.id,)})
    snapshot = Snapshot([LABORATORY, SCHOOL, circle, nameless])

    with pytest.raises(CircularDependency) as stopped:
        timetable(snapshot)

    assert {*stopped.value.cycles[0]} == {"P01.1", "Open day"}
    assert timetable_or_none(snapshot) is None


def test_without_activities_there_is_no_timetable():
    assert timetable_or_none(Snapshot([BRAND])) is None
    assert timetable(Snapshot([BRAND])).rows == ()


@pytest.mark.parametrize(("month", "is_soon"), [(1, True), (6, True), (7, False)])
def test_trust_project_has_to_begin_in_the_first_six_months(month, is_soon):
    trusted = project("P03", tags=(FirstTag.TRUST,))
    snapshot = Snapshot([trusted, activity(trusted, "P03.1", 2, start_month=month)])

    assert bool(early_trust(snapshot)) is is_soon


def test_early_lane_counts_before_any_gap_or_activity_is_known():
    early = project("P03", tags=(FirstTag.TRUST,), is_early=True, areas=())

    assert early_trust(Snapshot([early])) == [early]
    assert early_trust(Snapshot([project("P04", is_early=True)])) == []


def test_the_plan_of_the_tests_has_its_rows():
    found = timetable(plan())

    assert [row.project.code for row in found.rows] == ["P00", "P01", "P02", "P10"]
    assert found.row(BRAND).finish == 12
    assert found.row(project("P99")) is None
