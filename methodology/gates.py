"""When a stage is done: its checks, what is still missing, and what the team waived."""

from dataclasses import dataclass

from methodology import (
    gates_of_action_plan,
    gates_of_attractiveness,
    gates_of_diamond,
    gates_of_governance,
    gates_of_mapping,
    gates_of_monitoring,
    gates_of_options,
    gates_of_profile,
    gates_of_purchase_factors,
    gates_of_start,
    gates_of_vision,
)
from methodology.check import Check, Checks
from methodology.choice import Choice
from methodology.project import Waiver
from methodology.records import stage_types
from methodology.snapshot import Snapshot, derived
from methodology.stage import Stage
from methodology.text import N_, Remark

_JUDGES: Checks = {
    **gates_of_start.CHECKS,
    **gates_of_mapping.CHECKS,
    **gates_of_profile.CHECKS,
    **gates_of_attractiveness.CHECKS,
    **gates_of_purchase_factors.CHECKS,
    **gates_of_options.CHECKS,
    **gates_of_diamond.CHECKS,
    **gates_of_vision.CHECKS,
    **gates_of_action_plan.CHECKS,
    **gates_of_governance.CHECKS,
    **gates_of_monitoring.CHECKS,
}


class StageState(Choice):
    """How far a stage is."""

    TO_COME = "to_come", N_("To come")
    UNDER_WAY = "under_way", N_("Under way")
    DONE = "done", N_("Done")
    WAIVED = "waived", N_("Done, with waivers")


@dataclass(frozen=True)
class Verdict:
    """How a check stands now: the numbers behind it, and the waiver when there is one."""

    check: Check
    is_met: bool
    detail: Remark
    waiver: Waiver | None

    @property
    def is_settled(self) -> bool:
        """Say whether the check no longer stands in the way of closing the stage."""
        return self.is_met or self.waiver is not None


@dataclass(frozen=True)
class StageProgress:
    """How many of a stage's checks are settled, and what state that makes."""

    stage: Stage
    settled: int
    total: int
    state: StageState


def checks(stage: Stage) -> tuple[Check, ...]:
    """Return the checks of a stage; a stage without any cannot be worked on yet."""
    return tuple(check for check in _JUDGES if check.stage == stage)


@derived
def verdicts(snapshot: Snapshot, stage: Stage) -> tuple[Verdict, ...]:
    """Return how every check of a stage stands."""
    waivers = {waiver.check: waiver for waiver in snapshot.all(Waiver)}
    found = []
    for check in checks(stage):
        is_met, detail = _JUDGES[check](snapshot)
        found.append(Verdict(check, is_met, detail, waivers.get(check.key)))
    return tuple(found)


@derived
def progress(snapshot: Snapshot) -> tuple[StageProgress, ...]:
    """Return how far every stage is, in the order of the process."""
    return tuple(_progress(snapshot, stage) for stage in Stage)


@derived
def next_step(snapshot: Snapshot) -> Verdict | None:
    """Return what is missing first, stage by stage; None when nothing is."""
    for stage in Stage:
        for verdict in verdicts(snapshot, stage):
            if not verdict.is_settled:
                return verdict
    return None


def _progress(snapshot: Snapshot, stage: Stage) -> StageProgress:
    found = verdicts(snapshot, stage)
    settled = sum(verdict.is_settled for verdict in found)
    return StageProgress(stage, settled, len(found), _state(snapshot, stage, found))


def _state(snapshot: Snapshot, stage: Stage, found: tuple[Verdict, ...]) -> StageState:
    if not found:
        return StageState.TO_COME
    if all(verdict.is_settled for verdict in found):
        unmet = any(not verdict.is_met for verdict in found)
        return StageState.WAIVED if unmet else StageState.DONE
    started = any(verdict.is_settled for verdict in found) or any(
        snapshot.all(cls) for cls in stage_types(stage)
    )
    return StageState.UNDER_WAY if started else StageState.TO_COME
