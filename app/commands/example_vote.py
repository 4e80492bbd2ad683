"""The example's vote on its options, held as in the room: cards, ballots, result, adoption."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from app.exchange.adopting import round_adoption
from app.i18n import Reader, reader
from app.store import Change, ChangeSet, Edit, Put
from app.store.folder import Folder
from app.store.voting import close_round, enter_ballots, open_round
from methodology.adopting_rounds import round_proposals
from methodology.agenda import AgendaBlock, AgendaRound
from methodology.ballot import Answer, Sheet, sheet
from methodology.code_order import code_order
from methodology.mapping import Actor
from methodology.option_votes import majority
from methodology.options import StrategicOption
from methodology.process import Meeting
from methodology.project import Project
from methodology.ready_rounds import Ready, ready_rounds
from methodology.record import Record
from methodology.rounds import Channel, Instrument, Round, RoundItem, State, VoterCard
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_

AFTER_BEGINNING = timedelta(minutes=100)  # of the meeting, whose vote is its fifth block
LASTED = timedelta(minutes=15)
BLOCK = 5


@dataclass(frozen=True)
class Given:
    """A line of the example's ballots: whose card, how its ballot came in, options in order."""

    firm: str
    channel: str
    order: tuple[str, ...]


def hold_vote(folder: Folder, file: Path, *, by: str) -> None:
    """Hold the vote that a table tells: `Reunión;Empresa;Cédula;Orden`, codes of options in order.

    A firm without an order has a card and did not vote.
    """
    snapshot = folder.snapshot()
    _ = reader(snapshot.one(Project))
    with file.open(encoding="utf-8", newline="") as text:
        meeting_name, lines = _read(csv.reader(text, delimiter=";"))
    [meeting] = (one for one in snapshot.all(Meeting) if one.name == meeting_name)
    cards = _cards(snapshot, meeting, lines)
    asked = _prepare(folder, snapshot, _, meeting, tuple(cards.values()), by)
    open_round(folder, asked.round.id, by=by)
    channels = {_(one.label): one for one in Channel}
    numbers = _numbers(snapshot, asked)
    for line in filter(lambda one: one.order, lines):
        answer = Answer(order=tuple(numbers[code] for code in line.order))
        enter_ballots(folder, asked, [answer], channels[line.channel], cards[line.firm].id)
    close_round(folder, asked.round.id, by=by)
    _adopt(folder, _, asked.round.id, meeting, by)


def _read(rows: Iterator[list[str]]) -> tuple[str, list[Given]]:
    next(rows)
    found = [*rows]
    return found[0][0], [
        Given(firm, channel, tuple(order.split())) for _meeting, firm, channel, order in found
    ]


def _cards(snapshot: Snapshot, meeting: Meeting, lines: Sequence[Given]) -> dict[str, VoterCard]:
    firms = {actor.name: actor for actor in snapshot.all(Actor)}
    return {
        line.firm: VoterCard(
            id=uuid4(),
            label=line.firm,
            meeting=meeting.id,
            is_firm=True,
            actor=firms[line.firm].id,
        )
        for line in lines
    }


def _prepare(
    folder: Folder,
    snapshot: Snapshot,
    _: Reader,
    meeting: Meeting,
    cards: Sequence[VoterCard],
    by: str,
) -> Sheet:
    """Make cards and the ready round on the options' priority, in its block of the agenda."""
    ready: Ready = next(
        one for one in ready_rounds(snapshot, Stage.OPTIONS) if one.instrument is Instrument.RANKING
    )
    made = ready.round(uuid4, _, meeting.id).model_copy(update={"quorum": majority(len(cards))})
    records = ready.records(made, uuid4, _)
    blocks = (
        one for one in snapshot.all(AgendaBlock) if (one.meeting, one.order) == (meeting.id, BLOCK)
    )
    runs = (AgendaRound(id=uuid4(), block=block.id, round_id=made.id) for block in blocks)
    rows: tuple[Record, ...] = (*cards, *records, *runs)
    title = N_("Prepare round “{round}”")
    folder.apply(ChangeSet(title, tuple(map(Put, rows)), {"round": made.name}), by=by)
    return sheet(made, (one for one in records if isinstance(one, RoundItem)))


def _numbers(snapshot: Snapshot, asked: Sheet) -> Mapping[str, int]:
    codes = {one.id: one.code for one in sorted(snapshot.all(StrategicOption), key=code_order)}
    return {codes[item.about_id]: item.position for item in asked.items if item.about_id}


def _adopt(folder: Folder, _: Reader, key: UUID, meeting: Meeting, by: str) -> None:
    """Show the result and take it over, on the day of the meeting."""
    assert meeting.held_on
    begins = time.fromisoformat(meeting.starts_at)
    opened = datetime.combine(meeting.held_on, begins).astimezone() + AFTER_BEGINNING
    shown: Change = Edit(
        Round,
        key,
        {"state": State.REVEALED, "opened_at": opened, "closed_at": opened + LASTED},
    )
    folder.apply(ChangeSet(N_("Show a result"), (shown,)), by=by)
    snapshot = folder.snapshot()
    asked = snapshot.get(Round, key)
    assert asked is not None
    proposals = round_proposals(snapshot, asked)
    folder.apply(round_adoption(_, snapshot, asked, proposals, meeting.held_on), by=by)
