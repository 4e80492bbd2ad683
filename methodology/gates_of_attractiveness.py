"""The checks of the business: forces and trends scored by many, challenges agreed."""

from collections import Counter, defaultdict
from uuid import UUID

from methodology.check import Check, Checks, Judgement
from methodology.forces import (
    Business,
    Challenge,
    Force,
    ForceEvidence,
    ForceFactor,
    ForceScore,
    Trend,
)
from methodology.panel import raters_by_id
from methodology.raters import Side
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_, Remark

RATERS, FIRMS = 8, 5
EVIDENCE = 2
MOST_CHALLENGES = 5
NEAREST, FARTHEST = 3, 10  # years ahead


def defined(snapshot: Snapshot) -> Judgement:
    """Judge whether everybody scores the same business, at a horizon of three to ten years."""
    about = snapshot.one(Business)
    if about is None or not about.what:
        return False, Remark(N_("The business that is scored is not described yet."))
    if about.year is None or about.horizon is None:
        return False, Remark(N_("The year of today or that of the horizon is missing."))
    ahead = about.horizon - about.year
    detail = Remark(
        N_("From {year} to {horizon}: {count} years ahead."),
        {"year": about.year, "horizon": about.horizon, "count": ahead},
    )
    return NEAREST <= ahead <= FARTHEST, detail


def trends_linked(snapshot: Snapshot) -> Judgement:
    """Judge whether there are trends, each with a force and some evidence."""
    trends = snapshot.all(Trend)
    if not trends:
        return False, Remark(N_("There are no trends yet."))
    count = sum(bool((one.forces or one.relieves) and one.evidence) for one in trends)
    return count == len(trends), Remark(
        N_("Trends with a force and evidence: {count} of {total}."),
        {"count": count, "total": len(trends)},
    )


def scored(snapshot: Snapshot) -> Judgement:
    """Judge whether each force has, on both dates, enough raters from enough firms."""
    if not snapshot.all(ForceScore):
        return False, Remark(N_("Nobody has scored the forces yet."))
    raters, firms = _heard(snapshot)
    cells = [(force, date) for force in Force for date in ("today", "later")]
    fewest = min(len(raters[cell]) for cell in cells)
    least = min(len(firms[cell]) for cell in cells)
    values = {"raters": fewest, "firms": least}
    open_ones = tuple(
        dict.fromkeys(
            force
            for force, date in cells
            if len(raters[force, date]) < RATERS or len(firms[force, date]) < FIRMS
        )
    )
    if open_ones:
        return False, Remark(
            N_("Raters from firms: {raters} at least, from {firms} firms; too few in: {forces}."),
            {**values, "forces": open_ones},
        )
    return True, Remark(
        N_("Each force on both dates: {raters} raters or more, from {firms} firms or more."), values
    )


def evidenced(snapshot: Snapshot) -> Judgement:
    """Judge whether two facts stand behind each force."""
    counts = Counter(one.force for one in snapshot.all(ForceEvidence))
    open_ones = tuple(force for force in Force if counts[force] < EVIDENCE)
    if open_ones:
        return False, Remark(
            N_("Forces with fewer than {count} facts: {forces}."),
            {"count": EVIDENCE, "forces": open_ones},
        )
    return True, Remark(N_("Facts behind the forces: {count}."), {"count": counts.total()})


def challenged(snapshot: Snapshot) -> Judgement:
    """Judge whether one to five challenges stand, each tied to its cause and validated."""
    found = snapshot.all(Challenge)
    if not found:
        return False, Remark(N_("There are no challenges yet."))
    tied = sum(bool(one.trends or one.forces) for one in found)
    valid = sum(one.validated_on is not None for one in found)
    detail = Remark(
        N_("Challenges: {total}, at most {most}; tied to a cause: {tied}; validated: {valid}."),
        {"total": len(found), "most": MOST_CHALLENGES, "tied": tied, "valid": valid},
    )
    return len(found) <= MOST_CHALLENGES and tied == valid == len(found), detail


Cell = tuple[Force, str]


def _heard(snapshot: Snapshot) -> tuple[dict[Cell, set[UUID]], dict[Cell, set[UUID]]]:
    """Return who scored each force on each date: raters on the firms' side, and their firms."""
    everybody = raters_by_id(snapshot)
    forces = {one.id: one.force for one in snapshot.all(ForceFactor)}
    raters: dict[Cell, set[UUID]] = defaultdict(set)
    firms: dict[Cell, set[UUID]] = defaultdict(set)
    for score in snapshot.all(ForceScore):
        rater = everybody[score.rater]
        if rater.side is not Side.FIRM:
            continue
        for date in ("today", "later"):
            if getattr(score, date) is not None:
                cell = forces[score.factor], date
                raters[cell].add(rater.id)
                firms[cell].update([rater.actor] if rater.actor else [])
    return raters, firms


CHECKS: Checks = {
    Check(
        "attractiveness.business",
        Stage.ATTRACTIVENESS,
        N_("Everybody scores the same business, three to ten years ahead"),
        N_("Describe the business that is scored, with its two years"),
        Business,
    ): defined,
    Check(
        "attractiveness.trends",
        Stage.ATTRACTIVENESS,
        N_("Every trend says which forces it moves and where it can be seen"),
        N_("Give every trend its forces and its evidence"),
        Trend,
    ): trends_linked,
    Check(
        "attractiveness.scores",
        Stage.ATTRACTIVENESS,
        N_("Five forces scored for today and the horizon by 8 raters from 5 firms"),
        N_("Have the five forces scored for both dates by 8 raters from 5 firms"),
        ForceScore,
    ): scored,
    Check(
        "attractiveness.evidence",
        Stage.ATTRACTIVENESS,
        N_("Two facts or more stand behind each force"),
        N_("Add facts with their sources to the forces that lack them"),
        ForceEvidence,
    ): evidenced,
    Check(
        "attractiveness.challenges",
        Stage.ATTRACTIVENESS,
        N_("Five challenges at most, tied to trends or forces and validated"),
        N_("Write one to five challenges, tie them to their causes and validate them"),
        Challenge,
    ): challenged,
}
