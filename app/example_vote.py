"""The example's vote on its options, held as in the room: cards, ballots, result, adoption."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from app.exchange.adopting import round_adoption
from app.i18n import Reader, reader
from app.store import ChangeSet, Edit, Put
from app.store.folder import Folder
from app.store.voting import close_round, enter_ballots, open_round
from methodology.adopting_rounds import round_proposals
from methodology.agenda import AgendaRound, Slot, agenda
from methodology.ballot import Answer, Sheet, sheet
from methodology.mapping import Actor
from methodology.options import StrategicOption
from methodology.process import Meeting
from methodology.project import Project
from methodology.ready_rounds import ready_rounds
from methodology.record import Record
from methodology.rounds import Channel, Instrument, Round, RoundItem, State, VoterCard
from methodology.snapshot import Snapshot
from methodology.stage import Stage
from methodology.text import N_

BLOCK = 5  # of the meeting's agenda: the vote


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
    ready = next(
        one for one in ready_rounds(snapshot, Stage.OPTIONS) if one.instrument is Instrument.RANKING
    )
    made = ready.round(uuid4, _, meeting.id, cards)
    records = ready.records(made, uuid4, _)
    run = AgendaRound(id=uuid4(), block=_slot(snapshot, meeting).block.id, round_id=made.id)
    rows: tuple[Record, ...] = (*cards, *records, run)
    title = N_("Prepare round “{round}”")
    folder.apply(ChangeSet(title, tuple(map(Put, rows)), {"round": made.name}), by=by)
    return sheet(made, (one for one in records if isinstance(one, RoundItem)))


def _slot(snapshot: Snapshot, meeting: Meeting) -> Slot:
    """Return the block of the agenda that the vote is held in, with its minute."""
    return next(one for one in agenda(snapshot, meeting) if one.block.order == BLOCK)


def _numbers(snapshot: Snapshot, asked: Sheet) -> Mapping[str, int]:
    codes = {one.id: one.code for one in snapshot.all(StrategicOption)}
    return {codes[item.about_id]: item.position for item in asked.items if item.about_id}


def _adopt(folder: Folder, _: Reader, key: UUID, meeting: Meeting, by: str) -> None:
    """Show the result and take it over, in the block of the meeting that was meant for it."""
    assert meeting.held_on
    begins = datetime.combine(meeting.held_on, time.fromisoformat(meeting.starts_at)).astimezone()
    slot = _slot(folder.snapshot(), meeting)
    opened = begins + timedelta(minutes=slot.minute)
    closed = opened + timedelta(minutes=slot.block.minutes)
    times = {"opened_at": opened, "closed_at": closed}
    shown = Edit(Round, key, {"state": State.REVEALED, **times})
    folder.apply(ChangeSet(N_("Show a result"), (shown,)), by=by)
    snapshot = folder.snapshot()
    asked = snapshot.get(Round, key)
    assert asked is not None
    proposals = round_proposals(snapshot, asked)
    folder.apply(round_adoption(_, snapshot, asked, proposals, meeting.held_on), by=by)
