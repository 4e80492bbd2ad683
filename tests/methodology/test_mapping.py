"""Records of the start and the map: actors, relations, meetings, figures and what they refuse."""

from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from methodology.characterization import MONETARY, Indicator, Perimeter, Quality, Statistic
from methodology.mapping import (
    Actor,
    ActorKind,
    ChainLink,
    Contact,
    MapSettings,
    Reporter,
    Tie,
    TieKind,
    TieRule,
)
from methodology.process import Attendance, Interview, Meeting, MeetingKind, StageWindow
from methodology.scope import Answer, Scope, Segment
from methodology.stage import WEEKS, Phase, Stage
from methodology.text import Problem
from methodology.validation import Invalid, check
from tests.cluster import actor, made
from tests.voting import key

DAIRY, FARM = actor("Dairy"), actor("Farm", ActorKind.SUPPLIER)
FIRMS = ["producer", "supplier", "services", "distributor", "auxiliary"]


def refused(cls, field, wrong, **given):
    with pytest.raises(ValidationError, match=field):
        made(cls, "r", **{**given, field: wrong})


@pytest.mark.parametrize("kind", [*ActorKind])
def test_five_types_of_actors_are_firms_and_buyers_stand_with_them_in_links_of_the_chain(kind):
    assert kind.is_firm is (kind.value in FIRMS)
    assert kind.is_in_chain is (kind.value in [*FIRMS, "buyer"])


def test_a_relation_needs_two_actors():
    given = {"id": key(1), "source": DAIRY.id, "target": DAIRY.id}

    with pytest.raises(Invalid) as found:
        check(Tie, given)

    (complaint,) = found.value.complaints
    assert isinstance(complaint.problem, Problem)
    assert str(complaint.problem) == "A relation needs two different actors."


def test_a_relation_is_regular_joint_work_told_by_the_team_unless_said_otherwise():
    found = made(Tie, "t", source=DAIRY.id, target=FARM.id)

    assert (found.intensity, found.kind, found.reported_by) == (
        2,
        TieKind.COOPERATION,
        Reporter.TEAM,
    )


@pytest.mark.parametrize("intensity", [0, 4])
def test_intensity_goes_from_occasional_to_strategic(intensity):
    refused(Tie, "intensity", intensity, source=DAIRY.id, target=FARM.id)


@pytest.mark.parametrize("share", [-1, 101])
def test_exports_are_nothing_to_all_of_the_turnover(share):
    refused(Actor, "export_share", share, name="Dairy")


@pytest.mark.parametrize(
    ("field", "value"),
    [("employees", -1), ("turnover", -1), ("founded", 1499), ("founded", 2101),
     ("figures_year", 1899)],
)  # fmt: skip
def test_an_actor_refuses_figures_that_cannot_be(field, value):
    refused(Actor, field, value, name="Dairy")


def test_a_firm_without_employees_is_a_firm():
    assert actor("Alone", employees=0).employees == 0


def test_people_are_named_only_once_they_consent():
    person = made(Contact, "c", name="Elena", actor=DAIRY.id)

    assert (person.consent, person.is_lead) == (False, False)


@pytest.mark.parametrize("order", [0, 100])
def test_links_are_ordered_from_one_to_ninety_nine(order):
    refused(ChainLink, "order", order, name="Milk")


def test_the_map_counts_everybody_and_any_report_until_somebody_chooses():
    found = made(MapSettings, "m")

    assert (found.keep_isolates, found.rule, found.kinds, found.inside_only) == (
        True,
        TieRule.UNION,
        (),
        False,
    )


@pytest.mark.parametrize("week", [0, 2 * WEEKS + 1])
@pytest.mark.parametrize("field", ["first_week", "last_week"])
def test_a_stage_may_run_to_twice_the_weeks_of_the_method(field, week):
    given = {"planned_stage": Stage.SCOPE, "first_week": 1, "last_week": 2}

    refused(StageWindow, field, week, **given)


def test_stages_have_twelve_numbers_four_phases_and_weeks_inside_the_six_months():
    assert [stage.number for stage in Stage] == [*range(12)]
    assert [*dict.fromkeys(stage.phase for stage in Stage)] == [*Phase]
    assert all(1 <= stage.weeks[0] <= stage.weeks[1] <= WEEKS for stage in Stage)


@pytest.mark.parametrize(
    ("stage", "weeks"),
    [
        (Stage.SCOPE, (1, 3)),
        (Stage.ATTRACTIVENESS, (6, 10)),
        (Stage.PURCHASE_FACTORS, (9, 14)),
        (Stage.OPTIONS, (12, 17)),
        (Stage.DIAMOND, (15, 19)),
        (Stage.VISION, (17, 20)),
        (Stage.ACTION_PLAN, (19, 24)),
        (Stage.GOVERNANCE, (19, 25)),
        (Stage.MONITORING, (23, 26)),
    ],
)
def test_the_calendar_of_the_method(stage, weeks):
    assert stage.weeks == weeks


