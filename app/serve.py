"""The parent process: starts the servers, starts them again when they die, and ends them all.

It imports neither Streamlit nor Starlette, so it is small, starts at once and does not share
their faults.
"""

import contextlib
import os
import signal
import sys
import time
import webbrowser
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from urllib.parse import urlencode

from app.doorkeeper import Doorkeeper
from app.home import home
from app.i18n import Reader
from app.proxy_address import ProxyAddress
from app.server import HOST, PORTS_TRIED, Server, free_port
from app.switchboard import DESK, Switchboard, Wish
from methodology.project import Language

FIRST_PORT, HIGHEST_PORT = 8740, 65_535
TICK_SECONDS = 0.2

Say = Callable[[str], None]


def facilitator(
    port: int, language: str, desk: Path | None = None, outside: ProxyAddress | None = None
) -> Server:
    """Return the server of the facilitator's pages; `desk` is where they leave their wishes.

    `outside` is where a proxy shows them: there they ask for the passphrase.
    """
    command = [sys.executable, "-P", "-m", "app.facilitator", "--with-parent"]
    shown = ["--facilitator-url", outside.origin] if outside else []
    return Server(
        name="facilitator",
        command=[*command, "--port", str(port), "--language", language, *shown],
        health=f"http://{HOST}:{port}/_stcore/health",
        variables={DESK: str(desk)} if desk else {},
    )


def address(port: int, **query: str) -> str:
    """Return the address of the first page; `query` names the project to open."""
    return f"http://{HOST}:{port}/" + (f"?{urlencode(query)}" if query else "")


def serve(
    _: Reader,
    *,
    port: int | None,
    query: dict[str, str],
    browser: bool,
    wish: Wish | None = None,
    outside: ProxyAddress | None = None,
    say: Say = print,
) -> int:
    """Serve the facilitator's pages until told to stop; return the exit code.

    `wish` opens the firms' pages at once; otherwise the facilitator opens them from a page.
    `outside` is where a proxy shows the facilitator's.
    """
    wanted = port or FIRST_PORT
    found = free_port(wanted)
    if found is None:
        say(_("No free port was found from {port} on.").format(port=wanted))
        say(_("Try another one, for example --port {port}.").format(port=_another(wanted)))
        return 1
    if found != wanted:
        say(
            _("Port {taken} is in use by another program: Dínamo uses {port}.").format(
                taken=wanted, port=found
            )
        )
    with TemporaryDirectory(dir=home(), prefix="desk-", ignore_cleanup_errors=True) as desk:
        board = Switchboard(Path(desk))
        if wish:
            board.ask(wish)
        language = query.get("language", Language.SPANISH)
        server = facilitator(found, language, board.desk, outside)
        door = Doorkeeper(_, board, say)
        if outside:
            say(_("The proxy has to pass on to {address}").format(address=address(found)))
        page = outside.page(**query) if outside else address(found, **query)
        return supervise(_, [server], page, browser=browser, say=say, door=door)


def _another(port: int) -> int:
    """Return a port some way off, below the highest that there is."""
    return port + 1000 if port + 1000 + PORTS_TRIED <= HIGHEST_PORT else FIRST_PORT


def supervise(
    _: Reader,
    servers: Sequence[Server],
    page: str,
    *,
    browser: bool,
    say: Say = print,
    door: Doorkeeper | None = None,
) -> int:
    """Keep the servers running until Ctrl+C or a request to end; return the exit code.

    `door` sees to the firms' pages, which open and close as the facilitator wishes.
    """
    announce = partial(_announce, _, page, browser, say)
    with _stoppable() as stopped:
        say(_("Starting Dínamo…"))
        try:
            return _watch(_, servers, stopped, say, announce, door)
        finally:
            if door:
                door.close()
            for server in servers:
                server.stop()


def _watch(
    _: Reader,
    servers: Sequence[Server],
    stopped: Callable[[], bool],
    say: Say,
    announce: Callable[[], None],
    door: Doorkeeper | None = None,
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
        if door:
            door.look()
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
        say(_("There, click “Open” beside a project, or “New project” to create one."))
    if page.startswith("https:"):
        say(_("It answers only there, to whoever knows the passphrase."))
    else:
        say(_("It answers only on this computer, and works without internet."))
    say(_("To stop it, come back to this window and press Ctrl+C."))


@contextlib.contextmanager
def _stoppable() -> Iterator[Callable[[], bool]]:
    """Turn Ctrl+C and requests to end into a question the loops can ask."""
    asked: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
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
