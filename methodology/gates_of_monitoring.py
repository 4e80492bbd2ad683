"""The checks of monitoring: an indicator with baseline for each objective and first project."""

from methodology.check import Check, Checks, Judgement
from methodology.follow_up import first_projects, unmeasured_objectives, unmeasured_projects
from methodology.monitoring import (
    ChangeLink,
    FollowUp,
    Level,
    LogframeLevel,
    LogframeRow,
    MonitoringIndicator,
    Risk,
    Sustainability,
    TheoryStep,
)
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_, Remark
from methodology.vision import Objective


def theory(snapshot: Snapshot) -> Judgement:
    """Judge whether every link of the theory of change has a statement."""
    found = {step.link for step in snapshot.all(TheoryStep)}
    missing = tuple(link for link in ChangeLink if link not in found)
    if missing:
        return False, Remark(N_("Links without a statement: {missing}."), {"missing": missing})
    return True, Remark(
        N_("Statements of the theory of change: {count}."),
        {"count": len(snapshot.all(TheoryStep))},
    )


def logframe(snapshot: Snapshot) -> Judgement:
    """Judge whether the logical framework has its four rows, each with an indicator or means."""
    rows = snapshot.all(LogframeRow)
    missing = tuple(level for level in LogframeLevel if level not in {row.level for row in rows})
    if missing:
        return False, Remark(N_("Rows still missing: {missing}."), {"missing": missing})
    count = sum(bool(row.indicators or row.means) for row in rows)
    return count == len(rows), Remark(
        N_("Rows that can be verified: {count} of {total}."), {"count": count, "total": len(rows)}
    )


def objectives(snapshot: Snapshot) -> Judgement:
    """Judge whether every objective has an indicator with a dated baseline."""
    total = len(snapshot.all(Objective))
    if not total:
        return False, Remark(N_("There are no objectives yet."))
    open_ones = tuple(one.statement for one in unmeasured_objectives(snapshot))
    if open_ones:
        return False, Remark(N_("Without a dated baseline: {names}."), {"names": open_ones})
    return True, Remark(N_("Objectives with a dated baseline: {count}."), {"count": total})


def projects(snapshot: Snapshot) -> Judgement:
    """Judge whether every first project has an indicator with a dated baseline."""
    found = first_projects(snapshot)
    if not found:
        return False, Remark(N_("No project is marked as first yet."))
    open_ones = tuple(one.name for one in unmeasured_projects(snapshot))
    if open_ones:
        return False, Remark(N_("Without a dated baseline: {names}."), {"names": open_ones})
    return True, Remark(N_("First projects with a dated baseline: {count}."), {"count": len(found)})


def responsible(snapshot: Snapshot) -> Judgement:
    """Judge whether every indicator says how often it is read and by whom."""
    found = snapshot.all(MonitoringIndicator)
    if not found:
        return False, Remark(N_("There are no indicators yet."))
    count = sum(bool(one.frequency and one.responsible) for one in found)
    return count == len(found), Remark(
        N_("Indicators with frequency and responsible: {count} of {total}."),
        {"count": count, "total": len(found)},
    )


def levels(snapshot: Snapshot) -> Judgement:
    """Judge whether each of the four levels is followed, by an indicator or a date."""
    followed = {one.level for one in snapshot.all(MonitoringIndicator)}
    followed |= {one.level for one in snapshot.all(FollowUp)}
    missing = tuple(level for level in Level if level not in followed)
    if missing:
        return False, Remark(N_("Levels not followed yet: {missing}."), {"missing": missing})
    return True, Remark(N_("The four levels are followed."))


def risks(snapshot: Snapshot) -> Judgement:
    """Judge whether every risk has likelihood, damage and mitigation."""
    found = snapshot.all(Risk)
    if not found:
        return False, Remark(N_("There are no risks yet."))
    count = sum(bool(one.likelihood and one.damage and one.mitigation) for one in found)
    return count == len(found), Remark(
        N_("Risks judged and with mitigation: {count} of {total}."),
        {"count": count, "total": len(found)},
    )


def exit_path(snapshot: Snapshot) -> Judgement:
    """Judge whether the way out of public funding is written."""
    found = snapshot.one(Sustainability)
    if found and found.path:
        return True, Remark(N_("The path of the exit is written."))
    return False, Remark(N_("The path of the exit is not written yet."))


CHECKS: Checks = {
    Check(
        "monitoring.theory",
        Stage.MONITORING,
        N_("The theory of change is whole, from inputs to impacts"),
        N_("Write the theory of change, link by link"),
        TheoryStep,
    ): theory,
    Check(
        "monitoring.logframe",
        Stage.MONITORING,
        N_("The logical framework has its four rows, each verifiable"),
        N_("Fill the four rows of the logical framework"),
        LogframeRow,
    ): logframe,
    Check(
        "monitoring.objectives",
        Stage.MONITORING,
        N_("Every objective has an indicator with a dated baseline"),
        N_("Give every objective an indicator with a dated baseline"),
        Objective,
    ): objectives,
    Check(
        "monitoring.projects",
        Stage.MONITORING,
        N_("Every first project has an indicator with a dated baseline"),
        N_("Give every first project an indicator with a dated baseline"),
        MonitoringIndicator,
    ): projects,
    Check(
        "monitoring.responsible",
        Stage.MONITORING,
        N_("Every indicator has a frequency and somebody responsible"),
        N_("Say how often each indicator is read, and by whom"),
        MonitoringIndicator,
    ): responsible,
    Check(
        "monitoring.levels",
        Stage.MONITORING,
        N_("The four levels of monitoring are followed"),
        N_("Plan how each of the four levels is followed"),
        FollowUp,
    ): levels,
    Check(
        "monitoring.risks",
        Stage.MONITORING,
        N_("The risks of the plan are judged and answered"),
        N_("Judge the risks of the plan and write what is done"),
        Risk,
    ): risks,
    Check(
        "monitoring.exit",
        Stage.MONITORING,
        N_("The exit from public funding is written"),
        N_("Write how the cluster goes on without public funding"),
        Sustainability,
    ): exit_path,
}
