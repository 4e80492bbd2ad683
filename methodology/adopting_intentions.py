"""What a round leaves of the intentions of firms: told to the team, printed only as a count.

A secret round leaves none: of it only how many approve each option is ever known.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from methodology.adoption import Basis, Proposal, origin
from methodology.options import Intention, StrategicOption
from methodology.outcomes import items_of, outcome
from methodology.record import NOBODY
from methodology.round_results import RoundChoice
from methodology.rounds import Round
from methodology.snapshot import Snapshot
from methodology.text import Remark


@dataclass(frozen=True)
class NewIntentions:
    """What adopting a round would change: intentions that come, those that go, who answered.

    Firms that did not answer keep what they said before.
    """

    added: tuple[Intention, ...]
    dropped: tuple[Intention, ...]
    firms: frozenset[UUID]

    @property
    def is_adopted(self) -> bool:
        """Say whether everything stands already as the firms answered."""
        return not self.added and not self.dropped


def asks_intentions(asked: Round) -> bool:
    """Say whether a round asks firms which options they will pursue."""
    return asked.feeds_table == Intention.table


def new_intentions(
    snapshot: Snapshot, asked: Round, new_id: Callable[[], UUID]
) -> NewIntentions | None:
    """Return what the answers to a round change; None where nobody can tell whose they were."""
    said = _said(snapshot, asked)
    if not asks_intentions(asked) or asked.is_secret or not asked.is_over or not said:
        return None
    wanted = {(firm, option) for firm, options in said.items() for option in options}
    known = {(one.firm, one.option): one for one in snapshot.all(Intention)}
    return NewIntentions(
        tuple(
            Intention(id=new_id(), firm=firm, option=option)
            for firm, option in sorted(wanted - known.keys(), key=str)
        ),
        tuple(one for key, one in known.items() if key[0] in said and key not in wanted),
        frozenset(said),
    )


def intentions_taken(snapshot: Snapshot) -> Remark:
    """Return which round the intentions come from; empty where they stand as no round left them."""
    for asked in reversed(snapshot.all(Round)):
        found = new_intentions(snapshot, asked, _no_id)
        whole = outcome(snapshot, asked)
        if found and found.is_adopted and whole:
            return _told(snapshot, asked, whole.summary.cast, whole.summary.eligible)
    return Remark("")


def _told(snapshot: Snapshot, asked: Round, cast: int, eligible: int | None) -> Remark:
    """Return the sentence that stands under the numbers of any other round, without a day."""
    made = Proposal(
        asked,
        "question",
        asked.question,
        Basis.ROUND,
        asked.rule.label,
        cast,
        eligible,
        instrument=asked.instrument.label,
        meeting=asked.meeting,
        round_id=asked.id,
    ).adoption(date.min)
    return Remark("{origin}.", {"origin": origin(made, snapshot)})


def _said(snapshot: Snapshot, asked: Round) -> Mapping[UUID, frozenset[UUID]]:
    """Return the options that each firm will pursue; none for those that chose none of them."""
    options = {
        item.id: item.about_id
        for item in items_of(snapshot, asked)
        if snapshot.get(StrategicOption, item.about_id)
    }
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for one in snapshot.all(RoundChoice):
        if (one.round, one.turn) == (asked.id, asked.turn):
            chosen = found[one.firm]
            if one.item and (option := options.get(one.item)):
                chosen.add(option)
    return {firm: frozenset(chosen) for firm, chosen in found.items()}


def _no_id() -> UUID:
    """Return the id of records that nobody will keep."""
    return NOBODY
