"""The history: who changed what, undo as one act, earlier values back."""

from datetime import UTC, date, datetime
from decimal import Decimal
from random import Random
from typing import Annotated
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from app.store import (
    Act,
    ChangeSet,
    Conflict,
    Edit,
    Put,
    Remove,
    UndoRefused,
    act_detail,
    acts,
    apply,
    load,
    reading,
    record_history,
    restore_values,
    undo,
    with_consequences,
    writing,
)
from app.store.history import enter
from methodology.characterization import Indicator, Statistic
from methodology.mapping import Actor, ChainLink, Tie
from methodology.project import Evidence, Project
from methodology.record import REGISTRY, Key, Label, Name, Record, fields
from methodology.records import record_types
from methodology.rounds import Round, State
from methodology.text import Problem
from tests.samples import random_record, random_snapshot, random_value


def actor(name, **values):
    return Actor(id=uuid4(), name=name, **values)


def restore(database, record, revision, by="ana"):
    with writing(database.engine) as session:
        return restore_values(session, type(record), record.id, revision, by=by)


def test_an_act_keeps_before_and_after_of_changed_fields_alone(database):
    row = actor("A", employees=3, place="Chota")
    database.put(row)
    act = database.apply(Edit(Actor, row.id, {"employees": 4, "place": "Chota"}))

    (found,) = database.read(act_detail, act.revision)

    assert (found.cls, found.id) == (Actor, row.id)
    assert (found.before, found.after) == ({"employees": 3}, {"employees": 4})


def test_a_new_record_has_no_before_and_a_removed_one_no_after(database):
    row = Statistic(id=uuid4(), indicator=Indicator.FIRMS, year=2025, value=Decimal("1.5"))
    database.put(row)
    database.apply(Remove(Statistic, row.id))

    (made,), (removed,) = database.read(act_detail, 1), database.read(act_detail, 2)

    assert made.before is None
    assert removed.after is None
    assert made.after == removed.before
    assert made.after["value"] == "1.5"


def test_acts_come_newest_first_page_by_page(database):
    for name in "ABCDE":
        database.apply(Put(actor(name)), title=f"Add {name}")

    first = database.read(acts, limit=2)
    second = database.read(acts, limit=2, before=first[-1].revision)

    assert [act.title for act in [*first, *second]] == ["Add E", "Add D", "Add C", "Add B"]


def test_the_history_of_a_record_says_who_changed_it(database):
    row, other = actor("A"), actor("B")
    database.put(row, other)
    database.apply(Edit(Actor, other.id, {"employees": 1}), by="bea")
    database.apply(Edit(Actor, row.id, {"employees": 2}), by="carla")

    found = database.read(record_history, row.id)

    assert [(act.by, change.after.get("employees")) for act, change in found] == [
        ("carla", 2),
        ("ana", None),
    ]


def test_values_of_a_title_are_kept(database):
    with writing(database.engine) as session:
        apply(
            session,
            ChangeSet("Import {file}", (Put(actor("A")),), {"file": "actores.xlsx", "rows": 3}),
            by="ana",
        )

    (act,) = database.read(acts)

    assert act.values == {"file": "actores.xlsx", "rows": 3}
    assert act.text(str) == "Import actores.xlsx"


def test_undo_takes_back_an_edit_an_addition_and_a_removal(database):
    kept, removed = actor("A", employees=3), actor("B", code="C-2")
    database.put(kept, removed)
    before = database.snapshot()
    act = database.apply(
        Edit(Actor, kept.id, {"employees": 9}), Remove(Actor, removed.id), Put(actor("C"))
    )

    database.undo(act.revision)

    assert list(database.snapshot()) == list(before)


def test_undo_of_a_removal_puts_the_row_back_in_its_place(database):
    rows = [actor(name) for name in "ABC"]
    database.put(*rows)
    act = database.apply(Remove(Actor, rows[1].id))
    database.put(actor("D"))

    database.undo(act.revision)

    assert [row.name for row in database.snapshot().all(Actor)] == ["A", "B", "C", "D"]


