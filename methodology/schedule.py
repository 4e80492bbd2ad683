"""When activities can begin and must end: the critical path method (Kelley and Walker 1959).

Months are counted from 0: an activity that begins in month 1 and takes 3 ends at 3.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from methodology.text import N_, Problem


@dataclass(frozen=True)
class Task:
    """Something to schedule: its name, its length, what it waits for; `earliest` in months."""

    name: str
    months: int
    after: tuple[str, ...] = ()
    earliest: int = 0


@dataclass(frozen=True)
class Timing:
    """When a task begins and ends at the earliest, and how many months it can slip."""

    start: int
    finish: int
    slack: int

    @property
    def is_critical(self) -> bool:
        """Say whether a month lost here is a month lost at the end."""
        return self.slack == 0


@dataclass(frozen=True)
class Schedule:
    """The timing of every task, the month in which all is done, and the path that decides it."""

    timings: Mapping[str, Timing]
    months: int
    critical_path: tuple[str, ...]


class CircularDependency(Problem):
    """Tasks that wait for each other; `cycles` names them, each in the order of waiting."""

    def __init__(self, cycles: Sequence[tuple[str, ...]]) -> None:
        super().__init__(
            N_("These activities wait for each other: {cycles}."),
            cycles=tuple(" → ".join(cycle) for cycle in cycles),
        )
        self.cycles = tuple(cycles)


def schedule(tasks: Iterable[Task]) -> Schedule:
    """Return the schedule of tasks; CircularDependency when some wait for each other.

    Forward pass: a task begins when the last one it waits for ends. Backward pass: it has to end
    when the first that waits for it has to begin, at the latest when all is done. What is not
    among the tasks is not waited for.
    """
    known = {task.name: task for task in tasks}
    before = {name: [one for one in task.after if one in known] for name, task in known.items()}
    if found := cycles(before):
        raise CircularDependency(found)
    order = [*TopologicalSorter(before).static_order()]
    starts, finishes = _forward(known, before, order)
    months = max(finishes.values(), default=0)
    latest = _backward(known, before, order, months)
    timings = {
        name: Timing(starts[name], finishes[name], latest[name] - finishes[name]) for name in known
    }
    return Schedule(timings, months, _critical_path(timings, before, months))


def cycles(before: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """Return the circles of tasks that wait for each other, each closed by its first; none twice.

    `before` says what each task waits for. Of circles that share a task, the first one is told.
    """
    left = {name: [*waits] for name, waits in before.items()}
    found = []
    while True:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            circle = tuple(error.args[1])
            found.append(circle)
            left = {
                name: [one for one in waits if one not in circle]
                for name, waits in left.items()
                if name not in circle
            }
        else:
            return found


def _forward(
    known: Mapping[str, Task], before: Mapping[str, Sequence[str]], order: Sequence[str]
) -> tuple[dict[str, int], dict[str, int]]:
    starts: dict[str, int] = {}
    finishes: dict[str, int] = {}
    for name in order:
        task = known[name]
        starts[name] = max((finishes[one] for one in before[name]), default=0)
        starts[name] = max(starts[name], task.earliest)
        finishes[name] = starts[name] + task.months
    return starts, finishes


def _backward(
    known: Mapping[str, Task],
    before: Mapping[str, Sequence[str]],
    order: Sequence[str],
    months: int,
) -> dict[str, int]:
    latest = dict.fromkeys(known, months)
    for name in reversed(order):
        begins = latest[name] - known[name].months
        for one in before[name]:
            latest[one] = min(latest[one], begins)
    return latest


def _critical_path(
    timings: Mapping[str, Timing], before: Mapping[str, Sequence[str]], months: int
) -> tuple[str, ...]:
    """Return one chain of critical tasks up to the last month, the first to begin first."""
    path: list[str] = []
    ends = (name for name, timing in timings.items() if timing.finish == months)
    name = next(ends, None)
    while name is not None:
        path.append(name)
        start = timings[name].start
        name = next((one for one in before[name] if timings[one].finish == start), None)
    return tuple(reversed(path))
