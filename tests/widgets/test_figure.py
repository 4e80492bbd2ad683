"""A figure about one record at a time: the first of its subjects, or the one that is asked for."""

from dataclasses import replace
from uuid import UUID

from app.widgets.figure import Figure, Subjects
from methodology.mapping import Actor
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from tests.cluster import actor

ANDES, BAMBA = actor("Andes"), actor("Bamba")
CLUSTER = Snapshot([ANDES, BAMBA])


def portrait(subject=None):
    def make(snapshot, _style):
        return (subject or snapshot.all(Actor)[0]).name

    subjects = None if subject else Subjects(lambda snapshot: snapshot.all(Actor), portrait)
    return Figure(Stage.MAPPING, "Portrait", make, lambda _snapshot, _: "", subjects=subjects)


def shown(key):
    return portrait().about(CLUSTER, key).make(CLUSTER, None)


def test_figure_shows_the_record_that_is_asked_for():
    assert [shown(ANDES.id), shown(BAMBA.id)] == ["Andes", "Bamba"]


def test_figure_shows_its_first_record_when_none_or_an_unknown_one_is_asked_for():
    assert [shown(None), shown(UUID(int=7))] == ["Andes", "Andes"]


def test_figure_without_subjects_stays_as_it_is_whatever_is_asked_for():
    found = portrait(ANDES)

    assert found.about(CLUSTER, BAMBA.id) is found


def test_figure_knows_its_subject():
    assert portrait().subject(CLUSTER, BAMBA.id) == BAMBA
    assert portrait().subject(CLUSTER, UUID(int=7)) == ANDES
    assert portrait().subject(Snapshot(), None) is None
    assert portrait(ANDES).subject(CLUSTER, BAMBA.id) is None


def test_figure_that_begins_with_all_is_about_none_of_them_until_one_is_asked_for():
    found = portrait()
    together = replace(found, subjects=replace(found.subjects, begin_together=True))

    assert together.subject(CLUSTER, None) is None
    assert together.subject(CLUSTER, BAMBA.id) == BAMBA
