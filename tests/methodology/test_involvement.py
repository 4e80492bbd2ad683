"""People moved: newcomers, who has gone quiet and what changed, counted by hand."""

from datetime import date, timedelta

from hypothesis import given, settings

from methodology.agreements import ChangeNote, ChangeStep
from methodology.involvement import arrivals, gone_quiet, people_moved
from methodology.mapping import Contact
from methodology.process import Attendance, Meeting, MeetingKind
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.cluster import actor, made
from tests.samples import snapshots

START = date(2026, 5, 18)
ANA, BEA, CRUZ, DALIA = (actor(name) for name in ("Ana", "Bea", "Cruz", "Dalia"))
EVERYONE = (ANA, BEA, CRUZ, DALIA)


def meeting(number, kind=MeetingKind.WORKSHOP, stage=Stage.SCOPE, **values):
    day = START + timedelta(weeks=number)
    return made(
        Meeting,
        f"M{number}",
        name=f"M{number}",
        kind=kind,
        about_stage=stage,
        held_on=day,
        **values,
    )


def came(where, *who):
    return [made(Attendance, meeting=where.id, actor=one.id) for one in who]


M1, M2, M3, M4 = (meeting(number) for number in range(1, 5))
GROUP = meeting(5, MeetingKind.WORKING_GROUP, Stage.ACTION_PLAN)
# By hand: Ana comes to all; Bea to M1 and M2, then only to a working group; Cruz to M2 alone;
# Dalia to M4 alone. Meetings open to all: M1, M2, M3, M4. The last two: M3, M4.
PROJECT = Snapshot(
    [
        *EVERYONE, M4, M2, M1, M3, GROUP,
        *came(M1, ANA, BEA),
        *came(M2, ANA, BEA, CRUZ),
        *came(M3, ANA),
        *came(M4, ANA, DALIA),
        *came(GROUP, BEA),
    ]
)  # fmt: skip
LATER = START + timedelta(weeks=20)


def test_newcomers_and_returning_actors_by_hand():
    found = [(one.meeting.name, one.first, one.returning) for one in arrivals(PROJECT)]

    assert found == [("M1", 2, 0), ("M2", 1, 2), ("M3", 0, 1), ("M4", 1, 1), ("M5", 0, 1)]


def test_quiet_are_those_that_came_and_stayed_away_from_the_last_two_by_hand():
    found = gone_quiet(PROJECT, LATER, last=2)

    assert [(one.actor.name, one.last.name, one.came, one.missed) for one in found] == [
        ("Bea", "M2", 2, 2),
        ("Cruz", "M2", 1, 2),
    ]


def test_with_the_last_three_counted_bea_and_cruz_still_came_to_the_first_of_four():
    assert [one.actor.name for one in gone_quiet(PROJECT, LATER, last=3)] == []


def test_nobody_is_quiet_before_there_are_more_meetings_than_are_counted():
    assert gone_quiet(PROJECT, LATER, last=4) == ()
    assert gone_quiet(Snapshot(EVERYONE), LATER) == ()


def test_meetings_still_to_come_make_nobody_quiet():
    before_m3 = M3.held_on - timedelta(days=1)

    assert [one.actor.name for one in gone_quiet(PROJECT, before_m3, last=1)] == []
    assert [one.actor.name for one in gone_quiet(PROJECT, M3.held_on, last=1)] == ["Bea", "Cruz"]


def test_a_stage_counts_its_actors_its_lead_entrepreneurs_and_its_changes():
    lead = made(Contact, name="Elena", actor=ANA.id, is_lead=True)
    away = made(Contact, name="Hugo", actor=DALIA.id, is_lead=True)
    named = made(Contact, name="Rosa", actor=DALIA.id)
    note = made(
        ChangeNote,
        name="They share a chamber",
        about_stage=Stage.ACTION_PLAN,
        step=ChangeStep.RESPONSIBLE,
        leads=(named.id,),
    )

    scope, plan = people_moved(Snapshot([*PROJECT, lead, away, named, note]))

    assert (scope.stage, scope.actors, scope.changes) == (Stage.SCOPE, 4, ())
    assert [one.name for one in scope.leads] == ["Elena", "Hugo"]
    assert (plan.stage, plan.actors, plan.changes) == (Stage.ACTION_PLAN, 1, (note,))
    assert plan.changes
    assert [one.name for one in plan.leads] == ["Rosa"]


@settings(max_examples=30)
@given(snapshots(rows=5))
def test_every_actor_arrives_once_and_quiet_actors_came_before(snapshot):
    found = arrivals(snapshot)
    dated = {one.meeting.id for one in found}
    everyone = {row.actor for row in snapshot.all(Attendance) if row.meeting in dated}

    assert sum(one.first for one in found) == len(everyone)
    for last in (1, 2, 3):
        for one in gone_quiet(snapshot, date(2100, 1, 1), last):
            assert one.came >= 1
            assert one.missed >= last
