"""The rules of a round as the desk and the room tell them before it opens."""

from collections import Counter

from app import state
from app.widgets.round_acts import turnout
from methodology.ballot import sheet
from methodology.outcomes import outcome
from methodology.quorums import entitled
from methodology.round_rules import Told, rules
from methodology.rounds import Round, RoundCriterion, RoundItem, State, VoterCard


def told_rules(asked: Round) -> tuple[Told, ...]:
    """Return everything that is fixed, with scales, and the weights as they counted."""
    snapshot = state.snapshot()
    form = sheet(asked, snapshot.all(RoundItem), snapshot.all(RoundCriterion))
    found = outcome(snapshot, asked)
    weights = found.summary.cards_by_weight if found else {}
    if asked.state in (State.DRAFT, State.OPEN):
        weights = Counter(card.weight for card in entitled(asked, snapshot.all(VoterCard)))
    return rules(asked, turnout(asked).eligible, form.criteria, weights)
