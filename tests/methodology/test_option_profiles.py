"""Options against the purchase factors, and the criteria that the method proposes."""

from methodology.buyers import BuyerSegment, PurchaseFactor
from methodology.option_profiles import profile
from methodology.options import Axis
from methodology.snapshot import Snapshot
from methodology.standard_criteria import STANDARD
from tests.cluster import made
from tests.options import option
from tests.strategy import FACTORS, SHOPS, options


def test_factors_stand_segment_by_segment_in_the_order_of_their_codes():
    cooks = made(BuyerSegment, "c", code="S2", name="Cooks")
    late = made(PurchaseFactor, "l", code="F10", name="Late", segment=SHOPS.id)
    price = made(PurchaseFactor, "p", code="F2", name="Price", segment=cooks.id)

    found = profile(Snapshot([price, late, *FACTORS, cooks, SHOPS]))

    assert [(one.code, [each.code for each in factors]) for one, factors in found.segments] == [
        ("S1", ["F1", "F2", "F3", "F4", "F10"]),
        ("S2", ["F2"]),
    ]
    assert len(found.factors) == 6


def test_a_segment_without_factors_takes_no_room_and_a_lost_factor_comes_last():
    empty = made(BuyerSegment, "e", code="S0", name="Empty")

    found = profile(Snapshot([empty, *FACTORS]))

    assert [segment for segment, _factors in found.segments] == [None]


def test_targets_are_found_by_option_and_factor():
    found = profile(Snapshot(options()))

    assert found.targets == {(option("O1").id, FACTORS[0].id): 5}
    assert [one.code for one in found.options] == ["O1", "O2", "O3"]


def test_proposed_criteria_ask_on_both_axes_and_take_the_coverage_once():
    codes = [one.code for one in STANDARD]

    assert len({*codes}) == len(codes) == 12
    assert {one.axis for one in STANDARD} == {*Axis}
    assert [one.code for one in STANDARD if one.is_coverage] == ["C5"]
    assert all(one.question.endswith("?") for one in STANDARD)
