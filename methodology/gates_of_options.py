"""The checks of the strategic options: a vote with quorum, a status for each."""

from methodology.check import Check, Checks, Judgement
from methodology.option_matrix import positions
from methodology.option_pairs import pairs, to_merge
from methodology.option_votes import ballot, intentions
from methodology.options import (
    Intention,
    OptionScore,
    OptionStatus,
    PriorityVote,
    StrategicOption,
)
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_, Remark

FEWEST, MOST = 3, 5
SHEET = ("definition", "segments", "purchase_factors", "proposition", "chain", "stops")
NO_OPTIONS = Remark(N_("There are no options yet."))
NO_VOTE = Remark(N_("The vote has not been noted down yet."))


def number(snapshot: Snapshot) -> Judgement:
    """Judge whether there are few enough options to choose from, and enough."""
    count = len(snapshot.all(StrategicOption))
    return FEWEST <= count <= MOST, Remark(N_("Options: {count}."), {"count": count})


def sheets(snapshot: Snapshot) -> Judgement:
    """Judge whether every sheet still in play says what, for whom, how and instead of what."""
    options = [one for one in snapshot.all(StrategicOption) if one.status != OptionStatus.DISCARDED]
    if not options:
        return False, NO_OPTIONS
    missing = tuple(one.name for one in options if not all(getattr(one, field) for field in SHEET))
    if missing:
        return False, Remark(N_("Sheets not complete: {options}."), {"options": missing})
    return True, Remark(N_("Complete sheets: {count}."), {"count": len(options)})


def distinct(snapshot: Snapshot) -> Judgement:
    """Judge whether every pair of options differs in two purchase factors or more."""
    found = pairs(snapshot)
    if not found:
        return False, Remark(N_("There are no two options to tell apart yet."))
    alike = tuple(
        Remark(N_("{one} and {other}"), {"one": pair.one.name, "other": pair.other.name})
        for pair in to_merge(snapshot)
    )
    if alike:
        return False, Remark(N_("Merge or sharpen: {pairs}."), {"pairs": alike})
    return True, Remark(N_("Pairs that differ: {count}."), {"count": len(found)})


def placed(snapshot: Snapshot) -> Judgement:
    """Judge whether every option stands in the matrix."""
    found = positions(snapshot)
    if not found:
        return False, NO_OPTIONS
    count = sum(one.overall is not None for one in found)
    return count == len(found), Remark(
        N_("Options with both axes scored: {count} of {total}."),
        {"count": count, "total": len(found)},
    )


def intended(snapshot: Snapshot) -> Judgement:
    """Judge whether firms said which options they will pursue."""
    found = intentions(snapshot)
    return found.answered > 0, Remark(
        N_("Firms that said what they will pursue: {count} of {total}."),
        {"count": found.answered, "total": found.asked},
    )


def quorum(snapshot: Snapshot) -> Judgement:
    """Judge whether enough of those entitled voted on the priority."""
    found = ballot(snapshot)
    if found is None or found.needed is None or found.voted is None:
        return False, NO_VOTE
    return found.has_quorum, Remark(
        N_("Ballots cast: {voted}; needed: {needed}."),
        {"voted": found.voted, "needed": found.needed},
    )


def result(snapshot: Snapshot) -> Judgement:
    """Judge whether result and consensus of the vote are stored."""
    found = ballot(snapshot)
    if found is None:
        return False, NO_VOTE
    if not found.has_result:
        return False, Remark(N_("Some options have neither a place nor points."))
    if found.consensus is None or not found.consensus_measure:
        return False, Remark(N_("The result is there, but not how far it was agreed."))
    return True, Remark(
        N_("Stored with its consensus: {measure} {value}."),
        {"measure": found.consensus_measure, "value": found.consensus},
    )


def dissent(snapshot: Snapshot) -> Judgement:
    """Judge whether it is noted what those who thought otherwise said."""
    found = ballot(snapshot)
    if found is None:
        return False, NO_VOTE
    if found.dissent:
        return True, Remark(N_("It is noted."))
    return False, Remark(N_("Nothing is noted; if nobody disagreed, say so."))


def decided(snapshot: Snapshot) -> Judgement:
    """Judge whether every option is chosen, parallel or discarded, with a reason."""
    options = snapshot.all(StrategicOption)
    if not options:
        return False, NO_OPTIONS
    undecided = tuple(
        one.name for one in options if one.status == OptionStatus.CANDIDATE or not one.status_reason
    )
    if undecided:
        return False, Remark(N_("Without status or reason: {options}."), {"options": undecided})
    chosen = sum(one.status == OptionStatus.CHOSEN for one in options)
    return chosen > 0, Remark(
        N_("Options decided: {count}; chosen: {chosen}."),
        {"count": len(options), "chosen": chosen},
    )


CHECKS: Checks = {
    Check(
        "options.number",
        Stage.OPTIONS,
        N_("There are three to five options"),
        N_("Propose three to five options"),
        StrategicOption,
    ): number,
    Check(
        "options.sheets",
        Stage.OPTIONS,
        N_("Every option has its sheet"),
        N_("Fill in definition, buyers, factors, proposition, chain and what stops"),
        StrategicOption,
    ): sheets,
    Check(
        "options.distinct",
        Stage.OPTIONS,
        N_("Every pair differs in two purchase factors or more"),
        N_("Merge options that win on the same factors, or tell them apart"),
        StrategicOption,
    ): distinct,
    Check(
        "options.matrix",
        Stage.OPTIONS,
        N_("Every option has its attractiveness and its capacity"),
        N_("Score every option by the criteria of both axes"),
        OptionScore,
    ): placed,
    Check(
        "options.intentions",
        Stage.OPTIONS,
        N_("Firms said which options they will pursue"),
        N_("Ask each firm which options it will pursue"),
        Intention,
    ): intended,
    Check(
        "options.quorum",
        Stage.OPTIONS,
        N_("The vote on the priority met its quorum"),
        N_("Hold the vote on the priority and note who could vote and who did"),
        PriorityVote,
    ): quorum,
    Check(
        "options.result",
        Stage.OPTIONS,
        N_("Result and consensus of the vote are stored"),
        N_("Store the result of the vote and its measure of consensus"),
        PriorityVote,
    ): result,
    Check(
        "options.dissent",
        Stage.OPTIONS,
        N_("Dissent is recorded"),
        N_("Note what those who thought otherwise said"),
        PriorityVote,
    ): dissent,
    Check(
        "options.status",
        Stage.OPTIONS,
        N_("Every option is chosen, parallel or discarded, with a reason"),
        N_("Give every option its status and the reason"),
        StrategicOption,
    ): decided,
}
