"""The one writer: whole or not at all, unique keys, sound references."""

import subprocess
import sys
import threading
from decimal import Decimal
from pathlib import Path
from typing import Annotated
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from app.store import (
    ChangeSet,
    Edit,
    Gone,
    NotUnique,
    Put,
    Remove,
    StillReferenced,
    acts,
    apply,
    load,
    reading,
    writing,
)
from methodology.characterization import Indicator, Statistic
from methodology.mapping import Actor, ActorKind, ChainLink, Contact, MapSettings, Tie
from methodology.record import REGISTRY, Label, Many, Record, Ref
from methodology.records import record_types
from methodology.round_results import RoundPair, RoundResult, RoundSummary
from methodology.rounds import Round, RoundCriterion, RoundItem, VoterCard
from methodology.scope import Segment
from methodology.snapshot import Snapshot
from methodology.validation import Invalid
from tests.samples import large_snapshot, random_snapshot, snapshots

OF_VOTES = (Round, RoundItem, RoundCriterion, RoundResult, RoundSummary, RoundPair, VoterCard)


def actor(name="Lácteos Chugur", **values):
    return Actor(id=uuid4(), name=name, **values)


@settings(deadline=None, max_examples=20)
@given(snapshots(rows=3))
def test_what_is_written_is_read_back_the_same(emptied, snapshot):
    engine = emptied()
    with writing(engine) as session:
        apply(session, ChangeSet("Import", tuple(map(Put, snapshot))), by="ana")

    with reading(engine) as session:
        found = load(session)

    assert [found.all(cls) for cls in record_types()] == [
        snapshot.all(cls) for cls in record_types()
    ]


def test_a_large_project_is_read_back_the_same(database):
    snapshot = large_snapshot(60, 120)

    database.put(*snapshot)

    found = database.snapshot()
    assert [found.all(cls) for cls in record_types()] == [
        snapshot.all(cls) for cls in record_types()
    ]
    assert found.revision == 1


def test_an_act_says_who_did_what_to_how_many(database):
    act = database.apply(Put(actor("A")), Put(actor("B")), title="Import {file}", by="Inés")

    assert (act.revision, act.by, act.title, act.count) == (1, "Inés", "Import {file}", 2)
    assert act.at.utcoffset().total_seconds() == 0
    assert database.read(acts) == [act]


def test_an_edit_changes_only_its_fields(database):
    row = actor("A", employees=3, place="Chota")
    database.put(row)

    database.apply(Edit(Actor, row.id, {"employees": 9}))

    assert database.snapshot().one(Actor) == row.model_copy(update={"employees": 9})


def test_values_of_an_edit_are_validated_as_the_record_is(database):
    row = actor("A", employees=3)
    database.put(row)

    with pytest.raises(Invalid) as caught:
        database.apply(Edit(Actor, row.id, {"employees": -1, "kind": "nobody"}))

    assert {found.field for found in caught.value.complaints} == {"employees", "kind"}
    assert caught.value.id == row.id
    assert database.snapshot().one(Actor) == row


def test_a_rule_across_fields_holds_for_edits_too(database):
    one, other = actor("A"), actor("B")
    tie = Tie(id=uuid4(), source=one.id, target=other.id)
    database.put(one, other, tie)

    with pytest.raises(Invalid, match="two different actors"):
        database.apply(Edit(Tie, tie.id, {"target": one.id}))


def test_a_field_that_does_not_exist_is_refused(database):
    row = actor()
    database.put(row)

    with pytest.raises(Invalid):
        database.apply(Edit(Actor, row.id, {"colour": "red"}))


def test_a_record_that_escaped_validation_is_refused(database):
    row = Actor.model_construct(**{**dict(actor()), "employees": -5})

    with pytest.raises(Invalid):
        database.put(row)

    assert list(database.snapshot()) == []


def test_nothing_is_written_when_one_change_is_refused(database):
    row = actor("A")
    database.put(row)

    with pytest.raises(NotUnique):
        database.apply(Put(actor("B")), Edit(Actor, row.id, {"place": "Chota"}), Put(actor("a")))

    assert database.snapshot().all(Actor) == (row,)
    assert database.snapshot().revision == 1


