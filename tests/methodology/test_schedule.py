"""The critical path method: the case of the method, several ends, circles named."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methodology.schedule import CircularDependency, Task, cycles, schedule

ORACLE = (
    Task("P1", 3),
    Task("P2", 4, ("P1",)),
    Task("P3", 2, ("P1",)),
    Task("P4", 3, ("P2", "P3")),
)


@st.composite
def networks(draw):
    """Tasks that wait for earlier ones only, in any order."""
    count = draw(st.integers(1, 12))
    tasks = []
    for place in range(count):
        after = draw(st.sets(st.integers(0, place - 1), max_size=3)) if place else set()
        months, earliest = draw(st.integers(1, 9)), draw(st.integers(0, 6))
        tasks.append(Task(f"T{place}", months, tuple(f"T{one}" for one in after), earliest))
    Random(count).shuffle(tasks)
    return tasks


def test_oracle_of_the_method():
    """Methodology 1.10: finishes 3, 7, 5, 10; critical P1-P2-P4; slack of P3 is 2."""
    found = schedule(ORACLE)

    assert {name: timing.finish for name, timing in found.timings.items()} == {
        "P1": 3,
        "P2": 7,
        "P3": 5,
        "P4": 10,
    }
    assert found.months == 10
    assert found.critical_path == ("P1", "P2", "P4")
    assert {name: timing.slack for name, timing in found.timings.items()} == {
        "P1": 0,
        "P2": 0,
        "P3": 2,
        "P4": 0,
    }


def test_order_of_entry_changes_nothing_but_ties():
    assert schedule(reversed(ORACLE)) == schedule(ORACLE)


def test_several_ends_have_slack_up_to_the_last_month():
    found = schedule([*ORACLE, Task("P5", 2, ("P1",)), Task("P6", 1)])

    assert (found.timings["P5"].finish, found.timings["P5"].slack) == (5, 5)
    assert (found.timings["P6"].finish, found.timings["P6"].slack) == (1, 9)
    assert found.months == 10
    assert found.critical_path == ("P1", "P2", "P4")


def test_two_ends_in_the_last_month_are_both_critical():
    found = schedule([Task("A", 4), Task("B", 4)])

    assert all(timing.is_critical for timing in found.timings.values())
    assert found.critical_path == ("A",)


def test_a_task_waits_for_its_month_and_what_comes_before_it_gains_slack():
    found = schedule([Task("A", 2), Task("B", 3, ("A",), earliest=6)])

    assert (found.timings["B"].start, found.months) == (6, 9)
    assert found.timings["A"].slack == 4
    assert found.critical_path == ("B",)


def test_what_is_not_there_is_not_waited_for():
    assert schedule([Task("A", 2, ("gone",))]).months == 2


def test_nothing_takes_no_time():
    found = schedule([])

    assert (found.months, found.critical_path) == (0, ())


def test_a_circle_is_named_with_its_codes():
    tasks = [Task("P1", 1, ("P3",)), Task("P2", 1, ("P1",)), Task("P3", 1, ("P2",))]

    with pytest.raises(CircularDependency) as stopped:
        schedule([*tasks, Task("P4", 1, ("P1",))])

    (circle,) = stopped.value.cycles
    assert circle[0] == circle[-1]
    assert {*circle} == {"P1", "P2", "P3"}
    assert " → ".join(circle) in str(stopped.value)


def test_circles_that_share_nothing_are_all_named():
    before = {"A": ["B"], "B": ["A"], "C": ["C"], "D": ["A"]}

    assert {frozenset(circle) for circle in cycles(before)} == {
        frozenset({"A", "B"}),
        frozenset({"C"}),
    }


def test_braces_in_a_code_stay_as_they_are():
    with pytest.raises(CircularDependency) as stopped:
        schedule([Task("{x}", 1, ("{x}",))])

    assert str(stopped.value) == "These activities wait for each other: {x} → {x}."


@given(networks())
def test_nothing_begins_before_what_it_waits_for_has_ended(tasks):
    found = schedule(tasks)

    for task in tasks:
        timing = found.timings[task.name]
        assert timing.start >= task.earliest
        assert timing.finish == timing.start + task.months
        assert all(found.timings[one].finish <= timing.start for one in task.after)


@given(networks())
def test_slack_is_what_a_task_can_slip_and_not_a_month_more(tasks):
    found = schedule(tasks)

    for task in tasks:
        slack = found.timings[task.name].slack
        for slip in (slack, slack + 1):
            late = [
                Task(one.name, one.months + slip, one.after, one.earliest) if one is task else one
                for one in tasks
            ]
            assert (schedule(late).months == found.months) is (slip == slack)


@given(networks())
def test_the_critical_path_is_a_chain_of_critical_tasks_to_the_end(tasks):
    found = schedule(tasks)
    timings = [found.timings[name] for name in found.critical_path]

    assert all(timing.is_critical for timing in timings)
    assert timings[-1].finish == found.months
    pairs = pairwise(timings)
    assert all(first.finish == second.start for first, second in pairs)
