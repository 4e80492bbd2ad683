"""What voters are told before a round opens."""

from collections import Counter
from decimal import Decimal

import pytest

from methodology.round_rules import rules
from methodology.rounds import Instrument, Roll, RoundCriterion, Rule, TieBreak, Unit
from methodology.scale import scale_called
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

    assert told(of, 35)["Who may vote"] == (
        "One card for each firm, used by any of its people (cards: 35)"
    )


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


def test_weights_are_told_with_how_many_cards_have_each():
    weights = [Decimal(2), Decimal(1), Decimal("1.0"), Decimal("0.5"), Decimal(2), Decimal(2)]

    weighty = rules(asked("X", is_weighted=True), 6, weights=weights)
    counted = rules(asked("X", is_weighted=True), 6, weights=Counter(weights))
    equal = rules(asked("X"), 6, weights=weights)

    assert [str(one.text) for one in weighty if one.about == "Weights"] == [
        "0.5 (cards: 1), 1 (cards: 2), 2 (cards: 3)"
    ]
    assert counted == weighty
    assert "Weights" not in [one.about for one in equal]


def test_the_points_of_a_nominal_group_are_told_place_by_place():
    of = asked("X", rule=Rule.BEST_PLACES, amount=5)

    assert told(of)["Rule"] == (
        "Nominal group: the best places score, the others nothing, points by place: 5, 4, 3, 2, 1,"
        " incomplete rankings count, what is left out gets no points"
    )


def test_the_method_of_quartiles_is_told_where_medians_decide():
    assert "linear interpolation" in told(asked("X", Instrument.RATING))["Rule"]
    assert (
        "linear interpolation" not in told(asked("X", Instrument.RATING, rule=Rule.TOP_TWO))["Rule"]
    )


@pytest.mark.parametrize(
    ("instrument", "rule", "other"),
    [
        (Instrument.RANKING, Rule.BORDA, "Copeland: pairs won, ties count one half"),
        (
            Instrument.RANKING,
            Rule.COPELAND,
            "Borda: n−1 points for the first place, 0 for the last",
        ),
        (
            Instrument.RANKING,
            Rule.BEST_PLACES,
            "Borda: n−1 points for the first place, 0 for the last",
        ),
        (Instrument.RATING, Rule.MEDIAN, "Share of scores 4 and 5"),
        (Instrument.RATING, Rule.TOP_TWO, "Median"),
    ],
)
def test_the_other_rule_is_told_by_its_name(instrument, rule, other):
    of = asked("X", instrument, rule=rule, tie_break=TieBreak.OTHER_RULE)

    assert told(of)["In case of a tie"] == f"The other rule decides: {other}"


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


@pytest.mark.parametrize(("seconds", "told"), [(60, "1 min"), (61, "2 min"), (120, "2 min")])
def test_a_countdown_is_told_in_minutes_begun(seconds, told):
    assert str(rules(asked("X", seconds=seconds))[-1].text) == told
