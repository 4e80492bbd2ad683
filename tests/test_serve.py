import os
import re
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import time
import urllib.request
from pathlib import Path
from uuid import uuid4

import pytest

from app import serve, server
from app.i18n import reader
from app.proxy_address import ProxyAddress
from app.serve import address, supervise
from app.server import Server, free_port
from app.store.opening import create_folder
from methodology.project import Language, Project

ROOT = Path(__file__).resolve().parent.parent
ENGLISH = reader(language=Language.ENGLISH)
PATIENCE = 60
CHILD = """
    import http.server, sys, threading, os
    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200); self.end_headers()
            if self.path == "/die":
                os._exit(7)
        def log_message(self, *args): pass
    server = http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print("serving", flush=True)
    sys.stdin.buffer.read()
"""


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def child(port, tmp_path):
    """A small server that keeps the rules of a child."""
    script = tmp_path / "child.py"
    script.write_text(textwrap.dedent(CHILD), encoding="utf-8")
    probe = Server("probe", [sys.executable, str(script), str(port)], f"http://127.0.0.1:{port}/")
    yield probe
    probe.stop()


def wait_until(true):
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.05)


def ask(url):
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.status
    except OSError:
        return None


def test_a_child_is_ready_once_it_answers_and_ends_when_asked(child):
    before = child.is_ready()
    child.start()
    wait_until(child.is_ready)

    child.stop()

    assert before is False
    assert child.process.returncode == 0
    assert child.is_running() is False


def test_what_a_child_writes_is_kept_in_a_log_that_stays_short(child, monkeypatch):
    monkeypatch.setattr(server, "LOG_BYTES_KEPT", 100)
    child.log.write_bytes(b"x" * 1000)

    child.start()
    wait_until(child.is_ready)

    assert b"serving" in child.log.read_bytes()
    assert child.log.stat().st_size < 100


def test_a_child_that_does_not_listen_is_ended_all_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(server, "GRACE_SECONDS", 0.3)
    deaf = Server(
        "deaf", [sys.executable, "-c", "import time; time.sleep(600)"], "http://127.0.0.1:9/"
    )
    deaf.start()

    deaf.stop()

    assert deaf.is_running() is False


def test_a_server_that_was_never_started_can_be_stopped():
    Server("idle", ["none"], "http://127.0.0.1:9/").stop()


class Supervision:
    """A supervision in a thread that is told to stop by a question, as signals do."""

    def __init__(self, servers, monkeypatch):
        self.said = []
        self.asked = threading.Event()
        monkeypatch.setattr(serve, "_stoppable", self.stoppable)
        self.code = None
        self.thread = threading.Thread(target=self.run, args=(servers,))
        self.thread.start()

    def stoppable(self):
        return self

    def __enter__(self):
        return self.asked.is_set

    def __exit__(self, *args):
        return None

    def run(self, servers):
        page = address(1, project="k")
        self.code = supervise(ENGLISH, servers, page, browser=False, say=self.said.append)

    def end(self):
        self.asked.set()
        self.thread.join(PATIENCE)
        return self.code


def test_a_server_that_dies_is_started_again_and_that_is_said(child, monkeypatch):
    watched = Supervision([child], monkeypatch)
    wait_until(child.is_ready)
    first = child.process.pid

    ask(f"{child.health}die")
    wait_until(lambda: child.process.pid != first and child.is_ready())

    assert watched.end() == 0
    assert any("started again" in line for line in watched.said)
    assert any("has stopped" in line for line in watched.said)
    assert child.is_running() is False


def test_a_server_that_keeps_dying_is_given_up_with_its_log_named(monkeypatch):
    hopeless = Server(
        "hopeless", [sys.executable, "-c", "raise SystemExit(3)"], "http://127.0.0.1:9/"
    )

    watched = Supervision([hopeless], monkeypatch)
    watched.thread.join(PATIENCE)

    assert watched.code == 1
    assert watched.said[-1] == str(hopeless.log)
    assert sum("and was started again" in line for line in watched.said) == server.DEATHS_ALLOWED


def test_old_deaths_are_forgiven(monkeypatch):
    mortal = Server("mortal", ["none"], "http://127.0.0.1:9/")
    mortal.deaths = [time.monotonic() - server.DEATHS_WITHIN_SECONDS - 1] * 9

    assert mortal.note_death() is False
    assert len(mortal.deaths) == 1


def test_the_page_is_announced_once_both_servers_answer(child, monkeypatch):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        second = probe.getsockname()[1]
    command = [*child.command[:-1], str(second)]
    other = Server("other", command, f"http://127.0.0.1:{second}/")
    watched = Supervision([child, other], monkeypatch)

    wait_until(lambda: any("ready" in line for line in watched.said))

    assert (child.is_ready(), other.is_ready()) == (True, True)
    assert watched.end() == 0
    assert (child.is_running(), other.is_running()) == (False, False)


def test_a_taken_port_gives_way_to_the_next_free_one(port):
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", port))
        holder.listen()

        found = free_port(port)

    assert found is not None
    assert found > port


def test_no_port_beyond_the_last_is_tried(monkeypatch):
    monkeypatch.setattr(server, "is_free", lambda _port, _host: False)

    assert free_port(65_530) is None
    assert serve.serve(ENGLISH, port=65_530, query={}, browser=False, say=lambda _line: None) == 1


