"""Tables of the governance: rules with the votes they ask for, and any number of voters tried."""

from app.i18n import Reader
from methodology.governance import GovernanceRule
from methodology.majority import Majority, needed
from methodology.organs import rule_votes, votes_words
from methodology.snapshot import Snapshot

Rows = tuple[list[dict[str, str]], str]


def rule_rows(_: Reader, snapshot: Snapshot) -> Rows:
    """Return every rule; those that are formulas with the number of votes they ask for now."""
    votes = {one.rule.id: one for one in rule_votes(snapshot)}
    rows = []
    for rule in snapshot.all(GovernanceRule):
        found = votes.get(rule.id)
        rows.append(
            {
                _("Rule"): rule.name,
                _("What it settles"): _(rule.kind.label),
                _("Organ"): found.organ.name if found and found.organ else "",
                _("Majority"): _formula(_, rule),
                _("Votes needed"): votes_words(found).text(_) if found else "",
                _("Adopted on"): _.date(rule.adopted_on, "medium")
                if rule.adopted_on
                else _("Pending"),
            }
        )
    return rows, _(
        "Votes needed when every member with a vote is there; half plus one is the smallest whole "
        "number above the half."
    )


def trial_rows(_: Reader, count: int) -> Rows:
    """Return how many votes each majority asks for, of any number of voters."""
    rows = [
        {
            _("Majority"): _(majority.label),
            _("Formula"): majority.formula,
            _("Votes needed"): _.number(needed(majority, count)),
        }
        for majority in Majority
    ]
    return rows, _("n is the number of those counted; ⌊ ⌋ rounds down, ⌈ ⌉ rounds up.")


def _formula(_: Reader, rule: GovernanceRule) -> str:
    parts = [_(rule.majority.label)] if rule.majority else []
    if rule.counted:
        parts.append(_(rule.counted.label))
    return " · ".join(parts)
