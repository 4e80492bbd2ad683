"""The 26 weeks: plan, today, slippage and the three public presentations."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.calendar import against_plan, calendar, sessions, week_of
from methodology.process import Meeting, MeetingKind, StageWindow
from methodology.project import Project
from methodology.snapshot import Snapshot
from methodology.stage import WEEKS, Stage
from methodology.validation import Invalid, check
from tests.cluster import made

START = date(2026, 1, 5)


def project(**values):
    return made(Project, "p", **{"name": "Quesos", "starts_on": START, **values})


def window(stage, first, last, **values):
    return made(StageWindow, stage, planned_stage=stage, first_week=first, last_week=last, **values)


def event(stage, held_on, kind=MeetingKind.PUBLIC_EVENT):
    return made(Meeting, "", name=str(held_on), kind=kind, about_stage=stage, held_on=held_on)


def weeks(number):
    return START + timedelta(weeks=number - 1)


def row(found, stage):
    return next(one for one in found.stages if one.stage == stage)


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (START, 1),
        (START + timedelta(days=6), 1),
        (START + timedelta(days=7), 2),
        (START - timedelta(days=1), 0),
        (START - timedelta(days=8), -1),
        (START + timedelta(weeks=26), 27),
    ],
)
def test_weeks_are_counted_from_the_first_day(day, week):
    assert week_of(START, day) == week


def test_project_without_a_first_day_has_no_weeks_of_today():
    found = calendar(Snapshot([project(starts_on=None)]), START)

    assert (found.week, found.day(3)) == (None, None)
    assert all(one.slippage == 0 for one in found.stages)


def test_plan_is_the_methods_unless_the_team_moved_a_stage():
    found = calendar(Snapshot([project(), window(Stage.SCOPE, 2, 5)]), START)

    assert [one.stage.number for one in found.stages] == [*range(1, 12)]
    assert (row(found, Stage.SCOPE).first_week, row(found, Stage.SCOPE).last_week) == (2, 5)
    assert (row(found, Stage.MAPPING).first_week, row(found, Stage.MAPPING).last_week) == (2, 9)


def test_open_stage_slips_from_its_last_week_on():
    assert row(calendar(Snapshot([project()]), weeks(3)), Stage.SCOPE).slippage == 0
    assert row(calendar(Snapshot([project()]), weeks(6)), Stage.SCOPE).slippage == 3


def test_closed_stage_slips_no_further():
    late = window(Stage.SCOPE, 1, 3, closed_on=weeks(5))

    found = row(calendar(Snapshot([project(), late]), weeks(20)), Stage.SCOPE)

    assert (found.closed_week, found.slippage) == (5, 2)


def test_stage_closed_early_does_not_slip():
    early = window(Stage.SCOPE, 1, 3, closed_on=weeks(2))

    assert row(calendar(Snapshot([project(), early]), weeks(20)), Stage.SCOPE).slippage == 0


def test_milestones_stand_in_their_planned_weeks_until_they_have_a_date():
    found = calendar(Snapshot([project()]), START).milestones

    assert [(one.number, one.week, one.is_held) for one in found] == [
        (1, 10, False),
        (2, 20, False),
        (3, 26, False),
    ]


def test_public_presentation_of_a_phase_is_its_milestone():
    snapshot = Snapshot(
        [project(), event(Stage.ATTRACTIVENESS, weeks(12)), event(Stage.VISION, weeks(19))]
    )

    challenges, strategy, actions = calendar(snapshot, weeks(13)).milestones

    assert (challenges.week, challenges.on, challenges.is_held) == (12, weeks(12), True)
    assert (strategy.week, strategy.is_held) == (19, False)
    assert (actions.on, actions.is_held) == (None, False)


def test_workshop_is_no_milestone():
    snapshot = Snapshot([project(), event(Stage.ATTRACTIVENESS, weeks(12), MeetingKind.WORKSHOP)])

    assert calendar(snapshot, weeks(13)).milestones[0].week == 10


def test_calendar_grows_with_a_plan_that_runs_longer():
    assert calendar(Snapshot([project()]), START).weeks == WEEKS
    assert calendar(Snapshot([project(), window(Stage.MONITORING, 25, 31)]), START).weeks == 31


def test_week_knows_its_day():
    assert calendar(Snapshot([project()]), START).day(3) == START + timedelta(days=14)


def test_a_stage_may_last_one_week_and_no_stage_ends_before_it_begins():
    found = row(calendar(Snapshot([project(), window(Stage.SCOPE, 5, 5)]), weeks(7)), Stage.SCOPE)

    assert (found.first_week, found.last_week, found.slippage) == (5, 5, 2)
    with pytest.raises(Invalid, match=r"The last week \(2\) comes before the first \(5\)\."):
        check(StageWindow, {**dict(window(Stage.SCOPE, 5, 5)), "last_week": 2})


@given(st.sampled_from(Stage), st.integers(1, WEEKS), st.integers(0, WEEKS), st.integers(1, 80))
def test_weeks_late_are_those_beyond_the_last_week_that_is_drawn(stage, first, more, now):
    planned = window(stage, first, first + more)
    rows = calendar(Snapshot([project(), planned]), weeks(now)).stages

    assert [one.slippage for one in rows] == [max(0, now - one.last_week) for one in rows]


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-400, 400))
def test_every_day_falls_in_the_week_that_begins_last(start, days):
    day = start + timedelta(days=days)
    found = calendar(Snapshot([project(starts_on=start)]), day)

    assert found.day(found.week) <= day < found.day(found.week + 1)


@pytest.mark.parametrize(
    ("closed", "words"),
    [
        (weeks(2), "Weeks early: 1"),
        (weeks(3), "In time"),
        (weeks(5), "Weeks late: 2"),
    ],
)
def test_a_closed_stage_stands_against_its_plan_in_words(closed, words):
    found = calendar(Snapshot([project(), window(Stage.SCOPE, 1, 3, closed_on=closed)]), weeks(9))

    assert against_plan(row(found, Stage.SCOPE)).text(str) == words


def test_an_open_stage_is_late_only_after_its_last_week():
    snapshot = Snapshot([project(), window(Stage.SCOPE, 1, 3)])

    assert against_plan(row(calendar(snapshot, weeks(3)), Stage.SCOPE)) is None
    assert against_plan(row(calendar(snapshot, weeks(4)), Stage.SCOPE)).text(str) == "Weeks late: 1"


def test_meetings_stand_in_their_week_by_date_and_undated_ones_nowhere():
    later, sooner = event(Stage.VISION, weeks(20)), event(Stage.SCOPE, weeks(2))
    undated = event(Stage.SCOPE, None)

    found = sessions(Snapshot([project(), later, sooner, undated]), weeks(10))

    assert [(one.stage, one.week, one.is_held) for one in found] == [
        (Stage.SCOPE, 2, True),
        (Stage.VISION, 20, False),
    ]
    assert sessions(Snapshot([project(starts_on=None), sooner]), weeks(10)) == ()
