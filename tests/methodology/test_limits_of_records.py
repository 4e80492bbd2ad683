"""Records of strategy, areas, plan and monitoring: what their fields take and refuse."""

from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from methodology.action import ActionLine, FirstTag, PlanProject, Readiness, Typology
from methodology.areas import AreaRule, Failure, ImprovementArea
from methodology.diamond import Determinant, DiamondFactor, Ideal
from methodology.governance import Organ, OrganKind, Seat
from methodology.monitoring import Frequency, Level, MonitoringIndicator, Sustainability
from methodology.options import OptionCriterion, OptionStatus, PriorityVote, StrategicOption
from methodology.project_sheet import Activity, BudgetItem, MoneySource
from methodology.project_zero import ManagerProfile, ManagerTask
from methodology.vision import Objective, VisionVersion
from tests.cluster import made
from tests.voting import key

DAY = date(2026, 9, 30)


def refused(cls, field, value, **given):
    with pytest.raises(ValidationError, match=field):
        made(cls, "r", **{**given, field: value})


@pytest.mark.parametrize("field", ["approvals", "voters"])
def test_ballots_on_a_vision_cannot_be_fewer_than_none(field):
    refused(VisionVersion, field, -1, name="Draft A")


def test_a_draft_needs_a_name_and_nothing_else():
    draft = made(VisionVersion, "d", name="Draft A")

    assert (draft.text, draft.consent, draft.adopted_on) == ("", None, None)
    refused(VisionVersion, "name", "")


def test_a_project_is_not_estimated_at_less_than_nothing():
    refused(PlanProject, "estimate", -1, name="Laboratory")

    assert made(PlanProject, "p", name="Laboratory", estimate=0).estimate == 0


@pytest.mark.parametrize("value", ["0.00001", "1e20"])
def test_a_reading_has_four_decimals_and_eighteen_digits_at_most(value):
    refused(Objective, "baseline", Decimal(value), statement="Sell more")


@pytest.mark.parametrize("value", ["0", "-3.5", "99999999999999.9999"])
def test_a_baseline_may_be_nothing_less_than_nothing_or_large(value):
    found = made(Objective, "o", statement="Sell more", baseline=Decimal(value))

    assert found.baseline == Decimal(value)


@pytest.mark.parametrize(
    ("field", "value"),
    [("least_gap", 0), ("least_gap", 5), ("least_priority", 0), ("least_priority", 21)],
)
def test_a_rule_for_gaps_stays_within_what_a_gap_can_be(field, value):
    refused(AreaRule, field, value)


def test_the_rule_of_the_method_keeps_a_step_of_priority_six():
    rule = made(AreaRule, "r")

    assert (rule.least_gap, rule.least_priority) == (1, 6)


def test_every_failure_but_the_private_one_is_a_reason_to_act_together():
    assert [one for one in Failure if one.label.startswith("None")] == [Failure.PRIVATE]
    assert all(one.meaning for one in Failure)
    assert made(ImprovementArea, "a", name="Milk").failure is None


@pytest.mark.parametrize("group", [*Determinant])
def test_chance_alone_is_an_exposure(group):
    factor = made(DiamondFactor, "f", name="Weather", determinant=group)

    assert factor.is_chance is (group is Determinant.CHANCE)


@pytest.mark.parametrize("need", [0, 6])
def test_an_ideal_lies_on_the_scale_and_weighs_three_unless_said_otherwise(need):
    given = {"factor": key(1), "option": key(2)}

    refused(Ideal, "need", need, **given)
    assert made(Ideal, "i", need=5, **given).weight == 3


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("rank", 0), ("rank", 100), ("points", Decimal(-1)), ("horizon", 0), ("horizon", 31),
        ("market_size", -1), ("investment", -1), ("margin", Decimal("-100.01")),
        ("market_growth", Decimal(1001)),
    ],
)  # fmt: skip
def test_the_sheet_of_an_option_refuses_what_cannot_be(field, value):
    refused(StrategicOption, field, value, name="Brand")


def test_a_market_may_shrink_and_a_margin_be_lost():
    found = made(StrategicOption, "s", name="Brand", market_growth=Decimal(-12), margin=Decimal(-3))

    assert (found.market_growth, found.margin) == (-12, -3)
    assert found.status is OptionStatus.CANDIDATE


@pytest.mark.parametrize("weight", [Decimal(-1), Decimal(1001)])
def test_weights_of_criteria_are_any_numbers_from_nothing_to_a_thousand(weight):
    refused(OptionCriterion, "weight", weight, name="Margin", axis="capacity")


@pytest.mark.parametrize(
    ("field", "value"), [("quorum", 0), ("eligible", -1), ("voted", -1), ("consensus", Decimal(-1))]
)
def test_a_vote_has_no_negative_numbers_and_no_quorum_of_nobody(field, value):
    refused(PriorityVote, field, value)