def test_a_change_set_that_changes_nothing_leaves_no_act(database):
    row = actor("A", employees=3)
    database.put(row)

    act = database.apply(Edit(Actor, row.id, {"employees": 3}), Remove(Actor, uuid4()))

    assert (act.count, act.revision) == (0, 1)
    assert len(database.read(acts)) == 1


def test_several_edits_of_one_record_add_up(database):
    row = actor("A")
    database.put(row)

    act = database.apply(Edit(Actor, row.id, {"employees": 1}), Edit(Actor, row.id, {"place": "X"}))

    assert act.count == 1
    assert database.snapshot().one(Actor) == row.model_copy(update={"employees": 1, "place": "X"})


def test_records_keep_the_order_of_entry(database):
    rows = [actor(name) for name in "CABED"]

    database.put(*rows)
    database.apply(Edit(Actor, rows[2].id, {"name": "Z"}))

    assert [row.name for row in database.snapshot().all(Actor)] == ["C", "A", "Z", "E", "D"]


@pytest.mark.parametrize("name", ["LÁCTEOS CHUGUR", "lácteos  chugur", " Lácteos\tChugur "])
def test_a_key_is_the_same_whatever_its_capitals_and_spaces(database, name):
    database.put(actor("Lácteos Chugur"))

    with pytest.raises(NotUnique, match="already in “Actors”"):
        database.put(actor(name))


def test_names_that_differ_by_an_accent_are_two(database):
    database.put(actor("Peña"), actor("Pena"))

    assert [row.name for row in database.snapshot().all(Actor)] == ["Peña", "Pena"]


def test_two_new_records_with_the_same_key_are_refused(database):
    with pytest.raises(NotUnique):
        database.put(actor("A"), actor("a"))


def test_a_code_belongs_to_one_row(database):
    database.put(actor("A", code="C-1"))

    with pytest.raises(NotUnique, match="“c-1” is used twice") as caught:
        database.put(actor("B", code="c-1"))

    assert caught.value.field == "code"


def test_rows_without_code_are_no_doubles(database):
    database.put(actor("A"), actor("B"))

    assert len(database.snapshot().all(Actor)) == 2


def test_a_key_of_several_fields_may_repeat_in_each(database):
    one, other = actor("A"), actor("B")

    database.put(
        one,
        other,
        Contact(id=uuid4(), name="Rosa", actor=one.id),
        Contact(id=uuid4(), name="Rosa", actor=other.id),
    )

    assert len(database.snapshot().all(Contact)) == 2


def test_an_empty_part_of_a_key_counts_as_a_value(database):
    def figure():
        return Statistic(id=uuid4(), indicator=Indicator.FIRMS, year=2025, value=Decimal(3))

    database.put(figure())

    with pytest.raises(NotUnique):
        database.put(figure())


def test_two_names_can_be_exchanged_in_one_act(database):
    one, other = actor("A"), actor("B")
    database.put(one, other)

    database.apply(Edit(Actor, one.id, {"name": "B"}), Edit(Actor, other.id, {"name": "A"}))

    assert [row.name for row in database.snapshot().all(Actor)] == ["B", "A"]


def test_a_removed_name_is_free_in_the_same_act(database):
    row = actor("A")
    database.put(row)

    database.apply(Remove(Actor, row.id), Put(actor("A")))

    assert len(database.snapshot().all(Actor)) == 1


def test_a_type_with_one_row_has_one_row(database):
    database.put(MapSettings(id=uuid4()))

    with pytest.raises(NotUnique, match="Somebody has written “Settings of the map” meanwhile"):
        database.put(MapSettings(id=uuid4()))


def test_the_same_record_cannot_be_added_twice(database):
    row = actor("A")
    database.put(row)

    with pytest.raises(NotUnique, match="already there"):
        database.put(row)


