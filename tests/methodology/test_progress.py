"""Progress from baseline to target: the oracles of the method, the light, and what always holds."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from methodology.progress import Course, Light, elapsed_share, light, progress_of

values = st.decimals(-1000, 1000, allow_nan=False, places=2)
shares = st.decimals(0, 1, allow_nan=False, places=3)


def course(baseline, target, begins=None, ends=None):
    return Course(
        None if baseline is None else Decimal(str(baseline)),
        None if target is None else Decimal(str(target)),
        begins,
        ends,
    )


@pytest.mark.parametrize(
    ("baseline", "target", "actual", "expected"),
    [
        (12, 20, 17, "0.625"),
        (30, 18, 24, "0.5"),
        (12, 20, 10, "-0.25"),
        (12, 20, 22, "1.25"),
    ],
)
def test_progress_by_the_oracles_of_the_method(baseline, target, actual, expected):
    assert progress_of(Decimal(actual), course(baseline, target)) == Decimal(expected)


def test_a_target_that_equals_its_baseline_asks_to_keep_it():
    keep = course(12, 12)

    assert progress_of(Decimal(12), keep) is None
    assert light(Decimal(12), keep, Decimal("0.5")) == Light.MET
    assert light(Decimal("11.9"), keep, Decimal("0.5")) == Light.NOT_MET
    assert light(None, keep, None) == Light.NOT_MEASURED


@pytest.mark.parametrize(
    ("actual", "elapsed", "expected"),
    [
        (15, "0.5", Light.GREEN),  # 0.5 of the way in 0.5 of the time
        (14, "0.5", Light.AMBER),  # 0.4 ≥ 0.75 × 0.5
        ("13.75", "0.5", Light.AMBER),  # 0.375 is the edge of amber
        ("13.74", "0.5", Light.RED),
        (20, "1", Light.GREEN),
        ("17.5", "1", Light.AMBER),
        (17, "1", Light.RED),
        (9, "0.1", Light.RED),
        (10, "0", Light.GREEN),
    ],
)
def test_the_light_compares_the_way_with_the_time(actual, elapsed, expected):
    assert light(Decimal(str(actual)), course(10, 20), Decimal(elapsed)) == expected


def test_without_dates_all_the_time_counts_as_gone():
    assert light(Decimal(15), course(10, 20), None) == Light.RED
    assert light(Decimal(20), course(10, 20), None) == Light.GREEN


def test_without_baseline_or_target_nothing_is_judged():
    assert light(Decimal(5), course(None, 20), None) == Light.NOT_DEFINED
    assert light(Decimal(5), course(10, None), None) == Light.NOT_DEFINED
    assert progress_of(Decimal(5), course(None, None)) is None


@pytest.mark.parametrize(
    ("today", "share"),
    [
        (date(2026, 1, 1), 0),
        (date(2026, 7, 2), Decimal(182) / 365),
        (date(2027, 1, 1), 1),
        (date(2030, 1, 1), 1),
        (date(2020, 1, 1), 0),
    ],
)
def test_time_elapsed_stays_between_nothing_and_all(today, share):
    year = course(1, 2, date(2026, 1, 1), date(2027, 1, 1))

    assert elapsed_share(year, today) == share


def test_time_that_ends_before_it_begins_has_no_share():
    assert elapsed_share(course(1, 2, date(2026, 1, 1), date(2026, 1, 1)), date(2026, 1, 1)) is None
    assert elapsed_share(course(1, 2, None, date(2026, 1, 1)), date(2026, 1, 1)) is None


@given(values, values, values)
def test_progress_is_the_same_where_less_is_better(baseline, target, actual):
    assume(baseline != target)

    one = progress_of(actual, Course(baseline, target))

    assert one == progress_of(-actual, Course(-baseline, -target))
    assert progress_of(baseline, Course(baseline, target)) == 0
    assert progress_of(target, Course(baseline, target)) == 1


@given(values, values, values, shares, shares)
def test_more_time_gone_never_makes_the_light_better(baseline, target, actual, one, other):
    assume(baseline != target)
    order = [Light.GREEN, Light.AMBER, Light.RED]
    sooner, later = sorted((one, other))

    before, after = (light(actual, Course(baseline, target), share) for share in (sooner, later))

    # a value behind its baseline is red at any time but the very first, and stays so
    if (progress_of(actual, Course(baseline, target)) or 0) >= 0:
        assert order.index(before) <= order.index(after)
    else:
        assert after == Light.RED


def test_every_light_that_judges_has_a_mark_of_its_own_beside_its_words():
    judged = (Light.GREEN, Light.AMBER, Light.RED)

    assert len({one.mark for one in judged}) == len(judged)
    assert all(one.label for one in Light)