def test_an_address_names_what_to_open():
    assert address(8740) == "http://127.0.0.1:8740/"
    assert address(8740, project="a b", language="pt") == (
        "http://127.0.0.1:8740/?project=a+b&language=pt"
    )


@pytest.fixture
def dinamo(tmp_path, port):
    """Start `dinamo open` as people do; give the process and what reads its lines."""
    environment = {**os.environ, "DINAMO_LANGUAGE": "en", "PYTHONPATH": str(ROOT)}
    environment["DINAMO_HOME"] = str(tmp_path / "home")
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "app", "open", "--no-browser", "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=tmp_path,
        env=environment,
    )
    yield process
    process.kill()
    process.communicate()


def lines_until(process, text):
    lines = []
    for line in process.stdout:
        lines.append(line)
        if text in line:
            return "".join(lines)
    pytest.fail("".join(lines))


@pytest.mark.skipif(os.name == "nt", reason="signals of this kind are not Windows'")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_dinamo_says_where_it_is_and_one_signal_ends_it_whole(dinamo, port, number):
    said = lines_until(dinamo, "Ctrl+C")
    is_up = ask(f"http://127.0.0.1:{port}/_stcore/health")

    dinamo.send_signal(number)
    rest = dinamo.stdout.read()

    assert f"http://127.0.0.1:{port}/" in said
    assert is_up == 200
    assert dinamo.wait(PATIENCE) == 0
    assert "Traceback" not in said + rest
    assert ask(f"http://127.0.0.1:{port}/_stcore/health") is None


def test_nothing_stays_behind_when_the_parent_is_killed(dinamo, port):
    lines_until(dinamo, "Ctrl+C")

    dinamo.kill()
    dinamo.wait(PATIENCE)

    wait_until(lambda: ask(f"http://127.0.0.1:{port}/_stcore/health") is None)


def test_a_taken_port_is_said_and_another_one_used(port, tmp_path):
    environment = {**os.environ, "DINAMO_LANGUAGE": "en", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-u", "-m", "app", "open", "--no-browser", "--port", str(port)]
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", port))
        holder.listen()

        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, cwd=tmp_path, env=environment
        )
        said = lines_until(process, "Ctrl+C")
        process.terminate()
        process.communicate(timeout=PATIENCE)

    assert f"Port {port} is in use" in said
    assert int(re.search(r"127\.0\.0\.1:(\d+)", said)[1]) > port


@pytest.mark.skipif(os.name == "nt", reason="signals of this kind are not Windows'")
def test_one_signal_ends_both_servers(tmp_path, port, monkeypatch):
    monkeypatch.setenv("DINAMO_HOME", str(tmp_path / "home"))
    folder = create_folder(tmp_path / "taller", Project(id=uuid4(), name="Taller"), by="Ana")
    folder.close()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        phones = probe.getsockname()[1]
    command = [sys.executable, "-u", "-m", "app", "open", str(tmp_path / "taller")]
    command += ["--no-browser", "--port", str(port), "--host", "127.0.0.1"]
    process = subprocess.Popen(
        [*command, "--phone-port", str(phones)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "DINAMO_LANGUAGE": "en", "PYTHONPATH": str(ROOT)},
    )
    said = lines_until(process, "The firms' pages")
    both = [ask(f"http://127.0.0.1:{port}/_stcore/health")]
    both.append(ask(f"http://127.0.0.1:{phones}/alive"))
    wait_until(lambda: ask(f"http://127.0.0.1:{port}/_stcore/health") == 200)

    process.send_signal(signal.SIGINT)
    process.communicate(timeout=PATIENCE)

    assert f"http://127.0.0.1:{phones}" in said
    assert both[1] == 200
    assert process.returncode == 0
    assert ask(f"http://127.0.0.1:{phones}/alive") is None
    assert ask(f"http://127.0.0.1:{port}/_stcore/health") is None
    assert not [*(tmp_path / "home").glob("desk-*")]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("https://dinamo.example.org/", "It answers only there, to whoever knows the passphrase."),
        ("http://127.0.0.1:8740/", "It answers only on this computer, and works without internet."),
    ],
)
def test_who_may_reach_the_pages_is_said(page, told):
    said = []

    serve._announce(ENGLISH, page, False, said.append)

    assert f"Dínamo is ready: {page}" in said
    assert [line for line in said if line.startswith("It answers")] == [told]


def test_the_facilitators_server_is_told_of_a_proxy_only_when_there_is_one():
    plain = serve.facilitator(8740, "es").command
    behind = serve.facilitator(8740, "es", outside=ProxyAddress("a.org", 8443))

    assert "--facilitator-url" not in plain
    assert behind.command == [*plain, "--facilitator-url", "https://a.org:8443"]
    assert behind.health == "http://127.0.0.1:8740/_stcore/health"


def test_a_port_that_there_is_is_suggested_when_none_is_free(monkeypatch):
    said = []
    monkeypatch.setattr(serve, "free_port", lambda wanted: None)

    for port in (8740, 65_000):
        serve.serve(reader(), port=port, query={}, browser=False, say=said.append)

    assert [line.split()[-1] for line in said if "--port" in line] == ["9740.", "8740."]
