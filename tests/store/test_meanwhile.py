"""Two people at once: other fields merge, the same field is refused and both values are shown."""

from datetime import date
from uuid import uuid4

import pytest

from app.i18n import Reader
from app.store import ChangedMeanwhile, Conflict, Edit, Gone, Put, Remove, acts
from methodology.mapping import Actor, ActorKind, ChainLink, Contact, Tie
from methodology.project import Country, Currency, Language
from methodology.scope import Segment


@pytest.fixture
def row(database):
    made = Actor(id=uuid4(), name="Quesería Porcón", employees=3)
    database.put(made)
    return made


def test_other_fields_of_a_row_merge(database, row):
    database.apply(Edit(Actor, row.id, {"employees": 4}), by="bea", expected=1)

    database.apply(Edit(Actor, row.id, {"place": "Chota"}), by="ana", expected=1)

    found = database.snapshot().one(Actor)
    assert (found.employees, found.place) == (4, "Chota")


def test_the_same_field_is_refused_and_both_values_are_shown(database, row):
    database.apply(Edit(Actor, row.id, {"employees": 4}), by="bea", expected=1)

    with pytest.raises(Conflict) as caught:
        database.apply(Edit(Actor, row.id, {"employees": 5}), by="ana", expected=1)

    (clash,) = caught.value.clashes
    assert (clash.record.id, clash.field.name) == (row.id, "employees")
    assert (clash.theirs, clash.yours) == (4, 5)
    message = str(caught.value)
    assert "Quesería Porcón" in message
    assert "“Employees”" in message
    assert "“4”" in message
    assert "“5”" in message
    assert database.snapshot().one(Actor).employees == 4


def test_one_clash_refuses_the_whole_change_set(database, row):
    database.apply(Edit(Actor, row.id, {"employees": 4}), by="bea", expected=1)
    more = Actor(id=uuid4(), name="Otra")

    with pytest.raises(Conflict):
        database.apply(Put(more), Edit(Actor, row.id, {"employees": 5}), expected=1)

    assert len(database.snapshot().all(Actor)) == 1


def test_all_clashes_are_told_at_once(database, row):
    database.apply(Edit(Actor, row.id, {"employees": 4, "place": "Chota"}), by="bea", expected=1)

    with pytest.raises(Conflict) as caught:
        database.apply(Edit(Actor, row.id, {"employees": 5, "place": "Cutervo"}), expected=1)

    assert {clash.field.name for clash in caught.value.clashes} == {"employees", "place"}


def test_two_people_who_enter_the_same_value_agree(database, row):
    database.apply(Edit(Actor, row.id, {"employees": 4}), by="bea", expected=1)

    act = database.apply(Edit(Actor, row.id, {"employees": 4}), by="ana", expected=1)

    assert act.count == 0


def test_a_value_that_was_changed_and_changed_back_does_not_clash(database, row):
    database.apply(Edit(Actor, row.id, {"employees": 4}), by="bea", expected=1)
    database.apply(Edit(Actor, row.id, {"employees": 3}), by="bea", expected=2)

    database.apply(Edit(Actor, row.id, {"employees": 5}), by="ana", expected=1)

    assert database.snapshot().one(Actor).employees == 5


def test_a_change_that_was_undone_does_not_clash(database, row):
    later = database.apply(Edit(Actor, row.id, {"employees": 4}), by="bea", expected=1)
    database.undo(later.revision)

    database.apply(Edit(Actor, row.id, {"employees": 5}), by="ana", expected=1)

    assert database.snapshot().one(Actor).employees == 5


def test_without_a_revision_the_last_one_to_write_wins(database, row):
    database.apply(Edit(Actor, row.id, {"employees": 4}))

    database.apply(Edit(Actor, row.id, {"employees": 5}))

    assert database.snapshot().one(Actor).employees == 5


def test_who_saw_the_newest_value_may_change_it(database, row):
    database.apply(Edit(Actor, row.id, {"employees": 4}), by="bea", expected=1)

    database.apply(Edit(Actor, row.id, {"employees": 5}), by="ana", expected=2)

    assert database.snapshot().one(Actor).employees == 5


def test_what_the_person_saw_in_the_cell_decides_where_it_is_given(database, row):
    database.apply(Edit(Actor, row.id, {"employees": 4}, {"employees": 3}), expected=1)
    database.apply(Edit(Actor, row.id, {"employees": 5}, {"employees": 4}), expected=1)

    with pytest.raises(Conflict):
        database.apply(Edit(Actor, row.id, {"employees": 9}, {"employees": 4}), expected=1)

    assert database.snapshot().one(Actor).employees == 5


def test_a_record_made_after_that_revision_can_be_edited(database, row):
    later = Actor(id=uuid4(), name="Nueva")
    database.apply(Put(later), expected=1)

    database.apply(Edit(Actor, later.id, {"employees": 1}), expected=1)

    assert database.snapshot().get(Actor, later.id).employees == 1


