import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread

import pytest

from app.store import FolderLocked, open_folder
from app.store import lock as lock_module
from app.store.computer import computer_key, computer_name, is_running, user_name
from app.store.lock import acquire, holders

FINISHED = subprocess.Popen([sys.executable, "-c", ""])
FINISHED.wait()


def told_by(folder, name, **told):
    known = {
        "computer": "PORTATIL-DE-LUIS",
        "key": "another computer",
        "pid": os.getpid(),
        "user": "luis",
        "seen_at": datetime(2026, 6, 12, 9, 30, tzinfo=UTC).isoformat(),
    }
    path = folder / f"{name}.lock"
    path.write_text(json.dumps(known | told), encoding="utf-8")
    return path


def test_whoever_works_at_the_computer_is_called_something():
    assert user_name()


def test_a_lock_tells_who_has_the_folder_open_and_goes_away(tmp_path):
    lock = acquire(tmp_path)
    (holder,) = holders(tmp_path)

    assert (holder.computer, holder.pid, holder.is_here) == (computer_name(), os.getpid(), True)
    assert (datetime.now(UTC) - holder.seen_at).total_seconds() < 60

    lock.release()
    assert list(tmp_path.iterdir()) == []


def test_programs_of_one_computer_share_a_folder(tmp_path):
    first, second = acquire(tmp_path), acquire(tmp_path)

    assert {holder.path for holder in holders(tmp_path)} == {first.path, second.path}


def test_another_computer_is_refused_by_name_and_leaves_no_trace(tmp_path):
    theirs = told_by(tmp_path, "open-on-other")

    with pytest.raises(FolderLocked, match="PORTATIL-DE-LUIS") as refused:
        acquire(tmp_path)

    assert refused.value.computer == "PORTATIL-DE-LUIS"
    assert refused.value.since == datetime(2026, 6, 12, 9, 30, tzinfo=UTC)
    assert list(tmp_path.iterdir()) == [theirs]


def test_force_opens_what_a_broken_computer_left_locked(tmp_path):
    theirs = told_by(tmp_path, "open-on-other")

    mine = acquire(tmp_path, force=True)

    assert not theirs.exists()
    assert mine.path.exists()


def test_the_lock_of_a_dead_process_of_this_computer_is_taken_over(tmp_path):
    dead = told_by(tmp_path, "open-on-this", key=computer_key(), pid=FINISHED.pid)

    acquire(tmp_path)

    assert not dead.exists()


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"seen_at": 5}', "null"])
def test_a_lock_file_that_cannot_be_read_locks_nobody_out(tmp_path, text):
    (tmp_path / "open-on-x.lock").write_text(text)

    mine = acquire(tmp_path)

    assert mine.path.exists()


def test_this_process_runs_and_a_finished_one_does_not():
    assert is_running(os.getpid())
    assert not is_running(FINISHED.pid)
    assert not is_running(0)


def test_a_folder_open_elsewhere_is_refused_and_opened_by_force(make_folder):
    path = make_folder().path
    told_by(path, "open-on-other")

    with pytest.raises(FolderLocked):
        open_folder(path)
    folder = open_folder(path, force=True)

    assert folder.notices() == ()
    folder.close()


def test_an_open_folder_tells_when_another_computer_opens_it_too(make_folder):
    folder = make_folder()

    told_by(folder.path, "open-on-other")

    (notice,) = folder.notices()
    assert "PORTATIL-DE-LUIS" in str(notice)


def test_a_second_program_of_this_computer_writes_beside_the_first(make_folder, tmp_path):
    folder = make_folder()
    script = tmp_path / "second.py"
    script.write_text(
        "import sys\n"
        "from pathlib import Path\n"
        "from uuid import uuid4\n"
        "from app.store import ChangeSet, Put, open_folder\n"
        "from methodology.mapping import Actor\n"
        "folder = open_folder(Path(sys.argv[1]))\n"
        "actor = Actor(id=uuid4(), name='Otro proceso')\n"
        "folder.apply(ChangeSet('Add', (Put(actor),)), by='cli')\n"
        "folder.close()\n"
    )

    command = [sys.executable, str(script), str(folder.path)]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONPATH": str(Path.cwd())})

    assert [record.name for record in folder.snapshot() if record.table == "actor"] == [
        "Otro proceso"
    ]
    assert len(list(holders(folder.path))) == 1


def test_a_number_that_another_program_got_after_a_restart_holds_nothing(tmp_path):
    stale = told_by(tmp_path, "before-the-restart", key=computer_key())
    fresh = told_by(tmp_path, "running", key=computer_key(), seen_at=datetime.now(UTC).isoformat())

    lock = acquire(tmp_path)

    assert not stale.exists()
    assert {holder.path for holder in holders(tmp_path)} == {fresh, lock.path}


def test_a_server_gives_signs_of_life_until_it_is_over(tmp_path, monkeypatch):
    monkeypatch.setattr(lock_module, "BEAT_SECONDS", 0.01)
    lock, is_over = acquire(tmp_path), Event()
    told = json.loads(lock.path.read_text("utf-8"))
    lock.path.write_text(json.dumps({**told, "seen_at": "2020-01-01T00:00:00+00:00"}), "utf-8")
    keeper = Thread(target=lock.keep, args=(is_over,))

    assert not next(holders(tmp_path)).is_alive
    keeper.start()
    wait_until(lambda: next(holders(tmp_path)).is_alive)
    is_over.set()
    keeper.join(10)

    assert not keeper.is_alive()


def wait_until(true):
    until = time.monotonic() + 10
    while not true():
        assert time.monotonic() < until
        time.sleep(0.01)
