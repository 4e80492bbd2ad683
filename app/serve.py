"""The parent process: starts the servers, starts them again when they die, and ends them all.

It imports neither Streamlit nor Starlette, so it is small, starts at once and does not share
their faults.
"""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import webbrowser
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode

from app.home import home
from app.i18n import Reader
from methodology.project import Language

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
FIRST_PORT = 8740
PORTS_TRIED = 40
GRACE_SECONDS = 8.0
TICK_SECONDS = 0.2
DEATHS_ALLOWED = 3
DEATHS_WITHIN_SECONDS = 60.0
LOG_BYTES_KEPT = 200_000

Say = Callable[[str], None]


@dataclass
class Server:
    """A child process that serves pages, with what is needed to start and to watch it.

    `health` is an address that answers 200 once pages can be asked for. The child ends when its
    standard input closes: a parent that is killed leaves nothing running.
    """

    name: str
    command: Sequence[str]
    health: str
    process: subprocess.Popen[bytes] | None = None
    deaths: list[float] = field(default_factory=list)

    @property
    def log(self) -> Path:
        """The file that keeps what the child writes."""
        return home() / f"{self.name}.log"

    def start(self) -> None:
        """Start the child, out of reach of the keyboard's Ctrl+C: the parent passes it on."""
        self.stop()
        _shorten(self.log)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                env=_with_packages(),
                **_apart(),
            )

    def is_running(self) -> bool:
        """Say whether the child lives."""
        return self.process is not None and self.process.poll() is None

    def is_ready(self) -> bool:
        """Say whether the child answers."""
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with direct.open(self.health, timeout=2) as answer:
                return bool(answer.status == 200)
        except (URLError, OSError):
            return False

    def stop(self) -> None:
        """End the child: closing its input asks, the signal follows when it does not listen."""
        if self.process is None:
            return
        if self.process.stdin:
            with contextlib.suppress(OSError):
                self.process.stdin.close()
        try:
            self.process.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def note_death(self) -> bool:
        """Count a death; say whether there were too many of late."""
        now = time.monotonic()
        recent = [at for at in self.deaths if now - at < DEATHS_WITHIN_SECONDS]
        self.deaths = [*recent, now]
        return len(self.deaths) > DEATHS_ALLOWED


def facilitator(port: int, language: str) -> Server:
    """Return the server of the facilitator's pages."""
    command = [sys.executable, "-P", "-m", "app.facilitator", "--with-parent"]
    return Server(
        name="facilitator",
        command=[*command, "--port", str(port), "--language", language],
        health=f"http://{HOST}:{port}/_stcore/health",
    )


def address(port: int, **query: str) -> str:
    """Return the address of the first page; `query` names the project to open."""
    return f"http://{HOST}:{port}/" + (f"?{urlencode(query)}" if query else "")


def free_port(wanted: int) -> int | None:
    """Return `wanted`, or the next free port after it; None when none is free."""
    tried = range(wanted, min(wanted + PORTS_TRIED, 65_536))
    return next((port for port in tried if _is_free(port)), None)


def serve(
    _: Reader, *, port: int | None, query: dict[str, str], browser: bool, say: Say = print
) -> int:
    """Serve the facilitator's pages until told to stop; return the exit code."""
    wanted = port or FIRST_PORT
    found = free_port(wanted)
    if found is None:
        say(_("No free port was found from {port} on.").format(port=wanted))
        say(_("Try another one, for example --port {port}.").format(port=wanted + 1000))
        return 1
    if found != wanted:
        say(
            _("Port {taken} is in use by another program: Dínamo uses {port}.").format(
                taken=wanted, port=found
            )
        )
    server = facilitator(found, query.get("language", Language.SPANISH))
    return supervise(_, [server], address(found, **query), browser=browser, say=say)


def supervise(
    _: Reader, servers: Sequence[Server], page: str, *, browser: bool, say: Say = print
) -> int:
    """Keep the servers running until Ctrl+C or a request to end; return the exit code."""
    with _stoppable() as stopped:
        say(_("Starting Dínamo…"))
        try:
            return _watch(_, servers, stopped, say, partial(_announce, _, page, browser, say))
        finally:
            for server in servers:
                server.stop()


def _watch(
    _: Reader,
    servers: Sequence[Server],
    stopped: Callable[[], bool],
    say: Say,
    announce: Callable[[], None],
) -> int:
    """Start the servers, and again whichever dies, until stopped; 1 when one keeps dying."""
    for server in servers:
        server.start()
    is_announced = False
    while not stopped():
        for server in servers:
            if not server.is_running() and not _revive(_, server, say):
                return 1
        if not is_announced and all(server.is_ready() for server in servers):
            announce()
            is_announced = True
        time.sleep(TICK_SECONDS)
    say("")
    say(_("Dínamo has stopped. What was saved is kept."))
    return 0


def _revive(_: Reader, server: Server, say: Say) -> bool:
    """Start a dead server again; False when it has died too often."""
    if server.note_death():
        say(_("Dínamo keeps stopping by itself, so it was not started again."))
        say(_("What was saved is kept. The reason is at the end of this file:"))
        say(str(server.log))
        return False
    say(_("Dínamo stopped by itself and was started again. What was saved is kept."))
    server.start()
    return True


def _announce(_: Reader, page: str, browser: bool, say: Say) -> None:
    say("")
    say(_("Dínamo is ready: {address}").format(address=page))
    if browser and not (_has_screen() and webbrowser.open(page)):
        say(_("No browser could be opened: copy that address into one."))
    if "project=" not in page:
        say(_("There, click «Open» beside a project, or «New project» to create one."))
    say(_("It answers only on this computer, and works without internet."))
    say(_("To stop it, come back to this window and press Ctrl+C."))


@contextlib.contextmanager
def _stoppable() -> Iterator[Callable[[], bool]]:
    """Turn Ctrl+C and requests to end into a question the loops can ask."""
    asked: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - the shape of a handler
        asked.append(number)

    names = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
    caught = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = {number: signal.signal(number, note) for number in caught}
    try:
        yield lambda: bool(asked)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _has_screen() -> bool:
    """Say whether a browser with a window can be opened: on Linux, a text one would block."""
    return sys.platform != "linux" or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    )


def _with_packages() -> dict[str, str]:
    """Return the variables of this process, so that a child finds the same packages first."""
    path = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), path]))}


def _apart() -> dict[str, Any]:
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        if sys.platform != "win32":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def _shorten(log: Path) -> None:
    """Keep only the end of a log that has grown long."""
    if log.exists() and log.stat().st_size > LOG_BYTES_KEPT:
        log.write_bytes(log.read_bytes()[-LOG_BYTES_KEPT // 2 :])
