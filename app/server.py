"""A child process that serves pages: started, watched, ended."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import URLError

from app.home import home

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
PORTS_TRIED = 40
GRACE_SECONDS = 8.0
DEATHS_ALLOWED = 3
DEATHS_WITHIN_SECONDS = 60.0
LOG_BYTES_KEPT = 200_000


@dataclass
class Server:
    """A child process that serves pages, with what is needed to start and to watch it.

    `health` is an address that answers 200 once pages can be asked for. The child ends when its
    standard input closes: a parent that is killed leaves nothing running.
    """

    name: str
    command: Sequence[str]
    health: str
    variables: Mapping[str, str] = field(default_factory=dict)
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
                env={**_with_packages(), **self.variables},
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


def free_port(wanted: int, host: str = HOST) -> int | None:
    """Return `wanted`, or the next free port after it; None when none is free at `host`."""
    tried = range(wanted, min(wanted + PORTS_TRIED, 65_536))
    return next((port for port in tried if is_free(port, host)), None)


def is_free(port: int, host: str = HOST) -> bool:
    """Say whether a server could listen on a port of an address of this computer."""
    with socket.socket() as probe:
        if sys.platform != "win32":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _with_packages() -> dict[str, str]:
    """Return the variables of this process, so that a child finds the same packages first."""
    path = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), path]))}


def _apart() -> dict[str, Any]:
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def _shorten(log: Path) -> None:
    """Keep only the end of a log that has grown long."""
    if log.exists() and log.stat().st_size > LOG_BYTES_KEPT:
        log.write_bytes(log.read_bytes()[-LOG_BYTES_KEPT // 2 :])
