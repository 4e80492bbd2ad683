"""Checks of the mapping and the profile at their thresholds, and what must not count for them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.characterization import Indicator, Perimeter, Statistic
from methodology.gates import StageState, checks, next_step, progress, verdicts
from methodology.mapping import ActorKind, Contact, Inclusion, Reporter
from methodology.process import (
    Attendance,
    Interview,
    Meeting,
    MeetingKind,
    StageWindow,
    TeamMember,
    TeamRole,
)
from methodology.project import Evidence, Project, Waiver
from methodology.scope import Scope
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.cluster import actor, link, made, tie

DAY = date(2026, 6, 12)
MILK, CHEESE = link("Milk", 1), link("Cheese", 2)


def judged(key, *records):
    """Return whether a check is met, and the sentence behind it."""
    found = verdicts(Snapshot(records), Stage(key.split(".")[0]))
    (one,) = [verdict for verdict in found if verdict.check.key == key]
    return one.is_met, str(one.detail)


def heard(one, on=DAY):
    return made(Interview, f"{one.name} {on}", actor=one.id, held_on=on)


def stat(indicator, value, year=2025, **values):
    return made(Statistic, "", indicator=indicator, value=Decimal(value), year=year, **values)


def table(name="Mesa", **values):
    given = {"kind": MeetingKind.VALIDATION, "about_stage": Stage.MAPPING, "held_on": DAY}
    return made(Meeting, name, name=name, **{**given, "minutes": "Corrected", **values})


def came(meeting, one):
    return made(Attendance, meeting.name + one.name, meeting=meeting.id, actor=one.id)


@given(st.integers(0, 60), st.integers(0, 60))
def test_eighty_percent_of_the_actors_is_eighty_and_not_seventy_nine_and_a_bit(good, bad):
    placed = [actor(f"G{number}", link=MILK.id) for number in range(good)]
    lost = [actor(f"B{number}") for number in range(bad)]

    is_met, _ = judged("mapping.placed", MILK, *placed, *lost)

    assert is_met == (good + bad > 0 and Fraction(good, good + bad) >= Fraction(4, 5))


@pytest.mark.parametrize(
    ("kind", "has_link", "is_placed"),
    [
        (ActorKind.PRODUCER, True, True),
        (ActorKind.PRODUCER, False, False),
        (ActorKind.BUYER, False, False),
        (ActorKind.UNIVERSITY, True, True),
        (ActorKind.UNIVERSITY, False, True),
        (ActorKind.OTHER, False, True),
        (None, True, False),
        (None, False, False),
    ],
)
def test_actor_is_placed_by_its_type_and_a_firm_also_by_its_link(kind, has_link, is_placed):
    one = actor("One", kind, link=MILK.id if has_link else None)

    assert judged("mapping.placed", MILK, one)[0] is is_placed


@given(
    st.lists(st.tuples(st.none() | st.integers(0, 10**12), st.booleans()), min_size=1, max_size=25)
)
def test_a_quarter_of_the_turnover_is_weighed_exactly_where_half_the_firms_gave_it(told):
    everyone = [actor(f"F{n}", turnover=sales) for n, (sales, _) in enumerate(told)]
    talks = [heard(one) for one, (_, is_heard) in zip(everyone, told, strict=True) if is_heard]
    known = [sales for sales, _ in told if sales is not None]
    is_weighed = any(known) and Fraction(len(known), len(told)) >= Fraction(1, 2)
    part = sum(sales or 0 for sales, is_heard in told if is_heard)
    share = Fraction(part, sum(known)) if is_weighed else Fraction(len(talks), len(told))

    is_met, detail = judged("mapping.turnover", *everyone, *talks)

    assert is_met == (share >= Fraction(1, 4))
    assert ("counted" in detail) is not is_weighed


def test_half_of_the_firms_are_enough_for_their_turnover_to_be_weighed():
    large, small = actor("Large", turnover=90), actor("Small", turnover=10)
    silent = [actor(f"S{number}") for number in range(3)]

    assert judged("mapping.turnover", large, small, *silent[:2], heard(small)) == (
        False,
        "Share of the known turnover: 10%; firms interviewed: 1.",
    )
    assert judged("mapping.turnover", large, small, *silent, heard(small)) == (
        False,
        "Firms interviewed: 1 of 5; counted, as turnover is not known.",
    )


def test_share_of_the_turnover_is_never_rounded_up_to_the_threshold():
    large, small = actor("Large", turnover=75_001), actor("Small", turnover=24_999)

    assert judged("mapping.turnover", large, small, heard(small)) == (
        False,
        "Share of the known turnover: 24%; firms interviewed: 1.",
    )


def test_firm_outside_the_scope_weighs_neither_above_nor_below_the_line():
    inside = actor("Inside", turnover=10)
    outside = actor("Outside", turnover=990, inclusion=Inclusion.OUTSIDE)

    assert judged("mapping.turnover", inside, outside, heard(outside))[0] is False
    assert judged("mapping.turnover", inside, outside, heard(inside)) == (
        True,
        "Share of the known turnover: 100%; firms interviewed: 1.",
    )


def test_firm_at_the_periphery_is_one_of_the_cluster():
    near = actor("Near", turnover=10, inclusion=Inclusion.PERIPHERY)

    assert judged("mapping.turnover", near, heard(near))[0] is True


def test_cluster_of_institutions_alone_has_no_firm_to_weigh():
    assert judged("mapping.turnover", actor("Bank", ActorKind.FINANCE)) == (
        False,
        "No actor inside the scope has the type of a firm yet.",
    )


def test_second_interview_with_a_firm_does_not_weigh_it_twice():
    large, small = actor("Large", turnover=88), actor("Small", turnover=12)
    talks = [heard(small), heard(small, date(2026, 7, 1)), heard(small, date(2026, 8, 1))]

    assert judged("mapping.turnover", large, small, *talks)[0] is False


def test_interview_with_an_actor_that_was_deleted_is_no_voice():
    gone = [actor(f"Gone {number}", ActorKind.BUYER) for number in range(3)]

    assert judged("mapping.buyers", *map(heard, gone)) == (False, "Buyers interviewed: 0.")
    assert judged("mapping.relations", *map(heard, gone)) == (
        False,
        "There are no interviews yet.",
    )


def test_actor_without_a_type_is_neither_buyer_nor_institution():
    strangers = [actor(f"S{number}", None) for number in range(3)]

    assert judged("mapping.institutions", *strangers, *map(heard, strangers))[1] == (
        "Institutions interviewed: 0."
    )
    assert judged("mapping.buyers", *strangers, *map(heard, strangers))[1] == (
        "Buyers interviewed: 0."
    )


@pytest.mark.parametrize("kind", [kind for kind in ActorKind if not kind.is_in_chain])
def test_every_type_that_is_no_firm_speaks_as_an_institution(kind):
    voices = [actor(f"V{number}", kind) for number in range(3)]

    assert judged("mapping.institutions", *voices, *map(heard, voices))[0] is True


@given(st.integers(1, 30), st.integers(0, 30))
def test_three_in_five_of_the_interviewed_is_sixty_percent_exactly(count, tied):
    tied = min(count, tied)
    everyone, other = [actor(f"A{number}") for number in range(count)], actor("Other")
    ties = [tie(one, other) for one in everyone[:tied]]

    is_met, detail = judged("mapping.relations", *everyone, other, *map(heard, everyone), *ties)

    assert is_met == (Fraction(tied, count) >= Fraction(3, 5))
    assert detail == f"Actors interviewed with relations: {tied} of {count}."


def test_relation_counts_for_whoever_stands_at_either_end():
    one, other = actor("One"), actor("Other")
    told = tie(one, other, reported_by=Reporter.TARGET)

    assert judged("mapping.relations", one, other, heard(one), told)[0] is True
    assert judged("mapping.relations", one, other, heard(other), told)[0] is True


def test_link_whose_only_actor_is_outside_the_scope_is_empty():
    far = actor("Far", link=MILK.id, inclusion=Inclusion.OUTSIDE)

    assert judged("mapping.links", MILK, far) == (False, "Links without actors: Milk.")


def test_link_is_heard_through_whoever_stands_in_it():
    school = actor("School", ActorKind.TRAINING, link=MILK.id)

    assert judged("mapping.links_heard", MILK, school, heard(school)) == (True, "Links heard: 1.")


def test_links_that_nobody_was_heard_in_are_named_in_the_order_of_the_chain():
    farm, dairy = actor("Farm", link=MILK.id), actor("Dairy", link=CHEESE.id)

    assert judged("mapping.links_heard", CHEESE, MILK, farm, dairy) == (
        False,
        "Nobody interviewed in: Milk, Cheese.",
    )


def test_chain_that_is_wholly_empty_has_nobody_to_hear():
    empty = (False, "No link of the chain has actors yet.")

    assert judged("mapping.links_heard", MILK, CHEESE) == empty
    assert judged("mapping.links_heard", actor("Dairy")) == (False, "The chain has no links yet.")


@pytest.mark.parametrize(
    ("values", "lacks"),
    [
        ({"held_on": None}, "date, list of attendance"),
        ({"minutes": ""}, "minutes, list of attendance"),
        ({}, "list of attendance"),
        ({"held_on": None, "minutes": ""}, "date, minutes, list of attendance"),
    ],
)
def test_what_the_validation_lacks_is_said_in_one_sentence(values, lacks):
    assert judged("mapping.validated", table(**values)) == (False, f"Mesa still lacks: {lacks}.")


def test_head_count_alone_is_no_list_of_attendance():
    assert judged("mapping.validated", table(people=18))[0] is False


def test_attendance_and_minutes_of_another_meeting_validate_nothing():
    dairy, other = actor("Dairy"), table("Other", kind=MeetingKind.WORKSHOP)
    scan = made(Evidence, "e", name="Acta", file="a.pdf", about_id=other.id, added_on=DAY)

    found = judged("mapping.validated", dairy, table(minutes=""), other, came(other, dairy), scan)

    assert found == (False, "Mesa still lacks: minutes, list of attendance.")


def test_of_several_tables_the_one_that_lacks_least_is_spoken_of():
    dairy = actor("Dairy")
    first, second = table("First", held_on=None, minutes=""), table("Second", minutes="")

    assert judged("mapping.validated", dairy, first, second, came(second, dairy)) == (
        False,
        "Second still lacks: minutes.",
    )


def test_one_whole_table_is_enough_beside_an_incomplete_one():
    dairy, second = actor("Dairy"), table("Second")

    assert judged(
        "mapping.validated", dairy, table("First", held_on=None), second, came(second, dairy)
    ) == (True, "Validated in Second.")


def test_consultants_do_not_lead_and_people_without_the_mark_are_no_lead_entrepreneurs():
    team = [made(TeamMember, role, name=role, role=role) for role in TeamRole]
    dairy = actor("Dairy")
    people = [made(Contact, name, name=name, actor=dairy.id) for name in ("Rosa", "Eva")]

    assert judged("process.team", *[one for one in team if one.role != TeamRole.LEAD]) == (
        False,
        f"People in the team: {len(TeamRole) - 1}; nobody leads it.",
    )
    assert judged("process.team", *team)[0] is True
    assert judged("process.leader", dairy, *people) == (False, "Lead entrepreneurs named: 0.")


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({}, "promoter, public counterpart"),
        ({"promoter": "CITE"}, "public counterpart"),
        ({"public_counterpart": "Region"}, "promoter"),
    ],
)
def test_whoever_is_still_to_be_named_is_named(values, missing):
    project = made(Project, "p", name="Quesos", **values)

    assert judged("process.counterpart", project) == (False, f"Still to name: {missing}.")


def test_sentence_without_a_day_of_acceptance_is_told_from_no_sentence():
    assert judged("scope.accepted")[1] == "The sentence is not written yet."
    assert judged("scope.accepted", made(Scope, "s", accepted_on=DAY))[1] == (
        "The sentence is not written yet."
    )
    assert judged("scope.accepted", made(Scope, "s", statement="Cheese"))[1] == (
        "The sentence is written, but has no day of acceptance."
    )


@pytest.mark.parametrize("inclusion", [*Inclusion])
def test_each_answer_of_the_rule_settles_an_actor(inclusion):
    assert judged("scope.flagged", actor("A", inclusion=inclusion))[0] is True


def test_totals_of_region_reference_or_link_are_none_of_the_cluster():
    wanted = (Indicator.FIRMS, Indicator.EMPLOYMENT, Indicator.TURNOVER)
    parts = [stat(one, 5, link=MILK.id) for one in wanted]
    wide = [stat(one, 5, perimeter=Perimeter.REGION) for one in wanted]

    assert judged("characterization.headlines", MILK, *parts, *wide) == (
        False,
        "Totals still missing: Firms, Employment, Turnover.",
    )


def test_figures_of_every_perimeter_need_their_source():
    own = stat(Indicator.FIRMS, 5, source="Census")
    wide = stat(Indicator.FIRMS, 9, perimeter=Perimeter.COUNTRY)

    assert judged("characterization.sourced", own, wide) == (
        False,
        "Figures with a source: 1 of 2.",
    )


@pytest.mark.parametrize(
    ("total", "parts", "ties"),
    [
        ("1000", "995", True),
        ("1000", "1005", True),
        ("1000", "994.9999", False),
        ("1000", "1005.0001", False),
        ("0", "0", True),
        ("0", "0.0001", False),
        ("-200", "-201", True),
        ("-200", "-201.0001", False),
    ],
)
def test_parts_may_miss_their_total_by_half_a_percent_of_it(total, parts, ties):
    records = [stat(Indicator.EXPORTS, total), stat(Indicator.EXPORTS, parts, link=MILK.id)]

    assert judged("characterization.ties", MILK, *records)[0] is ties


def test_figures_of_a_region_by_link_are_no_parts_of_the_cluster():
    wide = stat(Indicator.FIRMS, 9, perimeter=Perimeter.REGION, link=MILK.id)

    assert judged("characterization.ties", MILK, wide) == (
        False,
        "There are no figures by link yet.",
    )


def test_every_figure_that_does_not_tie_is_named_with_its_year():
    records = [
        stat(Indicator.EMPLOYMENT, 5, 2024, link=MILK.id),
        stat(Indicator.FIRMS, 5, 2025, link=MILK.id),
        stat(Indicator.FIRMS, 5, 2024, link=MILK.id),
        stat(Indicator.FIRMS, 5, 2024),
    ]

    assert judged("characterization.ties", MILK, *records) == (
        False,
        "They do not tie in: Firms 2025, Employment 2024.",
    )


def test_waiver_of_another_check_settles_nothing():
    other = made(
        Waiver, "w", check="scope.rule", stage_waived=Stage.SCOPE, reason="Later", waived_on=DAY
    )
    found = {one.check.key: one.is_settled for one in verdicts(Snapshot([other]), Stage.SCOPE)}

    assert found == {
        "scope.selected": False,
        "scope.accepted": False,
        "scope.rule": True,
        "scope.flagged": False,
    }


def test_waiving_one_check_begins_the_stage_and_does_not_end_it():
    one = made(
        Waiver, "w", check="scope.rule", stage_waived=Stage.SCOPE, reason="Later", waived_on=DAY
    )

    row = progress(Snapshot([one]))[Stage.SCOPE.number]

    assert (row.settled, row.total, row.state) == (1, 4, StageState.UNDER_WAY)


def test_record_that_settles_nothing_still_begins_its_stage():
    rows = progress(Snapshot([MILK, made(StageWindow, "w", **window())]))

    assert rows[Stage.MAPPING.number].state is StageState.UNDER_WAY
    assert rows[Stage.SCOPE.number].state is StageState.TO_COME
    assert rows[Stage.PROCESS.number].state is StageState.UNDER_WAY


def window():
    return {"planned_stage": Stage.SCOPE, "first_week": 1, "last_week": 3}


def test_next_step_skips_what_was_waived_and_passes_on_to_the_next_stage():
    waived = [
        made(Waiver, one.key, check=one.key, stage_waived=one.stage, reason="x", waived_on=DAY)
        for one in checks(Stage.PROCESS)
    ]

    assert next_step(Snapshot(waived)).check.key == "scope.selected"
    assert next_step(Snapshot(waived[1:])).check.key == "process.calendar"


def test_every_check_says_what_to_do_about_it_in_other_words_than_what_it_asks():
    every = [check for stage in Stage for check in checks(stage)]

    assert all(check.label and check.action for check in every)
    assert len({check.label for check in every} | {check.action for check in every}) == (
        2 * len(every)
    )
