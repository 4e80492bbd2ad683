"""The difference test: two purchase factors at least between every two options."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.buyers import BuyerSegment, PurchaseFactor
from methodology.option_pairs import LEAST_DIFFERENCES, pairs, to_merge
from methodology.options import OptionStatus
from methodology.snapshot import Snapshot
from methodology.targets import OptionTarget
from tests.cluster import made
from tests.options import option

SHOPS = made(BuyerSegment, "s", name="Shops")
FACTORS = [
    made(PurchaseFactor, name, code=f"F{n}", name=name, segment=SHOPS.id)
    for n, name in enumerate(("Price", "Origin", "Variety", "Service"), 1)
]


def aim(of, factor, value):
    return made(
        OptionTarget, f"{of.code}-{factor.code}", option=of.id, factor=factor.id, target=value
    )


def wins_on(code, *places, **values):
    return option(code, purchase_factors=tuple(FACTORS[place].id for place in places), **values)


def test_options_differ_in_what_only_one_of_them_lists():
    [pair] = pairs(Snapshot([SHOPS, *FACTORS, wins_on("O1", 0, 1), wins_on("O2", 1, 2)]))

    assert [one.code for one in pair.factors] == ["F1", "F3"]
    assert pair.is_distinct


def test_one_difference_is_not_enough_and_names_the_pair():
    rows = [SHOPS, *FACTORS, wins_on("O1", 0, 1), wins_on("O2", 0, 1, 2), wins_on("O3", 2, 3)]

    [found] = to_merge(Snapshot(rows))

    assert (found.one.code, found.other.code) == ("O1", "O2")
    assert [one.code for one in found.factors] == ["F3"]


@pytest.mark.parametrize(("own", "other", "count"), [(4, 4, 0), (4, 3, 1), (5, 1, 1)])
def test_targets_a_point_apart_are_a_difference(own, other, count):
    one, two = wins_on("O1", 0), wins_on("O2", 0)
    rows = [SHOPS, *FACTORS, one, two, aim(one, FACTORS[0], own), aim(two, FACTORS[0], other)]

    [pair] = pairs(Snapshot(rows))

    assert len(pair.factors) == count


def test_a_target_of_one_option_alone_is_no_difference():
    one, two = wins_on("O1", 0), wins_on("O2", 0)

    [pair] = pairs(Snapshot([SHOPS, *FACTORS, one, two, aim(one, FACTORS[1], 5)]))

    assert pair.factors == ()


def test_a_factor_counts_once_by_list_and_target_together():
    one, two = wins_on("O1", 0), wins_on("O2")
    rows = [SHOPS, *FACTORS, one, two, aim(one, FACTORS[0], 5), aim(two, FACTORS[0], 1)]

    [pair] = pairs(Snapshot(rows))

    assert [each.code for each in pair.factors] == ["F1"]


def test_an_option_that_was_discarded_is_compared_with_no_other():
    gone = wins_on("O2", 0, status=OptionStatus.DISCARDED)

    assert pairs(Snapshot([SHOPS, *FACTORS, wins_on("O1", 0), gone])) == ()


@given(st.lists(st.sets(st.integers(0, 3)), max_size=5))
def test_every_pair_is_compared_once_and_judged_by_its_differences(listed):
    options = [wins_on(f"O{n}", *sorted(places)) for n, places in enumerate(listed)]

    found = pairs(Snapshot([SHOPS, *FACTORS, *options]))

    wanted = [len(one ^ other) for one, other in combinations(listed, 2)]
    assert [len(pair.factors) for pair in found] == wanted
    assert [pair.is_distinct for pair in found] == [n >= LEAST_DIFFERENCES for n in wanted]
