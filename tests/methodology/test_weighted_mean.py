"""The weighted mean: what has no value pulls nothing, and exact parts stay exact."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.weighted_mean import weighted_mean

scores = st.floats(1, 5)
weights = st.integers(1, 50)


@given(st.lists(st.tuples(scores, weights), min_size=1), st.integers(2, 9))
def test_it_stays_between_the_values_and_ignores_the_unit_of_the_weights(parts, times):
    found = weighted_mean(parts)

    assert min(parts)[0] - 1e-9 <= found <= max(parts)[0] + 1e-9
    assert weighted_mean((one, weight * times) for one, weight in parts) == pytest.approx(found)


def test_what_has_no_value_is_left_out_of_both_sums():
    assert weighted_mean([(4, 1), (None, 5), (2, 1)]) == 3
    assert weighted_mean([(Fraction(5), Fraction(10)), (None, Fraction(90))]) == 5


@pytest.mark.parametrize("parts", [[], [(None, Decimal(1))], [(Decimal(3), Decimal(0))]])
def test_nothing_known_weighs_nothing(parts):
    assert weighted_mean(parts) is None


@pytest.mark.parametrize("kind", [Fraction, Decimal])
def test_exact_parts_give_an_exact_mean(kind):
    found = weighted_mean([(kind(1), kind(1)), (kind(4), kind(2))])

    assert isinstance(found, kind)
    assert found == 3
