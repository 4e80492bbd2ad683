"""What stands under the figures of the options: who, how many, when, on which scale."""

from decimal import Decimal

from methodology.adopting_intentions import intentions_taken
from methodology.adoption import taken_from
from methodology.option_matrix import Origin, leading_side, positions, raters, unheard
from methodology.option_votes import ballot, intentions
from methodology.options import OptionMerit, StrategicOption
from methodology.robustness import Robustness
from methodology.scale import MERIT
from methodology.snapshot import Snapshot
from methodology.sources_of_challenges import rounded
from methodology.text import N_, Remark, Term, sentences


def matrix_source(snapshot: Snapshot) -> Remark:
    """Return who scored the options, on which scale, and what the bubbles say."""
    return sentences(axes_source(snapshot), Remark(N_("Area of a bubble: market size a year.")))


def axes_source(snapshot: Snapshot) -> Remark:
    """Return who scored the options, on which scale, and what axes and bands are."""
    return sentences(
        _scored(snapshot),
        Remark(
            N_(
                "Scale from {least} to {most}: a high score speaks for the option; axes are "
                "weighted means, bands are thirds."
            ),
            {"least": MERIT.least, "most": MERIT.most},
        ),
    )


def scores_source(snapshot: Snapshot) -> Remark:
    """Return who scored the options and on which scale."""
    values = {"direction": Term(MERIT.direction), "least": MERIT.least, "most": MERIT.most}
    return sentences(
        _scored(snapshot), Remark(N_("Scale from {least} to {most}. {direction}."), values)
    )


def order_source(snapshot: Snapshot, found: Robustness) -> Remark:
    """Return how hard the order was shaken, and what came of it."""
    return sentences(
        Remark(
            N_("Share of {samples} sets of weights, drawn evenly, in which each comes first."),
            {"samples": Decimal(found.samples)},
        ),
        Remark(
            N_("One weight at a time: the first stays first in {kept} of {total} changes."),
            {"kept": len(found.trials) - len(found.turned), "total": len(found.trials)},
        ),
        left_out(found) if found.left_out else _scored(snapshot),
    )


def left_out(found: Robustness) -> Remark:
    """Return whether the first stays first without each of the raters."""
    return Remark(
        N_("One rater left out: the first stays first in {kept} of {total} cases."),
        {"kept": len(found.left_out) - len(found.lost), "total": len(found.left_out)},
    )


def vote_source(snapshot: Snapshot) -> Remark:
    """Return how the vote on the priority was held: turnout, quorum, rule, consensus, meeting."""
    found = ballot(snapshot)
    if found is None:
        return Remark("")
    if found.is_adopted:
        needed = [Remark(N_("Quorum: {needed}."), {"needed": found.needed})] if found.needed else []
        ranked = [
            (one, name) for one in snapshot.all(StrategicOption) for name in ("rank", "points")
        ]
        return sentences(taken_from(snapshot, ranked), *needed)
    parts = []
    if found.voted is not None and found.eligible:
        values = {"voted": found.voted, "eligible": found.eligible}
        parts.append(Remark(N_("Ballots cast: {voted} of {eligible} entitled."), values))
    elif found.voted is not None:
        parts.append(Remark(N_("Ballots cast: {voted}."), {"voted": found.voted}))
    if found.needed is not None:
        parts.append(Remark(N_("Quorum: {needed}."), {"needed": found.needed}))
    if found.rule:
        parts.append(Remark(N_("Rule: {rule}."), {"rule": found.rule}))
    if found.consensus is not None:
        agreed = {"measure": found.consensus_measure, "value": rounded(found.consensus, 2)}
        parts.append(Remark(N_("Consensus: {measure} {value}."), agreed))
    parts += _held(found.meeting.name if found.meeting else "", found.held_on)
    return sentences(*parts)


def intention_source(snapshot: Snapshot) -> Remark:
    """Return how many firms said what they will pursue."""
    found = intentions(snapshot)
    told = Remark(
        N_("Firms that said what they will pursue: {count} of {total}; several options each."),
        {"count": found.answered, "total": found.asked},
    )
    return sentences(told, intentions_taken(snapshot))


def _scored(snapshot: Snapshot) -> Remark:
    origins = [merit.origin for one in positions(snapshot) for merit in one.merits]
    adopted = origins.count(Origin.ADOPTED)
    count, side = len(raters(snapshot)), leading_side(snapshot)
    parts = []
    if count and adopted < len(origins):
        values = {"count": count, "side": side}
        parts.append(Remark(N_("Medians of {count} raters ({side})."), values))
        if beside := len(unheard(snapshot)):
            apart = N_("Raters of other sides, whose scores do not count here: {count}.")
            parts.append(Remark(apart, {"count": beside}))
    if adopted:
        values = {"count": adopted, "total": len(origins)}
        parts.append(Remark(N_("Scores adopted: {count} of {total}."), values))
        parts.append(taken_from(snapshot, ((one, "merit") for one in snapshot.all(OptionMerit))))
    return sentences(*parts)


def _held(meeting: str, on: object) -> list[Remark]:
    values = {"meeting": meeting, "date": on}
    if meeting and on:
        return [Remark(N_("{meeting}, {date}."), values)]
    if meeting:
        return [Remark(N_("{meeting}."), values)]
    return [Remark(N_("{date}."), values)] if on else []
