"""The rules of a round as the desk and the room tell them before it opens."""

from app import state
from app.widgets.round_acts import turnout
from methodology.ballot import sheet
from methodology.quorums import entitled
from methodology.round_rules import Told, rules
from methodology.rounds import Round, RoundCriterion, RoundItem, State, VoterCard


def told_rules(asked: Round) -> tuple[Told, ...]:
    """Return everything that is fixed, with scales; weights until it closes: then they may move."""
    snapshot = state.snapshot()
    form = sheet(asked, snapshot.all(RoundItem), snapshot.all(RoundCriterion))
    is_coming = asked.state in (State.DRAFT, State.OPEN)
    cards = entitled(asked, snapshot.all(VoterCard)) if is_coming else ()
    return rules(asked, turnout(asked).eligible, form.criteria, (card.weight for card in cards))
