"""Kill the program at random moments: nothing that it acknowledged may be lost."""

import json
import multiprocessing
import sys
import time
from random import Random

import pytest

from app.store import acts, open_folder, undo
from app.store.sqlite_file import is_sound
from methodology.mapping import Actor
from tests.store.acting import act_until_killed

KILLS = 50
LONGEST_SECONDS = 0.1


@pytest.fixture(scope="module")
def processes():
    """Give processes that start within milliseconds, forked from one that has imported all."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.store.acting"])
    return context


def acknowledged(log):
    """Return the last acknowledged revision, and the names of all actors after it."""
    revision, names = 0, {}
    for line in log.read_bytes().splitlines():
        revision, after = json.loads(line)
        names |= after
    return revision, {key: name for key, name in names.items() if name is not None}


def names(folder):
    return {str(actor.id): actor.name for actor in folder.snapshot().all(Actor)}


def settle(folder, last, log):
    """Undo the one act that may have been written without the time to acknowledge it."""
    with folder.begin() as session:
        (newest,) = acts(session, limit=1)
        assert newest.revision in (last, last + 1)
        if newest.revision == last:
            return
        undone = undo(session, newest.revision, by="parent")
    with log.open("ab") as file:
        file.write(json.dumps([undone.revision, {}]).encode() + b"\n")


def work_a_while(child, log, rng):
    """Wait for a few acknowledged acts, or none, and then for a moment in the middle of things."""
    enough = log.stat().st_size + rng.choice([0, 1, 1, 1000])
    while child.is_alive() and log.stat().st_size < enough:
        time.sleep(0.001)
    time.sleep(rng.uniform(0, LONGEST_SECONDS))


def test_fifty_kills_lose_nothing_that_was_acknowledged(make_folder, tmp_path, processes):
    folder = make_folder()
    folder.close()
    log = tmp_path / "acknowledged.log"
    log.write_bytes(json.dumps([1, {}]).encode() + b"\n")
    rng = Random(20260612)

    for kill in range(KILLS):
        child = processes.Process(target=act_until_killed, args=(folder.path, log, kill))
        child.start()
        work_a_while(child, log, rng)
        child.kill()
        child.join()

        again = open_folder(folder.path)
        last, expected = acknowledged(log)
        settle(again, last, log)
        assert again.notices() == ()
        assert names(again) == expected
        again.close()

    assert acknowledged(log)[0] > KILLS // 2
    assert not list(folder.path.glob("project-damaged-*"))
    assert not list(folder.path.glob("*.lock"))
    assert all(is_sound(path) for path in (folder.path / "backups").glob("*.db"))
