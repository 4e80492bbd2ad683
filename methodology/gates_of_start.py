"""The checks of the start: who drives the process, and what the cluster is."""

from methodology.candidates import CandidateCluster
from methodology.check import Check, Checks, Judgement
from methodology.mapping import Actor, Contact
from methodology.process import TeamMember, TeamRole
from methodology.project import Project
from methodology.scope import Scope
from methodology.selection import selection, unjudged
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_, Remark, Term


def calendar(snapshot: Snapshot) -> Judgement:
    """Judge whether week 1 has a date."""
    project = snapshot.one(Project)
    if project and project.starts_on:
        return True, Remark(N_("Set in the settings of the project."))
    return False, Remark(N_("No first day yet: the calendar has weeks without dates."))


def team(snapshot: Snapshot) -> Judgement:
    """Judge whether the team has a lead."""
    members = snapshot.all(TeamMember)
    values = {"count": len(members)}
    if any(member.role == TeamRole.LEAD for member in members):
        return True, Remark(N_("People in the team: {count}."), values)
    return False, Remark(N_("People in the team: {count}; nobody leads it."), values)


def counterpart(snapshot: Snapshot) -> Judgement:
    """Judge whether promoter and public counterpart are named."""
    project = snapshot.one(Project)
    missing = [
        label
        for label, value in (
            (Remark(N_("promoter")), project and project.promoter),
            (Remark(N_("public counterpart")), project and project.public_counterpart),
        )
        if not value
    ]
    if missing:
        return False, Remark(N_("Still to name: {missing}."), {"missing": tuple(missing)})
    return True, Remark(N_("Both are named."))


def leader(snapshot: Snapshot) -> Judgement:
    """Judge whether a lead entrepreneur is named."""
    count = sum(contact.is_lead for contact in snapshot.all(Contact))
    return count > 0, Remark(N_("Lead entrepreneurs named: {count}."), {"count": count})


def selected(snapshot: Snapshot) -> Judgement:
    """Judge whether the chosen candidate has a verdict and evidence by all four criteria."""
    found = selection(snapshot)
    if not found.standings:
        return False, Remark(
            N_("There are no candidates; if the cluster was given, waive this and say by whom.")
        )
    if not found.chosen:
        return False, Remark(N_("No candidate is chosen yet."))
    open_ones = tuple(
        Remark(N_("{candidate} ({criteria})"), {"candidate": one.name, "criteria": lacking})
        for one in found.chosen
        if (lacking := tuple(map(Term, unjudged(one))))
    )
    if open_ones:
        return False, Remark(
            N_("Without verdict or evidence: {candidates}."), {"candidates": open_ones}
        )
    return True, Remark(
        N_("Chosen: {chosen}, among candidates: {count}."),
        {"chosen": tuple(one.name for one in found.chosen), "count": len(found.standings)},
    )


def accepted(snapshot: Snapshot) -> Judgement:
    """Judge whether the core group accepted the scope sentence."""
    scope = snapshot.one(Scope)
    if not scope or not scope.statement:
        return False, Remark(N_("The sentence is not written yet."))
    if not scope.accepted_on:
        return False, Remark(N_("The sentence is written, but has no day of acceptance."))
    return True, Remark(N_("Written and accepted."))


def rule(snapshot: Snapshot) -> Judgement:
    """Judge whether the rule for inclusion is written."""
    scope = snapshot.one(Scope)
    if scope and scope.rule:
        return True, Remark(N_("The rule is written."))
    return False, Remark(N_("The rule is not written yet."))


def flagged(snapshot: Snapshot) -> Judgement:
    """Judge whether the rule was applied to every actor."""
    actors = snapshot.all(Actor)
    if not actors:
        return False, Remark(N_("There are no actors yet."))
    count = sum(actor.inclusion is not None for actor in actors)
    values = {"count": count, "total": len(actors)}
    return count == len(actors), Remark(
        N_("Actors with the rule applied: {count} of {total}."), values
    )


CHECKS: Checks = {
    Check(
        "process.calendar",
        Stage.PROCESS,
        N_("The first day of the 26 weeks is set"),
        N_("Set the first day of the project"),
        Project,
    ): calendar,
    Check(
        "process.team",
        Stage.PROCESS,
        N_("The team has a lead"),
        N_("Name the dynamization team and its lead"),
        TeamMember,
    ): team,
    Check(
        "process.counterpart",
        Stage.PROCESS,
        N_("Promoter and public counterpart are named"),
        N_("Name the promoter and the public counterpart"),
        Project,
    ): counterpart,
    Check(
        "process.leader",
        Stage.PROCESS,
        N_("At least one lead entrepreneur is named"),
        N_("Name the first lead entrepreneurs among the people"),
        Contact,
    ): leader,
    Check(
        "scope.selected",
        Stage.SCOPE,
        N_("The chosen cluster was judged by the four criteria of the method"),
        N_("Judge the chosen cluster"),
        CandidateCluster,
    ): selected,
    Check(
        "scope.accepted",
        Stage.SCOPE,
        N_("The core group accepted the scope sentence"),
        N_("Write the scope sentence and have it accepted"),
        Scope,
    ): accepted,
    Check(
        "scope.rule",
        Stage.SCOPE,
        N_("The rule for inclusion is written"),
        N_("Write the rule for inclusion"),
        Scope,
    ): rule,
    Check(
        "scope.flagged",
        Stage.SCOPE,
        N_("Every actor is inside, outside or at the periphery"),
        N_("Apply the rule for inclusion to every actor"),
        Actor,
    ): flagged,
}
