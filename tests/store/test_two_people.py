"""Two people with screens of different age, against a model that knows every earlier value."""

from random import Random

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from app.store import (
    ChangedMeanwhile,
    ChangeSet,
    Conflict,
    Edit,
    Gone,
    NotUnique,
    Put,
    Remove,
    UndoRefused,
    acts,
    apply,
    load,
    reading,
    undo,
    writing,
)
from methodology.mapping import Actor
from tests.samples import new_id

PEOPLE = ("ana", "bea")
NAMES = st.sampled_from(["Porcón", "PORCÓN", "Chugur", "chugur ", "La Colpa", "El Tambo"])
VALUES = st.fixed_dictionaries(
    {}, optional={"employees": st.integers(0, 3), "place": st.sampled_from(["", "Chota"])}
).filter(bool)


def folded(name):
    return " ".join(name.casefold().split())


class TwoPeople(RuleBasedStateMachine):
    """Every revision of every record is remembered; what the store says is compared with it."""

    actors = Bundle("actors")

    def __init__(self, engine):
        super().__init__()
        self.engine = engine
        self.rng = Random(1)
        self.states = [{}]
        self.shown = dict.fromkeys(PEOPLE, 0)
        self.touched = []

    @property
    def now(self):
        return self.states[-1]

    def write(self, person, *changes):
        with writing(self.engine) as session:
            expected = self.shown[person]
            return apply(session, ChangeSet("Edit", changes), by=person, expected=expected)

    def keep(self, act, person, state, *touched):
        if act.count:
            assert act.revision == len(self.states)
            self.states.append(state)
            self.touched.append((person, set(touched)))
        assert act.revision == len(self.states) - 1

    @rule(target=actors, person=st.sampled_from(PEOPLE), name=NAMES)
    def add(self, person, name):
        row = Actor(id=new_id(self.rng), name=name)
        if folded(name) in {folded(other.name) for other in self.now.values()}:
            with pytest.raises(NotUnique):
                self.write(person, Put(row))
            return multiple()
        self.keep(self.write(person, Put(row)), person, self.now | {row.id: row})
        return row.id

    @rule(person=st.sampled_from(PEOPLE), key=actors, values=VALUES)
    def edit(self, person, key, values):
        change = Edit(Actor, key, values)
        if key not in self.now:
            with pytest.raises(Gone):
                self.write(person, change)
        elif clashing := self.clashes(person, key, values):
            with pytest.raises(Conflict) as caught:
                self.write(person, change)
            assert {clash.field.name for clash in caught.value.clashes} == clashing
        else:
            row = self.now[key].model_copy(update=values)
            self.keep(self.write(person, change), person, self.now | {key: row}, key)

    def clashes(self, person, key, values):
        seen, row = self.states[self.shown[person]].get(key), self.now[key]
        if seen is None:
            return self.clashes_with_a_row_made_later(person, key, values)
        return {
            name
            for name, value in values.items()
            if getattr(row, name) not in (getattr(seen, name), value)
        }

    def clashes_with_a_row_made_later(self, person, key, values):
        """Who knows a row newer than the screen saw it as it was entered."""
        made = next(state[key] for state in self.states[self.shown[person] :] if key in state)
        row = self.now[key]
        return {
            name
            for name, value in values.items()
            if getattr(row, name) not in (getattr(made, name), value)
        }

    @rule(person=st.sampled_from(PEOPLE), key=consumes(actors))
    def remove(self, person, key):
        others = [
            who
            for who, touched in self.touched[self.shown[person] :]
            if who != person and key in touched
        ]
        if key in self.now and others:
            with pytest.raises(ChangedMeanwhile):
                self.write(person, Remove(Actor, key))
        else:
            left = {other: row for other, row in self.now.items() if other != key}
            self.keep(self.write(person, Remove(Actor, key)), person, left)

    @rule(person=st.sampled_from(PEOPLE))
    def look_again(self, person):
        self.shown[person] = len(self.states) - 1

    @rule(person=st.sampled_from(PEOPLE))
    def undo_the_last_act(self, person):
        if len(self.states) == 1:
            return
        with writing(self.engine) as session:
            act = undo(session, len(self.states) - 1, by=person)
        changed = {key for key in self.now | self.states[-2] if self.differs(key)}
        kept = changed & self.now.keys() & self.states[-2].keys()
        self.keep(act, person, self.states[-2], *kept)

    def differs(self, key):
        return self.now.get(key) != self.states[-2].get(key)

    @rule(person=st.sampled_from(PEOPLE))
    def undo_what_never_was(self, person):
        with pytest.raises(UndoRefused), writing(self.engine) as session:
            undo(session, len(self.states), by=person)

    @invariant()
    def the_store_holds_what_the_model_holds(self):
        with reading(self.engine) as session:
            snapshot, found = load(session), acts(session, limit=1)

        assert {row.id: row for row in snapshot.all(Actor)} == self.now
        assert snapshot.revision == len(self.states) - 1
        assert [act.revision for act in found] == [snapshot.revision][: len(self.states) - 1]


def test_the_store_does_what_two_people_expect(emptied):
    run_state_machine_as_test(
        lambda: TwoPeople(emptied()),
        settings=settings(deadline=None, max_examples=25, stateful_step_count=20),
    )
