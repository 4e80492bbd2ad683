"""What voters are told before a round opens."""

import pytest

from methodology.ballot import scale_called
from methodology.round_rules import rules
from methodology.rounds import Instrument, Roll, RoundCriterion, Rule, Unit
from tests.votes import asked
from tests.voting import key


def told(of, eligible=None):
    return {one.about: str(one.text) for one in rules(of, eligible)}


@pytest.mark.parametrize("instrument", [*Instrument])
def test_everything_the_method_wants_fixed_is_told(instrument):
    of = asked("X", instrument)

    assert [one.about for one in rules(of)] == [
        "Instrument",
        "What counts as one vote",
        "Who may vote",
        "Rule",
        "Quorum",
        "In case of a tie",
        "Secrecy",
    ]


def test_the_roll_is_told_with_its_size():
    of = asked("X", roll=Roll.FIRMS, unit=Unit.FIRM)

    assert told(of, 35)["Who may vote"] == "One card for each firm, used by any of its people: 35"


def test_quorum_is_a_number_of_ballots():
    assert told(asked("X", quorum=18))["Quorum"] == "18 ballots, abstentions included"
    assert told(asked("X"))["Quorum"] == "None; turnout is shown"


def test_the_rule_for_incomplete_rankings_is_told():
    assert "what is left out shares the last places" in told(asked("X"))["Rule"]
    assert "incomplete ballots do not count" in told(asked("X", is_partial=False))["Rule"]


def test_points_dots_and_weights_are_told_in_numbers():
    points = told(asked("X", Instrument.POINTS, amount=100))["Rule"]
    dots = told(asked("Y", Instrument.MULTIVOTE, amount=4, can_stack=True, is_weighted=True))[
        "Rule"
    ]

    assert points == "Sum of points, 100 for each voter"
    assert dots == (
        "Number of dots, 4 for each voter, several on one item allowed,"
        " weighted as agreed beforehand"
    )


def test_the_method_of_quartiles_is_told_where_medians_decide():
    assert "linear interpolation" in told(asked("X", Instrument.RATING))["Rule"]
    assert (
        "linear interpolation" not in told(asked("X", Instrument.RATING, rule=Rule.TOP_TWO))["Rule"]
    )


def test_two_turns_are_told():
    assert "Number of rounds" in told(asked("X", Instrument.RATING, turns=2))


def test_scales_and_countdown_are_told_where_they_matter():
    criteria = [
        RoundCriterion(id=key(n), round=key(9), position=n, name=name, scale="intensity")
        for n, name in enumerate(("Today", "Horizon"), 1)
    ]
    scale = scale_called("intensity")

    found = rules(asked("X", seconds=90), None, criteria)

    scales = [str(one.text) for one in found if one.about == "Scale"]
    assert scales == [
        f"{name}: {scale.least} {scale.anchors[scale.least]},"
        f" {scale.most} {scale.anchors[scale.most]}"
        for name in ("Today", "Horizon")
    ]
    assert str(found[-1].text) == "2 min"