@pytest.mark.parametrize("months", [0, 241])
def test_an_activity_lasts_a_month_to_twenty_years(months):
    refused(Activity, "months", months, project=key(1), name="Buy")


@pytest.mark.parametrize("month", [0, 241])
def test_months_of_the_plan_are_counted_from_one(month):
    refused(Activity, "start_month", month, project=key(1), name="Buy", months=1)


@pytest.mark.parametrize("year", [1899, 2101])
def test_a_budget_is_of_a_year_that_people_plan_for(year):
    refused(BudgetItem, "year", year, project=key(1), item="Staff", source="public", amount=1)


def test_money_is_never_negative_and_may_be_nothing():
    given = {"project": key(1), "item": "Staff", "year": 2027, "source": MoneySource.FIRMS}

    refused(BudgetItem, "amount", -1, **given)
    assert made(BudgetItem, "b", amount=0, **given).amount == 0


def test_a_new_project_is_an_idea_of_nobody_in_no_line():
    found = made(PlanProject, "p", name="Cellar")

    assert (found.readiness, found.line, found.leader) == (Readiness.IDEA, None, None)
    assert (found.tags, found.actors, found.is_early) == ((), (), False)


@pytest.mark.parametrize("field", ["contribution", "externality", "cost", "dependence"])
@pytest.mark.parametrize("value", [0, 6])
def test_adopted_scores_of_a_project_lie_on_the_scale(field, value):
    refused(PlanProject, field, value, name="Cellar")


def test_a_line_without_a_name_is_none():
    refused(ActionLine, "name", "")


def test_low_appropriability_belongs_to_what_all_can_use():
    low = [one for one in Typology if one.appropriability.startswith("low")]

    assert low == [Typology.STRUCTURING, Typology.INTER_CLUSTER]
    assert [one.value for one in FirstTag] == ["trust", "urgent", "key"]


@pytest.mark.parametrize("hours", [-1, 401])
def test_a_month_of_the_manager_has_no_more_than_four_hundred_hours(hours):
    refused(ManagerTask, "hours", hours, name="Visits")


@pytest.mark.parametrize("dedication", [-1, 101])
def test_a_manager_gives_nothing_to_all_of_the_time(dedication):
    refused(ManagerProfile, "dedication", dedication)


@pytest.mark.parametrize("target", [Decimal("-0.01"), Decimal("0.333")])
def test_a_monthly_target_has_two_decimals(target):
    refused(ManagerTask, "monthly_target", target, name="Visits")


def test_once_in_three_months_can_be_written():
    assert made(ManagerTask, "t", name="Forum", monthly_target=Decimal("0.33")).hours is None


@pytest.mark.parametrize("term", [0, 21])
def test_an_organ_is_elected_for_a_year_to_twenty(term):
    refused(Organ, "term", term, name="Board", kind=OrganKind.COMMITTEE)


def test_only_an_observer_has_no_vote():
    assert [seat for seat in Seat if not seat.votes] == [Seat.OBSERVER]


@pytest.mark.parametrize(
    ("frequency", "months"),
    [
        (Frequency.MONTHLY, 1),
        (Frequency.QUARTERLY, 3),
        (Frequency.HALF_YEARLY, 6),
        (Frequency.YEARLY, 12),
    ],
)
def test_readings_lie_as_many_months_apart_as_their_name_says(frequency, months):
    assert frequency.months == months


def test_an_indicator_follows_the_cluster_unless_said_otherwise():
    assert made(MonitoringIndicator, "i", name="Visits").level is Level.CLUSTER
    assert len(Level) == 4


@pytest.mark.parametrize("share", [-1, 101])
def test_public_money_pays_for_nothing_to_all(share):
    refused(Sustainability, "public_share", share)


@pytest.mark.parametrize(
    ("cls", "given"),
    [
        (Objective, {"statement": "Sell\nmore "}),
        (ImprovementArea, {"name": " Milk\r\nquality"}),
        (PlanProject, {"name": "Cellar\u2028shared"}),
    ],
)
def test_names_stand_on_one_line_without_spaces_around(cls, given):
    (value,) = (getattr(made(cls, "n", **given), name) for name in given)

    assert "\n" not in value
    assert value == value.strip()
    assert len(value.split()) == 2


@pytest.mark.parametrize("cls", [Objective, PlanProject, Organ, StrategicOption])
def test_a_field_that_nobody_declared_is_refused(cls):
    with pytest.raises(ValidationError, match="Extra inputs"):
        made(cls, "x", colour="red")


def test_a_record_never_changes():
    found = made(Objective, "o", statement="Sell more", baseline_on=DAY)

    with pytest.raises(ValidationError, match="frozen"):
        found.statement = "Sell less"
