"""From gaps to improvement areas: which gaps are kept, how they group, what is not taken up yet.

Kept is a gap wide enough and heavy enough under the rule, in an option that the plan serves.
Proposals group what is kept by determinant; people then name each area as a need. Only what firms
would not do each on its own goes into the plan.
"""

from collections import defaultdict
from dataclasses import dataclass

from methodology.areas import AreaRule, Failure, ImprovementArea
from methodology.choice import Choice
from methodology.code_order import code_order
from methodology.diamond import Decision, Determinant, DiamondFactor
from methodology.gaps import Gap, decisions, gap_order, option_diamonds
from methodology.levels import in_order
from methodology.options import OptionStatus, StrategicOption
from methodology.record import NOBODY
from methodology.snapshot import Snapshot, derived
from methodology.success import SuccessFactor
from methodology.text import N_

SERVED = (OptionStatus.CHOSEN, OptionStatus.PARALLEL)
LEFT_ASIDE = (Decision.INDIVIDUAL, Decision.NOT_NOW)
FEWEST, MOST = 4, 7  # areas of a plan


class Outcome(Choice):
    """What the test «collective or individual?» says of an area."""

    COLLECTIVE = "collective", N_("Collective: goes into the plan")
    INDIVIDUAL = "individual", N_("Individual: stays with each firm")
    OPEN = "open", N_("Not answered yet")


@dataclass(frozen=True)
class OptionGap:
    """A gap with the option it was found in."""

    option: StrategicOption
    gap: Gap


@dataclass(frozen=True)
class Need:
    """A sub-factor that one or more options miss, with the gaps that are kept of it."""

    factor: DiamondFactor
    gaps: tuple[OptionGap, ...]

    @property
    def leading(self) -> Gap:
        """The gap that stands first among the options."""
        return min((one.gap for one in self.gaps), key=gap_order)

    @property
    def priority(self) -> float:
        """The highest priority among the options."""
        return self.leading.priority

    @property
    def width(self) -> float:
        """The widest gap among the options."""
        return max(one.gap.shortfall for one in self.gaps)

    @property
    def options(self) -> tuple[StrategicOption, ...]:
        """The options that miss it."""
        return tuple(one.option for one in self.gaps)


@dataclass(frozen=True)
class Proposal:
    """What is kept of one determinant, and what hangs together with it."""

    determinant: Determinant
    needs: tuple[Need, ...]
    success_factors: tuple[SuccessFactor, ...]
    areas: tuple[ImprovementArea, ...]

    @property
    def options(self) -> tuple[StrategicOption, ...]:
        """The options that miss any of it, by their codes."""
        found = {one.id: one for need in self.needs for one in need.options}
        return tuple(sorted(found.values(), key=code_order))

    @property
    def is_taken_up(self) -> bool:
        """Say whether areas take up everything that is kept."""
        taken = {key for area in self.areas for key in area.gaps}
        return all(need.factor.id in taken for need in self.needs)


def rule(snapshot: Snapshot) -> AreaRule:
    """Return the rule for gaps, the method's own while the project has none."""
    return snapshot.one(AreaRule) or AreaRule(id=NOBODY)


def is_kept(gap: Gap, by: AreaRule) -> bool:
    """Say whether a gap is wide and heavy enough to become part of an area."""
    return gap.shortfall >= by.least_gap and gap.priority >= by.least_priority


@derived
def needs(snapshot: Snapshot, served: tuple[OptionStatus, ...] = SERVED) -> tuple[Need, ...]:
    """Return the sub-factors with kept gaps in options of some status, by priority."""
    by, found = rule(snapshot), defaultdict(list)
    for diamond in option_diamonds(snapshot):
        if diamond.option.status in served:
            for gap in diamond.used:
                if is_kept(gap, by):
                    found[gap.factor.id].append(OptionGap(diamond.option, gap))
    made = (
        Need(factor, tuple(found[factor.id])) for factor in in_order(snapshot) if factor.id in found
    )
    return tuple(sorted(made, key=lambda one: gap_order(one.leading)))


def proposals(snapshot: Snapshot) -> tuple[Proposal, ...]:
    """Return what is kept, determinant by determinant."""
    found = needs(snapshot)
    grouped = (
        (group, tuple(one for one in found if one.factor.determinant == group))
        for group in Determinant
    )
    return tuple(_proposal(snapshot, group, own) for group, own in grouped if own)


def left_open(snapshot: Snapshot) -> tuple[Need, ...]:
    """Return kept needs of the chosen options that no area takes up and nobody set aside."""
    taken = {key for area in snapshot.all(ImprovementArea) for key in area.gaps}
    decided = decisions(snapshot)
    aside = {key for key, one in decided.items() if one.decision in LEFT_ASIDE}
    return tuple(
        need
        for need in needs(snapshot, (OptionStatus.CHOSEN,))
        if need.factor.id not in taken
        and not all((one.option.id, need.factor.id) in aside for one in need.gaps)
    )


def in_areas(snapshot: Snapshot) -> tuple[ImprovementArea, ...]:
    """Return the improvement areas by their codes."""
    return tuple(sorted(snapshot.all(ImprovementArea), key=code_order))


def outcome(area: ImprovementArea) -> Outcome:
    """Return what the test says: a failure with its reason makes an area collective."""
    if area.failure == Failure.PRIVATE:
        return Outcome.INDIVIDUAL
    return Outcome.COLLECTIVE if area.failure and area.failure_reason else Outcome.OPEN


def needs_of(snapshot: Snapshot, area: ImprovementArea) -> tuple[Need, ...]:
    """Return what an area takes up of the kept needs, by priority."""
    return tuple(one for one in needs(snapshot) if one.factor.id in area.gaps)


def _proposal(snapshot: Snapshot, group: Determinant, own: tuple[Need, ...]) -> Proposal:
    factors = {need.factor.id for need in own}
    tied = (one for one in snapshot.all(SuccessFactor) if factors & {*one.subfactors})
    areas = (one for one in in_areas(snapshot) if factors & {*one.gaps})
    return Proposal(group, own, tuple(sorted(tied, key=code_order)), tuple(areas))
