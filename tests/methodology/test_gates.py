"""When stages are done: what each check counts, waivers, progress and the next step."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings

from methodology.characterization import Indicator, Statistic
from methodology.gates import (
    StageState,
    checks,
    next_step,
    progress,
    verdicts,
)
from methodology.mapping import ActorKind, Contact, Inclusion, Tie
from methodology.process import Attendance, Interview, Meeting, MeetingKind, TeamMember, TeamRole
from methodology.project import Evidence, Project, Waiver
from methodology.scope import Scope
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.candidates import JUDGED, candidate
from tests.cluster import actor, link, made, tie
from tests.samples import large_snapshot, snapshots

DAY = date(2026, 6, 12)
CHOSEN = candidate(is_chosen=True, **JUDGED)
BUILT = (Stage.PROCESS, Stage.SCOPE, Stage.MAPPING, Stage.CHARACTERIZATION, Stage.ACTION_PLAN)


def judged(key, *records):
    """Return whether a check is met, and the sentence behind it."""
    snapshot = Snapshot(records)
    stage = Stage(key.split(".")[0])
    (found,) = [one for one in verdicts(snapshot, stage) if one.check.key == key]
    return found.is_met, str(found.detail)


def interview(one):
    return made(Interview, one.name, actor=one.id, held_on=DAY)


def project(**values):
    return made(Project, "p", name="Quesos", **values)


def scope(**values):
    return made(Scope, "s", **values)


def stat(indicator, value, **values):
    return made(Statistic, "", indicator=indicator, value=Decimal(value), year=2025, **values)


def test_stages_that_can_be_worked_on_have_checks():
    assert {*BUILT} <= {stage for stage in Stage if checks(stage)}


def test_keys_of_checks_are_unique_and_begin_with_their_stage():
    keys = [check.key for stage in Stage for check in checks(stage)]

    assert len(keys) == len({*keys})
    for stage in Stage:
        assert all(check.key.startswith(f"{stage}.") for check in checks(stage))


@pytest.mark.parametrize("stage", Stage)
def test_an_empty_project_meets_no_check_and_hears_why(stage):
    found = verdicts(Snapshot(), stage)

    assert [one.check.key for one in found if one.is_met or not str(one.detail)] == []


def test_calendar_needs_a_first_day():
    assert judged("process.calendar", project())[0] is False
    assert judged("process.calendar", project(starts_on=DAY))[0] is True


def test_team_needs_a_lead():
    consultant = made(TeamMember, "c", name="Ana", role=TeamRole.CONSULTANT)
    lead = made(TeamMember, "l", name="Luis", role=TeamRole.LEAD)

    assert judged("process.team", consultant) == (False, "People in the team: 1; nobody leads it.")
    assert judged("process.team", consultant, lead) == (True, "People in the team: 2.")


def test_promoter_and_counterpart_are_both_wanted():
    assert judged("process.counterpart", project(promoter="CITE")) == (
        False,
        "Still to name: public counterpart.",
    )
    assert judged("process.counterpart", project(promoter="A", public_counterpart="B"))[0]


def test_missing_names_are_said_in_the_readers_language():
    (found,) = [
        one for one in verdicts(Snapshot(), Stage.PROCESS) if "counterpart" in one.check.key
    ]
    spanish = {
        "Still to name: {missing}.": "Falta nombrar: {missing}.",
        "promoter": "promotor",
        "public counterpart": "contraparte pública",
    }

    assert found.detail.text(lambda text: spanish[text]) == (
        "Falta nombrar: promotor, contraparte pública."
    )


def test_lead_entrepreneur_is_counted_among_the_people():
    dairy = actor("Dairy")
    person = made(Contact, "x", name="Rosa", actor=dairy.id, is_lead=True)

    assert judged("process.leader", dairy)[0] is False
    assert judged("process.leader", dairy, person) == (True, "Lead entrepreneurs named: 1.")


@pytest.mark.parametrize(
    ("values", "is_met"),
    [({}, False), ({"statement": "Cheese"}, False), ({"accepted_on": DAY}, False)],
)
def test_scope_needs_a_sentence_and_a_day(values, is_met):
    assert judged("scope.accepted", scope(**values))[0] is is_met


def test_accepted_scope_passes():
    assert judged("scope.accepted", scope(statement="Cheese", accepted_on=DAY))[0]
    assert judged("scope.rule", scope())[0] is False
    assert judged("scope.rule", scope(rule="Makes cheese"))[0]


def test_rule_is_applied_to_every_actor():
    flagged, other = actor("A", inclusion=Inclusion.OUTSIDE), actor("B")

    assert judged("scope.flagged") == (False, "There are no actors yet.")
    assert judged("scope.flagged", flagged, other) == (
        False,
        "Actors with the rule applied: 1 of 2.",
    )
    assert judged("scope.flagged", flagged)[0]


def test_empty_link_is_named_until_it_is_marked_as_missing():
    milk = link("Milk")
    gap, explained = link("Aging"), link("Aging", missing="Done in Lima")
    farm = actor("Farm", link=milk.id)

    assert judged("mapping.links") == (False, "The chain has no links yet.")
    assert judged("mapping.links", milk, gap, farm) == (False, "Links without actors: Aging.")
    assert judged("mapping.links", milk, explained, farm) == (
        True,
        "Links of the chain: 2; marked as missing: 1.",
    )


@pytest.mark.parametrize(("placed", "is_met"), [(8, True), (7, False)])
def test_four_of_five_actors_need_type_and_link(placed, is_met):
    milk = link("Milk")
    good = [actor(f"G{number}", link=milk.id) for number in range(placed)]
    bad = [actor(f"B{number}", None) for number in range(10 - placed)]

    assert judged("mapping.placed", milk, *good, *bad) == (
        is_met,
        f"Actors with type and link: {placed} of 10.",
    )


def test_institution_needs_no_link_to_be_placed():
    assert judged("mapping.placed", actor("Bank", ActorKind.FINANCE))[0]
    assert judged("mapping.placed", actor("Dairy"))[0] is False


def test_turnover_of_the_firms_interviewed_is_weighed():
    large, small = actor("Large", turnover=75), actor("Small", turnover=25)

    assert judged("mapping.turnover", large, small, interview(small)) == (
        True,
        "Share of the known turnover: 25%; firms interviewed: 1.",
    )
    assert judged("mapping.turnover", large, small)[0] is False


def test_just_under_a_quarter_of_the_turnover_is_not_enough():
    large, small = actor("Large", turnover=76), actor("Small", turnover=24)

    assert judged("mapping.turnover", large, small, interview(small))[0] is False


def test_a_supermarket_that_buys_is_no_part_of_the_turnover_of_the_cluster():
    market = actor("Market", ActorKind.BUYER, turnover=1_000_000)
    large, small = actor("Large", turnover=90), actor("Small", turnover=10)

    assert judged(
        "mapping.turnover", market, large, small, interview(market), interview(small)
    ) == (
        False,
        "Share of the known turnover: 10%; firms interviewed: 1.",
    )


def test_firms_are_counted_where_turnover_is_not_known():
    everyone = [actor(f"A{number}") for number in range(4)]
    known = actor("K", turnover=10)

    assert judged("mapping.turnover", *everyone, interview(everyone[0])) == (
        True,
        "Firms interviewed: 1 of 4; counted, as turnover is not known.",
    )
    assert "counted" in judged("mapping.turnover", *everyone, known, interview(known))[1]


def test_turnover_of_zero_is_not_divided_by():
    none = actor("A", turnover=0)

    assert "counted" in judged("mapping.turnover", none, interview(none))[1]


def test_institutions_do_not_weigh_in_the_turnover():
    bank = actor("Bank", ActorKind.FINANCE, turnover=1000)
    dairy = actor("Dairy", turnover=10)

    assert judged("mapping.turnover", bank, dairy, interview(bank))[0] is False


def test_every_link_with_actors_is_heard():
    milk, cheese, empty = link("Milk", 1), link("Cheese", 2), link("Empty", 3)
    farm, dairy = actor("Farm", link=milk.id), actor("Dairy", link=cheese.id)

    assert judged("mapping.links_heard", milk, cheese, empty, farm, dairy, interview(farm)) == (
        False,
        "Nobody interviewed in: Cheese.",
    )
    assert judged(
        "mapping.links_heard", milk, cheese, empty, farm, dairy, interview(farm), interview(dairy)
    ) == (True, "Links heard: 2.")


@pytest.mark.parametrize(
    ("key", "kind"),
    [("mapping.buyers", ActorKind.BUYER), ("mapping.institutions", ActorKind.ASSOCIATION)],
)
def test_three_voices_are_wanted(key, kind):
    heard = [actor(f"A{number}", kind) for number in range(3)]

    assert judged(key, *heard, *map(interview, heard[:2]))[0] is False
    assert judged(key, *heard, *map(interview, heard))[0] is True


def test_second_interview_with_the_same_actor_is_no_second_voice():
    buyer = actor("Buyer", ActorKind.BUYER)
    again = made(Interview, "again", actor=buyer.id, held_on=date(2026, 7, 1))

    assert judged("mapping.buyers", buyer, interview(buyer), again)[1] == "Buyers interviewed: 1."


def test_relations_are_known_for_three_in_five_of_the_interviewed():
    heard = [actor(f"A{number}") for number in range(5)]
    other = actor("Other")
    talks = [interview(one) for one in heard]
    ties = [tie(one, other) for one in heard[:3]]

    assert judged("mapping.relations", *heard, other, *talks, *ties)[0] is True
    assert judged("mapping.relations", *heard, other, *talks, *ties[:2]) == (
        False,
        "Actors interviewed with relations: 2 of 5.",
    )
    assert judged("mapping.relations", *heard) == (False, "There are no interviews yet.")


def table(**values):
    return made(
        Meeting,
        "table",
        **{
            "name": "Mesa",
            "kind": MeetingKind.VALIDATION,
            "about_stage": Stage.MAPPING,
            "held_on": DAY,
            "minutes": "Corrected",
            **values,
        },
    )


def attended(meeting, one):
    return made(Attendance, "a", meeting=meeting.id, actor=one.id)


def test_validation_needs_date_minutes_and_list():
    dairy = actor("Dairy")

    assert judged("mapping.validated") == (False, "No validation table is recorded.")
    assert judged("mapping.validated", table(held_on=None, minutes="")) == (
        False,
        "Mesa still lacks: date, minutes, list of attendance.",
    )
    assert judged("mapping.validated", dairy, table(), attended(table(), dairy)) == (
        True,
        "Validated in Mesa.",
    )


def test_minutes_may_be_a_file():
    dairy, meeting = actor("Dairy"), table(minutes="")
    scan = made(Evidence, "e", name="Acta", file="acta.pdf", about_id=meeting.id, added_on=DAY)

    assert judged("mapping.validated", dairy, meeting, attended(meeting, dairy), scan)[0]


def test_workshop_or_table_of_another_stage_does_not_validate_the_map():
    assert judged("mapping.validated", table(kind=MeetingKind.WORKSHOP))[0] is False
    assert judged("mapping.validated", table(about_stage=Stage.OPTIONS))[0] is False


def test_three_totals_are_wanted():
    assert judged("characterization.headlines", stat(Indicator.FIRMS, 5)) == (
        False,
        "Totals still missing: Employment, Turnover.",
    )
    assert judged(
        "characterization.headlines",
        *(stat(one, 5) for one in (Indicator.FIRMS, Indicator.EMPLOYMENT, Indicator.TURNOVER)),
    )[0]


def test_every_figure_needs_a_source():
    assert judged("characterization.sourced")[0] is False
    assert judged(
        "characterization.sourced",
        stat(Indicator.FIRMS, 5, source="Census"),
        stat(Indicator.GDP, 1),
    ) == (False, "Figures with a source: 1 of 2.")


def test_figures_that_do_not_tie_are_named():
    milk = link("Milk")
    part = stat(Indicator.FIRMS, 5, link=milk.id)

    assert judged("characterization.ties")[0] is False
    assert judged("characterization.ties", milk, part, stat(Indicator.FIRMS, 9)) == (
        False,
        "They do not tie in: Firms 2025.",
    )
    assert judged("characterization.ties", milk, part, stat(Indicator.FIRMS, 5)) == (
        True,
        "Totals that tie: 1.",
    )


def waiver(key, stage):
    return made(Waiver, key, check=key, stage_waived=stage, reason="No time", waived_on=DAY)


def test_waived_check_is_settled_but_not_met():
    snapshot = Snapshot([waiver("scope.rule", Stage.SCOPE)])

    found = {one.check.key: one for one in verdicts(snapshot, Stage.SCOPE)}["scope.rule"]

    assert (found.is_met, found.is_settled, found.waiver.reason) == (False, True, "No time")


def test_chosen_cluster_is_judged_by_four_criteria_with_evidence():
    half = candidate(is_chosen=True, **JUDGED | {"mass": None, "demand_evidence": ""})

    assert judged("scope.selected") == (
        False,
        "There are no candidates; if the cluster was given, waive this and say by whom.",
    )
    assert judged("scope.selected", candidate(**JUDGED)) == (False, "No candidate is chosen yet.")
    assert judged("scope.selected", half) == (
        False,
        "Without verdict or evidence: Quesos (Critical mass, Demand not only local).",
    )
    assert judged("scope.selected", CHOSEN, candidate("Café")) == (
        True,
        "Chosen: Quesos, among candidates: 2.",
    )


def test_stage_is_done_when_every_check_is_met():
    snapshot = Snapshot(
        [
            CHOSEN,
            scope(statement="Cheese", accepted_on=DAY, rule="Makes cheese"),
            actor("Dairy", inclusion=Inclusion.INSIDE),
        ]
    )
    found = {one.stage: one for one in progress(snapshot)}

    assert (found[Stage.SCOPE].settled, found[Stage.SCOPE].total) == (4, 4)
    assert found[Stage.SCOPE].state is StageState.DONE
    assert found[Stage.MAPPING].state is StageState.UNDER_WAY
    assert found[Stage.CHARACTERIZATION].state is StageState.TO_COME
    assert found[Stage.OPTIONS].state is StageState.TO_COME


def test_stage_closed_with_a_waiver_says_so():
    records = [
        CHOSEN,
        scope(statement="Cheese", accepted_on=DAY, rule="Makes cheese"),
        waiver("scope.flagged", Stage.SCOPE),
    ]

    assert progress(Snapshot(records))[Stage.SCOPE.number].state is StageState.WAIVED


def test_waiver_of_a_check_that_is_met_does_not_show():
    records = [
        CHOSEN,
        scope(statement="Cheese", accepted_on=DAY, rule="Makes cheese"),
        actor("Dairy", inclusion=Inclusion.INSIDE),
        waiver("scope.rule", Stage.SCOPE),
    ]

    assert progress(Snapshot(records))[Stage.SCOPE.number].state is StageState.DONE


def test_next_step_is_the_first_thing_missing():
    assert next_step(Snapshot()).check.key == "process.calendar"
    assert next_step(Snapshot([project(starts_on=DAY)])).check.key == "process.team"


def test_nothing_is_next_when_all_is_settled():
    waivers = [waiver(check.key, stage) for stage in Stage for check in checks(stage)]

    assert next_step(Snapshot(waivers)) is None


def test_dangling_interviews_and_ties_are_borne():
    gone = actor("Gone")
    orphan = made(Tie, "t", source=gone.id, target=actor("Other").id)

    assert progress(Snapshot([interview(gone), orphan]))


def test_large_project_is_judged():
    found = {one.stage: one for one in progress(large_snapshot())}

    assert found[Stage.MAPPING].total == 8
    assert found[Stage.MAPPING].state is not StageState.TO_COME


@settings(max_examples=30)
@given(snapshots())
def test_any_project_can_be_judged(snapshot):
    for row in progress(snapshot):
        assert 0 <= row.settled <= row.total == len(checks(row.stage))
        for verdict in verdicts(snapshot, row.stage):
            assert str(verdict.detail)
            assert "{" not in verdict.detail.message.format(
                **dict.fromkeys(verdict.detail.values, "x")
            )
