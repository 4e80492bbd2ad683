"""The checks of the improvement areas: few, collective, tied to gaps, options and factors."""

from methodology.areas import ImprovementArea
from methodology.check import Check, Checks, Judgement
from methodology.needs import FEWEST, MOST, Outcome, left_open, needs, outcome
from methodology.options import OptionStatus
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_, Remark

TIED_TO = ("need", "gaps", "options", "success_factors")
MEASURED_BY = ("indicator", "baseline", "baseline_on")
NO_AREAS = Remark(N_("There are no improvement areas yet."))


def number(snapshot: Snapshot) -> Judgement:
    """Judge whether the areas are few enough to act on, and enough."""
    count = len(snapshot.all(ImprovementArea))
    return FEWEST <= count <= MOST, Remark(N_("Improvement areas: {count}."), {"count": count})


def covered(snapshot: Snapshot) -> Judgement:
    """Judge whether every gap that is kept is taken up by an area or set aside."""
    still = left_open(snapshot)
    if not needs(snapshot):
        return False, Remark(N_("No gap is kept yet: the diamond comes first."))
    if still:
        names = tuple(need.factor.name for need in still)
        return False, Remark(N_("In no area yet: {names}."), {"names": names})
    return True, Remark(
        N_("Gaps of the chosen options, in an area or set aside: {count}."),
        {"count": len(needs(snapshot, (OptionStatus.CHOSEN,)))},
    )


def collective(snapshot: Snapshot) -> Judgement:
    """Judge whether every area passes the test «collective or individual?»."""
    areas = snapshot.all(ImprovementArea)
    if not areas:
        return False, NO_AREAS
    alone = tuple(one.name for one in areas if outcome(one) == Outcome.INDIVIDUAL)
    if alone:
        return False, Remark(N_("Firms can do it each on its own: {areas}."), {"areas": alone})
    unanswered = tuple(one.name for one in areas if outcome(one) == Outcome.OPEN)
    if unanswered:
        return False, Remark(
            N_("Without type of failure or reason: {areas}."), {"areas": unanswered}
        )
    return True, Remark(N_("Collective areas: {count}."), {"count": len(areas)})


def linked(snapshot: Snapshot) -> Judgement:
    """Judge whether every area names its need, gaps, options and success factors."""
    return _filled(
        snapshot,
        TIED_TO,
        N_("Without need, gaps, options or success factors: {areas}."),
        N_("Areas with all their ties: {count}."),
    )


def measured(snapshot: Snapshot) -> Judgement:
    """Judge whether every area has an indicator with its value today and the date of it."""
    return _filled(
        snapshot,
        MEASURED_BY,
        N_("Without indicator, value or date: {areas}."),
        N_("Areas with a baseline: {count}."),
    )


def _filled(snapshot: Snapshot, names: tuple[str, ...], lacking: str, done: str) -> Judgement:
    areas = snapshot.all(ImprovementArea)
    if not areas:
        return False, NO_AREAS
    missing = tuple(
        one.name for one in areas if any(getattr(one, name) in (None, "", ()) for name in names)
    )
    if missing:
        return False, Remark(lacking, {"areas": missing})
    return True, Remark(done, {"count": len(areas)})


CHECKS: Checks = {
    Check(
        "vision.areas",
        Stage.VISION,
        N_("There are four to seven improvement areas"),
        N_("Group the gaps into four to seven improvement areas"),
        ImprovementArea,
    ): number,
    Check(
        "vision.gaps",
        Stage.VISION,
        N_("Every gap that is kept belongs to an area or was set aside"),
        N_("Take every gap of the chosen options into an area, or set it aside"),
        ImprovementArea,
    ): covered,
    Check(
        "vision.collective",
        Stage.VISION,
        N_("Every area is something that firms would not do each on its own"),
        N_("Say of every area why firms would not do it each on its own"),
        ImprovementArea,
    ): collective,
    Check(
        "vision.linked",
        Stage.VISION,
        N_("Every area names its need, gaps, options and success factors"),
        N_("Tie every area to its need, gaps, options and success factors"),
        ImprovementArea,
    ): linked,
    Check(
        "vision.baselines",
        Stage.VISION,
        N_("Every area has an indicator with its baseline"),
        N_("Give every area an indicator, its value today and the date"),
        ImprovementArea,
    ): measured,
}
