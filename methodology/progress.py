"""How far an indicator has come from its baseline to its target, beside the time that has passed.

Progress is (actual − baseline) ÷ (target − baseline), which also serves where less is better. A
target that equals its baseline asks to keep the value: met or not. The traffic light compares
progress with the share of time elapsed; its steps are a house convention.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from methodology.choice import Choice
from methodology.text import N_

AMBER = Decimal("0.75")  # of the share of time elapsed


class Light(Choice):
    """How an indicator stands: always shown with its words, never by colour alone."""

    GREEN = "green", N_("On course")
    AMBER = "amber", N_("Somewhat behind")
    RED = "red", N_("Behind")
    MET = "met", N_("Kept")
    NOT_MET = "not_met", N_("Not kept")
    NOT_MEASURED = "not_measured", N_("Not measured yet")
    NOT_DEFINED = "not_defined", N_("Baseline or target missing")

    @property
    def mark(self) -> str:
        """A sign that tells the lights apart without colour."""
        return {"green": "●", "met": "●", "amber": "◐", "red": "○", "not_met": "○"}.get(
            self.value, "–"
        )


@dataclass(frozen=True)
class Course:
    """From which value to which, and from which day to which."""

    baseline: Decimal | None
    target: Decimal | None
    baseline_on: date | None = None
    target_on: date | None = None

    @property
    def is_kept(self) -> bool:
        """Say whether the target is to keep the value that there was."""
        return self.baseline is not None and self.baseline == self.target


def progress_of(actual: Decimal, course: Course) -> Decimal | None:
    """Return the share of the way gone; None where there is no way to go, or it is unknown."""
    if course.baseline is None or course.target is None or course.is_kept:
        return None
    return (actual - course.baseline) / (course.target - course.baseline)


def elapsed_share(course: Course, today: date) -> Decimal | None:
    """Return the share of the time from baseline to target gone until `today`, 0 to 1.

    None without both days, or when the target's day is not after the baseline's.
    """
    begins, ends = course.baseline_on, course.target_on
    if begins is None or ends is None or ends <= begins:
        return None
    share = Decimal((today - begins).days) / (ends - begins).days
    return min(max(share, Decimal(0)), Decimal(1))


def light(actual: Decimal | None, course: Course, elapsed: Decimal | None) -> Light:
    """Return how an indicator stands; without dates all the time counts as gone."""
    if course.baseline is None or course.target is None:
        return Light.NOT_DEFINED
    if actual is None:
        return Light.NOT_MEASURED
    if course.is_kept:
        return Light.MET if actual == course.target else Light.NOT_MET
    gone = Decimal(1) if elapsed is None else elapsed
    done = progress_of(actual, course) or Decimal(0)
    if done >= gone:
        return Light.GREEN
    return Light.AMBER if done >= AMBER * gone else Light.RED
