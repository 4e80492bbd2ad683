"""The difference between two moments: each record once, first against last."""

from random import Random
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.store import ChangeSet, Edit, Put, Remove, apply, difference, load, reading, writing
from methodology.mapping import Actor


def actor(name, **values):
    return Actor(id=uuid4(), name=name, **values)


def seen(database, revision):
    return {each.id: (each.before, each.after) for each in database.read(difference, revision)}


def test_what_was_there_before_and_did_not_change_is_no_difference(database):
    act = database.put(actor("A"))

    assert seen(database, act.revision) == {}


def test_a_new_record_is_whole_with_its_latest_values(database):
    begin = database.put(actor("A")).revision
    row = actor("B", employees=1)
    database.put(row)
    database.apply(Edit(Actor, row.id, {"employees": 5}))

    [(before, after)] = seen(database, begin).values()

    assert before is None
    assert (after["name"], after["employees"]) == ("B", 5)


def test_several_edits_of_a_record_are_one_first_against_last(database):
    row = actor("A", employees=1, place="Chota")
    begin = database.put(row).revision
    for count in (2, 3):
        database.apply(Edit(Actor, row.id, {"employees": count}))
    database.apply(Edit(Actor, row.id, {"place": "Jaén"}))

    assert seen(database, begin)[row.id] == (
        {"employees": 1, "place": "Chota"},
        {"employees": 3, "place": "Jaén"},
    )


def test_what_was_changed_back_is_no_difference(database):
    row = actor("A", employees=1)
    begin = database.put(row).revision
    database.apply(Edit(Actor, row.id, {"employees": 2}))
    database.apply(Edit(Actor, row.id, {"employees": 1}))

    assert seen(database, begin) == {}


def test_an_undone_act_is_no_difference(database):
    row = actor("A", employees=1)
    begin = database.put(row).revision
    act = database.apply(Edit(Actor, row.id, {"employees": 2}))
    database.undo(act.revision)

    assert seen(database, begin) == {}


def test_a_removed_record_is_as_it_was_at_the_beginning(database):
    row = actor("A", employees=1)
    begin = database.put(row).revision
    database.apply(Edit(Actor, row.id, {"employees": 9}))
    database.apply(Remove(Actor, row.id))

    [(before, after)] = seen(database, begin).values()

    assert after is None
    assert (before["name"], before["employees"]) == ("A", 1)


def test_a_record_made_and_removed_again_is_no_difference(database):
    begin = database.put(actor("A")).revision
    row = actor("B")
    database.put(row)
    database.apply(Remove(Actor, row.id))

    assert seen(database, begin) == {}


def test_a_record_removed_and_brought_back_otherwise_is_changed(database):
    row = actor("A", employees=1)
    begin = database.put(row).revision
    database.apply(Remove(Actor, row.id))
    database.put(row.model_copy(update={"employees": 4}))

    assert seen(database, begin)[row.id] == ({"employees": 1}, {"employees": 4})


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 25))
def test_the_difference_leads_from_the_first_state_to_the_last(emptied, seed, steps):
    rng = Random(seed)
    engine = emptied()
    rows = [actor(f"A{number}", employees=number) for number in range(4)]
    with writing(engine) as session:
        begin = apply(session, ChangeSet("x", tuple(map(Put, rows))), by="ana").revision
    with reading(engine) as session:
        first = _state(load(session))

    for _step in range(steps):
        _do_something(rng, engine)

    with reading(engine) as session:
        last, found = _state(load(session)), difference(session, begin)
    for each in found:
        assert (each.before is None) is (each.id not in first)
        if each.after is None:
            del first[each.id]
        else:
            first[each.id] = {**first.get(each.id, {}), **each.after}
    assert first == last


def _state(snapshot):
    return {row.id: row.model_dump(mode="json", exclude={"id"}) for row in snapshot.all(Actor)}


def _do_something(rng, engine):
    with writing(engine) as session:
        rows = load(session).all(Actor)
        row = rng.choice(rows) if rows else None
        change = Put(actor(f"N{rng.random()}"))
        if row and rng.random() < 0.7:
            change = Edit(Actor, row.id, {"employees": rng.randrange(3)})
            if rng.random() < 0.3:
                change = Remove(Actor, row.id)
        apply(session, ChangeSet("x", (change,)), by="ana")


@pytest.mark.parametrize("revision", [0, 99])
def test_any_revision_can_be_asked(database, revision):
    database.put(actor("A"))

    assert len(seen(database, revision)) == (1 if revision == 0 else 0)