def test_undo_is_an_act_of_its_own_that_names_what_it_undid(database):
    database.put(actor("A"))

    made = database.undo(1, by="bea")

    newest, oldest = database.read(acts)
    assert (newest.by, newest.undoes, newest.undone_by) == ("bea", 1, None)
    assert (oldest.undone_by, oldest.undoes) == (made.revision, None)
    assert newest.text(str) == "Undo: Import"


def test_undo_of_an_undo_brings_it_back(database):
    row = actor("A")
    database.put(row)
    undone = database.undo(1)

    redone = database.undo(undone.revision)

    assert database.snapshot().all(Actor) == (row,)
    assert redone.text(str) == "Redo: Import"
    marks = {act.revision: act.undone_by for act in database.read(acts)}
    assert marks == {3: None, 2: 3, 1: None}


def test_what_was_redone_can_be_undone_again(database):
    database.put(actor("A"))
    for revision in (1, 2, 3):
        database.undo(revision)

    assert database.snapshot().all(Actor) == ()
    assert database.read(acts)[0].text(str) == "Undo: Import"


def test_what_is_undone_cannot_be_undone_again(database):
    database.put(actor("A"))
    database.undo(1)

    with pytest.raises(UndoRefused, match="undone already"):
        database.undo(1)


def test_an_act_that_never_was_cannot_be_undone(database):
    with pytest.raises(UndoRefused, match="no such change"):
        database.undo(7)


def test_undo_is_refused_when_somebody_changed_the_same_field_later(database):
    row = actor("Quesería Porcón", employees=1)
    database.put(row)
    act = database.apply(Edit(Actor, row.id, {"employees": 2}))
    database.apply(Edit(Actor, row.id, {"employees": 3}), by="Bea")

    with pytest.raises(UndoRefused, match="Bea changed “Employees” of Quesería Porcón later"):
        database.undo(act.revision)

    assert database.snapshot().one(Actor).employees == 3


def test_undo_keeps_what_somebody_changed_later_in_another_field(database):
    row = actor("A", employees=1)
    database.put(row)
    act = database.apply(Edit(Actor, row.id, {"employees": 2}))
    database.apply(Edit(Actor, row.id, {"place": "Chota"}), by="bea")

    database.undo(act.revision)

    found = database.snapshot().one(Actor)
    assert (found.employees, found.place) == (1, "Chota")


def test_undo_of_an_addition_is_refused_when_the_record_was_changed_later(database):
    row = actor("A")
    database.put(row)
    database.apply(Edit(Actor, row.id, {"place": "Chota"}), by="bea")

    with pytest.raises(UndoRefused, match="bea changed “Municipality”"):
        database.undo(1)


def test_undo_of_an_edit_is_refused_when_the_record_was_removed_later(database):
    row = actor("A")
    database.put(row)
    act = database.apply(Edit(Actor, row.id, {"place": "Chota"}))
    database.apply(Remove(Actor, row.id), by="bea")

    with pytest.raises(UndoRefused, match="bea removed A later"):
        database.undo(act.revision)


def test_undo_of_an_addition_is_refused_when_others_point_to_it(database):
    one, other = actor("A"), actor("B")
    database.put(one)
    database.put(other, Tie(id=uuid4(), source=one.id, target=other.id))

    with pytest.raises(UndoRefused, match="A is still used by A · B · Joint project"):
        database.undo(1)


def test_undo_of_a_removal_is_refused_when_the_name_was_taken_meanwhile(database):
    row = actor("A")
    database.put(row)
    act = database.apply(Remove(Actor, row.id))
    database.put(actor("a"))

    with pytest.raises(UndoRefused, match="already in “Actors”"):
        database.undo(act.revision)


def test_undo_of_a_removal_is_refused_when_what_it_pointed_to_is_gone(database):
    link = ChainLink(id=uuid4(), name="Acopio")
    row = actor("A", link=link.id)
    database.put(link, row)
    act = database.apply(Remove(Actor, row.id))
    database.apply(Remove(ChainLink, link.id))

    with pytest.raises(UndoRefused, match="points to something that does not exist"):
        database.undo(act.revision)