def test_a_reference_to_nothing_is_refused_at_its_field(database):
    row = actor("A", link=uuid4())

    with pytest.raises(Invalid) as caught:
        database.put(row)

    (complaint,) = caught.value.complaints
    assert (complaint.field, caught.value.id) == ("link", row.id)
    assert str(complaint.problem) == "This points to something that does not exist."


def test_one_of_many_references_to_nothing_is_refused(database):
    segment = Segment(id=uuid4(), name="Maduro")

    with pytest.raises(Invalid):
        database.put(segment, actor("A", segments=(segment.id, uuid4())))


def test_a_reference_to_another_kind_of_record_is_refused(database):
    segment = Segment(id=uuid4(), name="Maduro")

    with pytest.raises(Invalid):
        database.put(segment, actor("A", link=segment.id))


def test_records_may_point_to_others_later_in_the_same_act(database):
    link = ChainLink(id=uuid4(), name="Quesería")

    database.put(actor("A", link=link.id), link)

    assert database.snapshot().one(Actor).link == link.id


def test_what_others_use_is_not_removed(database):
    one, other = actor("A"), actor("B")
    tie = Tie(id=uuid4(), source=one.id, target=other.id)
    database.put(one, other, tie)

    with pytest.raises(StillReferenced, match="A is still used by A · B · Joint project") as caught:
        database.apply(Remove(Actor, one.id))

    assert [(row, field.name) for row, field in caught.value.users] == [(tie, "source")]
    assert len(database.snapshot().all(Actor)) == 2


def test_what_a_list_of_references_uses_is_not_removed(database):
    segment = Segment(id=uuid4(), name="Maduro")
    database.put(segment, actor("A", segments=(segment.id,)))

    with pytest.raises(StillReferenced):
        database.apply(Remove(Segment, segment.id))


def test_what_others_use_goes_together_with_them(database):
    one, other = actor("A"), actor("B")
    tie = Tie(id=uuid4(), source=one.id, target=other.id)
    database.put(one, other, tie)

    database.apply(Remove(Actor, one.id), Remove(Tie, tie.id))

    assert list(database.snapshot()) == [other]


def test_editing_what_is_gone_names_it(database):
    row = actor("Quesería Porcón")
    database.put(row)
    database.apply(Remove(Actor, row.id))

    with pytest.raises(Gone, match="Quesería Porcón was removed meanwhile"):
        database.apply(Edit(Actor, row.id, {"employees": 1}))


def test_editing_what_never_was_is_refused(database):
    with pytest.raises(Gone, match="Actors was removed"):
        database.apply(Edit(Actor, uuid4(), {"employees": 1}))


def test_the_session_writes_all_or_nothing(database):
    def interrupted():
        with writing(database.engine) as session:
            apply(session, ChangeSet("Add", (Put(actor("A")),)), by="ana")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        interrupted()

    assert list(database.snapshot()) == []
    assert database.read(acts) == []


def test_values_stand_in_the_file_as_anybody_can_read_them(database):
    link = ChainLink(id=uuid4(), name="Quesería")
    row = actor("A", kind=ActorKind.PRODUCER, link=link.id, turnover=1_250_00, is_core=True)
    figure = Statistic(id=uuid4(), indicator=Indicator.FIRMS, year=2025, value=Decimal("0.10"))
    database.put(link, row, figure)

    with reading(database.engine) as session:
        stored = session.execute(text("select kind, link, turnover, is_core from actor")).one()
        value = session.execute(text("select value from statistic")).scalar_one()

    assert tuple(stored) == ("producer", str(link.id), 125_000, 1)
    assert value == "0.10"


