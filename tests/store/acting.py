"""A team at work until its computer dies: acts, and an outside log of the acknowledged ones."""

import json
import os
from itertools import count
from pathlib import Path
from random import Random
from uuid import uuid4

from app.store import Change, ChangeSet, Edit, Folder, Put, Remove, open_folder
from methodology.mapping import Actor

ACTS_PER_OPENING = 12


def act_until_killed(path: Path, log: Path, seed: int) -> None:
    """Open, act, close, over and over; an act is logged once the store has acknowledged it."""
    rng = Random(seed)
    with log.open("ab", buffering=0) as acknowledged:
        while True:
            folder = open_folder(path)
            for number in range(rng.randrange(ACTS_PER_OPENING)):
                _act(folder, rng, f"{seed}-{number}", acknowledged.fileno())
            folder.close()


def _act(folder: Folder, rng: Random, name: str, log: int) -> None:
    changes = tuple(_changes(folder, rng, name))
    act = folder.apply(ChangeSet("Act", changes), by="child")
    after = {
        str(change.record.id if isinstance(change, Put) else change.id): _name(change)
        for change in changes
    }
    os.write(log, json.dumps([act.revision, after]).encode() + b"\n")
    os.fsync(log)


def _changes(folder: Folder, rng: Random, name: str) -> list[Change]:
    there = list(folder.snapshot().all(Actor))
    rng.shuffle(there)
    made: list[Change] = [
        Put(Actor(id=uuid4(), name=f"{name}-{number}-{uuid4()}"))
        for number, _ in zip(count(), range(rng.randint(1, 20)), strict=False)
    ]
    edited = [Edit(Actor, actor.id, {"name": f"{name}-{actor.id}"}) for actor in there[:3]]
    return [*made, *edited, *(Remove(Actor, actor.id) for actor in there[3:12])]


def _name(change: Change) -> str | None:
    match change:
        case Put(record):
            return str(record.name)  # type: ignore[attr-defined]
        case Edit(values=values):
            return str(values["name"])
        case Remove():
            return None
