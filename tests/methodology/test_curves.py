"""Value curves of options, and what each of them eliminates, reduces, raises and creates."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.curves import move, option_curves, option_moves
from methodology.options import OptionStatus, StrategicOption
from methodology.purchase import segment_reading
from methodology.snapshot import Snapshot
from methodology.targets import Move, OptionTarget
from tests.challenges import (
    BRAND,
    DROPPED,
    LABEL,
    PRICE,
    SHOPS,
    STORY,
    TASTE,
    TOURISTS,
    VARIETY,
    VISIT,
    purchase_factor,
)
from tests.cluster import made

FACTORS = [TASTE, PRICE, LABEL, STORY, VARIETY]
ROUTE = made(StrategicOption, "O3", code="O3", name="Cheese route")
LATE = made(StrategicOption, "O10", code="O10", name="Exports")


def aims(option, factor, target, how=None):
    return made(
        OptionTarget,
        f"{option.code}{factor.code}",
        option=option.id,
        factor=factor.id,
        target=target,
        move=how,
    )


def curves(*records, segment=SHOPS, factors=FACTORS):
    snapshot = Snapshot([SHOPS, TOURISTS, *factors, *records])
    return option_curves(snapshot, segment_reading(snapshot, segment.id))


def moves(*records, segment=SHOPS, factors=FACTORS):
    snapshot = Snapshot([SHOPS, TOURISTS, *factors, *records])
    found = option_moves(snapshot, segment_reading(snapshot, segment.id))
    return {
        one.option.code: {
            how: [each.factor.code for each in rows] for how, rows in one.factors.items()
        }
        for one in found
    }


@pytest.mark.parametrize(
    ("target", "own", "expected"),
    [
        (4, "3", Move.RAISE),
        (4, "3.01", None),
        (4, "4", None),
        (3, "4", Move.REDUCE),
        (3, "3.99", None),
        (5, "1", Move.RAISE),
        (1, "5", Move.REDUCE),
    ],
)
def test_a_point_more_is_raised_a_point_less_reduced_and_less_than_that_neither(
    target, own, expected
):
    assert move(aims(BRAND, TASTE, target), Decimal(own)) is expected


@pytest.mark.parametrize("how", [*Move])
@pytest.mark.parametrize("own", [None, Decimal(1), Decimal(5)])
def test_a_move_that_was_stored_stands_whatever_the_numbers(how, own):
    assert move(aims(BRAND, TASTE, 3, how), own) is how


def test_without_todays_performance_nothing_follows():
    assert move(aims(BRAND, TASTE, 5), None) is None


@given(st.integers(1, 5), st.integers(1, 5))
def test_a_target_and_a_level_changing_places_turn_raising_into_reducing(target, own):
    turned = {Move.RAISE: Move.REDUCE, Move.REDUCE: Move.RAISE, None: None}
    there = move(aims(BRAND, TASTE, target), Decimal(own))
    back = move(aims(BRAND, TASTE, own), Decimal(target))

    assert turned[there] is back


def test_a_curve_keeps_the_order_of_the_axis_and_leaves_holes_where_nothing_is_aimed_at():
    found = curves(BRAND, aims(BRAND, STORY, 5), aims(BRAND, TASTE, 4))

    assert [(one.option, one.levels) for one in found] == [
        (BRAND, (Decimal(4), None, None, Decimal(5), None))
    ]


def test_discarded_options_have_no_curve():
    assert curves(BRAND, DROPPED, aims(DROPPED, PRICE, 5)) == ()
    assert moves(BRAND, DROPPED, aims(DROPPED, PRICE, 5, Move.RAISE)) == {}


@pytest.mark.parametrize(
    "status", [status for status in OptionStatus if status is not OptionStatus.DISCARDED]
)
def test_every_option_still_in_play_has_one(status):
    option = BRAND.model_copy(update={"status": status})

    assert len(curves(option, aims(option, TASTE, 5))) == 1


def test_a_target_in_another_segment_draws_no_curve_here():
    found = curves(BRAND, aims(BRAND, VISIT, 5), factors=[*FACTORS, VISIT])
    there = curves(BRAND, aims(BRAND, VISIT, 5), segment=TOURISTS, factors=[*FACTORS, VISIT])

    assert found == ()
    assert [one.levels for one in there] == [(Decimal(5),)]


def test_an_option_without_targets_is_left_out():
    assert curves(BRAND) == ()
    assert moves(BRAND) == {}


def test_options_stand_in_the_order_of_their_codes():
    found = curves(ROUTE, BRAND, aims(ROUTE, TASTE, 3), aims(BRAND, TASTE, 5))

    assert [one.option.code for one in found] == ["O1", "O3"]


def test_moves_come_in_the_order_of_the_method_each_with_its_factors_along_the_axis():
    found = moves(
        BRAND,
        aims(BRAND, STORY, 5, Move.CREATE),
        aims(BRAND, LABEL, 5),
        aims(BRAND, TASTE, 5),
        aims(BRAND, VARIETY, 2),
        aims(BRAND, PRICE, 1, Move.ELIMINATE),
    )

    assert found == {
        "O1": {
            Move.ELIMINATE: ["F12"],
            Move.REDUCE: ["F15"],
            Move.RAISE: ["F11", "F13"],
            Move.CREATE: ["F14"],
        }
    }
    assert [*found["O1"]] == [Move.ELIMINATE, Move.REDUCE, Move.RAISE, Move.CREATE]


def test_an_option_that_keeps_everything_as_it_is_makes_no_moves_but_has_a_curve():
    records = (BRAND, aims(BRAND, TASTE, 3))

    assert moves(*records) == {}
    assert [one.levels[0] for one in curves(*records)] == [Decimal(3)]


def test_a_factor_nobody_has_judged_moves_only_where_the_team_says_so():
    fresh = purchase_factor("F16", "Packaging", (), order=6)
    unsaid = moves(BRAND, aims(BRAND, fresh, 5), factors=[*FACTORS, fresh])
    told = moves(BRAND, aims(BRAND, fresh, 5, Move.CREATE), factors=[*FACTORS, fresh])

    assert unsaid == {}
    assert told == {"O1": {Move.CREATE: ["F16"]}}


def test_ten_comes_after_two_in_the_legend_too():
    found = curves(LATE, ROUTE, aims(LATE, TASTE, 4), aims(ROUTE, TASTE, 4))

    assert [one.option.code for one in found] == ["O3", "O10"]