@pytest.mark.parametrize("people", [0, -2])
def test_an_actor_comes_with_one_person_at_least(people):
    refused(Attendance, "people", people, meeting=key(1), actor=DAIRY.id)


def test_a_meeting_may_have_been_empty():
    given = {"name": "T1", "kind": MeetingKind.WORKSHOP, "about_stage": Stage.SCOPE}

    assert made(Meeting, "m", people=0, **given).people == 0
    refused(Meeting, "people", -1, **given)


@pytest.mark.parametrize(
    ("written", "kept"), [("9:30", "09:30"), ("5 p. m.", "17:00"), ("", ""), ("24:00", None)]
)
def test_a_meeting_begins_at_a_time_of_the_day(written, kept):
    given = {"name": "T1", "kind": MeetingKind.WORKSHOP, "about_stage": Stage.SCOPE}

    if kept is None:
        refused(Meeting, "starts_at", written, **given)
    else:
        assert made(Meeting, "m", starts_at=written, **given).starts_at == kept


def test_an_interview_needs_its_day():
    with pytest.raises(ValidationError, match="held_on"):
        made(Interview, "i", actor=DAIRY.id)


def test_an_empty_scope_can_be_kept_and_says_nothing():
    found = made(Scope, "s")

    assert (found.statement, found.orientation, found.accepted_on) == ("", None, None)


def test_a_candidate_segment_has_not_been_judged():
    found = made(Segment, "s", name="Mature cheese", same_rivals=Answer.DOUBT)

    assert (found.verdict, found.same_customers, found.same_rivals) == (None, None, Answer.DOUBT)


@pytest.mark.parametrize("year", [1899, 2101])
def test_a_figure_is_of_a_year_that_people_measured(year):
    refused(Statistic, "year", year, indicator=Indicator.FIRMS, value=1)


@pytest.mark.parametrize("value", [Decimal("0.12345"), Decimal("NaN"), Decimal("Infinity")])
def test_a_figure_is_a_number_with_four_decimals_at_most(value):
    refused(Statistic, "value", value, indicator=Indicator.FIRMS, year=2025)


def test_a_figure_is_an_estimate_of_the_cluster_until_somebody_says_more():
    found = made(Statistic, "s", indicator=Indicator.FIRMS, year=2025, value=Decimal(434))

    assert (found.perimeter, found.quality, found.link) == (
        Perimeter.CLUSTER,
        Quality.ESTIMATED,
        None,
    )


@pytest.mark.parametrize("indicator", [*Indicator])
def test_money_is_told_from_heads(indicator):
    assert indicator.is_money is (indicator in MONETARY)


def test_firms_and_jobs_are_counted_and_never_paid():
    counted = {one for one in Indicator if not one.is_money}

    assert counted == {
        Indicator.FIRMS,
        Indicator.EMPLOYMENT,
        Indicator.CERTIFIED_FIRMS,
        Indicator.EXPORTING_FIRMS,
    }


@pytest.mark.parametrize(
    ("cls", "values", "field", "words"),
    [
        (Actor, {}, "name", "Something is missing here."),
        (Actor, {"name": ""}, "name", "Something is missing here."),
        (Actor, {"name": "x" * 251}, "name", "At most 250 characters fit here."),
        (Actor, {"name": "A", "employees": -1}, "employees", "The smallest value is 0."),
        (Actor, {"name": "A", "employees": "many"}, "employees", "A whole number goes here."),
        (Actor, {"name": "A", "employees": 2.5}, "employees", "A whole number goes here."),
        (Actor, {"name": "A", "export_share": 101}, "export_share", "The largest value is 100."),
        (
            Actor,
            {"name": "A", "kind": "bakery"},
            "kind",
            "This is not one of the values to choose from.",
        ),
        (Contact, {"name": "E", "actor": "nobody"}, "actor",
         "This points to something that does not exist."),
        (Interview, {"actor": key(1), "held_on": "yesterday"}, "held_on", "A date goes here."),
        (MapSettings, {"keep_isolates": "maybe"}, "keep_isolates", "Yes or no goes here."),
        (
            Statistic,
            {"indicator": "firms", "year": 2025, "value": "1.23456"},
            "value",
            "At most 4 decimals fit here.",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_of_its_field_in_plain_words(cls, values, field, words):
    with pytest.raises(Invalid) as found:
        check(cls, {"id": key(9), **values})

    assert {one.field: str(one.problem) for one in found.value.complaints} == {field: words}
    assert found.value.id == key(9)


def test_everything_wrong_with_a_record_is_said_at_once():
    with pytest.raises(Invalid) as found:
        check(Actor, {"id": key(9), "name": "", "employees": -1, "export_share": 200})

    assert [one.field for one in found.value.complaints] == ["name", "employees", "export_share"]


def test_dates_are_kept_as_dates():
    found = check(Interview, {"id": key(9), "actor": key(1), "held_on": "2026-06-12"})

    assert found.held_on == date(2026, 6, 12)
