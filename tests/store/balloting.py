"""Rounds in a project folder, and voters who vote until their computer dies."""

import json
import os
from pathlib import Path
from random import Random
from threading import Event
from uuid import uuid4

from app.store import ChangeSet, Folder, Put
from app.store.ballots import BallotWriter, Cast, Kept
from app.store.layout import database
from app.store.voters import of_device
from app.store.voting import open_round
from methodology.ballot import Answer, Sheet, sheet
from methodology.process import Meeting, MeetingKind
from methodology.rounds import RULES, Instrument, Round, RoundItem, VoterCard
from methodology.stage import Stage

VOTERS = 40


def put_round(folder: Folder, instrument=Instrument.APPROVAL, items="ABC", **values) -> Sheet:
    """Put a round in preparation, with its items, into a folder."""
    asked = Round(
        id=uuid4(),
        name=f"Votación {uuid4()}",
        question="¿Qué opción primero?",
        instrument=instrument,
        **{"rule": RULES[instrument][0], **values},
    )
    named = [
        RoundItem(id=uuid4(), round=asked.id, position=place, name=f"Opción {name}")
        for place, name in enumerate(items, start=1)
    ]
    folder.apply(ChangeSet("Ask", tuple(map(Put, (asked, *named)))), by="ana")
    return sheet(asked, named)


def put_open(folder: Folder, instrument=Instrument.APPROVAL, items="ABC", **values) -> Sheet:
    """Put an open round into a folder."""
    made = put_round(folder, instrument, items, **values)
    return Sheet(open_round(folder, made.round.id, by="ana"), made.items)


def put_cards(folder: Folder, *labels: str, is_firm=False, weights=()) -> list[VoterCard]:
    """Put a meeting and its cards into a folder; the meeting is the cards' own."""
    held = Meeting(
        id=uuid4(),
        name=f"Taller {uuid4()}",
        kind=MeetingKind.WORKSHOP,
        about_stage=Stage.OPTIONS,
    )
    weighs = [*weights, *[1] * len(labels)]
    cards = [
        VoterCard(id=uuid4(), label=label, meeting=held.id, is_firm=is_firm, weight=weight)
        for label, weight in zip(labels, weighs, strict=False)
    ]
    folder.apply(ChangeSet("Cards", tuple(map(Put, (held, *cards)))), by="ana")
    return cards


def a_cast(asked: Sheet, device: str, seq: int, **answer) -> Cast:
    """Return an answer of a phone on its way into the log."""
    given = Answer(**answer).written()
    return Cast(str(asked.round.id), asked.round.turn, of_device(device), seq, given)


class Box:
    """A writer of ballots that waits for the disk, as a phone does."""

    def __init__(self, path: Path) -> None:
        self.writer = BallotWriter(path, self._done)

    def cast(self, *given: Cast) -> list:
        """Write ballots and return what became of each."""
        tags = [[Event(), None] for _ in given]
        for one, tag in zip(given, tags, strict=True):
            self.writer.submit(one, tag)
        for tag in tags:
            tag[0].wait(30)
        return [tag[1] for tag in tags]

    def close(self) -> None:
        """End the writer's thread."""
        self.writer.close()

    def _done(self, results: list) -> None:
        for tag, outcome in results:
            tag[1] = outcome
            tag[0].set()


def vote_until_killed(path: Path, log: Path, key: str, seed: int) -> None:
    """Vote over and over; a ballot is logged outside once it was acknowledged."""
    rng, file = Random(seed), os.open(log, os.O_WRONLY | os.O_APPEND)

    def acknowledge(results: list) -> None:
        kept = [tag for tag, outcome in results if isinstance(outcome, Kept)]
        os.write(file, b"".join(json.dumps(tag).encode() + b"\n" for tag in kept))
        os.fsync(file)

    writer = BallotWriter(database(path), acknowledge)
    for seq in range(seed * 1_000_000 + 1, (seed + 1) * 1_000_000):
        voter, chosen = rng.randrange(VOTERS), rng.randint(1, 3)
        content = Answer(chosen=(chosen,)).written()
        writer.submit(Cast(key, 1, of_device(str(voter)), seq, content), [voter, seq, content])
        if not seq % 20:
            Event().wait(0.001)
