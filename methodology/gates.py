"""When a stage is done: its checks, what is still missing, and what the team waived."""

from collections.abc import Callable
from dataclasses import dataclass

from methodology import gates_of_mapping as mapping
from methodology import gates_of_profile as profile
from methodology import gates_of_start as start
from methodology.choice import Choice
from methodology.project import Waiver
from methodology.record import Record
from methodology.records import record_types
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_, Remark

Judge = Callable[[Snapshot], tuple[bool, Remark]]


class StageState(Choice):
    """How far a stage is."""

    TO_COME = "to_come", N_("To come")
    UNDER_WAY = "under_way", N_("Under way")
    DONE = "done", N_("Done")
    WAIVED = "waived", N_("Done, with waivers")


@dataclass(frozen=True)
class Check:
    """One condition for closing a stage; `key` is stored with waivers and never renamed.

    `label` says what must be true, `action` what to do about it: both are messages.
    """

    key: str
    stage: Stage
    label: str
    action: str


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


_JUDGES: dict[Check, Judge] = {
    Check(
        "process.calendar",
        Stage.PROCESS,
        N_("The first day of the 26 weeks is set"),
        N_("Set the first day of the project"),
    ): start.calendar,
    Check(
        "process.team",
        Stage.PROCESS,
        N_("The team has a lead"),
        N_("Name the dynamization team and its lead"),
    ): start.team,
    Check(
        "process.counterpart",
        Stage.PROCESS,
        N_("Promoter and public counterpart are named"),
        N_("Name the promoter and the public counterpart"),
    ): start.counterpart,
    Check(
        "process.leader",
        Stage.PROCESS,
        N_("At least one lead entrepreneur is named"),
        N_("Name the first lead entrepreneurs among the people"),
    ): start.leader,
    Check(
        "scope.accepted",
        Stage.SCOPE,
        N_("The core group accepted the scope sentence"),
        N_("Write the scope sentence and have it accepted"),
    ): start.accepted,
    Check(
        "scope.rule",
        Stage.SCOPE,
        N_("The rule for inclusion is written"),
        N_("Write the rule for inclusion"),
    ): start.rule,
    Check(
        "scope.flagged",
        Stage.SCOPE,
        N_("Every actor is inside, outside or at the periphery"),
        N_("Apply the rule for inclusion to every actor"),
    ): start.flagged,
    Check(
        "mapping.links",
        Stage.MAPPING,
        N_("Every link of the chain has an actor or is marked as missing"),
        N_("Fill the links of the chain or mark them as missing"),
    ): mapping.links,
    Check(
        "mapping.placed",
        Stage.MAPPING,
        N_("Actors with a type and, firms, a link: at least 80 %"),
        N_("Give the actors a type and a link of the chain"),
    ): mapping.placed,
    Check(
        "mapping.turnover",
        Stage.MAPPING,
        N_("Turnover of the firms interviewed: at least 25 %"),
        N_("Interview more firms, the large ones first"),
    ): mapping.turnover,
    Check(
        "mapping.links_heard",
        Stage.MAPPING,
        N_("Somebody from every link of the chain was interviewed"),
        N_("Interview somebody from each link of the chain"),
    ): mapping.links_heard,
    Check(
        "mapping.buyers",
        Stage.MAPPING,
        N_("At least three buyers were interviewed"),
        N_("Interview three buyers"),
    ): mapping.buyers,
    Check(
        "mapping.institutions",
        Stage.MAPPING,
        N_("At least three institutions were interviewed"),
        N_("Interview three institutions"),
    ): mapping.institutions,
    Check(
        "mapping.relations",
        Stage.MAPPING,
        N_("Actors interviewed whose relations are known: at least 60 %"),
        N_("Record the relations of the actors interviewed"),
    ): mapping.relations,
    Check(
        "mapping.validated",
        Stage.MAPPING,
        N_("The map was validated in a meeting with date, minutes and list of attendance"),
        N_("Hold the validation table and record who came"),
    ): mapping.validated,
    Check(
        "characterization.headlines",
        Stage.CHARACTERIZATION,
        N_("Firms, employment and turnover of the cluster are known"),
        N_("Enter the totals of firms, employment and turnover"),
    ): profile.headlines_known,
    Check(
        "characterization.sourced",
        Stage.CHARACTERIZATION,
        N_("Every figure has a year, a source and a quality"),
        N_("Give every figure its source"),
    ): profile.sourced,
    Check(
        "characterization.ties",
        Stage.CHARACTERIZATION,
        N_("Totals tie with their parts by link"),
        N_("Make totals and parts by link agree"),
    ): profile.tied,
}


def checks(stage: Stage) -> tuple[Check, ...]:
    """Return the checks of a stage; a stage without any cannot be worked on yet."""
    return tuple(check for check in _JUDGES if check.stage == stage)


def verdicts(snapshot: Snapshot, stage: Stage) -> tuple[Verdict, ...]:
    """Return how every check of a stage stands."""
    waivers = {waiver.check: waiver for waiver in snapshot.all(Waiver)}
    found = []
    for check in checks(stage):
        is_met, detail = _JUDGES[check](snapshot)
        found.append(Verdict(check, is_met, detail, waivers.get(check.key)))
    return tuple(found)


def progress(snapshot: Snapshot) -> tuple[StageProgress, ...]:
    """Return how far every stage is, in the order of the process."""
    return tuple(_progress(snapshot, stage) for stage in Stage)


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
        snapshot.all(cls) for cls in _worked_on(stage)
    )
    return StageState.UNDER_WAY if started else StageState.TO_COME


def _worked_on(stage: Stage) -> list[type[Record]]:
    """Return the record types whose presence says that a stage has begun."""
    return [cls for cls in record_types() if cls.stage == stage and not cls.is_internal]
