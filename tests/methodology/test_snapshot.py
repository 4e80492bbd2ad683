"""A project at one moment: records found by type, by id and by table."""

from uuid import uuid4

import pytest

from methodology.mapping import Actor, ActorKind, ChainLink, Contact, MapSettings, Tie, TieKind
from methodology.plan import Section
from methodology.project import Narrative, Project
from methodology.snapshot import Snapshot, derived
from methodology.text import Problem
from methodology.words import called, words

LINK = ChainLink(id=uuid4(), name="Quesería")
ONE = Actor(id=uuid4(), name="Lácteos Chugur", kind=ActorKind.PRODUCER, link=LINK.id)
OTHER = Actor(id=uuid4(), name="Cooperativa")
PERSON = Contact(id=uuid4(), name="Rosa", actor=ONE.id)
TIE = Tie(id=uuid4(), source=ONE.id, target=OTHER.id, kind=TieKind.SUPPLY)
SETTINGS = MapSettings(id=uuid4())

SPANISH = {"Buys and sells": "Compra y venta", "Settings of the map": "Ajustes del mapa"}


def spanish(message):
    return SPANISH.get(message, message)


@pytest.fixture
def snapshot():
    return Snapshot([ONE, LINK, OTHER, TIE, PERSON, SETTINGS], 7)


def test_records_of_a_type_come_in_the_order_of_entry(snapshot):
    assert snapshot.all(Actor) == (ONE, OTHER)
    assert snapshot.all(Project) == ()


def test_the_record_of_a_type_with_one_row(snapshot):
    assert snapshot.one(MapSettings) == SETTINGS
    assert snapshot.one(Project) is None


def test_a_record_is_found_by_its_id_and_type(snapshot):
    assert snapshot.get(Actor, ONE.id) == ONE
    assert snapshot.get(Tie, ONE.id) is None
    assert snapshot.get(Actor, uuid4()) is None
    assert snapshot.get(Actor, None) is None


def test_a_record_is_found_by_its_table_or_by_its_id_alone(snapshot):
    assert snapshot.find("actor", ONE.id) == ONE
    assert snapshot.find("tie", ONE.id) is None
    assert snapshot.find_any(TIE.id) == TIE
    assert snapshot.find_any(uuid4()) is None


def test_iteration_gives_every_record_type_by_type(snapshot):
    assert list(snapshot) == [ONE, OTHER, LINK, TIE, PERSON, SETTINGS]


def test_an_empty_project_has_revision_zero():
    assert (list(Snapshot()), Snapshot().revision) == ([], 0)


def test_a_record_is_called_by_its_key(snapshot):
    assert words(snapshot, ONE) == "Lácteos Chugur"
    assert words(snapshot, PERSON) == "Rosa · Lácteos Chugur"


def test_choices_in_a_key_are_said_in_the_readers_language(snapshot):
    assert words(snapshot, TIE) == "Lácteos Chugur · Cooperativa · Buys and sells"
    assert words(snapshot, TIE, spanish) == "Lácteos Chugur · Cooperativa · Compra y venta"


def test_a_key_that_points_to_something_missing_leaves_it_out():
    assert words(Snapshot([PERSON]), PERSON) == "Rosa"


def test_a_record_without_key_is_called_by_its_type(snapshot):
    assert words(snapshot, SETTINGS, spanish) == "Ajustes del mapa"


def test_a_problem_names_a_record_in_the_language_it_is_shown_in(snapshot):
    problem = Problem("{record} is missing.", record=called(snapshot, TIE))

    assert str(problem) == "Lácteos Chugur · Cooperativa · Buys and sells is missing."
    assert problem.text(spanish) == "Lácteos Chugur · Cooperativa · Compra y venta is missing."


@pytest.mark.parametrize("record", [ONE, PERSON, TIE, SETTINGS], ids=lambda record: record.table)
def test_a_record_has_the_same_words_in_a_problem_and_on_screen(snapshot, record):
    assert called(snapshot, record).text(spanish) == words(snapshot, record, spanish)


def test_a_section_of_the_plan_is_called_by_its_title():
    text = Narrative(id=uuid4(), section=Section.SCOPE)

    assert words(Snapshot([text]), text) == "Scope of intervention"


def test_names_with_braces_are_plain_words(snapshot):
    row = Actor(id=uuid4(), name="{part0} {} {0}")

    assert called(Snapshot([row]), row).text(spanish) == "{part0} {} {0}"
    assert str(Problem("No {record}.", record=called(Snapshot([row]), row))) == "No {part0} {} {0}."


def test_what_is_derived_is_worked_out_once_for_each_snapshot_and_argument(snapshot):
    asked = []

    @derived
    def names(found, *, without=None):
        """Return names."""
        asked.append(without)
        return tuple(actor.name for actor in found.all(Actor) if actor.id != without)

    assert names(snapshot) == names(snapshot) == ("Lácteos Chugur", "Cooperativa")
    assert names(snapshot, without=ONE.id) == ("Cooperativa",)
    assert names(Snapshot([OTHER])) == ("Cooperativa",)
    assert asked == [None, ONE.id, None]
    assert names.__doc__ == "Return names."


def test_what_cannot_be_derived_fails_each_time(snapshot):
    @derived
    def refuse(found):
        raise Problem(str(found.revision))

    for _turn in range(2):
        with pytest.raises(Problem):
            refuse(snapshot)
