"""Budgets of one phone each."""

from hypothesis import given
from hypothesis import strategies as st

from app.phone.limits import REMEMBERED, Budget


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def test_so_many_at_once_and_one_more_each_second():
    clock = Clock()
    budget = Budget(3, 1.0, clock)

    assert [budget.takes("rosa") for _ in range(4)] == [True, True, True, False]
    clock.now = 1.0
    assert [budget.takes("rosa"), budget.takes("rosa")] == [True, False]


def test_a_room_behind_one_address_is_as_many_phones():
    budget = Budget(1, 60.0, Clock())

    assert all(budget.takes(f"phone {number}") for number in range(1000))
    assert not budget.takes("phone 1")
    assert budget.takes("another")


def test_a_flood_of_names_is_forgotten_again():
    budget = Budget(1, 60.0, Clock())
    for number in range(REMEMBERED + 10):
        budget.takes(str(number))

    assert len(budget._left) == REMEMBERED


@given(st.lists(st.floats(0, 5), max_size=40))
def test_nobody_ever_gets_more_than_the_budget(pauses):
    clock, budget = Clock(), Budget(4, 2.0, Clock())
    budget._clock = clock
    taken = 0
    for pause in pauses:
        clock.now += pause
        taken += budget.takes("rosa")

    assert taken <= 4 + clock.now / 2.0 + 1e-6
