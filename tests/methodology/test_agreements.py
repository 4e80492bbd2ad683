"""Decisions in words, with their votes where these were counted."""

import pytest
from pydantic import ValidationError

from methodology.agreements import ChangeNote, ChangeStep, Decision, DecisionWay, decision_way
from methodology.stage import Stage
from tests.cluster import made
from tests.voting import key


def decision(**values):
    return made(Decision, "d", meeting=key(1), text="Se adopta el reglamento", **values)


@pytest.mark.parametrize("way", [*DecisionWay])
def test_a_decision_without_a_count_is_told_by_its_way_alone(way):
    assert str(decision_way(decision(way=way))) == way.label


def test_counted_votes_are_told_with_those_against():
    said = decision_way(decision(way=DecisionWay.SPECIAL_MAJORITY, in_favour=18, against=4))

    assert str(said) == "By special majority: 18 in favor, 4 against"


def test_nobody_noted_against_is_nobody_against():
    said = decision_way(decision(way=DecisionWay.BALLOT, in_favour=22))

    assert str(said) == "By secret ballot: 22 in favor, 0 against"


def test_a_vote_nobody_won_is_still_a_count():
    said = decision_way(decision(way=DecisionWay.MAJORITY, in_favour=0, against=9))

    assert str(said) == "By simple majority: 0 in favor, 9 against"


def test_the_way_is_said_in_the_readers_language():
    said = decision_way(decision(way=DecisionWay.MAJORITY, in_favour=12, against=3))
    spanish = {
        "By simple majority": "Por mayoría simple",
        "{way}: {in_favour} in favor, {against} against": (
            "{way}: {in_favour} a favor, {against} en contra"
        ),
    }

    assert said.text(lambda text: spanish.get(text, text)) == (
        "Por mayoría simple: 12 a favor, 3 en contra"
    )


@pytest.mark.parametrize("field", ["in_favour", "against"])
def test_votes_cannot_be_fewer_than_none(field):
    with pytest.raises(ValidationError, match=field):
        decision(**{field: -1})


def test_consensus_comes_first():
    assert decision().way is DecisionWay.CONSENSUS


def test_a_change_in_people_names_its_stage_and_how_far_it_went():
    note = made(
        ChangeNote,
        "c",
        name="Dos rivales compran leche juntos",
        about_stage=Stage.OPTIONS,
        step=ChangeStep.RESPONSIBLE,
    )

    assert (note.about_stage, note.step.label) == (Stage.OPTIONS, "Responsibility was taken")
    assert [*ChangeStep].index(note.step) == 3


@pytest.mark.parametrize("lacking", ["name", "about_stage", "step"])
def test_a_change_without_what_when_or_how_far_is_none(lacking):
    given = {"name": "x", "about_stage": Stage.SCOPE, "step": ChangeStep.OPENED}
    del given[lacking]

    with pytest.raises(ValidationError, match=lacking):
        made(ChangeNote, "c", **given)
