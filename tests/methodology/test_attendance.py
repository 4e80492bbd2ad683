"""Who came: people by type, head counts, and who keeps coming."""

from datetime import date

from hypothesis import given, settings

from methodology.attendance import attendance, recurrence, recurrent_share
from methodology.mapping import ActorKind
from methodology.process import Attendance, Meeting, MeetingKind
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.cluster import actor, made
from tests.samples import snapshots

DAIRY, FARM = actor("Dairy"), actor("Farm", ActorKind.SUPPLIER)
BANK, STRANGER = actor("Bank", ActorKind.FINANCE), actor("Stranger", None)


def meeting(name, held_on=None, **values):
    return made(
        Meeting,
        name,
        name=name,
        kind=MeetingKind.WORKSHOP,
        about_stage=Stage.MAPPING,
        held_on=held_on,
        **values,
    )


def came(where, who, people=1):
    return made(Attendance, where.name + who.name, meeting=where.id, actor=who.id, people=people)


T1, T2 = meeting("T1", date(2026, 3, 1)), meeting("T2", date(2026, 5, 1), people=10)


def test_people_are_counted_by_type_in_the_order_of_types():
    rows = [came(T1, BANK), came(T1, DAIRY, 3), came(T1, STRANGER), came(T1, FARM, 2)]

    (found,) = attendance(Snapshot([T1, DAIRY, FARM, BANK, STRANGER, *rows]))

    assert [*found.by_kind.items()] == [
        (ActorKind.PRODUCER, 3),
        (ActorKind.SUPPLIER, 2),
        (ActorKind.FINANCE, 1),
        (None, 1),
    ]
    assert (found.people, found.actors) == (7, 4)


def test_head_count_stands_beside_the_list():
    (found,) = attendance(Snapshot([T2, DAIRY, came(T2, DAIRY, 4)]))

    assert (found.people, sum(found.by_kind.values())) == (10, 4)


def test_meetings_come_by_date_and_those_without_last():
    undated = meeting("T0")

    found = attendance(Snapshot([undated, T2, T1]))

    assert [one.meeting.name for one in found] == ["T1", "T2", "T0"]


def test_actor_that_was_deleted_still_counts_as_people():
    (found,) = attendance(Snapshot([T1, came(T1, DAIRY, 2)]))

    assert found.by_kind == {None: 2}


def test_actors_that_keep_coming_are_first():
    rows = [came(T1, FARM), came(T1, DAIRY), came(T2, DAIRY)]
    snapshot = Snapshot([T1, T2, DAIRY, FARM, BANK, *rows])

    assert [(one.actor.name, one.meetings) for one in recurrence(snapshot)] == [
        ("Dairy", 2),
        ("Farm", 1),
    ]
    assert recurrent_share(snapshot) == 0.5


def test_nobody_came_yet():
    assert attendance(Snapshot()) == ()
    assert recurrent_share(Snapshot([DAIRY])) is None


@settings(max_examples=30)
@given(snapshots())
def test_everybody_listed_is_counted_once(snapshot):
    listed = sum(row.people for row in snapshot.all(Attendance))

    assert sum(sum(one.by_kind.values()) for one in attendance(snapshot)) == listed
    assert sum(one.actors for one in attendance(snapshot)) == len(snapshot.all(Attendance))
