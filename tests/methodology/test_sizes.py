"""Firms by size: classes with their edges, and the pyramid they make."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.sizes import Pyramid, SizeBand, SizeClass, pyramid, size_of
from tests.cluster import actor


def firms(*employees):
    return [actor(f"Firm {place}", employees=staff) for place, staff in enumerate(employees)]


@pytest.mark.parametrize(
    ("employees", "size"),
    [
        (0, SizeClass.MICRO),
        (9, SizeClass.MICRO),
        (10, SizeClass.SMALL),
        (49, SizeClass.SMALL),
        (50, SizeClass.MEDIUM),
        (249, SizeClass.MEDIUM),
        (250, SizeClass.LARGE),
        (100_000, SizeClass.LARGE),
    ],
)
def test_each_class_begins_with_its_own_number(employees, size):
    assert size_of(employees) is size


def test_classes_follow_each_other_without_a_hole():
    edges = [(size.least, size.most) for size in SizeClass]

    assert edges == [(0, 9), (10, 49), (50, 249), (250, None)]


def test_a_cluster_of_nobody_has_empty_classes():
    found = pyramid([])

    assert found == Pyramid(tuple(SizeBand(size, 0, 0) for size in SizeClass), 0)
    assert found.firms == 0


def test_firms_and_their_employees_stand_in_their_class():
    found = pyramid(firms(1, 9, 10, 60, 300))

    assert [(band.firms, band.employees) for band in found.bands] == [
        (2, 10),
        (1, 10),
        (1, 60),
        (1, 300),
    ]
    assert found.unknown == 0


def test_a_firm_that_has_not_said_its_employees_is_unknown_and_not_micro():
    found = pyramid(firms(None, 0, None))

    assert (found.bands[0].firms, found.unknown, found.firms) == (1, 2, 1)


@given(st.lists(st.none() | st.integers(0, 5000), max_size=40))
def test_nobody_is_lost_or_counted_twice(staff):
    found = pyramid(firms(*staff))

    assert found.firms + found.unknown == len(staff)
    assert sum(band.employees for band in found.bands) == sum(one or 0 for one in staff)


@given(st.integers(0, 10**6))
def test_every_number_of_employees_lies_between_the_edges_of_its_class(employees):
    size = size_of(employees)

    assert size.least <= employees
    assert size.most is None or employees <= size.most
