"""How records are called wherever something points to them."""

from datetime import date

from hypothesis import given, settings

from methodology.mapping import Contact, TieKind
from methodology.process import Interview
from methodology.project import Project
from methodology.snapshot import Snapshot
from methodology.words import words
from tests.cluster import actor, made, tie
from tests.samples import snapshots

DAIRY, FARM = actor("Dairy"), actor("Farm")


def test_record_is_called_by_its_name():
    assert words(Snapshot([DAIRY]), DAIRY) == "Dairy"
    assert words(Snapshot(), made(Project, "p", name="Quesos")) == "Quesos"


def test_record_that_points_to_others_is_called_by_their_words():
    sold = tie(FARM, DAIRY, kind=TieKind.SUPPLY)

    assert words(Snapshot([DAIRY, FARM, sold]), sold) == "Farm · Dairy · Buys and sells"


def test_labels_are_in_the_readers_language():
    sold = tie(FARM, DAIRY, kind=TieKind.SUPPLY)
    found = words(Snapshot([DAIRY, FARM, sold]), sold, {"Buys and sells": "Compra y vende"}.get)

    assert found == "Farm · Dairy · Compra y vende"


def test_record_whose_target_is_gone_is_called_by_the_rest():
    person = made(Contact, "r", name="Rosa", actor=DAIRY.id)

    assert words(Snapshot([person]), person) == "Rosa"
    assert words(Snapshot([DAIRY, person]), person) == "Rosa · Dairy"


def test_dates_are_written_the_same_everywhere():
    talk = made(Interview, "i", actor=DAIRY.id, held_on=date(2026, 6, 12))

    assert words(Snapshot([DAIRY, talk]), talk) == "Dairy · 2026-06-12"


@settings(max_examples=30)
@given(snapshots())
def test_every_record_with_a_key_can_be_called(snapshot):
    for record in snapshot:
        assert isinstance(words(snapshot, record), str)
