"""Kill the voters' server in the middle of voting: no acknowledged ballot may be lost."""

import json
import multiprocessing
import sys
import time
from random import Random

import pytest

from app.store import open_folder
from app.store.sealing import raw
from app.store.voters import known_turn_key, of_device, voter_key
from tests.store.balloting import put_open, vote_until_killed

KILLS = 12
LONGEST_SECONDS = 0.05


@pytest.fixture(scope="module")
def processes():
    """Give processes that start within milliseconds, forked from one that has imported all."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.store.balloting"])
    return context


def acknowledged(log):
    """Return the newest acknowledged ballot of each voter."""
    newest = {}
    for line in log.read_bytes().splitlines():
        voter, seq, content = json.loads(line)
        newest[voter] = max(newest.get(voter, (0, "")), (seq, content))
    return newest


def kept(folder, asked):
    with folder.read() as session:
        connection = raw(session)
        key = known_turn_key(connection, str(asked.round.id), 1)
        rows = connection.execute("SELECT voter, seq, content FROM ballot").fetchall()
    found = {bytes(voter): (seq, content) for voter, seq, content in rows}
    return lambda voter: found.get(voter_key(key, of_device(str(voter))))


def test_kills_lose_no_ballot_that_was_acknowledged(make_folder, tmp_path, processes):
    folder = make_folder()
    asked = put_open(folder)
    log, rng = tmp_path / "acknowledged.log", Random(20261125)
    log.touch()

    for kill in range(KILLS):
        size = log.stat().st_size
        child = processes.Process(
            target=vote_until_killed, args=(folder.path, log, str(asked.round.id), kill)
        )
        child.start()
        while child.is_alive() and log.stat().st_size == size:
            time.sleep(0.001)
        time.sleep(rng.uniform(0, LONGEST_SECONDS))
        child.kill()
        child.join()

        found = kept(folder, asked)
        for voter, (seq, content) in acknowledged(log).items():
            stored = found(voter)
            assert stored[0] >= seq
            assert stored[0] > seq or stored[1] == content

    folder.close()
    again = open_folder(folder.path)
    assert again.notices() == ()
    again.close()
    assert len(acknowledged(log)) > 1