def test_an_act_can_be_undone_after_the_later_one_was_undone(database):
    row = actor("A", employees=1)
    database.put(row)
    first = database.apply(Edit(Actor, row.id, {"employees": 2}))
    second = database.apply(Edit(Actor, row.id, {"employees": 3}), by="bea")
    database.undo(second.revision)

    database.undo(first.revision)

    assert database.snapshot().one(Actor).employees == 1


def test_a_refused_undo_leaves_no_trace(database):
    row = actor("A", employees=1)
    database.put(row)
    database.apply(Edit(Actor, row.id, {"employees": 2}))

    with pytest.raises(UndoRefused):
        database.undo(1)

    assert [act.undone_by for act in database.read(acts)] == [None, None]


def test_earlier_values_come_back_as_they_were_after_an_act(database):
    row = actor("A", employees=1)
    database.put(row)
    database.apply(Edit(Actor, row.id, {"employees": 2, "place": "Chota"}))
    database.apply(Edit(Actor, row.id, {"employees": 3, "name": "B"}), by="bea")

    act = restore(database, row, 2)

    found = database.snapshot().one(Actor)
    assert (found.name, found.employees, found.place) == ("A", 2, "Chota")
    assert act.text(str) == "Restore earlier values of A"


def test_a_removed_record_comes_back_in_its_place_with_earlier_values(database):
    rows = [actor(name, employees=1) for name in "ABC"]
    database.put(*rows)
    database.apply(Edit(Actor, rows[0].id, {"employees": 2}))
    database.apply(Remove(Actor, rows[0].id))

    restore(database, rows[0], 1)

    assert list(database.snapshot()) == rows


def test_a_record_has_no_values_from_before_it_existed(database):
    database.put(actor("A"))
    row = actor("B")
    database.put(row)

    with pytest.raises(UndoRefused, match="did not exist yet"):
        restore(database, row, 1)


def test_restored_values_are_undone_like_any_act(database):
    row = actor("A", employees=1)
    database.put(row)
    database.apply(Edit(Actor, row.id, {"employees": 2}))
    act = restore(database, row, 1)

    database.undo(act.revision)

    assert database.snapshot().one(Actor).employees == 2


def test_restoring_is_refused_with_its_reason(database):
    row = actor("A")
    database.put(row)
    database.apply(Edit(Actor, row.id, {"name": "B"}))
    database.put(actor("A"))

    with pytest.raises(UndoRefused, match="already in “Actors”"):
        restore(database, row, 1)


def test_undo_is_told_in_the_readers_language_with_what_it_undid(database):
    with writing(database.engine) as session:
        added = ChangeSet("Add {name}", (Put(actor("A")),), {"name": "A"})
        apply(session, added, by="ana")
    database.undo(1)
    spanish = {"Undo: {what}": "Deshacer: {what}", "Add {name}": "Añadir {name}"}

    newest = database.read(acts)[0]

    assert newest.text(lambda message: spanish[message]) == "Deshacer: Añadir A"


def test_acts_about_a_type_that_no_longer_exists_are_listed_but_not_undone(open_database):
    class Probe(Record):
        table = "probe"
        name: Annotated[Name, Label("Name"), Key()]

    database = open_database("probes")
    database.put(Probe(id=uuid4(), name="A"))
    REGISTRY.pop("probe")

    assert [act.revision for act in database.read(acts)] == [1]
    assert database.read(act_detail, 1) == ()
    with pytest.raises(UndoRefused, match="this version does not know"):
        database.undo(1)


def test_earlier_values_that_no_longer_fit_are_refused(database):
    row = actor("A")
    database.put(row)
    database.apply(Remove(Actor, row.id))
    with writing(database.engine) as session:
        session.execute(text("update alteration set before = json_set(before, '$.kind', 'wizard')"))

    with pytest.raises(UndoRefused, match="earlier values of Actors do not fit"):
        database.undo(2)


