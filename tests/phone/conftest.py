"""The firms' pages under test: in this process for routes, as a server of its own for the rest."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext
from pathlib import Path
from uuid import uuid4

import pytest
from starlette.testclient import TestClient

from app.doorkeeper import phone_server
from app.phone.__main__ import main
from app.phone.server import application
from app.server import GRACE_SECONDS, Server
from app.store import create_folder
from app.store.folder import Folder
from app.store.sealing import votes_of
from app.switchboard import Wish
from methodology.project import Language, Project
from tests.conftest import START_SECONDS, any_port, await_server


@pytest.fixture
def folder(tmp_path) -> Iterator[Folder]:
    """Give an open project folder."""
    made = create_folder(tmp_path / "quesos", Project(id=uuid4(), name="Quesos <b>"), by="ana")
    yield made
    made.close()


@pytest.fixture
def phones(folder) -> Callable[..., TestClient]:
    """Give a maker of phones that ask the same server; call it after rounds are open."""
    with TestClient(application(folder.path, language=Language.SPANISH)) as first:

        def phone(**headers: str) -> TestClient:
            made = TestClient(first.app, headers=headers)
            made.portal = first.portal
            return made

        yield phone


@pytest.fixture
def votes(folder) -> Callable:
    """Give what reads the ballots of a round that is open."""

    def read(asked):
        with folder.read() as session:
            return sorted((one.answer for one in votes_of(session, asked)), key=str)

    return read


@contextmanager
def serving(folder: Path, port: int | None = None) -> Iterator[tuple[Server, str]]:
    """Serve the firms' pages as a process of its own; give it and its address."""
    used = port or any_port()
    server = phone_server(Wish(folder=folder, host="127.0.0.1"), used)
    server.start()
    try:
        await_server(server)
        yield server, f"http://127.0.0.1:{used}"
    finally:
        server.stop()


@pytest.fixture(scope="session")
def processes() -> BaseContext:
    """Give what starts processes that need not load the firms' pages anew, where the system can."""
    method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    made = get_context(method)
    made.set_forkserver_preload([main.__module__])
    return made


@pytest.fixture
def served(folder, processes: BaseContext) -> Iterator[str]:
    """Serve the folder's pages from a process of its own; give their address."""
    port = any_port()
    server = phone_server(Wish(folder=folder.path, host="127.0.0.1"), port)
    arguments = [str(folder.path), "--port", str(port)]
    process = processes.Process(target=main, args=(arguments,), daemon=True)
    process.start()
    try:
        until = time.monotonic() + START_SECONDS
        while not server.is_ready():
            assert process.is_alive(), "the firms' pages did not start"
            assert time.monotonic() < until, "the firms' pages do not answer"
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.join(GRACE_SECONDS)
        process.kill()
        process.join()