def test_a_row_that_somebody_removed_cannot_be_edited(database, row):
    database.apply(Remove(Actor, row.id), by="bea", expected=1)

    with pytest.raises(Gone, match="Quesería Porcón"):
        database.apply(Edit(Actor, row.id, {"place": "Chota"}), by="ana", expected=1)


def test_a_row_that_somebody_changed_is_not_removed_unseen(database, row):
    database.apply(Edit(Actor, row.id, {"place": "Chota"}), by="bea", expected=1)

    with pytest.raises(ChangedMeanwhile, match="changed by bea"):
        database.apply(Remove(Actor, row.id), by="ana", expected=1)

    database.apply(Remove(Actor, row.id), by="ana", expected=2)
    assert list(database.snapshot()) == []


def test_a_row_can_be_removed_after_ones_own_change(database, row):
    database.apply(Edit(Actor, row.id, {"place": "Chota"}), by="ana", expected=1)

    database.apply(Remove(Actor, row.id), by="ana", expected=1)

    assert list(database.snapshot()) == []


def test_removing_what_somebody_removed_is_no_error(database, row):
    database.apply(Remove(Actor, row.id), by="bea", expected=1)

    act = database.apply(Remove(Actor, row.id), by="ana", expected=1)

    assert act.count == 0
    assert len(database.read(acts)) == 2


def test_references_and_choices_are_shown_in_words(database, row):
    links = [ChainLink(id=uuid4(), name=name) for name in ("Acopio", "Quesería")]
    database.put(*links)
    database.apply(
        Edit(Actor, row.id, {"link": links[0].id, "kind": "producer"}), by="bea", expected=2
    )

    with pytest.raises(Conflict, match="“Acopio” and you entered “Quesería”"):
        database.apply(Edit(Actor, row.id, {"link": links[1].id}), expected=2)
    with pytest.raises(Conflict, match="“Final producer” and you entered “Buyer”"):
        database.apply(Edit(Actor, row.id, {"kind": ActorKind.BUYER}), expected=2)
    with pytest.raises(Conflict, match="“Final producer” and you entered “”"):
        database.apply(Edit(Actor, row.id, {"kind": None}), expected=2)


def test_figures_are_written_as_the_readers_country_does(database, row):
    reader = Reader(Language.ENGLISH, Country.URUGUAY, Currency.UYU)
    other = Actor(id=uuid4(), name="Otra")
    tie = Tie(id=uuid4(), source=row.id, target=other.id)
    database.put(other, tie)
    theirs = {"turnover": 1_234_50, "employees": 4_000, "founded": 1999}

    def told(name, mine):
        with pytest.raises(Conflict) as caught:
            database.apply(Edit(Actor, row.id, {name: mine}), expected=2)
        return caught.value.text(reader)

    database.apply(Edit(Actor, row.id, theirs), by="bea", expected=2)
    database.apply(Edit(Tie, tie.id, {"reported_on": date(2026, 4, 1)}), by="bea", expected=2)

    assert "“$ 1.234,50” and you entered “$ 1.234,60”" in told("turnover", 1_234_60)
    assert "“4.000” and you entered “5.000”" in told("employees", 5_000)
    assert "“1999” and you entered “2000”" in told("founded", 2000)
    with pytest.raises(Conflict) as caught:
        database.apply(Edit(Tie, tie.id, {"reported_on": date(2026, 5, 1)}), expected=2)
    assert "“Apr 1, 2026” and you entered “May 1, 2026”" in caught.value.text(reader)


def test_lists_of_references_yes_and_no_and_dates_are_shown_in_words(database, row):
    segments = [Segment(id=uuid4(), name=name) for name in ("Fresco", "Maduro")]
    other = Actor(id=uuid4(), name="Otra")
    tie = Tie(id=uuid4(), source=row.id, target=other.id)
    person = Contact(id=uuid4(), name="Rosa", actor=row.id)
    database.put(*segments, other, tie, person)
    database.apply(
        Edit(Actor, row.id, {"segments": tuple(one.id for one in segments)}),
        Edit(Tie, tie.id, {"reported_on": date(2026, 4, 1)}),
        by="bea",
        expected=2,
    )

    with pytest.raises(Conflict, match="“Fresco, Maduro” and you entered “Maduro”"):
        database.apply(Edit(Actor, row.id, {"segments": (segments[1].id,)}), expected=2)
    with pytest.raises(Conflict, match="“2026-04-01” and you entered “2026-05-01”"):
        database.apply(Edit(Tie, tie.id, {"reported_on": date(2026, 5, 1)}), expected=2)
    with pytest.raises(Conflict, match="“No” and you entered “Yes”"):
        database.apply(Edit(Contact, person.id, {"consent": True}, {"consent": None}))