@settings(deadline=None, max_examples=15)
@given(seed=st.integers(0, 10**6), count=st.integers(1, 25))
def test_random_acts_then_undo_all_give_the_same_state(emptied, seed, count):
    rng = Random(f"acts {seed}")
    engine = emptied()
    with writing(engine) as session:
        imported = ChangeSet("Import", tuple(map(Put, random_snapshot(seed, rows=3))))
        apply(session, imported, by="ana")
    with reading(engine) as session:
        start = list(load(session))

    for _ in range(count):
        _act_at_random(engine, rng)
    with reading(engine) as session:
        newest_first = [act.revision for act in acts(session, limit=1000) if act.revision > 1]
    for revision in newest_first:
        with writing(engine) as session:
            undo(session, revision, by="bea")

    with reading(engine) as session:
        assert list(load(session)) == start


def _act_at_random(engine, rng):
    """Do something a person could do: add, edit, remove with all consequences, undo, restore."""
    with reading(engine) as session:
        snapshot, done = load(session), acts(session, limit=5)
    dice = rng.random()
    with writing(engine) as session:
        try:
            if dice < 0.1:
                undo(session, rng.choice(done).revision, by="carla")
            elif dice < 0.2 and (row := _any(snapshot, rng)):
                restore_values(session, type(row), row.id, rng.choice(done).revision, by="carla")
            else:
                changes = tuple(_change(snapshot, rng) for _ in range(rng.randint(1, 3)))
                change_set = ChangeSet("Edit", tuple(filter(None, changes)))
                apply(session, with_consequences(snapshot, change_set), by="ana")
        except Problem:
            session.rollback()


def _any(snapshot, rng):
    everything = list(snapshot)
    return rng.choice(everything) if everything else None


def _change(snapshot, rng):
    row = _any(snapshot, rng)
    dice = rng.random()
    if row is None or dice < 0.3:
        cls = rng.choice(record_types())
        record = random_record(cls, snapshot, rng)
        if isinstance(record, Round):  # each begins as a draft: an open one cannot be undone
            record = record.model_copy(update={"state": State.DRAFT})
        return Put(record) if record else None
    if dice < 0.5:
        return Remove(type(row), row.id)
    chosen = rng.sample(fields(type(row)), 1)
    values = {found.name: random_value(type(row), found, snapshot, rng) for found in chosen}
    return Edit(type(row), row.id, values)


def test_two_people_in_the_history_of_one_cell_are_told_apart(database):
    row = actor("A", employees=1)
    database.put(row)
    database.apply(Edit(Actor, row.id, {"employees": 2}), by="bea", expected=1)

    with pytest.raises(Conflict):
        database.apply(Edit(Actor, row.id, {"employees": 3}), by="carla", expected=1)

    assert [act.by for act, _ in database.read(record_history, row.id)] == ["bea", "ana"]


def test_an_act_that_altered_nothing_is_not_undone(database):
    with writing(database.engine) as session:
        noted = enter(
            session, Act(0, datetime.now(UTC), "ana", "Go back to the copy of {moment}"), []
        )

    with pytest.raises(UndoRefused, match="touched no record"):
        database.undo(noted.revision)

    assert database.read(acts)[0].undone_by is None


def test_undo_of_an_addition_is_refused_when_evidence_was_attached(database):
    row = Actor(id=uuid4(), name="Quesería")
    added = database.put(row)
    database.put(
        Evidence(
            id=uuid4(),
            name="Foto",
            file="foto.jpg",
            about_table="actor",
            about_id=row.id,
            added_on=date(2026, 6, 12),
        )
    )

    with pytest.raises(UndoRefused, match="Quesería is still used by foto"):
        database.undo(added.revision)

    assert database.snapshot().all(Actor) == (row,)


def test_the_project_itself_is_not_taken_back(database):
    database.put(Project(id=uuid4(), name="Quesos"))

    with pytest.raises(UndoRefused, match="created the project"):
        database.undo(1)
