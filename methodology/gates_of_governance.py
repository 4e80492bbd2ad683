"""The checks of governance: organs with names, rules adopted, a budget for the first year."""

from methodology.check import Check, Checks, Judgement
from methodology.governance import (
    Fund,
    Governance,
    GovernanceRule,
    OperatingCost,
    Organ,
    OrganKind,
    OrganMember,
    RuleKind,
)
from methodology.organs import operating_years, voters
from methodology.process import Attendance, Meeting
from methodology.project import Evidence
from methodology.project_zero import ManagerProfile
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_, Remark

LEAST, MOST = 8, 15  # members of the committee
WANTED = (OrganKind.ASSEMBLY, OrganKind.COMMITTEE, OrganKind.COORDINATION)
OWN = frozenset({Fund.FEES, Fund.INCOME})  # funds that need no other payer


def model(snapshot: Snapshot) -> Judgement:
    """Judge whether a model was chosen and adopted."""
    found = snapshot.one(Governance)
    if not found or not found.base:
        return False, Remark(N_("No model is chosen yet."))
    if not found.adopted_on:
        return False, Remark(N_("{base}, not adopted yet."), {"base": found.base})
    return True, Remark(
        N_("{base}, adopted on {day}."), {"base": found.base, "day": found.adopted_on}
    )


def organs(snapshot: Snapshot) -> Judgement:
    """Judge whether the organs every cluster needs are there, with the names of who sits in them.

    An assembly may give its number of members instead of their names.
    """
    found = snapshot.all(Organ)
    missing = tuple(kind for kind in WANTED if kind not in {organ.kind for organ in found})
    if missing:
        return False, Remark(N_("Organs still missing: {missing}."), {"missing": missing})
    seated = {member.organ for member in snapshot.all(OrganMember)}
    empty = tuple(
        organ.name
        for organ in found
        if organ.id not in seated and not (organ.kind == OrganKind.ASSEMBLY and organ.members)
    )
    if empty:
        return False, Remark(N_("Nobody is named in: {organs}."), {"organs": empty})
    return True, Remark(N_("Organs with their members: {count}."), {"count": len(found)})


def committee(snapshot: Snapshot) -> Judgement:
    """Judge whether the committee is small enough to work and large enough to stand for all."""
    found = [organ for organ in snapshot.all(Organ) if organ.kind == OrganKind.COMMITTEE]
    if not found:
        return False, Remark(N_("There is no committee yet."))
    count = max(voters(snapshot, organ) for organ in found)
    return LEAST <= count <= MOST, Remark(N_("Members with a vote: {count}."), {"count": count})


def rules(snapshot: Snapshot) -> Judgement:
    """Judge whether quorum and decisions have a formula, and every rule a day of adoption."""
    found = snapshot.all(GovernanceRule)
    if not found:
        return False, Remark(N_("There are no rules yet."))
    formulas = {rule.kind for rule in found if rule.majority}
    lacking = tuple(kind for kind in (RuleKind.QUORUM, RuleKind.DECISION) if kind not in formulas)
    if lacking:
        return False, Remark(N_("Rules without a majority: {rules}."), {"rules": lacking})
    count = sum(rule.adopted_on is not None for rule in found)
    return count == len(found), Remark(
        N_("Rules adopted: {count} of {total}."), {"count": count, "total": len(found)}
    )


def manager(snapshot: Snapshot) -> Judgement:
    """Judge whether the manager's profile is written and how the person is chosen."""
    profile = snapshot.one(ManagerProfile)
    missing = [
        Remark(label)
        for label, value in (
            (N_("functions of the manager"), profile and profile.functions),
            (N_("how the person is chosen"), profile and profile.selection),
        )
        if not value
    ]
    if missing:
        return False, Remark(N_("Still to write: {missing}."), {"missing": tuple(missing)})
    return True, Remark(N_("Profile and way of hiring are written."))


def budget(snapshot: Snapshot) -> Judgement:
    """Judge whether the first year has money, and each amount of it somebody who pays."""
    years = operating_years(snapshot)
    if not years or not years[0].total:
        return False, Remark(N_("The first year has no amount yet."))
    first = [cost for cost in snapshot.all(OperatingCost) if cost.year == 1 and cost.amount]
    count = sum(cost.fund in OWN or cost.payer is not None for cost in first)
    return count == len(first), Remark(
        N_("Amounts of the first year with somebody who pays: {count} of {total}."),
        {"count": count, "total": len(first)},
    )


def minutes(snapshot: Snapshot) -> Judgement:
    """Judge whether a meeting on governance has day, minutes (text or file) and attendance."""
    attended = {row.meeting for row in snapshot.all(Attendance)}
    filed = {evidence.about_id for evidence in snapshot.all(Evidence)}
    found = [one for one in snapshot.all(Meeting) if one.about_stage == Stage.GOVERNANCE]
    for meeting in found:
        if meeting.held_on and (meeting.minutes or meeting.id in filed) and meeting.id in attended:
            return True, Remark(N_("Minutes of {meeting}."), {"meeting": meeting.name})
    return False, Remark(
        N_("Meetings on governance: {count}, none with day, minutes and list of attendance."),
        {"count": len(found)},
    )


CHECKS: Checks = {
    Check(
        "governance.model",
        Stage.GOVERNANCE,
        N_("The model of governance is adopted"),
        N_("Choose the model of governance and have it adopted"),
        Governance,
    ): model,
    Check(
        "governance.organs",
        Stage.GOVERNANCE,
        N_("Assembly, committee and coordination have names"),
        N_("Set up the organs and name who sits in them"),
        OrganMember,
    ): organs,
    Check(
        "governance.committee",
        Stage.GOVERNANCE,
        N_("The committee has 8 to 15 members with a vote"),
        N_("Bring the committee to 8 to 15 members with a vote"),
        OrganMember,
    ): committee,
    Check(
        "governance.rules",
        Stage.GOVERNANCE,
        N_("Quorum and decisions are formulas, and every rule is adopted"),
        N_("Write the rules with their majorities and have them adopted"),
        GovernanceRule,
    ): rules,
    Check(
        "governance.manager",
        Stage.GOVERNANCE,
        N_("The manager's profile and the way of hiring are written"),
        N_("Write the manager's profile and how the person is chosen"),
        ManagerProfile,
    ): manager,
    Check(
        "governance.budget",
        Stage.GOVERNANCE,
        N_("The first year of operation has a budget with sources"),
        N_("Give the first year its amounts, each with who pays"),
        OperatingCost,
    ): budget,
    Check(
        "governance.minutes",
        Stage.GOVERNANCE,
        N_("The assembly on governance has minutes and a list of attendance"),
        N_("Hold the assembly on governance and keep its minutes"),
        Meeting,
    ): minutes,
}
