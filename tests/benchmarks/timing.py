"""Times compared in one run: both sides take turns, so that a busy computer slows both."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

MILLISECONDS = 1000


@dataclass(frozen=True)
class Comparison:
    """The median times of two ways, in milliseconds, and the budget of the first.

    The budget is `times` the second plus `extra` milliseconds; without one, the ratio is told only.
    """

    what: str
    against: str
    ours: float
    theirs: float
    times: float | None = None
    extra: float = 0.0

    @property
    def is_within(self) -> bool:
        """Say whether the budget is kept."""
        return self.times is None or self.ours <= self.times * self.theirs + self.extra

    def line(self) -> str:
        """Return the comparison as a line of a table."""
        budget = f"≤ {self.times:g}×" if self.times else ""
        if self.extra:
            budget += f" + {self.extra:g} ms"
        mark = "" if self.is_within else "  OVER"
        return (
            f"{self.what:<46}{self.ours:>9.1f} ms  {self.against:<34}{self.theirs:>9.1f} ms"
            f"{self.ours / self.theirs:>8.2f}×  {budget}{mark}"
        )


def compare(
    what: str,
    ours: Callable[[], object],
    against: str,
    theirs: Callable[[], object],
    *,
    turns: int = 7,
    times: float | None = None,
    extra: float = 0.0,
) -> Comparison:
    """Run both in turns, once each beforehand to warm up, and return their medians."""
    ours(), theirs()
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(turns)]
    first, second = (
        MILLISECONDS * statistics.median(column) for column in zip(*pairs, strict=True)
    )
    return Comparison(what, against, first, second, times, extra)


def seconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin
