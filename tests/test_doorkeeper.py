"""The firms' pages as the parent sees to them, with a small server in the place of the real one."""

import os
import signal
import socket
import sys
import textwrap
import time
import urllib.request
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener
from uuid import UUID, uuid4

import pytest

from app.doorkeeper import Doorkeeper, phone_server
from app.i18n import reader
from app.server import Server
from app.store import ChangeSet, Put
from app.store.opening import create_folder, open_folder
from app.store.voting import open_round, turnout
from app.switchboard import ANYWHERE, DoorState, Switchboard, Wish
from methodology.project import Language, Project
from methodology.rounds import Instrument, Round, RoundItem, Rule

ENGLISH = reader(language=Language.ENGLISH)
HOME = "127.0.0.1"
PATIENCE = 60
CHILD = """
    import http.server, os, sys, threading
    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200); self.end_headers()
            if self.path == "/die":
                os._exit(7)
        def log_message(self, *args): pass
    server = http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.buffer.read()
"""


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind((HOME, 0))
        return probe.getsockname()[1]


@pytest.fixture
def board(tmp_path):
    (tmp_path / "desk").mkdir()
    return Switchboard(tmp_path / "desk")


@pytest.fixture
def said():
    return []


@pytest.fixture
def door(board, said, tmp_path):
    script = tmp_path / "child.py"
    script.write_text(textwrap.dedent(CHILD), encoding="utf-8")

    def make(wish, port):
        command = [sys.executable, str(script), str(port)]
        return Server("phone-probe", command, f"http://{HOME}:{port}/alive")

    keeper = Doorkeeper(ENGLISH, board, said.append, make)
    yield keeper
    keeper.close()


def look_until(door, true):
    end = time.monotonic() + PATIENCE
    while True:
        door.look()
        if true():
            return
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.02)


def answers(port, path="alive"):
    try:
        with urllib.request.urlopen(f"http://{HOME}:{port}/{path}", timeout=5) as answer:
            return answer.status
    except OSError:
        return None


def test_nothing_is_open_until_somebody_wishes(door, board):
    door.look()

    assert board.answer().state is DoorState.CLOSED


def test_a_wish_opens_the_pages_and_says_where(door, board, said, port):
    board.ask(Wish(host=HOME, port=port))

    look_until(door, lambda: board.answer().state is DoorState.OPEN)

    assert board.answer().number == board.wish().number
    assert board.answer().address == f"http://{HOME}:{port}"
    assert answers(port) == 200
    assert said == [f"The firms' pages: http://{HOME}:{port}"]


def test_another_wish_closes_them(door, board, port):
    board.ask(Wish(host=HOME, port=port))
    look_until(door, lambda: board.answer().state is DoorState.OPEN)

    board.ask(Wish(is_open=False))
    door.look()

    assert board.answer().state is DoorState.CLOSED
    assert answers(port) is None


def test_a_taken_port_gives_way_to_the_next_and_that_is_said(door, board, said, port):
    with socket.socket() as holder:
        holder.bind((HOME, port))
        holder.listen()
        board.ask(Wish(host=HOME, port=port))

        look_until(door, lambda: board.answer().state is DoorState.OPEN)

    other = board.answer().port
    assert other > port
    assert said[0] == f"Port {port} is in use by another program, so it is {other}."


def test_an_address_the_computer_no_longer_has_is_explained(door, board, said):
    board.ask(Wish(host="198.51.100.7"))

    door.look()

    answer = board.answer()
    assert answer.state is DoorState.FAILED
    assert answer.problem.format(**answer.values) == said[0]
    assert "198.51.100.7" in said[0]


def test_a_dead_server_is_started_again_and_both_sides_are_told(door, board, said, port):
    board.ask(Wish(host=HOME, port=port))
    look_until(door, lambda: board.answer().state is DoorState.OPEN)

    answers(port, "die")
    look_until(door, lambda: board.answer().restarts == 1)
    look_until(door, lambda: board.answer().state is DoorState.OPEN)

    assert answers(port) == 200
    assert any("were started again" in line for line in said)
    assert any("Every ballot that was acknowledged is kept" in line for line in said)


