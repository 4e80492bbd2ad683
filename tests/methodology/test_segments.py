"""The four tests of a segment, and the funnel of the scope."""

from itertools import product

import pytest

from methodology.mapping import Inclusion
from methodology.options import OptionStatus, StrategicOption
from methodology.record import fields
from methodology.scope import Answer, Scope, Segment, SegmentVerdict
from methodology.segments import TESTS, Outcome, funnel, outcome
from methodology.snapshot import Snapshot
from tests.cluster import actor, made

YES, NO, DOUBT = Answer.YES, Answer.NO, Answer.DOUBT


def segment(*answers, name="Mature cheese", **values):
    return made(Segment, name, name=name, **dict(zip(TESTS, answers, strict=False)), **values)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((YES, YES, YES, YES), Outcome.PASSES),
        ((YES, YES, YES, NO), Outcome.FAILS),
        ((DOUBT, YES, YES, NO), Outcome.FAILS),
        ((NO,), Outcome.FAILS),
        ((YES, DOUBT, YES, YES), Outcome.DOUBTFUL),
        ((YES, YES, YES), Outcome.PENDING),
        ((DOUBT,), Outcome.PENDING),
        ((), Outcome.PENDING),
    ],
)
def test_segment_passes_with_four_times_yes_alone(answers, expected):
    assert outcome(segment(*answers)) is expected


def test_of_all_answers_only_one_passes():
    every = product([*Answer, None], repeat=len(TESTS))

    assert [one for one in every if outcome(segment(*one)) is Outcome.PASSES] == [(YES,) * 4]


def test_every_test_of_the_method_is_asked():
    answers = {one.name for one in fields(Segment) if one.choices == tuple(Answer)}

    assert answers == {*TESTS}


def test_funnel_narrows_from_sector_to_segments_inside():
    snapshot = Snapshot(
        [
            made(Scope, "s", sector="Dairy", segment="Cheese", territory="Cajamarca"),
            segment(name="Fresh", verdict=SegmentVerdict.OUTSIDE),
            segment(name="Mature", verdict=SegmentVerdict.INSIDE),
            actor("A", inclusion=Inclusion.INSIDE),
            actor("B", inclusion=Inclusion.INSIDE),
            actor("C"),
        ]
    )

    found = funnel(snapshot)

    assert (found.sector, found.segment, found.territory) == ("Dairy", "Cheese", "Cajamarca")
    assert (found.considered, found.inside) == (("Fresh", "Mature"), ("Mature",))
    assert found.firms == {Inclusion.INSIDE: 2}


def test_funnel_ends_in_the_options_chosen_or_else_in_those_still_there():
    rows = [
        made(StrategicOption, name=name, status=status)
        for name, status in (
            ("Mark", OptionStatus.CHOSEN),
            ("Price", OptionStatus.DISCARDED),
            ("Fresh", OptionStatus.CANDIDATE),
        )
    ]

    assert funnel(Snapshot(rows)).options == ("Mark",)
    assert funnel(Snapshot(rows[1:])).options == ("Fresh",)


def test_funnel_of_an_empty_project_is_empty():
    found = funnel(Snapshot())

    assert (found.sector, found.considered, found.inside, found.firms) == ("", (), (), {})