def test_many_writers_at_once_lose_nothing(database):
    rows = [actor(f"A{place}") for place in range(8)]
    database.put(*rows)

    def work(place):
        for count in range(1, 11):
            database.apply(Edit(Actor, rows[place].id, {"employees": count}), by=f"p{place}")

    threads = [threading.Thread(target=work, args=(place,)) for place in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [row.employees for row in database.snapshot().all(Actor)] == [10] * 8
    assert [act.revision for act in database.read(acts)] == list(range(81, 0, -1))


_ADDING = """
import sys
from uuid import uuid4
from pathlib import Path
from app.store import ChangeSet, Put, apply, open_engine, writing
from methodology.mapping import Actor

engine = open_engine(Path(sys.argv[1]))
for count in range(20):
    with writing(engine) as session:
        row = Actor(id=uuid4(), name=f"{sys.argv[2]} {count}")
        apply(session, ChangeSet("Add", (Put(row),)), by=sys.argv[2])
"""


def test_two_processes_at_once_lose_nothing(open_database, tmp_path):
    database = open_database()
    command = [sys.executable, "-c", _ADDING, str(tmp_path / "project.db")]

    root = Path(__file__).parents[2]
    writers = [subprocess.Popen([*command, name], cwd=root) for name in ("ana", "bea")]

    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    assert len(database.snapshot().all(Actor)) == 40
    assert sorted(act.by for act in database.read(acts)) == ["ana"] * 20 + ["bea"] * 20


@pytest.fixture
def probe():
    class Probe(Record):
        table = "probe"
        name: Annotated[str, Label("Name")]
        subject: Annotated[UUID | None, Label("About"), Ref("actor")] = None
        several: Annotated[tuple[UUID, ...], Label("Several"), Many("actor")] = ()

    yield Probe
    REGISTRY.pop("probe")


def test_a_record_type_of_a_test_is_stored_without_another_edit(probe, database):
    row = actor("A")
    made = probe(id=uuid4(), name="x", subject=row.id, several=(row.id,))

    database.put(row, made)

    assert database.snapshot().all(probe) == (made,)
    with pytest.raises(StillReferenced):
        database.apply(Remove(Actor, row.id))


@settings(deadline=None, max_examples=15)
@given(st.integers(0, 10_000))
def test_every_field_can_be_edited_to_any_other_valid_value(emptied, seed):
    engine = emptied()
    before, after = random_snapshot(seed, rows=3), random_snapshot(seed + 1, rows=3)
    translated = _moved(before, after)
    with writing(engine) as session:
        apply(session, ChangeSet("Import", tuple(map(Put, before))), by="ana")

    edits = tuple(Edit(type(row), row.id, _values(row)) for row in translated if _is_free(row))
    with writing(engine) as session:
        apply(session, ChangeSet("Edit", edits), by="ana", expected=1)

    with reading(engine) as session:
        kept = zip(translated, before, strict=True)
        assert list(load(session)) == [new if _is_free(new) else old for new, old in kept]


def _is_free(row):
    """Say whether a record may be edited at any time: those of votes follow rules of their own."""
    return not isinstance(row, OF_VOTES)


def _values(row):
    return {name: value for name, value in row if name != "id"}


def _moved(before, after):
    """Return the values of one project under the ids of another."""
    ids = {
        str(new.id): str(old.id)
        for cls in record_types()
        for old, new in zip(before.all(cls), after.all(cls), strict=True)
    }

    def renamed(record):
        dumped = record.model_dump_json()
        for new, old in ids.items():
            dumped = dumped.replace(new, old)
        return type(record).model_validate_json(dumped)

    return Snapshot(map(renamed, after))


def test_an_id_belongs_to_one_record_whatever_its_table(database):
    row = actor("Quesería")
    database.put(row)

    with pytest.raises(NotUnique, match="“Quesería” is already there"):
        database.put(ChainLink(id=row.id, name="Acopio"))

    assert database.snapshot().all(ChainLink) == ()


def test_two_new_records_of_one_act_have_two_ids(database):
    row = actor("Quesería")

    with pytest.raises(NotUnique):
        database.put(row, ChainLink(id=row.id, name="Acopio"))

    assert list(database.snapshot()) == []


def test_an_edit_never_turns_a_record_into_another(database):
    first, second = actor("A"), actor("B")
    database.put(first, second)

    database.apply(Edit(Actor, first.id, {"id": second.id, "employees": 5}))

    assert database.snapshot().all(Actor) == (first.model_copy(update={"employees": 5}), second)