def test_one_that_keeps_dying_is_given_up_with_its_log_named(board, said, port):
    def hopeless(wish, port):
        return Server("hopeless", [sys.executable, "-c", "raise SystemExit(3)"], "http://x.invalid")

    door = Doorkeeper(ENGLISH, board, said.append, hopeless)
    board.ask(Wish(host=HOME, port=port))

    look_until(door, lambda: board.answer().state is DoorState.FAILED)

    assert "hopeless.log" in said[-1]
    assert os.path.basename(board.answer().values["log"]) == "hopeless.log"  # noqa: PTH119
    door.close()


def test_word_that_could_not_be_left_is_left_at_the_next_look(door, board, port, monkeypatch):
    with monkeypatch.context() as held:
        held.setattr(board, "say", _held)
        board.ask(Wish(folder=Path("quesos"), host="192.0.2.1", port=port))
        door.look()
        assert board.answer().state is DoorState.CLOSED

    door.look()

    assert board.answer().state is DoorState.FAILED


def _held(_answer):
    raise PermissionError(13, "in use")


def test_closing_ends_the_server_and_leaves_word(door, board, port):
    board.ask(Wish(host=HOME, port=port))
    look_until(door, lambda: board.answer().state is DoorState.OPEN)

    door.close()

    assert (answers(port), board.answer().state) == (None, DoorState.CLOSED)


def test_the_command_of_the_real_server_names_place_and_project(tmp_path):
    wish = Wish(folder=tmp_path, host="10.0.0.1", public_url="https://v.example.org")

    server = phone_server(wish, 8081)

    assert server.command[-1] == str(tmp_path)
    assert server.command[5:9] == ["--host", "10.0.0.1", "--port", "8081"]
    assert server.health.startswith("http://10.0.0.1:8081/")
    assert "https://v.example.org" in server.command


def test_a_server_on_every_address_is_watched_at_home():
    assert phone_server(Wish(host=ANYWHERE), 8081).health.startswith("http://127.0.0.1:8081/")


def test_the_real_pages_come_back_after_a_kill_with_what_was_acknowledged(
    board, said, port, tmp_path, monkeypatch
):
    monkeypatch.setenv("DINAMO_HOME", str(tmp_path / "home"))
    folder = open_vote(tmp_path / "taller")
    door = Doorkeeper(ENGLISH, board, said.append)
    try:
        board.ask(Wish(folder=folder, host=HOME, port=port, language="en"))
        look_until(door, lambda: board.answer().state is DoorState.OPEN)
        vote(port)

        os.kill(door._server.process.pid, signal.SIGKILL)
        look_until(door, lambda: board.answer().restarts == 1)
        look_until(door, lambda: board.answer().state is DoorState.OPEN)
        vote(port)
    finally:
        door.close()

    assert count(folder) == 2
    assert answers(port) is None


def open_vote(path) -> Path:
    """Make a project with a round that any phone may answer, open."""
    made = create_folder(path, Project(id=uuid4(), name="Taller"), by="Ana")
    asked = Round(
        id=UUID(int=1),
        name="Prueba",
        question="¿Prueba?",
        instrument=Instrument.APPROVAL,
        rule=Rule.APPROVALS,
    )
    items = [
        RoundItem(id=UUID(int=place), round=asked.id, position=place - 1, name=f"Opción {place}")
        for place in (2, 3)
    ]
    changes = tuple(Put(one) for one in (asked, *items))
    made.apply(ChangeSet("Prepare round “{round}”", changes, {"round": "Prueba"}), by="Ana")
    open_round(made, asked.id, by="Ana")
    made.close()
    return path


def vote(port) -> None:
    """Answer as a phone without a script: a new one each time."""
    given = urlencode({"i": "1", "turn": "1"}).encode()
    address = f"http://{HOME}:{port}/r/{UUID(int=1).hex}"
    browser = build_opener(HTTPCookieProcessor())
    browser.open(address, timeout=10).close()
    with browser.open(Request(address, data=given), timeout=10) as answer:
        assert "Received" in answer.read().decode()


def count(folder) -> int:
    opened = open_folder(folder)
    try:
        with opened.read() as session:
            asked = opened.snapshot().one(Round)
            return turnout(session, asked).cast
    finally:
        opened.close()
