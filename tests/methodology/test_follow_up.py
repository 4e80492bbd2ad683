"""Monitoring by hand: what indicators follow, their state on a day, risks, dates, baselines."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings

from methodology.action import FirstTag, PlanProject
from methodology.follow_up import (
    course_of,
    first_projects,
    measured,
    next_dates,
    risk_scores,
    standings,
    unmeasured_objectives,
    unmeasured_projects,
)
from methodology.monitoring import (
    FollowUp,
    Frequency,
    Level,
    Measurement,
    MonitoringIndicator,
    Risk,
)
from methodology.progress import Light
from methodology.project_sheet import Degree, ProjectIndicator
from methodology.snapshot import Snapshot
from methodology.take_over import to_take_over
from methodology.vision import Objective
from tests.cluster import made
from tests.samples import snapshots

START, END = date(2026, 1, 1), date(2027, 1, 1)
MIDYEAR = date(2026, 7, 2)  # 182 of 365 days
OBJECTIVE = made(
    Objective,
    code="OE1",
    statement="Sell with a name",
    indicator="Share sold with a name",
    unit="%",
    baseline=Decimal(12),
    baseline_on=START,
    target=Decimal(20),
    target_on=END,
    source="Survey",
)
PROJECT = made(PlanProject, code="P01", name="Chamber", tags=(FirstTag.TRUST,))
SHEET = made(
    ProjectIndicator,
    project=PROJECT.id,
    name="Cheeses ripened",
    unit="kg",
    baseline=Decimal(0),
    baseline_on=START,
    target=Decimal(900),
    verification="Logbook",
)
FOLLOWED = made(MonitoringIndicator, code="I1", name="With a name", objective=OBJECTIVE.id)
OWN = made(
    MonitoringIndicator,
    code="I2",
    name="Visits",
    level=Level.CLUSTER,
    baseline=Decimal(30),
    baseline_on=START,
    target=Decimal(18),
    target_on=END,
    frequency=Frequency.QUARTERLY,
)


def value(indicator, day, number):
    return made(Measurement, indicator=indicator.id, measured_on=day, value=Decimal(str(number)))


def standing(*records, on=MIDYEAR):
    [found] = standings(Snapshot(records), on)
    return found


def test_an_indicator_follows_its_objective_where_it_is_empty():
    found = standing(OBJECTIVE, FOLLOWED)

    assert (found.course.baseline, found.course.target) == (12, 20)
    assert (found.course.baseline_on, found.course.target_on) == (START, END)
    assert (found.unit, found.source) == ("%", "Survey")


def test_what_an_indicator_says_itself_goes_before_what_it_follows():
    own = FOLLOWED.model_copy(update={"target": Decimal(16), "unit": "of 100"})

    found = standing(OBJECTIVE, own)

    assert (found.course.baseline, found.course.target, found.unit) == (12, 16, "of 100")


def test_an_indicator_follows_a_project_s_sheet_with_its_means_of_verification():
    follows = made(MonitoringIndicator, name="Ripened", project_indicator=SHEET.id)

    found = standing(PROJECT, SHEET, follows)

    assert (found.course.target, found.unit, found.source) == (900, "kg", "Logbook")


def test_the_last_value_until_the_day_counts_and_later_ones_do_not():
    values = [value(OWN, date(2026, 9, 1), 18), value(OWN, date(2026, 5, 1), 24)]

    found = standing(OWN, *values)

    assert (found.last.value, found.progress) == (24, Decimal("0.5"))
    assert found.elapsed == Decimal(182) / 365
    assert found.light == Light.GREEN
    assert standing(OWN, *values, on=date(2026, 12, 1)).progress == 1


def test_less_is_better_and_a_step_backwards_is_behind():
    found = standing(OWN, value(OWN, date(2026, 5, 1), 31))

    assert found.light == Light.RED
    assert found.progress < 0


def test_the_next_reading_follows_the_frequency_and_says_when_it_is_overdue():
    never = standing(OWN)
    lately = standing(OWN, value(OWN, date(2026, 6, 1), 28))

    assert never.due_on == date(2026, 4, 1)
    assert never.is_overdue
    assert (lately.due_on, lately.is_overdue) == (date(2026, 9, 1), False)
    assert standing(FOLLOWED).due_on is None


@pytest.mark.parametrize(
    ("frequency", "read", "due"),
    [
        (Frequency.MONTHLY, date(2026, 12, 15), date(2027, 1, 15)),
        (Frequency.MONTHLY, date(2027, 1, 31), date(2027, 2, 28)),
        (Frequency.QUARTERLY, date(2026, 11, 30), date(2027, 2, 28)),
        (Frequency.HALF_YEARLY, date(2026, 6, 30), date(2026, 12, 30)),
        (Frequency.YEARLY, date(2027, 12, 31), date(2028, 12, 31)),
        (Frequency.YEARLY, date(2028, 2, 29), date(2029, 2, 28)),
    ],
)
def test_months_are_those_of_the_calendar_and_short_ones_end_early(frequency, read, due):
    followed = OWN.model_copy(update={"frequency": frequency})

    assert standing(followed, value(followed, read, 28), on=read).due_on == due


def test_a_baseline_ages_until_something_is_measured():
    later = START + timedelta(days=366)

    assert standing(OWN, on=later).is_old
    assert not standing(OWN, on=START + timedelta(days=365)).is_old
    assert not standing(OWN, value(OWN, MIDYEAR, 20), on=later).is_old


def test_values_stand_by_day():
    values = [value(OWN, date(2026, 9, 1), 2), value(OWN, date(2026, 5, 1), 1)]

    assert [row.value for row in measured(Snapshot([OWN, *values]), OWN)] == [1, 2]


def test_risks_stand_by_likelihood_times_damage():
    risks = [
        made(Risk, name="Low", likelihood=Degree.LOW, damage=Degree.HIGH),
        made(Risk, name="Open", likelihood=Degree.HIGH),
        made(Risk, name="Grave", likelihood=Degree.HIGH, damage=Degree.HIGH),
        made(Risk, name="Middle", likelihood=Degree.MEDIUM, damage=Degree.HIGH),
    ]

    found = [(one.risk.name, one.score) for one in risk_scores(Snapshot(risks))]

    assert found == [("Grave", 9), ("Middle", 6), ("Low", 3), ("Open", None)]


def test_open_dates_stand_first_when_overdue():
    late, soon, done = (
        made(FollowUp, name=name, due_on=day, done_on=done)
        for name, day, done in (
            ("late", date(2026, 6, 1), None),
            ("soon", date(2026, 8, 1), None),
            ("done", date(2026, 5, 1), date(2026, 5, 2)),
        )
    )

    assert next_dates(Snapshot([soon, done, late]), MIDYEAR) == (late, soon)


def test_an_objective_is_measured_by_its_own_baseline_or_by_an_indicator_s():
    bare = OBJECTIVE.model_copy(update={"baseline_on": None})
    dated = FOLLOWED.model_copy(update={"baseline_on": START})

    assert unmeasured_objectives(Snapshot([OBJECTIVE])) == ()
    assert unmeasured_objectives(Snapshot([bare])) == (bare,)
    assert unmeasured_objectives(Snapshot([bare, dated])) == ()


def test_a_first_project_is_measured_by_its_sheet_or_by_an_indicator_that_follows_it():
    undated = SHEET.model_copy(update={"baseline_on": None})
    dated = made(MonitoringIndicator, name="D", project_indicator=SHEET.id, baseline_on=START)
    other = made(PlanProject, name="Not first")

    assert first_projects(Snapshot([PROJECT, other])) == (PROJECT,)
    assert unmeasured_projects(Snapshot([PROJECT, SHEET])) == ()
    assert unmeasured_projects(Snapshot([PROJECT, undated])) == (PROJECT,)
    assert unmeasured_projects(Snapshot([PROJECT, undated, dated])) == ()


def test_what_objectives_and_first_projects_measure_can_be_followed_without_typing():
    found = to_take_over(Snapshot([OBJECTIVE, PROJECT, SHEET]))

    assert [(one.name, one.level, one.baseline) for one in found] == [
        ("Share sold with a name", Level.IMPACT, None),
        ("Cheeses ripened", Level.CLUSTER, None),
    ]
    assert course_of(Snapshot([OBJECTIVE, *found]), found[0]).target == 20
    assert to_take_over(Snapshot([OBJECTIVE, PROJECT, SHEET, *found])) == ()


def test_a_name_that_is_taken_gets_its_code():
    taken = made(MonitoringIndicator, name="share sold with a NAME")

    [found] = to_take_over(Snapshot([OBJECTIVE, taken]))

    assert found.name == "Share sold with a name (OE1)"


@settings(max_examples=30)
@given(snapshots(rows=4))
def test_every_indicator_stands_once_and_taking_over_twice_adds_nothing(snapshot):
    rows = standings(snapshot, MIDYEAR)
    found = to_take_over(snapshot)

    assert {row.indicator.id for row in rows} == {
        one.id for one in snapshot.all(MonitoringIndicator)
    }
    assert to_take_over(Snapshot([*snapshot, *found])) == ()
    names = [one.name.casefold() for one in found]
    assert len(set(names)) == len(names)


def test_indicators_and_risks_are_numbered_as_people_count_and_nameless_codes_come_last():
    indicators = [
        made(MonitoringIndicator, f"i{code}", code=code, name=f"Indicator {code}")
        for code in ("I10", "", "I9")
    ]
    dangers = [made(Risk, f"r{code}", code=code, name=f"Risk {code}") for code in ("R11", "", "R2")]
    snapshot = Snapshot([*indicators, *dangers])

    assert [one.indicator.code for one in standings(snapshot, MIDYEAR)] == ["I9", "I10", ""]
    assert [one.risk.code for one in risk_scores(snapshot)] == ["R2", "R11", ""]


def test_levels_go_before_codes():
    one = made(MonitoringIndicator, "a", code="I9", name="A", level=Level.IMPACT)
    other = made(MonitoringIndicator, "b", code="I10", name="B", level=Level.CLUSTER)

    found = standings(Snapshot([one, other]), MIDYEAR)

    assert [each.indicator.code for each in found] == ["I10", "I9"]
