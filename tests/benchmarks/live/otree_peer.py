"""The same vote in oTree from PyPI, in an environment of its own: it pins an old SQLAlchemy.

The environment is made at the first use, in the folder of this program's own data, and kept.
"""

import asyncio
import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.live.load import Phone
from tests.conftest import any_port

VERSION = "otree==6.0.15"
VOTERS, SECONDS = 100, 5.0
SETTINGS = """
SESSION_CONFIGS = [dict(name="vote", app_sequence=["vote"], num_demo_participants=1)]
SESSION_CONFIG_DEFAULTS = dict(real_world_currency_per_point=1, participation_fee=0, doc="")
PARTICIPANT_FIELDS = []
SESSION_FIELDS = []
LANGUAGE_CODE = "es"
REAL_WORLD_CURRENCY_CODE = "USD"
USE_POINTS = True
ADMIN_USERNAME = "admin"
ADMIN_PASSWORD = "benchmark"
SECRET_KEY = "benchmark"
"""
APP = """
from otree.api import *

class C(BaseConstants):
    NAME_IN_URL = "vote"
    PLAYERS_PER_GROUP = None
    NUM_ROUNDS = 1

class Subsession(BaseSubsession):
    pass

class Group(BaseGroup):
    pass

class Player(BasePlayer):
    choice = models.IntegerField(choices=[1, 2, 3], widget=widgets.RadioSelect)

class Ballot(Page):
    form_model = "player"
    form_fields = ["choice"]

class Done(Page):
    pass

page_sequence = [Ballot, Done]
"""
BALLOT = (
    "{{ block title }}¿Qué opción primero?{{ endblock }}{{ block content }}{{ formfields }}"
    "{{ next_button }}{{ endblock }}"
)
DONE = "{{ block title }}Recibido{{ endblock }}{{ block content }}{{ endblock }}"


def otree_times(home: Path) -> list[float]:
    """Return how long each ballot took, from its first byte to the last of the answer."""
    program = _environment(home)
    with TemporaryDirectory(prefix="otree-") as scratch:
        project = Path(scratch)
        for part in ("vote", "_static", "_templates"):
            (project / part).mkdir()
        (project / "settings.py").write_text(SETTINGS, encoding="utf-8")
        (project / "vote" / "__init__.py").write_text(APP, encoding="utf-8")
        (project / "vote" / "Ballot.html").write_text(BALLOT, encoding="utf-8")
        (project / "vote" / "Done.html").write_text(DONE, encoding="utf-8")
        with _serving(program, project) as port:
            return asyncio.run(_votes(port, _participants(port)))


def our_times(port: int, path: str) -> list[float]:
    """Return the same of our own server, asked in the same way."""
    return asyncio.run(_our_votes(port, path))


def _environment(home: Path) -> Path:
    kept = home / "otree-environment"
    program = kept / "bin" / "otree"
    if not program.exists():
        subprocess.run([sys.executable, "-m", "venv", str(kept)], check=True)
        pip = [str(kept / "bin" / "python"), "-m", "pip", "install", "--quiet", VERSION]
        subprocess.run(pip, check=True)
    return program


@contextlib.contextmanager
def _serving(program: Path, project: Path):
    port = any_port()
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    told = {**os.environ, "PATH": path, "OTREE_PRODUCTION": "1", "PYTHONPATH": ""}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([program, "resetdb", "--noinput"], cwd=project, env=told, check=True, **quiet)
    server = subprocess.Popen(
        [program, "prodserver1of2", f"127.0.0.1:{port}"],
        cwd=project,
        env=told,
        start_new_session=True,
        **quiet,
    )
    try:
        _wait(port)
        yield port
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def _wait(port: int) -> None:
    for _ in range(300):
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/api/otree_version", timeout=1)
            return
        time.sleep(0.1)
    raise TimeoutError(port)


def _participants(port: int) -> list[str]:
    made = _post(port, "/api/sessions", {"session_config_name": "vote", "num_participants": VOTERS})
    told = _post(port, f"/api/get_session/{made['code']}", {})
    return [one["code"] for one in told["participants"]]


def _post(port: int, path: str, values: dict) -> dict:
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}",
        json.dumps(values).encode(),
        {"content-type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.loads(answer.read())


async def _votes(port: int, codes: list[str]) -> list[float]:
    async def come(number: int, code: str) -> float:
        await asyncio.sleep(SECONDS * number / len(codes))
        one = _Participant(port)
        await one.connect()
        there = await one.follow(f"/InitializeParticipant/{code}")
        one.close()
        await one.connect()  # its answers do not always say how long they are
        begin = time.perf_counter()
        status, _ = await one.ask("POST", there, f"choice={number % 3 + 1}")
        assert status in (302, 303), status
        taken = time.perf_counter() - begin
        one.close()
        return taken

    return await asyncio.gather(*(come(*one) for one in enumerate(codes)))


async def _our_votes(port: int, path: str) -> list[float]:
    async def come(number: int) -> float:
        await asyncio.sleep(SECONDS * number / VOTERS)
        one = Phone(port)
        await one.connect()
        await one.page(path)
        kept, taken = await one.vote(path, number % 3 + 1)
        assert kept
        one.close()
        return taken

    return await asyncio.gather(*map(come, range(VOTERS)))


class _Participant(Phone):
    """A browser that follows where it is led."""

    async def follow(self, path: str) -> str:
        """Return the address of the page in the end."""
        for _ in range(5):
            self.writer.write(f"GET {path} HTTP/1.1\r\nhost: sala\r\n\r\n".encode())
            told = (await self.reader.readuntil(b"\r\n\r\n")).decode()
            size = re.search(r"content-length: (\d+)", told)
            await self.reader.readexactly(int(size[1]) if size else 0)
            led = re.search(r"location: (?:http://[^/]+)?(\S+)", told)
            if not led:
                return path
            path = led[1]
        raise RecursionError(path)
