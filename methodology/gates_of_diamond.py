"""The checks of success factors and diamond: ideal and actual, a decision for each wide gap."""

from methodology.check import Check, Checks, Judgement
from methodology.diamond import DiamondScore, GapDecision, Ideal
from methodology.gaps import OptionDiamond, chosen_diamonds, undecided
from methodology.levels import RATERS, readings
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.success import SuccessFactor, SuccessNeed
from methodology.success_matrix import SuccessRow, success_matrix
from methodology.text import N_, Remark

NOTHING_CHOSEN = Remark(N_("No option has been chosen yet."))


def actual(snapshot: Snapshot) -> Judgement:
    """Judge whether the level of every sub-factor rests on enough people, or on a consensus."""
    found = [one for one in readings(snapshot) if not one.factor.is_chance]
    if not found:
        return False, Remark(N_("There are no sub-factors yet."))
    count = sum(one.is_settled and one.value is not None for one in found)
    values = {"count": count, "total": len(found), "raters": RATERS}
    return count == len(found), Remark(
        N_(
            "Sub-factors scored by {raters} people or more, or settled by a table with an expert: "
            "{count} of {total}."
        ),
        values,
    )


def ideal(snapshot: Snapshot) -> Judgement:
    """Judge whether each chosen option has an ideal beside the actual level on all four axes."""
    diamonds = chosen_diamonds(snapshot)
    if not diamonds:
        return False, NOTHING_CHOSEN
    told = tuple(_told(one) for one in diamonds)
    return all(one.is_drawable for one in diamonds), Remark(
        N_("Sub-factors with ideal and actual level: {options}."), {"options": told}
    )


def decided(snapshot: Snapshot) -> Judgement:
    """Judge whether each wide gap of a chosen option has a decision that gives its reason."""
    diamonds = chosen_diamonds(snapshot)
    if not any(one.used for one in diamonds):
        return False, Remark(N_("No chosen option has a diamond yet."))
    total = sum(len(one.wide) for one in diamonds)
    left = sum(len(undecided(snapshot, one)) for one in diamonds)
    return left == 0, Remark(
        N_("Gaps of 2 or more with a decision and its reason: {count} of {total}."),
        {"count": total - left, "total": total},
    )


def placed(snapshot: Snapshot) -> Judgement:
    """Judge whether each success factor says how much there is, on what it rests, who needs it."""
    found = success_matrix(snapshot)
    if not found.rows:
        return False, Remark(N_("There are no success factors yet."))
    if not found.chosen:
        return False, NOTHING_CHOSEN
    count = sum(
        _is_complete(row) and all(one.id in row.relevance for one in found.chosen)
        for row in found.rows
    )
    return count == len(found.rows), Remark(
        N_("Success factors complete: {count} of {total}."),
        {"count": count, "total": len(found.rows)},
    )


def answered(snapshot: Snapshot) -> Judgement:
    """Judge whether each necessary and weak success factor is in a project, or says why not."""
    found = success_matrix(snapshot)
    if not found.rows:
        return False, Remark(N_("There are no success factors yet."))
    if not found.chosen:
        return False, NOTHING_CHOSEN
    if found.unanswered:
        names = tuple(row.factor.code or row.factor.name for row in found.unanswered)
        return False, Remark(
            N_("Necessary, of level 2 or less and in no project: {factors}."), {"factors": names}
        )
    return True, Remark(
        N_("Necessary factors of level 2 or less: {count}, all taken on or explained."),
        {"count": len(found.critical)},
    )


def _told(diamond: OptionDiamond) -> Remark:
    return Remark(
        N_("{option} {count} of {total}"),
        {
            "option": diamond.option.code or diamond.option.name,
            "count": len(diamond.used),
            "total": len(diamond.gaps),
        },
    )


def _is_complete(row: SuccessRow) -> bool:
    return row.factor.present is not None and bool(row.factor.subfactors)


CHECKS: Checks = {
    Check(
        "diamond.actual",
        Stage.DIAMOND,
        N_("Every sub-factor is scored by 8 people, or settled by a table with an expert"),
        N_("Have 8 people score every sub-factor"),
        DiamondScore,
    ): actual,
    Check(
        "diamond.ideal",
        Stage.DIAMOND,
        N_("Every chosen option has an ideal diamond beside the actual one"),
        N_("Set the ideal diamond of every chosen option"),
        Ideal,
    ): ideal,
    Check(
        "diamond.decided",
        Stage.DIAMOND,
        N_("Every gap of 2 or more has a decision with its reason"),
        N_("Decide what happens to every gap of 2 or more"),
        GapDecision,
    ): decided,
    Check(
        "diamond.placed",
        Stage.DIAMOND,
        N_("Every success factor has a present level, a sub-factor and a place in each option"),
        N_("Say of every success factor how much there is, what it rests on and who needs it"),
        SuccessNeed,
    ): placed,
    Check(
        "diamond.answered",
        Stage.DIAMOND,
        N_("Every necessary and weak success factor is in a project, or says why not"),
        N_("Put every necessary and weak success factor in a project, or say why not"),
        SuccessFactor,
    ): answered,
}
