"""What goes with a removal: named before it is done, and done in the same act."""

from datetime import date
from decimal import Decimal
from random import Random
from uuid import uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from app.store import (
    ChangeSet,
    Consequences,
    Edit,
    Put,
    Remove,
    consequences,
    preview,
    with_consequences,
)
from methodology.characterization import Indicator, Statistic
from methodology.mapping import Actor, ChainLink, Contact, Tie
from methodology.process import Meeting, MeetingKind
from methodology.project import Evidence
from methodology.record import fields
from methodology.scope import Scope, Segment
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.samples import random_snapshot


def actor(name, **values):
    return Actor(id=uuid4(), name=name, **values)


def named_fields(found):
    return [(record, field.name) for record, field in found.cleared]


def removal(record):
    return Remove(type(record), record.id)


def test_what_nothing_points_to_takes_nothing_along():
    row = actor("A")

    found = consequences(Snapshot([row]), [removal(row)])

    assert found == Consequences()
    assert not found


def test_a_removed_actor_takes_its_relations_and_people_along():
    one, other = actor("A"), actor("B")
    tie = Tie(id=uuid4(), source=other.id, target=one.id)
    person = Contact(id=uuid4(), name="Rosa", actor=one.id)

    found = consequences(Snapshot([one, other, tie, person]), [removal(one)])

    assert found.removed == (tie, person)
    assert found.cleared == ()
    assert found


def test_a_removed_meeting_empties_the_field_that_names_it():
    meeting = Meeting(id=uuid4(), name="Taller", kind=MeetingKind.WORKSHOP, about_stage=Stage.SCOPE)
    scope = Scope(id=uuid4(), accepted_in=meeting.id)

    found = consequences(Snapshot([meeting, scope]), [removal(meeting)])

    assert found.removed == ()
    assert named_fields(found) == [(scope, "accepted_in")]


def test_a_removed_segment_leaves_the_others_in_a_list():
    segments = [Segment(id=uuid4(), name=name) for name in ("Fresco", "Maduro", "Fundido")]
    row = actor("A", segments=tuple(one.id for one in segments))
    snapshot = Snapshot([*segments, row])

    found = with_consequences(snapshot, ChangeSet("Remove", (removal(segments[1]),)))

    assert found.changes[1:] == (
        Edit(Actor, row.id, {"segments": (segments[0].id, segments[2].id)}),
    )


def test_a_figure_of_a_link_goes_with_it_and_does_not_become_the_total():
    link = ChainLink(id=uuid4(), name="Acopio")
    figures = [
        Statistic(id=uuid4(), indicator=Indicator.FIRMS, year=2025, value=Decimal(9), link=place)
        for place in (None, link.id)
    ]

    found = consequences(Snapshot([link, *figures]), [removal(link)])

    assert found.removed == (figures[1],)


def test_evidence_of_a_removed_record_stays_and_is_about_nothing():
    row = actor("A")
    letter = Evidence(
        id=uuid4(),
        name="Letter",
        file="letter.pdf",
        about_table="actor",
        about_id=row.id,
        added_on=date(2026, 11, 23),
    )

    found = consequences(Snapshot([row, letter]), [removal(row)])

    assert named_fields(found) == [(letter, "about_id")]


def test_records_removed_together_are_not_consequences_of_each_other():
    one, other = actor("A"), actor("B")
    tie = Tie(id=uuid4(), source=other.id, target=one.id)

    found = consequences(Snapshot([one, other, tie]), [removal(one), removal(tie)])

    assert found == Consequences()


def test_what_the_same_change_set_adds_or_points_elsewhere_is_considered():
    one, other, third = actor("A"), actor("B"), actor("C")
    tie = Tie(id=uuid4(), source=one.id, target=other.id)
    snapshot = Snapshot([one, other, third, tie])
    person = Contact(id=uuid4(), name="Rosa", actor=one.id)

    found = with_consequences(
        snapshot,
        ChangeSet("Edit", (Edit(Tie, tie.id, {"source": third.id}), Put(person), removal(one))),
    )

    assert found.changes[3:] == (removal(person),)


def test_the_title_and_the_values_of_the_change_set_stay():
    given_set = ChangeSet("Remove {name}", (removal(actor("A")),), {"name": "A"})

    assert with_consequences(Snapshot(), given_set) == given_set


def test_a_preview_shows_what_is_added_and_edited():
    row, added = actor("A"), actor("B")
    change_set = ChangeSet("Edit", (Edit(Actor, row.id, {"place": "Chota"}), Put(added)))

    found = preview(Snapshot([row], 7), change_set)

    assert found.all(Actor) == (row.model_copy(update={"place": "Chota"}), added)
    assert found.revision == 7


@settings(deadline=None, max_examples=40)
@given(seed=st.integers(0, 10**6), count=st.integers(1, 4))
def test_after_any_removals_with_their_consequences_nothing_dangles(seed, count):
    snapshot = random_snapshot(seed, rows=4)
    chosen = Random(seed).sample(list(snapshot), count)

    change_set = with_consequences(
        snapshot, ChangeSet("Remove", tuple(removal(record) for record in chosen))
    )

    gone = {change.id for change in change_set.changes if isinstance(change, Remove)}
    after = preview(snapshot, change_set)
    left = Snapshot(record for record in after if record.id not in gone)
    assert gone >= {record.id for record in chosen}
    for record in left:
        for field in fields(type(record)):
            if field.target and (value := getattr(record, field.name)):
                for key in value if isinstance(value, tuple) else (value,):
                    assert left.find(field.target, key) is not None


def test_removals_with_consequences_are_written_and_undone_as_one(database):
    snapshot = random_snapshot(4, rows=4)
    database.put(*snapshot)
    before = list(database.snapshot())
    removals = tuple(map(removal, [*snapshot.all(Actor)[:2], snapshot.all(Segment)[0]]))

    act = database.apply(*with_consequences(snapshot, ChangeSet("Remove", removals)).changes)
    assert act.count > len(removals)
    database.undo(act.revision)

    assert list(database.snapshot()) == before
